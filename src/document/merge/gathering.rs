//! What several files say of a survey, put together.
//!
//! A [`Gathering`] is a set of what is said, record by record, and of the origins that parts were
//! sent with. Joining two is a union: it does not matter in which order or how often files come.
//! Does not decide anything; see the modules beside this one.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash as _, Hasher as _};

use serde_json::{Value, json};

use super::fields::{Fields, RATINGS, Stamp, fields_of};
use super::{decisions, profile, staff};
use crate::domain::answer::Answer;
use crate::domain::assessment::{Assessment, Municipality, Round};
use crate::domain::ids::{ActivityId, AreaId, RoundId, RowId, UnitId};
use crate::domain::plan::Path;

/// Where something is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The file's name.
    pub file: String,
    /// Tells files of the same name apart, and knows the same file again.
    fingerprint: u64,
    /// The function that answered.
    pub by: Option<String>,
    /// When, as an RFC 3339 time.
    pub at: Option<String>,
}

impl Source {
    /// Both are from the same file.
    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        (self.fingerprint, &self.file) == (other.fingerprint, &other.file)
    }
}

/// A record of the survey: what one edit can put in place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Record {
    Municipality,
    /// The id under which answers were handed over.
    Contribution,
    /// What stands under a path of the plan.
    Plan(Path),
    /// Unknown keys of the survey.
    Extra,
    Of(RoundId, InRound),
}

/// A record of a round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum InRound {
    Year,
    Profile,
    Unit(UnitId),
    Answer(UnitId, ActivityId),
    Estimate(AreaId),
    StaffCount,
    Staff(RowId),
    Drafts,
    /// Unknown keys of the round.
    Extra,
}

/// What one file says of one record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub source: Source,
    pub fields: Fields,
    pub weak: bool,
    pub stamp: Stamp,
}

/// What is said of one record, and what stood there when parts were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub said: BTreeSet<Said>,
    pub origins: BTreeSet<Fields>,
}

/// What is known of a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct File {
    pub source: Source,
    pub survey: String,
    pub municipality: Option<(Option<u16>, String)>,
    pub example: bool,
    pub answers: usize,
    pub methods: BTreeSet<(RoundId, String)>,
}

/// What files say of a survey. A join-semilattice: [`Self::join`] is commutative, associative and
/// idempotent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathering {
    pub(super) files: BTreeSet<File>,
    pub(super) records: BTreeMap<Record, Entry>,
    /// Rounds as they stand in the files, for a survey that does not have them.
    pub(super) rounds: BTreeMap<RoundId, BTreeSet<(Source, String)>>,
}

impl Gathering {
    /// What one file says.
    ///
    /// # Panics
    /// Never: an assessment always has a JSON form.
    #[must_use]
    pub fn of(assessment: &Assessment, file: &str) -> Self {
        let text = serde_json::to_string(assessment).expect("an assessment has a JSON form");
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let answers = assessment
            .rounds
            .iter()
            .flat_map(|round| round.answers.values());
        let source = Source {
            file: file.to_owned(),
            fingerprint: hasher.finish(),
            by: assessment.part.as_ref().map(|part| part.function.clone()),
            at: answers
                .clone()
                .flat_map(|answers| answers.values())
                .filter_map(|answer| answer.at.clone())
                .max(),
        };
        let mut gathering = Self::default();
        gathering.files.insert(File {
            survey: assessment.id.clone(),
            municipality: assessment
                .municipality
                .as_ref()
                .map(|one| (one.code, one.name.clone())),
            example: assessment.example,
            answers: answers.map(BTreeMap::len).sum(),
            methods: assessment
                .rounds
                .iter()
                .map(|round| (round.id.clone(), round.method.clone()))
                .collect(),
            source: source.clone(),
        });
        for (record, piece) in pieces(assessment) {
            gathering.add(assessment, record, piece, &source);
        }
        gathering.add_base(assessment);
        for round in &assessment.rounds {
            let text = serde_json::to_string(round).expect("a round has a JSON form");
            let place = gathering.rounds.entry(round.id.clone()).or_default();
            place.insert((source.clone(), text));
        }
        gathering
    }

