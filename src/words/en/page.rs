//! The words of the page.

#![expect(missing_docs, reason = "the texts say what they are")]

mod date;
mod method;
mod outlook;

use dataset::{ClaimKind, Group};

pub use super::IMPORTANCES;
use super::{all_of, any_of, joined, percent};
use crate::layout::Strength;
use crate::link::Damage;
use crate::report::{Status, VerdictKind};

pub use date::date;
pub use method::{EXACT, method, method_line};
pub use outlook::*;

// Opening.
pub const START: &str = "Answer the checklist";
pub const START_NOTE: &str =
    "About three minutes. Skip whatever you are not sure of. Your answers stay in this browser.";
pub const SKIP: &str = "Skip to the verdict";
pub const DISMISS: &str = "Dismiss";
pub const SHORT_ANSWER: &str = "The short answer";
pub const SHORT_ANSWER_LEAD: &str =
    "When the sources would choose each. Whether that holds for you, the checklist tells.";
pub const SITUATIONS: &str = "Start from a situation";
pub const SITUATIONS_LEAD: &str =
    "Each fills in what its source describes. Change whatever does not fit you.";

// Checklist.
pub const CHECKLIST: &str = "Your situation";
pub const NOT_SURE: &str = "Not sure";
pub const BASIS: &str = "What the sources say";
pub const ASKED_FOR_CONDITION: &str =
    "No source weighs this question. It decides which of their claims apply to you.";
pub const NEXT: &str = "Most telling next";
pub const ASK_WHAT_MATTERS: &str = "Ask me only what matters";
pub const ASK_ALL: &str = "Show all questions";
pub const NEXT_QUESTION: &str = "Next question";
pub const FIRM: &str =
    "That is enough: no single answer to the questions that are left would change the verdict.";
pub const ALL_ASKED: &str =
    "Every question that could matter was asked. Those left open may still change the verdict.";

// Verdict.
pub const VERDICT: &str = "Verdict: ";
pub const SHARES: &str = "How often each option is best";
pub const SHARES_NOTE: &str =
    "The share of all weightings fitting your answers in which an option comes first.";
pub const RULED_OUT: &str = "ruled out";
pub const NO_SHARE: &str = "–";
pub const COPY: &str = "Copy link";
pub const COPIED: &str = "Copied";
pub const COPY_FAILED: &str = "The browser did not allow copying. The link, to copy by hand:";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const RESET: &str = "Start over";
pub const KEEP_SUMMARY: &str = "Keep on this device";
pub const KEEP: &str = "Keep my answers here";
pub const FORGET: &str = "Forget them";
pub const NOT_KEPT: &str = "Nothing is stored so far. If you wish, this browser keeps your answers for this site until you have it forget them. They go nowhere else.";
pub const IS_KEPT: &str =
    "This browser keeps your answers for this site, each change included. They go nowhere else.";
pub const CANNOT_KEEP: &str =
    "This browser does not let the page store anything. A link keeps your answers as well.";
pub const TO_VERDICT: &str = "See why";
pub const WAYS_OUT: &str = "Ways out";
pub const SHOWN: &str = "Compared options";

pub const SHARING: &str = "Share, record, compare";
pub const LAB: &str = "Your own traffic";
pub const LAB_SUMMARY: &str = "Simulate your load: one event loop, several, or all cores";

// Reasons.
pub const WAY_OUT: &str = "Way out: ";
pub const RULINGS: &str = "Ruled out, or with a warning";
pub const REASONS: &str = "Why";
pub const REASONS_LEAD: &str =
    "Where each option gains or loses most against the others, weighted by your answers.";
pub const SPEAKS_FOR: &str = "Speaks for it";
pub const SPEAKS_AGAINST: &str = "Speaks against it";
pub const NO_ARGUMENT: &str = "Nothing that stands out.";
pub const LATER: &str = "This fills in once there is a first verdict.";

// Disclosures.
pub const FETCHING: &str = "One moment …";
pub const NOT_FETCHED: &str = "This part could not be fetched. It comes from the same place as the page; perhaps you are offline. ";
pub const FETCH_AGAIN: &str = "Try again";

/// Between a name and what is said of it.
pub const COLON: &str = ": ";

// Charts.
pub const CONTRIBUTIONS: &str = "What separates the two leaders";
pub const CONTRIBUTIONS_UNIT: &str =
    "Points of weighted value; the best possible option would have 100.";
pub const COMPARISON: &str = "The whole comparison";
pub const COMPARISON_LEAD: &str = "Dot: the middle of what the sources say. Line: how far they differ. Open a row to see who \
     said what, or set how much it matters to you.";
pub const NO_SOURCE: &str = "no source speaks";
pub const WHO: &str = "Who said what";
pub const MATTERS: &str = "Matters";
pub const BY_ANSWERS: &str = "by your answers";
pub const FIGURES: &str = "The figures";
pub const FIGURES_LEAD: &str = "Numbers as the sources give them. They enter no verdict.";
pub const MORE_FIGURES: &str = "More figures";

// Background.
pub const TOPICS: &str = "Background";
pub const SOURCES: &str = "Sources";
pub const UNDATED: &str = "undated";
pub const METHOD: &str = "How this is worked out";
pub const METHOD_SUMMARY: &str = "From claims to a verdict, in six steps";

/// The heading of a group of questions or criteria.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Workload => "The workload",
        Group::Team => "The team",
        Group::Cost => "The cost",
        Group::Growth => "The growth",
    }
}

/// A value with its unit.
pub fn measured(value: &str, unit: &str) -> String {
    joined(&[value, unit], "\u{a0}")
}

