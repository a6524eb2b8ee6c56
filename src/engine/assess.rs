//! Claims become assessments.

use dataset::{Claim, Dataset, Interval, TOP_LEVEL};
use smaa::{Chance, Reading, Utility};

use crate::decision::Decision;
use crate::report::Level;

/// What all claims that count say of one option under one criterion.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Assessment<'a> {
    pub(super) claims: Vec<&'a Claim>,
    /// `None` when no claim counts: missing stays missing.
    pub(super) level: Option<Level>,
}

/// Which claims are heard.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hearing<'a> {
    /// A source that is left out.
    pub(super) without: Option<&'a str>,
}

/// Gathers the claims about `option` under `criterion` that hold for this
/// reader. Where sources differ, the interval is as wide as their difference
/// and the best level is the mean of what they say.
pub(super) fn assess<'a>(
    dataset: &'a Dataset,
    decision: &Decision,
    hearing: Hearing<'_>,
    criterion: &str,
    option: &str,
) -> Assessment<'a> {
    let claims: Vec<&Claim> = dataset
        .claims
        .iter()
        .filter(|claim| claim.criterion == criterion)
        .filter(|claim| claim.options.iter().any(|id| id == option))
        .filter(|claim| hearing.without != Some(claim.source.as_str()))
        .filter(|claim| may_hold(claim, decision))
        .collect();
    Assessment { level: level(claims.iter().map(|claim| claim.level)), claims }
}

/// A condition on a blank question may hold, so the claim counts: not knowing
/// widens the interval.
fn may_hold(claim: &Claim, decision: &Decision) -> bool {
    claim.when.iter().all(|condition| {
        decision.is_blank(&condition.question)
            || condition.is.iter().any(|choice| decision.has(&condition.question, choice))
    })
}

/// A sum of floats knows the order of its terms in its last bit, so they are
/// sorted first: the order of claims in the file must not matter.
fn level(levels: impl Iterator<Item = Interval> + Clone) -> Option<Level> {
    let low = levels.clone().map(|level| level.low).reduce(f64::min)?;
    let high = levels.clone().map(|level| level.high).reduce(f64::max)?;
    let mut middles: Vec<f64> = levels.map(Interval::middle).collect();
    middles.sort_by(f64::total_cmp);
    let best = middles.iter().sum::<f64>() / middles.len() as f64;
    Some(Level { low, best, high })
}

impl Assessment<'_> {
    /// The utilities that fit: levels scaled to 0 to 1. A missing assessment
    /// may be anything.
    pub(super) fn reading(&self) -> Reading {
        let Some(level) = self.level else { return Reading::UNKNOWN };
        let [low, best, high] = level.utilities();
        let chance =
            if low == high { Chance::Sure(best) } else { Chance::Between { low, best, high } };
        Reading { chance, utility: Utility::Same }
    }

    /// The lowest, the best and the highest utility.
    pub(super) fn utilities(&self) -> [f64; 3] {
        self.level.map_or([0.0, 0.5, 1.0], Level::utilities)
    }

    /// Whether the two rest on the very same claims, and so have one reading.
    pub(super) fn shares_reading(&self, other: &Self) -> bool {
        let pairs = self.claims.iter().zip(&other.claims);
        self.level.is_some()
            && self.claims.len() == other.claims.len()
            && pairs.into_iter().all(|(own, theirs)| own.id == theirs.id)
    }
}

impl Level {
    /// Low, best and high as utilities, 0 to 1.
    fn utilities(self) -> [f64; 3] {
        [self.low, self.best, self.high].map(|level| level / TOP_LEVEL)
    }
}
