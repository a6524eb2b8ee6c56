//! The exact outcome for several options over a simplex of weights.

use super::Corners;
use super::faces::Faces;
use super::scores::Scores;
use crate::halfspace::share_below_zero;
use crate::outcome::Outcome;

/// Shares that are further from what they have to be are not trusted.
const TOLERANCE: f64 = 1e-9;
/// Shares are multiples of its inverse: coarse enough that the order in which
/// options or criteria are listed leaves no trace, fine enough for anyone.
const GRID: f64 = (1u64 << 36) as f64;

/// The outcome, unless it would take too long or rounding spoils it.
pub(super) fn solve(corners: &Corners, utilities: &[Vec<f64>]) -> Option<Outcome> {
    let scores = Scores::new(corners, utilities);
    let faces = Faces::new(&scores.rows)?;
    let options = utilities.len();
    let mut ranks = vec![Vec::new(); options];
    let mut pairwise = vec![vec![0.0; options]; options];
    let mut central = vec![None; options];
    for (own, group) in scores.groups.iter().enumerate() {
        let shares = faces.shares(own);
        let of_group = rank_shares(own, &scores.groups, &shares);
        let mean = if tidy(of_group[0]) > 0.0 {
            mean_weights(corners, &scores.corners, &faces.moments(own, &shares))
        } else {
            None
        };
        for (other, rivals) in scores.groups.iter().enumerate() {
            let wins = if own == other { 0.5 } else { shares[1 << own | 1 << other] };
            if own != other && !is_near(wins, share_ahead(&scores.rows, own, other)) {
                return None;
            }
            for &option in group {
                for &rival in rivals.iter().filter(|&&rival| rival != option) {
                    pairwise[option][rival] = tidy(wins);
                }
            }
        }
        for &option in group {
            ranks[option] = of_group.clone();
            central[option] = mean.clone();
        }
    }
    for rank in 0..options {
        let sum: f64 = ranks.iter().map(|ranks| ranks[rank]).sum();
        if !is_near(sum, 1.0) || ranks.iter().any(|ranks| ranks[rank] < -TOLERANCE) {
            return None;
        }
    }
    ranks.iter_mut().flatten().for_each(|share| *share = tidy(*share));
    Some(Outcome { ranks, pairwise, central, error: 0.0, points: 0 })
}

/// The shares of each rank for the options of one group, from the shares in
/// which it does better than all others of each set of groups.
fn rank_shares(own: usize, groups: &[Vec<usize>], shares: &[f64]) -> Vec<f64> {
    // Where it does better than the set, and than no further group: inclusion
    // and exclusion of one group after the other.
    let mut exactly = shares[..1 << groups.len()].to_vec();
    for other in 0..groups.len() {
        for set in 0..exactly.len() {
            if set >> other & 1 == 0 {
                exactly[set] -= exactly[set | 1 << other];
            }
        }
    }
    let mut ranks = vec![0.0; groups.iter().map(Vec::len).sum()];
    let size = groups[own].len();
    for (set, share) in exactly.iter().enumerate().filter(|(set, _)| set >> own & 1 == 1) {
        let is_better = |(other, _): &(usize, &Vec<usize>)| set >> other & 1 == 0;
        let better: usize =
            groups.iter().enumerate().filter(is_better).map(|(_, rivals)| rivals.len()).sum();
        for rank in &mut ranks[better..better + size] {
            *rank += share / size as f64;
        }
    }
    ranks
}

/// The mean of the weights at the corners, `listed` in the order of `counts`,
/// unless no criterion weighs anything.
fn mean_weights(corners: &Corners, listed: &[usize], counts: &[f64]) -> Option<Vec<f64>> {
    let mut means = vec![0.0; corners[0].len()];
    for (&corner, count) in listed.iter().zip(counts) {
        for (mean, weight) in means.iter_mut().zip(&corners[corner]) {
            *mean += count * weight;
        }
    }
    let sum: f64 = means.iter().sum();
    (sum > 0.0).then(|| means.into_iter().map(|mean| tidy(mean / sum)).collect())
}

/// The share in which one option does better than another, on its own.
fn share_ahead(rows: &[Vec<f64>], own: usize, other: usize) -> f64 {
    let behind: Vec<f64> = rows.iter().map(|row| row[other] - row[own]).collect();
    share_below_zero(&behind)
}

fn is_near(share: f64, expected: f64) -> bool {
    (share - expected).abs() <= TOLERANCE
}

fn tidy(share: f64) -> f64 {
    // Adding 0 turns a negative zero into a positive one.
    (share * GRID).round_ties_even() / GRID + 0.0
}
