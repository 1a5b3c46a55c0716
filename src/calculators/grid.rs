//! The years of a business case and what is made of them.
//!
//! The grid is that of KLK's catalogue (004 p. 22, 36-37): gains less running cost and investment,
//! year by year. The sources discount nothing and name no price index; the amounts are summed as
//! they are, in prices of one level. Does not know calendar years.

use serde::Deserialize;

/// A row of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// Money that leaves the budget.
    Cash,
    /// Value of freed time, released only if someone decides so.
    Capacity,
    /// Running cost.
    Running,
    /// One-off cost.
    Investment,
    /// Gains less costs.
    Result,
    /// The result summed from year 1.
    Accumulated,
    /// Freed FTE, the level of the year.
    Fte,
}

/// The years, year 1 first; all rows are of one length. Money in kr.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Money that leaves the budget.
    pub cash: Vec<f64>,
    /// Value of freed time.
    pub capacity: Vec<f64>,
    /// Running cost, positive.
    pub running: Vec<f64>,
    /// One-off cost, positive.
    pub investment: Vec<f64>,
    /// Freed FTE: the level that is reached, not the increase.
    pub fte: Vec<f64>,
}

/// Binary fractions can leave a debt that is none: what is below this part of the largest amount
/// counts as paid.
const PAID: f64 = 1e-9;

impl Grid {
    /// Nothing in any year.
    #[must_use]
    pub fn empty(years: u8) -> Self {
        let row = vec![0.0; usize::from(years)];
        Self {
            cash: row.clone(),
            capacity: row.clone(),
            running: row.clone(),
            investment: row.clone(),
            fte: row,
        }
    }

    /// How many years: those of the longest row.
    #[must_use]
    pub fn years(&self) -> usize {
        let rows = [
            &self.cash,
            &self.capacity,
            &self.running,
            &self.investment,
            &self.fte,
        ];
        rows.into_iter().map(Vec::len).max().unwrap_or(0)
    }

    /// A row.
    #[must_use]
    pub fn row(&self, row: Row) -> Vec<f64> {
        match row {
            Row::Cash => self.cash.clone(),
            Row::Capacity => self.capacity.clone(),
            Row::Running => self.running.clone(),
            Row::Investment => self.investment.clone(),
            Row::Result => self.result(),
            Row::Accumulated => self.accumulated(),
            Row::Fte => self.fte.clone(),
        }
    }

    /// Puts the values of a row that is not made of others.
    pub(super) fn set(&mut self, row: Row, values: Vec<f64>) {
        match row {
            Row::Cash => self.cash = values,
            Row::Capacity => self.capacity = values,
            Row::Running => self.running = values,
            Row::Investment => self.investment = values,
            Row::Fte => self.fte = values,
            Row::Result | Row::Accumulated => {}
        }
    }

    /// Cash + capacity - running - investment, year by year.
    #[must_use]
    pub fn result(&self) -> Vec<f64> {
        let gains = self.cash.iter().zip(&self.capacity);
        let costs = self.running.iter().zip(&self.investment);
        gains
            .zip(costs)
            .map(|((cash, capacity), (running, investment))| cash + capacity - running - investment)
            .collect()
    }

    /// The result summed from year 1.
    #[must_use]
    pub fn accumulated(&self) -> Vec<f64> {
        self.result()
            .into_iter()
            .scan(0.0, |sum, result| {
                *sum += result;
                Some(*sum)
            })
            .collect()
    }

