//! Counting ranks.
//!
//! Results of comparisons are packed into words, a bit for each way to read a
//! point, and ranks are counted by adders made of logic operations on whole
//! words.

use crate::compare::{HALF, Words, blank};
use crate::{Floats, Floats4, Ints4, floats};

/// Counts the places of one option, from who is ahead of whom: `places` is a
/// square, by the number of options that are better, and in there by the
/// number of others that are equal. `firsts` becomes where the option comes
/// first, by the number of others that do so too.
#[inline(never)]
pub fn count(
    leads: &[Words],
    option: usize,
    mask: &Words,
    places: &mut [u32],
    firsts: &mut Vec<Words>,
) {
    let options = leads.len().isqrt();
    let mut better = Adder::new(options);
    let mut equal = Adder::new(options);
    let mut most = 1;
    for rival in (0..options).filter(|&rival| rival != option) {
        let ahead = &leads[option * options + rival];
        let behind = &leads[rival * options + option];
        better.add(behind);
        let mut level = *mask;
        for step in 0..HALF {
            level[step] = level[step] & !(ahead[step] | behind[step]);
        }
        if number(&level, mask) > 0 {
            most = options;
            equal.add(&level);
        }
    }
    firsts.clear();
    for place in 0..options {
        let here = better.is(place, mask);
        for others in 0..most.min(options - place) {
            let found = equal.is(others, &here);
            places[place * options + others] += number(&found, mask);
            if place == 0 {
                firsts.push(found);
            }
        }
    }
}

/// In how many ways an option comes first, for each point; equals share. Or
/// in the way that has this bit only.
#[inline(never)]
pub fn wins(firsts: &[Words], bit: Option<u32>) -> Floats {
    let mut wins = floats(0.0);
    let (lower, upper) = wins.split_at_mut(HALF);
    for (others, words) in firsts.iter().enumerate() {
        let share = Floats4::all(1.0 / (others + 1) as f32);
        for ((lower, upper), &words) in lower.iter_mut().zip(&mut *upper).zip(words) {
            let ways = match bit {
                None => halves(words),
                Some(bit) => words.down(bit) & Ints4::all(0x0001_0001),
            };
            *lower = *lower + share * (ways & Ints4::all(0xffff)).floats();
            *upper = *upper + share * ways.down(16).floats();
        }
    }
    wins
}

/// In how many points and ways a bit is set.
#[inline(never)]
pub fn number(words: &Words, mask: &Words) -> u32 {
    let mut sum = Ints4::all(0);
    for step in 0..HALF {
        sum = sum + halves(words[step] & mask[step]);
    }
    sum.array().iter().map(|&sum| (sum & 0xffff) as u32 + (sum as u32 >> 16)).sum()
}

/// The number of bits that are set in the lower and in the upper half of each
/// word, in those halves (Warren, Hacker's Delight, 5-1).
#[inline(always)]
fn halves(x: Ints4) -> Ints4 {
    let x = x - (x.down(1) & Ints4::all(0x5555_5555));
    let x = (x & Ints4::all(0x3333_3333)) + (x.down(2) & Ints4::all(0x3333_3333));
    let x = (x + x.down(4)) & Ints4::all(0x0f0f_0f0f);
    (x + x.down(8)) & Ints4::all(0x00ff_00ff)
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
