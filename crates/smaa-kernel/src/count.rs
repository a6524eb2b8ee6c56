//! Who is ahead of whom, in how many of all ways to read.
//!
//! Every group of readings can be read as drawn or mirrored. Of all `2^8`
//! combinations the rows of a Hadamard matrix and their opposites are taken:
//! any two of them differ in half of the groups, or in all. Where groups carry
//! the same spread, the values under different rows are uncorrelated: one
//! drawn point does the work of sixteen. Its mirror images are antithetic
//! variates (Hammersley & Morton 1956); balanced half-samples that follow a
//! Hadamard matrix are from survey statistics (McCarthy 1969).
//!
//! Results of comparisons are packed into words, a bit for each way, and
//! ranks are counted by adders made of logic operations on whole words.

use crate::{Ints, LANES, WAYS};

/// Words for the points of one batch: the ways of point `i` in the lower half
/// of word `i`, those of point `i + WORDS` in the upper half.
const WORDS: usize = LANES / 2;
/// A bit for each point and way.
pub type Words = [u32; WORDS];

/// No bit at all.
pub const BLANK: Words = [0; WORDS];

/// From the differences of each group to what the rows of the Hadamard matrix
/// make of them: the fast Walsh-Hadamard transform of `groups[g * options + o]`
/// over all `g`.
#[inline(never)]
pub fn turn(groups: &mut [Ints], options: usize) {
    let mut half = options;
    while half < groups.len() {
        for pair in groups.chunks_exact_mut(2 * half) {
            let (a, b) = pair.split_at_mut(half);
            for (a, b) in a.iter_mut().zip(b) {
                for lane in 0..LANES {
                    (a[lane], b[lane]) = (a[lane] + b[lane], a[lane] - b[lane]);
                }
            }
        }
        half *= 2;
    }
}

/// Lanes that fill one register of most machines.
const STEP: usize = 4;

/// Compares all pairs of options in all ways: `leads[a * options + b]` becomes
/// where `a` is ahead of `b`. Without `groups`, which are what [`turn`] left,
/// there is one way.
pub fn compare(sums: &[Ints], groups: &[Ints], leads: &mut [Words]) {
    let options = sums.len();
    for a in 0..options {
        for b in a + 1..options {
            let (before, after) = leads.split_at_mut(b * options + a);
            let pair = [&mut before[a * options + b], &mut after[0]];
            duel(sums, groups, [a, b], pair);
        }
    }
}

#[inline(never)]
fn duel(sums: &[Ints], groups: &[Ints], [a, b]: [usize; 2], [for_a, for_b]: [&mut Words; 2]) {
    let options = sums.len();
    let steps = |of: &Ints, step: usize| -> [i32; STEP] { of.as_chunks().0[step] };
    for step in 0..LANES / STEP {
        let (of_a, of_b) = (steps(&sums[a], step), steps(&sums[b], step));
        let lead: [i32; STEP] = core::array::from_fn(|lane| of_a[lane] - of_b[lane]);
        let (mut ahead, mut behind) = ([0u32; STEP], [0u32; STEP]);
        if groups.is_empty() {
            for lane in 0..STEP {
                ahead[lane] = u32::from(lead[lane] > 0);
                behind[lane] = u32::from(lead[lane] < 0);
            }
        }
        for group in groups.chunks_exact(options) {
            let (of_a, of_b) = (steps(&group[a], step), steps(&group[b], step));
            for lane in 0..STEP {
                let lead = lead[lane];
                let (turn, back) = (of_a[lane] - of_b[lane], of_b[lane] - of_a[lane]);
                ahead[lane] = 2 * ahead[lane] + u32::from(lead > turn);
                ahead[lane] = 2 * ahead[lane] + u32::from(lead > back);
                behind[lane] = 2 * behind[lane] + u32::from(lead < turn);
                behind[lane] = 2 * behind[lane] + u32::from(lead < back);
            }
        }
        let shift = if step < WORDS / STEP { 0 } else { WAYS };
        let keep = (1u32 << shift) - 1;
        let place = step % (WORDS / STEP);
        let into_a = &mut for_a.as_chunks_mut::<STEP>().0[place];
        let into_b = &mut for_b.as_chunks_mut::<STEP>().0[place];
        for lane in 0..STEP {
            into_a[lane] = into_a[lane] & keep | ahead[lane] << shift;
            into_b[lane] = into_b[lane] & keep | behind[lane] << shift;
        }
    }
}

/// Which points count.
pub type Fits = [bool; LANES];

