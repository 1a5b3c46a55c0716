//! Whether a dataset holds together.

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};

use super::{Column, Dataset, DatasetError, hundredths};

impl Dataset {
    pub(super) fn check(&self) -> Result<(), DatasetError> {
        let fail = |text: String| Err(DatasetError::Broken(text));
        for (&area, means) in &self.means {
            check_area(area)?;
            check_means(&format!("means.{area}"), means)?;
        }
        for (domain, means) in &self.totals {
            check_means(&format!("totals.{domain}"), means)?;
        }
        let n = self.municipalities.len();
        if n > 0 && self.label.n.map(|n| n as usize) != Some(n) {
            let stated = self
                .label
                .n
                .map_or_else(|| "not given".to_owned(), |n| n.to_string());
            return fail(format!("n is {stated}, but there are {n} municipalities"));
        }
        for (&id, column) in &self.answers {
            check_column(id, column, n)?;
        }
        for (&area, scores) in &self.scores {
            check_area(area)?;
            for dimension in Dimension::ALL {
                let values = scores.get(dimension);
                check_length(&format!("scores.{area}"), values.len(), n)?;
                for &value in values.iter().flatten() {
                    check_range(&format!("scores.{area}"), dimension, value)?;
                }
            }
        }
        self.check_staffing()?;
        crate::peers::histogram::check(&self.histograms).map_err(DatasetError::Broken)?;
        if self.means.is_empty() && n == 0 {
            return fail("there are neither means nor municipalities".to_owned());
        }
        Ok(())
    }

    /// FTE and rates: a dataset holds either of an area or a domain.
    fn check_staffing(&self) -> Result<(), DatasetError> {
        let n = self.municipalities.len();
        for (name, columns) in [("fte", &self.fte), ("rates", &self.rates)] {
            for (&area, values) in columns {
                check_area(area)?;
                check_amounts(&format!("{name}.{area}"), values, n)?;
            }
        }
        for (name, columns) in [
            ("fte_totals", &self.fte_totals),
            ("rate_totals", &self.rate_totals),
        ] {
            for (domain, values) in columns {
                check_amounts(&format!("{name}.{domain}"), values, n)?;
            }
        }
        if let Some(area) = self.rates.keys().find(|&area| self.fte.contains_key(area)) {
            return Err(both(&format!("rates.{area}")));
        }
        let of_both = |domain: &&Domain| self.fte_totals.contains_key(domain);
        match self.rate_totals.keys().find(of_both) {
            Some(domain) => Err(both(&format!("rate_totals.{domain}"))),
            None => Ok(()),
        }
    }
}

fn both(place: &str) -> DatasetError {
    DatasetError::Broken(format!(
        "{place}: FTE are given too; the two together would tell the size"
    ))
}

fn check_amounts(what: &str, values: &[Option<f64>], n: usize) -> Result<(), DatasetError> {
    check_length(what, values.len(), n)?;
    let is_wrong = |value: &&f64| !value.is_finite() || **value < 0.0;
    match values.iter().flatten().find(is_wrong) {
        Some(value) => Err(DatasetError::Broken(format!("{what}: {value} is below 0"))),
        None => Ok(()),
    }
}

fn check_area(area: AreaId) -> Result<(), DatasetError> {
    let none = || DatasetError::Broken(format!("there is no area {area}"));
    catalogue::area(area).map(|_| ()).ok_or_else(none)
}

fn check_means(what: &str, means: &PerDimension<f64>) -> Result<(), DatasetError> {
    Dimension::ALL
        .into_iter()
        .try_for_each(|dimension| check_range(what, dimension, *means.get(dimension)))
}

fn check_range(what: &str, dimension: Dimension, value: f64) -> Result<(), DatasetError> {
    let max = dimension.max();
    if (0.0..=f64::from(max)).contains(&value) {
        Ok(())
    } else {
        Err(DatasetError::Broken(format!(
            "{what}: {value} is outside the scale, 0 to {max}"
        )))
    }
}

fn check_length(what: &str, found: usize, expected: usize) -> Result<(), DatasetError> {
    if found == expected {
        Ok(())
    } else {
        Err(DatasetError::Broken(format!(
            "{what}: {found} values for {expected} municipalities"
        )))
    }
}

fn check_column(id: ActivityId, column: &Column, n: usize) -> Result<(), DatasetError> {
    if catalogue::activity(id).is_none() {
        return Err(DatasetError::Broken(format!("there is no activity {id}")));
    }
    for dimension in Dimension::ALL {
        let text = column.text(dimension);
        check_length(&format!("answers.{id}"), text.len(), n)?;
        if text
            .bytes()
            .any(|character| hundredths(dimension, character).is_err())
        {
            return Err(DatasetError::Broken(format!(
                "answers.{id}: unknown character in \"{text}\""
            )));
        }
    }
    Ok(())
}
