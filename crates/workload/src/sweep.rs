//! Latency against load.

use crate::prediction::{Prediction, Predictor, is_steady, preview};
use crate::profile::Profile;
use crate::scheduler::Scheduler;
use crate::simulation::Progress;
use crate::time::Millis;

/// How one scheduler answers as the load of a profile rises; at once, from
/// formulas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// The load, whose `rps` does not matter here.
    pub profile: Profile,
    /// Who computes next.
    pub scheduler: Scheduler,
}

impl Curve {
    /// The mean time of a request at so many requests a second, approximately;
    /// absent above [`STEADY`](crate::STEADY).
    pub fn mean(&self, rps: f64) -> Option<Millis> {
        preview(&self.profile.at(rps), self.scheduler)
    }

    /// Requests per second at which nothing idles any more.
    pub fn collapse(&self) -> f64 {
        self.scheduler.capacity(&self.profile)
    }

    /// The knee: requests per second at which throughput divided by mean time
    /// is largest. Below, more load costs little time; above, more than it is
    /// worth (Kleinrock 1979, *Power and deterministic rules of thumb for
    /// probabilistic problems in computer communications*, ICC). To a
    /// hundredth of what can be done; at most [`STEADY`](crate::STEADY) of it.
    pub fn knee(&self) -> f64 {
        let collapse = self.collapse();
        let power = |rps: f64| self.mean(rps).map_or(0.0, |mean| rps / mean.0);
        let loads = (1..100).map(|per_cent| collapse * f64::from(per_cent) / 100.0);
        loads.fold(0.0, |best, rps| if power(rps) > power(best) { rps } else { best })
    }
}

/// Simulated points of a curve, in the making. It advances when [`run`] is
/// called and can be dropped at any time.
///
/// [`run`]: Sweep::run
#[derive(Clone, Debug)]
pub struct Sweep {
    curve: Curve,
    /// Requests per second, still to be simulated, the last first.
    loads: Vec<f64>,
    requests: u32,
    seed: u64,
    current: Option<(f64, Predictor)>,
    points: Vec<Point>,
    progress: Progress,
}

/// A simulated point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Requests per second.
    pub rps: f64,
    /// What is to be expected.
    pub prediction: Prediction,
}

impl Sweep {
    /// Prepares a point for each of `loads`, requests per second, from so many
    /// requests each. Loads that give no digits are passed over.
    pub fn new(curve: Curve, loads: &[f64], requests: u32, seed: u64) -> Self {
        let gives_digits =
            |rps: &f64| is_steady(curve.scheduler.utilisation(&curve.profile.at(*rps)));
        let loads: Vec<f64> = loads.iter().rev().copied().filter(gives_digits).collect();
        let progress = Progress { done: 0, of: loads.len() as u32 };
        Sweep { curve, loads, requests, seed, current: None, points: Vec::new(), progress }
    }

    /// Goes on for at most so many events, or to the end of the point in hand.
    /// Progress counts points.
    pub fn run(&mut self, events: u64) -> Progress {
        let Sweep { curve, loads, requests, seed, .. } = self;
        let next = || {
            let rps = loads.pop()?;
            Some((rps, Predictor::new(&curve.profile.at(rps), curve.scheduler, *requests, *seed)))
        };
        if let Some((rps, mut predictor)) = self.current.take().or_else(next) {
            if predictor.run(events).is_complete() {
                self.points.push(Point { rps, prediction: predictor.prediction() });
                self.progress.done += 1;
            } else {
                self.current = Some((rps, predictor));
            }
        }
        self.progress
    }

    /// The loads without a point so far, requests per second, in their order.
    pub fn pending(&self) -> impl Iterator<Item = f64> {
        self.current.iter().map(|it| it.0).chain(self.loads.iter().rev().copied())
    }

    /// The points so far, in the order of the loads.
    pub fn points(&self) -> &[Point] {
        &self.points
    }
}
