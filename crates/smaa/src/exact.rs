//! Closed forms, where the dimension allows them.

use crate::halfspace::share_below_zero;
use crate::outcome::Outcome;
use crate::problem::{Problem, RawWeight, Weights};
use crate::short::sort_by;

/// The exact outcome, if there is only one reading of everything and either
/// only one weight vector, or two options and a set of weights that is a
/// simplex.
pub(crate) fn solve(problem: &Problem) -> Option<Outcome> {
    let utilities = sure_utilities(problem)?;
    if let Weights::Fixed(weights) = &problem.weights {
        return Some(one_weight_vector(problem.options, weights, &utilities));
    }
    let [first, second] = two_options(problem.options, &utilities)?;
    let differences: Vec<f64> = first.iter().zip(&second).map(|(a, b)| a - b).collect();
    let corners = corners(&problem.weights)?;
    Some(cut(&corners, &differences))
}

/// Utilities by option, in the order of the criteria.
fn sure_utilities(problem: &Problem) -> Option<Vec<Vec<f64>>> {
    let mut utilities = vec![Vec::new(); problem.options];
    for streams in &problem.criteria {
        for stream in streams {
            let utility = stream.reading.only()?;
            for &option in &stream.options {
                utilities[option].push(utility);
            }
        }
    }
    Some(utilities)
}

fn two_options(options: usize, utilities: &[Vec<f64>]) -> Option<[Vec<f64>; 2]> {
    (options == 2).then(|| [utilities[0].clone(), utilities[1].clone()])
}

fn one_weight_vector(options: usize, weights: &[f64], utilities: &[Vec<f64>]) -> Outcome {
    let sum: f64 = weights.iter().sum();
    let value = |option: usize| -> f64 {
        weights.iter().zip(&utilities[option]).map(|(weight, u)| weight * u).sum()
    };
    let values: Vec<f64> = (0..options).map(value).collect();
    let count = |holds: &dyn Fn(f64) -> bool| values.iter().filter(|&&v| holds(v)).count();
    let mut ranks = vec![vec![0.0; options]; options];
    let mut pairwise = vec![vec![0.0; options]; options];
    let mut central = vec![None; options];
    for option in 0..options {
        let own = values[option];
        let (better, alike) = (count(&|v| v > own), count(&|v| v == own));
        for rank in better..better + alike {
            ranks[option][rank] = 1.0 / alike as f64;
        }
        for rival in (0..options).filter(|&rival| rival != option) {
            pairwise[option][rival] = match own.total_cmp(&values[rival]) {
                core::cmp::Ordering::Less => 0.0,
                core::cmp::Ordering::Equal => 0.5,
                core::cmp::Ordering::Greater => 1.0,
            };
        }
        if better == 0 && sum > 0.0 {
            central[option] = Some(weights.iter().map(|weight| weight / sum).collect());
        }
    }
    Outcome { ranks, pairwise, central, error: 0.0, points: 0 }
}

/// A simplex of weights: `corners[k][c]` is the weight of criterion `c` at
/// corner `k`, not scaled.
type Corners = Vec<Vec<f64>>;

fn corners(weights: &Weights) -> Option<Corners> {
    match weights {
        Weights::Raw(raw) => Some(corners_of_raw(raw)),
        Weights::Ranked(classes) => corners_of_ranking(classes),
        Weights::Fixed(_) | Weights::Bounded(_) => None,
    }
}

fn corners_of_raw(raw: &[RawWeight]) -> Corners {
    let corner = |k: usize| {
        let own = |c: usize| if c == k { raw[c].free } else { 0.0 };
        (0..raw.len()).map(|c| raw[c].floor + own(c)).collect()
    };
    (0..raw.len()).map(corner).collect()
}

/// A full ranking is the simplex between "only the first counts", "the first
/// two count alike", and so on.
fn corners_of_ranking(classes: &[usize]) -> Option<Corners> {
    let mut order: Vec<usize> = (0..classes.len()).collect();
    sort_by(&mut order, |&a, &b| classes[a].cmp(&classes[b]));
    if order.windows(2).any(|pair| classes[pair[0]] == classes[pair[1]]) {
        return None;
    }
    let corner = |k: usize| {
        let mut weights = vec![0.0; classes.len()];
        for &criterion in &order[..=k] {
            weights[criterion] = 1.0 / (k + 1) as f64;
        }
        weights
    };
    Some((0..classes.len()).map(corner).collect())
}

/// Two options divide the simplex along a plane. The mean weights on one side
/// follow from the same closed form: the mean of a coordinate over a region is
/// the region's share under a distribution with that coordinate doubled. They
/// are means of raw weights, scaled afterwards; where all corners have one sum
/// that is the mean of scaled weights.
fn cut(corners: &Corners, differences: &[f64]) -> Outcome {
    let score = |corner: &Vec<f64>| -> f64 {
        corner.iter().zip(differences).map(|(weight, d)| weight * d).sum()
    };
    let scores: Vec<f64> = corners.iter().map(score).collect();
    let mirrored: Vec<f64> = scores.iter().map(|score| -score).collect();
    if scores.iter().all(|&score| score == 0.0) {
        return Outcome { error: 0.0, ..Outcome::nothing_known(2) };
    }
    let second = share_below_zero(&scores);
    let first = share_below_zero(&mirrored);
    let central = [(&mirrored, first), (&scores, second)]
        .map(|(scores, share)| central(corners, scores, share))
        .to_vec();
    Outcome {
        ranks: vec![vec![first, second], vec![second, first]],
        pairwise: vec![vec![0.0, first], vec![second, 0.0]],
        central,
        error: 0.0,
        points: 0,
    }
}

fn central(corners: &Corners, scores: &[f64], share: f64) -> Option<Vec<f64>> {
    if share == 0.0 {
        return None;
    }
    let n = scores.len() as f64;
    let mut means = vec![0.0; corners[0].len()];
    for (corner, &score) in corners.iter().zip(scores) {
        let doubled: Vec<f64> = scores.iter().copied().chain([score]).collect();
        let part = share_below_zero(&doubled) / share / n;
        for (mean, weight) in means.iter_mut().zip(corner) {
            *mean += part * weight;
        }
    }
    let sum: f64 = means.iter().sum();
    Some(means.into_iter().map(|mean| mean / sum).collect())
}
