//! Answers rule options out, or caution against them.

use dataset::{Choice, Condition, Dataset, Question, Severity};

use crate::decision::Decision;
use crate::report::{Reason, Status};

/// Every requirement that the answers put on an option, in the order of the
/// dataset.
pub(super) fn reasons(dataset: &Dataset, decision: &Decision, option: &str) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (question, choice) in ticked(dataset, decision) {
        for require in &choice.requires {
            let is_meant = require.options.iter().any(|id| id == option);
            if is_meant && all_hold(&require.when, decision) {
                reasons.push(Reason {
                    status: match require.severity {
                        Severity::Cautioned => Status::Cautioned,
                        Severity::Excluded => Status::Excluded,
                    },
                    question: question.id,
                    choice: choice.id,
                    because: require.because,
                    basis: require.basis.clone(),
                    way_out: require.way_out,
                });
            }
        }
    }
    reasons
}

/// The choices that are ticked, in the order of the dataset.
pub(super) fn ticked<'a>(
    dataset: &'a Dataset,
    decision: &Decision,
) -> Vec<(&'a Question, &'a Choice)> {
    let mut ticked = Vec::new();
    for question in &dataset.questions {
        for choice in &question.choices {
            if decision.has(&question.id, &choice.id) {
                ticked.push((question, choice));
            }
        }
    }
    ticked
}

/// Nobody is ruled out by something that was not said: a condition on a blank
/// question does not hold.
fn all_hold(conditions: &[Condition], decision: &Decision) -> bool {
    conditions.iter().all(|condition| {
        condition.is.iter().any(|choice| decision.has(&condition.question, choice))
    })
}

/// The gravest of the reasons.
pub(super) fn status(reasons: &[Reason]) -> Status {
    reasons.iter().map(|reason| reason.status).max().unwrap_or(Status::Open)
}