/// Which of the points from `first` on are below `end`.
#[inline(never)]
pub fn within(first: u32, end: u32, fits: &mut Fits) {
    for (lane, fits) in fits.iter_mut().enumerate() {
        *fits = first + (lane as u32) < end;
    }
}

/// How often an option came where.
pub struct Counts<'a> {
    /// By the number of options that are better, and in there by the number of
    /// others that are equal: a square as wide as there are options.
    pub places: &'a mut [u32],
    /// In how many ways it comes first, for each point. Equals share.
    pub wins: crate::Floats,
}

/// Counts the places of one option, from what [`compare`] found.
#[inline(never)]
pub fn count(leads: &[Words], option: usize, mask: &Words, counts: &mut Counts) {
    let options = leads.len().isqrt();
    let mut better = Adder::new(options);
    let mut equal = Adder::new(options);
    let mut ties = 0;
    for rival in 0..options {
        if rival == option {
            continue;
        }
        let ahead = &leads[option * options + rival];
        let behind = &leads[rival * options + option];
        better.add(behind);
        let mut level = [0; WORDS];
        for word in 0..WORDS {
            level[word] = mask[word] & !(ahead[word] | behind[word]);
            ties |= level[word];
        }
        if ties != 0 {
            equal.add(&level);
        }
    }
    counts.wins = [0.0; LANES];
    let most = if ties == 0 { 1 } else { options };
    let mut found = [0; WORDS];
    for place in 0..options {
        let here = better.is(place, mask);
        for others in 0..most.min(options - place) {
            let number = halves(&equal.is(others, &here), mask, &mut found);
            counts.places[place * options + others] += number;
            if place == 0 {
                let share = 1.0 / (others + 1) as f32;
                let (lower, upper) = counts.wins.split_at_mut(WORDS);
                for ((lower, upper), found) in lower.iter_mut().zip(upper).zip(&found) {
                    *lower += share * (found & 0xffff) as i32 as f32;
                    *upper += share * (found >> 16) as i32 as f32;
                }
            }
        }
    }
}

/// In how many points and ways a bit is set.
pub fn number(words: &Words, mask: &Words) -> u32 {
    halves(words, mask, &mut [0; WORDS])
}

/// A word for each pair of points with a bit for each way that counts.
pub fn mask(fits: &Fits, ways: u32) -> Words {
    let all = ((1u64 << ways) - 1) as u32;
    core::array::from_fn(|word| {
        let half = |lane: usize| if fits[lane] { all } else { 0 };
        half(word) | half(word + WORDS) << WAYS
    })
}

/// Counts the bits that are set, in all, and those in the lower and in the
/// upper half of each word in those halves (Warren, Hacker's Delight, 5-1).
#[inline(never)]
fn halves(words: &Words, mask: &Words, counts: &mut Words) -> u32 {
    let mut sum = 0;
    for word in 0..WORDS {
        let x = words[word] & mask[word];
        let x = x - (x >> 1 & 0x5555_5555);
        let x = (x & 0x3333_3333) + (x >> 2 & 0x3333_3333);
        let x = (x + (x >> 4)) & 0x0f0f_0f0f;
        counts[word] = (x + (x >> 8)) & 0x00ff_00ff;
        sum += counts[word];
    }
    (sum & 0xffff) + (sum >> 16)
}

/// Adds bits up, in all positions of the words at once.
struct Adder {
    /// The digits of the sums, lowest first.
    digits: [Words; MOST_DIGITS],
    used: usize,
}

/// Enough for 255 rivals.
const MOST_DIGITS: usize = 8;

impl Adder {
    fn new(largest: usize) -> Self {
        let used = (usize::BITS - largest.leading_zeros()) as usize;
        Adder { digits: [[0; WORDS]; MOST_DIGITS], used: used.min(MOST_DIGITS) }
    }

    #[inline(never)]
    fn add(&mut self, bits: &Words) {
        let mut carry = *bits;
        for digit in &mut self.digits[..self.used] {
            for word in 0..WORDS {
                let next = digit[word] & carry[word];
                digit[word] ^= carry[word];
                carry[word] = next;
            }
        }
    }

    /// Where, out of `mask`, the sum is `number`.
    #[inline(never)]
    fn is(&self, number: usize, mask: &Words) -> Words {
        let mut found = *mask;
        for (place, digit) in self.digits[..self.used].iter().enumerate() {
            let flip = if number >> place & 1 == 0 { u32::MAX } else { 0 };
            for word in 0..WORDS {
                found[word] &= digit[word] ^ flip;
            }
        }
        found
    }
}
