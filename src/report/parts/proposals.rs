//! Forslag: those that the picture points to, with their reasons.

use crate::domain::catalogue;
use crate::domain::decisions::Opinion;
use crate::domain::ids::Domain;
use crate::peers::comparison::Evidence;
use crate::picture::piece::Piece;
use crate::picture::planning::{Planner, proposals as list, reasons, words};
use crate::proposals::reason::Weighing;
use crate::proposals::{self, Match, Outcome, Proposal};

/// How many of a domain are told with their reasons.
const TOLD: usize = 8;
/// That there are more.
const MORE: &str = "Højst otte forslag er med for hvert hovedområde, foruden dem i handleplanen; resten står på siden Forslag.";
/// What a distance to published means is worth.
const ORIENTATION: &str = "Afstanden til KLK 2017 er kun orientering og tæller ikke.";

/// Whether the picture points to a proposal, or the municipality pinned it.
fn is_leading(one: &Match) -> bool {
    one.rejected.is_none() && (one.outcome == Outcome::Needed || one.pinned)
}

/// The proposals of a domain that the picture points to, the first place first.
pub(in crate::report) fn leading(planner: &Planner<'_, '_>, domain: Domain) -> Vec<Match> {
    let mut matches = list::matches(planner, domain);
    matches.retain(is_leading);
    matches.truncate(TOLD);
    matches
}

/// The same and whatever is in the plan; and how many are left out.
fn told(planner: &Planner<'_, '_>, domain: Domain) -> (Vec<Match>, usize) {
    let mut matches = list::matches(planner, domain);
    let mut leading = 0;
    let mut left_out = 0;
    matches.retain(|one| {
        leading += usize::from(is_leading(one));
        let is_first = is_leading(one) && leading <= TOLD;
        let is_planned = one.outcome != Outcome::NotHere && is_in_plan(planner, one);
        let is_told = is_first || is_planned && one.rejected.is_none();
        left_out += usize::from(is_leading(one) && !is_told);
        is_told
    });
    (matches, left_out)
}

fn is_in_plan(planner: &Planner<'_, '_>, one: &Match) -> bool {
    let mut actions = planner.decisions.actions.values();
    actions.any(|action| action.proposal == one.proposal)
}

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    planner.page.aside(
        "Forslagene står i den rækkefølge, som kommunens eget billede peger på, med de ændringer, kommunen selv har lavet. Tallet, der bestemmer rækkefølgen, er årsværk i arbejde, som ikke er samlet eller digitalt, og er ikke en besparelse.",
    );
    let source = planner.page.source;
    let domains: Vec<(Domain, (Vec<Match>, usize))> = source
        .scorecard
        .domains
        .iter()
        .map(|score| (score.domain, told(planner, score.domain)))
        .collect();
    let evidence = source.group.map(|group| group.comparison.evidence);
    if evidence == Some(Evidence::Orientation) {
        planner.page.aside(ORIENTATION);
    }
    if domains.iter().any(|(_, (_, left_out))| *left_out > 0) {
        planner.page.aside(MORE);
    }
    for (domain, (matches, _)) in &domains {
        if matches.is_empty() {
            continue;
        }
        planner.page.heading(catalogue::domain_title(*domain));
        for one in matches {
            proposal(planner, one);
        }
    }
    rejected(planner);
}

fn proposal(planner: &mut Planner<'_, '_>, one: &Match) {
    let Some(known) = proposals::proposal(&one.proposal) else {
        return;
    };
    let name = format!("{}. {}", one.place, words::named(known));
    planner.page.pieces.push(Piece::Heading(3, name));
    planner.page.paragraph(&known.what);
    let counting = one.areas.iter().filter(|area| area.points > 0.0);
    let lines: Vec<String> = counting.map(reasons::area_text).collect();
    if !lines.is_empty() {
        planner.page.pieces.push(Piece::List(lines));
    }
    if let Some(outcome) = reasons::outcome(one) {
        planner.page.paragraph(outcome);
    }
    let opinion = planner.decisions.opinions.get(&one.proposal);
    let chosen = is_in_plan(planner, one);
    let terms = terms(known, one, opinion, chosen);
    planner.page.pieces.push(Piece::Terms(terms));
}

fn terms(
    known: &Proposal,
    one: &Match,
    opinion: Option<&Opinion>,
    chosen: bool,
) -> Vec<(String, String)> {
    let mut terms = Vec::new();
    let mut add = |term: &str, text: String| terms.push((term.to_owned(), text));
    if one.outcome == Outcome::Needed {
        add(points_title(one.weighing), reasons::points(one));
    }
    add(
        "Stadig aktuelt?",
        format!(
            "{}. {}",
            words::relevance(known.still_relevant.answer),
            known.still_relevant.why
        ),
    );
    add("Kræver", known.needs.clone());
    if let Some(warning) = &known.segregation_of_duties {
        add("Funktionsadskillelse", warning.clone());
    }
    let mut marks = Vec::new();
    if one.pinned {
        marks.push("fastgjort af kommunen".to_owned());
    }
    if chosen {
        marks.push("i handleplanen".to_owned());
    }
    if !marks.is_empty() {
        add("Status", words::and(&marks));
    }
    if let Some(note) = opinion.and_then(|one| one.note.clone()) {
        add("Kommunens note", note);
    }
    terms
}

/// What the points of a proposal measure. Never a saving.
const fn points_title(weighing: Weighing) -> &'static str {
    match weighing {
        Weighing::Fte => "Årsværk i arbejde, der ikke er samlet eller digitalt",
        Weighing::Alike => "Områder, der ikke er samlet eller digitale",
    }
}

/// What the municipality rejected, and why.
fn rejected(planner: &mut Planner<'_, '_>) {
    let items: Vec<(String, String)> = planner
        .decisions
        .opinions
        .iter()
        .filter_map(|(id, one)| {
            let why = one.rejected.as_ref()?;
            let why = if why.is_empty() {
                "Ingen grund er skrevet.".to_owned()
            } else {
                why.clone()
            };
            Some((words::proposal_name(id), why))
        })
        .collect();
    if !items.is_empty() {
        planner.page.heading("Fravalgte forslag");
        planner.page.pieces.push(Piece::Terms(items));
    }
}
