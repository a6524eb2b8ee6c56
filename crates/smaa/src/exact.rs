//! Closed forms, where the dimension allows them.
//!
//! One weight vector leaves nothing to chance. Else the set of weights has to
//! be a simplex. Let `f(S, T)` be the share of the simplex `S` in which one
//! option does better than all others of a set `T`. It is taken apart by two
//! rules.
//!
//! 1. *Tie.* If all options of `T` have the same value at the weights
//!    `sum(l_k c_k)`, a mixture of some corners in parts that sum to one, then
//!    `f(S, T) = sum(l_k f(S without c_k, T))`: seen from there, the simplices
//!    over the faces have volumes in the ratio of the parts, and nothing
//!    changes along a ray. This is the recurrence of multivariate B-splines
//!    (Micchelli 1980), and for two options that of
//!    [`share_below_zero`](crate::share_below_zero).
//! 2. *Side.* Otherwise the differences of values lie in a half-space:
//!    `sum(a_j V_j) >= 0` with `sum(a_j) = 0`. Then the options with `a_j < 0`
//!    cannot all do better than the one that is asked for while this one does
//!    better than the others, so by inclusion and exclusion
//!    `f(S, T) = sum over R of (-1)^(|R| + 1) f(S, T without R)`, where `R` is
//!    any of them, but at least one.
//!
//! Parts are positive and sides rarely have more than two losers, so nothing
//! cancels, and ties on a rating scale, where points coincide and planes meet
//! in more than a corner, need no perturbation. The closed form as a sum over
//! vertices (Lawrence 1991) has fewer terms but divides by what a tie makes
//! zero. Of all `2^n` faces few are met when ties of the first corners are
//! taken first, and each is looked at once (as Cohen & Hickey 1979 do for
//! volumes): about 7,000 steps for 4 options and 15 criteria, all sets of
//! options together.
//!
//! Cohen, J., Hickey, T. (1979): Two algorithms for determining volumes of
//! convex polyhedra. Journal of the ACM 26(3), 401-414.
//! Lawrence, J. (1991): Polytope volume computation. Mathematics of
//! Computation 57(195), 259-271.
//! Micchelli, C. A. (1980): A constructive approach to Kergin interpolation in
//! R^k: multivariate B-splines and Lagrange interpolation. Rocky Mountain
//! Journal of Mathematics 10(3), 485-497.

mod sets;
mod steps;

mod faces;
mod ranks;
mod scores;

use crate::canonical;
use crate::outcome::Outcome;
use crate::problem::{Problem, RawWeight, Weights};
use crate::short::sort_by;

/// More options than this take too long.
const MOST_OPTIONS: usize = 5;
/// More criteria than this take too long, whatever the number of options.
const MOST_CORNERS: usize = 24;
/// By number of options, from two on: how many criteria are not too many. Only
/// these numbers decide, so that a change of weights or of utilities does not
/// make a difference of method.
const MOST_CRITERIA: [usize; MOST_OPTIONS - 1] = [MOST_CORNERS, MOST_CORNERS, 18, 13];

/// The exact outcome, if there is only one reading of everything and either
/// only one weight vector, or few options and a set of weights that is a
/// simplex.
pub fn solve(problem: &Problem) -> Option<Outcome> {
    let utilities = sure_utilities(problem)?;
    if let Weights::Fixed(weights) = &problem.weights {
        return Some(one_weight_vector(problem.options, weights, &utilities));
    }
    let most = *MOST_CRITERIA.get(problem.options.checked_sub(2)?)?;
    if !(1..=most).contains(&problem.criteria.len()) {
        return None;
    }
    let order: Vec<usize> = canonical::order(problem).into_iter().map(|(it, _)| it).collect();
    let corners = corners(&problem.weights, &order)?;
    ranks::solve(&corners, &utilities, &order)
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

/// Values that are no further apart are alike: what is as good in exact
/// arithmetic must not be told apart by the rounding of sums.
const ALIKE: f64 = 1e-12;

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
        let better = count(&|v| v - own > ALIKE);
        let alike = count(&|v| v - own >= -ALIKE) - better;
        ranks[option][better..better + alike].fill(1.0 / alike as f64);
        for rival in (0..options).filter(|&rival| rival != option) {
            let ahead = own - values[rival];
            pairwise[option][rival] =
                if ahead.abs() <= ALIKE { 0.5 } else { f64::from(ahead > 0.0) };
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

/// The corners, in an order that follows from that of the criteria.
fn corners(weights: &Weights, order: &[usize]) -> Option<Corners> {
    match weights {
        Weights::Raw(raw) => Some(corners_of_raw(raw, order)),
        Weights::Ranked(classes) => corners_of_ranking(classes),
        Weights::Bounded(bounds) => corners_of_bounds(bounds, order),
        Weights::Fixed(_) => None,
    }
}

fn corners_of_raw(raw: &[RawWeight], order: &[usize]) -> Corners {
    let corner = |&k: &usize| {
        let own = |c: usize| if c == k { raw[c].free } else { 0.0 };
        (0..raw.len()).map(|c| raw[c].floor + own(c)).collect()
    };
    order.iter().map(corner).collect()
}

/// Lower bounds leave a free mass; if no upper bound cuts anything off, every
/// criterion may have all of it.
fn corners_of_bounds(bounds: &[[f64; 2]], order: &[usize]) -> Option<Corners> {
    /// As for the sampler, rounding must not cut.
    const SLACK: f64 = 1e-12;
    let free = 1.0 - bounds.iter().map(|[low, _]| low).sum::<f64>();
    let is_loose = |&[low, high]: &[f64; 2]| high + SLACK >= low + free;
    let raw = |&[floor, _]: &[f64; 2]| RawWeight { floor, free };
    (free > 0.0 && bounds.iter().all(is_loose))
        .then(|| corners_of_raw(&bounds.iter().map(raw).collect::<Vec<_>>(), order))
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
