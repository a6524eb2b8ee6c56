//! First-rank shares as bars.

use dataset::{Dataset, Id, Table};

use super::Place;
use crate::report::{Report, Status};

/// One option's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareBar {
    /// The option.
    pub option: Id,
    /// Whether it may be chosen.
    pub status: Status,
    /// How long the bar is.
    pub length: Place,
    /// The share, where there is one to show.
    pub share: Option<f64>,
}

/// A bar for each visible option, in the order of the dataset. While the
/// verdict is undecided the bars stay empty: with little told, a length would
/// read as advice.
pub fn shares(report: &Report) -> Vec<ShareBar> {
    let says_something = report.verdict.kind.is_given();
    let bar = |option: &crate::report::OptionReport| {
        let is_open = option.status != Status::Excluded;
        let share = (says_something && is_open).then(|| option.first_rank());
        ShareBar {
            option: option.id,
            status: option.status,
            length: Place::along(share.unwrap_or(0.0), 0.0, 1.0),
            share,
        }
    };
    report.options.iter().map(bar).collect()
}

/// A part of a bar that holds all first ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The option.
    pub option: Id,
    /// Its first-rank share.
    pub share: f64,
    /// Where its part begins.
    pub start: Place,
    /// How long it is.
    pub length: Place,
}

/// First-rank shares end to end in one bar, in the order of the dataset; what
/// has none has no part.
pub fn stacked(dataset: &Dataset, shares: &Table<f64>) -> Vec<Part> {
    let place = |at: f64| Place::along(at, 0.0, 1.0);
    let mut parts = Vec::new();
    let mut start = 0.0;
    for option in &dataset.options {
        let share = shares.get(&option.id).copied().unwrap_or(0.0);
        if share > 0.0 {
            let (start, length) = (place(start), place(share));
            parts.push(Part { option: option.id, share, start, length });
        }
        start += share;
    }
    parts
}

#[cfg(test)]
mod tests {
    use dataset::{Alternative, Dataset};

    use super::stacked;

    #[test]
    fn parts_stand_end_to_end_in_the_order_of_the_dataset() {
        let option = |id: &'static str| Alternative { id: id.into(), ..Alternative::default() };
        let options = ["c", "b", "a"].map(option).into();
        let shares = [("a", 0.25), ("b", 0.0), ("c", 0.75)].map(|(id, it)| (id.into(), it));
        let dataset = Dataset { options, ..Dataset::default() };
        let parts = stacked(&dataset, &shares.into_iter().collect());
        let drawn: Vec<[String; 2]> =
            parts.iter().map(|it| [it.start.to_string(), it.length.to_string()]).collect();
        assert_eq!(drawn, [["0%", "75%"], ["75%", "25%"]]);
    }
}
