//! Stochastic multicriteria acceptability analysis (SMAA).
//!
//! Nobody knows their weights to three digits, and sources differ. So instead
//! of one score per option this crate answers: *of all weights, and all
//! readings of the evidence, that fit what is known, in what share is each
//! option best, second, …?* The shares are called rank acceptability indices.
//!
//! Lahdelma, R., Hokkanen, J., Salminen, P. (1998): SMAA, stochastic
//! multiobjective acceptability analysis. EJOR 106(1), 137-143.
//! Lahdelma, R., Salminen, P. (2001): SMAA-2. Operations Research 49(3),
//! 444-454.
//!
//! A [`Problem`] goes in, [`solve`] finds closed forms or draws samples, an
//! [`Outcome`] comes out.
//! The same problem gives the same bits on every machine: only additions,
//! multiplications, divisions, square roots and integer arithmetic are used, in
//! one order. The sampler's inner loops are in the crate `smaa-kernel`.

#![forbid(unsafe_code)]

mod outcome;
mod problem;

mod canonical;
mod exact;
mod halfspace;
mod lattice;
mod normal;
mod sample;
mod short;
mod tally;
mod weights;

pub use exact::solve as exact;
pub use halfspace::share_below_zero;
pub use outcome::Outcome;
pub use problem::{Chance, Problem, RawWeight, Reading, Stream, Utility, Weights};
pub use sample::{Effort, Sampling, sample};
pub use short::sort_by;

/// The outcome in closed form where there is one, and else by sampling.
pub fn solve(problem: &Problem, effort: Effort) -> Outcome {
    exact::solve(problem).unwrap_or_else(|| sample(problem, effort))
}
