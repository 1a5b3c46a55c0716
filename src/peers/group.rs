//! Comparison groups: which municipalities of a dataset one is compared with.
//!
//! Owns the kinds of group, which of them a kind of dataset allows, who belongs to each, and why
//! one cannot be made. The own municipality is never in its group. Does not compute statistics.
//!
//! KLK's model compares the digital degrees with municipalities on the same system (000), so the
//! two aspects can have groups of their own ([`Grouping`]).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::sorting;

use super::classes::{Class, Classes, OTHER};
use super::dataset::{Dataset, Kind};
use super::own::Own;
use super::peer::Peer;

/// A way to choose municipalities.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Every municipality of the dataset.
    #[default]
    All,
    /// Those with the same finance system (in finance) or payroll system (in payroll and HR).
    SameSystem,
    /// Those of the same size class by inhabitants.
    SameSize,
    /// Those of the same municipality group of Danmarks Statistik (2018).
    SameType,
    /// So many that are nearest in inhabitants and employees.
    Nearest(u8),
    /// Those that the user picked, by name.
    Picked(BTreeSet<String>),
}

/// What is compared: each can have its own group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Centralisation and resources.
    Organisation,
    /// The two digital degrees.
    Digitalisation,
}

impl Aspect {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Organisation, Self::Digitalisation];

    /// What a dimension belongs to.
    #[must_use]
    pub const fn of(dimension: Dimension) -> Self {
        match dimension {
            Dimension::Centralisation => Self::Organisation,
            Dimension::Process | Dimension::Solution => Self::Digitalisation,
        }
    }
}

/// The groups that a municipality is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grouping {
    /// For centralisation and resources.
    pub organisation: Group,
    /// For the digital degrees.
    pub digitalisation: Group,
}

impl Grouping {
    /// The same group for everything.
    #[must_use]
    pub fn same(group: Group) -> Self {
        Self {
            organisation: group.clone(),
            digitalisation: group,
        }
    }

    /// The group of an aspect.
    #[must_use]
    pub const fn get(&self, aspect: Aspect) -> &Group {
        match aspect {
            Aspect::Organisation => &self.organisation,
            Aspect::Digitalisation => &self.digitalisation,
        }
    }
}

/// Why there is no such group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoGroup {
    /// This kind of dataset does not have it.
    NotInDataset,
    /// The own municipality's fact is not known: system, size or municipality group.
    OwnUnknown,
    /// The own system is none of those that have a name: others with "andet" need not have the same.
    SystemNotNamed,
    /// Nobody is picked.
    NobodyPicked,
}

impl NoGroup {
    /// Why, and what to do about it: a whole sentence in Danish.
    #[must_use]
    pub const fn danish(self) -> &'static str {
        match self {
            Self::NotInDataset => "Datasættet rummer ikke det, gruppen skal dannes ud fra.",
            Self::OwnUnknown => "Oplysningen mangler for jeres kommune. Udfyld siden Kommune.",
            Self::SystemNotNamed => {
                "Jeres system er angivet som »andet«. Andre med »andet« har ikke nødvendigvis det samme."
            }
            Self::NobodyPicked => "Vælg mindst én kommune.",
        }
    }
}

/// Who is in a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Places in the dataset's list of municipalities, in order.
    pub places: Vec<usize>,
    /// How many are left out because the dataset does not tell their fact.
    pub unknown: usize,
}

/// Sizes of groups of the nearest that are offered.
pub const NEAREST: [u8; 3] = [5, 10, 15];
/// A group of the same system is the default for the digital degrees from this size on.
const DEFAULT_FROM: usize = 5;

impl Group {
    /// Whether a kind of dataset allows the group. Systems are compared among real municipalities
    /// only; the nearest and hand-picked groups would single out anonymous ones.
    #[must_use]
    pub const fn is_allowed(&self, kind: Kind) -> bool {
        match (self, kind) {
            (Self::All, _) => true,
            (_, Kind::DerivedExample) => false,
            (Self::SameSystem | Self::SameType, _) => kind.is_real(),
            (Self::SameSize, _) => true,
            (Self::Nearest(_) | Self::Picked(_), _) => matches!(kind, Kind::Model | Kind::Network),
        }
    }

    /// Its Danish title for the own municipality in a domain.
    #[must_use]
    pub fn title(&self, own: &Own, domain: Domain) -> String {
        let class = |class| own.class(class).unwrap_or("ikke oplyst").to_owned();
        match self {
            Self::All => "Alle".to_owned(),
            Self::SameSystem => match domain {
                Domain::Economy => {
                    format!("Samme økonomisystem ({})", class(Class::EconomySystem))
                }
                Domain::Payroll => format!("Samme lønsystem ({})", class(Class::PayrollSystem)),
            },
            Self::SameSize => format!("Samme størrelse ({})", class(Class::Population)),
            Self::SameType => format!("Samme kommunegruppe ({})", class(Class::Group)),
            Self::Nearest(k) => format!("De {k} nærmeste i størrelse"),
            Self::Picked(names) => format!("Udvalgte kommuner ({})", names.len()),
        }
    }
}

