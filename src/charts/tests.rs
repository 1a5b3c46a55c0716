//! What holds for every chart.

use serde_json::Value;

use super::*;

mod planning;

/// A chart as it was when somebody last looked at it drawn.
pub(super) fn check_snapshot(name: &str, made: &Specification) {
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_json_snapshot!(name, made);
    });
}

/// Numbers and texts that no page would send.
const NUMBERS: [f64; 8] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    -f64::MAX,
    f64::MIN_POSITIVE,
    -7.0,
    0.0,
];
const TEXT: &str = "<b onclick='x'>&%{x}</b>";

fn hostile(number: f64) -> Vec<Request> {
    let text = TEXT.to_owned();
    let areas = vec![AreaName {
        title: text.clone(),
        href: Some(text.clone()),
    }];
    let point = relation::Point {
        x: number,
        y: number,
        name: Some(text.clone()),
    };
    let mark = picture::Mark {
        label: text.clone(),
        title: text.clone(),
        x: number,
        y: number,
        fte: Some(number),
        href: None,
    };
    let quartiles = strips::Spread::Quartiles {
        smallest: number,
        lower: number,
        median: 1.0,
        upper: number,
        largest: number,
    };
    let dots = strips::Spread::Dots {
        values: vec![number, 1.0, 1.0],
        median: number,
    };
    let strip = |spread| strips::Strip {
        own: Some(number),
        own_range: Some((number, 1.0)),
        spread: Some(spread),
    };
    let panel = |max, spread| strips::Panel {
        title: text.clone(),
        max,
        decimals: 200,
        rows: vec![strip(spread)],
    };
    let mut made = vec![
        Request::Picture(picture::Picture {
            own: text.clone(),
            marks: vec![
                mark.clone(),
                picture::Mark {
                    x: 1.0,
                    y: 1.0,
                    ..mark.clone()
                },
            ],
            group: vec![mark],
            group_name: text.clone(),
        }),
        Request::Deviations(deviations::Deviations {
            areas: areas.clone(),
            panels: vec![deviations::Panel {
                title: text.clone(),
                max: number,
                values: vec![Some(number), Some(1.0)],
            }],
        }),
        Request::Strips(strips::Strips {
            own: text.clone(),
            group: text.clone(),
            areas,
            panels: vec![
                panel(Some(number), quartiles),
                panel(None, dots),
                panel(None, strips::Spread::Mean(number)),
            ],
        }),
        Request::Relation(relation::Relation {
            own: text.clone(),
            group: text.clone(),
            columns: 0,
            panels: vec![relation::Panel {
                title: text.clone(),
                x_title: text.clone(),
                x_max: number,
                y_title: text.clone(),
                group: vec![point.clone()],
                own: Some(point),
                href: None,
            }],
        }),
        Request::Shares(shares::Shares {
            own: text.clone(),
            bars: vec![shares::Bar {
                label: text.clone(),
                percent: Some(number),
                count: Some(u32::MAX),
                own: true,
            }],
        }),
    ];
    made.extend(planning::hostile(number));
    made
}

fn empty() -> Vec<Request> {
    let none = String::new;
    let mut made = vec![
        Request::Picture(picture::Picture {
            own: none(),
            marks: vec![],
            group: vec![],
            group_name: none(),
        }),
        Request::Deviations(deviations::Deviations {
            areas: vec![],
            panels: vec![],
        }),
        Request::Strips(strips::Strips {
            own: none(),
            group: none(),
            areas: vec![],
            panels: vec![],
        }),
        Request::Relation(relation::Relation {
            own: none(),
            group: none(),
            columns: 3,
            panels: vec![],
        }),
        Request::Shares(shares::Shares {
            own: none(),
            bars: vec![],
        }),
    ];
    made.extend(planning::empty());
    made
}

/// Visits every value with the names that lead to it.
fn visit(path: &str, value: &Value, check: &mut dyn FnMut(&str, &Value)) {
    check(path, value);
    match value {
        Value::Array(all) => all.iter().for_each(|one| visit(path, one, check)),
        Value::Object(all) => {
            for (name, one) in all {
                visit(&format!("{path}.{name}"), one, check);
            }
        }
        _ => {}
    }
}

fn visit_all(made: &Specification, check: &mut dyn FnMut(&str, &Value)) {
    visit("data", &made.data, check);
    visit("layout", &made.layout, check);
}

#[test]
fn numbers_that_are_none_enter_no_chart() {
    for number in NUMBERS {
        for request in hostile(number) {
            let made = specification(&request);
            visit_all(&made, &mut |path, value| {
                // JSON has no other way to say it: an infinite number is written as null, and
                // null is a gap only between the points of a line.
                let gap = ["data.x", "data.y", "data.hovertext"].contains(&path);
                assert!(gap || !value.is_null(), "{path} of {request:?}");
                if let Some(found) = value.as_f64() {
                    assert!(found.abs() < 1e13, "{path} {found} of {request:?}");
                }
            });
        }
    }
}

#[test]
fn texts_are_never_read_as_markup() {
    for request in hostile(1.0) {
        visit_all(&specification(&request), &mut |path, value| {
            let text = value.as_str().unwrap_or_default();
            let address = path == "data.customdata";
            // Any tag but a line break becomes a `style` attribute, which the app's Content
            // Security Policy refuses.
            let rest = text.replace("<br>", "").replace("<extra></extra>", "");
            assert!(address || !rest.contains('<'), "{path}: {text}");
        });
    }
}

#[test]
fn a_chart_of_nothing_says_so() {
    for request in empty() {
        let made = specification(&request);
        assert!(made.data.is_array());
        assert_eq!(
            made.layout["annotations"][0]["text"], "Der er ingen tal at vise",
            "{request:?}"
        );
    }
}

#[test]
fn every_chart_has_danish_numbers_readable_text_and_axes_that_stay_where_they_are() {
    for request in hostile(1.0).into_iter().chain(empty()) {
        let made = specification(&request);
        assert_eq!(made.layout["separators"], ",.");
        for (name, axis) in made.layout.as_object().unwrap() {
            if name.starts_with("xaxis") || name.starts_with("yaxis") {
                assert_eq!(axis["fixedrange"], true, "{name} of {request:?}");
            }
        }
        visit_all(&made, &mut |path, value| {
            if path.ends_with("font.size") {
                assert!(value.as_f64().unwrap() >= 13.0, "{path}");
            }
        });
    }
}

#[test]
fn requests_survive_the_way_to_the_worker() {
    for request in hostile(1.0).into_iter().chain(empty()) {
        let text = serde_json::to_string(&request).unwrap();
        assert_eq!(serde_json::from_str::<Request>(&text).unwrap(), request);
    }
}
