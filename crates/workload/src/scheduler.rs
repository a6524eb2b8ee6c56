//! The two ways in which runtimes give CPUs to requests.

use crate::machine::{Machine, Split};
use crate::profile::Profile;

/// How a runtime schedules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheduler {
    /// One event loop in every process.
    EventLoop,
    /// One process that spreads over all cores and takes turns.
    RoundRobin,
}

impl Scheduler {
    /// What it makes of the reader's machine: loops by processes, turns by
    /// cores. Loops beyond the number of cores share the cores; one loop uses
    /// one core, however many there are.
    pub fn machine(self, profile: &Profile, split: Split) -> Machine {
        match self {
            Scheduler::EventLoop => {
                Machine::Loops { loops: profile.processes, cores: profile.cores, split }
            }
            Scheduler::RoundRobin => Machine::Workers { cores: profile.cores },
        }
    }

    /// Cores that it can keep busy.
    pub fn usable_cores(self, profile: &Profile) -> u32 {
        match self {
            Scheduler::EventLoop => u32::min(profile.processes, profile.cores),
            Scheduler::RoundRobin => profile.cores,
        }
    }

    /// Requests per second at which all of them are busy all the time: where
    /// it collapses.
    pub fn capacity(self, profile: &Profile) -> f64 {
        f64::from(self.usable_cores(profile)) * 1e3 / profile.mean_cpu().0
    }

    /// How much of what it can do is asked of it; 1 and more cannot last.
    pub fn utilisation(self, profile: &Profile) -> f64 {
        self.machine(profile, Split::Even).utilisation(profile)
    }
}
