//! The platform edge in a real browser: the journal, the snapshots, the inline assets.
#![cfg(target_arch = "wasm32")]

use gloo_storage::{LocalStorage, Storage as _};
use kommunebenchmark::platform::journal::{Checkpoint, Journal};
use kommunebenchmark::platform::snapshot::{self, Slot, Snapshot};
use kommunebenchmark::platform::{PlatformError, clock};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn checkpoint(survey: &str, seq: u64) -> Checkpoint {
    Checkpoint {
        survey: survey.to_owned(),
        seq,
        text: format!("survey {survey} at {seq}"),
    }
}

fn records(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[wasm_bindgen_test]
async fn records_are_numbered_in_the_database_and_folded_into_a_checkpoint() {
    let survey = clock::random_id();
    let journal = Journal::open().await.unwrap();
    journal
        .replace(Slot::Own, &checkpoint(&survey, 0))
        .await
        .unwrap();
    assert_eq!(
        journal
            .append(Slot::Own, &survey, &records(&["a", "b"]))
            .await,
        Ok(1)
    );

    // Another tab has its own connection, and sees the numbers of the first.
    let other = Journal::open().await.unwrap();
    assert_eq!(
        other.append(Slot::Own, &survey, &records(&["c"])).await,
        Ok(3)
    );
    let stored = journal.load(Slot::Own).await.unwrap();
    let expected = vec![
        (1, "a".to_owned()),
        (2, "b".to_owned()),
        (3, "c".to_owned()),
    ];
    assert_eq!(stored.records, expected);

    // A checkpoint that does not hold the newest record is not taken.
    journal
        .checkpoint(Slot::Own, &checkpoint(&survey, 2))
        .await
        .unwrap();
    assert_eq!(journal.load(Slot::Own).await.unwrap().records.len(), 3);
    journal
        .checkpoint(Slot::Own, &checkpoint(&survey, 3))
        .await
        .unwrap();
    let folded = journal.load(Slot::Own).await.unwrap();
    assert_eq!((folded.seq(), folded.records.len()), (3, 0));
    assert_eq!(
        journal.append(Slot::Own, &survey, &records(&["d"])).await,
        Ok(4)
    );
}

#[wasm_bindgen_test]
async fn a_survey_that_was_replaced_takes_no_more_records() {
    let journal = Journal::open().await.unwrap();
    let (mine, theirs) = (clock::random_id(), clock::random_id());
    journal
        .replace(Slot::Example, &checkpoint(&mine, 0))
        .await
        .unwrap();
    assert_eq!(
        journal.create(Slot::Example, &checkpoint(&theirs, 0)).await,
        Err(PlatformError::Replaced),
        "a stored survey is not overwritten by a fresh one"
    );
    journal
        .replace(Slot::Example, &checkpoint("", 0))
        .await
        .unwrap();
    assert_eq!(
        journal
            .append(Slot::Example, &mine, &records(&["late"]))
            .await,
        Err(PlatformError::Replaced)
    );
    assert_eq!(
        journal.create(Slot::Example, &checkpoint(&theirs, 0)).await,
        Ok(())
    );
}

#[wasm_bindgen_test]
fn the_newest_whole_snapshot_is_read() {
    snapshot::clear(Slot::Own);
    assert_eq!(snapshot::read(Slot::Own), None);
    let at = |seq: u64| Snapshot::new("s".to_owned(), seq, false, format!("text {seq}"));
    for seq in 1..=3 {
        assert!(snapshot::write(Slot::Own, &at(seq)));
    }
    assert_eq!(snapshot::read(Slot::Own), Some(at(3)));
    // A torn write: the newest slot no longer fits its checksum.
    let torn = LocalStorage::raw()
        .get_item("kb/own/A")
        .unwrap()
        .unwrap()
        .replace("text 3", "text");
    LocalStorage::raw().set_item("kb/own/A", &torn).unwrap();
    assert_eq!(snapshot::read(Slot::Own), Some(at(2)));
    snapshot::clear(Slot::Own);
}

#[wasm_bindgen_test]
fn ids_are_random_and_times_are_written_in_utc() {
    let (one, other) = (clock::random_id(), clock::random_id());
    assert_eq!(one.len(), 32);
    assert_ne!(one, other);
    assert!(clock::now().ends_with('Z'));
}
