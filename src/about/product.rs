//! Om Kommunebenchmark: which build this is, who made what, whose work is in it. The text is data
//! (`product.json`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::Told;
use crate::document::html::{self, escape};
use crate::document::table::{Column, Form, Row, RowKind, Table};
use crate::domain::{METHOD_VERSION, catalogue};
use crate::json;
use crate::picture::prose::{self, Text, alert};
use crate::route::Route;

/// The text of the page.
static TEXT: LazyLock<Text> =
    LazyLock::new(|| json::read(include_str!("product.json")).expect("checked by a test"));

pub(super) fn markup(told: &Told) -> String {
    prose::markup(&TEXT, Route::About, &|name| match name {
        "build" => build(told),
        "components" => components(&told.components),
        "beside" => beside(told.is_single_file()),
        _ => String::new(),
    })
}

/// Which build this is, as the page itself says.
fn build(told: &Told) -> String {
    let mut words = told.build.split_whitespace();
    let named = (words.next(), words.next(), words.next());
    let mut facts = match named {
        (Some(version), Some(commit), Some(sum)) => vec![
            ("Version", version.to_owned()),
            ("Kildekode", format!("commit {commit}")),
            ("Kontrolsum af programmet", format!("SHA-256 {sum}")),
        ],
        _ => vec![(
            "Version",
            format!(
                "{}, udviklingsudgave: siden siger ikke, hvilken kildekode den er bygget af",
                env!("CARGO_PKG_VERSION")
            ),
        )],
    };
    let edition = if told.is_single_file() {
        "én fil, der åbnes fra en disk"
    } else {
        "filer på en webserver"
    };
    facts.push(("Udgave", edition.to_owned()));
    facts.push(("Aktivitetskatalog", catalogue::VERSION.to_owned()));
    facts.push(("Metode", METHOD_VERSION.to_owned()));
    let facts: Vec<(String, String)> = facts
        .into_iter()
        .map(|(term, text)| (term.to_owned(), text))
        .collect();
    prose::definitions(&facts)
}

/// Where the texts of the licences are.
fn beside(single_file: bool) -> String {
    if single_file {
        return "<p>Licensteksterne står i filen third-party-licences.txt og listen i maskinlæsbar form i sbom.cdx.json. De to filer ligger i mappen med udgaven på en webserver.</p>".to_owned();
    }
    let link = |file: &str| format!("<a href=\"{file}\">{file}</a>");
    format!(
        "<p>Licensteksterne står i {} og listen i maskinlæsbar form i {}. De to filer ligger ved siden af siden.</p>",
        link("third-party-licences.txt"),
        link("sbom.cdx.json")
    )
}

/// The list of components as the build writes it.
#[derive(Deserialize)]
struct Components {
    components: Vec<Component>,
}

#[derive(Deserialize)]
struct Component {
    name: String,
    version: String,
    licence: String,
    kind: String,
}

impl Component {
    /// Compiled into the program: a crate, or Rust's own library. What else there is stands beside
    /// it: scripts, styles, fonts.
    fn is_program(&self) -> bool {
        matches!(self.kind.as_str(), "rust" | "crate" | "std")
    }
}

fn components(file: &str) -> String {
    match json::read::<Components>(file) {
        Ok(list) if !list.components.is_empty() => html::write(&table(&list.components)),
        _ => alert(
            "warning",
            "Listen kan ikke vises",
            &escape(
                "Filen data/components.json mangler eller kan ikke læses. Den laves, når programmet bygges.",
            ),
        ),
    }
}

/// The components, those of the program first.
fn table(components: &[Component]) -> Table {
    let (program, page): (Vec<_>, Vec<_>) = components.iter().partition(|one| one.is_program());
    let group = |title: &str, members: Vec<&Component>| {
        let head = (!members.is_empty()).then(|| Row::new(RowKind::Group, vec![title.into()]));
        let rows = members.into_iter().map(|one| {
            let cells = [&one.name, &one.version, &one.licence];
            let cells = cells.map(|text| text.clone().into());
            Row::new(RowKind::Ordinary, cells.into())
        });
        let rows: Vec<Row> = head.into_iter().chain(rows).collect();
        rows
    };
    let rows = [
        group("programmet (Rust)", program),
        group("siden (npm og skrift)", page),
    ];
    Table {
        title: "Komponenter".to_owned(),
        notes: Vec::new(),
        columns: ["Navn", "Udgave", "Licens"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows: rows.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(build: &str, components: &str) -> String {
        markup(&Told {
            build: build.to_owned(),
            components: components.to_owned(),
            ..Told::default()
        })
    }

    #[test]
    fn the_text_is_whole() {
        prose::tests::check(&TEXT);
    }

    #[test]
    fn the_build_is_told_as_the_page_names_it_and_else_as_one_in_the_making() {
        let whole = told("1.2.3 abc123 0f0f", "");
        for text in ["1.2.3", "commit abc123", "SHA-256 0f0f", catalogue::VERSION] {
            assert!(whole.contains(text), "{text}");
        }
        assert!(!whole.contains("udviklingsudgave"));
        for build in ["", "1.2.3", "1.2.3 abc123"] {
            assert!(told(build, "").contains("udviklingsudgave"), "{build}");
        }
    }

    #[test]
    fn components_are_listed_by_kind_or_it_says_that_they_cannot_be() {
        let file = r#"{"components": [
            {"name": "serde", "version": "1.0", "licence": "MIT OR Apache-2.0", "kind": "rust"},
            {"name": "<dkfds>", "version": "11", "licence": "MIT", "kind": "npm", "url": "x"}
        ], "made": "by the build"}"#;
        let whole = told("", file);
        for text in [
            "Komponenter: programmet (Rust)",
            "serde",
            "MIT OR Apache-2.0",
            "&lt;dkfds&gt;",
        ] {
            assert!(whole.contains(text), "{text}");
        }
        assert!(!whole.contains("Listen kan ikke vises"));
        for missing in ["", "{}", "<html>", r#"{"components": []}"#] {
            assert!(
                told("", missing).contains("Listen kan ikke vises"),
                "{missing:?}"
            );
        }
    }

    #[test]
    fn only_the_edition_with_files_beside_it_links_to_them() {
        let link = "<a href=\"sbom.cdx.json\">";
        assert!(told("", "").contains(link));
        let alone = markup(&Told {
            inside: "x".to_owned(),
            ..Told::default()
        });
        assert!(!alone.contains(link) && alone.contains("sbom.cdx.json"));
    }
}
