//! What requests took, added up.

use crate::histogram::Histogram;
use crate::simulation::crowd::Request;
use crate::simulation::outcome::{Outcome, Times};
use crate::time::{Millis, Nanos};

/// Requests are counted in so many batches one after the other. The spread of
/// their means tells how sure the mean of all is (batch means: Law and Kelton,
/// *Simulation Modeling and Analysis*, section 9.5.3).
const BATCHES: u32 = 20;

#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// Requests that do not count, because they found an emptier system than
    /// usual.
    warm_up: u32,
    /// Requests in a batch.
    size: u32,
    light: Kind,
    heavy: Kind,
    batch: Histogram,
    batch_sum: u64,
    means: Vec<f64>,
    p99s: Vec<f64>,
}

#[derive(Clone, Debug, Default)]
struct Kind {
    count: u64,
    waited: u64,
    cpu: u64,
    io: u64,
    histogram: Histogram,
}

impl Tally {
    pub(crate) fn new(requests: u32, warm_up: u32) -> Self {
        Tally {
            warm_up,
            size: ((requests - warm_up) / BATCHES).max(1),
            light: Kind::default(),
            heavy: Kind::default(),
            batch: Histogram::default(),
            batch_sum: 0,
            means: Vec::new(),
            p99s: Vec::new(),
        }
    }

    /// Counts a request that leaves.
    #[inline]
    pub(crate) fn add(&mut self, request: &Request, now: Nanos) {
        if request.number < self.warm_up {
            return;
        }
        let kind = if request.is_heavy { &mut self.heavy } else { &mut self.light };
        let time = now - request.arrived;
        kind.count += 1;
        kind.waited += request.waited.0;
        kind.cpu += request.cpu.0;
        kind.io += request.io.0;
        kind.histogram.add(time);
        self.batch.add(time);
        self.batch_sum += time.0;
        if self.batch.total() == u64::from(self.size) {
            self.close_batch();
        }
    }

    fn close_batch(&mut self) {
        self.means.push(self.batch_sum as f64 / f64::from(self.size));
        self.p99s.extend(self.batch.quantile(0.99).map(|it| it.0 as f64));
        self.batch.clear();
        self.batch_sum = 0;
    }

    /// What is known so far; `None` before the first request that counts.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        let mut all = self.light.clone();
        all.histogram.absorb(&self.heavy.histogram);
        all.count += self.heavy.count;
        all.waited += self.heavy.waited;
        all.cpu += self.heavy.cpu;
        all.io += self.heavy.io;
        Some(Outcome {
            all: all.times()?,
            light: self.light.times(),
            heavy: self.heavy.times(),
            mean_error: standard_error(&self.means),
            p99_error: standard_error(&self.p99s),
        })
    }
}

impl Kind {
    fn times(&self) -> Option<Times> {
        let mean = |sum: u64| Millis(sum as f64 / self.count as f64 / 1e6);
        let quantile = |share| self.histogram.quantile(share).map(Nanos::millis);
        Some(Times {
            count: self.count,
            p50: quantile(0.5)?,
            p90: quantile(0.9)?,
            p99: quantile(0.99)?,
            mean: mean(self.waited + self.cpu + self.io),
            waiting: mean(self.waited),
            cpu: mean(self.cpu),
            io: mean(self.io),
        })
    }
}

/// The standard error of the mean of batches, in milliseconds; `None` where
/// there are fewer than two.
fn standard_error(batches: &[f64]) -> Option<Millis> {
    let count = batches.len() as f64;
    if count < 2.0 {
        return None;
    }
    let mean = batches.iter().sum::<f64>() / count;
    let squares: f64 = batches.iter().map(|it| (it - mean) * (it - mean)).sum();
    Some(Millis((squares / (count - 1.0) / count).sqrt() / 1e6))
}
