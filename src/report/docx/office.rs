//! Documents as `LibreOffice` opens them: its own reader of Word's format is the judge.

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::super::given;
    use crate::document::html::{self, shown};
    use crate::document::table::{Cell, Table};
    use crate::picture::piece::Piece;
    use crate::report::content::Report;

    /// A document in other forms: `pdf`, `html`.
    fn converted(bytes: &[u8], forms: [&str; 2]) -> [Vec<u8>; 2] {
        let name = format!("kommunebenchmark-docx-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let document = folder.join("report.docx");
        std::fs::write(&document, bytes).unwrap();
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
        let results = forms.map(|form| {
            let output = Command::new("soffice")
                .args([&profile, "--headless", "--convert-to", form, "--outdir"])
                .args([&folder, &document])
                .output()
                .expect("LibreOffice is there (scripts/setup.sh --browsers)");
            let result = std::fs::read(folder.join(format!("report.{form}")));
            result.map_err(|error| format!("{error}: {output:?}"))
        });
        std::fs::remove_dir_all(&folder).unwrap();
        results.map(Result::unwrap)
    }

    /// The texts of the elements of a name in a page, in order.
    fn texts(page: &str, element: &str) -> Vec<String> {
        let start = format!("<{element}");
        let end = format!("</{element}>");
        let mut texts = Vec::new();
        for piece in page.split(&start).skip(1) {
            let Some((content, _)) = piece.split_once(&end) else {
                continue;
            };
            if !content.starts_with([' ', '>']) {
                continue;
            }
            texts.push(plain(&format!("<{content}")));
        }
        texts
    }

    /// What stands between the tags, with single blanks.
    fn plain(markup: &str) -> String {
        let mut text = String::new();
        for piece in markup.split('<').skip(1) {
            text.push_str(piece.split_once('>').map_or("", |(_, rest)| rest));
        }
        let text = text.replace("&nbsp;", " ").replace("&lt;", "<");
        let text = text.replace("&gt;", ">").replace("&amp;", "&");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The tables of a report, and the terms as cells.
    fn cells(report: &Report) -> Vec<String> {
        let mut cells = Vec::new();
        let pair = |(term, text): &(String, String)| [term.clone(), text.clone()];
        cells.extend(report.facts.iter().flat_map(pair));
        for piece in report.sections.iter().flat_map(|section| &section.pieces) {
            match piece {
                Piece::Terms(terms) => cells.extend(terms.iter().flat_map(pair)),
                Piece::Table(table, _) => add_cells(&mut cells, table),
                Piece::Chart(chart) => {
                    chart
                        .numbers
                        .iter()
                        .for_each(|table| add_cells(&mut cells, table));
                }
                _ => {}
            }
        }
        cells
    }

    fn add_cells(cells: &mut Vec<String>, table: &Table) {
        for section in html::sections(&table.rows) {
            cells.extend(shown(&table.columns).map(|(_, column)| column.title.clone()));
            for row in section.body.iter().chain(&section.foot) {
                for (index, column) in shown(&table.columns) {
                    let cell = row.cells.get(index).unwrap_or(&Cell::Empty);
                    let mark = row.mark.filter(|_| index == 0);
                    let mark = mark.map_or_else(String::new, |mark| format!(" ({mark})"));
                    cells.push(html::text(cell, column.form) + &mark);
                }
            }
        }
    }

    #[test]
    fn libreoffice_finds_the_headings_and_the_cells_of_the_report() {
        let report = given::report();
        let bytes = super::super::write(&report, &given::images()).unwrap();
        let [pdf, page] = converted(&bytes, ["pdf", "html"]);
        assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
        let page = String::from_utf8(page).unwrap();
        let mut expected = vec![Vec::new(); 4];
        for section in &report.sections {
            expected[0].push(section.title.clone());
            for piece in &section.pieces {
                match piece {
                    Piece::Heading(level, text) => {
                        expected[usize::from(*level) - 1].push(text.clone());
                    }
                    Piece::Table(table, _) if table.rows.is_empty() => {
                        expected[2].push(table.title.clone());
                    }
                    _ => {}
                }
            }
        }
        for (level, headings) in expected.iter().enumerate() {
            assert_eq!(texts(&page, &format!("h{}", level + 1)), *headings);
        }
        let mut found = Vec::new();
        for row in page.split("<tr").skip(1) {
            let row = row.split_once("</tr>").map_or(row, |(row, _)| row);
            // A row that is repeated on every page has heads for cells.
            let heads = texts(row, "th");
            found.extend(if heads.is_empty() {
                texts(row, "td")
            } else {
                heads
            });
        }
        assert_eq!(found, cells(&report));
        assert!(page.contains("lang=\"da-DK\"") || page.contains("lang=\"da\""));
    }
}
