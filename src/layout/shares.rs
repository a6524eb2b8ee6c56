//! First-rank shares as bars.

use dataset::Id;

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
