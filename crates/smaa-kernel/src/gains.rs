//! What readings add to the values of options, as whole numbers.
//!
//! A gain is `weight * utility`, rounded to a grid that is the same for all
//! options and criteria. Rounding keeps order: what is at least as good gains
//! at least as much. Gains are then added as integers, without any rounding,
//! so an option that is nowhere worse never comes out worse, in whatever
//! order criteria are added up, and adding to two options alike never changes
//! which is ahead.
//!
//! A weight must be below 2^23. Adding 2^23 to the product makes the processor
//! round it to an integer, which the bits of the sum then show (Knuth, The Art
//! of Computer Programming 2, 4.2.2, exercise 22, names the trick's history).

use crate::draw::Axis;
use crate::{Floats, Ints, LANES};

/// 2^23: from here to 2^24 the numbers of single precision are the integers.
const INTEGERS: f32 = 8_388_608.0;

#[inline(always)]
fn gain(weight: f32, utility: f32) -> i32 {
    ((weight * utility + INTEGERS).to_bits() as i32).wrapping_sub(INTEGERS.to_bits() as i32)
}

/// A reading that is evenly spread on either side of its median:
/// `best - down * h` or `best + up * h`, where `h` is at most one half.
#[derive(Clone, Copy, Debug)]
pub struct Swing {
    best: f32,
    down: f32,
    up: f32,
}

impl Swing {
    /// From the lowest, the median and the highest utility. The swings are
    /// rounded towards zero, so that no reading leaves the interval.
    pub fn new(low: f64, best: f64, high: f64) -> Self {
        let [low, best, high] = [low, best, high].map(|it| f64::from(it as f32));
        Swing {
            best: best as f32,
            down: towards_zero(2.0 * (best - low)),
            up: towards_zero(2.0 * (high - best)),
        }
    }
}

/// The nearest number of single precision between zero and `x`, at least 0.
fn towards_zero(x: f64) -> f32 {
    let near = x as f32;
    if f64::from(near) > x { f32::from_bits(near.to_bits() - 1) } else { near }
}

/// Adds what a known reading gains, twice, since it is its own mirror image.
#[inline(never)]
pub fn add_known(weights: &Floats, utility: f32, sum: &mut Ints) {
    for lane in 0..LANES {
        sum[lane] += 2 * gain(weights[lane], utility);
    }
}

/// Adds what a reading on its axis and its mirror image gain to `sum`, and how
/// much more the reading gains than its mirror image to `difference`. Readings
/// lie above the median in the lower half of the axis.
#[inline(never)]
pub fn add_swing(
    weights: &Floats,
    swing: Swing,
    axis: Axis,
    first: u32,
    sum: &mut Ints,
    difference: &mut Ints,
) {
    let mut at = axis.at(first);
    for lane in 0..LANES {
        let side = at as i32 >> 31;
        let h = (at as i32 ^ side) as f32 * (1.0 / 4_294_967_296.0);
        let lower = gain(weights[lane], swing.best - swing.down * h);
        let upper = gain(weights[lane], swing.best + swing.up * h);
        sum[lane] += lower + upper;
        difference[lane] += ((upper - lower) ^ side) - side;
        at = at.wrapping_add(axis.step);
    }
}

/// The same for a reading whose utilities are worked out elsewhere: at the
/// drawn quantiles, and at those as far from the other end.
#[inline(never)]
pub fn add_pair(
    weights: &Floats,
    [drawn, mirrored]: &[Floats; 2],
    sum: &mut Ints,
    difference: &mut Ints,
) {
    for lane in 0..LANES {
        let here = gain(weights[lane], drawn[lane]);
        let there = gain(weights[lane], mirrored[lane]);
        sum[lane] += here + there;
        difference[lane] += here - there;
    }
}
