//! The words of the decision record.

use super::super::{all_of, any_of, percent, quoted as quoted_labels};
use crate::report::{Progress, Reason, Status, VerdictKind};

/// What something good begins with.
pub const GOOD: &str = "Good, because";
/// What something bad begins with.
pub const BAD: &str = "Bad, because";

/// A heading.
pub const CONTEXT: &str = "## Context and Problem Statement";
/// A heading.
pub const DRIVERS: &str = "## Decision Drivers";
/// A heading.
pub const CONSIDERED: &str = "## Considered Options";
/// A heading.
pub const OUTCOME: &str = "## Decision Outcome";
/// A heading.
pub const CONSEQUENCES: &str = "### Consequences";
/// A heading.
pub const CONFIDENCE: &str = "### Confidence";
/// A heading.
pub const CONFIRMATION: &str = "### Confirmation";
/// A heading.
pub const PROS_AND_CONS: &str = "## Pros and Cons of the Options";
/// A heading.
pub const MORE: &str = "## More Information";
/// What stands before the sources.
pub const SOURCES: &str = "The sources, with what they say of their own leaning:";
/// What stands before what would change the verdict.
pub const TURNS_IT: &str = "Decide again when one of these turns out to be so:";
/// What stands before sources without which the verdict would be another one.
pub const HANGS_ON: &str = "The verdict also hangs on whom one believes:";
/// An option without strengths or weaknesses.
pub const NOTHING_STANDS_OUT: &str = "Nothing stands out against the other options.";
/// A switch.
pub const AGELESS: &str = "Old statements were given the same weight as new ones.";
/// The head of the table of shares.
pub const SHARES_HEAD: &str = "| Option | Best in | Weight that sources speak on |";

/// A subject with what was found: `Billing: leaning to Go`, `Go or not? Go`.
pub fn heading(subject: &str, finding: &str) -> String {
    if subject.ends_with(['?', '!']) {
        return format!("{subject} {}", capital(finding));
    }
    format!("{}: {finding}", subject.trim_end_matches([':', '.', ',', ';']))
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

fn small(text: &str) -> String {
    let mut characters = text.trim_end_matches('.').chars();
    characters.next().into_iter().flat_map(char::to_lowercase).chain(characters).collect()
}

/// What was found, for a heading.
pub fn found(kind: VerdictKind, names: &[&str]) -> String {
    match kind {
        VerdictKind::Clear => any_of(names),
        VerdictKind::Lean => format!("leaning to {}", any_of(names)),
        VerdictKind::Close => format!("too close to call between {}", all_of(names)),
        VerdictKind::Undecided => "undecided".to_string(),
        VerdictKind::Conflict => "no option is left".to_string(),
    }
}

const NUMBERS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// What was asked, and how much was told.
pub fn asked(title: &str, progress: Progress, sources: usize) -> String {
    let Progress { answered, questions } = progress;
    let documents = match sources {
        1 => "one document says".to_string(),
        2..=9 => format!("{} documents say", NUMBERS[sources - 2]),
        _ => format!("{sources} documents say"),
    };
    let told = match (answered, questions) {
        (_, 0) => "It asks nothing about the situation.".to_string(),
        (0, _) => format!("None of its {questions} questions has been answered yet."),
        (all, most) if all == most => format!("All {questions} questions were answered:"),
        (some, _) => format!("{some} of its {questions} questions were answered:"),
    };
    format!("“{title}” weighs what {documents} for a given situation. {told}")
}

/// A question with what was answered.
pub fn answered(ask: &str, labels: &[&str]) -> String {
    format!("{ask} {}", labels.join("; "))
}

/// What made a criterion count.
pub fn because_you_said(labels: &[&str]) -> String {
    if labels.is_empty() { String::new() } else { format!("because of {}", quoted_labels(labels)) }
}

/// An importance that was set by hand.
pub fn set_by_hand(level: &str) -> String {
    format!("set by hand to matter {level}")
}

/// A criterion that drives the decision.
pub fn driver(criterion: &str, weight: f64, because: &str) -> String {
    let because = if because.is_empty() { String::new() } else { format!(", {because}") };
    format!("{criterion}, {} of the weight{because}", percent(weight))
}

/// A ruling on options, among what drives the decision.
pub fn ruling(options: &[&str], status: Status, because: &str) -> String {
    let several = options.len() > 1;
    let what = match (status, several) {
        (Status::Excluded, false) => "is ruled out",
        (Status::Excluded, true) => "are ruled out",
        (_, false) => "comes with a warning",
        (_, true) => "come with a warning",
    };
    format!("{} {what}: {because}", all_of(options))
}

/// Options that were taken out.
pub fn not_compared(names: &[&str]) -> String {
    format!("Not compared: {}.", all_of(names))
}

/// What was decided.
pub fn chosen(kind: VerdictKind, names: &[&str], share: f64, sentence: &str) -> String {
    let options: Vec<String> = names.iter().map(|it| format!("\"{it}\"")).collect();
    let options = any_of(&options.iter().map(String::as_str).collect::<Vec<_>>());
    let share = percent(share);
    let comes = if names.len() > 1 { "together they come out" } else { "it comes out" };
    match kind {
        VerdictKind::Clear => format!(
            "Chosen option: {options}, because {comes} best in {share} of all weightings that fit \
             the answers."
        ),
        VerdictKind::Lean => format!(
            "Chosen option: {options}, because {comes} best in {share} of all weightings that fit \
             the answers. That is a leaning and no safe lead."
        ),
        VerdictKind::Close => format!("Chosen option: none yet. {sentence}"),
        VerdictKind::Conflict => format!("Chosen option: none is possible. {sentence}"),
        VerdictKind::Undecided => format!("Chosen option: none yet. {sentence}"),
    }
}

/// A way out of a conflict.
pub fn way_out(ask: &str, label: &str, excluded: &[&str], says: &str) -> String {
    format!("{ask} “{label}” rules out {}. Way out: {says}", all_of(excluded))
}

/// What a choice brings.
pub fn consequence(word: &str, criterion: &str, how_much: &str, about: &str) -> String {
    let better = if word == GOOD { "does better" } else { "does worse" };
    let about = if about.is_empty() { String::new() } else { format!(" ({})", small(about)) };
    format!("{word} it {better} than the others on “{criterion}”{about}, which {how_much} here.")
}

/// What a choice is warned of.
pub fn warning(reason: &Reason) -> String {
    format!("{BAD} it comes with a warning: {} {}", reason.because, reason.way_out)
}

/// How sure a verdict is, by its kind.
pub fn how_sure(kind: VerdictKind) -> String {
    let means = match kind {
        VerdictKind::Clear => "a clear verdict",
        VerdictKind::Lean => {
            "a leaning: another reading of the same answers may well come out otherwise"
        }
        _ => "too close to call",
    };
    format!(
        "The answers leave many weightings possible. The table says in what share of them, and of \
         all readings of the sources, each option comes first; here that makes {means}. It is no \
         probability that the choice turns out well."
    )
}

/// A row of the table of shares.
pub fn share_row(option: &str, share: &str, coverage: &str) -> String {
    format!("| {option} | {share} | {coverage} |")
}

/// How the shares were found.
pub fn method(line: &str) -> String {
    format!(
        "Method: stochastic multicriteria acceptability analysis (SMAA-2; Lahdelma and Salminen, \
         2001). {line}."
    )
}

/// No single thing turns the verdict.
pub fn nothing_turns_it(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Undecided => "With so little told, every further answer counts.",
        VerdictKind::Conflict => "One of the answers above has to give.",
        _ => "No single answer, importance or claim turns this verdict.",
    }
}

