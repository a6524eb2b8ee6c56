//! Answers rule options out, or caution against them.

use dataset::{Condition, Dataset, Severity};

use crate::decision::Decision;
use crate::report::{Given, Reason, Status};

/// Every requirement that the answers put on an option, in the order of the
/// dataset.
pub(super) fn reasons(dataset: &Dataset, decision: &Decision, option: &str) -> Vec<Reason> {
    let ticked = dataset.questions.iter().flat_map(|question| {
        let choices = question.choices.iter().filter(|it| decision.has(&question.id, &it.id));
        choices.map(move |choice| (question, choice))
    });
    ticked
        .flat_map(|(question, choice)| {
            let requires = choice.requires.iter();
            requires
                .filter(|require| require.options.iter().any(|id| id == option))
                .filter(|require| all_hold(&require.when, decision))
                .map(|require| Reason {
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
                })
        })
        .collect()
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
