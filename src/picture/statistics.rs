//! Fordeling: where each own score lies in the group.

use crate::charts::{Request, specification};
use crate::document::tables::statistics;
use crate::domain::catalogue;
use crate::domain::rating::Dimension;

use super::{Drawn, Page, dataset, figures, words};

pub(super) fn write(page: &mut Page<'_>, dimension: Dimension) {
    dataset::write(page);
    let source = page.source;
    let Some(group) = source.group else { return };
    let domains = source.scorecard.domains.iter();
    for (score, deviation) in domains.zip(&group.comparison.domains) {
        let title = words::strips(score, deviation, group.comparison.evidence);
        let data = figures::strips(source, score, deviation);
        page.figure(Drawn {
            id: figures::id("fordeling", score.domain),
            title,
            summary: format!(
                "{}: for hvert område ligger jeres tal på en linje med gruppens mindste, største, midterste og midterste halvdel. Tallene står i tabellerne nedenfor.",
                catalogue::domain_title(score.domain)
            ),
            specification: specification(&Request::Strips(data)),
            beside: true,
            table: None,
        });
    }
    page.beside();
    page.table(&statistics::of_dimension(source, dimension), true);
}
