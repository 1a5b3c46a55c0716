//! Charts of proposals, business cases and the plan, as no page would ask for them.

use super::TEXT;
use crate::charts::{Request, order, timeline, tornado, years};

/// Each chart with one number and hostile texts.
pub(super) fn hostile(number: f64) -> Vec<Request> {
    vec![
        Request::Order(hostile_order(number)),
        Request::Timeline(hostile_timeline(number)),
        Request::Tornado(hostile_tornado(number, number)),
        Request::Tornado(hostile_tornado(1.0, number)),
        Request::Years(hostile_years(number)),
    ]
}

/// What is left of a number where whole ones are counted.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the ends of the whole numbers are meant"
)]
fn whole(number: f64) -> i64 {
    number as i64
}

fn hostile_order(number: f64) -> order::Order {
    let text = TEXT.to_owned();
    let level = usize::try_from(whole(number)).unwrap_or(0);
    let step = |id: &str, level: usize| order::Step {
        id: id.to_owned(),
        title: text.clone(),
        numbers: text.clone(),
        level,
        state: order::State::Chosen,
        href: Some(text.clone()),
    };
    let edge = |from: &str, to: &str| order::Edge {
        from: from.to_owned(),
        to: to.to_owned(),
        certain: false,
    };
    order::Order {
        columns: level,
        steps: vec![step(TEXT, level), step(TEXT, 0), step("", 1)],
        edges: vec![edge(TEXT, ""), edge("", TEXT), edge("", "")],
        breaks: vec![
            (text.clone(), String::new()),
            (String::new(), "x".to_owned()),
        ],
    }
}

fn hostile_timeline(number: f64) -> timeline::Timeline {
    let day = whole(number);
    timeline::Timeline {
        today: day,
        rows: vec![timeline::Row {
            title: TEXT.to_owned(),
            start: Some(day),
            end: Some(1),
            status: timeline::Status::Stopped,
            milestones: vec![timeline::Milestone {
                day,
                title: TEXT.to_owned(),
                done: true,
            }],
            gain_from: Some(day),
            href: Some(TEXT.to_owned()),
        }],
    }
}

fn hostile_tornado(base: f64, number: f64) -> tornado::Tornado {
    tornado::Tornado {
        base,
        base_text: TEXT.to_owned(),
        unit: TEXT.to_owned(),
        rows: vec![tornado::Row {
            title: TEXT.to_owned(),
            low_value: number,
            high_value: 1.0,
            low_text: TEXT.to_owned(),
            high_text: TEXT.to_owned(),
        }],
    }
}

fn hostile_years(number: f64) -> years::Years {
    years::Years {
        years: vec![TEXT.to_owned(), TEXT.to_owned()],
        series: vec![years::Series {
            name: TEXT.to_owned(),
            values: vec![number, 1.0, number],
        }],
        accumulated: vec![1.0, number],
        band: vec![years::Band {
            low: number,
            high: 1.0,
        }],
    }
}

/// Each chart of nothing.
pub(super) fn empty() -> Vec<Request> {
    vec![
        Request::Order(order::Order {
            columns: 0,
            steps: vec![],
            edges: vec![],
            breaks: vec![],
        }),
        Request::Timeline(timeline::Timeline {
            today: 0,
            rows: vec![],
        }),
        Request::Tornado(tornado::Tornado {
            base: 0.0,
            base_text: String::new(),
            unit: String::new(),
            rows: vec![],
        }),
        Request::Years(years::Years {
            years: vec![],
            series: vec![],
            accumulated: vec![],
            band: vec![],
        }),
    ]
}
