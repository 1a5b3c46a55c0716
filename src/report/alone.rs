//! The report as a page that stands alone: no scripts, nothing to load, for filing and editing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::document::html::escape;
use crate::picture::piece::{Chart, Piece};

use super::content::Report;
use super::sheet;

/// The page around the report: its look, and a policy that lets nothing be loaded or run.
const PAGE: &str = include_str!("alone.html");

/// Writes the page. `images` are the charts as data addresses by their figures' ids; a chart
/// without one is told by its summary and numbers.
#[must_use]
pub fn write(report: &Report, images: &BTreeMap<String, Vec<u8>>) -> String {
    let mut body = sheet::front(report);
    for section in &report.sections {
        body += &sheet::head(section);
        for piece in &section.pieces {
            match piece {
                Piece::Chart(chart) => add_chart(&mut body, chart, images),
                other => body += &other.markup(1),
            }
        }
    }
    let title = format!("{}: {}", report.subtitle, report.title);
    // The body last: what is written in it is no place of the page's.
    PAGE.replacen("<!--title-->", &escape(&title), 1)
        .replacen("<!--running-->", &escape(&sheet::running(report)), 1)
        .replacen("<!--body-->", &without_acts(&body), 1)
}

fn add_chart(body: &mut String, chart: &Chart, images: &BTreeMap<String, Vec<u8>>) {
    let figure = &chart.figure;
    let badge = figure.badge.as_ref().map_or_else(String::new, |(text, _)| {
        format!(" <span class=\"badge\">{}</span>", escape(text))
    });
    let _ = write!(
        body,
        "<figure><figcaption>{}{badge}</figcaption><p class=\"muted\">{}</p>",
        escape(&figure.title),
        escape(&figure.summary)
    );
    let image = images
        .get(&figure.id)
        .map(|image| String::from_utf8_lossy(image));
    if let Some(image) = image.filter(|image| image.starts_with("data:image/svg")) {
        let _ = write!(
            body,
            "<img alt=\"{}\" src=\"{}\">",
            escape(&figure.title),
            escape(&image)
        );
    }
    *body += "</figure>";
    if let Some(numbers) = &chart.numbers {
        *body += &Piece::Table(numbers.clone(), chart.badge).markup(1);
    }
}

/// Markup without what only the app understands: links of the app lead nowhere here, and what an
/// element does there has no meaning. Texts are escaped, so a tag is always a tag.
fn without_acts(markup: &str) -> String {
    let mut plain = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        let Some(length) = rest[start..].find('>') else {
            rest = &rest[start..];
            break;
        };
        let tag = &rest[start..=start + length];
        if !(tag == "</a>" || tag.starts_with("<a ")) {
            plain.push_str(tag);
        }
        rest = &rest[start + length + 1..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_app_become_texts() {
        assert_eq!(
            without_acts("<p>Se <a href=\"x\" data-act=\"{&quot;a&quot;}\">Område</a> &lt;a</p>"),
            "<p>Se Område &lt;a</p>"
        );
        assert_eq!(without_acts("uden <p"), "uden <p");
    }

    #[test]
    fn the_page_holds_no_script_and_loads_nothing() {
        let report = Report {
            title: "<script>alert(1)</script>".to_owned(),
            subtitle: "X Kommune, 2026".to_owned(),
            ..Report::default()
        };
        let page = write(&report, &BTreeMap::new());
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("default-src 'none'"), "{page}");
        assert!(!page.contains("href="), "{page}");
    }
}
