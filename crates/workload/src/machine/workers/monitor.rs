//! The thread that watches over the workers.

use crate::time::Nanos;

/// Nobody computes longer than this without being interrupted, but it is the
/// monitor's ticks that count: the first tick that sees a request running
/// notes the time, the first one this much later interrupts it.
const LIMIT: Nanos = Nanos(10_000_000);

/// The shortest and the longest sleep between ticks.
const SHORTEST: Nanos = Nanos(20_000);
const LONGEST: Nanos = Nanos(10_000_000);

/// So many short sleeps after waking up, then every sleep is twice as long as
/// the one before.
const PATIENCE: u64 = 50;

/// What Linux adds to a thread's sleep: its default timer slack.
const SLACK: Nanos = Nanos(50_000);

/// All the short sleeps. Their ticks are not simulated one by one: what a
/// later tick does does not depend on which of them saw a request first.
const SHORT_SLEEPS: Nanos = Nanos(PATIENCE * (SHORTEST.0 + SLACK.0));

#[derive(Clone, Debug)]
pub(super) struct Monitor {
    /// [`Nanos::NEVER`] while it sleeps until something runs.
    next: Nanos,
    /// The last sleep; [`SHORTEST`] while it sleeps shortly.
    delay: Nanos,
    /// When somebody last asked the poller.
    polled: Nanos,
    seen: Vec<Seen>,
}

/// What the monitor noted of a worker.
#[derive(Clone, Copy, Debug)]
struct Seen {
    tick: u32,
    at: Nanos,
}

impl Monitor {
    pub(super) fn new(workers: usize) -> Self {
        Monitor {
            next: Nanos::NEVER,
            delay: SHORTEST,
            polled: Nanos(0),
            seen: vec![Seen { tick: 0, at: Nanos(0) }; workers],
        }
    }

    #[inline]
    pub(super) fn next(&self) -> Nanos {
        self.next
    }

    /// Everybody was idle, and somebody no longer is. While it sleeps shortly
    /// it has noticed that and begins anew; a longer sleep may have missed it.
    #[inline]
    pub(super) fn wake(&mut self, now: Nanos) {
        if self.next == Nanos::NEVER || self.delay == SHORTEST {
            self.delay = SHORTEST;
            self.next = now + SHORT_SLEEPS;
        }
    }

    /// Everybody is idle.
    pub(super) fn sleep(&mut self) {
        self.next = Nanos::NEVER;
    }

    pub(super) fn polled(&mut self, now: Nanos) {
        self.polled = now;
    }

    /// Whether nobody asked the poller for long; then the monitor does.
    pub(super) fn should_poll(&mut self, now: Nanos) -> bool {
        let is_due = self.polled + LIMIT < now;
        if is_due {
            self.polled = now;
        }
        is_due
    }

    /// Whether what a worker runs has been running for too long.
    pub(super) fn is_overdue(&mut self, worker: usize, tick: u32, now: Nanos) -> bool {
        let seen = &mut self.seen[worker];
        if seen.tick != tick {
            *seen = Seen { tick, at: now };
            return false;
        }
        seen.at + LIMIT <= now
    }

    /// Goes to sleep until the next tick.
    pub(super) fn tick(&mut self, now: Nanos) {
        self.delay = Nanos::min(Nanos(self.delay.0 * 2), LONGEST);
        self.next = now + self.delay + SLACK;
    }
}
