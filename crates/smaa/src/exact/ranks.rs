//! The exact outcome for several options over a simplex of weights.

use super::faces::{Faces, Found};
use super::scores::Scores;
use crate::halfspace::share_below_zero;
use crate::outcome::Outcome;

/// Shares that are further from what they have to be are not trusted.
const TOLERANCE: f64 = 1e-9;
/// Shares are multiples of its inverse: coarse enough that the order in which
/// options or criteria are listed leaves no trace, fine enough for anyone.
const GRID: f64 = (1u64 << 36) as f64;

/// The outcome, unless it would take too long or rounding spoils it. Criteria
/// are added up in the given order.
pub(super) fn solve(
    corners: &[Vec<f64>],
    utilities: &[Vec<f64>],
    order: &[usize],
) -> Option<Outcome> {
    let Scores { rows, groups } = Scores::new(corners, utilities, order);
    let faces = Faces::new(&rows)?;
    let mut outcome = Outcome { error: 0.0, ..Outcome::nothing_known(utilities.len()) };
    let mut sums = vec![0.0; utilities.len()];
    for (own, group) in groups.iter().enumerate() {
        let Found { mut shares, moments } = faces.find(own);
        for (other, rivals) in groups.iter().enumerate().filter(|&(other, _)| other != own) {
            let wins = shares[1 << own | 1 << other];
            let behind: Vec<f64> = rows.iter().map(|row| row[other] - row[own]).collect();
            if (wins - share_below_zero(&behind)).abs() > TOLERANCE {
                return None;
            }
            for &option in group {
                for &rival in rivals {
                    outcome.pairwise[option][rival] = tidy(wins);
                }
            }
        }
        only_these(&mut shares);
        let mut ranks = vec![0.0; utilities.len()];
        for (set, share) in shares.iter().enumerate().filter(|(set, _)| set >> own & 1 == 1) {
            let mut better = 0;
            for (other, rivals) in groups.iter().enumerate() {
                better += if set >> other & 1 == 0 { rivals.len() } else { 0 };
            }
            for rank in &mut ranks[better..better + group.len()] {
                *rank += share / group.len() as f64;
            }
        }
        for (sum, rank) in sums.iter_mut().zip(&mut ranks) {
            *sum += *rank * group.len() as f64;
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
        let wins = ranks[0] > 0.0 && sum > 0.0;
        for &option in group {
            outcome.pairwise[option][option] = 0.0;
            outcome.ranks[option].clone_from(&ranks);
            outcome.central[option] = wins.then(|| means.clone());
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
