use super::*;
use crate::document;
use crate::domain::edit::Edit;
use crate::domain::ids::{Domain, UnitId};
use crate::domain::rating::Dimension;
use crate::peers::group::Group;
use crate::picture::{Block, View};
use crate::requests::{Answer, Request};
use crate::route::{Name, Route};

const STATISTICS: View = View::Statistics {
    dimension: Dimension::Centralisation,
};
const EXAMPLE: &str = include_str!("../../../../public/eksempler/x-kommune.kommunebenchmark.json");
const MODEL: &str = include_str!("../../../../public/data/peers-model.json");

fn example() -> Assessment {
    document::read(EXAMPLE).unwrap()
}

fn shown(assessment: &Assessment, grouping: Option<Grouping>) -> Shown {
    Shown {
        survey: document::write(assessment, "test", "2026-01-01T00:00:00Z"),
        round: assessment.current().unwrap().id.clone(),
        unit: UnitId::central(),
        at: "2026-01-01T00:00:00Z".to_owned(),
        dataset: Some(DatasetNumber(2)),
        grouping,
    }
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    let request = Request::Dataset(DatasetNumber(2));
    let (answer, _) = desk.answer(request, &[MODEL.as_bytes().to_vec()]);
    assert_eq!(answer, Answer::Dataset("Modelkommuner".to_owned()));
    desk
}

/// The markup and the charts of a page, as they are handed to the app.
fn page(desk: &mut Desk, shown: &Shown, view: View) -> Vec<Block> {
    let shown = shown.clone();
    match desk.answer(Request::Picture { shown, view }, &[]) {
        (Answer::Picture(picture), _) => picture.blocks,
        (other, _) => panic!("{other:?}"),
    }
}

/// Takes away what is answered to the first activity that is.
fn edited(mut assessment: Assessment) -> Assessment {
    let round = assessment.current().unwrap();
    let central = &round.answers[&UnitId::central()];
    let (&id, _) = central.first_key_value().unwrap();
    let edit = Edit::SetAnswers {
        round: round.id.clone(),
        unit: UnitId::central(),
        answers: [(id, None)].into(),
    };
    assessment.apply(edit).unwrap();
    assessment
}

#[test]
fn an_edit_is_compared_anew_and_the_group_is_not_summarised_again() {
    let mut desk = desk();
    let before = page(&mut desk, &shown(&example(), None), STATISTICS);
    assert_eq!(desk.summaries_made(), 1);
    let after = page(
        &mut desk,
        &shown(&edited(example()), None),
        View::Statistics {
            dimension: Dimension::Process,
        },
    );
    assert_ne!(before, after);
    page(
        &mut desk,
        &shown(&edited(example()), None),
        View::Comparison,
    );
    assert_eq!(desk.summaries_made(), 1);

    // Another group, or another fact that it follows from, is summarised once.
    let nearest = Some(Grouping::same(Group::Nearest(5)));
    page(
        &mut desk,
        &shown(&example(), nearest.clone()),
        View::Comparison,
    );
    page(&mut desk, &shown(&example(), nearest), STATISTICS);
    assert_eq!(desk.summaries_made(), 2);
    let mut larger = example();
    larger.rounds[0].profile.population = Some(120_000);
    page(&mut desk, &shown(&larger, None), View::Comparison);
    assert_eq!(desk.summaries_made(), 3);
    page(&mut desk, &shown(&example(), None), View::Comparison);
    assert_eq!(desk.summaries_made(), 3, "the first is still there");
}

#[test]
fn a_dataset_that_is_not_known_is_asked_for() {
    let shown = shown(&example(), None);
    let (answer, _) = Desk::default().answer(Request::Beside { shown }, &[]);
    assert_eq!(answer, Answer::DatasetUnknown);
}

#[test]
fn a_dataset_that_cannot_be_read_is_refused_and_the_former_stays() {
    let mut desk = desk();
    let (answer, _) = desk.answer(Request::Dataset(DatasetNumber(2)), &[b"{}".to_vec()]);
    assert!(matches!(answer, Answer::Failed(why) if why.contains("kan ikke")));
    page(&mut desk, &shown(&example(), None), View::Comparison);
}

#[test]
fn a_group_that_the_dataset_does_not_have_gives_way_to_the_usual_one() {
    let shown = shown(&example(), Some(Grouping::same(Group::SameSystem)));
    let (answer, _) = desk().answer(Request::Beside { shown }, &[]);
    let Answer::Beside(beside) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(beside.grouping, Grouping::default());
    let offered: Vec<_> = beside.offers.into_iter().map(|offer| offer.group).collect();
    assert!(!offered.contains(&Group::SameSystem));
    assert!(offered.contains(&Group::Nearest(10)));
    assert_eq!(beside.names.len(), 40);
}

