//! The inner loops of the sampler.
//!
//! Everything works on [`LANES`] points side by side, in vectors of four.
//! Floats are of single precision, and only added, multiplied, divided and
//! converted, so every machine gives the same bits; whatever is summed up over
//! criteria or compared is an integer, see [`gains`].

mod compare;
mod count;
mod draw;
pub mod gains;
mod lanes;

pub use compare::{Fits, Words, add_to_mask, blank, compare, turn, within};
pub use count::{count, number, wins};
pub use draw::{Axis, add_means, exponentials, floor_and_free, inverse, ln, magnify};
pub use gains::{Swing, add_known, add_pair, add_swing};
pub use lanes::{Floats4, Ints4, STEP};

/// Points that are worked on side by side.
pub const LANES: usize = 128;

/// Vectors that hold them.
pub const STEPS: usize = LANES / STEP;

/// A number for each point.
pub type Floats = [Floats4; STEPS];

/// A whole number for each point.
pub type Ints = [Ints4; STEPS];

/// How many groups of readings are mirrored apart from each other.
pub const GROUPS: usize = 8;

/// The ways to mirror the groups, see [`turn`].
pub const WAYS: u32 = 2 * GROUPS as u32;

/// A number for each point, all the same.
pub fn floats(x: f32) -> Floats {
    [Floats4::all(x); STEPS]
}

/// A whole number for each point, all the same.
pub fn ints(x: i32) -> Ints {
    [Ints4::all(x); STEPS]
}
