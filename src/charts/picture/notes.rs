//! The labels beside the own marks.

use serde_json::{Value, json};

use super::Mark;
use super::drawing::{Drawn, PLOTS, same_place};
use crate::charts::labels::{Circle, Label, Place, place};
use crate::charts::style::{CHARACTER, GROUP, add, annotation, plain};

/// The labels of the own marks, one for all marks at one place.
pub(super) fn labels(own: &[Drawn], group: &[Drawn]) -> Value {
    let mut places: Vec<Vec<&Drawn>> = Vec::new();
    for point in own {
        match places.iter_mut().find(|all| same_place(all[0], point)) {
            Some(all) => all.push(point),
            None => places.push(vec![point]),
        }
    }
    let texts: Vec<String> = places.iter().map(|all| text(all)).collect();
    let labels: Vec<Label> = places
        .iter()
        .zip(&texts)
        .map(|(all, text)| label(all, text))
        .collect();
    let diamonds = group.iter().map(|point| Circle {
        radius: 5.0,
        ..point.circle
    });
    let circles: Vec<Circle> = own
        .iter()
        .map(|point| point.circle)
        .chain(diamonds)
        .collect();
    let found = place(&labels, &circles, &PLOTS);
    places
        .iter()
        .zip(&texts)
        .zip(labels.iter().zip(found))
        .map(|((all, text), (label, place))| note(all[0].mark, text, label, place))
        .collect()
}

/// `E05, E08`, three to a line.
fn text(marks: &[&Drawn]) -> String {
    let names: Vec<String> = marks.iter().map(|one| plain(&one.mark.label)).collect();
    let lines: Vec<String> = names.chunks(3).map(|line| line.join(", ")).collect();
    lines.join(",<br>")
}

fn label(marks: &[&Drawn], text: &str) -> Label {
    let largest = marks
        .iter()
        .max_by(|one, other| one.circle.radius.total_cmp(&other.circle.radius));
    let circle = largest.map_or(marks[0].circle, |one| one.circle);
    let lines = text.split("<br>").map(|line| line.chars().count());
    #[allow(clippy::cast_precision_loss, reason = "short texts")]
    let (longest, count) = (
        lines.clone().max().unwrap_or(0) as f64,
        lines.count() as f64,
    );
    Label {
        circle,
        width: longest * CHARACTER + 4.0,
        height: count * 17.0,
        inside: marks.len() == 1 && marks[0].fte.is_some(),
    }
}

fn note(mark: &Mark, text: &str, label: &Label, place: Place) -> Value {
    let mut more = json!({
        "xref": "x",
        "yref": "y",
        "xanchor": "center",
        "yanchor": "middle",
        "borderpad": 0,
    });
    let shift = if place.line {
        json!({
            "showarrow": true,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": GROUP,
            "standoff": label.circle.radius,
            "ax": place.right,
            "ay": -place.up,
        })
    } else {
        json!({"xshift": place.right, "yshift": place.up})
    };
    add(&mut more, shift);
    annotation(text, mark.x, mark.y, more)
}