/// The system's class in a domain.
const fn system_of(domain: Domain) -> Class {
    match domain {
        Domain::Economy => Class::EconomySystem,
        Domain::Payroll => Class::PayrollSystem,
    }
}

/// Who is in a group in a domain.
///
/// # Errors
/// Why there is no such group.
pub fn members(
    dataset: &Dataset,
    own: &Own,
    group: &Group,
    domain: Domain,
) -> Result<Members, NoGroup> {
    if !group.is_allowed(dataset.label.kind) {
        return Err(NoGroup::NotInDataset);
    }
    match group {
        Group::All => Ok(Members {
            places: others(dataset, own).map(|(place, _)| place).collect(),
            unknown: 0,
        }),
        Group::SameSystem => {
            let class = system_of(domain);
            match own.classes.get(class) {
                Some(system) if system.code == OTHER => Err(NoGroup::SystemNotNamed),
                _ => alike(dataset, own, class),
            }
        }
        Group::SameSize => alike(dataset, own, Class::Population),
        Group::SameType => alike(dataset, own, Class::Group),
        Group::Nearest(k) => nearest(dataset, own, usize::from(*k)),
        Group::Picked(names) => {
            let picked: Vec<usize> = others(dataset, own)
                .filter(|(_, peer)| names.contains(&peer.name))
                .map(|(place, _)| place)
                .collect();
            if picked.is_empty() {
                return Err(NoGroup::NobodyPicked);
            }
            Ok(Members {
                places: picked,
                unknown: 0,
            })
        }
    }
}

/// Every municipality but the own one.
fn others<'a>(dataset: &'a Dataset, own: &'a Own) -> impl Iterator<Item = (usize, &'a Peer)> {
    dataset
        .municipalities
        .iter()
        .enumerate()
        .filter(|(_, peer)| !own.is(peer))
}

/// What a dataset tells of a municipality's class.
fn class_of(peer: &Peer, class: Class) -> Option<&str> {
    match class {
        Class::Population => match (&peer.population_class, peer.population) {
            (Some(title), _) => Some(title),
            (None, Some(population)) => Some(Classes::of_population(population)),
            (None, None) => None,
        },
        Class::Group => peer.group.as_deref(),
        Class::EconomySystem => peer.economy_system.as_deref(),
        Class::PayrollSystem => peer.payroll_system.as_deref(),
        Class::Employees => peer.employees_class.as_deref(),
    }
}

fn alike(dataset: &Dataset, own: &Own, class: Class) -> Result<Members, NoGroup> {
    let wanted = own.class(class).ok_or(NoGroup::OwnUnknown)?;
    let mut members = Members::default();
    for (place, peer) in others(dataset, own) {
        match class_of(peer, class) {
            None => members.unknown += 1,
            Some(title) if title == wanted => members.places.push(place),
            Some(_) => {}
        }
    }
    if members.places.is_empty() && members.unknown == others(dataset, own).count() {
        return Err(NoGroup::NotInDataset);
    }
    Ok(members)
}

/// The nearest in size. The distance is that of the logarithms: half as large is as far away as
/// twice as large. Employees count beside inhabitants where everybody's are known; else the
/// distances of some would be measured otherwise than those of the others.
fn nearest(dataset: &Dataset, own: &Own, k: usize) -> Result<Members, NoGroup> {
    let population = own.population.ok_or(NoGroup::OwnUnknown)?;
    let employees = own
        .employees
        .filter(|_| others(dataset, own).all(|(_, peer)| peer.employees.is_some()));
    let mut members = Members::default();
    let mut by_distance: Vec<(f64, usize)> = Vec::new();
    for (place, peer) in others(dataset, own) {
        let Some(inhabitants) = peer.population.filter(|&one| one > 0) else {
            members.unknown += 1;
            continue;
        };
        let of_employees = employees
            .zip(peer.employees)
            .map_or(0.0, |(mine, theirs)| ratio(mine, theirs).powi(2));
        let distance = ratio(population, inhabitants).powi(2) + of_employees;
        by_distance.push((distance, place));
    }
    if by_distance.is_empty() {
        return Err(NoGroup::NotInDataset);
    }
    sorting::sort_by(&mut by_distance, |one, other| {
        one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
    });
    members.places = by_distance.into_iter().take(k).map(|(_, at)| at).collect();
    sorting::sort(&mut members.places);
    Ok(members)
}

/// How many times one size is the other, as a logarithm; never infinite.
fn ratio(one: u32, other: u32) -> f64 {
    (f64::from(one.max(1)) / f64::from(other.max(1))).ln()
}

/// The groups that a municipality is compared with unless it chooses others: all; for the digital
/// degrees those on the same system, where enough of them are known in every domain.
#[must_use]
pub fn usual(dataset: &Dataset, own: &Own, domains: &BTreeSet<Domain>) -> Grouping {
    let enough = |&domain: &Domain| {
        members(dataset, own, &Group::SameSystem, domain)
            .is_ok_and(|members| members.places.len() >= DEFAULT_FROM)
    };
    Grouping {
        organisation: Group::All,
        digitalisation: if !domains.is_empty() && domains.iter().all(enough) {
            Group::SameSystem
        } else {
            Group::All
        },
    }
}
