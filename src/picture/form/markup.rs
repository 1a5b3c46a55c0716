//! Forms as markup: every text escaped, what each control does beside it.
//!
//! The element of a control bears its [`Act`] as JSON in `data-act`. A control's id is the same
//! each time the page is made, so that the app can give the focus back. Owns no words.

use super::shape::{Cell, Control, ControlKind, Form, Row};
use super::{Act, Button, Reading};
use crate::document::html::escape;

impl Form {
    /// The form as markup.
    #[must_use]
    pub fn write(&self) -> String {
        if self.columns.is_empty() {
            self.list()
        } else {
            self.table()
        }
    }

    /// Fields below each other.
    fn list(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(list_row).collect();
        let legend = match self.legend.as_str() {
            "" => String::new(),
            legend => format!(
                "<legend class=\"plan-form__legend\">{}</legend>",
                escape(legend)
            ),
        };
        format!(
            "<fieldset class=\"plan-form\" id=\"{}\">{legend}{}</fieldset>",
            escape(&self.id),
            rows.concat()
        )
    }

    /// Fields in a table.
    fn table(&self) -> String {
        let columns = self.columns.iter().enumerate().map(|(index, column)| {
            let class = if self.only_acts(index) {
                " class=\"acts\""
            } else {
                ""
            };
            format!("<th scope=\"col\"{class}>{}</th>", escape(column))
        });
        let rows: Vec<String> = self.rows.iter().map(|row| self.table_row(row)).collect();
        format!(
            "<div class=\"table-wrap\" id=\"{}\"><table class=\"score-table plan-table\"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
            escape(&self.id),
            escape(&self.legend),
            columns.collect::<Vec<_>>().concat(),
            rows.concat()
        )
    }

    /// Whether a column holds nothing but buttons, which are nothing on paper. The first is the
    /// head's.
    fn only_acts(&self, column: usize) -> bool {
        let is_act = |control: &Control| matches!(control.kind, ControlKind::Button(_));
        let of_row = |row: &Row| match column.checked_sub(1).and_then(|index| row.cells.get(index))
        {
            Some(Cell::Controls(controls)) => Some(controls.iter().all(is_act)),
            Some(Cell::Html(markup)) => markup.is_empty().then_some(true),
            None => None,
        };
        !self.rows.is_empty() && self.rows.iter().all(|row| of_row(row) == Some(true))
    }

    fn table_row(&self, row: &Row) -> String {
        let titles = self.columns.iter().enumerate().skip(1);
        let cells = row.cells.iter().zip(titles).map(|(one, (index, title))| {
            let class = if self.only_acts(index) {
                " class=\"acts\""
            } else {
                ""
            };
            format!(
                "<td{class} data-title=\"{}\">{}</td>",
                escape(title),
                cell(one)
            )
        });
        format!(
            "<tr id=\"{}\"><th scope=\"row\">{}</th>{}</tr>",
            escape(&row.id),
            row.head,
            cells.collect::<Vec<_>>().concat()
        )
    }
}

fn list_row(row: &Row) -> String {
    let cells = row
        .cells
        .iter()
        .map(|one| format!("<div class=\"plan-form__cell\">{}</div>", cell(one)));
    format!(
        "<div class=\"plan-form__row\" id=\"{}\">{}<div class=\"plan-form__cells\">{}</div></div>",
        escape(&row.id),
        row.head,
        cells.collect::<Vec<_>>().concat()
    )
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Html(markup) => markup.clone(),
        Cell::Controls(controls) => controls.iter().map(control).collect::<Vec<_>>().concat(),
    }
}

/// What an element bears that does something.
///
/// # Panics
/// Never: an act has a JSON form.
#[must_use]
pub fn act(act: &Act) -> String {
    let text = serde_json::to_string(act).expect("an act has a JSON form");
    format!("data-act=\"{}\"", escape(&text))
}

fn control(control: &Control) -> String {
    if let ControlKind::Button(button) = &control.kind {
        return self::button(control, button);
    }
    let id = escape(&control.id);
    let part = |class: &str, what: &str, text: &str| match text {
        "" => String::new(),
        text => format!(
            "<span class=\"{class}\" id=\"{id}-{what}\">{}</span>",
            escape(text)
        ),
    };
    let error = control.error.as_deref().unwrap_or_default();
    let label = format!(
        "<label class=\"form-label\" for=\"{id}\">{}</label>",
        escape(&control.label)
    );
    let hint = part("form-hint", "hint", &control.hint);
    let error_message = part("form-error-message", "error", error);
    let field = field(control, &described(control));
    let mark = part("plan-form__mark", "mark", &control.mark);
    let inside = if matches!(control.kind, ControlKind::Check { .. }) {
        [error_message, field, label, hint, mark].concat()
    } else {
        [label, hint, error_message, field, mark].concat()
    };
    let class = if error.is_empty() { "" } else { " form-error" };
    format!("<div class=\"plan-form__field{class}\">{inside}</div>")
}

