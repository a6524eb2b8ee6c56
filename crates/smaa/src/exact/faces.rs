//! In what share of a simplex of weights an option does better than others,
//! and what the mean weights are where it does.

use super::scores::Row;
use super::sets::bits;
use super::steps::{Step, steps};
use super::{MOST_CORNERS, MOST_OPTIONS};

/// More faces than this would take longer than sampling, …
const MOST_FACES: usize = 1 << 15;
/// … and so would more steps.
const MOST_STEPS: usize = 1 << 17;
/// Places of the table in which faces are found by their corners.
const PLACES: usize = 2 * MOST_FACES;

/// The simplex, and those of its faces that have to be looked at. Options and
/// corners are numbers here, and sets of them bits.
pub(super) struct Faces {
    options: usize,
    /// By set of options.
    steps: Vec<Vec<Step>>,
    /// A face comes before its own faces.
    faces: Vec<Face>,
}

#[derive(Clone, Copy)]
struct Face {
    corners: u32,
    /// For which sets of options it is needed.
    needed: u32,
    /// By set: the number of the step.
    step: [u16; 1 << MOST_OPTIONS],
    /// By corner: where the face without it is.
    without: [u16; MOST_CORNERS],
}

/// A term of a sum of shares.
struct Term {
    /// Where the sum is, …
    of: usize,
    /// … and where the share is that counts for it …
    share: usize,
    /// … this much.
    factor: f64,
    /// If it comes from a tie: the corner that the face lost.
    lost: Option<usize>,
}

/// Shares of one option, and what follows from them.
pub(super) struct Found {
    /// By set of options: the share in which the option does better than all
    /// others of the set.
    pub(super) shares: Vec<f64>,
    /// By corner: its mean part in the weights where the option does better
    /// than all others, times that share.
    pub(super) moments: Vec<f64>,
}

impl Faces {
    /// Finds the faces that are needed, given the score of each option at each
    /// corner. `None` if there are too many, or if rounding fits no step.
    pub(super) fn new(rows: &[Row], options: usize) -> Option<Self> {
        let steps: Vec<Vec<Step>> = (0..1 << options).map(|set| steps(rows, set)).collect();
        let face = |corners| Face {
            corners,
            needed: 0,
            step: [0; 1 << MOST_OPTIONS],
            without: [0; MOST_CORNERS],
        };
        let mut faces = vec![Face { needed: u32::MAX, ..face((1 << rows.len()) - 1) }];
        // Where faces are; 0 is a free place, as nobody looks for the first.
        let mut table = vec![0u16; PLACES];
        let (mut at, mut taken) = (0, 0);
        while at < faces.len() {
            let mut own = faces[at];
            for set in (1..1 << options).rev() {
                if own.needed >> set & 1 == 0 || steps[set].is_empty() {
                    continue;
                }
                let number = steps[set].iter().position(|step| step.fits(own.corners))?;
                own.step[set] = number as u16;
                let step = &steps[set][number];
                each_subset(step.losers, |left_out| own.needed |= 1 << (set & !left_out));
                for (corner, _) in step.mixture() {
                    let corners = own.corners & !(1 << corner);
                    let mut place = (corners.wrapping_mul(0x9e37_79b9) >> 16) as usize;
                    while table[place] != 0 && faces[table[place] as usize].corners != corners {
                        place = (place + 1) % PLACES;
                    }
                    if table[place] == 0 {
                        table[place] = faces.len() as u16;
                        faces.push(face(corners));
                    }
                    own.without[corner] = table[place];
                    faces[table[place] as usize].needed |= 1 << set;
                }
                taken += 1;
            }
            faces[at] = own;
            at += 1;
            if faces.len() > MOST_FACES || taken > MOST_STEPS {
                return None;
            }
        }
        Some(Faces { options, steps, faces })
    }

    /// What the share of an option over each face and set is a sum of; sums
    /// come before those that they need.
    fn terms(&self, option: usize) -> Vec<Term> {
        let mut terms = Vec::new();
        for (at, face) in self.faces.iter().enumerate() {
            for set in (1..1 << self.options).rev() {
                let is_sum = face.needed & 1 << set != 0 && !self.steps[set].is_empty();
                if !is_sum || set >> option & 1 == 0 {
                    continue;
                }
                let of = at << self.options | set;
                let step = &self.steps[set][face.step[set] as usize];
                each_subset(step.losers & !(1 << option), |left_out| {
                    let factor = if left_out.count_ones() % 2 == 1 { 1.0 } else { -1.0 };
                    terms.push(Term { of, share: of & !left_out, factor, lost: None });
                });
                for (corner, &factor) in step.mixture() {
                    let share = (face.without[corner] as usize) << self.options | set;
                    terms.push(Term { of, share, factor, lost: Some(corner) });
                }
            }
        }
        terms
    }

    /// The shares of an option over the whole simplex, and its moments.
    ///
    /// The mean over a simplex with `n` corners, one of them a tie, is that of
    /// the face opposite to it, moved towards the tie by `1/n`. From face to
    /// face these factors telescope into that of the whole; what is left is
    /// how much each share counts for the whole, times where the tie is.
    pub(super) fn find(&self, option: usize) -> Found {
        let terms = self.terms(option);
        let mut shares = vec![0.0; self.faces.len() << self.options];
        let mut counts = shares.clone();
        let alone = |face: usize| face << self.options | 1 << option;
        for face in 0..self.faces.len() {
            shares[alone(face)] = 1.0;
        }
        for term in terms.iter().rev() {
            shares[term.of] += term.factor * shares[term.share];
        }
        let everyone = (1 << self.options) - 1;
        let corners = self.faces[0].corners.count_ones() as usize;
        counts[everyone] = 1.0 / corners as f64;
        let mut moments = vec![0.0; corners];
        for term in &terms {
            let part = term.factor * counts[term.of];
            counts[term.share] += part;
            if let Some(corner) = term.lost {
                moments[corner] += part * shares[term.of];
            }
        }
        for (at, face) in self.faces.iter().enumerate() {
            for corner in bits(face.corners) {
                moments[corner] += counts[alone(at)];
            }
        }
        shares.truncate(everyone + 1);
        Found { shares, moments }
    }
}

/// Calls back with all subsets but the empty one.
fn each_subset(set: u32, mut call: impl FnMut(usize)) {
    let mut subset = set;
    while subset != 0 {
        call(subset as usize);
        subset = (subset - 1) & set;
    }
}
