//! Robotscreening: which processes suit a robot (C07).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::calculators::screening::{
    self, BEST, Criterion, HEAVIEST, Reason, Screened, Size, screening,
};
use crate::danish::format_number;
use crate::document::html::escape;
use crate::domain::decisions::{Process, ProcessId, ProposalId};
use crate::picture::form::shape::Row;

use super::fields::{button, choice, path, together};
use super::{Planner, proposals as list, words};

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    let all = screening();
    planner.page.paragraph(
        "Hvilke arbejdsgange egner sig til en softwarerobot? Skriv jeres processer ind, og bedøm dem. Listen sætter dem i rækkefølge og siger hvorfor.",
    );
    planner.page.aside(&all.note);
    planner.page.aside(&all.threshold.why);
    ranking(planner);
    add(planner);
    let processes: Vec<ProcessId> = planner.decisions.processes.keys().cloned().collect();
    for id in processes {
        process(planner, &id);
    }
    weights(planner);
    examples(planner);
}

/// What a process is called.
fn name(process: &Process) -> String {
    process
        .title
        .clone()
        .unwrap_or_else(|| "Proces uden navn".to_owned())
}

/// The processes in their order, with reasons.
fn ranking(planner: &mut Planner<'_, '_>) {
    let decisions = planner.decisions;
    if decisions.processes.is_empty() {
        planner.page.paragraph("I har ingen processer på listen endnu. Vælg fra kandidaterne nedenfor, eller tilføj jeres egne.");
        return;
    }
    planner.page.heading("Rækkefølgen");
    let ranked = screening::rank(&decisions.processes, &decisions.weights);
    let items: Vec<String> = ranked
        .iter()
        .filter_map(|one| Some(line(decisions.processes.get(&one.process)?, one)))
        .collect();
    planner
        .page
        .markup(&format!("<ol><li>{}</li></ol>", items.join("</li><li>")));
}

fn line(process: &Process, one: &Screened) -> String {
    let score = one.score.map_or_else(
        || "ikke bedømt endnu".to_owned(),
        |score| {
            let open = if one.missing.is_empty() {
                ""
            } else {
                "foreløbigt "
            };
            format!("{open}{} af 100", format_number(score, 0))
        },
    );
    let size = match one.size {
        Size::TooSmall => {
            " <span class=\"badge badge-warning\">under 0,25 årsværk: spring over</span>"
        }
        Size::Unknown => " <span class=\"badge\">årsværk mangler</span>",
        Size::Enough => "",
    };
    let titles = |reasons: &[Reason]| {
        let all: Vec<String> = reasons
            .iter()
            .take(3)
            .filter_map(|reason| criterion(&reason.criterion))
            .map(|one| crate::danish::lower(&one.title))
            .collect();
        words::and(&all)
    };
    let lifts = titles(&one.lifts);
    let lowers = titles(&one.lowers);
    let part = |begins: &str, text: &str| match text {
        "" => String::new(),
        text => format!(" {begins}: {}.", escape(text)),
    };
    let missing = match one.missing.len() {
        0 => String::new(),
        some => format!(
            " Mangler {some} af {} vurderinger.",
            screening().criteria.len()
        ),
    };
    let why = [
        part("Trækker op", &lifts),
        part("Trækker ned", &lowers),
        missing,
    ]
    .concat();
    format!(
        "<strong>{}</strong>: {score}.{size}{why}",
        escape(&name(process))
    )
}

fn criterion(id: &str) -> Option<&'static Criterion> {
    screening().criteria.iter().find(|one| one.id == id)
}

/// One process and its ratings.
fn process(planner: &mut Planner<'_, '_>, id: &ProcessId) {
    let process = &planner.decisions.processes[id];
    let fields = planner.fields();
    let at = |key: &str| path(&["processes", &id.0, key]);
    let title = name(process);
    let areas = planner
        .page
        .source
        .scorecard
        .domains
        .iter()
        .flat_map(|domain| &domain.areas);
    let none = (None, "Intet område valgt".to_owned());
    let options = areas.map(|area| {
        (
            Some(Value::from(area.area.to_string())),
            words::area(area.area),
        )
    });
    let chosen = process.area.map(|area| Value::from(area.to_string()));
    let mut rows = vec![
        fields
            .line("Processens navn", at("title"), process.title.as_deref())
            .row(),
        choice(
            "Område",
            at("area"),
            std::iter::once(none).chain(options).collect(),
            chosen.as_ref(),
        )
        .row(),
        fields
            .number("Årsværk på processen", at("fte"), process.fte)
            .hint("København sætter ikke robotter på processer under 0,25 årsværk.")
            .wrong(words::within(process.fte, 0.0, 10_000.0))
            .row(),
    ];
    rows.extend(
        screening()
            .criteria
            .iter()
            .map(|one| rating(id, process, one)),
    );
    rows.push(
        fields
            .line("Noter", at("note"), process.note.as_deref())
            .row(),
    );
    let remove = button(&format!("fjern-{id}"), "Fjern processen")
        .said(&format!("Fjern processen {title}"))
        .sets(&["processes", &id.0], None)
        .confirm(format!(
            "Vil I fjerne »{title}« og dens vurderinger? I kan fortryde bagefter."
        ));
    rows.push(remove.row());
    planner.form(&format!("proces-{id}"), &title, rows);
}

