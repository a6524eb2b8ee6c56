//! Claims become assessments.

use dataset::{Claim, Criterion, Dataset, Interval, TOP_LEVEL};
use smaa::{Chance, Reading, Utility, sort_by};

use crate::decision::Decision;
use crate::report::Level;

use super::age::Newest;

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

/// What every assessment of a report is made from.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a, 'b> {
    pub(super) dataset: &'a Dataset,
    pub(super) decision: &'b Decision,
    pub(super) newest: Newest,
}

/// The claims under a criterion that are heard and hold for this reader.
pub(super) fn heard<'a>(evidence: Evidence<'a, '_>, criterion: &Criterion) -> Vec<&'a Claim> {
    let Evidence { dataset, decision, .. } = evidence;
    let left_out = &decision.left_out;
    let is_heard = |claim: &&Claim| {
        claim.criterion == criterion.id
            && (left_out.is_empty()
                || !(left_out.contains(&claim.source) || left_out.contains(&claim.id)))
            && may_hold(claim, decision)
    };
    dataset.claims.iter().filter(is_heard).collect()
}

/// Gathers the claims about `option` among those that are `heard`
/// under `criterion`. Where sources differ, the interval is as wide as their difference
/// and the best level is the mean of what they say, where old statements weigh
/// less unless the reader switches that off.
pub(super) fn assess<'a>(
    evidence: Evidence<'a, '_>,
    criterion: &Criterion,
    heard: &[&'a Claim],
    option: &str,
) -> Assessment<'a> {
    let Evidence { dataset, decision, newest, .. } = evidence;
    let speaks = |claim: &&&Claim| claim.options.iter().any(|id| id == option);
    let claims: Vec<&Claim> = heard.iter().filter(speaks).copied().collect();
    let worth = |claim: &Claim| {
        if decision.ageless { 1.0 } else { newest.worth(dataset, claim) }
    };
    let Some(level) = level(claims.iter().map(|claim| (claim.level, worth(claim)))) else {
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
fn level(levels: impl Iterator<Item = (Interval, f64)> + Clone) -> Option<Level> {
    let low = levels.clone().map(|(level, _)| level.low).reduce(f64::min)?;
    let high = levels.clone().map(|(level, _)| level.high).reduce(f64::max)?;
    let mut middles: Vec<_> = levels.map(|(level, worth)| (level.middle(), worth)).collect();
    sort_by(&mut middles, |a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let sum: f64 = middles.iter().map(|(middle, worth)| middle * worth).sum();
    let best = sum / middles.iter().map(|(_, worth)| worth).sum::<f64>();
    Some(Level { low, best: best.clamp(low, high), high })
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
