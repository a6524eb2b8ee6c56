//! What each option scores at each corner of a simplex of weights, laid out so
//! that the listing of options and criteria leaves no trace in the digits.

use super::Corners;
use crate::lattice::mix;
use crate::short::sort_by;

/// Differences below this part of the largest one are rounding.
const ROUNDING: f64 = 1e-13;
/// Rounds of refinement; more than two rarely separate anything further.
const ROUNDS: usize = 3;

/// A value is linear in the weights, so the scores at the corners say all.
pub(super) struct Scores {
    /// `rows[corner][member]`, in canonical order of both.
    pub(super) rows: Vec<Vec<f64>>,
    /// For each row its corner as listed.
    pub(super) corners: Vec<usize>,
    /// Options with the same scores everywhere, in canonical order; they never
    /// part, so each group takes part once.
    pub(super) groups: Vec<Vec<usize>>,
}

impl Scores {
    pub(super) fn new(corners: &Corners, utilities: &[Vec<f64>]) -> Self {
        let score = |weights: &Vec<f64>, utilities: &Vec<f64>| {
            let mut parts: Vec<f64> = weights.iter().zip(utilities).map(|(w, u)| w * u).collect();
            sort_by(&mut parts, f64::total_cmp);
            parts.iter().sum::<f64>() + 0.0
        };
        let listed: Vec<Vec<f64>> = corners
            .iter()
            .map(|weights| utilities.iter().map(|utilities| score(weights, utilities)).collect())
            .collect();
        let [corners, options] = order(&listed, utilities.len());
        let largest = listed.iter().flatten().fold(0.0, |most, score| f64::max(most, score.abs()));
        let alike = |&a: &usize, &b: &usize| {
            listed.iter().all(|row| (row[a] - row[b]).abs() <= largest * ROUNDING)
        };
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for option in options {
            match groups.iter_mut().find(|group| alike(&group[0], &option)) {
                Some(group) => group.push(option),
                None => groups.push(vec![option]),
            }
        }
        let row = |&corner: &usize| groups.iter().map(|group| listed[corner][group[0]]).collect();
        Scores { rows: corners.iter().map(row).collect(), corners, groups }
    }
}

/// Canonical orders of corners and of options, by colour refinement as for the
/// sampler: a corner looks like its scores by options of each look, and the
/// other way round. Sums of hashes do not depend on an order.
fn order(rows: &[Vec<f64>], options: usize) -> [Vec<usize>; 2] {
    let mut looks = [vec![0u64; rows.len()], vec![0u64; options]];
    for round in 0..2 * ROUNDS {
        let [of_corners, of_options] = looks.clone();
        let changed = &mut looks[round % 2];
        changed.fill(0);
        for (corner, row) in rows.iter().enumerate() {
            for (option, score) in row.iter().enumerate() {
                let (own, other) = if round % 2 == 0 {
                    (corner, of_options[option])
                } else {
                    (option, of_corners[corner])
                };
                changed[own] = changed[own].wrapping_add(mix(score.to_bits() ^ other));
            }
        }
    }
    looks.map(|looks| {
        let mut indices: Vec<usize> = (0..looks.len()).collect();
        sort_by(&mut indices, |&a, &b| looks[a].cmp(&looks[b]));
        indices
    })
}
