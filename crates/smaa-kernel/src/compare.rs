//! Who is ahead of whom, in all ways to read a point.
//!
//! Every group of readings can be read as drawn or mirrored. Of all `2^8`
//! combinations the rows of a Hadamard matrix and their opposites are taken:
//! any two of them differ in half of the groups, or in all. Where groups carry
//! the same spread, the values under different rows are uncorrelated: one
//! drawn point does the work of sixteen. Its mirror images are antithetic
//! variates (Hammersley & Morton 1956); balanced half-samples that follow a
//! Hadamard matrix are from survey statistics (McCarthy 1969).

use crate::{Ints, Ints4, STEP, STEPS, WAYS, ints};

/// Vectors for half of the points.
pub(crate) const HALF: usize = STEPS / 2;

/// A bit for each point and way: the ways of a point are one half of a word;
/// the points of the first [`HALF`] vectors have the lower halves.
pub type Words = [Ints4; HALF];

/// Which points count: all bits, or none.
pub type Fits = Ints;

/// No bit at all.
pub fn blank() -> Words {
    [Ints4::all(0); HALF]
}

/// From the differences of each group to what the rows of the Hadamard matrix
/// make of them: the fast Walsh-Hadamard transform of `groups[g * options + o]`
/// over all `g`.
#[inline(never)]
pub fn turn(groups: &mut [Ints], options: usize) {
    let mut half = options;
    while half < groups.len() {
        for pair in groups.chunks_exact_mut(2 * half) {
            let (a, b) = pair.split_at_mut(half);
            for (a, b) in a.as_flattened_mut().iter_mut().zip(b.as_flattened_mut()) {
                (*a, *b) = (*a + *b, *a - *b);
            }
        }
        half *= 2;
    }
}

/// Compares all pairs of options in all ways: `leads[a * options + b]`, which
/// starts out blank, becomes where `a` is ahead of `b`. Without `groups`, which
/// are what [`turn`] left, there is one way, and those of earlier calls stay.
pub fn compare(sums: &[Ints], groups: &[Ints], leads: &mut [Words]) {
    let options = sums.len();
    for a in 0..options {
        for b in (0..options).filter(|&b| b != a) {
            duel(sums, groups, [a, b], &mut leads[a * options + b]);
        }
    }
}

/// Where `a` is ahead of `b`.
#[inline(never)]
fn duel(sums: &[Ints], groups: &[Ints], [a, b]: [usize; 2], leads: &mut Words) {
    let options = sums.len();
    for (step, words) in leads.iter_mut().enumerate() {
        let [lower, upper] = [step, step + HALF].map(|step| {
            let lead = sums[a][step] - sums[b][step];
            let mut ahead = Ints4::all(0);
            if groups.is_empty() {
                return ahead - lead.above(ahead);
            }
            for group in groups.chunks_exact(options) {
                let (of_a, of_b) = (group[a][step], group[b][step]);
                ahead = ahead + ahead - lead.above(of_a - of_b);
                ahead = ahead + ahead - lead.above(of_b - of_a);
            }
            ahead
        });
        *words = (*words + *words) | lower | upper.up(WAYS);
    }
}

/// Which of the points from `first` on are below `end`.
pub fn within(first: u32, end: u32) -> Fits {
    let mut fits = ints(0);
    for (step, fits) in fits.iter_mut().enumerate() {
        let point = |lane: usize| first as i32 + (step * STEP + lane) as i32;
        *fits = Ints4::all(end as i32).above(Ints4::new(core::array::from_fn(point)));
    }
    fits
}

/// Adds to `mask` a bit for each point that counts, for each of some more ways.
pub fn add_to_mask(fits: &Fits, ways: u32, mask: &mut Words) {
    let all = Ints4::all(((1u64 << ways) - 1) as i32);
    for (step, words) in mask.iter_mut().enumerate() {
        let new = (fits[step] & all) | (fits[step + HALF] & all).up(WAYS);
        *words = words.up(ways) | new;
    }
}

#[cfg(test)]
mod tests {
    use super::{turn, within};
    use crate::{GROUPS, LANES, STEP, ints};

    /// Rows of the matrix differ from each other in half of the groups.
    #[test]
    fn the_ways_are_balanced() {
        let rows: Vec<Vec<i32>> = (0..GROUPS)
            .map(|group| {
                let mut groups = vec![ints(0); GROUPS];
                groups[group] = ints(1);
                turn(&mut groups, 1);
                groups.iter().map(|it| it[0].array()[0]).collect()
            })
            .collect();
        for (i, a) in rows.iter().enumerate() {
            for (j, b) in rows.iter().enumerate() {
                let product: i32 = a.iter().zip(b).map(|(a, b)| a * b).sum();
                assert_eq!(product, if i == j { GROUPS as i32 } else { 0 });
            }
        }
    }

    #[test]
    fn the_last_points_are_cut_off() {
        let count = |end: u32| {
            let fits = within(896, end);
            (0..LANES).filter(|&lane| fits[lane / STEP].array()[lane % STEP] != 0).count()
        };
        assert_eq!([count(896), count(1021), count(5000)], [0, 125, LANES]);
    }
}
