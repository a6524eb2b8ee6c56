//! Coordinates of points, and weights.

use crate::{Floats, LANES};

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
}

/// A coordinate as a fraction strictly between 0 and 1: the middle of one of
/// 2^23 cells, which is a number of single precision.
#[inline(always)]
fn fraction(at: u32) -> f32 {
    ((at >> 9) as i32 as f32 + 0.5) * (1.0 / 8_388_608.0)
}

/// Exponentially distributed parts, by inversion.
#[inline(never)]
pub fn exponentials(axis: Axis, first: u32, parts: &mut Floats) {
    let mut at = axis.at(first);
    for part in parts {
        *part = -ln(fraction(at));
        at = at.wrapping_add(axis.step);
    }
}

/// Adds the parts up and inverts the sum; 0 where it is 0.
#[inline(never)]
pub fn inverse(parts: &[Floats]) -> Floats {
    let mut sums = [0.0; LANES];
    for part in parts {
        for lane in 0..LANES {
            sums[lane] += part[lane];
        }
    }
    sums.map(|sum| if sum > 0.0 { 1.0 / sum } else { 0.0 })
}

/// `floor + free * part`, where the parts sum to one when scaled by `scale`.
#[inline(never)]
pub fn floor_and_free(floor: f32, free: f32, scale: &Floats, parts: &mut Floats) {
    for lane in 0..LANES {
        parts[lane] = floor + free * (parts[lane] * scale[lane]);
    }
}

/// Multiplies the weights of points that sum to less than 2^19 by the power of
/// two that lifts them to it, given the inverses of the sums. Whether it had
/// anything to do.
#[inline(never)]
pub fn magnify(inverse: &Floats, weights: &mut [Floats]) -> bool {
    const SIGN_AND_EXPONENT: u32 = 0xff80_0000;
    let mut factors = [1.0; LANES];
    let mut largest = 1.0;
    for lane in 0..LANES {
        let factor = f32::from_bits((inverse[lane] * 524_288.0).to_bits() & SIGN_AND_EXPONENT);
        factors[lane] = if factor > 1.0 { factor } else { 1.0 };
        largest = if factor > largest { factor } else { largest };
    }
    if largest > 1.0 {
        for weights in weights {
            for lane in 0..LANES {
                weights[lane] *= factors[lane];
            }
        }
    }
    largest > 1.0
}

/// Adds to `sums`, by row, what the points that are won weigh: the sum of
/// `wins * scale * weight`.
#[inline(never)]
pub fn add_means(wins: &Floats, scale: &Floats, weights: &[Floats], sums: &mut [f64]) {
    let mut scaled = [0.0; LANES];
    for lane in 0..LANES {
        scaled[lane] = wins[lane] * scale[lane];
    }
    for (weights, sum) in weights.iter().zip(sums) {
        let mut parts = [0.0f32; 4];
        for (scaled, weights) in scaled.as_chunks::<4>().0.iter().zip(weights.as_chunks::<4>().0) {
            for lane in 0..4 {
                parts[lane] += scaled[lane] * weights[lane];
            }
        }
        *sum += f64::from(parts.iter().sum::<f32>());
    }
}

/// Natural logarithm of a positive normal number, to about 1e-7.
///
/// `x = 2^k * m` with `m` in `[sqrt(1/2), sqrt(2))`; then with
/// `s = (m - 1) / (m + 1)`, `ln m = 2 (s + s^3/3 + s^5/5 + …)`, and `|s| < 0.172`
/// makes the fifth term smaller than 1e-7.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    const SQRT_HALF_BITS: i32 = 0x3f35_04f3;
    let bits = x.to_bits() as i32;
    let exponent = bits.wrapping_sub(SQRT_HALF_BITS) >> 23;
    let mantissa = f32::from_bits(bits.wrapping_sub(exponent << 23) as u32);
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let z = s * s;
    let series = ((z * (1.0 / 7.0) + 0.2) * z + 1.0 / 3.0) * z + 1.0;
    exponent as f32 * core::f32::consts::LN_2 + (s + s) * series
}

#[cfg(test)]
mod tests {
    use super::{fraction, ln};

    #[test]
    fn agrees_with_the_library() {
        for i in 0..1_000_000u32 {
            let x = fraction(i.wrapping_mul(4295));
            let exact = f64::from(x).ln();
            let error = (f64::from(ln(x)) - exact).abs();
            assert!(error < 2e-7 * exact.abs().max(1.0), "ln({x}) is off by {error}");
            assert!(ln(x) < 0.0);
        }
    }

    #[test]
    fn fractions_keep_off_the_ends() {
        for at in [0, 1, u32::MAX / 2, u32::MAX - 1, u32::MAX] {
            let fraction = fraction(at);
            assert!(fraction > 0.0 && fraction < 1.0, "{fraction}");
        }
    }
}
