//! The five indicators of effective operation of payroll and bookkeeping, and the figures that KL's
//! survey of 87 municipalities asked for.
//!
//! Sources: 002 slide 67 (the five; the ranges of the first two are lost, and only the threshold of
//! the third is printed), slides 11-19 (the survey). Where a source does not say what a figure is
//! divided by, the choice is this project's and told on the page "Metode". Does not know what
//! others answered; see `peers::survey`.

use crate::domain::answer::Standing;
use crate::domain::assessment::Round;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, Place, Procedure};

use super::resources::{fte_by_place, rate};
use super::{Scorecard, mean};

/// The degree that an effective operation passes, on system and process (002 slide 67: over 70 %).
pub const DIGITAL_ENOUGH: f64 = 0.7;

/// Areas of payroll and HR that are pay work in the sense of the survey (paying wages and
/// registering employees): this project's reading, without recruiting, rotas, civil servants,
/// follow-up, budget and legal help.
const PAY_AREAS: [u8; 12] = [2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17];

/// Areas of finance that are bookkeeping.
const BOOKKEEPING_AREAS: [u8; 1] = [4];

/// A count for each of something.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ratio {
    /// What is counted.
    pub count: Option<f64>,
    /// For each of these.
    pub per: Option<f64>,
}

impl Ratio {
    /// The quotient; none where one of the two is not known, or there is nothing to divide by.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        let per = self.per.filter(|&per| per > 0.0)?;
        self.count.map(|count| count / per)
    }
}

/// How far activities have a documented procedure, where that is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Procedures {
    /// There is one.
    pub yes: u32,
    /// For a part of the cases, or out of date.
    pub partly: u32,
    /// There is none.
    pub no: u32,
    /// Activities where it is asked and that are not "ikke relevant".
    pub asked: u32,
}

impl Procedures {
    /// The share that has one among those that are answered, 0 to 1; "partly" is not one.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        let answered = self.yes + self.partly + self.no;
        (answered > 0).then(|| f64::from(self.yes) / f64::from(answered))
    }
}

/// The figures of one domain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DomainIndicators {
    /// The domain.
    pub domain: Domain,
    /// "Samlet" of the digital process, 0 to 1.
    pub process: Option<f64>,
    /// "Samlet" of the digital solution, 0 to 1.
    pub solution: Option<f64>,
    /// The degrees rest on too little.
    pub provisional: bool,
    /// Documented procedures.
    pub procedures: Procedures,
    /// FTE on the areas of the domain.
    pub fte: Option<f64>,
    /// FTE per 10,000 inhabitants (finance) or 1,000 employees (payroll and HR).
    pub rate: Option<f64>,
}

impl DomainIndicators {
    /// Mean of the two digital degrees; none where one is not known.
    #[must_use]
    pub fn digitalisation(&self) -> Option<f64> {
        mean([self.process?, self.solution?].into_iter())
    }

    /// Whether the mean of the two passes [`DIGITAL_ENOUGH`].
    #[must_use]
    pub fn is_digital_enough(&self) -> Option<bool> {
        // As shown: 70 % is not over 70 %, however binary fractions fall.
        let percent = crate::danish::round(self.digitalisation()? * 100.0, 1);
        Some(percent > DIGITAL_ENOUGH * 100.0)
    }
}

/// The own figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicators {
    /// Payslips a year for each FTE on payroll and HR.
    pub payslips_per_fte: Ratio,
    /// Supplier invoices a year for each FTE on bookkeeping, payment and audit (E04).
    pub invoices_per_fte: Ratio,
    /// Employees for each CENTRAL FTE on pay work, as the survey measured it (002 slide 13).
    pub employees_per_central_fte: Ratio,
    /// Invoices for each CENTRAL FTE on bookkeeping (002 slide 13).
    pub invoices_per_central_fte: Ratio,
    /// A conto payments among the payslips (002 slide 14).
    pub a_conto: Ratio,
    /// Negative pay among the payslips.
    pub negative_pay: Ratio,
    /// Overdue invoices now among the invoices of a year.
    pub overdue: Ratio,
    /// The rung of the payroll automation ladder, 0 to 3 (002 slide 17); none until all three
    /// points are answered.
    pub ladder: Option<u8>,
    /// Percent of invoices posted automatically plus percent received automatically (002 slide
    /// 19); can pass 100.
    pub bookkeeping_automation: Option<u32>,
    /// Domain by domain.
    pub domains: Vec<DomainIndicators>,
}

