//! The requests that are in the system, and what happens to them.

use crate::simulation::trail::{Moment, What};
use crate::time::Nanos;

/// A request's place in the crowd; free again when it has left.
pub(crate) type Place = usize;

/// A request on its way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Request {
    /// Its number, in order of arrival.
    pub(crate) number: u32,
    pub(crate) is_heavy: bool,
    /// Where it belongs, 0 to 1: decides its event loop.
    pub(crate) route: f64,
    pub(crate) arrived: Nanos,
    /// Visits to a CPU that are still to end.
    pub(crate) visits: u32,
    /// CPU time of each visit but the first, which has the remainder as well.
    pub(crate) visit: Nanos,
    /// CPU time that is left of this visit.
    pub(crate) left: Nanos,
    /// Since when it wants a CPU and has none.
    pub(crate) ready: Nanos,
    /// How long it wanted a CPU and had none.
    pub(crate) waited: Nanos,
    pub(crate) cpu: Nanos,
    pub(crate) io: Nanos,
}

/// All requests in the system, in places that are used again and again, so
/// that no request costs an allocation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Crowd {
    requests: Vec<Request>,
    free: Vec<Place>,
    /// What happened, if anybody wants to know.
    pub(crate) trail: Option<Vec<Moment>>,
}

impl Crowd {
    pub(crate) fn enter(&mut self, request: Request) -> Place {
        self.note(request.arrived, request.number, What::Arrives { is_heavy: request.is_heavy });
        if let Some(place) = self.free.pop() {
            self.requests[place] = request;
            place
        } else {
            self.requests.push(request);
            self.requests.len() - 1
        }
    }

    /// Gives the place away; what stood there is still to be read until
    /// somebody enters.
    pub(crate) fn leave(&mut self, place: Place) -> &Request {
        self.free.push(place);
        &self.requests[place]
    }

    #[inline]
    pub(crate) fn at(&self, place: Place) -> &Request {
        &self.requests[place]
    }

    #[inline]
    pub(crate) fn at_mut(&mut self, place: Place) -> &mut Request {
        &mut self.requests[place]
    }

    /// The request gets a CPU, the one in `lane`.
    #[inline]
    pub(crate) fn starts(&mut self, place: Place, lane: usize, now: Nanos) {
        let request = &mut self.requests[place];
        request.waited += now - request.ready;
        let number = request.number;
        self.note(now, number, What::Runs { lane });
    }

    /// The request has used its CPU for `ran`; whether the visit is over.
    #[inline]
    pub(crate) fn stops(&mut self, place: Place, ran: Nanos, now: Nanos) -> bool {
        let request = &mut self.requests[place];
        request.cpu += ran;
        request.left = request.left - ran;
        request.ready = now;
        let is_over = request.left == Nanos(0);
        request.visits -= u32::from(is_over);
        let what = match (is_over, request.visits) {
            (false, _) => What::Pauses,
            (true, 0) => What::Leaves,
            (true, _) => What::Awaits,
        };
        let number = request.number;
        self.note(now, number, what);
        is_over
    }

    #[inline]
    pub(crate) fn note(&mut self, at: Nanos, request: u32, what: What) {
        if let Some(trail) = &mut self.trail {
            trail.push(Moment { at, request, what });
        }
    }
}
