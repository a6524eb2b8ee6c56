//! What is to be analysed.

/// Options, the weights that fit, and the readings that fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// How many options there are.
    pub options: usize,
    /// The weights that fit.
    pub weights: Weights,
    /// For each criterion a partition of the options: those in one stream
    /// always do equally well.
    pub criteria: Vec<Vec<Stream>>,
}

/// A set of weights with a uniform distribution. Every list has one entry for
/// each criterion.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// See [`RawWeight`].
    Raw(Vec<RawWeight>),
    /// One weight vector, at least 0 each; need not sum to one.
    Fixed(Vec<f64>),
    /// Importance classes, 0 the most important: no weight of a class is below
    /// a weight of a later class. One class each is a full ranking, one class
    /// for all is no ranking.
    Ranked(Vec<usize>),
    /// Lowest and highest weight, 0 to 1, of weights that sum to one.
    Bounded(Vec<[f64; 2]>),
}

/// The weights that fit, before they are scaled to sum to one:
/// `floor + free * v`, where the vector of all `v` is uniform on the simplex.
///
/// Whether one option beats another does not depend on the scale of the
/// weights, so with `x = floor + free * v` the difference of their values
/// `sum(x_c * d_c)` is linear in `v`, whatever floors and free parts are. The
/// set of weights `x / sum(x)` is a simplex again: with equal free parts it is
/// the classic one with lower bounds, uniformly filled.
///
/// Adding to one criterion's floor moves every weight vector straight towards
/// "only this criterion counts". An option that is best there, and was best
/// before, stays best: more importance never hurts the best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawWeight {
    /// What the criterion has in any case, at least 0; the free mass of all
    /// criteria together is 1 where every `free` is 1.
    pub floor: f64,
    /// Its part in the free mass, 0 to 1; 0 with a floor of 0 takes the
    /// criterion out.
    pub free: f64,
}

impl RawWeight {
    /// Nothing is known.
    pub const FREE: RawWeight = RawWeight { floor: 0.0, free: 1.0 };
}

/// Options that share one reading of the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// How well they may do.
    pub reading: Reading,
    /// Indices of the options.
    pub options: Vec<usize>,
}

/// How well an option may do under a criterion: a chance variable, and the
/// utility of each of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What may be read, in the criterion's own unit.
    pub chance: Chance,
    /// What it is worth, 0 to 1.
    pub utility: Utility,
}

/// What may be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Chance {
    /// One value, and no other.
    Sure(f64),
    /// An interval. In half of all readings the value is below `best`, in
    /// half above, evenly spread on either side.
    Between {
        /// The lowest value.
        low: f64,
        /// The median.
        best: f64,
        /// The highest value.
        high: f64,
    },
    /// A normal distribution.
    Normal {
        /// Its mean.
        mean: f64,
        /// Its standard deviation, above 0.
        deviation: f64,
    },
}

/// The worth of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Utility {
    /// Values are utilities already.
    Same,
    /// Straight lines between points `(value, utility)` that are sorted by
    /// value; flat beyond the ends. At least one point.
    Lines(Vec<(f64, f64)>),
}

impl Reading {
    /// Any utility between 0 and 1: nothing is known.
    pub const UNKNOWN: Reading = Reading {
        chance: Chance::Between { low: 0.0, best: 0.5, high: 1.0 },
        utility: Utility::Same,
    };

    /// A utility that is known.
    pub fn sure(utility: f64) -> Self {
        Reading { chance: Chance::Sure(utility), utility: Utility::Same }
    }

    /// The utility, where there is only one.
    pub fn only(&self) -> Option<f64> {
        match self.chance {
            Chance::Sure(value) => Some(self.utility.of(value)),
            Chance::Between { .. } | Chance::Normal { .. } => None,
        }
    }

    /// The utility of the median value.
    pub fn median(&self) -> f64 {
        self.utility.of(match self.chance {
            Chance::Sure(value) => value,
            Chance::Between { best, .. } => best,
            Chance::Normal { mean, .. } => mean,
        })
    }
}

impl Utility {
    /// The utility of a value.
    pub fn of(&self, value: f64) -> f64 {
        let Utility::Lines(points) = self else { return value };
        let above = points.partition_point(|&(x, _)| x <= value);
        match (above.checked_sub(1).map(|below| points[below]), points.get(above)) {
            (Some((x0, u0)), Some(&(x1, u1))) => u0 + (u1 - u0) * ((value - x0) / (x1 - x0)),
            (Some((_, utility)), None) => utility,
            (None, first) => first.map_or(0.0, |&(_, utility)| utility),
        }
    }
}

impl Weights {
    /// The weights in the middle of those that fit, scaled to sum to one; all
    /// zero when no criterion counts.
    ///
    /// For raw weights these are the means of `x`, scaled. For ranked ones they
    /// are the rank order centroid (Barron & Barrett 1996), evenly divided
    /// within a class. For bounded ones they are the middles of the bounds that
    /// can be reached, scaled.
    pub fn middle(&self) -> Vec<f64> {
        match self {
            Weights::Raw(raw) => {
                let evenly = 1.0 / raw.len().max(1) as f64;
                scaled(raw.iter().map(|weight| weight.floor + weight.free * evenly).collect())
            }
            Weights::Fixed(weights) => scaled(weights.clone()),
            Weights::Ranked(classes) => rank_order_centroid(classes),
            Weights::Bounded(bounds) => {
                let reachable = reachable(bounds);
                scaled(reachable.iter().map(|[low, high]| (low + high) / 2.0).collect())
            }
        }
    }
}

