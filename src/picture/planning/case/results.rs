//! What comes out of a business case: results, years, what matters most, and the formulas.

use crate::calculators::model::Formula;
use crate::calculators::{Evaluation, Model, Run, Target, Why};
use crate::charts::tornado::{self, Tornado};
use crate::charts::{Request, specification};
use crate::danish::{format_number, format_short};
use crate::document::html::escape;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::decisions::Case;
use crate::domain::scenario::PerScenario;
use crate::picture::Drawn;
use crate::picture::planning::Planner;
use crate::picture::planning::words::{self, kr};
use crate::sorting;

use super::inputs::unit;
use super::years;

/// A formula's value with its unit.
pub fn value_of(formula: &Formula, value: f64) -> String {
    labelled(value, formula.unit.as_str(), formula.unit_label.as_deref())
}

/// A number with what stands in the place of its unit's usual name, if something does.
fn labelled(value: f64, of: &str, label: Option<&str>) -> String {
    let text = number(value, of);
    match label {
        None => text,
        Some(label) => {
            let usual = unit(of);
            let bare = text
                .strip_suffix(usual)
                .map_or(text.as_str(), str::trim_end);
            format!("{bare} {label}").trim_end().to_owned()
        }
    }
}

/// A number in its unit, with the decimals that suit it.
pub fn number(value: f64, of: &str) -> String {
    let decimals = match of {
        "kr" | "count" | "kr/fte" if value.abs() >= 100.0 => 0,
        "percent" | "hours" | "minutes" => 1,
        _ => 2,
    };
    let text = if decimals == 2 {
        format_short(value)
    } else {
        format_number(value, decimals)
    };
    match unit(of) {
        "tal" | "antal" => text,
        unit => format!("{text} {unit}"),
    }
}

/// What a business case is measured by, as a range; none where it is undefined.
pub fn amount(
    model: &Model,
    target: &Target,
    result: &PerScenario<Option<f64>>,
    years: Option<usize>,
) -> Option<String> {
    let (low, expected, high) = (result.low?, result.expected?, result.high?);
    let show = |value: f64| match target {
        Target::Result => kr(value),
        Target::Fte => words::fte(value),
        Target::Output(name) => model
            .formula(name)
            .map_or_else(String::new, |one| value_of(one, value)),
    };
    let amount = words::range(low, expected, high, show);
    Some(match (target, years) {
        (Target::Output(name), _) => match model.formula(name) {
            Some(formula) => format!("{}: {amount}", formula.title),
            None => amount,
        },
        (_, Some(years)) => format!("{amount} over {years} år"),
        (_, None) => amount,
    })
}

pub(crate) fn write(
    planner: &mut Planner<'_, '_>,
    case: &Case,
    model: &Model,
    evaluation: &Evaluation,
) {
    planner.page.heading("Resultat");
    let Some(outcome) = &evaluation.outcome else {
        let why = if evaluation.missing.is_empty() {
            "Et af tallene skal rettes, før der er et resultat. Det står ved feltet."
        } else {
            "Resultatet kommer, når tallene ovenfor er udfyldt."
        };
        planner.page.paragraph(why);
        return;
    };
    outputs(planner, model, evaluation, outcome);
    undefined(planner, model, outcome);
    years::write(planner, case, model, evaluation);
    tornado(planner, model, evaluation);
}

fn outputs(
    planner: &mut Planner<'_, '_>,
    model: &Model,
    evaluation: &Evaluation,
    outcome: &PerScenario<Run>,
) {
    let mut rows = Vec::new();
    for name in &model.outputs {
        let (Some(formula), Some(&expected)) =
            (model.formula(name), outcome.expected.values.get(name))
        else {
            continue;
        };
        let of = |run: &Run| run.values.get(name).copied().unwrap_or(expected);
        let (low, high) = (of(&outcome.low), of(&outcome.high));
        let show = |value| value_of(formula, value);
        let cells = [formula.title.clone(), show(expected), show(low), show(high)];
        rows.push(Row::new(RowKind::Ordinary, cells.map(Cell::from).into()));
    }
    let titles = [
        "Resultat",
        "Forventet",
        "I det lave forløb",
        "I det høje forløb",
    ];
    // Where nothing is uncertain, one column says all.
    let columns = if evaluation.swings.is_empty() { 2 } else { 4 };
    for row in &mut rows {
        row.cells.truncate(columns);
    }
    let note = "Det lave forløb bruger det af hvert usikkert tal, der giver det dårligste resultat, det høje det bedste.";
    let table = Table {
        title: "Resultat af beregningen".to_owned(),
        notes: (columns == 4)
            .then(|| note.to_owned())
            .into_iter()
            .collect(),
        columns: titles[..columns]
            .iter()
            .map(|title| Column::new(*title, Form::Text))
            .collect(),
        rows,
    };
    planner.page.table(&table, false);
}

