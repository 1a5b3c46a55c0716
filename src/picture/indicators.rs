//! Nøgletal: the five indicators, and the own place in KL's survey of 87 municipalities.

use crate::charts::shares::{Bar, Shares};
use crate::charts::{Request, specification};
use crate::document::tables::survey_2017 as tables_2017;
use crate::document::tables::{self, Kind};
use crate::peers::survey::{Distribution, Survey, survey};
use crate::route::Route;
use crate::scoring::indicators::{Indicators, indicators};

use super::{Drawn, Page, figures};

pub(crate) fn write(page: &mut Page<'_>) {
    let source = page.source;
    page.heading("De fem nøgletal for effektiv drift");
    page.table(&tables::table(Kind::Indicators, source), false);
    let survey = survey();
    let own = indicators(source.round, source.scorecard);
    page.heading(&survey.title);
    page.paragraph(&tables_2017::about(&survey));
    if source.round.profile.operation == crate::domain::operation::Operation::default() {
        page.markup(&format!(
            "<p>Jeres plads vises, når I har svaret på spørgsmålene under »Drift af løn og bogholderi« på siden <a href=\"{}\">Kommune</a>.</p>",
            Route::Municipality.href()
        ));
    }
    for one in tables_2017::distributions(&survey) {
        distribution(page, &survey, one, &own);
    }
    page.table(&tables_2017::automation(&survey, source), false);
    page.table(&tables_2017::quality(&survey, &own), false);
    page.table(&tables_2017::productivity(&survey, &own), false);
}

fn distribution(page: &mut Page<'_>, survey: &Survey, one: &Distribution, own: &Indicators) {
    let source = page.source;
    let code = survey.own_code(one, &source.round.profile.operation, own);
    let bars: Vec<Bar> = one
        .bars
        .iter()
        .map(|bar| Bar {
            label: bar.label.clone(),
            percent: bar.percent.map(f64::from),
            count: bar.count,
            own: code.as_ref() == Some(&bar.code),
        })
        .collect();
    let table = tables_2017::distribution(survey, one, source, own);
    page.figure(Drawn {
        id: one.id.replace('_', "-"),
        title: title(one, code.as_deref()),
        summary: format!(
            "{} kommuners svar i {}, med jeres eget svar fremhævet.",
            survey.n, survey.year
        ),
        specification: specification(&Request::Shares(Shares {
            own: figures::own_name(source),
            bars,
        })),
        beside: false,
        table: Some(&table),
    });
}

/// The question, the most frequent answer, and the own one.
fn title(one: &Distribution, code: Option<&str>) -> String {
    let most = one
        .bars
        .iter()
        .max_by_key(|bar| bar.percent.unwrap_or_default());
    let most = most.and_then(|bar| {
        let percent = bar.percent?;
        Some(format!("{percent} % svarede »{}«", bar.label))
    });
    let own = code.and_then(|code| one.bars.iter().find(|bar| bar.code == code));
    let own = own.map(|bar| format!("I svarer »{}«", bar.label));
    let parts: Vec<String> = most.into_iter().chain(own).collect();
    format!("{} {}", one.title, parts.join(", "))
}
