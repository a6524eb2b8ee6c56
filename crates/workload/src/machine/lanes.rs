//! Cores, and what runs on them.

use crate::simulation::{Crowd, Place};
use crate::time::Nanos;

/// A core; idle, or at work on a request.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(crate) place: Option<Place>,
    pub(crate) since: Nanos,
    /// When the work ends or is interrupted; [`Nanos::NEVER`] when idle.
    pub(crate) until: Nanos,
}

impl Lane {
    const IDLE: Lane = Lane { place: None, since: Nanos(0), until: Nanos::NEVER };
}

/// All cores.
#[derive(Clone, Debug)]
pub(crate) struct Lanes {
    lanes: Vec<Lane>,
    busy: usize,
}

impl Lanes {
    pub(crate) fn new(cores: usize) -> Self {
        Lanes { lanes: vec![Lane::IDLE; cores], busy: 0 }
    }

    /// The core that is the first to have something to do, and when.
    #[inline]
    pub(crate) fn first(&self) -> (usize, Nanos) {
        let mut first = (0, Nanos::NEVER);
        for (number, lane) in self.lanes.iter().enumerate() {
            if lane.until < first.1 {
                first = (number, lane.until);
            }
        }
        first
    }

    #[inline]
    pub(crate) fn idle(&self) -> Option<usize> {
        if self.busy == self.lanes.len() {
            return None;
        }
        self.lanes.iter().position(|lane| lane.place.is_none())
    }

    pub(crate) fn is_idle(&self, lane: usize) -> bool {
        self.lanes[lane].place.is_none()
    }

    pub(crate) fn are_all_idle(&self) -> bool {
        self.busy == 0
    }

    /// Starts a request, for its visit or until `limit`.
    #[inline]
    pub(crate) fn start(
        &mut self,
        lane: usize,
        place: Place,
        limit: Nanos,
        crowd: &mut Crowd,
        now: Nanos,
    ) {
        crowd.starts(place, lane, now);
        self.busy += 1;
        let until = Nanos::min(now + crowd.at(place).left, limit);
        self.lanes[lane] = Lane { place: Some(place), since: now, until };
    }

    /// Takes the request off the core; whether its visit is over.
    #[inline]
    pub(crate) fn stop(
        &mut self,
        lane: usize,
        crowd: &mut Crowd,
        now: Nanos,
    ) -> Option<(Place, bool)> {
        let Lane { place, since, .. } = core::mem::replace(&mut self.lanes[lane], Lane::IDLE);
        let place = place?;
        self.busy -= 1;
        Some((place, crowd.stops(place, now - since, now)))
    }
}
