//! What gives CPUs to requests.

mod lanes;
mod loops;
mod shared;
mod workers;

use crate::profile::Profile;
use crate::simulation::{Crowd, Place};
use crate::time::{Millis, Nanos};

pub(crate) use loops::Loops;
pub(crate) use shared::Shared;
pub(crate) use workers::Workers;

/// Who computes next, and for how long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Machine {
    /// Event loops, each with a queue of its own: first come, first served,
    /// and nobody is interrupted. Loops beyond the number of cores share the
    /// cores in turns.
    Loops {
        /// How many.
        loops: u32,
        /// Cores that they may use.
        cores: u32,
        /// How requests are dealt to them.
        split: Split,
    },
    /// One queue before all cores, the ideal of the textbooks.
    Shared {
        /// How many cores.
        cores: u32,
        /// How long a request may compute before it goes back to the end of
        /// the queue; absent: until it is done. Very short slices come close
        /// to processor sharing.
        slice: Option<Millis>,
    },
    /// Workers with queues of their own that take work from each other, look
    /// for answered calls only when they have nothing else to do, and are
    /// interrupted by a monitor after ten to twenty milliseconds.
    Workers {
        /// How many, each with a core.
        cores: u32,
    },
}

/// How requests are dealt to event loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// By chance, to each as often.
    Even,
    /// By chance, but the first gets [`UNEVEN`] times its even share.
    Uneven,
}

impl Split {
    /// What the busiest of so many loops gets, of an even share.
    fn busiest(self, loops: u32) -> f64 {
        match self {
            Split::Even => 1.0,
            Split::Uneven => f64::min(UNEVEN, f64::from(loops)),
        }
    }
}

/// What the busiest loop gets under [`Split::Uneven`], of an even share.
/// Connections are dealt, not requests, and some connections carry more.
pub const UNEVEN: f64 = 1.2;

impl Machine {
    /// How busy its busiest part is; 1 and more cannot last.
    pub fn utilisation(self, profile: &Profile) -> f64 {
        let busy = profile.busy_cores();
        match self {
            Machine::Loops { loops, cores, split } => {
                let busiest = busy / f64::from(loops) * split.busiest(loops);
                f64::max(busiest, busy / f64::from(cores.min(loops)))
            }
            Machine::Shared { cores, .. } | Machine::Workers { cores } => busy / f64::from(cores),
        }
    }

    pub(crate) fn build(self) -> Engine {
        match self {
            Machine::Loops { loops, cores, split } => {
                Engine::Loops(Loops::new(loops as usize, cores as usize, split))
            }
            Machine::Shared { cores, slice } => {
                let slice = slice.map_or(Nanos::NEVER, Millis::nanos);
                Engine::Shared(Shared::new(cores as usize, slice))
            }
            Machine::Workers { cores } => Engine::Workers(Workers::new(cores as usize)),
        }
    }
}

/// A machine at work.
#[derive(Clone, Debug)]
pub(crate) enum Engine {
    Loops(Loops),
    Shared(Shared),
    Workers(Workers),
}

impl Engine {
    /// When it has something to do by itself.
    #[inline]
    pub(crate) fn next(&self) -> Nanos {
        match self {
            Engine::Loops(it) => it.next(),
            Engine::Shared(it) => it.next(),
            Engine::Workers(it) => it.next(),
        }
    }

    /// A request wants a CPU.
    #[inline]
    pub(crate) fn ready(&mut self, place: Place, crowd: &mut Crowd, now: Nanos) {
        match self {
            Engine::Loops(it) => it.ready(place, crowd, now),
            Engine::Shared(it) => it.ready(place, crowd, now),
            Engine::Workers(it) => it.ready(place, crowd, now),
        }
    }

    /// Does what is to be done at `now`; gives back a request whose visit is
    /// over.
    #[inline]
    pub(crate) fn work(&mut self, crowd: &mut Crowd, now: Nanos) -> Option<Place> {
        match self {
            Engine::Loops(it) => it.work(crowd, now),
            Engine::Shared(it) => it.work(crowd, now),
            Engine::Workers(it) => it.work(crowd, now),
        }
    }
}