    /// What both say.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.files.extend(other.files);
        for (record, entry) in other.records {
            let place = self.records.entry(record).or_default();
            place.said.extend(entry.said);
            place.origins.extend(entry.origins);
        }
        for (id, rounds) in other.rounds {
            self.rounds.entry(id).or_default().extend(rounds);
        }
        self
    }

    fn add(&mut self, assessment: &Assessment, record: Record, piece: Piece, source: &Source) {
        let mut source = source.clone();
        if let Record::Of(_, InRound::Answer(..)) = record {
            let (at, by) = piece.stamp.clone();
            source.by = by.or(source.by);
            source.at = at;
        } else {
            source.at = None;
        }
        // What is not asked in a part stands there as it was when the part was sent.
        let is_copy = matches!(
            record,
            Record::Municipality | Record::Of(_, InRound::Year | InRound::Profile)
        );
        let entry = self.records.entry(record).or_default();
        if assessment.part.is_some() && is_copy {
            entry.origins.insert(piece.fields.clone());
        }
        entry.said.insert(Said {
            source,
            fields: piece.fields,
            weak: piece.weak,
            stamp: piece.stamp,
        });
    }

    /// What the other files say of one round.
    pub(super) fn of_round(&self, id: &RoundId, except: &Source) -> Self {
        let of_round = |record: &Record| matches!(record, Record::Of(round, _) if round == id);
        let mut gathering = Self::default();
        for (record, entry) in self.records.iter().filter(|(record, _)| of_round(record)) {
            let mut entry = entry.clone();
            entry.said.retain(|said| !said.source.is_same_file(except));
            gathering.records.insert(record.clone(), entry);
        }
        gathering
    }

    fn add_base(&mut self, assessment: &Assessment) {
        let Some(part) = &assessment.part else { return };
        for round in &assessment.rounds {
            for (&id, answer) in &part.base {
                let answer = InRound::Answer(assessment.answerer(), id).of(round, answer);
                let entry = self.records.entry(answer.0).or_default();
                entry.origins.insert(answer.1.fields);
            }
        }
    }
}

impl InRound {
    fn of(self, round: &Round, answer: &Answer) -> (Record, Piece) {
        (Record::Of(round.id.clone(), self), answer_piece(answer))
    }
}

/// A record's content in one assessment.
#[derive(Default)]
pub(super) struct Piece {
    pub fields: Fields,
    pub weak: bool,
    pub stamp: Stamp,
}

impl From<Fields> for Piece {
    fn from(fields: Fields) -> Self {
        Self {
            fields,
            weak: false,
            stamp: Stamp::default(),
        }
    }
}

fn answer_piece(answer: &Answer) -> Piece {
    let mut fields = fields_of(answer);
    for key in ["by", "at", "unconfirmed"] {
        fields.remove(key);
    }
    // Whoever gives a rating says that the activity is relevant.
    if RATINGS.iter().any(|&key| fields.contains_key(key)) {
        let asked = || Value::from("asked").to_string();
        fields.entry("standing".to_owned()).or_insert_with(asked);
    }
    Piece {
        fields,
        weak: answer.unconfirmed,
        stamp: (answer.at.clone(), answer.by.clone()),
    }
}

/// The key of the id of a contribution.
pub(super) const CONTRIBUTION: &str = "contribution_id";

/// The code and the name belong together: neither can be taken alone.
pub(super) const WHICH: &str = "which";

fn municipality_fields(municipality: &Municipality) -> Fields {
    let mut fields = fields_of(&municipality.extra);
    if municipality.code.is_some() || !municipality.name.is_empty() {
        let which = json!({"code": municipality.code, "name": municipality.name});
        fields.insert(WHICH.to_owned(), which.to_string());
    }
    fields
}

/// Every record of an assessment; the part that it may be is none.
pub(super) fn pieces(assessment: &Assessment) -> BTreeMap<Record, Piece> {
    let mut all = BTreeMap::new();
    let municipality = assessment.municipality.as_ref();
    if let Some(municipality) = municipality {
        all.insert(
            Record::Municipality,
            municipality_fields(municipality).into(),
        );
    }
    if let Some(id) = &assessment.contribution_id {
        let fields = fields_of(&json!({ CONTRIBUTION: id }));
        all.insert(Record::Contribution, fields.into());
    }
    for (path, fields) in decisions::records(&assessment.plan) {
        all.insert(Record::Plan(path), fields.into());
    }
    all.insert(Record::Extra, fields_of(&assessment.extra).into());
    for round in &assessment.rounds {
        let mut add = |part: InRound, piece: Piece| {
            all.insert(Record::Of(round.id.clone(), part), piece);
        };
        add(
            InRound::Year,
            fields_of(&json!({"year": round.year})).into(),
        );
        add(InRound::Profile, profile::fields(&round.profile).into());
        let count = json!({"date": round.staff_date, "total": round.staff_total});
        add(InRound::StaffCount, fields_of(&count).into());
        add(InRound::Drafts, fields_of(&round.drafts).into());
        add(InRound::Extra, fields_of(&round.extra).into());
        for (id, unit) in &round.units {
            add(InRound::Unit(id.clone()), fields_of(unit).into());
        }
        for (&id, estimate) in &round.estimates {
            add(InRound::Estimate(id), fields_of(estimate).into());
        }
        for row in &round.staff {
            add(InRound::Staff(row.id), staff::piece(row));
        }
        for (unit, answers) in &round.answers {
            for (&id, answer) in answers {
                let piece = answer_piece(answer);
                // An answer that says nothing is none, whatever it was marked with.
                if !piece.fields.is_empty() {
                    add(InRound::Answer(unit.clone(), id), piece);
                }
            }
        }
    }
    all
}
