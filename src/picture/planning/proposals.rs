//! Forslag: the proposals that fit the picture, domain by domain, each with its reasons.

use serde_json::Value;

use crate::document::html::escape;
use crate::document::tables::resources_beside::compared;
use crate::domain::catalogue;
use crate::domain::decisions::ProposalId;
use crate::domain::ids::Domain;
use crate::picture::form::Act;
use crate::picture::form::markup::act;
use crate::picture::form::shape::{Cell, Row};
use crate::proposals::reason::Weighing;
use crate::proposals::{self, Match, Outcome, Peers, pins_of};
use crate::route::{Name, Route};

use super::fields::{button, together};
use super::words;
use super::{Planner, link, listed, order, reasons};

/// How many areas of a proposal the list shows; its page has all.
const SHOWN: usize = 3;

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    let source = planner.page.source;
    planner.page.paragraph(
        "Her står de 26 kendte forslag i den rækkefølge, som jeres eget billede peger på, med grundene til det. Rækkefølgen er en begyndelse: I kan fastgøre, flytte og fravælge forslag. Tallet i tabellen bestemmer rækkefølgen og er ikke en besparelse.",
    );
    if source.scorecard.coverage().answered == 0 {
        planner.alert(
            "info",
            "Der er ingen svar at bygge på endnu",
            &format!(
                "<p>Forslagene kan læses, men de kan først sættes i rækkefølge, når I har svaret i {}. Begynd med de områder, hvor I har flest årsværk.</p>",
                link(&Route::Survey.href(), "skemaet")
            ),
        );
    }
    jump(planner);
    for score in &source.scorecard.domains {
        domain(planner, score.domain);
    }
    reset(planner);
    order::write(planner);
    let collection = proposals::collection();
    planner.page.heading("Om forslagene");
    planner.page.aside(&collection.selection_note);
    planner.page.aside(&collection.dimensions_note);
    planner.page.markup(&format!(
        "<p class=\"muted\">Reglen for rækkefølgen står på siden {}.</p>",
        link(&Route::Method.href(), "Metode")
    ));
}

/// The list of a domain.
pub(crate) fn matches(planner: &Planner<'_, '_>, domain: Domain) -> Vec<Match> {
    let source = planner.page.source;
    let resources = source.group.map(|_| compared(source)).unwrap_or_default();
    let picture = proposals::Picture {
        round: source.round,
        scorecard: source.scorecard,
        peers: source.group.map(|group| Peers {
            comparison: group.comparison,
            resources: &resources,
        }),
    };
    proposals::rank(domain, &picture, &planner.decisions.opinions)
}

/// Links to what stands far down on the page.
fn jump(planner: &mut Planner<'_, '_>) {
    let domains = planner.page.source.scorecard.domains.iter();
    let mut links: Vec<String> = domains
        .map(|score| {
            let title = catalogue::domain_title(score.domain);
            jump_link(&heading_id(score.domain), title)
        })
        .collect();
    links.push(jump_link("naturlig", "Den naturlige rækkefølge"));
    planner.page.markup(&format!(
        "<p class=\"months\">Gå til: {}</p>",
        links.join(" · ")
    ));
}

fn jump_link(id: &str, text: &str) -> String {
    format!(
        "<a href=\"{}\" {}>{}</a>",
        Route::Proposals.href(),
        act(&Act::Focus(id.to_owned())),
        escape(text)
    )
}

fn heading_id(domain: Domain) -> String {
    format!("forslag-til-{}", domain.letter())
}

fn domain(planner: &mut Planner<'_, '_>, domain: Domain) {
    let matches = matches(planner, domain);
    planner.page.markup(&format!(
        "<h2 id=\"{}\" tabindex=\"-1\">{}</h2>",
        heading_id(domain),
        escape(catalogue::domain_title(domain))
    ));
    pins(planner, domain);
    let weighing = matches.first().map(|one| one.weighing);
    if weighing == Some(Weighing::Alike) {
        planner.page.markup(&format!(
            "<p class=\"muted\">Der er ingen årsværk på områderne, så alle områder vejer lige meget. Udfyld {} for at få de tunge opgaver øverst.</p>",
            link(&Route::Staff.href(), "bemandingen")
        ));
    }
    planner.page.beside();
    let weight = match weighing {
        Some(Weighing::Fte) => "Årsværk i arbejde, der ikke er samlet eller digitalt",
        _ => "Områder, der ikke er samlet eller digitale",
    };
    let rows = (0..matches.len())
        .map(|at| row(planner, &matches, at))
        .collect();
    let letter = domain.letter();
    planner.form_table(
        &format!("forslag-{letter}"),
        &format!("Forslag til {}", catalogue::domain_title(domain)),
        &["Forslag", "Hvorfor", weight, "Jeres valg"],
        rows,
    );
}

/// The leaflet's examples of efforts, on the leaflet's own municipality.
fn pins(planner: &mut Planner<'_, '_>, domain: Domain) {
    if !planner.page.source.assessment.example {
        return;
    }
    let items: Vec<String> = pins_of(domain)
        .map(|pin| {
            let names: Vec<String> = pin
                .proposals
                .iter()
                .map(|id| proposal_link(id, &words::proposal_name(id)))
                .collect();
            format!("{}: {}", escape(&pin.label), names.join(", "))
        })
        .collect();
    planner.page.markup(
        "<p>KLK's folder sætter disse »Eksempler på indsatser« på X Kommunes tabel. Hvor på tabellen de stod, kan ikke læses i den udgave, Kommunebenchmark bygger på; koblingen til forslagene er Kommunebenchmarks læsning:</p>",
    );
    planner.list(&items);
}

