//! Whether there is enough to hold a workshop on: what is ready, what is missing, what must be
//! known.
//!
//! Owns the list. Judges no number: what is provisional and what a group is worth is decided by
//! [`crate::scoring`] and [`crate::peers`].

use crate::document::tables::Source;
use crate::domain::decisions::{Agenda, Decisions, Opinion};
use crate::domain::ids::AreaId;
use crate::peers::comparison::Evidence;
use crate::picture::planning::words;
use crate::plan::dates::Date;
use crate::route::Route;
use crate::scoring::AreaScore;

use super::sheet::given;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It is there.
    Ready,
    /// It is not there, and the workshop needs it.
    Missing,
    /// It must be known; nothing has to be done.
    Note,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Check {
    /// How it stands.
    pub state: State,
    /// What is said of it: a sentence.
    pub text: String,
    /// Where it is mended or seen.
    pub page: Route,
}

const fn check(state: State, text: String, page: Route) -> Check {
    Check { state, text, page }
}

/// The state of something that is there or missing.
const fn there(is_there: bool) -> State {
    if is_there {
        State::Ready
    } else {
        State::Missing
    }
}

/// The list.
pub(super) fn checks(source: &Source<'_>, decisions: &Decisions) -> Vec<Check> {
    let domains = source.scorecard.domains.iter();
    let areas: Vec<&AreaScore> = domains.flat_map(|domain| &domain.areas).collect();
    let mut all = vec![facts(decisions), answers(&areas)];
    all.extend(provisional(&areas));
    all.push(staff(source));
    all.push(group(source));
    all.push(proposals(decisions));
    all.extend(numbers(decisions));
    all.push(plan(decisions));
    all
}

/// When and where.
fn facts(decisions: &Decisions) -> Check {
    let workshop = &decisions.workshop;
    let date = workshop.date.as_deref().and_then(Date::parse);
    let has = |text: &Option<String>| given(text.as_deref()).is_some();
    let missing: Vec<String> = [
        (date.is_some(), "dag"),
        (has(&workshop.time), "tid"),
        (has(&workshop.place), "sted"),
        (has(&workshop.leader), "leder"),
        (has(&workshop.participants), "deltagere"),
    ]
    .into_iter()
    .filter(|(is_there, _)| !is_there)
    .map(|(_, name)| name.to_owned())
    .collect();
    let text = if missing.is_empty() {
        "Dag, tid, sted, leder og deltagere er på plads.".to_owned()
    } else {
        format!(
            "Der mangler {}. Invitationen har plads til at skrive det i hånden.",
            words::and(&missing)
        )
    };
    check(there(missing.is_empty()), text, Route::Invitation)
}

/// Whether every area has an answer.
fn answers(areas: &[&AreaScore]) -> Check {
    let relevant: Vec<&&AreaScore> = areas
        .iter()
        .filter(|area| area.coverage.relevant > 0)
        .collect();
    let open: Vec<AreaId> = relevant
        .iter()
        .filter(|area| area.coverage.answered == 0 && !area.estimated)
        .map(|area| area.area)
        .collect();
    let text = if relevant.is_empty() {
        "Der er ingen områder at svare på. Vælg hovedområder på siden Kommune.".to_owned()
    } else if open.is_empty() {
        "Alle områder har svar.".to_owned()
    } else if open.len() == relevant.len() {
        "Der er ingen svar endnu. Uden dem er der intet billede at tale om.".to_owned()
    } else {
        format!(
            "{} af {} områder har ingen svar: {}.",
            open.len(),
            relevant.len(),
            some(&open)
        )
    };
    let page = if relevant.is_empty() {
        Route::Municipality
    } else {
        Route::Survey
    };
    check(there(open.is_empty() && !relevant.is_empty()), text, page)
}

/// The areas of which too little is answered, where there are any.
fn provisional(areas: &[&AreaScore]) -> Option<Check> {
    let found: Vec<AreaId> = areas
        .iter()
        .filter(|area| area.is_provisional() && area.coverage.answered > 0)
        .map(|area| area.area)
        .collect();
    let text = match found.as_slice() {
        [] => return None,
        [one] => format!(
            "Ét område er foreløbigt, fordi der er svaret på for lidt: {}.",
            words::area(*one)
        ),
        many => format!(
            "{} områder er foreløbige, fordi der er svaret på for lidt: {}.",
            many.len(),
            some(many)
        ),
    };
    Some(check(State::Missing, text, Route::Survey))
}