/// Computes the figures of a round; `scorecard` is its scores.
#[must_use]
pub fn indicators(round: &Round, scorecard: &Scorecard) -> Indicators {
    let profile = &round.profile;
    let operation = &profile.operation;
    let number = |count: Option<u32>| count.map(f64::from);
    let payslips = number(profile.payslips);
    let invoices = number(profile.invoices);
    let bookkeeping = fte_of(scorecard, Domain::Economy, &BOOKKEEPING_AREAS);
    let of_payslips = |count: Option<u32>| Ratio {
        count: number(count),
        per: payslips,
    };
    Indicators {
        payslips_per_fte: Ratio {
            count: payslips,
            per: scorecard.domain(Domain::Payroll).and_then(|one| one.fte),
        },
        invoices_per_fte: Ratio {
            count: invoices,
            per: bookkeeping,
        },
        employees_per_central_fte: Ratio {
            count: number(profile.employees),
            per: central_fte(round, Domain::Payroll, &PAY_AREAS),
        },
        invoices_per_central_fte: Ratio {
            count: invoices,
            per: central_fte(round, Domain::Economy, &BOOKKEEPING_AREAS),
        },
        a_conto: of_payslips(operation.a_conto_payments),
        negative_pay: of_payslips(operation.negative_pays),
        overdue: Ratio {
            count: number(operation.overdue_invoices),
            per: invoices,
        },
        ladder: ladder([
            operation.time_by_employees,
            operation.person_data_direct,
            operation.pay_direct,
        ]),
        bookkeeping_automation: operation
            .auto_posting
            .zip(operation.auto_receipt)
            .map(|(posting, receipt)| u32::from(posting) + u32::from(receipt)),
        domains: scorecard
            .domains
            .iter()
            .map(|score| DomainIndicators {
                domain: score.domain,
                process: *score.total.get(Dimension::Process),
                solution: *score.total.get(Dimension::Solution),
                provisional: score.is_provisional(),
                procedures: procedures(round, score.domain),
                fte: score.fte,
                rate: score
                    .fte
                    .and_then(|fte| rate(score.domain, fte, profile.population, profile.employees)),
            })
            .collect(),
    }
}

/// One point for each yes; nothing while one is not answered.
fn ladder(points: [Option<bool>; 3]) -> Option<u8> {
    points
        .into_iter()
        .try_fold(0, |sum, point| Some(sum + u8::from(point?)))
}

fn fte_of(scorecard: &Scorecard, domain: Domain, areas: &[u8]) -> Option<f64> {
    areas
        .iter()
        .filter_map(|&number| scorecard.area(AreaId { domain, number })?.fte)
        .reduce(|sum, fte| sum + fte)
}

/// FTE at the central level; none where nobody is placed there.
fn central_fte(round: &Round, domain: Domain, areas: &[u8]) -> Option<f64> {
    areas
        .iter()
        .filter_map(|&number| {
            let places = fte_by_place(&round.staff, AreaId { domain, number });
            places.get(&Place::Central).copied()
        })
        .reduce(|sum, fte| sum + fte)
}

fn procedures(round: &Round, domain: Domain) -> Procedures {
    let mut counts = Procedures::default();
    let asked = catalogue::activities()
        .filter(|activity| activity.procedure && activity.id.area.domain == domain);
    for activity in asked {
        let answer = round.central_answer(activity.id);
        if answer.is_some_and(|one| one.standing == Standing::NotRelevant) {
            continue;
        }
        counts.asked += 1;
        match answer.and_then(|one| one.procedure) {
            Some(Procedure::Yes) => counts.yes += 1,
            Some(Procedure::Partly) => counts.partly += 1,
            Some(Procedure::No) => counts.no += 1,
            None => {}
        }
    }
    counts
}
