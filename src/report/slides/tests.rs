//! What stands on the slides.

use serde_json::json;

use super::*;
use crate::report::parts::tests::{MODEL, tables_of, texts, with};

#[test]
fn a_lower_chart_keeps_its_legend_and_the_names_above_its_marks() {
    let mut layout = json!({"height": 600, "margin": {"t": 14}, "legend": {"y": 0.1}});
    resize(&mut layout, 300);
    let expected = json!({"height": 300, "margin": {"t": 22}, "legend": {"y": 0.2}});
    assert_eq!(layout, expected);
}

#[test]
fn the_slide_of_proposals_names_domain_weight_and_an_order_of_the_own() {
    let slide = |plan: Value| {
        with(plan, MODEL, |given| {
            let slide = deck(given).into_iter().nth(6).unwrap();
            (
                tables_of(&slide.pieces).remove(0).1,
                texts(&slide.pieces).join("\n"),
            )
        })
    };
    let changed = "Rækkefølgen i løn og personale har kommunen selv ændret.";
    let (columns, text) = slide(json!({}));
    let expected = [
        "Hovedområde",
        "Forslag",
        "Det, der vejer mest",
        "Årsværk, ikke samlet eller digitalt",
    ];
    assert_eq!(columns, expected);
    assert!(!text.contains(changed));
    let (_, text) = slide(json!({"proposals": {"M08": {"pinned": true}}}));
    assert!(text.contains(changed), "{text}");
}

#[test]
fn the_slide_of_the_plan_keeps_its_reservations_beside_the_chart() {
    let plan = json!({
        "moves": {"M10": {"E04": {"fte_percent": {"low": 5, "expected": 10, "high": 15}}}},
        "actions": {"M10": {"proposal": "M10", "order": 1, "start": "2027-01-01", "end": "2027-09-30"}}
    });
    with(plan, MODEL, |given| {
        let slide = deck(given).into_iter().nth(7).unwrap();
        let Some(Piece::List(items)) = slide.pieces.first() else {
            panic!("{:?}", slide.pieces)
        };
        assert!(items[0].contains("ikke sat i kroner"), "{items:?}");
        assert!(items[1].contains("ikke en prognose"), "{items:?}");
    });
}
