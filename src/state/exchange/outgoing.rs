//! Files that go out: the survey, parts of it, forms, results, and rows for a spreadsheet.

use std::collections::BTreeSet;

use crate::document;
use crate::domain::assessment::Assessment;
use crate::domain::ids::{ActivityId, AreaId};
use crate::domain::part::Part;
use crate::picture::{Block, Figure, ReportForm, View};
use crate::platform::assets::{self, Asset};
use crate::platform::clock;
use crate::platform::files::{self, Content, Saved};
use crate::platform::{PlatformError, plot, presentation};
use crate::requests::{Answer, Form, Request, TableName};
use crate::route::Route;

use super::{App, Outcome, desk, save_answer, save_made, told, unexpected};

impl App {
    /// Hands the survey to the user as a file; a part as it is returned.
    pub fn save_file(&self) {
        self.save_survey(false);
    }

    /// Saves the survey, to the same file as last time where `again` is set.
    pub fn save_survey(self, again: bool) {
        let mut assessment = self.peek(Assessment::clone);
        let now = clock::now();
        assessment.seal(&now);
        let what = assessment
            .part
            .as_ref()
            .map(|part| format!("{} svar", part.function));
        let name = self.name_of_file(&what.unwrap_or_default(), "kommunebenchmark.json");
        let text = document::write(&assessment, env!("CARGO_PKG_VERSION"), &now);
        self.run(async move {
            let saved = files::write(&name, &text, again).await?;
            Ok(Outcome::Done(told(&saved, &name)))
        });
    }

    /// Saves a part of the survey for somebody else to answer.
    pub fn save_part(self, part: Part) {
        let now = clock::now();
        let part = Part {
            sent_at: Some(now.clone()),
            ..part
        };
        let name = self.name_of_file(&part.function, "kommunebenchmark.json");
        let taken = self.peek_round(|round| self.peek(|one| one.take_part(round, part)));
        let Some(taken) = taken else { return };
        let text = document::write(&taken, env!("CARGO_PKG_VERSION"), &now);
        self.run(async move {
            files::save(&name, Content::Text(&text))?;
            Ok(Outcome::Done(told(&Saved::Downloaded, &name)))
        });
    }

    /// Saves a form to be filled in.
    pub fn save_form(self, form: Form) {
        let name = self.name_of_file(&format!("skema {}", form.function), "xlsx");
        self.run(async move {
            let mut areas = BTreeSet::<AreaId>::new();
            areas.extend(form.activities.iter().map(|id| id.area));
            let header = assets::read(Asset::CatalogueHeader).await?;
            let mut texts = Vec::new();
            for area in areas {
                texts.push(assets::read(Asset::AreaTexts(area)).await?);
            }
            let form = Form {
                header,
                texts,
                ..form
            };
            let shown = self.shown(false);
            save_made(self, &name, &Request::WriteForm { shown, form }).await
        });
    }

    /// Saves all results as a workbook.
    pub fn save_results(self) {
        let name = self.name_of_file("resultater", "xlsx");
        self.run(async move {
            let shown = self.shown(true);
            save_made(self, &name, &Request::Results { shown }).await
        });
    }

    /// Saves one table as CSV. `what` is its name in the file's.
    pub fn save_csv(self, table: TableName, what: &str) {
        let name = self.name_of_file(what, "csv");
        self.run(async move {
            let shown = self.shown(table.is_beside());
            save_made(self, &name, &Request::Csv { shown, table }).await
        });
    }

    /// Saves the report. The name of one that hides the municipality does not tell it either.
    pub fn save_report(self, form: ReportForm) {
        let anonymous = vec!["report".to_owned(), "anonymous".to_owned()];
        let hidden = self.peek(|one| one.plan.get(&anonymous).is_some());
        let (drawn, ending) = match form {
            ReportForm::Word => (plot::Form::Png, "docx"),
            ReportForm::WebPage => (plot::Form::Svg, "html"),
        };
        let name = if hidden {
            let year = self.peek_round(|round| round.year).unwrap_or_default();
            format!("rapport-{year}.{ending}")
        } else {
            self.name_of_file("rapport", ending)
        };
        self.run(async move {
            let (mut images, mut files) = (Vec::new(), Vec::new());
            for block in self.picture(View::Report(Route::ReportSheet)).await?.blocks {
                if let Block::Figure(figure) = block {
                    let (drawing, size) = drawing(&figure);
                    files.push(plot::image(&drawing, drawn, size).await?);
                    images.push(figure.id);
                }
            }
            let ask = async |beside| {
                let request = Request::Report {
                    shown: self.shown(beside),
                    form,
                    images: images.clone(),
                };
                self.ask_beside_for_file(&request, &files).await
            };
            // The report stands without a group; so it does without the dataset's file.
            let answer = match ask(true).await {
                Ok(answer) => answer,
                Err(_) => ask(false).await?,
            };
            save_answer(answer, &name)
        });
    }

    /// Copies a table that is shown, to be put into a document or a slide.
    pub fn copy_table(self, id: &str) {
        let copied = presentation::copy_element(id);
        self.run(async move {
            if copied {
                let text = "Tabellen er kopieret. Sæt den ind i Word, PowerPoint eller Excel.";
                Ok(Outcome::Done(Some(text.to_owned())))
            } else {
                let detail = "Browseren lod ikke tabellen kopiere. Markér den, og brug Ctrl+C.";
                Err(PlatformError::Refused {
                    detail: detail.to_owned(),
                })
            }
        });
    }

    /// Puts rows of the survey on the clipboard, for a spreadsheet.
    pub fn copy_rows(self, rows: Vec<ActivityId>) {
        self.run(async move {
            let shown = self.shown(false);
            match desk::ask(&Request::WriteBlock { shown, rows }, &[]).await? {
                (Answer::Text(text), _) => {
                    files::copy(&text).await?;
                    Ok(Outcome::Done(Some(
                        "Rækkerne er kopieret. Sæt dem ind i et regneark.".to_owned(),
                    )))
                }
                other => Err(unexpected(other)),
            }
        });
    }

    /// Saves a contribution. The name of an anonymous one does not tell the municipality either.
    pub fn save_contribution(self, id: &str, named: bool, text: String) {
        const ENDING: &str = "kommunebenchmark-bidrag.json";
        let name = if named {
            self.name_of_file("bidrag", ENDING)
        } else {
            let year = self.peek_round(|round| round.year).unwrap_or_default();
            let short = id.get(..8).unwrap_or(id);
            format!("bidrag-{year}-{short}.{ENDING}")
        };
        self.save_named(&name, text);
    }

    /// Saves a text under a name.
    pub fn save_named(self, name: &str, text: String) {
        let name = name.to_owned();
        self.run(async move {
            files::save(&name, Content::Text(&text))?;
            Ok(Outcome::Done(told(&Saved::Downloaded, &name)))
        });
    }
}

/// Width of a chart in a document, in pixels.
const WIDTH: f64 = 1000.0;

/// A chart as it is drawn, as JSON, and its size: its title stands beside it.
fn drawing(figure: &Figure) -> (String, (f64, f64)) {
    let height = figure.layout["height"].as_f64().unwrap_or(500.0);
    let drawing = serde_json::json!({"data": figure.data, "layout": figure.layout});
    (drawing.to_string(), (WIDTH, height))
}
