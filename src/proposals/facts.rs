//! What is known of each area before any proposal is asked for: scores, activities, the group.
//!
//! Gathered once for a domain. Decides what of the group may be used at all: nothing beside
//! invented municipalities.

use std::collections::BTreeMap;

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::comparison::Evidence;
use crate::peers::typical::{Level, typical};
use crate::scoring::{ActivityRating, AreaScore};
use crate::sorting;
use crate::sorting::InOrder as _;

use super::matching::Picture;
use super::reason::{Cause, Weighing};

/// The group at one area.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GroupFacts {
    pub(super) evidence: Evidence,
    /// Own score - mean of the group.
    pub(super) deviation: PerDimension<Option<f64>>,
    /// Own rate of FTE, and the same - mean of the group.
    pub(super) rate: Option<(f64, f64)>,
}

/// One area.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    /// None where the round does not answer the domain.
    pub(super) score: Option<&'a AreaScore>,
    pub(super) fte: Option<f64>,
    /// FTE, or 1 where all areas of the domain weigh alike.
    pub(super) weight: f64,
    /// KLK calls it decentral, with or without central support.
    pub(super) stays_decentral: bool,
    pub(super) group: Option<GroupFacts>,
    ratings: Vec<(ActivityId, ActivityRating)>,
}

impl Facts<'_> {
    /// The points of the activities that are rated in a dimension.
    fn points(&self, dimension: Dimension) -> impl Iterator<Item = Cause> {
        self.ratings.iter().filter_map(move |(activity, rating)| {
            let hundredths = *rating.hundredths.get(dimension);
            Some(Cause {
                activity: *activity,
                score: hundredths? / 100.0,
            })
        })
    }

    /// How many activities have the degree 0, of how many that are rated.
    pub(super) fn manual(&self, dimension: Dimension) -> (u32, u32) {
        self.points(dimension).fold((0, 0), |(count, of), one| {
            (count + u32::from(one.score <= 0.0), of + 1)
        })
    }

    /// The activities with the lowest points, as long as there is something left in them.
    pub(super) fn causes(&self, dimension: Dimension, most: usize) -> Vec<Cause> {
        let max = f64::from(dimension.max());
        let mut causes: Vec<Cause> = self
            .points(dimension)
            .filter(|one| one.score < max)
            .collect();
        // Stable, so that activities with the same points stay in the order of the catalogue.
        sorting::sort_by(&mut causes, |a, b| a.score.total_cmp(&b.score));
        causes.truncate(most);
        causes
    }
}

/// A domain.
#[derive(Debug)]
pub(super) struct DomainFacts<'a> {
    pub(super) weighing: Weighing,
    /// What all areas weigh together, above 0.
    pub(super) weight: f64,
    pub(super) areas: BTreeMap<AreaId, Facts<'a>>,
}

pub(super) fn gather<'a>(domain: Domain, picture: &Picture<'a>) -> DomainFacts<'a> {
    let typical = typical();
    let fte_of = |area: AreaId| picture.scorecard.area(area).and_then(|score| score.fte);
    let fte: f64 = catalogue::areas_of(domain)
        .filter_map(|area| fte_of(area.id))
        .sum();
    let weighing = if fte > 0.0 {
        Weighing::Fte
    } else {
        Weighing::Alike
    };
    let areas: BTreeMap<AreaId, Facts<'a>> = catalogue::areas_of(domain)
        .map(|area| {
            let level = typical.areas.get(&area.id).and_then(|one| one.level);
            let fte = fte_of(area.id);
            let rated = area.activities.iter().map(|one| {
                let rating = ActivityRating::in_round(picture.round, one.id, one.weight);
                (one.id, rating)
            });
            let facts = Facts {
                score: picture.scorecard.area(area.id),
                fte,
                weight: match weighing {
                    Weighing::Fte => fte.unwrap_or_default(),
                    Weighing::Alike => 1.0,
                },
                stays_decentral: matches!(
                    level,
                    Some(Level::Decentral | Level::DecentralWithCentralSupport)
                ),
                group: group_of(area.id, picture),
                ratings: rated.collect(),
            };
            (area.id, facts)
        })
        .in_map();
    DomainFacts {
        weighing,
        weight: areas.values().map(|facts| facts.weight).sum(),
        areas,
    }
}

fn group_of(area: AreaId, picture: &Picture<'_>) -> Option<GroupFacts> {
    let peers = picture.peers?;
    let evidence = peers.comparison.evidence;
    if evidence == Evidence::Invented {
        return None;
    }
    let beside = peers
        .comparison
        .domain(area.domain)
        .and_then(|domain| domain.areas.iter().find(|one| one.area == area));
    let resources = peers
        .resources
        .iter()
        .flat_map(|domain| &domain.areas)
        .find(|one| one.area == area)
        .map(|one| &one.resources);
    Some(GroupFacts {
        evidence,
        deviation: beside.map_or_else(PerDimension::default, |one| one.beside.deviation),
        rate: resources.and_then(|one| one.rate.zip(one.deviation)),
    })
}
