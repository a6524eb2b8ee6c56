//! The sentences of the engine: verdicts, tipping points, stages, errors.

use super::{Unknown, joined};
use crate::decision::Importance;
use crate::report::{StageRelation, VerdictKind};

/// "a", "a or b", "a, b or c".
pub fn any_of(names: &[&str]) -> String {
    listed(names, "or")
}

/// "a", "a and b", "a, b and c".
pub fn all_of(names: &[&str]) -> String {
    listed(names, "and")
}

pub(super) fn quoted(labels: &[&str]) -> String {
    let quoted: Vec<String> = labels.iter().map(|label| format!("“{label}”")).collect();
    all_of(&quoted.iter().map(String::as_str).collect::<Vec<_>>())
}

fn listed(names: &[&str], last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_string(),
        [first @ .., end] => format!("{} {last} {end}", joined(first, ", ")),
    }
}

/// A share in whole per cent that never claims certainty: "under 1 %" and
/// "over 99 %" stand for what is neither nothing nor everything. The sign
/// stays with its number at the end of a line.
pub fn percent(share: f64) -> String {
    let rounded = (share * 100.0).round() as i64;
    match rounded {
        0 if share > 0.0 => "under 1\u{a0}%".to_string(),
        100 if share < 1.0 => "over 99\u{a0}%".to_string(),
        _ => format!("{rounded}\u{a0}%"),
    }
}

/// Too little was told.
pub fn undecided(told: usize, enough: usize) -> String {
    match enough.saturating_sub(told) {
        0 | 1 if told > 0 => {
            "Not enough to go on yet: one more answer and there is a first verdict.".to_string()
        }
        left if told > 0 => {
            format!("Not enough to go on yet: {left} more answers and there is a first verdict.")
        }
        _ => "Nothing is recommended before you answer.".to_string(),
    }
}

/// Every option was taken out of the comparison.
pub fn nothing_to_compare() -> String {
    "Every option is hidden. Show at least one to get a verdict.".to_string()
}

/// One family leads.
pub fn leads(kind: VerdictKind, names: &[&str], share: f64, rival: Option<&str>) -> String {
    let options = any_of(names);
    let how_many = percent(share);
    let against = rival.map(|rival| format!("; the nearest rival is {rival}")).unwrap_or_default();
    match kind {
        VerdictKind::Clear => format!(
            "{options}: best in {how_many} of all weightings that fit your answers{against}."
        ),
        _ => format!(
            "{options}, by a lead that is not safe: best in {how_many} of all weightings that fit \
             your answers{against}."
        ),
    }
}

/// Only one family was not excluded.
pub fn only_family_left(names: &[&str]) -> String {
    format!("{}: your answers rule everything else out.", any_of(names))
}

/// Too close to call.
pub fn close(names: &[&str]) -> String {
    format!(
        "Too close to call between {}: decide by what your team can maintain with confidence.",
        all_of(names)
    )
}

/// What is needed and what can be done exclude each other.
pub fn conflict(labels: &[&str]) -> String {
    format!(
        "Your answers exclude every option: {} cannot all hold. Something has to give.",
        quoted(labels)
    )
}

/// How technical viability and strategy relate.
pub fn stages(relation: StageRelation, technical: Option<&str>, strategic: Option<&str>) -> String {
    let (tech, plan) = (technical.unwrap_or("neither"), strategic.unwrap_or("neither"));
    match relation {
        StageRelation::Open => {
            "First: which options can do the job. Then: which of them suits team, budget and plans."
                .to_string()
        }
        StageRelation::Agree => {
            format!("The workload and the strategy both point to {tech}.")
        }
        StageRelation::TechnicallyClose => format!(
            "For your workload the technical difference is too small to matter; team, cost and \
             growth point to {plan}."
        ),
        StageRelation::StrategicallyClose => {
            format!("Your workload points to {tech}; team, cost and growth leave it open.")
        }
        StageRelation::StrategyOverturned => format!(
            "Your workload alone points to {tech}, but team, cost and growth overturn that in \
             favour of {plan}."
        ),
        StageRelation::TechnicalLeadHeld => format!(
            "Your workload points to {tech}, and that holds although team, cost and growth favour \
             {plan}."
        ),
        StageRelation::Split => match (technical, strategic) {
            (Some(tech), Some(plan)) => format!(
                "Your workload points to {tech}; team, cost and growth to {plan}. Neither outweighs \
                 the other."
            ),
            _ => "Neither the workload nor the strategy separates the options clearly.".to_string(),
        },
    }
}

