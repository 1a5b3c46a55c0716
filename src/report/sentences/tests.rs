//! Facts written by hand, and the table of situations that the other tests of the summary share.

use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::domain::scenario::PerScenario;
use crate::peers::comparison::Evidence;
use crate::peers::dataset::Kind;
use crate::plan::worth::Amounts;
use crate::report::facts::{
    AreaFacts, Difference, DomainFacts, Facts, GroupFacts, ProposalFacts, State,
};
use crate::scoring::Coverage;

pub use crate::domain::ids::Domain::{Economy, Payroll};
pub use crate::domain::rating::Dimension::{Centralisation, Process, Solution};

/// What is told of a situation.
pub enum Told {
    Sentences(fn(&Facts) -> Vec<String>),
    Message(fn(&Facts) -> String),
}

/// A situation and what is to be said of it.
pub struct Case {
    pub name: &'static str,
    pub facts: Facts,
    pub told: Told,
    pub expected: Vec<&'static str>,
}

/// Sentences of a situation.
pub fn says(
    told: fn(&Facts) -> Vec<String>,
    name: &'static str,
    facts: Facts,
    expected: &[&'static str],
) -> Case {
    Case {
        name,
        facts,
        told: Told::Sentences(told),
        expected: expected.to_vec(),
    }
}

/// The message of a situation.
pub fn heads(
    told: fn(&Facts) -> String,
    name: &'static str,
    facts: Facts,
    expected: &'static str,
) -> Case {
    Case {
        name,
        facts,
        told: Told::Message(told),
        expected: vec![expected],
    }
}

/// Holds what is told of each situation against what is expected; names every one that differs.
pub fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for case in cases {
        let told = match case.told {
            Told::Sentences(of) => of(&case.facts),
            Told::Message(of) => vec![of(&case.facts)],
        };
        if told != case.expected {
            wrong.push(format!(
                "{}\n  told:\n    {}\n  expected:\n    {}",
                case.name,
                told.join("\n    "),
                case.expected.join("\n    ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

pub fn id(area: &str) -> AreaId {
    area.parse().unwrap()
}

/// A domain of which every activity is answered; no FTE, no group.
pub fn domain(domain: Domain) -> DomainFacts {
    let (activities, [centralisation, process, solution]) = match domain {
        Domain::Economy => (140, [2.74, 0.7, 0.8]),
        Domain::Payroll => (160, [1.8, 0.5, 0.65]),
    };
    let area = |area: &catalogue::Area| AreaFacts {
        area: area.id,
        state: State::Answered,
        fte: None,
    };
    DomainFacts {
        coverage: Coverage {
            answered: activities,
            relevant: activities,
        },
        areas: catalogue::areas_of(domain).map(area).collect(),
        total: PerDimension {
            centralisation: Some(centralisation),
            process: Some(process),
            solution: Some(solution),
        },
        ..DomainFacts::empty(domain)
    }
}

/// A domain of which nothing is answered.
pub fn blank(of: Domain) -> DomainFacts {
    let mut facts = domain(of);
    facts.coverage.answered = 0;
    facts.total = PerDimension::default();
    for area in &mut facts.areas {
        area.state = State::Unanswered;
    }
    facts
}

/// Both domains, answered from end to end, without FTE, group and plan.
pub fn both() -> Facts {
    of([domain(Economy), domain(Payroll)])
}

pub fn of(domains: impl IntoIterator<Item = DomainFacts>) -> Facts {
    Facts {
        domains: domains.into_iter().collect(),
        ..Facts::default()
    }
}

/// Areas in a state.
pub fn stating(mut facts: DomainFacts, state: State, areas: &[&str]) -> DomainFacts {
    for area in areas {
        let mut all = facts.areas.iter_mut();
        all.find(|one| one.area == id(area)).unwrap().state = state;
    }
    facts
}

/// FTE on areas, which are then those of the domain too.
pub fn staffed(mut facts: DomainFacts, areas: &[(&str, f64)]) -> DomainFacts {
    for &(area, fte) in areas {
        let mut all = facts.areas.iter_mut();
        all.find(|one| one.area == id(area)).unwrap().fte = Some(fte);
    }
    facts.fte = Some(areas.iter().map(|one| one.1).sum());
    facts
}

/// So many FTE on each area of both domains.
pub fn staffed_alike(fte: f64) -> Facts {
    let domains = [Economy, Payroll].map(|one| {
        let mut facts = domain(one);
        for area in &mut facts.areas {
            area.fte = Some(fte);
        }
        facts.fte = facts
            .areas
            .iter()
            .filter_map(|area| area.fte)
            .reduce(|a, b| a + b);
        facts
    });
    of(domains)
}

/// Beside a group of some municipalities, in which every scored area lies about as the group.
pub fn beside(mut facts: Facts, evidence: Evidence, n: Option<u32>) -> Facts {
    let (kind, title) = match evidence {
        Evidence::Finding => (Kind::Public, "Kommuner 2026"),
        Evidence::Orientation => (
            Kind::DerivedExample,
            "KLK's offentliggjorte gennemsnit 2017",
        ),
        Evidence::Demonstration | Evidence::Invented => (Kind::Model, "Modelkommuner"),
    };
    facts.example = evidence == Evidence::Demonstration;
    facts.group = Some(GroupFacts {
        evidence,
        kind,
        title: title.to_owned(),
    });
    for one in &mut facts.domains {
        let compared = one.in_state(State::Answered).len() + one.in_state(State::Estimated).len();
        one.compared = PerDimension::from_fn(|_| compared);
        (one.organisation_n, one.digitalisation_n) = (n, n);
    }
    facts
}

/// With areas that differ from the group. Their FTE are those of the areas.
pub fn differing(mut facts: Facts, all: &[(&str, Dimension, f64)]) -> Facts {
    let fte = |facts: &Facts, area: AreaId| facts.domain(area.domain)?.area(area)?.fte;
    for &(area, dimension, deviation) in all {
        let area = id(area);
        let domain = facts.domain(area.domain).unwrap();
        let alike = !domain.has_fte();
        let state = domain.area(area).unwrap().state;
        let n = domain.organisation_n;
        let fte = fte(&facts, area);
        facts.differences.push(Difference {
            area,
            dimension,
            own: 0.5 + deviation / 2.0,
            mean: 0.5 - deviation / 2.0,
            deviation,
            fte,
            weight: fte.unwrap_or(if alike { 1.0 } else { 0.0 }),
            n,
            estimated: state == State::Estimated,
        });
    }
    facts
}

/// A proposal that the picture points to, with its points in FTE.
pub fn proposal(id: &str, points: f64) -> ProposalFacts {
    let id = id.into();
    let name = crate::proposals::proposal(&id).unwrap().name.clone();
    ProposalFacts {
        id,
        name,
        points,
        in_fte: true,
        placed: false,
    }
}

/// With proposals in a domain.
pub fn proposing(mut facts: DomainFacts, all: &[(&str, f64)]) -> DomainFacts {
    let all = all.iter().map(|&(id, points)| proposal(id, points));
    facts.proposals = all.collect();
    facts
}

/// With actions of a plan, each of another proposal.
pub fn planning(mut facts: Facts, proposals: &[&str]) -> Facts {
    let chosen = proposals.iter().map(|id| {
        let one = proposal(id, 0.0);
        (one.id, one.name)
    });
    facts.plan.chosen = chosen.collect();
    facts.plan.actions = proposals.len();
    facts
}

/// Three numbers.
pub const fn three(low: f64, expected: f64, high: f64) -> PerScenario<f64> {
    PerScenario {
        low,
        expected,
        high,
    }
}

/// What a plan brings: FTE, cash and capacity.
pub fn gaining(
    mut facts: Facts,
    fte: PerScenario<f64>,
    cash: PerScenario<f64>,
    capacity: PerScenario<f64>,
) -> Facts {
    facts.plan.phased_in = PerScenario::from_fn(|scenario| Amounts {
        fte: *fte.get(scenario),
        cash: *cash.get(scenario),
        capacity: *capacity.get(scenario),
        ..Amounts::default()
    });
    facts
}

/// The situations of all tables.
pub fn all_cases() -> Vec<Case> {
    let mut all = super::tests_standing::cases();
    all.extend(super::tests_differences::cases());
    all.extend(super::tests_messages::cases());
    all.extend(super::tests_resources::cases());
    all.extend(super::tests_plan::cases());
    all.extend(super::tests_plan_in_short::cases());
    all.extend(super::tests_certainty::cases());
    all
}