/// What could not be computed, and why.
fn undefined(planner: &mut Planner<'_, '_>, model: &Model, outcome: &PerScenario<Run>) {
    let why = |why: &Why| match why {
        Why::DivisionByZero => "der divideres med nul".to_owned(),
        Why::TooLarge => "tallet bliver for stort til at give mening".to_owned(),
        Why::Missing(name) => {
            let title = model
                .input(name)
                .map_or(name.as_str(), |input| input.title.as_str());
            format!("»{title}« mangler")
        }
        Why::Unknown(name) => format!("modellen kender ikke {name}"),
    };
    let mut causes: Vec<String> = outcome
        .expected
        .undefined
        .iter()
        .map(|one| why(&one.why))
        .collect();
    sorting::sort(&mut causes);
    causes.dedup();
    if !causes.is_empty() {
        let markup = format!("<p>{}.</p>", escape(&words::and(&causes)));
        planner.alert(
            "info",
            "Noget kan ikke regnes ud med disse tal, fordi",
            &markup,
        );
    }
}

fn tornado(planner: &mut Planner<'_, '_>, model: &Model, evaluation: &Evaluation) {
    let base = evaluation.result().and_then(|result| result.expected);
    let (Some(base), false) = (base, evaluation.swings.is_empty()) else {
        return;
    };
    let show = |value: f64| match &evaluation.target {
        Target::Result => kr(value),
        Target::Fte => words::fte(value),
        Target::Output(name) => model
            .formula(name)
            .map_or_else(String::new, |one| value_of(one, value)),
    };
    let rows: Vec<tornado::Row> = evaluation
        .swings
        .iter()
        .filter_map(|swing| {
            let (low_value, high_value) = (swing.at_low?, swing.at_high?);
            let input = model.input(&swing.input)?;
            let state = evaluation.input(&swing.input)?;
            let at = |value: Option<f64>, result: f64| {
                let value = value.map_or_else(String::new, |value| {
                    // An empty label trusts to the title, which does not stand here.
                    let label = input
                        .unit_label
                        .as_deref()
                        .filter(|label| !label.is_empty());
                    labelled(value, input.unit.as_str(), label)
                });
                format!("{value} → {}", show(result))
            };
            Some(tornado::Row {
                title: input.title.clone(),
                low_value,
                high_value,
                low_text: at(state.values.low, low_value),
                high_text: at(state.values.high, high_value),
            })
        })
        .collect();
    let Some(first) = rows.first() else {
        return;
    };
    let title = format!("Mest betyder {}", crate::danish::lower(&first.title));
    let table = tornado_table(&rows);
    planner.page.figure(Drawn {
        id: "foelsomhed".to_owned(),
        title,
        summary: format!(
            "Hvor meget resultatet ({}) flytter sig, når ét usikkert tal ad gangen er lavest og højest, og de andre er som forventet.",
            show(base)
        ),
        specification: specification(&Request::Tornado(Tornado {
            base,
            base_text: show(base),
            rows,
            unit: match &evaluation.target {
                Target::Result => "kr.".to_owned(),
                Target::Fte => "årsværk".to_owned(),
                Target::Output(name) => {
                    model.formula(name).map_or_else(String::new, |one| {
                        let usual = unit(one.unit.as_str());
                        one.unit_label.as_deref().unwrap_or(usual).to_owned()
                    })
                }
            },
        })),
        beside: false,
        table: Some(&table),
    });
}

fn tornado_table(rows: &[tornado::Row]) -> Table {
    Table {
        title: "Hvad resultatet afhænger af".to_owned(),
        notes: Vec::new(),
        columns: ["Tal", "Når det er lavest", "Når det er højest"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows: rows
            .iter()
            .map(|row| {
                let cells = [
                    row.title.clone(),
                    row.low_text.clone(),
                    row.high_text.clone(),
                ];
                Row::new(RowKind::Ordinary, cells.map(Cell::from).into())
            })
            .collect(),
    }
}
