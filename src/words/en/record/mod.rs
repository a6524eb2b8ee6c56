//! The words of what is taken away from the page: records, links, tables.

mod madr;

use dataset::Text;

use super::page::date as date_in_words;
pub use super::page::stand;
use super::{all_of, percent};
pub use madr::*;

/// A link of a time that this version does not know yet.
pub const MADE_WITH_NEWER: &str =
    "This link was made with a newer version of the comparison than this one.";
/// The data is the same, the verdict is not.
pub const METHOD_CHANGED: &str =
    "Since this link was made, the way in which the verdict is worked out has changed.";
/// The verdict of a link is what it was.
pub const VERDICT_STANDS: &str = "The verdict is the same as then.";
/// A link from before there were stamps.
pub const VERDICT_UNKNOWN: &str = "The link does not say what the verdict was then.";

/// What has changed since a link was made.
pub fn since(version: &str, changes: &[Text]) -> String {
    let changes: Vec<&str> = changes.iter().map(|it| it.as_str()).collect();
    format!("Since this link was made with version {version}: {}", changes.join(" "))
}

/// The verdict of a link is another one now.
pub fn verdict_changed(then: &str, now: &str) -> String {
    format!("The verdict was “{then}”; now it is “{now}”.")
}

/// A title that does not fit into a link.
pub fn title_too_long(length: usize, longest: usize) -> String {
    too_long("The title has", length, longest)
}

/// Notes that do not fit into a link.
pub fn notes_too_long(length: usize, longest: usize) -> String {
    too_long("The notes have", length, longest)
}

fn too_long(what: &str, length: usize, longest: usize) -> String {
    let over = length - longest;
    format!(
        "{what} {length} characters, but a link has room for {longest}. Shorten by {over} or more."
    )
}

/// The heads of the table for spreadsheets.
pub const COLUMNS: [&str; 13] = [
    "group",
    "criterion",
    "weight",
    "lowest weight that fits",
    "highest weight that fits",
    "option",
    "lowest level",
    "middle of the levels",
    "highest level",
    "unit",
    "contribution to the value",
    "share of the first rank",
    "sources",
];

/// A link that no camera could read.
pub const QR_TOO_LONG: &str =
    "The link is too long for a code that a camera can read. Shorten the notes, or send the link.";

/// What a code for a camera opens.
pub const QR_TITLE: &str = "Code that opens this decision";
/// How to read the whole comparison.
pub const DOTS_AND_LINES: &str =
    "Dot: the middle of what the sources say. Line: how far they differ.";

/// Where a picture comes from.
pub fn origin(title: &str, version: &str, sources: &[&str], date: Option<&str>) -> String {
    let date = date.map_or_else(String::new, |it| format!(" Drawn on {}.", date_in_words(it)));
    format!("Source: “{title}”, version {version}, after {}.{date}", all_of(sources))
}

/// JSON that is no record of this form.
pub fn not_a_record(form: Option<&str>) -> String {
    match form {
        Some(form) => format!(
            "This record has the form \"{form}\", which this version does not know. Open it with a \
             newer one."
        ),
        None => "This is no decision record: it has no \"form\".".to_string(),
    }
}

/// A field that is not there.
pub fn missing(field: &str) -> String {
    format!("The record has no \"{field}\".")
}

/// A field that holds something else than it should.
pub fn not_understood(field: &str) -> String {
    format!("What stands under \"{field}\" is not what belongs there.")
}

/// The shares in a line.
pub fn best_in(shares: &[(&str, f64)]) -> String {
    let shares: Vec<String> =
        shares.iter().map(|(name, share)| format!("{name} {}", percent(*share))).collect();
    format!("Best in: {}", shares.join(" · "))
}

/// What speaks for and against an option, a line each.
pub fn speaks(option: &str, strengths: &[&str], weaknesses: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    if !strengths.is_empty() {
        lines.push(format!("For {option}: {}", all_of(strengths)));
    }
    if !weaknesses.is_empty() {
        lines.push(format!("Against it: {}", all_of(weaknesses)));
    }
    lines
}

/// An option that cannot be chosen.
pub fn ruled_out(option: &str, because: &[&str]) -> String {
    format!("Ruled out: {option}. {}", because.join(" "))
}

/// The nearest answer that would change the verdict.
pub fn would_change(tip: &str) -> String {
    format!("Would change it: {tip}")
}

/// How much was told.
pub fn told(answered: usize, questions: usize) -> String {
    if questions == 0 {
        String::new()
    } else {
        format!("{answered} of {questions} questions answered")
    }
}