/// A single answer; `labels` are the choices to tick, none for a blank answer.
pub fn if_answered(ask: &str, labels: &[&str]) -> String {
    let answer = match labels {
        [] => "left open".to_string(),
        labels => quoted(labels),
    };
    format!("{ask} If {answer}")
}

/// What follows from a condition.
pub fn follows(condition: &str, kind: VerdictKind, names: &[&str]) -> String {
    let then = match kind {
        VerdictKind::Clear => format!("the verdict is {}", any_of(names)),
        VerdictKind::Lean => format!("the verdict leans to {}", any_of(names)),
        VerdictKind::Close => format!("it is too close to call between {}", all_of(names)),
        VerdictKind::Conflict => "the answers exclude every option".to_string(),
        VerdictKind::Undecided => "there is too little to go on".to_string(),
    };
    format!("{condition}: {then}.")
}

/// Importances set by hand, with the names of their criteria.
pub fn if_it_mattered(importance: &[(&str, Importance)]) -> String {
    let parts: Vec<String> = importance
        .iter()
        .map(|(criterion, level)| {
            format!("“{criterion}” mattered {}", IMPORTANCES[usize::from(level.level())])
        })
        .collect();
    format!("If {}", all_of(&parts.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// A claim that does not hold: whose it is, and of which options and which
/// criterion it speaks.
pub fn if_wrong(source: &str, options: &[&str], criterion: &str) -> String {
    format!("If {source} were wrong on {} under “{criterion}”", all_of(options))
}

/// How much a criterion can matter, by the level of importance.
pub const IMPORTANCES: [&str; 5] = ["not at all", "a little", "somewhat", "much", "decisively"];

/// An id in an answers file that the dataset does not know.
pub fn unknown_id<'a>(what: Unknown, id: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    let known = joined(&known, ", ");
    let what = match what {
        Unknown::Question => "question",
        Unknown::Choice(question) => {
            return format!("There is no choice of \"{question}\" \"{id}\". Known are: {known}.");
        }
        Unknown::Criterion => "criterion",
        Unknown::Alternative => "option",
        Unknown::SourceOrClaim => "source or claim",
        Unknown::Modelled => "modelled option",
    };
    format!("There is no {what} \"{id}\". Known are: {known}.")
}

/// Several choices for a question that takes one.
pub fn one_answer_only(question: &str) -> String {
    format!("The question \"{question}\" takes one answer; several were given.")
}

/// An importance that is not on the scale.
pub fn no_such_importance(level: u8) -> String {
    format!("{level} is not an importance. Use 0 (does not matter) to 4 (decisive).")
}

/// Importance set by hand for a dataset that leaves no room for it.
pub fn weights_are_stated() -> String {
    "This dataset states its weights itself, so importance cannot be set. Leave it out.".to_string()
}

/// A number of things that is no whole number.
pub fn not_whole(field: &str, value: f64) -> String {
    format!("{field} is {value}. Use a whole number, 0 or more.")
}

/// Why an option has no place in the workload model.
pub fn no_scheduler(name: &str) -> String {
    format!(
        "The comparison names no scheduler for {name}. Without one there is nothing to simulate; \
         a combination of several programs has none of its own."
    )
}

/// Why a prediction has no digits.
pub fn no_digits(utilisation: f64) -> String {
    if utilisation >= 1.0 {
        return "More is asked than can be done: the queue grows for as long as this lasts."
            .to_string();
    }
    format!(
        "At {} of what can be done, latency depends on accidents more than on anything stated \
         here; no measurement repeats itself.",
        percent(utilisation)
    )
}