/// A plan with something of everything, also what cannot be read or computed.
fn planned(mut assessment: Assessment) -> Assessment {
    let round = assessment.current().unwrap().id.0.clone();
    assessment.plan = serde_json::from_value(serde_json::json!({
        "proposals": {"M08": {"pinned": true, "organisation": 2}, "M16": {"rejected": "<b>Nej</b>"}},
        "cases": {
            "c1": {"model": "C11", "proposal": "K07", "inputs": {"employees": {"expected": 2762},
                "saving": {"low": 100, "expected": 235, "high": 300}}},
            "c2": {"model": "C05", "proposal": "K02", "title": "<script>"},
            "c3": {"model": "C99"}
        },
        "moves": {"M10": {"E04": {"solution": 0.1, "fte_percent": {"low": 5, "expected": 10, "high": 400}}}},
        "what_if": {"M10": true, "K99": true},
        "actions": {
            "K07": {"proposal": "K07", "order": 1, "case": "c1", "start": "2027-01-01", "end": "2027-06-30",
                "milestones": {"m1": {"title": "Valgt", "date": "2027-02-01"}},
                "months": {"2026-11": {"light": "red", "note": "<i>"}}},
            "M10": {"proposal": "M10", "order": 2, "gain_from": 2028},
            "M03": {"proposal": "M03", "order": 3},
            "x": {"proposal": "Q1", "status": "unknown"}
        },
        "goals": {"g1": {"subject": {"score": ["E04", "solution"]}, "target": 1e30, "year": 2028, "set_in": round}},
        "processes": {"p1": {"title": "<img>", "fte": 0.1, "ratings": {"volume": 3}}},
        "purchases": {"q1": {"unit": "Skole", "year": 2026, "quarter": 9, "compliance": 101}},
        "price_saving": -1,
        "report": {"parts": {"areas": true, "answers": true}, "introduction": "<script>",
            "comments": {"plan": "<img src=x>"}},
        "workshop": {"date": "snart", "participants": "<i>Alle</i>"},
        "resolutions": {"d1": {"text": "<b>Ja</b>", "proposal": "M03", "due": "aldrig"}},
        "drafts": {"cases/c1/inputs/operation/expected": "mange"}
    }))
    .unwrap();
    assessment
}

#[test]
fn no_page_of_the_picture_holds_a_script_a_style_or_a_number_that_is_none() {
    let mut hostile = example();
    hostile.municipality.as_mut().unwrap().name = "<img src=x onerror=alert(1)>".to_owned();
    let mut empty = Assessment::new("empty".to_owned(), 2026);
    empty.example = false;
    let area = "E04".parse().unwrap();
    let views = [
        View::Comparison,
        View::Statistics {
            dimension: Dimension::Process,
        },
        View::GroupAnswers {
            domain: Domain::Economy,
            dimension: Dimension::Process,
            unusual_first: true,
        },
        View::Resources {
            potential: true,
            areas: true,
        },
        View::Indicators,
        View::Own,
        View::Area {
            area,
            potential: true,
        },
        View::Domain(Domain::Payroll),
    ];
    let name = |text| Name::new(text).unwrap();
    let single = [
        Route::Proposal(name("M03")),
        Route::Proposal(name("x")),
        Route::Case(name("c1")),
        Route::Case(name("c2")),
        Route::Case(name("c3")),
        Route::Action(name("K07")),
        Route::Action(name("x")),
        Route::Status(Some(name("2026-11"))),
        Route::Status(Some(name("snart"))),
    ];
    let planning = Route::PLANNING
        .into_iter()
        .chain(single)
        .map(View::Planning);
    let report = Route::REPORT
        .into_iter()
        .chain((1..40).map(Route::Screen))
        .map(View::Report);
    let views: Vec<View> = views.into_iter().chain(planning).chain(report).collect();
    let mut desk = desk();
    for survey in [
        &example(),
        &hostile,
        &empty,
        &planned(example()),
        &planned(hostile.clone()),
    ] {
        for &view in &views {
            for block in page(&mut desk, &shown(survey, None), view) {
                let text = serde_json::to_string(&block).unwrap();
                for wrong in ["<script", "<img", "style=", "NaN", "inf,", "inf<", "inf "] {
                    assert!(!text.contains(wrong), "{view:?}: {wrong}");
                }
            }
        }
    }
}

#[test]
fn what_a_comment_resembles_is_told_and_nothing_of_an_ordinary_one() {
    let said = |text: &str| match Desk::default()
        .answer(Request::Caution(text.to_owned()), &[])
        .0
    {
        Answer::Text(said) => said,
        other => panic!("{other:?}"),
    };
    assert_eq!(said("Sygefravær indberettes 2 gange om måneden"), "");
    assert_eq!(
        said("010190-1234"),
        "Det ligner et CPR-nummer. Skriv ikke personoplysninger i bemærkninger: de følger med, når filen gives videre."
    );
    for (text, what) in [
        ("a@b.dk", "en mailadresse"),
        ("tlf. 20304050", "et telefonnummer"),
        ("hun er sygemeldt", "en oplysning om en persons helbred"),
    ] {
        assert!(
            said(text).starts_with(&format!("Det ligner {what}. ")),
            "{text}"
        );
    }
}
