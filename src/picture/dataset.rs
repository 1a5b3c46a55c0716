//! The box that says what the group is and what a comparison with it is worth.

use std::fmt::Write as _;

use crate::document::html::{Badge, escape};
use crate::document::tables::Source;
use crate::domain::ids::Domain;
use crate::peers::comparison::Evidence;
use crate::peers::dataset::Kind;
use crate::peers::group::Aspect;
use crate::peers::summary::{GroupOf, Summary};

use super::Page;

/// The worth of the group in a word; none without a group.
pub(crate) fn badge(source: &Source<'_>) -> Option<Badge> {
    let group = source.group?;
    let (text, warns) = match group.summary.label.kind {
        Kind::DerivedExample => ("Orientering", false),
        Kind::Model => ("Modeldata", true),
        Kind::Public | Kind::Network => ("Kommuner", false),
    };
    Some(Badge { text, warns })
}

/// What a comparison of this evidence is worth, in a sentence.
pub(crate) const fn caution(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Finding => "Kommunerne er målt med samme skema som jer.",
        Evidence::Orientation => {
            "Orientering: KLK 2017, målt med et andet katalog. En forskel kan skyldes målingen og ikke kommunen. Derfor vises hverken rang eller potentiale."
        }
        Evidence::Demonstration => {
            "Både X Kommune og gruppen er opfundet. Siden viser, hvordan KLK's billede fra 2017 ser ud i værktøjet."
        }
        Evidence::Invented => {
            "Gruppen er opfundet. Afvigelserne siger intet om jeres kommune og kan ikke bruges i en sag."
        }
    }
}

/// How many municipalities there are, where it is known.
pub(crate) fn n_text(n: Option<u32>) -> String {
    n.map_or_else(
        || "antallet af kommuner er ikke oplyst".to_owned(),
        |n| format!("n = {n}"),
    )
}

/// "Alle (n = 40)".
fn of(group: &GroupOf) -> String {
    format!("{} ({})", group.title, n_text(group.n))
}

/// The group of a domain in words; both where the digital degrees have one of their own.
pub(crate) fn group_text(summary: &Summary, domain: Domain) -> String {
    let get = |aspect| summary.groups.get(&(domain, aspect));
    match (get(Aspect::Organisation), get(Aspect::Digitalisation)) {
        (Some(one), Some(other)) if one.title == other.title && one.n == other.n => of(one),
        (Some(one), Some(other)) => format!("{}; digitalisering: {}", of(one), of(other)),
        (Some(one), None) | (None, Some(one)) => of(one),
        (None, None) => String::new(),
    }
}

/// Whom the numbers stand beside, in a sentence: dataset, group and n; by domain where they differ.
pub(crate) fn line(source: &Source<'_>) -> Option<String> {
    let summary = source.group?.summary;
    let domains: Vec<Domain> = source
        .scorecard
        .domains
        .iter()
        .map(|one| one.domain)
        .collect();
    let texts: Vec<String> = domains
        .iter()
        .map(|&domain| group_text(summary, domain))
        .collect();
    let groups = match texts.as_slice() {
        [first, rest @ ..] if rest.iter().all(|text| text == first) => first.clone(),
        _ => {
            let named = domains.iter().zip(&texts).map(|(&domain, text)| {
                let title = crate::domain::catalogue::domain_title(domain);
                format!("{}: {text}", crate::danish::lower(title))
            });
            named.collect::<Vec<_>>().join("; ")
        }
    };
    Some(format!(
        "Sammenlignet med {}, {groups}.",
        summary.label.title
    ))
}

/// Why a group of a domain is not there, or who is not in it.
pub(crate) fn remarks(summary: &Summary) -> Vec<String> {
    let mut remarks: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !remarks.contains(&text) {
            remarks.push(text);
        }
    };
    for group in summary.groups.values() {
        if let Some(why) = group.none {
            add(format!("{}: {}", group.title, why.danish()));
        } else if group.n == Some(0) {
            add(format!(
                "{}: Der er ingen andre kommuner i gruppen.",
                group.title
            ));
        } else if group.unknown > 0 {
            add(format!(
                "{}: {} er ikke med, fordi datasættet ikke rummer oplysningen om dem.",
                group.title,
                if group.unknown == 1 {
                    "1 kommune".to_owned()
                } else {
                    format!("{} kommuner", group.unknown)
                }
            ));
        }
    }
    remarks
}

/// What there is to know of the dataset and the groups; nothing without them.
pub(crate) fn facts(source: &Source<'_>) -> Vec<(String, String)> {
    let Some(group) = source.group else {
        return Vec::new();
    };
    let summary = group.summary;
    let label = &summary.label;
    let mut facts: Vec<(String, String)> = source
        .scorecard
        .domains
        .iter()
        .map(|domain| {
            let title = crate::domain::catalogue::domain_title(domain.domain);
            (
                format!("Gruppe, {}", crate::danish::lower(title)),
                group_text(summary, domain.domain),
            )
        })
        .collect();
    let mut fact = |term: &str, text: String| facts.push((term.to_owned(), text));
    fact("Kommuner i datasættet", n_text(summary.n));
    fact("År", label.year.to_string());
    fact("Udgave", label.edition.clone());
    fact("Målt med", label.instrument.clone());
    fact("Kilde", label.source.clone());
    facts
}

/// Writes the box.
pub(crate) fn write(page: &mut Page<'_>) {
    let Some(group) = page.source.group else {
        return;
    };
    let summary = group.summary;
    let label = &summary.label;
    let evidence = group.comparison.evidence;
    let model = if label.kind == Kind::Model {
        " dataset--model"
    } else {
        ""
    };
    let mut html =
        format!("<section class=\"dataset{model}\" aria-labelledby=\"dataset-heading\">");
    if let Some(badge) = badge(page.source) {
        html.push_str(&badge.markup());
    }
    let _ = write!(
        html,
        "<h2 id=\"dataset-heading\">{}</h2><p><strong>{}</strong></p><dl>",
        escape(&label.title),
        escape(caution(evidence))
    );
    for (term, text) in facts(page.source) {
        let _ = write!(
            html,
            "<div><dt>{}</dt><dd>{}</dd></div>",
            escape(&term),
            escape(&text)
        );
    }
    html.push_str("</dl>");
    for remark in remarks(summary) {
        let _ = write!(html, "<p>{}</p>", escape(&remark));
    }
    html.push_str(
        "<details class=\"fold\"><summary class=\"fold__summary\">Sådan er tallene lavet</summary>",
    );
    for text in &label.method {
        let _ = write!(html, "<p>{}</p>", escape(text));
    }
    html.push_str("</details></section>");
    page.markup(&html);
}
