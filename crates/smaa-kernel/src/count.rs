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

/// The outcome of a duel: in which points and ways the first is ahead, and in
/// which the second.
#[derive(Clone)]
pub struct Match {
    /// The first option is ahead.
    pub ahead: Words,
    /// The second option is ahead.
    pub behind: Words,
}

impl Match {
    /// Nothing is known.
    pub const BLANK: Match = Match { ahead: [0; WORDS], behind: [0; WORDS] };
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

/// Compares the options `a` and `b` in all ways; without `groups`, which are
/// what [`turn`] left, there is one way.
#[inline(never)]
pub fn duel(sums: &[Ints], groups: &[Ints], [a, b]: [usize; 2], duel: &mut Match) {
    let options = sums.len();
    let both = sums[a].as_chunks::<STEP>().0.iter().zip(sums[b].as_chunks::<STEP>().0);
    for (step, (of_a, of_b)) in both.enumerate() {
        let mut lead = [0; STEP];
        for lane in 0..STEP {
            lead[lane] = of_a[lane] - of_b[lane];
        }
        let (mut ahead, mut behind) = ([0u32; STEP], [0u32; STEP]);
        if groups.is_empty() {
            for lane in 0..STEP {
                ahead[lane] = u32::from(lead[lane] > 0);
                behind[lane] = u32::from(lead[lane] < 0);
            }
        }
        for group in groups.chunks_exact(options) {
            let of_a = &group[a].as_chunks::<STEP>().0[step];
            let of_b = &group[b].as_chunks::<STEP>().0[step];
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
        let from = step % (WORDS / STEP) * STEP;
        let words = duel.ahead[from..from + STEP].iter_mut().zip(&mut duel.behind[from..]);
        for ((into_ahead, into_behind), (ahead, behind)) in words.zip(ahead.iter().zip(behind)) {
            let keep = (1u32 << shift) - 1;
            *into_ahead = *into_ahead & keep | ahead << shift;
            *into_behind = *into_behind & keep | behind << shift;
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

/// Counts the places of one option. `duels[a * options + b]` is known for
/// `a < b`.
#[inline(never)]
pub fn count(duels: &[Match], option: usize, mask: &Words, counts: &mut Counts) {
    let options = duels.len().isqrt();
    let mut better = Adder::new(options);
    let mut equal = Adder::new(options);
    let mut ties = 0;
    for rival in 0..options {
        if rival == option {
            continue;
        }
        let Match { ahead, behind } = &duels[option.min(rival) * options + option.max(rival)];
        better.add(if option < rival { behind } else { ahead });
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
                for word in 0..WORDS {
                    counts.wins[word] += share * (found[word] & 0xffff) as i32 as f32;
                    counts.wins[word + WORDS] += share * (found[word] >> 16) as i32 as f32;
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
