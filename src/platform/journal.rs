//! The journal in `IndexedDB`: every edit, committed before "Gemt" is shown.
//!
//! A survey is a checkpoint (the whole survey at one record) and the records after it. Records
//! are numbered inside the database, so that several tabs can write; each tab sees from the
//! numbers whether it missed some. A checkpoint and the removal of the records that it holds
//! happen in one transaction. Does not know what an edit is: texts in, texts out.

use std::cell::RefCell;
use std::rc::Rc;

use idb::{Database, Factory, KeyRange, ObjectStoreParams, Query, Transaction, TransactionMode};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::PlatformError;
use super::page;
use super::snapshot::Slot;

const RECORDS: &str = "journal";
const CHECKPOINTS: &str = "checkpoints";
pub(super) const SHELF: &str = "shelf";

/// The version of the database; 2 brought the shelf.
const VERSION: u32 = 2;

/// Milliseconds that the database has to answer.
const PATIENCE: i32 = 4000;

/// The open journal.
#[derive(Debug)]
pub struct Journal {
    database: Database,
}

/// A survey at one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The survey's id; empty where the survey was deleted.
    pub survey: String,
    /// The last record that is in it.
    pub seq: u64,
    /// The survey as a file.
    pub text: String,
}

/// Everything that is stored of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The newest checkpoint.
    pub checkpoint: Option<Checkpoint>,
    /// The records after it, with their numbers, in order.
    pub records: Vec<(u64, String)>,
}

impl Stored {
    /// The survey was deleted: what a checkpoint without an id says.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.checkpoint
            .as_ref()
            .is_some_and(|one| one.survey.is_empty())
    }

    /// The number of the last record.
    #[must_use]
    pub fn seq(&self) -> u64 {
        let checkpoint = self.checkpoint.as_ref().map(|checkpoint| checkpoint.seq);
        self.records
            .last()
            .map(|(seq, _)| *seq)
            .max(checkpoint)
            .unwrap_or_default()
    }
}

pub(super) fn failed(error: idb::Error) -> PlatformError {
    PlatformError::Database {
        detail: error.to_string(),
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "record numbers stay far below 2^53"
)]
fn record_key(slot: Slot, seq: u64) -> JsValue {
    Array::of2(&slot.name().into(), &JsValue::from_f64(seq as f64)).into()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "record numbers are whole and not negative"
)]
fn to_seq(value: &JsValue) -> u64 {
    value.as_f64().unwrap_or_default() as u64
}

/// All records of a survey up to and with `last`.
fn records_until(slot: Slot, last: f64) -> Result<KeyRange, PlatformError> {
    let end = Array::of2(&slot.name().into(), &JsValue::from_f64(last));
    KeyRange::bound(&record_key(slot, 0), &end, None, None).map_err(failed)
}

