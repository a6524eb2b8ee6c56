//! One queue before all cores.

use std::collections::VecDeque;

use super::lanes::Lanes;
use crate::simulation::{Crowd, Place};
use crate::time::Nanos;

#[derive(Clone, Debug)]
pub(crate) struct Shared {
    queue: VecDeque<Place>,
    lanes: Lanes,
    slice: Nanos,
}

impl Shared {
    pub(crate) fn new(cores: usize, slice: Nanos) -> Self {
        Shared { queue: VecDeque::new(), lanes: Lanes::new(cores), slice }
    }

    #[inline]
    pub(crate) fn next(&self) -> Nanos {
        self.lanes.first().1
    }

    #[inline]
    pub(crate) fn ready(&mut self, place: Place, crowd: &mut Crowd, now: Nanos) {
        match self.lanes.idle() {
            Some(lane) => self.start(lane, place, crowd, now),
            None => self.queue.push_back(place),
        }
    }

    #[inline]
    pub(crate) fn work(&mut self, crowd: &mut Crowd, now: Nanos) -> Option<Place> {
        let (lane, _) = self.lanes.first();
        let (place, is_over) = self.lanes.stop(lane, crowd, now)?;
        if !is_over {
            self.queue.push_back(place);
        }
        if let Some(next) = self.queue.pop_front() {
            self.start(lane, next, crowd, now);
        }
        is_over.then_some(place)
    }

    fn start(&mut self, lane: usize, place: Place, crowd: &mut Crowd, now: Nanos) {
        let limit = Nanos(now.0.saturating_add(self.slice.0));
        self.lanes.start(lane, place, limit, crowd, now);
    }
}