/// A verdict without a source.
pub fn without(source: &str, stand: &str) -> String {
    format!("Without {source}: {stand}")
}

/// What an option is, and when the sources would choose it.
pub fn about(about: &str, fits: &str) -> String {
    format!("{about} The sources would choose it for: {fits}")
}

/// Where a source says something.
pub fn cited(source: &str, place: &str) -> String {
    format!("{source}, {place}")
}

/// A statement with its sources.
pub fn quoted(says: &str, sources: &str) -> String {
    format!("{} ({sources})", says.trim_end_matches('.'))
}

/// An argument with its statements.
pub fn argument(word: &str, criterion: &str, quoted: &[String], more: usize) -> String {
    let statements =
        if quoted.is_empty() { String::new() } else { format!(": {}", quoted.join("; ")) };
    let more = match more {
        0 => String::new(),
        1 => "; and one more claim".to_string(),
        more => format!("; and {more} more claims"),
    };
    format!("{word} of “{criterion}”{statements}{more}.")
}

/// An argument with its weight, where that is worth a word.
pub fn weighed(argument: &str, how_much: &str) -> String {
    if how_much.is_empty() { argument.to_string() } else { format!("{argument} It {how_much}.") }
}

/// A ruling with all that is behind it.
pub fn ruling_in_full(reason: &Reason, ask: &str, label: &str, source: &str) -> String {
    let what = match reason.status {
        Status::Excluded => "it is ruled out",
        _ => "it comes with a warning",
    };
    format!(
        "{BAD} {what}: {} ({source}) The answer behind it: {ask} “{label}”. Way out: {}",
        reason.because, reason.way_out
    )
}

/// The link back.
pub fn reopen(address: &str) -> String {
    format!("This link reopens the decision with every answer: {address}")
}

/// What the record was made with.
pub fn made_with(title: &str, id: &str, version: &str) -> String {
    format!("Made with the comparison “{title}” ({id}), version {version}.")
}

/// Sources and claims that were left out.
pub fn not_heard(names: &[&str]) -> String {
    format!("Left out on purpose: {}.", all_of(names))
}

/// A source with its leaning.
pub fn source(short: &str, title: &str, author: &str, date: &str, stance: &str) -> String {
    format!("{short}: “{title}”. {author}; {date}. {stance}")
}
