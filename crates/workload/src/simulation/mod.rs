//! The simulation: discrete events, in slices that the caller chooses.

mod crowd;
mod outcome;
mod source;
mod tally;
mod trail;

use std::collections::VecDeque;

use crate::machine::{Engine, Machine};
use crate::profile::Profile;
use crate::time::Nanos;
pub(crate) use crowd::{Crowd, Place};
pub use outcome::{Outcome, Times};
use source::Source;
pub use source::{Arrival, Law, arrivals};
use tally::Tally;
pub use trail::{Moment, What};

/// The share of all requests, in hundredths, that warms the system up and does
/// not count.
const WARM_UP: u64 = 10;

/// How far a simulation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Requests that were answered.
    pub done: u32,
    /// All requests.
    pub of: u32,
}

impl Progress {
    /// Whether there is nothing left to do.
    pub fn is_complete(self) -> bool {
        self.done == self.of
    }
}

/// Requests on their way through a machine. It advances when [`run`] is called
/// and can be dropped at any time.
///
/// [`run`]: Simulation::run
#[derive(Clone, Debug)]
pub struct Simulation {
    source: Source,
    engine: Engine,
    crowd: Crowd,
    /// Calls under way and when each is answered. All take equally long, so
    /// the first to begin is the first to end.
    calls: VecDeque<(Nanos, Place)>,
    tally: Tally,
    progress: Progress,
    entered: u32,
}

impl Simulation {
    /// A simulation of `requests` requests that starts empty; the same seed
    /// sends the same requests into every machine.
    pub fn new(profile: &Profile, machine: Machine, requests: u32, seed: u64) -> Self {
        Simulation::with_law(profile, machine, Law::Constant, requests, seed)
    }

    /// The same, with CPU times that spread.
    pub fn with_law(
        profile: &Profile,
        machine: Machine,
        law: Law,
        requests: u32,
        seed: u64,
    ) -> Self {
        let warm_up = (u64::from(requests) * WARM_UP / 100) as u32;
        Simulation {
            source: Source::new(profile, law, seed),
            engine: machine.build(),
            crowd: Crowd::default(),
            calls: VecDeque::new(),
            tally: Tally::new(requests, warm_up),
            progress: Progress { done: 0, of: requests },
            entered: 0,
        }
    }

    /// Keeps a record of everything that happens from now on.
    #[must_use]
    pub fn recorded(mut self) -> Self {
        self.crowd.trail = Some(Vec::new());
        self
    }

    /// What was recorded, in order of time.
    pub fn into_trail(self) -> Vec<Moment> {
        self.crowd.trail.unwrap_or_default()
    }

    /// Goes on for at most so many events; a million takes some ten
    /// milliseconds.
    pub fn run(&mut self, events: u64) -> Progress {
        for _ in 0..events {
            if self.progress.is_complete() {
                break;
            }
            self.step();
        }
        self.progress
    }

    /// Goes on to the end.
    pub fn finish(&mut self) -> Option<Outcome> {
        while !self.run(u64::MAX).is_complete() {}
        self.outcome()
    }

    /// What is known so far; `None` until the first request that counts is
    /// answered.
    pub fn outcome(&self) -> Option<Outcome> {
        self.tally.outcome()
    }

    /// The next event. What ends goes before what begins, where both happen at
    /// once.
    fn step(&mut self) {
        let work = self.engine.next();
        let answer = self.calls.front().map_or(Nanos::NEVER, |(at, _)| *at);
        let has_more = self.entered < self.progress.of;
        let arrival = if has_more { self.source.next() } else { Nanos::NEVER };
        if work <= answer && work <= arrival {
            if let Some(place) = self.engine.work(&mut self.crowd, work) {
                self.visit_ends(place, work);
            }
        } else if answer <= arrival {
            self.call_ends(answer);
        } else {
            let request = self.source.take();
            self.entered += 1;
            let place = self.crowd.enter(request);
            self.engine.ready(place, &mut self.crowd, arrival);
        }
    }

    fn visit_ends(&mut self, place: Place, now: Nanos) {
        let request = self.crowd.at_mut(place);
        if request.visits == 0 {
            self.tally.add(self.crowd.leave(place), now);
            self.progress.done += 1;
            return;
        }
        request.left = request.visit;
        self.calls.push_back((now + self.source.io(), place));
    }

    fn call_ends(&mut self, now: Nanos) {
        if let Some((_, place)) = self.calls.pop_front() {
            let request = self.crowd.at_mut(place);
            request.io += now - request.ready;
            request.ready = now;
            let number = request.number;
            self.crowd.note(now, number, What::Returns);
            self.engine.ready(place, &mut self.crowd, now);
        }
    }
}