impl Journal {
    /// Opens the database, and makes it the first time. Some browsers never answer where they
    /// refuse; that is taken for a refusal after a few seconds.
    ///
    /// # Errors
    /// When the browser has no database or refuses it.
    pub async fn open() -> Result<Self, PlatformError> {
        let opened = Rc::new(RefCell::new(None));
        let answer = Promise::new(&mut |resolve, _| {
            let (opened, early) = (Rc::clone(&opened), resolve.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let result = Self::connect().await;
                opened.replace(Some(result));
                let _ = early.call0(&JsValue::NULL);
            });
            page::after(PATIENCE, move || {
                let _ = resolve.call0(&JsValue::NULL);
            });
        });
        // Never refused: both ways resolve it.
        let _ = JsFuture::from(answer).await;
        opened.take().unwrap_or(Err(PlatformError::NoDatabase))
    }

    async fn connect() -> Result<Self, PlatformError> {
        let factory = Factory::new().map_err(|_| PlatformError::NoDatabase)?;
        let mut request = factory
            .open(&super::space::database(), Some(VERSION))
            .map_err(|_| PlatformError::NoDatabase)?;
        request.on_upgrade_needed(|event| {
            use idb::event::DatabaseEvent as _;
            if let Ok(database) = event.database() {
                for store in [RECORDS, CHECKPOINTS, SHELF] {
                    // A store that is there already is refused. Any other failure shows when the
                    // store is first used, as an error of its own.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let mut database = request.await.map_err(|_| PlatformError::NoDatabase)?;
        // A newer app in another tab waits until this one lets go; what is entered here then says
        // that it is not saved.
        database.on_version_change(|event| {
            if let Some(database) = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok())
            {
                database.close();
            }
        });
        Ok(Self { database })
    }

    fn begin(&self, mode: TransactionMode) -> Result<Transaction, PlatformError> {
        self.begin_with(&[RECORDS, CHECKPOINTS], mode)
    }

    pub(super) fn begin_with(
        &self,
        stores: &[&str],
        mode: TransactionMode,
    ) -> Result<Transaction, PlatformError> {
        self.database.transaction(stores, mode).map_err(failed)
    }

    /// Reads a survey.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(&self, slot: Slot) -> Result<Stored, PlatformError> {
        let transaction = self.begin(TransactionMode::ReadOnly)?;
        let checkpoint = read_checkpoint(&transaction, slot).await?;
        let store = transaction.object_store(RECORDS).map_err(failed)?;
        let range = || records_until(slot, f64::MAX).map(Query::KeyRange);
        let keys = store
            .get_all_keys(Some(range()?), None)
            .map_err(failed)?
            .await
            .map_err(failed)?;
        let texts = store
            .get_all(Some(range()?), None)
            .map_err(failed)?
            .await
            .map_err(failed)?;
        let base = checkpoint.as_ref().map_or(0, |checkpoint| checkpoint.seq);
        let records = keys
            .iter()
            .map(|key| to_seq(&Array::from(key).get(1)))
            .zip(
                texts
                    .iter()
                    .map(|text| text.as_string().unwrap_or_default()),
            )
            .filter(|(seq, _)| *seq > base)
            .collect();
        Ok(Stored {
            checkpoint,
            records,
        })
    }

    /// Appends records in one transaction and returns the number of the first of them. The number
    /// is one above the last known unless another tab wrote in between.
    ///
    /// # Errors
    /// When the stored survey is another than `survey`, or the database fails; nothing is
    /// written then.
    pub async fn append(
        &self,
        slot: Slot,
        survey: &str,
        records: &[String],
    ) -> Result<u64, PlatformError> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let first = 1 + last_seq(&transaction, slot, survey).await?;
        let store = transaction.object_store(RECORDS).map_err(failed)?;
        for (seq, record) in (first..).zip(records) {
            store
                .add(&record.into(), Some(&record_key(slot, seq)))
                .map_err(failed)?;
        }
        finish(transaction).await?;
        Ok(first)
    }

    /// Replaces the records up to `seq` by the survey at that record. Does nothing where other
    /// records have come since.
    ///
    /// # Errors
    /// When the stored survey is another, or the database fails.
    pub async fn checkpoint(
        &self,
        slot: Slot,
        checkpoint: &Checkpoint,
    ) -> Result<(), PlatformError> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        if last_seq(&transaction, slot, &checkpoint.survey).await? != checkpoint.seq {
            return Ok(());
        }
        replace(transaction, slot, checkpoint).await
    }

    /// Stores a survey that was not stored before.
    ///
    /// # Errors
    /// When another survey is stored already, or the database fails.
    pub async fn create(&self, slot: Slot, checkpoint: &Checkpoint) -> Result<(), PlatformError> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let old = read_checkpoint(&transaction, slot).await?;
        if old.is_some_and(|old| !old.survey.is_empty()) {
            return Err(PlatformError::Replaced);
        }
        replace(transaction, slot, checkpoint).await
    }

    /// Puts a survey in the place of whatever is stored.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace(&self, slot: Slot, checkpoint: &Checkpoint) -> Result<(), PlatformError> {
        replace(self.begin(TransactionMode::ReadWrite)?, slot, checkpoint).await
    }
}

async fn read_checkpoint(
    transaction: &Transaction,
    slot: Slot,
) -> Result<Option<Checkpoint>, PlatformError> {
    let value = transaction
        .object_store(CHECKPOINTS)
        .map_err(failed)?
        .get(JsValue::from_str(slot.name()))
        .map_err(failed)?
        .await
        .map_err(failed)?;
    Ok(value.map(|value| {
        let parts = Array::from(&value);
        Checkpoint {
            survey: parts.get(0).as_string().unwrap_or_default(),
            seq: to_seq(&parts.get(1)),
            text: parts.get(2).as_string().unwrap_or_default(),
        }
    }))
}

async fn last_seq(
    transaction: &Transaction,
    slot: Slot,
    survey: &str,
) -> Result<u64, PlatformError> {
    let checkpoint = read_checkpoint(transaction, slot)
        .await?
        .filter(|checkpoint| checkpoint.survey == survey)
        .ok_or(PlatformError::Replaced)?;
    let keys = transaction
        .object_store(RECORDS)
        .map_err(failed)?
        .get_all_keys(Some(records_until(slot, f64::MAX)?.into()), None)
        .map_err(failed)?
        .await
        .map_err(failed)?;
    let last = keys
        .last()
        .map_or(0, |key| to_seq(&Array::from(key).get(1)));
    Ok(last.max(checkpoint.seq))
}

#[allow(
    clippy::cast_precision_loss,
    reason = "record numbers stay far below 2^53"
)]
async fn replace(
    transaction: Transaction,
    slot: Slot,
    checkpoint: &Checkpoint,
) -> Result<(), PlatformError> {
    let value = Array::of3(
        &checkpoint.survey.as_str().into(),
        &JsValue::from_f64(checkpoint.seq as f64),
        &checkpoint.text.as_str().into(),
    );
    transaction
        .object_store(CHECKPOINTS)
        .map_err(failed)?
        .put(&value, Some(&JsValue::from_str(slot.name())))
        .map_err(failed)?;
    transaction
        .object_store(RECORDS)
        .map_err(failed)?
        .delete(Query::KeyRange(records_until(slot, f64::MAX)?))
        .map_err(failed)?;
    finish(transaction).await
}

pub(super) async fn finish(transaction: Transaction) -> Result<(), PlatformError> {
    let result = transaction.await.map_err(failed)?;
    if result.is_committed() {
        Ok(())
    } else {
        Err(PlatformError::Database {
            detail: "skrivningen blev afbrudt".to_owned(),
        })
    }
}