impl Weights {
    /// The lowest and the highest weight of each criterion, scaled.
    pub fn range(&self) -> Vec<[f64; 2]> {
        match self {
            Weights::Raw(raw) => range_of_raw(raw),
            Weights::Fixed(_) => self.middle().into_iter().map(|weight| [weight; 2]).collect(),
            Weights::Ranked(classes) => range_of_ranked(classes),
            Weights::Bounded(bounds) => reachable(bounds),
        }
    }
}

/// Lowest when all free mass goes to the rival that can use most of it,
/// highest when the criterion has all of it.
fn range_of_raw(raw: &[RawWeight]) -> Vec<[f64; 2]> {
    let floors: f64 = raw.iter().map(|weight| weight.floor).sum();
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let range = |c: usize| {
        let RawWeight { floor, free } = raw[c];
        let rivals = raw.iter().enumerate().filter(|&(rival, _)| rival != c);
        let most = rivals.map(|(_, rival)| rival.free).fold(0.0, f64::max);
        [share(floor, floors + most), share(floor + free, floors + free)]
    };
    (0..raw.len()).map(range).collect()
}

/// A criterion weighs most when it shares evenly with all before it, and
/// nothing at all in the least favourable case, unless it is the single most
/// important one.
fn range_of_ranked(classes: &[usize]) -> Vec<[f64; 2]> {
    let range = |&class: &usize| {
        let before = classes.iter().filter(|&&other| other < class).count();
        let beside = classes.iter().filter(|&&other| other == class).count();
        let is_first_alone = before == 0 && beside == 1;
        let low = if is_first_alone { 1.0 / classes.len() as f64 } else { 0.0 };
        [low, 1.0 / (before + 1) as f64]
    };
    classes.iter().map(range).collect()
}

pub(crate) fn scaled(mut weights: Vec<f64>) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}

/// The mean of the k-th largest of n parts is `(1/k + … + 1/n) / n`.
fn rank_order_centroid(classes: &[usize]) -> Vec<f64> {
    let n = classes.len();
    let mut means = vec![0.0; n];
    let mut tail = 0.0;
    for k in (0..n).rev() {
        tail += 1.0 / (k + 1) as f64;
        means[k] = tail / n as f64;
    }
    let class_mean = |class: usize| {
        let before = classes.iter().filter(|&&other| other < class).count();
        let size = classes.iter().filter(|&&other| other == class).count();
        means[before..before + size].iter().sum::<f64>() / size as f64
    };
    classes.iter().map(|&class| class_mean(class)).collect()
}

/// Bounds that can be reached while all weights sum to one.
pub(crate) fn reachable(bounds: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let lows: f64 = bounds.iter().map(|[low, _]| low).sum();
    let highs: f64 = bounds.iter().map(|[_, high]| high).sum();
    bounds
        .iter()
        .map(|&[low, high]| {
            [f64::max(low, 1.0 - (highs - high)), f64::min(high, 1.0 - (lows - low))]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utilities_are_straight_between_points_and_flat_beyond() {
        let utility = Utility::Lines(vec![(10.0, 1.0), (20.0, 0.5), (40.0, 0.0)]);
        for (value, expected) in
            [(0.0, 1.0), (10.0, 1.0), (15.0, 0.75), (20.0, 0.5), (30.0, 0.25), (99.0, 0.0)]
        {
            assert_eq!(utility.of(value), expected, "utility of {value}");
        }
    }

    /// Barron & Barrett (1996), table 1: four ranked criteria.
    #[test]
    fn the_middle_of_a_ranking_is_its_centroid() {
        let middle = Weights::Ranked(vec![0, 1, 2, 3]).middle();
        for (weight, expected) in middle.iter().zip([0.5208, 0.2708, 0.1458, 0.0625]) {
            assert!((weight - expected).abs() < 5e-5, "{middle:?}");
        }
        assert_eq!(Weights::Ranked(vec![0, 0]).middle(), [0.5, 0.5]);
    }

    #[test]
    fn ranges_of_weights() {
        let raw = [RawWeight { floor: 0.2, free: 1.0 }, RawWeight { floor: 0.0, free: 0.5 }];
        assert_eq!(Weights::Raw(raw.to_vec()).range(), [[0.2 / 0.7, 1.0], [0.0, 0.5 / 0.7]]);
        assert_eq!(
            Weights::Ranked(vec![1, 0, 1]).range(),
            [[0.0, 0.5], [1.0 / 3.0, 1.0], [0.0, 0.5]]
        );
        assert_eq!(Weights::Fixed(vec![1.0, 3.0]).range(), [[0.25; 2], [0.75; 2]]);
    }

    #[test]
    fn bounds_that_cannot_be_reached_are_tightened() {
        assert_eq!(
            reachable(&[[0.0, 1.0], [0.5, 0.6], [0.1, 1.0]]),
            [[0.0, 0.4], [0.5, 0.6], [0.1, 0.5]]
        );
    }
}
