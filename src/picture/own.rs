//! Billedet uden sammenligning: what the municipality can learn from its own answers alone.

use crate::charts::{Request, specification};
use crate::document::tables::{self, Kind, rounds};
use crate::domain::catalogue::mapping::Mapping;
use crate::route::Route;
use crate::scoring::change::change;

use super::comparison::marks_table;
use super::{Drawn, Page, figures, words};

pub(crate) fn write(page: &mut Page<'_>) {
    let source = page.source;
    for score in &source.scorecard.domains {
        let data = figures::marks(source, score, None);
        if data.marks.is_empty() {
            continue;
        }
        let table = marks_table(score, None);
        page.figure(Drawn {
            id: figures::id("eget-billede", score.domain),
            title: words::own_picture(score),
            summary: words::own_picture_summary(),
            specification: specification(&Request::Picture(data)),
            beside: false,
            table: Some(&table),
        });
    }
    page.heading("Områderne");
    page.table(&tables::table(Kind::OwnPicture, source), false);
    page.markup(&format!(
        "<p>KL's undersøgelse af 87 kommuner fra 2017 står på siden <a href=\"{}\">Nøgletal</a> og kræver heller ingen sammenligningstal.</p>",
        Route::Indicators.href()
    ));
    own_rounds(page);
}

/// What has changed since the round before.
fn own_rounds(page: &mut Page<'_>) {
    let source = page.source;
    let rounds = &source.assessment.rounds;
    let earlier = rounds
        .iter()
        .take_while(|round| round.id != source.round.id)
        .last();
    page.heading("Jeres egne runder");
    let Some(earlier) = earlier else {
        page.markup(&format!(
            "<p>Der er ingen tidligere runde. Når I gentager besvarelsen, viser siden her, hvad der er ændret. Runder begyndes på siden <a href=\"{}\">Runder</a>.</p>",
            Route::Rounds.href()
        ));
        return;
    };
    match Mapping::between(&earlier.catalogue, &source.round.catalogue) {
        Ok(mapping) => {
            let change = change(earlier, source.round, &mapping);
            page.table(&rounds::areas(&change), false);
        }
        Err(_) => page.paragraph(
            "Den forrige runde er besvaret med et katalog, som dette program ikke kender vejen fra.",
        ),
    }
}
