//! The exact outcome over a simplex of weights.

use super::faces::{Faces, Found};
use super::scores::scores;
use super::sets::bits;
use crate::halfspace::share_below_zero;
use crate::outcome::Outcome;

/// Shares that are further from what they have to be are not trusted.
const TOLERANCE: f64 = 1e-10;
/// Shares are multiples of its inverse: so coarse that rounding leaves no trace
/// in a share of 0, and none of the order of options or criteria.
const GRID: f64 = (1u64 << 40) as f64;

/// The outcome, unless it would take too long or rounding spoils it. Criteria
/// are added up in the given order.
pub(super) fn solve(
    corners: &[Vec<f64>],
    utilities: &[Vec<f64>],
    order: &[usize],
) -> Option<Outcome> {
    let (rows, groups) = scores(corners, utilities, order);
    let faces = Faces::new(&rows, groups.len())?;
    let mut outcome = Outcome { error: 0.0, ..Outcome::nothing_known(utilities.len()) };
    let mut sums = vec![0.0; utilities.len()];
    for (own, &group) in groups.iter().enumerate() {
        let Found { mut shares, moments } = faces.find(own);
        for (other, &rivals) in groups.iter().enumerate() {
            if other == own {
                continue;
            }
            let wins = shares[1 << own | 1 << other];
            let behind: Vec<f64> = rows.iter().map(|row| row[other] - row[own]).collect();
            if (wins - share_below_zero(&behind)).abs() > TOLERANCE {
                return None;
            }
            for option in bits(group) {
                bits(rivals).for_each(|rival| outcome.pairwise[option][rival] = tidy(wins));
            }
        }
        only_these(&mut shares);
        let size = group.count_ones() as usize;
        let mut ranks = vec![0.0; utilities.len()];
        for (set, share) in shares.iter().enumerate() {
            if set >> own & 1 == 1 {
                let better = groups.iter().enumerate().filter(|(other, _)| set >> other & 1 == 0);
                let better: u32 = better.map(|(_, rivals)| rivals.count_ones()).sum();
                for rank in &mut ranks[better as usize..][..size] {
                    *rank += share / size as f64;
                }
            }
        }
        for (sum, rank) in sums.iter_mut().zip(&mut ranks) {
            *sum += *rank * size as f64;
            if *rank < -TOLERANCE {
                return None;
            }
            *rank = tidy(*rank);
        }
        let mut means = vec![0.0; order.len()];
        for (weights, count) in corners.iter().zip(&moments) {
            for (mean, weight) in means.iter_mut().zip(weights) {
                *mean += count * weight;
            }
        }
        let sum: f64 = order.iter().map(|&criterion| means[criterion]).sum();
        means.iter_mut().for_each(|mean| *mean = tidy(*mean / sum));
        let central = (ranks[0] > 0.0 && sum > 0.0).then_some(means);
        for option in bits(group) {
            outcome.pairwise[option][option] = 0.0;
            outcome.ranks[option].copy_from_slice(&ranks);
            outcome.central[option].clone_from(&central);
        }
    }
    sums.iter().all(|sum| (sum - 1.0).abs() <= TOLERANCE).then_some(outcome)
}

/// From the share in which at least the groups of a set are left behind to
/// that in which no others are: inclusion and exclusion of one after the other.
fn only_these(shares: &mut [f64]) {
    let mut other = 1;
    while other < shares.len() {
        for set in 0..shares.len() {
            if set & other == 0 {
                shares[set] -= shares[set | other];
            }
        }
        other *= 2;
    }
}

fn tidy(share: f64) -> f64 {
    // Adding 0 turns a negative zero into a positive one.
    (share * GRID).round_ties_even() / GRID + 0.0
}
