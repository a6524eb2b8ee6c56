//! Coordinates of points, and weights.

use crate::{Floats, Floats4, Ints4, STEP, floats};

/// One coordinate of a shifted lattice: point `i` lies at `i * step + shift`,
/// in units of 2^-32; what is above one wraps around by itself.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// From one point to the next.
    pub step: u32,
    /// Where point 0 lies.
    pub shift: u32,
}

impl Axis {
    /// The coordinate of point `i`.
    #[inline(always)]
    pub fn at(self, i: u32) -> u32 {
        i.wrapping_mul(self.step).wrapping_add(self.shift)
    }

    /// The coordinates of point `i` and the following, and how far it is from
    /// there to the next ones.
    #[inline(always)]
    pub(crate) fn run(self, i: u32) -> (Ints4, Ints4) {
        let at = core::array::from_fn(|lane| self.at(i.wrapping_add(lane as u32)) as i32);
        (Ints4::new(at), Ints4::all(self.step.wrapping_mul(STEP as u32) as i32))
    }
}

/// Coordinates as fractions strictly between 0 and 1: the middles of 2^23
/// cells, which are numbers of single precision.
#[inline(always)]
fn fraction(at: Ints4) -> Floats4 {
    (at.down(9).floats() + Floats4::all(0.5)) * Floats4::all(1.0 / 8_388_608.0)
}

/// Exponentially distributed parts, by inversion.
#[inline(never)]
pub fn exponentials(axis: Axis, first: u32, parts: &mut Floats) {
    let (mut at, next) = axis.run(first);
    for part in parts {
        *part = Floats4::all(0.0) - ln4(fraction(at));
        at = at + next;
    }
}

/// Adds the parts up and inverts the sum; 0 where it is 0.
#[inline(never)]
pub fn inverse(parts: &[Floats]) -> Floats {
    let mut sums = floats(0.0);
    for part in parts {
        for (sum, part) in sums.iter_mut().zip(part) {
            *sum = *sum + *part;
        }
    }
    sums.map(|sum| (Floats4::all(1.0) / sum).only(sum.above(Floats4::all(0.0))))
}

/// `floor + free * part`, where the parts sum to one when scaled by `scale`.
#[inline(never)]
pub fn floor_and_free(floor: f32, free: f32, scale: &Floats, parts: &mut Floats) {
    for (part, scale) in parts.iter_mut().zip(scale) {
        *part = Floats4::all(floor) + Floats4::all(free) * (*part * *scale);
    }
}

/// Multiplies the weights of points that sum to less than 2^19 by the power of
/// two that lifts them to it, given the inverses of the sums. Whether it had
/// anything to do.
#[inline(never)]
pub fn magnify(inverse: &Floats, weights: &mut [Floats]) -> bool {
    const EXPONENT: i32 = 0x7f80_0000;
    let one = Floats4::all(1.0);
    let mut any = Ints4::all(0);
    let factors = inverse.map(|inverse| {
        let factor = (inverse * Floats4::all(524_288.0)).bits() & Ints4::all(EXPONENT);
        let is_above = factor.as_bits().above(one);
        any = any | is_above;
        (factor & is_above | one.bits() & !is_above).as_bits()
    });
    let any = any.array() != [0; STEP];
    if any {
        for weights in weights {
            for (weight, factor) in weights.iter_mut().zip(&factors) {
                *weight = *weight * *factor;
            }
        }
    }
    any
}

/// Adds to `sums`, by row, what the points that are won weigh: the sum of
/// `wins * scale * weight`.
#[inline(never)]
pub fn add_means(wins: &Floats, scale: &Floats, weights: &[Floats], sums: &mut [f64]) {
    let scaled: Floats = core::array::from_fn(|step| wins[step] * scale[step]);
    for (weights, sum) in weights.iter().zip(sums) {
        let mut parts = Floats4::all(0.0);
        for (weight, scaled) in weights.iter().zip(&scaled) {
            parts = parts + *scaled * *weight;
        }
        *sum += f64::from(parts.array().iter().sum::<f32>());
    }
}

/// Natural logarithm of a positive normal number, to about 1e-7.
pub fn ln(x: f32) -> f32 {
    ln4(Floats4::all(x)).array()[0]
}

/// `x = 2^k * m` with `m` in `[sqrt(1/2), sqrt(2))`; then with
/// `s = (m - 1) / (m + 1)`, `ln m = 2 (s + s^3/3 + s^5/5 + …)`, and `|s| < 0.172`
/// makes the fifth term smaller than 1e-7.
#[inline(always)]
fn ln4(x: Floats4) -> Floats4 {
    const SQRT_HALF_BITS: i32 = 0x3f35_04f3;
    let all = Floats4::all;
    let exponent = (x.bits() - Ints4::all(SQRT_HALF_BITS)).halved(23);
    let mantissa = (x.bits() - exponent.up(23)).as_bits();
    let s = (mantissa - all(1.0)) / (mantissa + all(1.0));
    let z = s * s;
    let series = ((z * all(1.0 / 7.0) + all(0.2)) * z + all(1.0 / 3.0)) * z + all(1.0);
    exponent.floats() * all(core::f32::consts::LN_2) + (s + s) * series
}

#[cfg(test)]
mod tests {
    use super::{fraction, ln};
    use crate::Ints4;

    #[test]
    fn agrees_with_the_library() {
        for i in 0..1_000_000i32 {
            let x = fraction(Ints4::all(i.wrapping_mul(4295))).array()[0];
            let exact = f64::from(x).ln();
            let error = (f64::from(ln(x)) - exact).abs();
            assert!(error < 2e-7 * exact.abs().max(1.0), "ln({x}) is off by {error}");
            assert!(ln(x) < 0.0);
        }
    }

    #[test]
    fn fractions_keep_off_the_ends() {
        for at in [0, 1, i32::MAX, i32::MIN, -2, -1] {
            let fraction = fraction(Ints4::all(at)).array()[0];
            assert!(fraction > 0.0 && fraction < 1.0, "{fraction}");
        }
    }
}
