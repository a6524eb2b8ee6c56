//! The inner loops of the sampler.
//!
//! Everything works on [`LANES`] points side by side, in loops of fixed length
//! that the compiler turns into vector code. Floats are single precision, and
//! only added, multiplied, divided and converted, so every machine gives the
//! same bits; whatever is summed or compared is an integer, see [`gains`].

mod count;
mod draw;
mod gains;

pub use count::{BLANK, Counts, Fits, Words, compare, count, mask, number, turn, within};
pub use draw::{Axis, add_means, exponentials, floor_and_free, inverse, ln, magnify};
pub use gains::{Swing, add_known, add_pair, add_swing};

/// Points that are worked on side by side.
pub const LANES: usize = 128;

/// A number for each point.
pub type Floats = [f32; LANES];

/// A whole number for each point.
pub type Ints = [i32; LANES];

/// How many groups of readings are mirrored apart from each other.
pub const GROUPS: usize = 8;

/// The ways to mirror the groups, see [`turn`].
pub const WAYS: u32 = 2 * GROUPS as u32;
