//! What is to be expected of a scheduler under a load.

use crate::machine::Split;
use crate::profile::Profile;
use crate::scheduler::Scheduler;
use crate::simulation::{Outcome, Progress, Simulation};
use crate::theory;
use crate::time::Millis;

/// Beyond this utilisation no digits are given. There, a per cent more load
/// makes ten per cent more latency, and no measurement repeats itself; answers
/// have been compared with measurements up to 85 %.
pub const STEADY: f64 = 0.88;

/// Requests of a whole prediction.
pub const REQUESTS: u32 = 1_000_000;

/// What is to be expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// How much of what the scheduler can do is asked of it; 1 and more cannot
    /// last.
    pub utilisation: f64,
    /// What the simulation says; absent above [`STEADY`].
    pub outcome: Option<Outcome>,
    /// Where requests are dealt to several loops: the same, dealt unevenly.
    pub uneven: Option<Outcome>,
}

impl Prediction {
    /// Whether digits mean anything.
    pub fn is_stable(&self) -> bool {
        is_steady(self.utilisation)
    }
}

/// Whether digits mean anything at this utilisation.
pub fn is_steady(utilisation: f64) -> bool {
    utilisation <= STEADY
}

/// A prediction in the making. It advances when [`run`] is called and can be
/// dropped at any time.
///
/// [`run`]: Predictor::run
#[derive(Clone, Debug)]
pub struct Predictor {
    utilisation: f64,
    even: Option<Simulation>,
    uneven: Option<Simulation>,
}

impl Predictor {
    /// Prepares a prediction from so many requests.
    pub fn new(profile: &Profile, scheduler: Scheduler, requests: u32, seed: u64) -> Self {
        let utilisation = scheduler.utilisation(profile);
        let simulation = |split| {
            let machine = scheduler.machine(profile, split);
            is_steady(machine.utilisation(profile))
                .then(|| Simulation::new(profile, machine, requests, seed))
        };
        let is_dealt = scheduler == Scheduler::EventLoop && profile.processes > 1;
        Predictor {
            utilisation,
            even: simulation(Split::Even),
            uneven: if is_dealt { simulation(Split::Uneven) } else { None },
        }
    }

    /// Goes on for at most so many events.
    pub fn run(&mut self, events: u64) -> Progress {
        let parts = [&mut self.even, &mut self.uneven].into_iter().flatten();
        let mut left = events;
        let mut sum = Progress { done: 0, of: 0 };
        for part in parts {
            let before = part.run(0);
            let after = part.run(left);
            if !before.is_complete() {
                left = 0;
            }
            sum.done += after.done;
            sum.of += after.of;
        }
        sum
    }

    /// What is known so far.
    pub fn prediction(&self) -> Prediction {
        let outcome = |it: &Option<Simulation>| it.as_ref().and_then(Simulation::outcome);
        Prediction {
            utilisation: self.utilisation,
            outcome: outcome(&self.even),
            uneven: outcome(&self.uneven),
        }
    }
}

/// The whole prediction at once.
pub fn predict(profile: &Profile, scheduler: Scheduler, requests: u32, seed: u64) -> Prediction {
    let mut predictor = Predictor::new(profile, scheduler, requests, seed);
    while !predictor.run(u64::MAX).is_complete() {}
    predictor.prediction()
}

/// The mean at once, from formulas: a preview. Absent above [`STEADY`].
pub fn preview(profile: &Profile, scheduler: Scheduler) -> Option<Millis> {
    if !is_steady(scheduler.utilisation(profile)) {
        return None;
    }
    theory::mean(profile, scheduler.machine(profile, Split::Even))
}
