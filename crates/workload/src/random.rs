//! Random numbers that are the same on every machine.

/// A stream of random numbers: SplitMix64 (Steele, Lea, Flood 2014, *Fast
/// splittable pseudorandom number generators*, OOPSLA).
///
/// Each kind of chance has a stream of its own, and every request takes
/// exactly one number from each. So request 17 comes at the same time and is
/// as heavy under every scheduler, and what differs is the scheduler alone
/// (common random numbers).
#[derive(Clone, Debug)]
pub(crate) struct Stream(u64);

impl Stream {
    /// The stream for one purpose of one seed.
    pub(crate) fn new(seed: u64, purpose: u64) -> Self {
        Stream(mix(seed.wrapping_add(mix(purpose))))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// Uniform and strictly between 0 and 1: the middles of 2^52 cells.
    #[inline]
    pub(crate) fn fraction(&mut self) -> f64 {
        ((self.next() >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0
    }

    /// Exponentially distributed with mean 1, by inversion.
    #[inline]
    pub(crate) fn exponential(&mut self) -> f64 {
        -ln(self.fraction())
    }
}

fn mix(counter: u64) -> u64 {
    let z = (counter ^ (counter >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Natural logarithm of a positive normal number, from additions,
/// multiplications and one division, so that every machine gives the same bits.
///
/// `x = 2^k * m` with `m` in `[sqrt(1/2), sqrt(2))`; then with
/// `s = (m - 1) / (m + 1)`, `ln m = 2 (s + s^3/3 + s^5/5 + …)`, and `|s| < 0.172`
/// makes the eleventh term smaller than 1e-17.
fn ln(x: f64) -> f64 {
    const SQRT_HALF_BITS: i64 = 0x3fe6_a09e_667f_3bcd;
    let bits = x.to_bits() as i64;
    let exponent = (bits - SQRT_HALF_BITS) >> 52;
    let mantissa = f64::from_bits((bits - (exponent << 52)) as u64);
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let z = s * s;
    let series = (0..10).rev().fold(0.0, |sum, i| sum * z + 1.0 / f64::from(2 * i + 1));
    exponent as f64 * core::f64::consts::LN_2 + 2.0 * s * series
}

#[cfg(test)]
mod tests {
    use super::{Stream, ln};

    #[test]
    fn the_logarithm_agrees_with_the_library() {
        let mut stream = Stream::new(1, 0);
        for _ in 0..100_000 {
            let x = stream.fraction();
            let error = (ln(x) - x.ln()).abs();
            assert!(error <= 4e-16 * x.ln().abs().max(1.0), "ln({x}) is off by {error}");
        }
        assert_eq!(ln(1.0), 0.0);
    }

    /// The mean of exponential draws is 1, and so is their variance; a million
    /// draws know both to a few thousandths.
    #[test]
    fn exponential_draws_have_their_moments() {
        let mut stream = Stream::new(7, 1);
        let count = 1_000_000;
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..count {
            let x = stream.exponential();
            sum += x;
            squares += x * x;
        }
        let mean = sum / f64::from(count);
        let variance = squares / f64::from(count) - mean * mean;
        assert!((mean - 1.0).abs() < 0.004, "mean {mean}");
        assert!((variance - 1.0).abs() < 0.012, "variance {variance}");
    }

    #[test]
    fn streams_of_one_seed_differ() {
        let [mut a, mut b] = [0, 1].map(|purpose| Stream::new(3, purpose));
        assert!((0..100).all(|_| a.next() != b.next()));
    }
}
