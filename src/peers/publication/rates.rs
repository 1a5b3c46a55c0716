//! FTE in relation to size, as a public dataset shows them.
//!
//! Owns the order in which the rules of [`crate::peers::anonymity`] are applied: to areas first,
//! then to the totals of domains, from which an area that was taken away could be computed.

use crate::domain::ids::{AreaId, Domain};
use crate::peers::anonymity;
use crate::peers::build::Suppressed;
use crate::peers::classes::Classes;
use crate::peers::row::{RATE_STEPS, Row};

use super::{Columns, Scores, areas, column};

/// The rates that are shown.
#[derive(Default)]
pub(in crate::peers) struct Rates {
    /// Of areas.
    pub areas: Columns<AreaId>,
    /// Of domains.
    pub totals: Columns<Domain>,
}

/// The rates of the areas whose scores are shown, and of domains. `classes` are those that each row
/// shows.
pub(in crate::peers) fn rates(
    rows: &[(&str, &Row)],
    classes: &[Classes],
    scores: &Scores,
    suppressed: &mut Suppressed,
) -> Rates {
    let mut rates = Rates::default();
    for domain in Domain::ALL {
        // How many rates of each row were taken away since too few come near.
        let mut taken = vec![0_u32; rows.len()];
        for (index, area) in areas().filter(|(_, area)| area.domain == domain) {
            let known = rows.iter().map(|(_, row)| row.staffing[index]);
            let mut shown = in_steps(known.clone(), classes, domain);
            let in_steps = shown.clone();
            if scores.contains_key(&area) {
                anonymity::not_alone(&mut shown);
                suppressed.rates += known.flatten().count() - shown.iter().flatten().count();
            } else {
                shown.fill(None);
            }
            for ((taken, before), after) in taken.iter_mut().zip(&in_steps).zip(&shown) {
                *taken += u32::from(before.is_some() && after.is_none());
            }
            rates
                .areas
                .extend(Some(area).zip(column(&shown, RATE_STEPS)));
        }
        let known = rows
            .iter()
            .map(|(_, row)| row.staffing_totals[domain as usize]);
        let told = known.clone().zip(&taken);
        let safe = told.map(|(total, &taken)| total.filter(|_| taken != 1));
        let mut shown = in_steps(safe, classes, domain);
        anonymity::not_alone(&mut shown);
        suppressed.rate_totals += known.flatten().count() - shown.iter().flatten().count();
        rates
            .totals
            .extend(Some(domain).zip(column(&shown, RATE_STEPS)));
    }
    rates
}

fn in_steps(
    known: impl Iterator<Item = Option<u32>>,
    classes: &[Classes],
    domain: Domain,
) -> Vec<Option<u32>> {
    known
        .zip(classes)
        .map(|(rate, shown)| anonymity::shown_rate(rate?, domain, shown))
        .collect()
}
