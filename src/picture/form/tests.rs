use serde_json::json;

use super::*;
use crate::domain::assessment::Assessment;

fn path() -> Path {
    ["cases", "c1", "inputs", "x", "expected"]
        .map(str::to_owned)
        .into()
}

#[test]
fn what_an_element_bears_is_read_as_it_was_written() {
    let whole = Reading::Whole { min: 4, max: 10 };
    let button = Button {
        sets: vec![(path(), None), (path(), Some(json!({"a": 1})))],
        confirm: "Sikker?".to_owned(),
        then: crate::route::Route::Plan.href(),
        label: "Fjern".to_owned(),
        focus: "tilfoej".to_owned(),
        says: "Fjernet.".to_owned(),
        ..Button::default()
    };
    let readings = [
        Reading::Number,
        whole,
        Reading::Line,
        Reading::Lines,
        Reading::Day,
    ];
    let acts = readings
        .map(|reading| Act::Enter(path(), reading))
        .into_iter()
        .chain([
            Act::Choose(path(), vec![None, Some(json!("M08"))]),
            Act::Check(path()),
            Act::Press(button),
            Act::Focus("katalog".to_owned()),
        ]);
    for act in acts {
        let text = serde_json::to_string(&act).unwrap();
        assert_eq!(Act::read(&text), Some(act), "{text}");
    }
    for wrong in [
        "",
        "{}",
        "{\"enter\": 1}",
        "{\"press\": {}}",
        "{\"else\": []}",
    ] {
        assert_eq!(Act::read(wrong), None, "{wrong}");
    }
}

#[track_caller]
fn check(reading: Reading, text: &str, plan: Value) {
    let mut survey = Assessment::new("s".to_owned(), 2026);
    let first = entered(&path(), Reading::Number, "mange");
    survey.apply(first).unwrap();
    survey
        .apply(Act::Enter(path(), reading).edit(&Given {
            text: text.to_owned(),
            checked: false,
        }))
        .unwrap();
    assert_eq!(serde_json::to_value(&survey.plan).unwrap(), plan);
}

#[test]
fn what_is_typed_becomes_a_value_or_a_draft() {
    let value = |value: Value| json!({"cases": {"c1": {"inputs": {"x": {"expected": value}}}}});
    let draft = |text| json!({"drafts": {"cases/c1/inputs/x/expected": text}});
    check(Reading::Number, " 1.234,5 ", value(json!(1234.5)));
    check(Reading::Number, "12,5 %", value(json!(12.5)));
    check(Reading::Number, "", json!({}));
    check(Reading::Number, "tolv", draft("tolv"));
    check(Reading::Number, "1e30", draft("1e30"));
    check(
        Reading::Whole {
            min: 2020,
            max: 2100,
        },
        "2027",
        value(json!(2027)),
    );
    check(
        Reading::Whole {
            min: 2020,
            max: 2100,
        },
        "0",
        draft("0"),
    );
    check(Reading::Line, " Lønchefen ", value(json!("Lønchefen")));
}
