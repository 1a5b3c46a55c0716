//! Every edit can be taken back exactly, alone, in sequences and in batches.

use std::collections::BTreeMap;

use kommunebenchmark::domain::amount::Amount;
use kommunebenchmark::domain::assessment::{Assessment, Municipality, Round};
use kommunebenchmark::domain::edit::{Edit, UnknownRound};
use kommunebenchmark::domain::ids::{RoundId, RowId, UnitId};
use kommunebenchmark::domain::rating::Place;
use kommunebenchmark::domain::staff::{StaffKind, StaffRow};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use crate::given::{
    activity, any_activity, any_answer, any_area, any_assessment, any_estimate, any_extra,
    any_known_unit, any_municipality, any_plan, any_plan_path, any_plan_value, any_profile,
    any_round, any_round_id, any_staff_row, any_unit, at,
};

fn any_single_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        option::of(any_municipality())
            .prop_map(|municipality| Edit::SetMunicipality { municipality }),
        option::of("[0-9a-f]{4}").prop_map(|id| Edit::SetContribution { id }),
        (any_round_id(), option::of(any_round().prop_map(Box::new)))
            .prop_map(|(round, value)| Edit::SetRound { round, value }),
        (any_round_id(), 2015_u16..=2100).prop_map(|(round, year)| Edit::SetYear { round, year }),
        (any_round_id(), any_profile().prop_map(Box::new))
            .prop_map(|(round, profile)| Edit::SetProfile { round, profile }),
        (
            any_round_id(),
            any_unit(),
            btree_map(any_activity(), option::of(any_answer()), 0..4)
        )
            .prop_map(|(round, unit, answers)| Edit::SetAnswers {
                round,
                unit,
                answers
            }),
        (
            any_round_id(),
            any_unit(),
            option::of(any_known_unit().prop_map(Box::new))
        )
            .prop_map(|(round, id, unit)| Edit::SetUnit { round, id, unit }),
        (
            any_round_id(),
            any_area(),
            option::of(any_estimate().prop_map(Box::new))
        )
            .prop_map(|(round, area, estimate)| Edit::SetEstimate {
                round,
                area,
                estimate
            }),
        (
            any_round_id(),
            1_u32..6,
            option::of(any_staff_row().prop_map(Box::new))
        )
            .prop_map(|(round, id, row)| Edit::SetStaffRow {
                round,
                id: RowId(id),
                row
            }),
        (
            any_round_id(),
            option::of("[0-9-]{0,10}"),
            option::of(0_u64..10_000)
        )
            .prop_map(|(round, date, total)| Edit::SetStaffCount {
                round,
                date,
                total: total.map(Amount::from_hundredths),
            }),
        (any_round_id(), "[a-c]{1}", option::of(".{0,6}"))
            .prop_map(|(round, field, text)| Edit::SetDraft { round, field, text }),
        any_plan().prop_map(|plan| Edit::SetPlan { plan }),
        (any_plan_path(), option::of(any_plan_value()))
            .prop_map(|(path, value)| Edit::SetInPlan { path, value }),
        (option::of(any_round_id()), any_extra())
            .prop_map(|(round, extra)| Edit::SetExtra { round, extra }),
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    any_single_edit().prop_recursive(3, 12, 4, |edit| {
        vec(edit, 0..4).prop_map(|edits| Edit::Batch { edits })
    })
}

proptest! {
    #[test]
    fn an_edit_and_its_inverse_restore_the_assessment(
        before in any_assessment(),
        edits in vec(any_edit(), 1..12),
    ) {
        let mut assessment = before.clone();
        let mut inverses = Vec::new();
        for edit in edits {
            let unedited = assessment.clone();
            match assessment.apply(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(UnknownRound(round)) => {
                    prop_assert_eq!(&assessment, &unedited, "a refused edit changed something");
                    // A batch may be refused for a round that it took away itself.
                    let _ = round;
                }
            }
        }
        let after = assessment.clone();
        let mut redos = Vec::new();
        for inverse in inverses.into_iter().rev() {
            redos.push(assessment.apply(inverse).unwrap());
        }
        prop_assert_eq!(&assessment, &before, "undo");
        for redo in redos.into_iter().rev() {
            assessment.apply(redo).unwrap();
        }
        prop_assert_eq!(&assessment, &after, "redo");
    }

    #[test]
    fn an_edit_survives_json(edit in any_edit()) {
        let text = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&text).unwrap(), edit);
    }

    #[test]
    fn an_edit_from_the_journal_does_the_same_as_the_edit(
        before in any_assessment(),
        edit in any_edit(),
    ) {
        let text = serde_json::to_string(&edit).unwrap();
        let (mut direct, mut read) = (before.clone(), before);
        let inverse = direct.apply(edit);
        prop_assert_eq!(inverse, read.apply(serde_json::from_str(&text).unwrap()));
        prop_assert_eq!(direct, read);
    }
}

