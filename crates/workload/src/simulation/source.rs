//! Where requests come from.

use crate::profile::Profile;
use crate::random::Stream;
use crate::simulation::crowd::Request;
use crate::time::Nanos;

/// How the CPU times of requests of one kind spread around their mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// All take the mean.
    Constant,
    /// Exponentially distributed.
    Exponential,
}

/// A request that comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When, since the beginning.
    pub at: Nanos,
    /// Whether it is one of the heavy ones.
    pub is_heavy: bool,
}

/// The requests that a simulation with this seed sends, without end: for
/// sending the very same ones to a real server.
pub fn arrivals(profile: &Profile, seed: u64) -> impl Iterator<Item = Arrival> {
    let mut source = Source::new(profile, Law::Constant, seed);
    core::iter::repeat_with(move || source.take())
        .map(|it| Arrival { at: it.arrived, is_heavy: it.is_heavy })
}

/// Requests, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    profile: Profile,
    law: Law,
    /// Mean time between arrivals, in nanoseconds.
    gap: f64,
    io: Nanos,
    gaps: Stream,
    kinds: Stream,
    routes: Stream,
    works: Stream,
    /// When the next request comes.
    next: Nanos,
    number: u32,
}

impl Source {
    pub(crate) fn new(profile: &Profile, law: Law, seed: u64) -> Self {
        let [gaps, kinds, routes, works] = [0, 1, 2, 3].map(|purpose| Stream::new(seed, purpose));
        let mut source = Source {
            profile: *profile,
            law,
            gap: 1e9 / profile.rps,
            io: profile.io.nanos(),
            gaps,
            kinds,
            routes,
            works,
            next: Nanos(0),
            number: 0,
        };
        source.next = source.pause();
        source
    }

    pub(crate) fn next(&self) -> Nanos {
        self.next
    }

    /// How long a call takes.
    pub(crate) fn io(&self) -> Nanos {
        self.io
    }

    /// The request that comes now. Each takes one number from every stream,
    /// needed or not.
    pub(crate) fn take(&mut self) -> Request {
        let arrived = self.next;
        self.next = arrived + self.pause();
        let is_heavy = self.kinds.fraction() < self.profile.heavy_share;
        let mean = if is_heavy { self.profile.heavy_cpu } else { self.profile.cpu };
        let work = self.works.exponential();
        let cpu = match self.law {
            Law::Constant => mean.nanos(),
            Law::Exponential => Nanos((mean.0 * 1e6 * work + 0.5) as u64),
        };
        let visits = self.profile.visits();
        let visit = Nanos(cpu.0 / u64::from(visits));
        let number = self.number;
        self.number += 1;
        Request {
            number,
            is_heavy,
            route: self.routes.fraction(),
            arrived,
            visits,
            visit,
            left: Nanos(cpu.0 - visit.0 * u64::from(visits - 1)),
            ready: arrived,
            ..Request::default()
        }
    }

    fn pause(&mut self) -> Nanos {
        Nanos((self.gap * self.gaps.exponential() + 0.5) as u64)
    }
}