/// The kinds of verdict.
pub fn kind(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Undecided => "Undecided",
        VerdictKind::Clear => "Clear",
        VerdictKind::Lean => "Leaning",
        VerdictKind::Close => "Too close to call",
        VerdictKind::Conflict => "Conflict",
    }
}

/// A verdict in a few words.
pub fn stand(verdict: VerdictKind, names: &[&str]) -> String {
    match verdict {
        VerdictKind::Close => format!("{}: {}", kind(verdict), all_of(names)),
        VerdictKind::Clear | VerdictKind::Lean => format!("{}: {}", kind(verdict), any_of(names)),
        VerdictKind::Undecided | VerdictKind::Conflict => kind(verdict).to_string(),
    }
}

/// What stands in the strip beside the kind of verdict.
pub fn strip(verdict: VerdictKind, names: &[&str], share: f64, told: usize) -> String {
    match verdict {
        VerdictKind::Clear | VerdictKind::Lean => format!("{}, {}", any_of(names), percent(share)),
        VerdictKind::Close => all_of(names),
        VerdictKind::Conflict => "Your answers exclude every option".to_string(),
        VerdictKind::Undecided if told == 0 => "Nothing answered yet".to_string(),
        VerdictKind::Undecided => "A few more answers".to_string(),
    }
}

/// Whether an option may be chosen.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "Open",
        Status::Cautioned => "With a warning",
        Status::Excluded => "Ruled out",
    }
}

/// Criteria that an answer makes more important.
pub fn counts_more(names: &[&str]) -> String {
    format!("Counts more: {}.", all_of(names))
}

/// Criteria that an answer makes less important.
pub fn counts_less(names: &[&str]) -> String {
    format!("Counts less: {}.", all_of(names))
}

/// A number with the source's own reservation.
pub fn qualified(qualifier: Option<&str>, number: &str) -> String {
    qualifier.map_or_else(|| number.to_string(), |it| format!("{it} {number}"))
}

/// What a claim rests on.
pub fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Measurement => "measured",
        ClaimKind::Survey => "survey",
        ClaimKind::Experience => "own experience",
        ClaimKind::Opinion => "author’s view",
    }
}

/// How much an argument counts.
pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Slight => "counts a little",
        Strength::Some => "counts",
        Strength::Strong => "counts much",
        Strength::Heavy => "counts very much",
    }
}

/// What was wrong with a link.
pub fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Broken => {
            "The link was damaged on its way. What could be read of it is ticked below; please \
             check it."
        }
        Damage::Newer => {
            "The link comes from a newer version of this page, so it could not be read here."
        }
        Damage::TooLong => {
            "The link is longer than any that this page makes. What could be read of it is ticked \
             below; please check it."
        }
    }
}

/// A link holds things that the comparison no longer has, or not yet.
pub const UNKNOWN: &str = "The link holds answers that this version of the comparison does not know. They are kept in \
     the link, but do not count here.";

/// How far the checklist is.
pub fn progress(answered: usize, questions: usize) -> String {
    format!("{answered} of {questions} answered")
}

/// Why a question of several answers is asked.
pub fn several(why: &str) -> String {
    format!("{why} Tick all that apply; none means not sure.")
}

/// How an excluded option would have done.
pub fn would_have(share: f64) -> String {
    format!("Otherwise it would be best in {}.", percent(share))
}

/// The answer that brought a ruling up.
pub fn because_of(ask: &str, label: &str) -> String {
    format!("{ask} You said: {label}.")
}

/// A button that takes an answer back.
pub fn clear_answer(label: &str) -> String {
    format!("Take back “{label}”")
}

/// What an answer rules out, below the way out that takes it back.
pub fn excludes(names: &[&str]) -> String {
    format!("This answer rules out {}.", all_of(names))
}

/// What is not shown yet.
pub fn more(count: usize) -> String {
    format!("{count} more")
}

/// The finding of the chart of contributions.
pub fn separates(ahead: &str, behind: &str, criterion: &str) -> String {
    format!("{criterion} does most to separate {ahead} from {behind}.")
}

/// How much a bar of that chart stands for.
pub fn points(tenths: i32) -> String {
    format!(" +{}", super::tenths(tenths))
}

/// The head of its left side.
pub fn left_side(option: &str) -> String {
    format!("← for {option}")
}

/// The head of its right side.
pub fn right_side(option: &str) -> String {
    format!("for {option} →")
}

/// How much weight a criterion has.
pub fn weight(share: f64) -> String {
    format!("{} of the weight", percent(share))
}

/// How many criteria a group has.
pub fn criteria(count: usize) -> String {
    if count == 1 { "1 criterion".to_string() } else { format!("{count} criteria") }
}

/// Where, when and how a source says something, and what it amounts to.
pub fn about_claim(place: &str, date: &str, kind: ClaimKind, level: &str) -> String {
    format!(" · {place} · {date} · {} · level {level} of 4", claim_kind(kind))
}

/// Who gives a number, and when; a date that is part of the name is not said
/// twice.
pub fn source_of_figure(short: &str, date: &str) -> String {
    let lower = short.to_ascii_lowercase();
    let is_said = lower.char_indices().any(|(at, _)| lower[at..].starts_with(date));
    if is_said { short.to_string() } else { format!("{short}, {date}") }
}

/// A date behind the name of a source.
pub fn dated(date: &str) -> String {
    format!(" · {date}")
}

/// Names of sources behind a statement.
pub fn sources(names: &[&str]) -> String {
    format!("Sources: {}", joined(names, " · "))
}

/// How many claims were taken from a source.
pub fn claims(count: usize) -> String {
    if count == 1 { "1 claim".to_string() } else { format!("{count} claims") }
}

/// How well the weight on an option is covered by claims.
pub fn coverage(share: f64) -> String {
    format!("Sources speak on {} of what weighs for you.", percent(share))
}