fn empty() -> Assessment {
    Assessment::new("any".to_owned(), 2026)
}

fn this_year() -> RoundId {
    RoundId("2026".to_owned())
}

#[test]
fn an_edit_of_an_unknown_round_is_refused_and_changes_nothing() {
    let other = || RoundId("1999".to_owned());
    let edits = [
        Edit::SetYear {
            round: other(),
            year: 2027,
        },
        Edit::SetProfile {
            round: other(),
            profile: Box::default(),
        },
        Edit::SetAnswers {
            round: other(),
            unit: UnitId::central(),
            answers: BTreeMap::new(),
        },
        Edit::SetStaffRow {
            round: other(),
            id: RowId(1),
            row: None,
        },
        Edit::SetStaffCount {
            round: other(),
            date: None,
            total: None,
        },
        Edit::SetDraft {
            round: other(),
            field: "x".to_owned(),
            text: None,
        },
    ];
    for edit in edits {
        let mut assessment = empty();
        assert_eq!(assessment.apply(edit), Err(UnknownRound(other())));
        assert_eq!(assessment, empty());
    }
}

#[test]
fn a_batch_that_fails_late_leaves_everything_as_it_was() {
    let good = |name: &str| Edit::SetMunicipality {
        municipality: Some(Municipality::new(None, name)),
    };
    let bad = Edit::SetYear {
        round: RoundId("1999".to_owned()),
        year: 2027,
    };
    let answer = Edit::SetAnswers {
        round: this_year(),
        unit: UnitId::central(),
        answers: [(activity("E01.01"), Some(at(Place::Central)))].into(),
    };
    let nested = Edit::Batch {
        edits: vec![answer, good("inner"), bad],
    };
    let removal = Edit::SetRound {
        round: this_year(),
        value: None,
    };
    let mut assessment = empty();
    let batch = Edit::Batch {
        edits: vec![good("first"), good("second"), nested, removal],
    };
    assert!(assessment.apply(batch).is_err());
    assert_eq!(assessment, empty());
}

#[test]
fn rounds_stand_oldest_first_whatever_edit_moves_them() {
    let mut assessment = empty();
    let newer = RoundId("2027".to_owned());
    let value = Some(Box::new(Round::new(newer.clone(), 2027)));
    assessment
        .apply(Edit::SetRound {
            round: newer,
            value,
        })
        .unwrap();
    assert_eq!(assessment.current().unwrap().year, 2027);
    let inverse = assessment
        .apply(Edit::SetYear {
            round: this_year(),
            year: 2030,
        })
        .unwrap();
    assert_eq!(assessment.current().unwrap().id, this_year());
    assessment.apply(inverse).unwrap();
    assert_eq!(assessment.current().unwrap().year, 2027);
}

#[test]
fn staff_rows_stand_in_the_order_of_their_ids_and_get_new_ones() {
    let mut assessment = empty();
    for id in [7, 2, 5] {
        let row = Some(Box::new(StaffRow::new(RowId(0), StaffKind::Team)));
        assessment
            .apply(Edit::SetStaffRow {
                round: this_year(),
                id: RowId(id),
                row,
            })
            .unwrap();
    }
    let round = assessment.current().unwrap();
    let ids: Vec<u32> = round.staff.iter().map(|row| row.id.0).collect();
    assert_eq!(ids, [2, 5, 7]);
    assert_eq!(round.next_row_id(), RowId(8));
}

#[test]
fn a_free_row_id_is_found_even_above_the_largest() {
    let mut round = Round::new(this_year(), 2026);
    assert_eq!(round.next_row_id(), RowId(1));
    round.staff = vec![
        StaffRow::new(RowId(1), StaffKind::Team),
        StaffRow::new(RowId(u32::MAX), StaffKind::Team),
    ];
    assert_eq!(round.next_row_id(), RowId(2));
}
