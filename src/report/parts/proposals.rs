//! Forslag: those that the picture points to, with their reasons.

use crate::domain::catalogue;
use crate::domain::decisions::Opinion;
use crate::domain::ids::Domain;
use crate::picture::piece::Piece;
use crate::picture::planning::{Planner, proposals as list, reasons, words};
use crate::proposals::{self, Match, Outcome, Proposal};

/// How many of a domain are told with their reasons.
const TOLD: usize = 8;

/// The proposals of a domain that the picture points to, the first place first.
pub(in crate::report) fn leading(planner: &Planner<'_, '_>, domain: Domain) -> Vec<Match> {
    let mut matches = list::matches(planner, domain);
    matches.retain(|one| one.rejected.is_none() && (one.outcome == Outcome::Needed || one.pinned));
    matches.truncate(TOLD);
    matches
}

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    planner.page.aside(
        "Forslagene står i den rækkefølge, som kommunens eget billede peger på, med de ændringer, kommunen selv har lavet. Tallet, der bestemmer rækkefølgen, er årsværk i arbejde, som ikke er samlet eller digitalt, og er ikke en besparelse.",
    );
    let source = planner.page.source;
    for score in &source.scorecard.domains {
        let matches = leading(planner, score.domain);
        if matches.is_empty() {
            continue;
        }
        planner.page.heading(catalogue::domain_title(score.domain));
        for one in &matches {
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
    planner.page.pieces.push(Piece::List(lines));
    let opinion = planner.decisions.opinions.get(&one.proposal);
    let chosen = planner
        .decisions
        .actions
        .values()
        .any(|action| action.proposal == one.proposal);
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
        add("Årsværk at hente billedet fra", reasons::points(one));
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