/// How many areas are named.
const NAMED: usize = 5;

/// The first areas by name, and how many more there are.
fn some(areas: &[AreaId]) -> String {
    let mut names: Vec<String> = areas
        .iter()
        .take(NAMED)
        .map(|&area| words::area(area))
        .collect();
    match areas.len().saturating_sub(NAMED) {
        0 => {}
        1 => names.push("1 til".to_owned()),
        more => names.push(format!("{more} til")),
    }
    words::and(&names)
}

/// Whether FTE are known.
fn staff(source: &Source<'_>) -> Check {
    let domains = &source.scorecard.domains;
    let with = domains.iter().filter(|domain| domain.fte.is_some()).count();
    let text = if with == 0 {
        "Bemandingen er ikke udfyldt. Så kan workshoppen ikke se, hvor årsværkene ligger."
    } else if with < domains.len() {
        "Bemandingen er kun udfyldt for det ene hovedområde."
    } else {
        "Bemandingen er udfyldt."
    };
    let is_there = with > 0 && with == domains.len();
    check(there(is_there), text.to_owned(), Route::Staff)
}

/// Whom the numbers stand beside, and what that is worth.
fn group(source: &Source<'_>) -> Check {
    let Some(group) = source.group else {
        let text = "Der er ingen at sammenligne med. Vælg et datasæt, eller tal om jeres eget billede alene.";
        return check(State::Missing, text.to_owned(), Route::Comparison);
    };
    let line = crate::picture::dataset::line(source).unwrap_or_default();
    let (state, worth) = match group.comparison.evidence {
        Evidence::Finding => (State::Ready, ""),
        Evidence::Orientation => (
            State::Note,
            " Tallene er til orientering: de er målt med et andet katalog.",
        ),
        Evidence::Demonstration | Evidence::Invented => (
            State::Note,
            " Gruppen er opfundet. Sig det, hver gang den vises, og brug den ikke som resultat.",
        ),
    };
    check(state, format!("{line}{worth}"), Route::Comparison)
}

/// Whether the list of proposals was gone through.
fn proposals(decisions: &Decisions) -> Check {
    let count =
        |is: fn(&Opinion) -> bool| decisions.opinions.values().filter(|one| is(one)).count();
    let pinned = count(|one| one.pinned);
    let rejected = count(|one| one.rejected.is_some());
    let text = if pinned + rejected == 0 {
        "Ingen forslag er fastgjort eller fravalgt. Gå listen igennem først, så tiden går til dem, der betyder noget.".to_owned()
    } else {
        format!(
            "{} fastgjort og {} fravalgt.",
            forslag(pinned),
            forslag(rejected)
        )
    };
    check(there(pinned + rejected > 0), text, Route::Proposals)
}

fn forslag(number: usize) -> String {
    match number {
        0 => "Ingen forslag er".to_owned(),
        1 => "1 forslag er".to_owned(),
        more => format!("{more} forslag er"),
    }
}

/// What the agenda needs besides the survey.
fn numbers(decisions: &Decisions) -> Option<Check> {
    match decisions.workshop.agenda {
        Agenda::Day => None,
        Agenda::HalfDay => {
            let is_there = !decisions.purchases.is_empty();
            let text = if is_there {
                "Der er indkøbstal at tale om."
            } else {
                "Der er ingen indkøbstal. Dagsordenen bruger dem."
            };
            Some(check(there(is_there), text.to_owned(), Route::Purchasing))
        }
        Agenda::Robots => {
            let text = match decisions.processes.len() {
                0 => "Der er ingen arbejdsgange i robotscreeningen endnu. Skriv nogle ind, så dagen kan begynde med dem.".to_owned(),
                1 => "Der er 1 arbejdsgang i robotscreeningen.".to_owned(),
                more => format!("Der er {more} arbejdsgange i robotscreeningen."),
            };
            let is_there = !decisions.processes.is_empty();
            Some(check(there(is_there), text, Route::Screening))
        }
    }
}

/// What the plan holds; an empty one is what the workshop is for.
fn plan(decisions: &Decisions) -> Check {
    let text = match decisions.actions.len() {
        0 => "Handleplanen er tom. Workshoppen begynder på den.".to_owned(),
        1 => "Handleplanen har allerede 1 handling.".to_owned(),
        more => format!("Handleplanen har allerede {more} handlinger."),
    };
    check(State::Note, text, Route::Plan)
}