/// A link to a proposal's page.
pub(crate) fn proposal_link(id: &ProposalId, text: &str) -> String {
    Name::new(&id.0).map_or_else(
        || escape(text),
        |name| link(&Route::Proposal(name).href(), text),
    )
}

fn row(planner: &Planner<'_, '_>, matches: &[Match], at: usize) -> Row {
    let one = &matches[at];
    let name = words::proposal_name(&one.proposal);
    let mut head = format!("{}. {}", one.place, proposal_link(&one.proposal, &name));
    for badge in badges(planner, one) {
        head += &[" <span class=\"badge\">", badge, "</span>"].concat();
    }
    let points = if one.outcome == Outcome::Needed {
        reasons::points(one)
    } else {
        "–".to_owned()
    };
    let domain = one
        .areas
        .first()
        .map_or('x', |area| area.area.domain.letter());
    let cells = vec![
        Cell::Html(why(one)),
        Cell::Html(format!("<span class=\"num\">{}</span>", escape(&points))),
        together(buttons(matches, at, domain)),
    ];
    Row {
        id: format!("forslag-{domain}-{}", one.proposal),
        head,
        cells,
    }
}

fn badges(planner: &Planner<'_, '_>, one: &Match) -> Vec<&'static str> {
    let decisions = planner.decisions;
    let is_planned = decisions
        .actions
        .values()
        .any(|action| action.proposal == one.proposal);
    [
        (one.rejected.is_some(), "Fravalgt"),
        (one.pinned, "Fastgjort"),
        (is_planned, "I planen"),
        (
            proposals::proposal(&one.proposal)
                .is_some_and(|proposal| proposal.segregation_of_duties.is_some()),
            "Funktionsadskillelse",
        ),
    ]
    .into_iter()
    .filter_map(|(holds, badge)| holds.then_some(badge))
    .collect()
}

fn why(one: &Match) -> String {
    if let Some(reason) = one.rejected.as_ref().filter(|reason| !reason.is_empty()) {
        return format!("<p>Fravalgt: {}</p>", escape(reason));
    }
    if let Some(text) = reasons::outcome(one) {
        return format!("<p>{text}</p>");
    }
    let counting: Vec<_> = one.areas.iter().filter(|area| area.points > 0.0).collect();
    let lines = counting.iter().take(SHOWN).map(|area| reasons::area(area));
    let mut markup = listed(&lines.collect::<Vec<_>>());
    if counting.len() > SHOWN {
        let more = match counting.len() - SHOWN {
            1 => "<p class=\"muted\">og 1 område til</p>".to_owned(),
            many => format!("<p class=\"muted\">og {many} områder til</p>"),
        };
        markup.push_str(&more);
    }
    markup
}

fn buttons(matches: &[Match], at: usize, domain: char) -> Vec<Cell> {
    let one = &matches[at];
    let id = &one.proposal.0;
    let name = words::proposal_name(&one.proposal);
    let element = |what: &str| format!("{what}-{domain}-{id}");
    let pin = button(
        &element("fast"),
        if one.pinned { "Løsn" } else { "Fastgør" },
    );
    let pin = if one.pinned {
        pin.said(&format!("Løsn {name}"))
            .sets(&["proposals", id, "pinned"], None)
            .says(format!("{name} er ikke længere fastgjort."))
    } else {
        pin.said(&format!("Fastgør {name}"))
            .sets(&["proposals", id, "pinned"], Some(true.into()))
            .says(format!("{name} er fastgjort øverst."))
    };
    let mut cells = vec![pin.cell()];
    if at > 0 && one.rejected.is_none() && !one.pinned && !matches[at - 1].pinned {
        let mut up = button(&element("op"), "Op")
            .said(&format!("Flyt {name} op"))
            .says(format!("{name} er nu nr. {} af {}.", at, matches.len()));
        if at == 1 {
            up = up.focus(&element("fast"));
        }
        let mut order: Vec<&str> = matches[..=at]
            .iter()
            .map(|one| one.proposal.0.as_str())
            .collect();
        order.swap(at - 1, at);
        for (rank, id) in order.into_iter().enumerate() {
            up = up.sets(&["proposals", id, "rank"], Some(Value::from(rank + 1)));
        }
        cells.push(up.cell());
    }
    cells
}

/// A button that gives the order back to the rule, where the municipality changed it.
fn reset(planner: &mut Planner<'_, '_>) {
    let ranked = planner
        .decisions
        .opinions
        .iter()
        .filter(|(_, one)| one.rank.is_some());
    let mut reset = button("raekkefoelge", "Brug beregnerens rækkefølge igen");
    let mut any = false;
    for (id, _) in ranked {
        any = true;
        reset = reset.sets(&["proposals", &id.0, "rank"], None);
    }
    if any {
        planner.form("raekkefoelge-form", "", vec![reset.row()]);
    }
}
