//! Counting ranks.
//!
//! Results of comparisons are packed into words, a bit for each way to read a
//! point, and ranks are counted by adders made of logic operations on whole
//! words.

use crate::compare::{HALF, Words, blank};
use crate::{Floats, Floats4, Ints4, floats};

/// How often an option came where.
pub struct Counts<'a> {
    /// By the number of options that are better, and in there by the number of
    /// others that are equal: a square as wide as there are options.
    pub places: &'a mut [u32],
    /// In how many ways it comes first, for each point. Equals share.
    pub wins: Floats,
}

/// Counts the places of one option, from who is ahead of whom.
#[inline(never)]
pub fn count(leads: &[Words], option: usize, mask: &Words, counts: &mut Counts) {
    let options = leads.len().isqrt();
    let mut better = Adder::new(options);
    let mut equal = Adder::new(options);
    let mut is_tied = false;
    for rival in (0..options).filter(|&rival| rival != option) {
        let ahead = &leads[option * options + rival];
        let behind = &leads[rival * options + option];
        better.add(behind);
        let mut level = *mask;
        for step in 0..HALF {
            level[step] = level[step] & !(ahead[step] | behind[step]);
        }
        if number(&level, mask) > 0 {
            is_tied = true;
            equal.add(&level);
        }
    }
    counts.wins = floats(0.0);
    let most = if is_tied { options } else { 1 };
    let mut found = blank();
    for place in 0..options {
        let here = better.is(place, mask);
        for others in 0..most.min(options - place) {
            let number = halves(&equal.is(others, &here), mask, &mut found);
            counts.places[place * options + others] += number;
            if place == 0 {
                let share = Floats4::all(1.0 / (others + 1) as f32);
                let (lower, upper) = counts.wins.split_at_mut(HALF);
                for ((lower, upper), &words) in lower.iter_mut().zip(upper).zip(&found) {
                    *lower = *lower + share * (words & Ints4::all(0xffff)).floats();
                    *upper = *upper + share * words.down(16).floats();
                }
            }
        }
    }
}

/// In how many points and ways a bit is set.
pub fn number(words: &Words, mask: &Words) -> u32 {
    halves(words, mask, &mut blank())
}

/// Counts the bits that are set, in all, and those in the lower and in the
/// upper half of each word in those halves (Warren, Hacker's Delight, 5-1).
#[inline(never)]
fn halves(words: &Words, mask: &Words, counts: &mut Words) -> u32 {
    let fields = |x: i32| Ints4::all(x);
    let mut sum = fields(0);
    for step in 0..HALF {
        let x = words[step] & mask[step];
        let x = x - (x.down(1) & fields(0x5555_5555));
        let x = (x & fields(0x3333_3333)) + (x.down(2) & fields(0x3333_3333));
        let x = (x + x.down(4)) & fields(0x0f0f_0f0f);
        counts[step] = (x + x.down(8)) & fields(0x00ff_00ff);
        sum = sum + counts[step];
    }
    sum.array().iter().map(|&sum| (sum & 0xffff) as u32 + (sum as u32 >> 16)).sum()
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
        Adder { digits: [blank(); MOST_DIGITS], used: used.min(MOST_DIGITS) }
    }

    #[inline(never)]
    fn add(&mut self, bits: &Words) {
        let mut carry = *bits;
        for digit in &mut self.digits[..self.used] {
            for (digit, carry) in digit.iter_mut().zip(&mut carry) {
                (*digit, *carry) = (*digit ^ *carry, *digit & *carry);
            }
        }
    }

    /// Where, out of `mask`, the sum is `number`.
    #[inline(never)]
    fn is(&self, number: usize, mask: &Words) -> Words {
        let mut found = *mask;
        for (place, digit) in self.digits[..self.used].iter().enumerate() {
            let flip = Ints4::all(if number >> place & 1 == 0 { -1 } else { 0 });
            for (found, digit) in found.iter_mut().zip(digit) {
                *found = *found & (*digit ^ flip);
            }
        }
        found
    }
}
