//! In what share of a simplex of weights an option does better than others,
//! and what the mean weights are where it does.

use super::sets::{bits, subsets};
use super::steps::{Step, steps};

/// More faces than this would take longer than sampling, …
const MOST_FACES: usize = 1 << 15;
/// … and so would more steps.
const MOST_STEPS: usize = 1 << 17;
/// Places of the table in which faces are found by their corners.
const PLACES: usize = 2 * MOST_FACES;

/// The simplex, and those of its faces that have to be looked at. Options and
/// corners are numbers here, and sets of them bits.
pub(super) struct Faces {
    corners: usize,
    options: usize,
    /// By set of options.
    steps: Vec<Vec<Step>>,
    /// By face: its corners. A face comes before the faces it has.
    faces: Vec<u32>,
    /// By face: for which sets of options it is needed.
    needed: Vec<u32>,
    /// By face and set: the number of the step.
    choices: Vec<u16>,
    /// By face and corner: where the face without the corner is.
    without: Vec<u32>,
    /// Where faces are, by a hash of their corners; 0 is a free place, as
    /// nobody looks for the first face.
    table: Vec<u32>,
}

impl Faces {
    /// Finds the faces that are needed, given the score of each option at each
    /// corner. `None` if there are too many, or if rounding fits no step.
    pub(super) fn new(rows: &[Vec<f64>]) -> Option<Self> {
        let (corners, options) = (rows.len(), rows[0].len());
        let mut it = Faces {
            corners,
            options,
            steps: (0..1 << options).map(|set| steps(rows, set)).collect(),
            faces: Vec::new(),
            needed: Vec::new(),
            choices: Vec::new(),
            without: Vec::new(),
            table: vec![0; PLACES],
        };
        it.list((1 << corners) - 1);
        it.needed[0] = u32::MAX;
        let (mut face, mut taken) = (0, 0);
        while face < it.faces.len() {
            for set in (1..1 << options).rev() {
                if !it.steps[set].is_empty() && it.needed[face] >> set & 1 == 1 {
                    it.choose(face, set)?;
                    taken += 1;
                }
            }
            face += 1;
            if it.faces.len() > MOST_FACES - corners || taken > MOST_STEPS {
                return None;
            }
        }
        Some(it)
    }

    fn list(&mut self, corners: u32) {
        self.faces.push(corners);
        self.needed.push(0);
        self.choices.resize(self.faces.len() << self.options, 0);
        self.without.resize(self.faces.len() * self.corners, 0);
    }

    /// Chooses a step and notes what it needs.
    fn choose(&mut self, face: usize, set: usize) -> Option<()> {
        let corners = self.faces[face];
        let choice = self.steps[set].iter().position(|step| step.fits(corners))?;
        self.choices[face << self.options | set] = choice as u16;
        match self.steps[set][choice] {
            Step::Side { losers, .. } => {
                for left_out in subsets(losers) {
                    self.needed[face] |= 1 << (set & !(left_out as usize));
                }
            }
            Step::Tie { corners: tied, .. } => {
                for corner in bits(tied) {
                    let part = self.find(corners & !(1 << corner));
                    self.without[face * self.corners + corner] = part as u32;
                    self.needed[part] |= 1 << set;
                }
            }
        }
        Some(())
    }

    /// Where the face with these corners is; lists it if it is new.
    fn find(&mut self, corners: u32) -> usize {
        let mut place = (corners.wrapping_mul(0x9e37_79b9) >> 16) as usize;
        loop {
            place %= PLACES;
            let face = self.table[place] as usize;
            if face == 0 {
                self.table[place] = self.faces.len() as u32;
                self.list(corners);
                return self.faces.len() - 1;
            }
            if self.faces[face] == corners {
                return face;
            }
            place += 1;
        }
    }

    fn step(&self, face: usize, set: usize) -> &Step {
        &self.steps[set][usize::from(self.choices[face << self.options | set])]
    }

    /// The sets with this option that a face is needed for, small ones first.
    fn sets_of(&self, face: usize, option: usize) -> impl DoubleEndedIterator<Item = usize> {
        let needed = self.needed[face];
        (1..1usize << self.options)
            .filter(move |set| set >> option & needed as usize >> set & 1 == 1)
    }

    /// Calls back with every share that the share of the option over a face
    /// and set is a sum of: where it is, its factor, and the corner that the
    /// face has lost, if any.
    fn each_term(
        &self,
        [face, set, option]: [usize; 3],
        mut call: impl FnMut(usize, f64, Option<usize>),
    ) {
        match self.step(face, set) {
            Step::Side { losers, .. } => {
                for left_out in subsets(losers & !(1 << option)) {
                    let factor = if left_out.count_ones() % 2 == 1 { 1.0 } else { -1.0 };
                    call(face << self.options | set & !(left_out as usize), factor, None);
                }
            }
            Step::Tie { corners, parts } => {
                for (corner, part) in bits(*corners).zip(parts) {
                    let face = self.without[face * self.corners + corner] as usize;
                    call(face << self.options | set, *part, Some(corner));
                }
            }
        }
    }

    /// By face and set: in what share of the face the option does better than
    /// all others of the set. The simplex itself comes first.
    pub(super) fn shares(&self, option: usize) -> Vec<f64> {
        let mut shares = vec![0.0; self.choices.len()];
        for face in (0..self.faces.len()).rev() {
            for set in self.sets_of(face, option) {
                let mut sum = 0.0;
                if set == 1 << option {
                    sum = 1.0;
                } else {
                    self.each_term([face, set, option], |at, part, _| sum += part * shares[at]);
                }
                shares[face << self.options | set] = sum;
            }
        }
        shares
    }

    /// The sum, over the region in which the option does better than all
    /// others, of the part of each corner in the weights: the mean times the
    /// share.
    ///
    /// The mean over a simplex with `n` corners, one of them a tie, is that
    /// of the face opposite to it, moved towards the tie by `1/n`; from face
    /// to face these factors telescope into that of the whole. What is left is
    /// how much each share counts for the whole, times where the tie is.
    pub(super) fn moments(&self, option: usize, shares: &[f64]) -> Vec<f64> {
        let mut counts = vec![0.0; shares.len()];
        counts[(1 << self.options) - 1] = 1.0;
        let mut sums = vec![0.0; self.corners];
        for face in 0..self.faces.len() {
            for set in self.sets_of(face, option).rev() {
                let own = face << self.options | set;
                let count = counts[own];
                if set == 1 << option {
                    bits(self.faces[face]).for_each(|corner| sums[corner] += count);
                } else {
                    self.each_term([face, set, option], |at, part, lost| {
                        counts[at] += part * count;
                        if let Some(corner) = lost {
                            sums[corner] += part * count * shares[own];
                        }
                    });
                }
            }
        }
        sums.iter().map(|sum| sum / self.corners as f64).collect()
    }
}
