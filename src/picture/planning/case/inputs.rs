//! The numbers that are put into a business case.

use crate::calculators::inputs::{End, Problem};
use crate::calculators::model::Input;
use crate::calculators::{Evaluation, InputState, Model, Origin};
use crate::danish::format_short;
use crate::document::html::escape;
use crate::domain::decisions::{Case, CaseId};
use crate::domain::plan::Path;
use crate::picture::form::shape::{Cell, Row};
use crate::picture::planning::fields::{Made, choice, path};
use crate::picture::planning::{Planner, listed};
use serde_json::Value;

pub(super) fn write(
    planner: &mut Planner<'_, '_>,
    id: &CaseId,
    case: &Case,
    model: &Model,
    evaluation: &Evaluation,
) {
    planner.page.heading("Jeres tal");
    missing(planner, model, evaluation);
    let uncertain = model.inputs.iter().any(|input| input.uncertain);
    if uncertain {
        planner.page.paragraph(
            "Hvor et tal er usikkert, kan I skrive det laveste og det højeste, I tror på. Så bliver resultatet et spænd.",
        );
    }
    let groups = model.inputs.chunk_by(|one, next| one.group == next.group);
    let mut at = 0;
    for (number, group) in groups.enumerate() {
        let states = &evaluation.inputs[at..at + group.len()];
        at += group.len();
        let wide = group.iter().any(|input| input.uncertain);
        let rows = group
            .iter()
            .zip(states)
            .map(|(input, state)| row(planner, id, case, input, state, wide))
            .collect();
        let columns: &[&str] = if wide {
            &["Tal", "Forventet", "Lavest", "Højest"]
        } else {
            &["Tal", "Jeres tal"]
        };
        let legend = group[0].group.as_deref().unwrap_or("Grundtal");
        planner.form_table(&format!("tal-{number}"), legend, columns, rows);
    }
}

/// What must be filled in before there is a result.
fn missing(planner: &mut Planner<'_, '_>, model: &Model, evaluation: &Evaluation) {
    let titles = evaluation
        .missing
        .iter()
        .filter_map(|name| model.input(name));
    let items: Vec<String> = titles.map(|input| escape(&input.title)).collect();
    if !items.is_empty() {
        planner.alert(
            "info",
            "Udfyld disse tal, så kommer resultatet",
            &listed(&items),
        );
    }
}

fn row(
    planner: &Planner<'_, '_>,
    id: &CaseId,
    case: &Case,
    input: &Input,
    state: &InputState,
    wide: bool,
) -> Row {
    let fields = planner.fields();
    let given = case.inputs.get(&input.name).copied().unwrap_or_default();
    let at = |end: &str| path(&["cases", &id.0, "inputs", &input.name, end]);
    let unit = match input
        .unit_label
        .as_deref()
        .unwrap_or_else(|| unit(input.unit.as_str()))
    {
        "" => String::new(),
        unit => format!(", {unit}"),
    };
    let named = |word: &str| format!("{}{word}{unit}", input.title);
    let error = |end: End| {
        state
            .problem
            .filter(|problem| end_of(*problem) == end)
            .map(in_words)
    };
    let mark = match state.origin {
        Origin::Survey => "Fra skemaet",
        Origin::Default => "Fra kilden",
        Origin::Given | Origin::Missing => "",
    };
    let value = given.expected.or(state.values.expected);
    let expected = if input.yes_no {
        yes_no(&named(""), at("expected"), value)
    } else {
        fields.number(&named(""), at("expected"), value)
    };
    let expected = expected.mark(mark).wrong(error(End::Expected));
    let mut cells = vec![expected.cell()];
    if wide {
        let ends = [
            ("low", " (lavest)", given.low, End::Low),
            ("high", " (højest)", given.high, End::High),
        ];
        cells.extend(ends.map(|(key, word, value, end)| {
            if input.uncertain {
                fields
                    .number(&named(word), at(key), value)
                    .wrong(error(end))
                    .cell()
            } else {
                Cell::Html(String::new())
            }
        }));
    }
    let optional = if input.required {
        ""
    } else {
        " (kan udelades)"
    };
    let help = if input.help.is_empty() {
        String::new()
    } else {
        format!(
            "<br><span class=\"form-hint\">{}</span>",
            escape(&input.help)
        )
    };
    Row {
        id: format!("tal-{}", input.name),
        head: format!("{}{unit}{optional}{help}", escape(&input.title)),
        cells,
    }
}

/// A question.
fn yes_no(label: &str, at: Path, value: Option<f64>) -> Made {
    let options = [
        (None, "Ikke besvaret"),
        (Some(1.0), "Ja"),
        (Some(0.0), "Nej"),
    ];
    let options = options.map(|(value, name)| (value.map(Value::from), name.to_owned()));
    choice(label, at, options.into(), value.map(Value::from).as_ref())
}

/// Which field a problem belongs to.
const fn end_of(problem: Problem) -> End {
    match problem {
        Problem::NotFinite { end }
        | Problem::Below { end, .. }
        | Problem::Above { end, .. }
        | Problem::OverHundredPercent { end }
        | Problem::NotWhole { end } => end,
        Problem::LowAboveExpected | Problem::LowAboveHigh => End::Low,
        Problem::ExpectedAboveHigh => End::High,
        Problem::Years { .. } => End::Expected,
    }
}

/// What is wrong with a number, and what to do.
pub fn in_words(problem: Problem) -> String {
    match problem {
        Problem::NotFinite { .. } => "Skriv et tal, fx 1.250 eller 4,5.".to_owned(),
        Problem::Below { min: 0.0, .. } => {
            "Tallet kan ikke være negativt. Skriv 0 eller derover.".to_owned()
        }
        Problem::Below { min, .. } => format!("Skriv {} eller derover.", format_short(min)),
        Problem::Above { max, .. } => format!("Skriv højst {}.", format_short(max)),
        Problem::OverHundredPercent { .. } => "Skriv en procent mellem 0 og 100.".to_owned(),
        Problem::NotWhole { .. } => "Skriv et helt tal uden decimaler.".to_owned(),
        Problem::LowAboveExpected => "Det laveste tal er større end det forventede.".to_owned(),
        Problem::ExpectedAboveHigh => "Det højeste tal er mindre end det forventede.".to_owned(),
        Problem::LowAboveHigh => "Det laveste tal er større end det højeste.".to_owned(),
        Problem::Years { fewest, most, .. } => format!("Skriv fra {fewest} til {most} år."),
    }
}

/// A unit in Danish. What something is counted in stands in its label or its title, if anywhere.
pub fn unit(unit: &str) -> &'static str {
    match unit {
        "kr" | "kr/count" => "kr.",
        "tkr" => "1.000 kr.",
        "mio" => "mio. kr.",
        "hours" | "hours/count" => "timer",
        "minutes" | "minutes/count" => "minutter",
        "fte" | "fte/count" => "årsværk",
        "count" => "antal",
        "percent" => "%",
        "year" => "år",
        "kr/hour" => "kr. pr. time",
        "kr/fte" => "kr. pr. årsværk",
        "hours/fte" => "timer pr. årsværk",
        _ => "tal",
    }
}
