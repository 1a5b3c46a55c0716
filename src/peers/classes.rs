//! The classes that stand for a municipality where its exact facts would give it away.
//!
//! Owns their limits, codes and Danish titles. Which of them may be published together is decided
//! in [`super::anonymity`].
//!
//! The classes of size are this project's own: no published classification by size is in use in
//! the sources. Their limits are round numbers by which no class holds fewer than nine of the 98
//! municipalities (Danmarks Statistik, FOLK1A, 1 January 2026); a unit test holds them to it.
//! Employees are not published for all municipalities; their limits follow the same steps with
//! about 75 employees to 1,000 inhabitants. The municipality group is Danmarks Statistik's (2018).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::assessment::Round;
use crate::domain::municipality::Entry;
use crate::domain::profile::{EconomySystem, PayrollSystem, Profile};
use crate::sorting::InOrder as _;

/// A way to class municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Inhabitants.
    Population,
    /// Danmarks Statistik's municipality group.
    Group,
    /// Finance system.
    EconomySystem,
    /// Payroll system.
    PayrollSystem,
    /// Employees, persons.
    Employees,
}

/// One class: its code in files and its Danish title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// Stable code, used in contributions.
    pub code: &'static str,
    /// What a user reads.
    pub title: &'static str,
}

const fn value(code: &'static str, title: &'static str) -> Value {
    Value { code, title }
}

const POPULATION: [Value; 5] = [
    value("under_20000", "under 20.000 indbyggere"),
    value("from_20000", "20.000–39.999 indbyggere"),
    value("from_40000", "40.000–59.999 indbyggere"),
    value("from_60000", "60.000–99.999 indbyggere"),
    value("from_100000", "mindst 100.000 indbyggere"),
];
const POPULATION_LIMITS: [u32; 4] = [20_000, 40_000, 60_000, 100_000];
/// All municipalities but four islands have more.
const SMALLEST_POPULATION: u32 = 10_000;

const EMPLOYEES: [Value; 5] = [
    value("under_1500", "under 1.500 ansatte"),
    value("from_1500", "1.500–2.999 ansatte"),
    value("from_3000", "3.000–4.499 ansatte"),
    value("from_4500", "4.500–7.499 ansatte"),
    value("from_7500", "mindst 7.500 ansatte"),
];
const EMPLOYEES_LIMITS: [u32; 4] = [1_500, 3_000, 4_500, 7_500];
/// As [`SMALLEST_POPULATION`], by 75 employees to 1,000 inhabitants.
const SMALLEST_EMPLOYEES: u32 = 750;

const GROUP: [Value; 5] = [
    value("capital", "Hovedstadskommuner"),
    value("city", "Storbykommuner"),
    value("provincial", "Provinsbykommuner"),
    value("commuter", "Oplandskommuner"),
    value("rural", "Landkommuner"),
];
/// The code of a system that is none of the named ones.
pub const OTHER: &str = "other";

const ECONOMY_SYSTEM: [Value; 3] = [
    value("opus", "KMD Opus Økonomi"),
    value("prisme", "Prisme"),
    value(OTHER, "andet"),
];
const PAYROLL_SYSTEM: [Value; 3] = [
    value("opus_loen", "KMD Opus Løn"),
    value("sd_loen", "SD Løn (Silkeborg Data)"),
    value(OTHER, "andet"),
];

impl Class {
    /// Every class, the one that tells most about a comparison first. Where a combination is too
    /// rare, the last is given up first.
    pub const ALL: [Self; 5] = [
        Self::Population,
        Self::Group,
        Self::EconomySystem,
        Self::PayrollSystem,
        Self::Employees,
    ];

    /// The key in a contribution.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Group => "group",
            Self::EconomySystem => "economy_system",
            Self::PayrollSystem => "payroll_system",
            Self::Employees => "employees",
        }
    }

    /// Every value that a municipality can have.
    #[must_use]
    pub const fn values(self) -> &'static [Value] {
        match self {
            Self::Population => &POPULATION,
            Self::Group => &GROUP,
            Self::EconomySystem => &ECONOMY_SYSTEM,
            Self::PayrollSystem => &PAYROLL_SYSTEM,
            Self::Employees => &EMPLOYEES,
        }
    }
}

/// The classes of one municipality, by place in [`Class::values`]; none where it is not known or
/// not published.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(
    try_from = "BTreeMap<String, String>",
    into = "BTreeMap<&'static str, &'static str>"
)]
pub struct Classes([Option<u8>; 5]);

fn place(limits: &[u32], size: u32) -> u8 {
    u8::try_from(limits.partition_point(|&limit| limit <= size)).unwrap_or_default()
}

