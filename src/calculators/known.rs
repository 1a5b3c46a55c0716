//! What the survey already knows of a model's inputs.
//!
//! Owns the keys that a model's file can name and their units. Percentages are percent points, as
//! they are typed. What the survey does not say has no value here: nothing is estimated.

use std::collections::BTreeMap;

use crate::domain::assessment::Round;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::scoring::Scorecard;
use crate::scoring::indicators::Indicators;

/// Values by their keys (`profile.employees`, `fte.E04`, ...).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known(pub BTreeMap<String, f64>);

/// The keys, and the unit of each value. Besides them there is `fte.` with any area.
const KEYS: [(&str, &str); 22] = [
    ("profile.population", "count"),
    ("profile.employees", "count"),
    ("profile.units", "count"),
    ("profile.invoices", "count"),
    ("profile.payslips", "count"),
    ("operation.fte_cost", "kr/fte"),
    ("operation.negative_pays", "count"),
    ("operation.a_conto_payments", "count"),
    ("operation.overdue_invoices", "count"),
    ("operation.auto_posting", "percent"),
    ("operation.auto_receipt", "percent"),
    ("operation.time_by_employees", "ratio"),
    ("operation.person_data_direct", "ratio"),
    ("operation.pay_direct", "ratio"),
    (PROPOSAL, "fte"),
    ("fte.payroll", "fte"),
    ("fte.economy", "fte"),
    ("central_fte.payroll", "fte"),
    ("central_fte.bookkeeping", "fte"),
    ("score.payroll_digital", "percent"),
    ("score.economy_digital", "percent"),
    ("procedures.share", "percent"),
];

/// FTE of the areas that the case's proposal concerns.
const PROPOSAL: &str = "fte.proposal";

/// The unit of a key's value; none where it is no key.
#[must_use]
pub fn unit(key: &str) -> Option<&'static str> {
    let is_area = |id: &str| {
        id.parse::<AreaId>()
            .is_ok_and(|area| catalogue::area(area).is_some())
    };
    KEYS.iter()
        .find(|(name, _)| *name == key)
        .map(|(_, unit)| *unit)
        .or_else(|| {
            key.strip_prefix("fte.")
                .filter(|id| is_area(id))
                .map(|_| "fte")
        })
}

/// What a round says; `areas` are those of the proposal that the business case is about. Areas
/// without FTE on the staff sheet do not count in the sum.
#[must_use]
pub fn known(
    round: &Round,
    scorecard: &Scorecard,
    indicators: &Indicators,
    areas: &[AreaId],
) -> Known {
    let profile = &round.profile;
    let operation = &profile.operation;
    let whole = |number: Option<u32>| number.map(f64::from);
    let digital = |domain: Domain| {
        let of_domain = indicators.domains.iter().find(|one| one.domain == domain)?;
        of_domain.digitalisation().map(|share| share * 100.0)
    };
    let yes = |answer: Option<bool>| answer.map(|yes| f64::from(u8::from(yes)));
    let of_domain = |domain: Domain| scorecard.domain(domain).and_then(|one| one.fte);
    let fte = |area: AreaId| scorecard.area(area).and_then(|score| score.fte);
    let mut known = Known::default();
    for (key, value) in [
        ("profile.population", whole(profile.population)),
        ("profile.employees", whole(profile.employees)),
        ("profile.units", whole(profile.units)),
        ("profile.invoices", whole(profile.invoices)),
        ("profile.payslips", whole(profile.payslips)),
        ("operation.fte_cost", whole(operation.fte_cost)),
        ("operation.negative_pays", whole(operation.negative_pays)),
        (
            "operation.a_conto_payments",
            whole(operation.a_conto_payments),
        ),
        (
            "operation.overdue_invoices",
            whole(operation.overdue_invoices),
        ),
        (
            "operation.auto_posting",
            operation.auto_posting.map(f64::from),
        ),
        (
            "operation.auto_receipt",
            operation.auto_receipt.map(f64::from),
        ),
        (
            "operation.time_by_employees",
            yes(operation.time_by_employees),
        ),
        (
            "operation.person_data_direct",
            yes(operation.person_data_direct),
        ),
        ("operation.pay_direct", yes(operation.pay_direct)),
        ("fte.payroll", of_domain(Domain::Payroll)),
        ("fte.economy", of_domain(Domain::Economy)),
        (
            "central_fte.payroll",
            indicators.employees_per_central_fte.per,
        ),
        (
            "central_fte.bookkeeping",
            indicators.invoices_per_central_fte.per,
        ),
        ("score.payroll_digital", digital(Domain::Payroll)),
        ("score.economy_digital", digital(Domain::Economy)),
        ("procedures.share", procedures(indicators)),
        (
            PROPOSAL,
            areas
                .iter()
                .filter_map(|&area| fte(area))
                .reduce(|sum, fte| sum + fte),
        ),
    ] {
        known.put(key, value);
    }
    for score in scorecard.domains.iter().flat_map(|domain| &domain.areas) {
        known.put(&format!("fte.{}", score.area), score.fte);
    }
    known
}

impl Known {
    fn put(&mut self, key: &str, value: Option<f64>) {
        if let Some(value) = value {
            self.0.insert(key.to_owned(), value);
        }
    }
}

/// Documented procedures among those that are answered, of both domains together, percent.
fn procedures(indicators: &Indicators) -> Option<f64> {
    let all = || indicators.domains.iter().map(|one| one.procedures);
    let yes: u32 = all().map(|one| one.yes).sum();
    let answered: u32 = all().map(|one| one.yes + one.partly + one.no).sum();
    (answered > 0).then(|| 100.0 * f64::from(yes) / f64::from(answered))
}
