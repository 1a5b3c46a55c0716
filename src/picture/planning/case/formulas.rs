//! How a business case is computed: its formulas in words, and the source's own examples.

use crate::calculators::model::Example;
use crate::calculators::{Evaluation, Model};
use crate::document::html::escape;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};

use super::results::value_of;
use crate::calculators::Row as GridRow;
use crate::picture::planning::words::{fte, kr};

/// The formulas with their values.
pub(super) fn table(model: &Model, evaluation: &Evaluation) -> Table {
    let run = evaluation.outcome.as_ref().map(|outcome| &outcome.expected);
    let yearly = model.yearly();
    let rows = model.formulas.iter().map(|formula| {
        let value = run.and_then(|run| run.values.get(&formula.name)).copied();
        let shown = match value {
            Some(value) => value_of(formula, value),
            None if yearly.contains(formula.name.as_str()) => "for hvert år".to_owned(),
            None => "–".to_owned(),
        };
        let text = in_titles(model, formula.expression.text());
        let note = formula.note.clone().unwrap_or_default();
        let cells = [formula.title.clone(), text, shown, note];
        Row::new(RowKind::Ordinary, cells.map(Cell::from).into())
    });
    Table {
        title: "Formler".to_owned(),
        notes: vec!["Procenter regnes som brøker: 10 % er 0,1.".to_owned()],
        columns: ["Tal", "Formel", "Forventet", "Bemærk"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows: rows.collect(),
    }
}

/// A formula with the titles of what it uses instead of their names.
fn in_titles(model: &Model, expression: &str) -> String {
    let mut text = String::new();
    let mut word = String::new();
    let end = |word: &mut String, text: &mut String| {
        if word.is_empty() {
            return;
        }
        let title = model
            .input(word)
            .map(|input| input.title.as_str())
            .or_else(|| model.formula(word).map(|formula| formula.title.as_str()));
        match (title, word.as_str()) {
            (Some(title), _) => *text += &["»", title, "«"].concat(),
            (None, "year") => text.push_str("år"),
            (None, "if") => text.push_str("hvis"),
            (None, "known") => text.push_str("kendt"),
            (None, "pick") => text.push_str("vælg"),
            (None, other) => text.push_str(&other.replace('.', ",")),
        }
        word.clear();
    };
    for letter in expression.chars() {
        if letter.is_ascii_alphanumeric() || letter == '_' || letter == '.' {
            word.push(letter);
        } else {
            end(&mut word, &mut text);
            text.push(match letter {
                '*' => '·',
                '-' => '−',
                ',' => ';',
                other => other,
            });
        }
    }
    end(&mut word, &mut text);
    text
}

/// An example of the source in one line of markup.
pub(super) fn example(model: &Model, example: &Example) -> String {
    let values = example.expect.iter().filter_map(|one| {
        let formula = model.formula(&one.of)?;
        let shown = value_of(formula, one.value);
        let printed = one
            .printed
            .as_ref()
            .map_or_else(String::new, |text| format!(" (i kilden: {text})"));
        Some(format!("{} = {shown}{printed}", formula.title))
    });
    let years = example.expect_grid.iter().map(|one| {
        let title = match one.row {
            GridRow::Cash => "Budgetgevinst",
            GridRow::Capacity => "Værdi af frigjort tid",
            GridRow::Running => "Drift",
            GridRow::Investment => "Investering",
            GridRow::Result => "Resultat",
            GridRow::Accumulated => "Akkumuleret resultat",
            GridRow::Fte => "Frigjorte årsværk",
        };
        let when = match one.year {
            0 => "i alt".to_owned(),
            year => format!("år {year}"),
        };
        let value = if one.row == GridRow::Fte {
            fte(one.value)
        } else {
            kr(one.value)
        };
        format!("{title} {when} = {value}")
    });
    let values: Vec<String> = values.chain(years).collect();
    // What is no number of the source does not bear its name.
    let source = match (example.title.starts_with("Regneprøve"), example.derived) {
        (true, _) => String::new(),
        (false, true) => format!(
            "{}, udregnet af Kommunebenchmark efter kildens formel",
            example.source.danish()
        ),
        (false, false) => example.source.danish(),
    };
    let source = match source.as_str() {
        "" => String::new(),
        source => format!(" <span class=\"muted\">({})</span>", escape(source)),
    };
    format!(
        "{}: {}{source}",
        escape(&example.title),
        escape(&values.join("; "))
    )
}