/// What the field's element bears besides its own: id, description, whether it is wrong.
fn described(control: &Control) -> String {
    let id = escape(&control.id);
    let of = |there: bool, what: &str| there.then(|| format!("{id}-{what}"));
    let ids: Vec<String> = [
        of(!control.hint.is_empty(), "hint"),
        of(control.error.is_some(), "error"),
        of(!control.mark.is_empty(), "mark"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let described = if ids.is_empty() {
        String::new()
    } else {
        format!(" aria-describedby=\"{}\"", ids.join(" "))
    };
    let invalid = if control.error.is_some() {
        " aria-invalid=\"true\""
    } else {
        ""
    };
    format!("id=\"{id}\"{described}{invalid}")
}

fn field(control: &Control, own: &str) -> String {
    match &control.kind {
        ControlKind::Button(_) => String::new(),
        ControlKind::Text {
            path,
            reading,
            shown,
        } => {
            let act = act(&Act::Enter(path.clone(), *reading));
            let shown = escape(shown);
            match reading {
                Reading::Lines => format!(
                    "<textarea class=\"form-input\" rows=\"3\" {own} {act}>{shown}</textarea>"
                ),
                Reading::Number | Reading::Whole { .. } => format!(
                    "<input class=\"form-input form-input--num\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" {own} {act} value=\"{shown}\">"
                ),
                Reading::Line | Reading::Day => format!(
                    "<input class=\"form-input\" type=\"{}\" autocomplete=\"off\" {own} {act} value=\"{shown}\">",
                    if *reading == Reading::Day {
                        "date"
                    } else {
                        "text"
                    }
                ),
            }
        }
        ControlKind::Choice {
            path,
            options,
            chosen,
        } => {
            let values = options.iter().map(|(value, _)| value.clone()).collect();
            let act = act(&Act::Choose(path.clone(), values));
            let options = options.iter().enumerate().map(|(index, (_, name))| {
                let selected = if index == *chosen { " selected" } else { "" };
                format!(
                    "<option value=\"{index}\"{selected}>{}</option>",
                    escape(name)
                )
            });
            format!(
                "<select class=\"form-select\" {own} {act}>{}</select>",
                options.collect::<Vec<_>>().concat()
            )
        }
        ControlKind::Check { path, on, usual } => {
            let path = path.clone();
            let act = act(&if *usual {
                Act::Uncheck(path)
            } else {
                Act::Check(path)
            });
            let checked = if *on { " checked" } else { "" };
            format!("<input class=\"form-checkbox\" type=\"checkbox\" {own} {act}{checked}>")
        }
    }
}

fn button(control: &Control, button: &Button) -> String {
    let said = match control.hint.as_str() {
        "" => String::new(),
        said => format!(" aria-label=\"{}\"", escape(said)),
    };
    format!(
        "<button class=\"button {} button--small\" type=\"button\" id=\"{}\"{said} {}>{}</button>",
        if button.primary {
            "button-primary"
        } else {
            "button-secondary"
        },
        escape(&control.id),
        act(&Act::Press(Button {
            label: control.label.clone(),
            ..button.clone()
        })),
        escape(&control.label)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_texts_stay_texts() {
        let bad = "\"'><script>alert(1)</script>";
        let text = |reading| Control {
            id: bad.to_owned(),
            label: bad.to_owned(),
            hint: bad.to_owned(),
            mark: bad.to_owned(),
            error: Some(bad.to_owned()),
            kind: ControlKind::Text {
                path: vec![bad.to_owned()],
                reading,
                shown: bad.to_owned(),
            },
        };
        let form = Form {
            id: bad.to_owned(),
            legend: bad.to_owned(),
            columns: vec![bad.to_owned(), bad.to_owned()],
            rows: vec![Row {
                id: bad.to_owned(),
                head: String::new(),
                cells: vec![Cell::Controls(vec![
                    text(Reading::Line),
                    text(Reading::Lines),
                ])],
            }],
        };
        let columnless = Form {
            columns: Vec::new(),
            ..form.clone()
        };
        for markup in [form.write(), columnless.write()] {
            assert!(
                !markup.contains("<script") && !markup.contains("\"'"),
                "{markup}"
            );
        }
    }

    #[test]
    fn what_a_control_does_stands_beside_it() {
        let path = vec!["a".to_owned(), "b \"c\"".to_owned()];
        let markup = act(&Act::Check(path.clone()));
        let text = markup
            .strip_prefix("data-act=\"")
            .unwrap()
            .strip_suffix('"')
            .unwrap();
        let text = text
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&amp;", "&");
        assert_eq!(Act::read(&text), Some(Act::Check(path)));
    }
}
