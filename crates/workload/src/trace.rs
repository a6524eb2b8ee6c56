//! A few requests, moment by moment: what an animation shows.

use crate::machine::Split;
use crate::profile::Profile;
use crate::scheduler::Scheduler;
use crate::simulation::{Moment, Simulation};

/// What happens to the first `requests` requests of a load, from an empty
/// start until the last is answered. The same seed sends the same requests
/// into every scheduler; overload is allowed.
pub fn trace(profile: &Profile, scheduler: Scheduler, requests: u32, seed: u64) -> Vec<Moment> {
    let machine = scheduler.machine(profile, Split::Even);
    let mut simulation = Simulation::new(profile, machine, requests, seed).recorded();
    simulation.finish();
    simulation.into_trail()
}
