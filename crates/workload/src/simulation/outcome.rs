//! What a simulation found.

use crate::time::Millis;

/// How long requests of one kind took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Times {
    /// How many there were.
    pub count: u64,
    /// Half of them took at most this; like all percentiles to 0.2 %.
    pub p50: Millis,
    /// Nine of ten took at most this.
    pub p90: Millis,
    /// 99 of 100 took at most this.
    pub p99: Millis,
    /// The mean: the sum of the following three.
    pub mean: Millis,
    /// Where the time went: waiting for a CPU,
    pub waiting: Millis,
    /// computing,
    pub cpu: Millis,
    /// and waiting for calls.
    pub io: Millis,
}

/// How long requests took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// All requests.
    pub all: Times,
    /// The light ones; absent if there were none.
    pub light: Option<Times>,
    /// The heavy ones; absent if there were none.
    pub heavy: Option<Times>,
    /// Standard error of the mean of all, from batch means.
    pub mean_error: Option<Millis>,
    /// Standard error of their P99, from batches as well.
    pub p99_error: Option<Millis>,
}
