//! Event loops.

use std::collections::VecDeque;

use super::Split;
use super::lanes::Lanes;
use crate::simulation::{Crowd, Place};
use crate::time::Nanos;

/// How long a loop keeps a core while others wait for one: the base slice of
/// Linux's scheduler, 0.75 ms times 1 + log2(cores), on eight cores or more
/// (kernel/sched/fair.c).
const SLICE: Nanos = Nanos(3_000_000);

/// Event loops: what is ready in a loop is served in the order in which it
/// became ready, and to the end of its visit. (libuv and uSockets take all
/// ready sockets of one poll before they ask for the next; the kernel lists
/// them in the order in which they became ready.)
#[derive(Clone, Debug)]
pub(crate) struct Loops {
    loops: Vec<EventLoop>,
    lanes: Lanes,
    /// By core: the loop that runs on it, and until when it may.
    held: Vec<(usize, Nanos)>,
    /// Loops that have work and no core.
    line: VecDeque<usize>,
    /// How much of all requests the first loop gets.
    first: f64,
}

#[derive(Clone, Debug, Default)]
struct EventLoop {
    queue: VecDeque<Place>,
    /// Runs on a core, or waits for one.
    is_awake: bool,
}

impl Loops {
    pub(crate) fn new(loops: usize, cores: usize, split: Split) -> Self {
        let first = split.busiest(loops as u32) / loops as f64;
        let cores = usize::min(cores, loops);
        Loops {
            loops: vec![EventLoop::default(); loops],
            lanes: Lanes::new(cores),
            held: vec![(0, Nanos::NEVER); cores],
            line: VecDeque::new(),
            first,
        }
    }

    #[inline]
    pub(crate) fn next(&self) -> Nanos {
        self.lanes.first().1
    }

    pub(crate) fn ready(&mut self, place: Place, crowd: &mut Crowd, now: Nanos) {
        let number = self.loop_of(crowd.at(place).route);
        let it = &mut self.loops[number];
        it.queue.push_back(place);
        if it.is_awake {
            return;
        }
        it.is_awake = true;
        match self.free_lane(number) {
            Some(lane) => self.take_core(lane, number, crowd, now),
            None => self.line.push_back(number),
        }
    }

    pub(crate) fn work(&mut self, crowd: &mut Crowd, now: Nanos) -> Option<Place> {
        let (lane, _) = self.lanes.first();
        let (place, is_over) = self.lanes.stop(lane, crowd, now)?;
        let (number, end) = self.held[lane];
        let it = &mut self.loops[number];
        if !is_over {
            it.queue.push_front(place);
        }
        if it.queue.is_empty() {
            it.is_awake = false;
            if let Some(next) = self.line.pop_front() {
                self.take_core(lane, next, crowd, now);
            }
        } else if now < end || self.line.is_empty() {
            self.go_on(lane, crowd, now);
        } else {
            self.line.push_back(number);
            if let Some(next) = self.line.pop_front() {
                self.take_core(lane, next, crowd, now);
            }
        }
        is_over.then_some(place)
    }

    fn loop_of(&self, route: f64) -> usize {
        let others = self.loops.len() - 1;
        if route < self.first || others == 0 {
            return 0;
        }
        let among = (route - self.first) / (1.0 - self.first);
        1 + usize::min((among * others as f64) as usize, others - 1)
    }

    /// Where every loop can have a core, each keeps its own.
    fn free_lane(&self, number: usize) -> Option<usize> {
        if self.has_cores_for_all() {
            return Some(number);
        }
        self.lanes.idle()
    }

    fn has_cores_for_all(&self) -> bool {
        self.loops.len() == self.held.len()
    }

    fn take_core(&mut self, lane: usize, number: usize, crowd: &mut Crowd, now: Nanos) {
        self.held[lane] = (number, now + SLICE);
        self.go_on(lane, crowd, now);
    }

    /// Runs what is next in the loop. Its slice only counts where loops have
    /// to share.
    fn go_on(&mut self, lane: usize, crowd: &mut Crowd, now: Nanos) {
        let (number, end) = &mut self.held[lane];
        if *end <= now {
            *end = now + SLICE;
        }
        let (number, end) = (*number, *end);
        let limit = if self.has_cores_for_all() { Nanos::NEVER } else { end };
        if let Some(place) = self.loops[number].queue.pop_front() {
            self.lanes.start(lane, place, limit, crowd, now);
        }
    }
}
