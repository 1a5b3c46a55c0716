//! What the worker keeps between requests: datasets by number, and the summaries made of them.
//!
//! Summarising looks at every municipality; comparing after an edit does not. So a summary is made
//! once for a dataset, the own facts and the groups, and [`Desk::summaries_made`] counts it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::tables::{Beside, Source};
use crate::domain::assessment::{Assessment, Round};
use crate::peers::group::{self, Aspect, Grouping};
use crate::peers::summary::Own;
use crate::peers::{Dataset, Summary, compare, summarise_groups};
use crate::requests::{DatasetNumber, Shown};
use crate::scoring;

use super::{Refusal, round, survey};

/// How many summaries are kept; the oldest goes first.
const SUMMARIES: usize = 4;
/// How many datasets are kept.
const DATASETS: usize = 4;

/// What a summary was made of.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    dataset: DatasetNumber,
    own: Own,
    grouping: Grouping,
}

/// The worker's desk.
#[derive(Debug, Default)]
pub struct Desk {
    datasets: BTreeMap<DatasetNumber, Arc<Dataset>>,
    summaries: Vec<(Made, Arc<Summary>)>,
    summaries_made: u32,
}

/// A dataset, the groups and what is summarised of them.
pub(super) struct Chosen {
    pub dataset: Arc<Dataset>,
    pub own: Own,
    pub grouping: Grouping,
    pub summary: Arc<Summary>,
}

impl Desk {
    /// How many summaries were made so far.
    #[must_use]
    pub const fn summaries_made(&self) -> u32 {
        self.summaries_made
    }

    /// Reads a dataset and keeps it under a number; its title, or in Danish why it cannot be used.
    pub(super) fn take_in(&mut self, number: DatasetNumber, text: &str) -> Result<String, String> {
        let dataset = Dataset::read(text).map_err(|error| error.danish())?;
        let title = dataset.label.title.clone();
        self.summaries.retain(|(made, _)| made.dataset != number);
        if self.datasets.len() >= DATASETS {
            self.datasets.pop_first();
        }
        self.datasets.insert(number, Arc::new(dataset));
        Ok(title)
    }

    /// The dataset and groups of a request; none where nothing is compared.
    pub(super) fn chosen(
        &mut self,
        shown: &Shown,
        survey: &Assessment,
        round: &Round,
    ) -> Result<Option<Chosen>, Refusal> {
        let Some(number) = shown.dataset else {
            return Ok(None);
        };
        let dataset = self.datasets.get(&number).cloned();
        let dataset = dataset.ok_or(Refusal::DatasetUnknown)?;
        let own = Own::of(survey, round);
        let usual = group::usual(&dataset, &own, &round.profile.domains);
        // A choice that was made for another kind of dataset does not count for this one.
        let kind = dataset.label.kind;
        let or_usual = |aspect| {
            let wanted = shown.grouping.as_ref().map(|grouping| grouping.get(aspect));
            let allowed = wanted.filter(|group| group.is_allowed(kind));
            allowed.unwrap_or_else(|| usual.get(aspect)).clone()
        };
        let grouping = Grouping {
            organisation: or_usual(Aspect::Organisation),
            digitalisation: or_usual(Aspect::Digitalisation),
        };
        let made = Made {
            dataset: number,
            own: own.clone(),
            grouping: grouping.clone(),
        };
        let kept = self.summaries.iter().find(|(one, _)| *one == made);
        let summary = if let Some((_, summary)) = kept {
            summary.clone()
        } else {
            let summary = Arc::new(summarise_groups(&dataset, &own, &grouping));
            self.summaries_made += 1;
            if self.summaries.len() >= SUMMARIES {
                self.summaries.remove(0);
            }
            self.summaries.push((made, summary.clone()));
            summary
        };
        Ok(Some(Chosen {
            dataset,
            own,
            grouping,
            summary,
        }))
    }

    /// Makes something of the survey, its scores and the group.
    pub(super) fn with_source<T>(
        &mut self,
        shown: &Shown,
        make: impl FnOnce(&Source<'_>) -> T,
    ) -> Result<T, Refusal> {
        let survey = survey(shown)?;
        let round = round(&survey, shown)?;
        let asked = survey.as_asked(round);
        let scorecard = scoring::score(&asked);
        let chosen = self.chosen(shown, &survey, round)?;
        let comparison = chosen
            .as_ref()
            .map(|chosen| compare(&scorecard, &chosen.summary, survey.example));
        let group = chosen.as_ref().zip(comparison.as_ref());
        Ok(make(&Source {
            assessment: &survey,
            round,
            scorecard: &scorecard,
            group: group.map(|(chosen, comparison)| Beside {
                summary: &chosen.summary,
                comparison,
            }),
        }))
    }
}

#[cfg(test)]
mod tests;
