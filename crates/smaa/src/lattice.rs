//! Low-discrepancy points: a rank-1 lattice, shifted.
//!
//! Point `i` of a lattice with `N` points has the coordinates
//! `frac(i * z_j / N)`; with the Korobov form `z_j = a^j mod N` one number `a`
//! describes it. Every copy of the lattice is moved by its own pseudo-random
//! shift (Cranley & Patterson 1976), so each copy gives an unbiased estimate
//! and the spread between copies is an honest standard error.
//!
//! Coordinates are 32-bit fractions, so that "frac" is what wrapping integer
//! arithmetic does anyway.

use smaa_kernel::Axis;

/// Number of points in one copy of the lattice. A prime: among the powers of a
/// number modulo a power of two, coordinates 64 apart are nearly the same.
pub(crate) const POINTS: u32 = 1021;

/// The generator `a`: of the numbers below `POINTS`, the one with the smallest
/// worst-case error (P2 criterion) over all pairs of the first 128
/// coordinates; `cargo test -p smaa -- --ignored best_generator` searches.
const GENERATOR: u32 = 285;

/// The axes of copy number `copy`, for `dimensions` coordinates.
pub(crate) fn axes(copy: u32, dimensions: usize) -> Vec<Axis> {
    let mut power = 1u32;
    (0..dimensions as u64)
        .map(|dimension| {
            let step = ((u64::from(power) << 32) / u64::from(POINTS)) as u32;
            power = power * GENERATOR % POINTS;
            let shift = (mix(u64::from(copy) << 32 | dimension) >> 32) as u32;
            Axis { step, shift }
        })
        .collect()
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads the bits of
/// a counter over the whole word.
pub(crate) fn mix(counter: u64) -> u64 {
    let mut z = counter.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The P2 criterion of the two-dimensional lattice (1, z): the squared
    /// worst-case error for smooth periodic functions.
    fn p2(z: u32) -> f64 {
        let bernoulli = |x: f64| x * x - x + 1.0 / 6.0;
        let factor = 2.0 * core::f64::consts::PI.powi(2);
        let sum: f64 = (0..POINTS)
            .map(|i| {
                let x = f64::from(i) / f64::from(POINTS);
                let y = f64::from(i * z % POINTS) / f64::from(POINTS);
                (1.0 + factor * bernoulli(x)) * (1.0 + factor * bernoulli(y))
            })
            .sum();
        sum / f64::from(POINTS) - 1.0
    }

    /// Pairs of coordinates `j < k` see the lattice `(a^j, a^k)`, which is the
    /// lattice `(1, a^(k-j))` with its points in another order.
    fn worst_pair(a: u32) -> f64 {
        let mut z = 1u32;
        (1..128)
            .map(|_| {
                z = z * a % POINTS;
                p2(z)
            })
            .fold(0.0, f64::max)
    }

    #[test]
    #[ignore = "a search over all generators, run by hand when POINTS changes"]
    fn best_generator() {
        let best = (2..POINTS)
            .min_by(|&a, &b| worst_pair(a).total_cmp(&worst_pair(b)))
            .expect("there are numbers");
        assert_eq!(best, GENERATOR, "worst pair: {}", worst_pair(best));
    }

    #[test]
    fn every_copy_fills_every_axis_evenly() {
        for axis in axes(3, 40) {
            let mut cells = vec![0; POINTS as usize];
            for i in 0..POINTS {
                cells[(f64::from(axis.at(i)) / 4_294_967_296.0 * f64::from(POINTS)) as usize] += 1;
            }
            assert!(cells.iter().all(|&count| count == 1));
        }
    }
}
