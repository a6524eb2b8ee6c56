//! The workload model for the options of a comparison: which option has which
//! scheduler is data, what a scheduler does is in the crate `workload`.

mod example;
mod field;
mod file;
mod load;
mod report;
mod takeover;
mod team;

pub use example::{EXAMPLES, Example};
pub use field::Field;
pub use file::{Factors, ProfileFile};
pub use load::{Load, load, rounded, set_load, taken_over};
pub use report::{LabReport, NotModelled, OptionPrediction, TimesReport};
pub use takeover::{criteria, importance, take_over};
pub use team::{Team, teams};

use dataset::{Alternative, Dataset};
use workload::{Predictor, Profile, REQUESTS, Scheduler};

/// Every option meets the requests of this seed.
pub const SEED: u64 = 1;

/// An option that the model can speak of.
#[derive(Clone, Copy, Debug)]
pub struct Contender<'a> {
    /// The option.
    pub option: &'a Alternative,
    /// Who computes next where it runs.
    pub scheduler: Scheduler,
}

impl Contender<'_> {
    /// The load as this option's runtime meets it.
    pub fn profile(&self, profile: &Profile, factors: &Factors) -> Profile {
        profile.times(factors.of(&self.option.id))
    }

    /// A prediction in the making.
    pub fn predictor(&self, profile: &Profile, factors: &Factors) -> Predictor {
        Predictor::new(&self.profile(profile, factors), self.scheduler, REQUESTS, SEED)
    }
}

/// The options whose scheduler the comparison names, in its order.
pub fn contenders(dataset: &Dataset) -> impl Iterator<Item = Contender<'_>> {
    let contender = |option| Some(Contender { option, scheduler: scheduler(option)? });
    dataset.options.iter().filter_map(contender)
}

/// The others.
pub fn not_modelled(dataset: &Dataset) -> impl Iterator<Item = &Alternative> {
    dataset.options.iter().filter(|option| scheduler(option).is_none())
}

fn scheduler(option: &Alternative) -> Option<Scheduler> {
    match option.scheduler {
        dataset::Scheduler::Unstated => None,
        dataset::Scheduler::EventLoop => Some(Scheduler::EventLoop),
        dataset::Scheduler::RoundRobin => Some(Scheduler::RoundRobin),
    }
}