    /// The result of all years, kr.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.result().into_iter().sum()
    }

    /// After how many years everything is paid back, for good inside the horizon; none where it is
    /// not.
    ///
    /// The investment of a year is paid at its beginning, and its gains and running cost fall
    /// evenly over it. So 100 kr. that give 50 kr. a year are paid back after 2 years, and 100 kr.
    /// that give 200 kr. after half a year. What never is in debt is paid back after 0 years.
    #[must_use]
    pub fn payback(&self) -> Option<f64> {
        let flows = [&self.cash, &self.capacity, &self.running, &self.investment];
        let largest = flows
            .into_iter()
            .flatten()
            .fold(0.0_f64, |largest, flow| largest.max(flow.abs()));
        let is_debt = |amount: f64| amount < -PAID * largest;
        let mut before = 0.0;
        let mut year = 0.0;
        let mut paid = Some(0.0);
        for (after, investment) in self.accumulated().into_iter().zip(&self.investment) {
            let start = before - investment;
            paid = if is_debt(after) {
                None
            } else if is_debt(start) {
                Some(year + (-start / (after - start)).min(1.0))
            } else {
                paid.or(Some(year))
            };
            before = after;
            year += 1.0;
        }
        paid
    }

    /// What the results of all years are worth today, kr., at a rate in percent a year.
    ///
    /// The ordinary convention, that of `NPV` (NETTONUTIDSVÆRDI) in a spreadsheet: today is the
    /// beginning of year 1, and the result of a year falls at its end, so that year 1 is discounted
    /// once, its investment too. A municipality can check it by putting the row of results into
    /// its own sheet. At 0 % it is [`Self::total`]. A rate outside 0 to 100 counts as the nearest
    /// of the two, and one that is no number as 0.
    #[must_use]
    pub fn net_present_value(&self, percent: f64) -> f64 {
        let rate = if percent.is_nan() {
            0.0
        } else {
            percent.clamp(0.0, 100.0) / 100.0
        };
        let mut worth = 1.0;
        let mut sum = 0.0;
        for result in self.result() {
            worth /= 1.0 + rate;
            sum += result * worth;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(investment: &[f64], cash: &[f64]) -> Grid {
        let years = u8::try_from(cash.len()).unwrap();
        Grid {
            cash: cash.to_vec(),
            investment: investment.to_vec(),
            ..Grid::empty(years)
        }
    }

    fn check_payback(investment: &[f64], cash: &[f64], expected: Option<f64>) {
        let payback = grid(investment, cash).payback();
        assert_eq!(payback, expected, "{investment:?} {cash:?}");
    }

    #[test]
    fn payback_is_linear_inside_a_year() {
        check_payback(&[100.0, 0.0, 0.0, 0.0], &[50.0; 4], Some(2.0));
        check_payback(&[100.0, 0.0, 0.0, 0.0], &[40.0; 4], Some(2.5));
        check_payback(&[100.0, 0.0, 0.0, 0.0], &[200.0; 4], Some(0.5));
    }

    #[test]
    fn payback_beyond_the_horizon_is_none() {
        check_payback(&[100.0, 0.0, 0.0, 0.0], &[24.0; 4], None);
        check_payback(&[100.0, 0.0, 0.0, 0.0], &[25.0; 4], Some(4.0));
        check_payback(&[0.3, 0.0, 0.0, 0.0], &[0.1, 0.1, 0.1, 0.0], Some(3.0));
        check_payback(&[0.0; 4], &[-1.0; 4], None);
    }

    #[test]
    fn payback_counts_from_when_it_lasts() {
        check_payback(&[100.0, 0.0, 100.0, 0.0], &[100.0; 4], Some(1.0));
        check_payback(&[100.0, 0.0, 150.0, 0.0], &[100.0; 4], Some(2.5));
        check_payback(&[0.0; 4], &[10.0; 4], Some(0.0));
        check_payback(
            &[0.0; 4],
            &[10.0, -20.0, 0.0, 30.0],
            Some(3.0 + 10.0 / 30.0),
        );
    }

    #[test]
    fn the_net_present_value_is_that_of_a_spreadsheet() {
        let one = grid(&[100.0, 0.0, 0.0, 0.0], &[50.0; 4]);
        // NPV(3.5 %; -50; 50; 50; 50)
        assert!((one.net_present_value(3.5) - 87.035_602_9).abs() < 1e-6);
        for (rate, same) in [(0.0, 0.0), (-5.0, 0.0), (f64::NAN, 0.0), (1e9, 100.0)] {
            let (value, same) = (one.net_present_value(rate), one.net_present_value(same));
            assert!((value - same).abs() < f64::EPSILON, "{rate}");
        }
        assert!((one.net_present_value(0.0) - one.total()).abs() < f64::EPSILON);
    }
}
