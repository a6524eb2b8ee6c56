//! Answers rule options out, or caution against them.

use dataset::{Choice, Condition, Dataset, Question, Severity};

use crate::decision::Decision;
use crate::report::{Given, Reason, Status};

/// A choice that the reader ticked, with its question.
pub(super) type Ticked<'a> = (&'a Question, &'a Choice);

/// Every requirement that the answers put on an option, in the order of the
/// dataset.
pub(super) fn reasons(decision: &Decision, ticked: &[Ticked], option: &str) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (question, choice) in ticked {
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
                    given: given(&require.when, decision),
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
pub(super) fn ticked<'a>(dataset: &'a Dataset, decision: &Decision) -> Vec<Ticked<'a>> {
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

/// The answers by which the conditions hold.
fn given(conditions: &[Condition], decision: &Decision) -> Vec<Given> {
    let answers = conditions.iter().flat_map(|condition| {
        condition.is.iter().map(|&choice| Given { question: condition.question, choice })
    });
    answers.filter(|it| decision.has(&it.question, &it.choice)).collect()
}

/// The gravest of the reasons.
pub(super) fn status(reasons: &[Reason]) -> Status {
    reasons.iter().map(|reason| reason.status).max().unwrap_or(Status::Open)
}
