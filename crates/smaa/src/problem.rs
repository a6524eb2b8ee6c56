//! What is to be analysed.

/// Options, the weights that fit, and the readings that fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// How many options there are.
    pub options: usize,
    /// The criteria; their order does not matter.
    pub criteria: Vec<Criterion>,
}

/// One criterion: how much it may weigh, and how well each option may do.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// The set of weights that it may have.
    pub weight: RawWeight,
    /// A partition of the options: those in one stream always do equally well.
    pub streams: Vec<Stream>,
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
    pub span: Span,
    /// Indices of the options.
    pub options: Vec<usize>,
}

/// A utility between 0 and 1 that is known up to an interval: in half of all
/// readings it is below `best`, in half above, evenly spread on either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The lowest reading.
    pub low: f64,
    /// The median reading.
    pub best: f64,
    /// The highest reading.
    pub high: f64,
}

impl Span {
    /// Nothing is known.
    pub const UNKNOWN: Span = Span { low: 0.0, best: 0.5, high: 1.0 };

    /// A single reading.
    pub fn point(value: f64) -> Self {
        Span { low: value, best: value, high: value }
    }

    /// Whether there is only one reading.
    pub fn is_point(self) -> bool {
        self.low == self.high
    }

    /// The reading at quantile `t`, 0 to 1. Rises with `t`.
    #[inline(always)]
    pub(crate) fn at(self, t: f64) -> f64 {
        let below = f64::min(t, 0.5);
        let above = f64::max(t, 0.5) - 0.5;
        self.low + 2.0 * below * (self.best - self.low) + 2.0 * above * (self.high - self.best)
    }
}

impl Problem {
    /// The weights in the middle of those that fit: the means of the raw
    /// weights, scaled to sum to one. In the order of the criteria; all zero
    /// when no criterion counts.
    pub fn central_weights(&self) -> Vec<f64> {
        let evenly = 1.0 / self.criteria.len().max(1) as f64;
        let raw: Vec<f64> =
            self.criteria.iter().map(|c| c.weight.floor + c.weight.free * evenly).collect();
        let sum: f64 = raw.iter().sum();
        raw.iter().map(|x| if sum > 0.0 { x / sum } else { 0.0 }).collect()
    }
}
