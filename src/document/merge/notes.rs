//! When files must not be brought together, and what the user should know when they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::fields::value_of;
use super::gathering::{File, Gathering, InRound, Record};
use crate::domain::assessment::Assessment;
use crate::domain::ids::{RoundId, UnitId};

/// Why files are not brought together, in Danish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What is open is a part itself; parts are gathered in the whole survey.
    IntoPart {
        /// Who the part was sent to.
        function: String,
    },
    /// Two municipalities.
    OtherMunicipality {
        /// The file.
        file: String,
        /// Its municipality.
        theirs: String,
        /// The survey's, or that of another file.
        mine: String,
    },
    /// Invented answers and real ones.
    Invented {
        /// The file.
        file: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IntoPart { function } => write!(
                f,
                "Det, der er åbent, er den del, som er sendt til »{function}«. En del kan ikke \
                 flette andre filer: åbn hele besvarelsen, og flet filerne dér."
            ),
            Self::OtherMunicipality { file, theirs, mine } => write!(
                f,
                "»{file}« er fra {theirs}, men besvarelsen her er fra {mine}. Svar fra to \
                 kommuner kan ikke flettes; vælg en fil fra jeres egen kommune."
            ),
            Self::Invented { file } => write!(
                f,
                "»{file}« kan ikke flettes med besvarelsen her: den ene er et opfundet eksempel, \
                 den anden er ikke. Vælg en fil med jeres egne svar."
            ),
        }
    }
}

impl std::error::Error for Refusal {}

fn named((code, name): &(Option<u16>, String)) -> String {
    match code {
        Some(code) => format!("{name} ({code})"),
        None => name.clone(),
    }
}

/// # Errors
/// When the survey is a part, or the files are of two municipalities or partly invented.
pub(super) fn refuse(mine: &Assessment, incoming: &Gathering) -> Result<(), Refusal> {
    if let Some(part) = &mine.part {
        return Err(Refusal::IntoPart {
            function: part.function.clone(),
        });
    }
    let own = mine.municipality.as_ref();
    let mut known = own
        .map(|own| (own.code, own.name.clone()))
        .filter(|(code, _)| code.is_some());
    for file in &incoming.files {
        if file.example != mine.example {
            return Err(Refusal::Invented {
                file: file.source.file.clone(),
            });
        }
        let Some(theirs) = file.municipality.clone().filter(|one| one.0.is_some()) else {
            continue;
        };
        match &known {
            Some(mine) if mine.0 != theirs.0 => {
                return Err(Refusal::OtherMunicipality {
                    file: file.source.file.clone(),
                    theirs: named(&theirs),
                    mine: named(mine),
                });
            }
            _ => known = Some(theirs),
        }
    }
    Ok(())
}

/// What the user should know, one sentence each.
pub(super) fn notes(mine: &Assessment, incoming: &Gathering) -> Vec<String> {
    let mut notes = Vec::new();
    for file in &incoming.files {
        notes.extend(other_survey(mine, file));
        notes.extend(other_methods(mine, file));
    }
    notes.extend(like_units(mine, incoming));
    notes
}

fn other_survey(mine: &Assessment, file: &File) -> Option<String> {
    let name = &file.source.file;
    (file.survey != mine.id).then(|| match &file.municipality {
        Some(municipality) => format!(
            "»{name}« kommer ikke fra denne besvarelse, men fra en anden af {}. Se efter, at den \
             hører til her.",
            named(municipality)
        ),
        None => format!(
            "»{name}« kommer ikke fra denne besvarelse og siger ikke, hvilken kommune den er fra. \
             Se efter, at den hører til her."
        ),
    })
}

fn other_methods(mine: &Assessment, file: &File) -> Vec<String> {
    let differing = file.methods.iter().filter_map(|(id, method)| {
        let round = mine.round(id)?;
        (round.method != *method).then_some((round, method))
    });
    differing
        .map(|(round, method)| {
            format!(
                "»{}« er opgjort med metode {method}; runden {} her beholder metode {}.",
                file.source.file, round.year, round.method
            )
        })
        .collect()
}

/// Units of the same name and different ids: perhaps the same one, which has answered twice.
fn like_units(mine: &Assessment, incoming: &Gathering) -> Vec<String> {
    let mut units: BTreeMap<(RoundId, String), BTreeMap<UnitId, String>> = BTreeMap::new();
    let mut add = |round: &RoundId, id: &UnitId, name: &str| {
        let alike = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = units
            .entry((round.clone(), alike.to_lowercase()))
            .or_default();
        place.insert(id.clone(), alike);
    };
    for round in &mine.rounds {
        for (id, unit) in &round.units {
            add(&round.id, id, &unit.name);
        }
    }
    let mut new = BTreeSet::new();
    for (record, entry) in &incoming.records {
        let Record::Of(round, InRound::Unit(id)) = record else {
            continue;
        };
        if mine
            .round(round)
            .is_none_or(|round| !round.units.contains_key(id))
        {
            new.insert((round.clone(), id.clone()));
        }
        for name in entry.said.iter().filter_map(|said| said.fields.get("name")) {
            add(round, id, value_of(name).as_str().unwrap_or_default());
        }
    }
    let is_new = |round: &RoundId, ids: &BTreeMap<UnitId, String>| {
        ids.keys()
            .any(|id| new.contains(&(round.clone(), id.clone())))
    };
    units
        .iter()
        .filter(|((round, name), ids)| !name.is_empty() && ids.len() > 1 && is_new(round, ids))
        .filter_map(|(_, ids)| {
            let name = ids.values().next()?;
            Some(format!(
                "Enheden »{name}« er her {} gange med hver sit id. Er det den samme enhed, tæller \
                 den med flere gange; behold kun den ene.",
                ids.len()
            ))
        })
        .collect()
}
