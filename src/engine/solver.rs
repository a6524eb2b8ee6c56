//! Which way a problem is solved.
//!
//! A comparison in which every claim is a single value may have shares in
//! closed form; all others are sampled. That is a property of the comparison
//! alone, so no answer makes a difference of method.

use std::sync::OnceLock;

use dataset::{Claim, Dataset};
use smaa::{Effort, Outcome, Problem};

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

pub(super) fn solve(problem: &Problem, effort: Effort, is_sure: bool) -> Outcome {
    let exact = BROUGHT.get().copied().or(LINKED_IN).filter(|_| is_sure);
    exact.and_then(|solve| solve(problem)).unwrap_or_else(|| smaa::sample(problem, effort))
}
