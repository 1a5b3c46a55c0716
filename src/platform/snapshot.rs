//! Snapshots of a survey in localStorage: the second place where everything is kept.
//!
//! localStorage reaches the disk late (measured: up to 35 seconds in Chromium), so it is never
//! the only copy while the database works; it is what remains where the database is blocked or
//! was cleared. Two slots are written in turn, each with a checksum, so that a torn write leaves
//! the other. Through gloo-storage.

use gloo_storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};

use super::space;

/// Which survey: the municipality's own, or the example beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// The municipality's own survey.
    #[default]
    Own,
    /// The example municipality, kept apart.
    Example,
}

impl Slot {
    /// The name in keys of stored things.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Example => "example",
        }
    }
}

/// A survey at one point of its journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The survey's id.
    pub survey: String,
    /// The last journal record that is in it.
    pub seq: u64,
    /// It holds edits that the journal had not taken yet.
    #[serde(default)]
    pub ahead: bool,
    /// The survey as a file.
    pub text: String,
    checksum: String,
}

impl Snapshot {
    /// Seals a survey.
    #[must_use]
    pub fn new(survey: String, seq: u64, ahead: bool, text: String) -> Self {
        let checksum = checksum(&survey, seq, &text);
        Self {
            survey,
            seq,
            ahead,
            text,
            checksum,
        }
    }

    fn is_whole(&self) -> bool {
        self.checksum == checksum(&self.survey, self.seq, &self.text)
    }
}

/// FNV-1a, 64 bits: finds torn writes; no protection against anybody.
fn checksum(survey: &str, seq: u64, text: &str) -> String {
    let seq = seq.to_string();
    let parts = [survey, "\n", &seq, "\n", text];
    let hash = parts
        .iter()
        .flat_map(|part| part.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}

const ACTIVE: &str = "active";

fn key(slot: Slot, letter: char) -> String {
    space::key(&format!("{}/{letter}", slot.name()))
}

/// Whether localStorage can be used at all; gloo-storage panics where it is blocked.
#[must_use]
pub fn is_available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// The newest whole snapshot of a survey.
#[must_use]
pub fn read(slot: Slot) -> Option<Snapshot> {
    if !is_available() {
        return None;
    }
    ['A', 'B']
        .into_iter()
        .filter_map(|letter| LocalStorage::get::<Snapshot>(key(slot, letter)).ok())
        .filter(Snapshot::is_whole)
        .max_by_key(|snapshot| (snapshot.seq, snapshot.ahead))
}

/// Writes a snapshot over the older slot. Returns whether it was taken.
#[must_use]
pub fn write(slot: Slot, snapshot: &Snapshot) -> bool {
    if !is_available() {
        return false;
    }
    let seq_in = |letter| {
        LocalStorage::get::<Snapshot>(key(slot, letter))
            .ok()
            .filter(|old| old.is_whole() && old.survey == snapshot.survey)
            .map(|old| old.seq)
    };
    let letter = if seq_in('A') <= seq_in('B') { 'A' } else { 'B' };
    LocalStorage::set(key(slot, letter), snapshot).is_ok()
}

/// Takes both snapshots of a survey away.
pub fn clear(slot: Slot) {
    if is_available() {
        for letter in ['A', 'B'] {
            LocalStorage::delete(key(slot, letter));
        }
    }
}

/// The survey that was last looked at.
#[must_use]
pub fn active() -> Slot {
    if is_available() {
        LocalStorage::get(space::key(ACTIVE)).unwrap_or_default()
    } else {
        Slot::default()
    }
}

/// Remembers the survey that is looked at. Not vital: without it the own survey is shown.
pub fn set_active(slot: Slot) {
    if is_available() {
        let _ = LocalStorage::set(space::key(ACTIVE), slot);
    }
}
