//! What each option scores at each corner of a simplex of weights.

use super::MOST_OPTIONS;
use crate::short::sort_by;

/// Differences below this part of the largest score are rounding.
const ROUNDING: f64 = 1e-13;

/// The scores at a corner; places that are not needed are 0.
pub(super) type Row = [f64; MOST_OPTIONS];

/// The scores at the corners, the largest about 1; as a value is linear in the
/// weights, they say all. Options with the same scores never part, so each
/// group of them has one score; groups are sets of options, as bits, and their
/// order does not depend on that of the options.
pub(super) fn scores(
    corners: &[Vec<f64>],
    utilities: &[Vec<f64>],
    order: &[usize],
) -> (Vec<Row>, Vec<u32>) {
    let mut rows = Vec::new();
    let mut largest = 0.0;
    for weights in corners {
        let mut row = [0.0; MOST_OPTIONS];
        for (score, utilities) in row.iter_mut().zip(utilities) {
            for &criterion in order {
                *score += weights[criterion] * utilities[criterion];
            }
            largest = f64::max(largest, score.abs());
        }
        rows.push(row);
    }
    let mut options: Vec<usize> = (0..utilities.len()).collect();
    sort_by(&mut options, |&a, &b| {
        let differs = rows.iter().find(|row| row[a] != row[b]);
        differs.map_or(core::cmp::Ordering::Equal, |row| row[a].total_cmp(&row[b]))
    });
    let mut groups: Vec<u32> = Vec::new();
    for option in options {
        let alike = |group: &&mut u32| {
            let first = group.trailing_zeros() as usize;
            rows.iter().all(|row| (row[first] - row[option]).abs() <= largest * ROUNDING)
        };
        match groups.iter_mut().find(alike) {
            Some(group) => *group |= 1 << option,
            None => groups.push(1 << option),
        }
    }
    for row in &mut rows {
        let listed = core::mem::replace(row, [0.0; MOST_OPTIONS]);
        for (score, group) in row.iter_mut().zip(&groups) {
            *score = listed[group.trailing_zeros() as usize] / largest;
        }
    }
    (rows, groups)
}
