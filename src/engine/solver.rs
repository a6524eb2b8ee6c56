//! Which way a problem is solved.
//!
//! A comparison in which every claim is a single value may have shares in
//! closed form; all others are sampled. That is a property of the comparison
//! alone, so no answer makes a difference of method.

use std::sync::OnceLock;

use dataset::{Claim, Dataset};
use smaa::{Effort, Outcome, Problem, Sampling};

/// Whether every claim of a comparison is a single value.
pub fn is_sure(dataset: &Dataset) -> bool {
    let is_point = |claim: &Claim| claim.level.low == claim.level.high;
    dataset.claims.iter().all(|claim| is_point(claim) && claim.deviation.is_none())
}

/// The outcome in closed form, if there is one.
type Exact = fn(&Problem) -> Option<Outcome>;

/// Brought by the page before it shows a comparison that may need it.
static BROUGHT: OnceLock<Exact> = OnceLock::new();

/// Everywhere else it is just there.
const LINKED_IN: Option<Exact> = if cfg!(feature = "split") { None } else { Some(smaa::exact) };

/// Brings the closed forms. A page in parts carries them in the part that calls
/// this.
pub fn provide_exact() {
    // Whoever comes second brings the same.
    let _ = BROUGHT.set(smaa::exact);
}

/// A problem on its way to its outcome.
#[derive(Debug)]
pub(super) enum Solving {
    /// Until it is handed over.
    Solved(Option<Outcome>),
    Sampling(Box<Sampling>),
}

impl Solving {
    pub(super) fn new(problem: Problem, effort: Effort, is_sure: bool) -> Self {
        let exact = BROUGHT.get().copied().or(LINKED_IN).filter(|_| is_sure);
        match exact.and_then(|solve| solve(&problem)) {
            Some(outcome) => Solving::Solved(Some(outcome)),
            None => Solving::Sampling(Box::new(Sampling::new(problem, effort))),
        }
    }

    /// Goes on for a moment; the outcome as soon as it is known.
    pub(super) fn step(&mut self) -> Option<Outcome> {
        match self {
            Solving::Solved(outcome) => outcome.take(),
            Solving::Sampling(sampling) => sampling.step(),
        }
    }

    /// Goes on to the end.
    pub(super) fn finish(mut self) -> Outcome {
        loop {
            if let Some(outcome) = self.step() {
                return outcome;
            }
        }
    }
}
