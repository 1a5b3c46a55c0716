//! From an assessment to what is handed over of it.
//!
//! Owns which areas and answers go along, and why others do not. Has no clock and draws no ids:
//! the caller brings both. What a contribution holds is in [`super::contribution`].

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::METHOD_VERSION;
use crate::domain::answer::{Answer, Standing};
use crate::domain::assessment::{Assessment, Round};
use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain, RoundId};
use crate::domain::municipality::{self, Entry};
use crate::domain::rating::PerDimension;
use crate::scoring::{self, AreaScore, Coverage, Scorecard, resources};
use crate::sorting::InOrder as _;

use super::classes::Classes;
use super::contribution::{
    ActivityContribution, AreaContribution, Consent, Contribution, FORMAT, Named, Network, VERSION,
    is_random_id,
};
use super::staffing::Staffing;

/// Which round is handed over. Two rounds may be of one year, so that a year alone is not enough
/// for whoever looks at one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which<'a> {
    /// The newest round.
    Newest,
    /// The newest round of a year.
    Year(u16),
    /// One round.
    Round(&'a RoundId),
}

/// What the maker of a contribution brings.
#[derive(Clone, Debug)]
pub struct Handover<'a> {
    /// The id of the contribution.
    pub id: &'a str,
    /// The round to hand over.
    pub which: Which<'a>,
    /// The version of the program.
    pub app: &'a str,
    /// The time, as an RFC 3339 time in UTC.
    pub made_at: &'a str,
    /// The consent to be named; none for an anonymous contribution.
    pub consent: Option<Consent>,
}

/// Why nothing can be handed over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// The assessment is the invented example.
    Example,
    /// The assessment names no municipality of the official list.
    NoMunicipality,
    /// There is no round at all, or none of the year.
    NoRound(Option<u16>),
    /// There is no round of the id.
    NoSuchRound(RoundId),
    /// No area is answered enough.
    NoArea,
    /// The id is not of the form that a random id has.
    Id(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Example => {
                f.write_str("$.example: an invented municipality; only real ones can contribute")
            }
            Self::NoMunicipality => f.write_str(
                "$.municipality.code: missing; choose the municipality in the survey first",
            ),
            Self::NoRound(Some(year)) => write!(f, "$.rounds: no round of {year}"),
            Self::NoRound(None) => f.write_str("$.rounds: no round"),
            Self::NoSuchRound(id) => write!(f, "$.rounds: no round \"{}\"", id.0),
            Self::NoArea => {
                f.write_str("$.rounds: no area of the round has answers to 60 % of its activities")
            }
            Self::Id(id) => write!(
                f,
                "$.contribution_id: \"{id}\" is no random id (16 to 40 of 0-9, a-f and -)"
            ),
        }
    }
}

impl std::error::Error for Refusal {}

/// Why an area is not handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The round does not answer its domain.
    NotAsked,
    /// All its activities are "ikke relevant".
    NotRelevant,
    /// It is a quick estimate ("skøn").
    Estimated,
    /// Under 60 % is answered ("foreløbig").
    Provisional(Coverage),
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAsked => f.write_str("the round does not answer the domain"),
            Self::NotRelevant => f.write_str("no activity is relevant"),
            Self::Estimated => f.write_str("an estimate, not answers to activities"),
            Self::Provisional(Coverage { answered, relevant }) => write!(
                f,
                "{answered} of {relevant} activities are answered, under 60 %"
            ),
        }
    }
}

/// A contribution, and the areas that are not in it.
pub type Made = (Contribution, Vec<(AreaId, LeftOut)>);

