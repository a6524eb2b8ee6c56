//! Durations and points in time.

use core::ops::{Add, AddAssign, Sub};

/// Whole nanoseconds, since a simulation began or between two of its events.
/// Integers, so that times add up to the last bit, in any order and on every
/// machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nanos(pub u64);

impl Nanos {
    /// Later than anything that happens.
    pub const NEVER: Nanos = Nanos(u64::MAX);

    /// The time in milliseconds.
    pub fn millis(self) -> Millis {
        Millis(self.0 as f64 / 1e6)
    }
}

impl Add for Nanos {
    type Output = Nanos;

    fn add(self, other: Nanos) -> Nanos {
        Nanos(self.0 + other.0)
    }
}

impl AddAssign for Nanos {
    fn add_assign(&mut self, other: Nanos) {
        self.0 += other.0;
    }
}

impl Sub for Nanos {
    type Output = Nanos;

    fn sub(self, other: Nanos) -> Nanos {
        Nanos(self.0 - other.0)
    }
}

/// Milliseconds: what people state and read.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Millis(pub f64);

impl Millis {
    /// The nearest whole number of nanoseconds.
    pub fn nanos(self) -> Nanos {
        Nanos((self.0 * 1e6 + 0.5) as u64)
    }
}
