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
mod tests {
    use super::*;
    use crate::document;
    use crate::domain::edit::Edit;
    use crate::domain::ids::{Domain, UnitId};
    use crate::domain::rating::Dimension;
    use crate::peers::group::Group;
    use crate::picture::{Block, View};
    use crate::requests::{Answer, Request};

    const STATISTICS: View = View::Statistics {
        dimension: Dimension::Centralisation,
    };
    const EXAMPLE: &str = include_str!("../../../public/eksempler/x-kommune.kommunebenchmark.json");
    const MODEL: &str = include_str!("../../../public/data/peers-model.json");

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
        let mut desk = desk();
        for survey in [&example(), &hostile, &empty] {
            for view in views {
                for block in page(&mut desk, &shown(survey, None), view) {
                    let text = serde_json::to_string(&block).unwrap();
                    for wrong in ["<script", "<img", "style=", "NaN", "inf,", "-inf"] {
                        assert!(!text.contains(wrong), "{view:?}: {wrong}");
                    }
                }
            }
        }
    }
}
