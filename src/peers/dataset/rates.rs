//! FTE in relation to the size of each municipality, whatever the dataset tells of them.

use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::scoring::resources;

use super::Dataset;

impl Dataset {
    /// FTE of an area per 10,000 inhabitants (finance) or per 1,000 employees (payroll and HR), one
    /// for each municipality: as published, else computed of FTE and size; none where either is not
    /// known.
    #[must_use]
    pub fn area_rates(&self, area: AreaId) -> Vec<Option<f64>> {
        if let Some(rates) = self.rates.get(&area) {
            return rates.clone();
        }
        self.related(area.domain, self.fte.get(&area))
    }

    /// The same of a whole domain, with areas that are too small to be shown: the published total,
    /// else the sum over areas where every area of the domain is known.
    #[must_use]
    pub fn domain_rates(&self, domain: Domain) -> Vec<Option<f64>> {
        let mut totals = match self.rate_totals.get(&domain) {
            Some(totals) => totals.clone(),
            None => self.related(domain, self.fte_totals.get(&domain)),
        };
        if totals.iter().any(Option::is_none) {
            let mut sums = vec![Some(0.0); totals.len()];
            for area in catalogue::areas_of(domain) {
                for (sum, rate) in sums.iter_mut().zip(self.area_rates(area.id)) {
                    *sum = sum.zip(rate).map(|(sum, rate)| sum + rate);
                }
            }
            for (total, sum) in totals.iter_mut().zip(sums) {
                *total = total.or(sum);
            }
        }
        totals
    }

    /// FTE in relation to size.
    fn related(&self, domain: Domain, fte: Option<&Vec<Option<f64>>>) -> Vec<Option<f64>> {
        let none = vec![None; self.municipalities.len()];
        let fte = fte.unwrap_or(&none);
        fte.iter()
            .zip(&self.municipalities)
            .map(|(fte, peer)| resources::rate(domain, (*fte)?, peer.population, peer.employees))
            .collect()
    }
}
