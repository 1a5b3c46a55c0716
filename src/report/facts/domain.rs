//! What the summary says of a domain: answers, areas, FTE, the group's size, proposals.

use crate::document::tables::Source;
use crate::document::tables::resources_beside::compared as resources;
use crate::domain::decisions::{Decisions, ProposalId};
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::group::Aspect;
use crate::proposals::reason::Weighing;
use crate::proposals::{self, Match, Outcome, Peers, Picture};
use crate::scoring::{AreaScore, Coverage, DomainScore};

/// How an area is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The municipality does not have it.
    NotRelevant,
    /// It has no score.
    Unanswered,
    /// Too little of it is answered for a comparison.
    Provisional,
    /// By a quick estimate of the whole area.
    Estimated,
    /// By its activities.
    Answered,
}

/// An area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaFacts {
    /// The area.
    pub area: AreaId,
    /// How it is known.
    pub state: State,
    /// FTE; none where the staff sheet places nothing on it.
    pub fte: Option<f64>,
}

/// A proposal that the picture points to.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalFacts {
    /// The proposal.
    pub id: ProposalId,
    /// Its Danish name, without the id.
    pub name: String,
    /// The work that is not yet gathered or digital where it acts; in FTE, or in areas where the
    /// domain has no FTE. Never a saving.
    pub points: f64,
    /// The points are FTE.
    pub in_fte: bool,
    /// The municipality itself gave it its place: pinned or ranked.
    pub placed: bool,
}

/// A domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainFacts {
    /// The domain.
    pub domain: Domain,
    /// Answered activities.
    pub coverage: Coverage,
    /// Its areas in the catalogue's order.
    pub areas: Vec<AreaFacts>,
    /// "Samlet" in each dimension.
    pub total: PerDimension<Option<f64>>,
    /// FTE; none where the staff sheet has nothing on it.
    pub fte: Option<f64>,
    /// Areas that can be held against the group.
    pub compared: PerDimension<usize>,
    /// Municipalities of the group for organisation; none where it is not known.
    pub organisation_n: Option<u32>,
    /// Municipalities of the group for digitalisation; none where it is not known.
    pub digitalisation_n: Option<u32>,
    /// The proposals that the picture points to, the first place first; without those that the
    /// municipality rejected.
    pub proposals: Vec<ProposalFacts>,
}

impl DomainFacts {
    /// A domain of which nothing is known.
    #[must_use]
    pub fn empty(domain: Domain) -> Self {
        Self {
            domain,
            coverage: Coverage::default(),
            areas: Vec::new(),
            total: PerDimension::default(),
            fte: None,
            compared: PerDimension::default(),
            organisation_n: None,
            digitalisation_n: None,
            proposals: Vec::new(),
        }
    }

    /// One of its areas.
    #[must_use]
    pub fn area(&self, area: AreaId) -> Option<&AreaFacts> {
        self.areas.iter().find(|one| one.area == area)
    }

    /// The areas in a state.
    #[must_use]
    pub fn in_state(&self, state: State) -> Vec<AreaId> {
        let of = |one: &&AreaFacts| one.state == state;
        self.areas.iter().filter(of).map(|one| one.area).collect()
    }

    /// Areas that the municipality has.
    #[must_use]
    pub fn relevant(&self) -> usize {
        self.areas.len() - self.in_state(State::NotRelevant).len()
    }

    /// The areas that have a score.
    #[must_use]
    pub fn scored(&self) -> Vec<AreaId> {
        let has = |state| {
            matches!(
                state,
                State::Provisional | State::Estimated | State::Answered
            )
        };
        let scored = self.areas.iter().filter(|one| has(one.state));
        scored.map(|one| one.area).collect()
    }

    /// Whether any area has a score.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !self.scored().is_empty()
    }

    /// "Samlet" rests on too little: an area that exists is not answered enough.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        let open = |one: &AreaFacts| matches!(one.state, State::Unanswered | State::Provisional);
        self.areas.iter().any(open)
    }

    /// Whether the staff sheet places FTE on it.
    #[must_use]
    pub fn has_fte(&self) -> bool {
        self.fte.is_some_and(|fte| fte > 0.0)
    }
}

/// The domains of a round.
pub(super) fn of(source: &Source<'_>, decisions: &Decisions) -> Vec<DomainFacts> {
    let resources = resources(source);
    let picture = Picture {
        round: source.round,
        scorecard: source.scorecard,
        peers: source.group.map(|group| Peers {
            comparison: group.comparison,
            resources: &resources,
        }),
    };
    let domains = source.scorecard.domains.iter();
    domains
        .map(|score| DomainFacts {
            proposals: proposals::rank(score.domain, &picture, &decisions.opinions)
                .into_iter()
                .filter(|one| one.outcome == Outcome::Needed && one.rejected.is_none())
                .map(proposal)
                .collect(),
            ..domain(source, score)
        })
        .collect()
}

fn domain(source: &Source<'_>, score: &DomainScore) -> DomainFacts {
    let size = |aspect| {
        let groups = &source.group?.summary.groups;
        groups.get(&(score.domain, aspect))?.n
    };
    let deviations = source
        .group
        .and_then(|group| group.comparison.domain(score.domain));
    let compared = |dimension: Dimension| {
        let areas = deviations.iter().flat_map(|one| &one.areas);
        areas
            .filter(|area| area.beside.deviation.get(dimension).is_some())
            .count()
    };
    DomainFacts {
        coverage: score.coverage,
        areas: score.areas.iter().map(area).collect(),
        total: score.total,
        fte: score.fte,
        compared: PerDimension::from_fn(compared),
        organisation_n: size(Aspect::Organisation),
        digitalisation_n: size(Aspect::Digitalisation),
        ..DomainFacts::empty(score.domain)
    }
}

fn area(score: &AreaScore) -> AreaFacts {
    let has_score = Dimension::ALL
        .into_iter()
        .any(|dimension| score.score(dimension).is_some());
    let state = match score {
        one if one.coverage.relevant == 0 => State::NotRelevant,
        _ if !has_score => State::Unanswered,
        one if one.estimated => State::Estimated,
        one if one.is_provisional() => State::Provisional,
        _ => State::Answered,
    };
    AreaFacts {
        area: score.area,
        state,
        fte: score.fte,
    }
}

fn proposal(one: Match) -> ProposalFacts {
    let name = proposals::proposal(&one.proposal).map_or("", |known| known.name.as_str());
    ProposalFacts {
        name: name.to_owned(),
        points: one.points,
        in_fte: one.weighing == Weighing::Fte,
        placed: one.pinned || one.rank.is_some(),
        id: one.proposal,
    }
}