/// Where a class begins; the smallest size where it is not known.
fn beginning(limits: &[u32], place: Option<u8>, smallest: u32) -> u32 {
    let before = place.and_then(|place| usize::from(place).checked_sub(1));
    before.map_or(smallest, |before| limits[before])
}

impl Classes {
    /// The classes of a round: sizes as typed, else inhabitants of the list.
    #[must_use]
    pub fn of(round: &Round, entry: &Entry) -> Self {
        Self::of_profile(&round.profile, Some(entry))
    }

    /// The classes of a profile; `entry` is the municipality's in the list, if it is a real one.
    #[must_use]
    pub fn of_profile(profile: &Profile, entry: Option<&Entry>) -> Self {
        let group = entry.and_then(|entry| GROUP.iter().position(|one| one.title == entry.group));
        let economy = profile.economy_system.as_ref().map(|system| match system {
            EconomySystem::Opus => 0,
            EconomySystem::Prisme => 1,
            EconomySystem::Other(_) => 2,
        });
        let payroll = profile.payroll_system.as_ref().map(|system| match system {
            PayrollSystem::OpusLoen => 0,
            PayrollSystem::SdLoen => 1,
            PayrollSystem::Other(_) => 2,
        });
        let population = profile
            .population
            .or_else(|| entry.map(|entry| entry.population));
        Self([
            population.map(|population| place(&POPULATION_LIMITS, population)),
            group.and_then(|group| u8::try_from(group).ok()),
            economy,
            payroll,
            profile
                .employees
                .map(|employees| place(&EMPLOYEES_LIMITS, employees)),
        ])
    }

    /// The class of a number of inhabitants.
    #[must_use]
    pub fn of_population(population: u32) -> &'static str {
        POPULATION[usize::from(place(&POPULATION_LIMITS, population))].title
    }

    /// The value of one class.
    #[must_use]
    pub fn get(&self, class: Class) -> Option<Value> {
        let index = self.0[class as usize]?;
        class.values().get(usize::from(index)).copied()
    }

    /// Its Danish title.
    #[must_use]
    pub fn title(&self, class: Class) -> Option<String> {
        self.get(class).map(|value| value.title.to_owned())
    }

    /// The fewest inhabitants that a municipality of these classes can have; 10,000 where they do
    /// not tell, which all but four islands have.
    #[must_use]
    pub fn smallest_population(&self) -> u32 {
        let place = self.0[Class::Population as usize];
        beginning(&POPULATION_LIMITS, place, SMALLEST_POPULATION)
    }

    /// The fewest employees, judged by the inhabitants where the class of employees is not known;
    /// 750 where neither is.
    #[must_use]
    pub fn smallest_employees(&self) -> u32 {
        let place = self.0[Class::Employees as usize].or(self.0[Class::Population as usize]);
        beginning(&EMPLOYEES_LIMITS, place, SMALLEST_EMPLOYEES)
    }

    /// Takes one class away.
    pub fn give_up(&mut self, class: Class) {
        self.0[class as usize] = None;
    }
}

impl TryFrom<BTreeMap<String, String>> for Classes {
    type Error = String;

    fn try_from(map: BTreeMap<String, String>) -> Result<Self, String> {
        let mut classes = Self::default();
        for (key, code) in map {
            let class = Class::ALL
                .into_iter()
                .find(|class| class.key() == key)
                .ok_or_else(|| format!("there is no class \"{key}\""))?;
            let index = class
                .values()
                .iter()
                .position(|value| value.code == code)
                .ok_or_else(|| format!("{key}: there is no class \"{code}\""))?;
            classes.0[class as usize] = u8::try_from(index).ok();
        }
        Ok(classes)
    }
}

impl From<Classes> for BTreeMap<&'static str, &'static str> {
    fn from(classes: Classes) -> Self {
        Class::ALL
            .into_iter()
            .filter_map(|class| Some((class.key(), classes.get(class)?.code)))
            .in_map()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::municipality::MUNICIPALITIES;

    #[test]
    fn no_class_of_population_holds_fewer_than_nine_municipalities() {
        let mut counts = [0; 5];
        for entry in &MUNICIPALITIES {
            counts[usize::from(place(&POPULATION_LIMITS, entry.population))] += 1;
        }
        assert_eq!(counts, [9, 28, 35, 17, 9]);
    }

    #[test]
    fn every_group_of_the_list_is_a_class() {
        for entry in &MUNICIPALITIES {
            assert!(
                GROUP.iter().any(|group| group.title == entry.group),
                "{}",
                entry.group
            );
        }
    }

    #[test]
    fn a_limit_belongs_to_the_class_above_it() {
        assert_eq!(place(&POPULATION_LIMITS, 19_999), 0);
        assert_eq!(place(&POPULATION_LIMITS, 20_000), 1);
        assert_eq!(place(&EMPLOYEES_LIMITS, u32::MAX), 4);
    }
}
