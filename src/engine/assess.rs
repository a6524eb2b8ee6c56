//! Claims become assessments.

use dataset::{Claim, Criterion, Dataset, Interval, TOP_LEVEL};
use smaa::{Chance, Reading, Utility, sort_by};

use crate::decision::Decision;
use crate::report::Level;

/// What all claims that count say of one option under one criterion.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Assessment<'a> {
    pub(super) claims: Vec<&'a Claim>,
    /// `None` when no claim counts: missing stays missing.
    pub(super) level: Option<Level>,
    /// The utilities that fit. A missing assessment may be anything.
    pub(super) reading: Reading,
    /// The lowest, the best and the highest utility. Where less is better the
    /// lowest level is the one of the highest utility.
    pub(super) utilities: [f64; 3],
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
    criterion: &Criterion,
    option: &str,
) -> Assessment<'a> {
    let claims: Vec<&Claim> = dataset
        .claims
        .iter()
        .filter(|claim| {
            claim.criterion == criterion.id
                && claim.options.iter().any(|id| id == option)
                && hearing.without != Some(claim.source.as_str())
                && may_hold(claim, decision)
        })
        .collect();
    let Some(level) = level(claims.iter().map(|claim| claim.level)) else {
        return Assessment {
            claims,
            level: None,
            reading: Reading::UNKNOWN,
            utilities: [0.0, 0.5, 1.0],
        };
    };
    let deviation = claims.iter().find_map(|claim| claim.deviation);
    let level = deviation.map_or(level, |deviation| level.spread(NINETY_FIVE_PERCENT * deviation));
    let reading = match &criterion.measure {
        None => Reading {
            chance: chance(level.map(|it| it / TOP_LEVEL), deviation.map(|it| it / TOP_LEVEL)),
            utility: Utility::Same,
        },
        Some(measure) => Reading {
            chance: chance(level, deviation),
            utility: Utility::Lines(measure.utility.clone()),
        },
    };
    let utility = |value: f64| match &criterion.measure {
        None => value / TOP_LEVEL,
        Some(_) => reading.utility.of(value),
    };
    let [a, best, b] = [level.low, level.best, level.high].map(utility);
    Assessment { claims, level: Some(level), utilities: [a.min(b), best, a.max(b)], reading }
}

/// Standard deviations on either side of the mean that hold 95 % of a normal
/// distribution.
const NINETY_FIVE_PERCENT: f64 = 1.96;

fn chance(level: Level, deviation: Option<f64>) -> Chance {
    match deviation {
        Some(deviation) => Chance::Normal { mean: level.best, deviation },
        None if level.low == level.high => Chance::Sure(level.best),
        None => Chance::Between { low: level.low, best: level.best, high: level.high },
    }
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
    sort_by(&mut middles, f64::total_cmp);
    let best = middles.iter().sum::<f64>() / middles.len() as f64;
    Some(Level { low, best, high })
}

impl Assessment<'_> {
    /// Whether the two rest on the very same claims, and so have one reading.
    pub(super) fn shares_reading(&self, other: &Self) -> bool {
        let pairs = self.claims.iter().zip(&other.claims);
        self.level.is_some()
            && self.claims.len() == other.claims.len()
            && pairs.into_iter().all(|(own, theirs)| own.id == theirs.id)
    }
}

impl Level {
    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Level { low: change(self.low), best: change(self.best), high: change(self.high) }
    }

    fn spread(self, by: f64) -> Self {
        Level { low: self.best - by, best: self.best, high: self.best + by }
    }
}
