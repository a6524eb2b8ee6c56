//! What a finding means for the checklist.

use dataset::{Criterion, Dataset, Group};
use workload::Finding;

use crate::decision::{Decision, Importance};

/// The criteria that a load speaks of.
pub fn criteria(dataset: &Dataset) -> impl Iterator<Item = &Criterion> {
    dataset.criteria.iter().filter(|it| it.group == Group::Workload)
}

/// How much they matter by these findings: decisively where somebody cannot
/// keep up, more than others where latency differs, and little where nothing
/// does; `None` while nothing is found.
pub fn importance(findings: &[Finding]) -> Option<Importance> {
    let level = |finding: &Finding| match finding {
        Finding::Saturated { .. } => 4,
        Finding::Strained { .. } | Finding::Apart { .. } => 3,
        Finding::Alike { .. } => 1,
    };
    findings.iter().map(level).max().and_then(Importance::new)
}

/// Sets the importance of all criteria of the workload, or gives back those
/// that are as it was set.
pub fn take_over(
    dataset: &Dataset,
    decision: &mut Decision,
    before: Option<Importance>,
    now: Option<Importance>,
) {
    for criterion in criteria(dataset) {
        match now {
            Some(importance) => {
                decision.importance.insert(criterion.id, importance);
            }
            None if decision.importance.get(&criterion.id).copied() == before => {
                decision.importance.remove(&criterion.id);
            }
            None => {}
        }
    }
}
