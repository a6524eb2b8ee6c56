//! Workers that take work from each other, after Go's scheduler.
//!
//! The rules are those of `runtime/proc.go` and `runtime/netpoll.go`, Go 1.27:
//! `findRunnable`, `injectglist`, `globrunqgetbatch`, `sysmon` and `retake`.
//! What matters to a request: answered calls and new requests stand before a
//! poller that is asked only by a worker that has nothing else to do, and by
//! the monitor when nobody asked for 10 ms; what one poll finds runs in
//! reverse order; an interrupted request goes to the end of the global queue.

mod monitor;

use std::collections::VecDeque;

use super::lanes::Lanes;
use crate::simulation::{Crowd, Place};
use crate::time::Nanos;
use monitor::Monitor;

/// Every so many starts a worker looks into the global queue first.
const FAIRNESS: u32 = 61;

/// How many sockets one poll returns.
const POLL: usize = 128;

/// How many a worker takes from the global queue: half of its own queue.
const BATCH: usize = 128;

#[derive(Clone, Debug)]
pub(crate) struct Workers {
    lanes: Lanes,
    workers: Vec<Worker>,
    global: VecDeque<Place>,
    /// Ready, but nobody has looked yet.
    poller: VecDeque<Place>,
    monitor: Monitor,
}

#[derive(Clone, Debug, Default)]
struct Worker {
    queue: VecDeque<Place>,
    /// Counts what it started.
    tick: u32,
}

impl Workers {
    pub(crate) fn new(cores: usize) -> Self {
        Workers {
            lanes: Lanes::new(cores),
            workers: vec![Worker::default(); cores],
            global: VecDeque::new(),
            poller: VecDeque::new(),
            monitor: Monitor::new(cores),
        }
    }

    #[inline]
    pub(crate) fn next(&self) -> Nanos {
        Nanos::min(self.lanes.first().1, self.monitor.next())
    }

    pub(crate) fn ready(&mut self, place: Place, crowd: &mut Crowd, now: Nanos) {
        self.poller.push_back(place);
        if self.lanes.are_all_idle() {
            self.monitor.wake(now);
        }
        if let Some(idle) = self.lanes.idle() {
            // An idle worker sleeps in the poller.
            self.monitor.polled(now);
            self.find_work(idle, crowd, now);
            self.wake_idle(crowd, now);
        }
    }

    pub(crate) fn work(&mut self, crowd: &mut Crowd, now: Nanos) -> Option<Place> {
        let (lane, until) = self.lanes.first();
        if now < until {
            self.look_after(crowd, now);
            return None;
        }
        let (place, _) = self.lanes.stop(lane, crowd, now)?;
        self.find_work(lane, crowd, now);
        Some(place)
    }

    /// What a worker does that has nothing in hand.
    fn find_work(&mut self, lane: usize, crowd: &mut Crowd, now: Nanos) {
        let is_fair = self.workers[lane].tick.is_multiple_of(FAIRNESS);
        let found = if is_fair { self.global.pop_front() } else { None };
        let found = found
            .or_else(|| self.workers[lane].queue.pop_front())
            .or_else(|| self.take_global(lane))
            .or_else(|| self.poll(lane))
            .or_else(|| self.steal(lane));
        if let Some(place) = found {
            let worker = &mut self.workers[lane];
            worker.tick = worker.tick.wrapping_add(1);
            self.lanes.start(lane, place, Nanos::NEVER, crowd, now);
        }
    }

    /// A share of the global queue; the first of it runs.
    fn take_global(&mut self, lane: usize) -> Option<Place> {
        let share = self.global.len() / self.workers.len() + 1;
        let count = share.min(self.global.len()).min(BATCH);
        let found = self.global.pop_front()?;
        self.workers[lane].queue.extend(self.global.drain(..count - 1));
        Some(found)
    }

    /// What is ready, in reverse order. The first runs; one for each idle
    /// worker goes to the global queue, the others to the worker's own.
    fn poll(&mut self, lane: usize) -> Option<Place> {
        let count = usize::min(self.poller.len(), POLL);
        let mut batch = self.poller.drain(..count).rev();
        let found = batch.next()?;
        let idle = (0..self.workers.len()).filter(|it| *it != lane && self.lanes.is_idle(*it));
        for _ in idle {
            self.global.extend(batch.next());
        }
        self.workers[lane].queue.extend(batch);
        Some(found)
    }

    /// Half of what another worker has in its queue; the last of it runs.
    fn steal(&mut self, lane: usize) -> Option<Place> {
        let count = self.workers.len();
        let mut victims = (1..count).map(|step| (lane + step) % count);
        let victim = victims.find(|it| !self.workers[*it].queue.is_empty())?;
        for _ in 0..self.workers[victim].queue.len().div_ceil(2) {
            let stolen = self.workers[victim].queue.pop_front();
            self.workers[lane].queue.extend(stolen);
        }
        self.workers[lane].queue.pop_back()
    }

    /// While there is work that an idle worker could find, it does.
    fn wake_idle(&mut self, crowd: &mut Crowd, now: Nanos) {
        while let Some(idle) = self.lanes.idle() {
            let is_work =
                !self.global.is_empty() || self.workers.iter().any(|it| !it.queue.is_empty());
            if !is_work {
                return;
            }
            self.find_work(idle, crowd, now);
        }
    }

    /// A tick of the monitor: polls if nobody did for long, and interrupts
    /// what runs for too long.
    fn look_after(&mut self, crowd: &mut Crowd, now: Nanos) {
        if self.lanes.are_all_idle() {
            self.monitor.sleep();
            return;
        }
        if self.lanes.idle().is_none() && self.monitor.should_poll(now) {
            let count = usize::min(self.poller.len(), POLL);
            self.global.extend(self.poller.drain(..count).rev());
        }
        for lane in 0..self.workers.len() {
            let tick = self.workers[lane].tick;
            if !self.lanes.is_idle(lane) && self.monitor.is_overdue(lane, tick, now) {
                if let Some((place, is_over)) = self.lanes.stop(lane, crowd, now) {
                    debug_assert!(!is_over, "what ends now was taken off before the tick");
                    self.global.push_back(place);
                }
                self.find_work(lane, crowd, now);
            }
        }
        self.wake_idle(crowd, now);
        self.monitor.tick(now);
    }
}
