//! What happens, moment by moment: for a drawing, and for tests.

use crate::time::Nanos;

/// Something that happens to a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// When, since the simulation began.
    pub at: Nanos,
    /// The request's number, from 0, in order of arrival.
    pub request: u32,
    /// What happens.
    pub what: What,
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It comes in and wants a CPU.
    Arrives {
        /// Whether it is one of the heavy ones.
        is_heavy: bool,
    },
    /// It gets a CPU.
    Runs {
        /// Which: the loop where every loop has a core, and else the core.
        lane: usize,
    },
    /// It loses the CPU before it is done, and wants it back.
    Pauses,
    /// It has no use for a CPU: it awaits a call.
    Awaits,
    /// The call is answered, and it wants a CPU again.
    Returns,
    /// It is answered.
    Leaves,
}
