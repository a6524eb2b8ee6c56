//! First-rank shares as bars.

use dataset::{Id, Table};

use super::Place;
use crate::report::{Report, Status, VerdictKind};

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
    let says_something = report.verdict.kind != VerdictKind::Undecided;
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

/// First-rank shares end to end in one bar; what has none has no part.
pub fn stacked(shares: &Table<f64>) -> Vec<Part> {
    let place = |at: f64| Place::along(at, 0.0, 1.0);
    let mut parts = Vec::new();
    let mut start = 0.0;
    for (option, &share) in shares.iter().filter(|(_, share)| **share > 0.0) {
        parts.push(Part { option, share, start: place(start), length: place(share) });
        start += share;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::stacked;

    #[test]
    fn parts_stand_end_to_end() {
        let shares = [("a", 0.25), ("b", 0.0), ("c", 0.75)].map(|(id, it)| (id.into(), it));
        let parts = stacked(&shares.into_iter().collect());
        let drawn: Vec<[String; 2]> =
            parts.iter().map(|it| [it.start.to_string(), it.length.to_string()]).collect();
        assert_eq!(drawn, [["0%", "25%"], ["25%", "75%"]]);
    }
}
