//! Old statements weigh as old.

use dataset::{Claim, Dataset};

/// How many years older than the newest statement of the comparison one has to
/// be to weigh half of it.
const HALF_WEIGHT_AFTER_YEARS: f64 = 4.0;

/// The newest date of a comparison, from which ages are counted. Not today's:
/// the same link must give the same numbers for ever.
#[derive(Clone, Copy, Debug)]
pub(super) struct Newest(Option<f64>);

impl Newest {
    pub(super) fn of(dataset: &Dataset) -> Self {
        let sources = dataset.sources.iter().filter_map(|it| it.date);
        let claims = dataset.claims.iter().filter_map(|it| it.as_of);
        let years = sources.chain(claims).filter_map(|date| year(&date));
        Newest(years.reduce(f64::max))
    }

    /// What a claim's say is worth, above 0 and at most 1. Without a date
    /// nothing is known of its age, and nothing is held against it.
    pub(super) fn worth(self, dataset: &Dataset, claim: &Claim) -> f64 {
        let date = dataset.date_of(claim).and_then(|date| year(&date));
        match (self.0, date) {
            (Some(newest), Some(date)) => 1.0 / (1.0 + (newest - date) / HALF_WEIGHT_AFTER_YEARS),
            _ => 1.0,
        }
    }
}

/// A date as a year with a fraction; `2025` is the middle of that year, and
/// `2025-03` the middle of that month. Digits stand at fixed places, and every
/// analysis reads the dates of all claims, so they are not searched for.
fn year(date: &str) -> Option<f64> {
    let number = |from, to| date.get(from..to)?.parse::<u16>().ok().map(f64::from);
    let year = number(0, 4)?;
    Some(match (number(5, 7), number(8, 10)) {
        (None, _) => year + 0.5,
        (Some(month), None) => year + (month - 0.5) / 12.0,
        (Some(month), Some(day)) => year + (month - 1.0 + (day - 0.5) / 31.0) / 12.0,
    })
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn dates_are_years() {
        assert_eq!(year("2025"), Some(2025.5));
        assert_eq!(year("2025-01"), Some(2025.0 + 0.5 / 12.0));
        assert!(year("2025-12-31").unwrap() < 2026.0);
        assert!(year("2025-12-31").unwrap() > year("2025-12-01").unwrap());
        assert_eq!(year("some day"), None);
    }
}