impl Contribution {
    /// What an assessment hands over.
    ///
    /// # Errors
    /// When there is nothing that may be handed over.
    pub fn of(assessment: &Assessment, handover: &Handover) -> Result<Made, Refusal> {
        if assessment.example {
            return Err(Refusal::Example);
        }
        if !is_random_id(handover.id) {
            return Err(Refusal::Id(handover.id.to_owned()));
        }
        let entry = assessment
            .municipality
            .as_ref()
            .and_then(|one| municipality::by_code(one.code?))
            .ok_or(Refusal::NoMunicipality)?;
        let round = handover.which.find(assessment)?;
        let scorecard = scoring::score(round);
        let (areas, left_out) = areas_of(&scorecard);
        if areas.is_empty() {
            return Err(Refusal::NoArea);
        }
        let staffing = Staffing::of(&scorecard, |area| areas.contains_key(&area));
        let mut contribution = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            app: handover.app.to_owned(),
            made_at: handover.made_at.to_owned(),
            contribution_id: handover.id.to_owned(),
            year: round.year,
            catalogue: round.catalogue.clone(),
            method: METHOD_VERSION.to_owned(),
            classes: Classes::of(round, entry),
            activities: activities_of(round, &areas),
            areas,
            rate_totals: BTreeMap::new(),
            fte_totals: BTreeMap::new(),
            network: handover
                .consent
                .clone()
                .map(|consent| named(round, entry, consent)),
        };
        if contribution.network.is_some() {
            contribution.add_fte(&staffing);
        } else {
            let population = population(round, entry);
            let employees = round.profile.employees;
            contribution.add_rates(&staffing, |domain, fte| {
                resources::rate(domain, fte, Some(population), employees)
            });
        }
        Ok((contribution, left_out))
    }

    fn add_fte(&mut self, staffing: &Staffing) {
        for (id, area) in &mut self.areas {
            area.fte = staffing.areas.get(id).map(|&fte| in_steps(fte, 10.0));
        }
        for (&domain, &fte) in &staffing.totals {
            self.fte_totals.insert(domain, in_steps(fte, 10.0));
        }
    }

    fn add_rates(&mut self, staffing: &Staffing, rate: impl Fn(Domain, f64) -> Option<f64>) {
        let rate = |domain, fte| rate(domain, fte).map(|rate| in_steps(rate, 100.0));
        for (id, area) in &mut self.areas {
            let fte = staffing.areas.get(id);
            area.rate = fte.and_then(|&fte| rate(id.domain, fte));
        }
        for (&domain, &fte) in &staffing.totals {
            if let Some(rate) = rate(domain, fte) {
                self.rate_totals.insert(domain, rate);
            }
        }
    }
}

impl Which<'_> {
    fn find(self, assessment: &Assessment) -> Result<&Round, Refusal> {
        let mut rounds = assessment.rounds.iter();
        match self {
            Self::Newest => rounds.next_back().ok_or(Refusal::NoRound(None)),
            Self::Year(year) => rounds
                .rfind(|round| round.year == year)
                .ok_or(Refusal::NoRound(Some(year))),
            Self::Round(id) => assessment
                .round(id)
                .ok_or_else(|| Refusal::NoSuchRound(id.clone())),
        }
    }
}

/// Inhabitants as typed, else those of the list.
fn population(round: &Round, entry: &Entry) -> u32 {
    round.profile.population.unwrap_or(entry.population)
}

/// The official name, not the one that was typed.
fn named(round: &Round, entry: &Entry, consent: Consent) -> Network {
    Network {
        municipality: Named {
            code: entry.code,
            name: entry.name.to_owned(),
            population: Some(population(round, entry)),
            employees: round.profile.employees,
        },
        consent,
    }
}

/// The areas, still without FTE, and those that are not handed over.
fn areas_of(scorecard: &Scorecard) -> (BTreeMap<AreaId, AreaContribution>, Vec<(AreaId, LeftOut)>) {
    let mut areas = BTreeMap::new();
    let mut left_out = Vec::new();
    for area in &catalogue::AREAS {
        match scorecard
            .area(area.id)
            .ok_or(LeftOut::NotAsked)
            .and_then(area_of)
        {
            Ok(one) => {
                areas.insert(area.id, one);
            }
            Err(reason) => left_out.push((area.id, reason)),
        }
    }
    (areas, left_out)
}

fn area_of(score: &AreaScore) -> Result<AreaContribution, LeftOut> {
    let coverage = score.coverage.share().ok_or(LeftOut::NotRelevant)?;
    if score.estimated {
        return Err(LeftOut::Estimated);
    }
    let scores = PerDimension::from_fn(|dimension| score.score(dimension));
    let (Some(centralisation), Some(process), Some(solution), false) = (
        scores.centralisation,
        scores.process,
        scores.solution,
        score.is_provisional(),
    ) else {
        return Err(LeftOut::Provisional(score.coverage));
    };
    Ok(AreaContribution {
        scores: PerDimension {
            centralisation: in_steps(centralisation, 10_000.0),
            process: in_steps(process, 10_000.0),
            solution: in_steps(solution, 10_000.0),
        },
        coverage: in_steps(coverage, 10_000.0),
        fte: None,
        rate: None,
    })
}

/// Exact enough for every statistic, and too coarse to carry anything else.
fn in_steps(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}

fn activities_of(
    round: &Round,
    areas: &BTreeMap<AreaId, AreaContribution>,
) -> BTreeMap<ActivityId, ActivityContribution> {
    catalogue::activities()
        .filter(|activity| areas.contains_key(&activity.id.area))
        .filter_map(|activity| {
            let answer = round.central_answer(activity.id)?;
            Some((activity.id, ActivityContribution::of(answer)))
        })
        .filter(|(_, answer)| *answer != ActivityContribution::default())
        .in_map()
}

impl ActivityContribution {
    /// Only what counts: ratings that were given before "ikke relevant" are nobody's business.
    fn of(answer: &Answer) -> Self {
        let asked = answer.standing == Standing::Asked;
        Self {
            standing: answer.standing,
            organisation: answer.organisation.filter(|_| asked),
            process: answer.process.filter(|_| asked),
            solution: answer.solution.filter(|_| asked),
        }
    }
}
