//! What speaks for a proposal, in words and numbers.

use crate::danish::{format_number, lower};
use crate::document::html::escape;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::comparison::Evidence;
use crate::proposals::reason::{Cause, Weighing};
use crate::proposals::{AreaMatch, Basis, INFERRED, Match, Outcome, Reason};
use crate::route::Route;

use super::link;

/// One area in one line of markup: "Bogføring: digital proces 0,3 under gruppen; 4,2 årsværk".
pub fn area(one: &AreaMatch) -> String {
    format!(
        "{}: {}",
        link(&Route::OverviewArea(one.area).href(), title(one)),
        escape(&said(one))
    )
}

/// The same as text, for a page that says by itself that orientation counts for nothing.
pub fn area_text(one: &AreaMatch) -> String {
    format!("{}: {}", title(one), said(one).replace(COUNTS_NOT, ""))
}

/// The first of it: what leaves something, and how many work on it.
pub fn area_in_short(one: &AreaMatch) -> String {
    let said = said(one);
    let first: Vec<&str> = said.split("; ").take(2).collect();
    format!("{}: {}", title(one), first.join("; "))
}

fn title(one: &AreaMatch) -> &'static str {
    catalogue::area(one.area).map_or("", |area| area.title)
}

/// What is to be said of an area.
fn said(one: &AreaMatch) -> String {
    let fte = one
        .fte
        .map(|fte| format!("{} årsværk", format_number(fte, 1)));
    let mut parts: Vec<String> = one
        .reasons
        .iter()
        .filter(|reason| !is_nothing(reason))
        .map(|reason| in_words(one, reason))
        .collect();
    let at = parts.len().min(1);
    parts.splice(at..at, fte);
    parts.join("; ")
}

fn in_words(area: &AreaMatch, reason: &Reason) -> String {
    let dimension = |dimension: Dimension| lower(dimension.title());
    match *reason {
        Reason::OwnGap {
            dimension: one,
            score,
            ..
        } => format!(
            "{} {} af {}",
            dimension(one),
            score_below(score, f64::from(one.max())),
            one.max()
        ),
        Reason::BelowGroup {
            dimension: one,
            deviation,
            evidence,
            ..
        } => format!(
            "{} {} under gruppen{}",
            dimension(one),
            format_number(-deviation, 1),
            worth(evidence)
        ),
        Reason::Resources {
            rate,
            deviation,
            evidence,
            ..
        } => format!(
            "{} årsværk pr. {}, {} over gruppen{}",
            format_number(rate, 1),
            match area.area.domain {
                Domain::Economy => "10.000 indbyggere",
                Domain::Payroll => "1.000 ansatte",
            },
            format_number(deviation, 1),
            worth(evidence)
        ),
        Reason::ManualActivities {
            dimension: one,
            count,
            of,
        } => format!(
            "{} % manuelle aktiviteter ({count} af {of} i {})",
            format_number(f64::from(count) * 100.0 / f64::from(of.max(1)), 0),
            dimension(one)
        ),
        Reason::StaysDecentral => {
            "centralisering tæller ikke, for KLK's katalog lader opgaven blive ude i enhederne"
                .to_owned()
        }
        Reason::Estimated => "bygger på et skøn".to_owned(),
        Reason::Provisional => "foreløbigt, under 60 % er besvaret".to_owned(),
        Reason::NoFte => "ingen årsværk i bemandingen, så området vejer ikke med".to_owned(),
        Reason::Unanswered => "ikke besvaret".to_owned(),
        Reason::NotRelevant => "ikke relevant hos jer".to_owned(),
    }
}

/// A score that leaves something: with a second decimal where one would show the top.
fn score_below(score: f64, max: f64) -> String {
    let one = format_number(score, 1);
    if one == format_number(max, 1) {
        format_number(score, 2)
    } else {
        one
    }
}

/// Whether a deviation shows as nothing.
fn is_nothing(reason: &Reason) -> bool {
    match *reason {
        Reason::BelowGroup { deviation, .. } | Reason::Resources { deviation, .. } => {
            deviation.abs() < 0.05
        }
        _ => false,
    }
}

/// How an area's points are computed; none where it adds none.
pub fn computation(one: &AreaMatch, weighing: Weighing) -> Option<String> {
    let gap = one.gap.filter(|_| one.points > 0.0)?;
    let basis = match one.basis {
        Basis::Stated => 1.0,
        Basis::Inferred => INFERRED,
    };
    let weight = match weighing {
        Weighing::Fte => one.fte?,
        Weighing::Alike => 1.0,
    };
    let group = one.points / (weight * gap * basis);
    let unit = match weighing {
        Weighing::Fte => "årsværk",
        Weighing::Alike => "område",
    };
    Some(format!(
        "{} {unit} · hul {} · kilde {} · gruppe {} = {}",
        format_number(weight, 2),
        format_number(gap, 2),
        format_number(basis, 1),
        format_number(group, 2),
        format_number(one.points, 2)
    ))
}

/// What stands after a distance that adds no points.
const COUNTS_NOT: &str = " (kun orientering, tæller ikke)";

const fn worth(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Orientation => COUNTS_NOT,
        Evidence::Demonstration => " (modeldata)",
        Evidence::Finding | Evidence::Invented => "",
    }
}

/// The activities that a gap comes from, as links to where they are answered.
pub fn causes(one: &AreaMatch) -> Vec<String> {
    let line = |cause: &Cause| {
        let title = catalogue::activity(cause.activity).map_or("", |activity| activity.title);
        let of = one.deciding.map_or_else(String::new, |dimension| {
            format!(
                ": {} {} af {}",
                lower(dimension.title()),
                format_number(cause.score, 1),
                dimension.max()
            )
        });
        format!(
            "{}{}",
            link(
                &Route::SurveyActivity(cause.activity).href(),
                &format!("{} {title}", cause.activity)
            ),
            escape(&of)
        )
    };
    one.causes.iter().map(line).collect()
}

/// What the picture says of a proposal, where it is not a list of areas.
pub const fn outcome(one: &Match) -> Option<&'static str> {
    match one.outcome {
        Outcome::Needed => None,
        Outcome::AlreadyThere => Some("I er allerede, hvor forslaget vil hen."),
        Outcome::Unanswered => Some("Områderne er ikke besvaret endnu."),
        Outcome::NotHere => Some("Ingen af forslagets områder er relevante hos jer."),
    }
}

/// The points of a proposal with their unit.
pub fn points(one: &Match) -> String {
    let number = format_number(one.points, 1);
    match one.weighing {
        Weighing::Fte => format!("{number} årsværk"),
        Weighing::Alike => format!("{number} områder"),
    }
}