fn rating(id: &ProcessId, process: &Process, one: &Criterion) -> Row {
    let given = process.ratings.get(&one.id).copied();
    let none = (None, "Ikke bedømt".to_owned());
    let options = (0..=BEST)
        .zip(&one.anchors)
        .map(|(rating, anchor)| (Some(Value::from(rating)), format!("{rating}: {anchor}")));
    let chosen = given.map(Value::from);
    choice(
        &one.title,
        path(&["processes", &id.0, "ratings", &one.id]),
        std::iter::once(none).chain(options).collect(),
        chosen.as_ref(),
    )
    .hint(&one.question)
    .row()
}

/// New processes: of one's own, or from the candidates.
fn add(planner: &mut Planner<'_, '_>) {
    let all = screening();
    let id = planner.new_id('p');
    planner.page.heading("Tilføj processer");
    planner.page.aside(&all.candidates_note);
    let taken: Vec<&str> = planner
        .decisions
        .processes
        .values()
        .filter_map(|one| one.title.as_deref())
        .collect();
    let mut cells = vec![
        button("ny-proces", "Tilføj en proces af jeres egne")
            .focus_field(&["processes", &id, "title"])
            .sets(&["processes", &id, "title"], Some("Ny proces".into()))
            .primary()
            .cell(),
    ];
    for (number, one) in all.candidates.iter().enumerate() {
        if taken.contains(&one.title.as_str()) {
            continue;
        }
        let id = format!("{id}{number:02}");
        let mut add = button(&format!("kandidat-{}", one.id), &one.title)
            .said(&format!("Tilføj kandidaten {}", one.title))
            .focus("ny-proces")
            .says(format!("{} er tilføjet.", one.title))
            .sets(&["processes", &id, "title"], Some(one.title.clone().into()));
        if let [area] = one.areas.as_slice() {
            add = add.sets(&["processes", &id, "area"], Some(area.to_string().into()));
        }
        cells.push(add.cell());
    }
    let row = Row {
        id: "kandidater-row".to_owned(),
        head: String::new(),
        cells: vec![together(cells)],
    };
    planner.form(
        "kandidater",
        "Kandidater fra KLK's katalog (»Kommunale veje til effektivisering« s. 26)",
        vec![row],
    );
}

/// What each criterion counts.
fn weights(planner: &mut Planner<'_, '_>) {
    let fields = planner.fields();
    let weights: &BTreeMap<String, u8> = &planner.decisions.weights;
    let rows = screening()
        .criteria
        .iter()
        .map(|one| {
            let own = weights.get(&one.id).copied();
            let at = path(&["weights", &one.id]);
            let range = (0, u32::from(HEAVIEST));
            fields
                .whole(
                    &one.title,
                    at,
                    range,
                    Some(own.unwrap_or(one.weight).into()),
                )
                .mark(if own.is_none() {
                    "Kommunebenchmarks vægt"
                } else {
                    ""
                })
                .row()
        })
        .collect();
    planner.page.heading("Vægtene");
    planner.page.paragraph("Vægtene er Kommunebenchmarks bud. Ret dem, hvis noget betyder mere hos jer; 0 tager kriteriet ud, 10 er mest.");
    planner.form("vaegte", "Hvor meget hvert kriterium betyder", rows);
}

fn examples(planner: &mut Planner<'_, '_>) {
    let all = screening();
    planner.page.heading(&all.examples_title);
    planner.page.aside(&all.examples_note);
    let items: Vec<String> = all.examples.iter().map(|one| escape(one)).collect();
    planner.list(&items);
    let robots = ["M13", "K04"].map(|id| {
        let id = ProposalId::from(id);
        list::proposal_link(&id, &words::proposal_name(&id))
    });
    planner.page.markup(&format!(
        "<p>Forslagene om robotter: {}.</p>",
        robots.join(" og ")
    ));
}
