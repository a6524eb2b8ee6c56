//! What each option scores at each corner of a simplex of weights.

use crate::short::sort_by;

/// Differences below this part of the largest score are rounding.
const ROUNDING: f64 = 1e-13;

/// A value is linear in the weights, so the scores at the corners say all.
pub(super) struct Scores {
    /// `rows[corner][group]`, the largest about 1.
    pub(super) rows: Vec<Vec<f64>>,
    /// Options with the same scores everywhere: they never part, so each group
    /// takes part once. Their order does not depend on how they are listed.
    pub(super) groups: Vec<Vec<usize>>,
}

impl Scores {
    /// The criteria in `order` are those of the corners and utilities.
    pub(super) fn new(corners: &[Vec<f64>], utilities: &[Vec<f64>], order: &[usize]) -> Self {
        let mut largest = 0.0;
        let mut listed = Vec::new();
        for weights in corners {
            let mut row = Vec::new();
            for utilities in utilities {
                let mut score = 0.0;
                for &criterion in order {
                    score += weights[criterion] * utilities[criterion];
                }
                largest = f64::max(largest, score.abs());
                row.push(score);
            }
            listed.push(row);
        }
        let mut options: Vec<usize> = (0..utilities.len()).collect();
        sort_by(&mut options, |&a, &b| {
            let rows = listed.iter().map(|row| row[a].total_cmp(&row[b]));
            rows.reduce(|first, next| first.then(next)).expect("there is a corner")
        });
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for option in options {
            let alike = |group: &&mut Vec<usize>| {
                listed.iter().all(|row| (row[group[0]] - row[option]).abs() <= largest * ROUNDING)
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.push(option),
                None => groups.push(vec![option]),
            }
        }
        for row in &mut listed {
            *row = groups.iter().map(|group| row[group[0]] / largest).collect();
        }
        Scores { rows: listed, groups }
    }
}
