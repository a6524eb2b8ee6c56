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
//! round it to an integer, which the bits of the sum then show.

use crate::draw::Axis;
use crate::{Floats, Floats4, Ints, Ints4, STEPS};

/// 2^23: from here to 2^24 the numbers of single precision are the integers.
const INTEGERS: f32 = 8_388_608.0;

/// The gain, and [`INTEGERS`] in bits.
#[inline(always)]
fn raised(weight: Floats4, utility: Floats4) -> Ints4 {
    (weight * utility + Floats4::all(INTEGERS)).bits()
}

#[inline(always)]
fn gain(weight: Floats4, utility: Floats4) -> Ints4 {
    raised(weight, utility) - Floats4::all(INTEGERS).bits()
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

/// Vectors whose sums stay in registers while all known readings are gone
/// through.
const AT_A_TIME: usize = 4;

/// Adds what known readings gain, twice, since each is its own mirror image.
/// `known` has their rows, which are places in `weights`, and utilities.
#[inline(never)]
pub fn add_known(weights: &[Floats], known: &[(usize, f32)], sum: &mut Ints) {
    // By how much the sum is raised.
    let excess = Ints4::all((INTEGERS.to_bits() as i32).wrapping_mul(known.len() as i32));
    for (block, sum) in sum.chunks_exact_mut(AT_A_TIME).enumerate() {
        let mut gains = [Ints4::all(0); AT_A_TIME];
        for &(row, utility) in known {
            let utility = Floats4::all(utility);
            let (weights, _) = weights[row].as_chunks::<AT_A_TIME>();
            for (gain, weight) in gains.iter_mut().zip(&weights[block]) {
                *gain = *gain + raised(*weight, utility);
            }
        }
        for (sum, gain) in sum.iter_mut().zip(gains) {
            *sum = *sum + (gain - excess).up(1);
        }
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
    let [best, down, up] = [swing.best, swing.down, swing.up].map(Floats4::all);
    let (mut at, next) = axis.run(first);
    for step in 0..STEPS {
        let side = at.sign();
        let h = (at ^ side).floats() * Floats4::all(1.0 / 4_294_967_296.0);
        let lower = gain(weights[step], best - down * h);
        let upper = gain(weights[step], best + up * h);
        sum[step] = sum[step] + lower + upper;
        difference[step] = difference[step] + ((upper - lower) ^ side) - side;
        at = at + next;
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
    for step in 0..STEPS {
        let here = gain(weights[step], drawn[step]);
        let there = gain(weights[step], mirrored[step]);
        sum[step] = sum[step] + here + there;
        difference[step] = difference[step] + here - there;
    }
}

#[cfg(test)]
mod tests {
    use super::{Swing, gain};
    use crate::Floats4;

    #[test]
    fn gains_are_rounded_products() {
        for (weight, utility, expected) in
            [(1000.0, 0.5, 500), (0.0, 1.0, 0), (3.0, 0.25, 1), (8_388_607.0, 1.0, 8_388_607)]
        {
            assert_eq!(gain(Floats4::all(weight), Floats4::all(utility)).array(), [expected; 4]);
        }
    }

    #[test]
    fn no_swing_leaves_its_interval() {
        let numbers = [0.0, 0.1, 0.2, 0.3, 1.0 / 3.0, 0.7, 0.9, 1.0];
        for low in numbers {
            for best in numbers.into_iter().filter(|&it| it >= low) {
                for high in numbers.into_iter().filter(|&it| it >= best) {
                    let swing = Swing::new(low, best, high);
                    assert!(swing.best - swing.down * 0.5 >= low as f32);
                    assert!(swing.best + swing.up * 0.5 <= high as f32);
                }
            }
        }
    }
}
