//! The words of the sheet on which a decision is named, sent, taken away and
//! compared.

#![expect(missing_docs, reason = "the texts say what they are")]

use crate::group::Agreement;
use crate::record::svg::Chart;

pub const TITLE: &str = "Title";
pub const NOTES: &str = "Notes, up to 1,000 characters; they travel with the link";
pub const SEND: &str = "Send it";
pub const SHARE: &str = "Share …";
pub const COPY_TEXT: &str = "Copy this text";
pub const COPIED: &str = "Copied.";
pub const NOT_COPIED: &str = "The browser did not allow copying. Select the text and copy it.";
pub const PRINT: &str = "Print";
pub const CODE: &str = "Code for a camera";
pub const TAKE_AWAY: &str = "Take it away";
pub const MADR: &str = "Decision record (Markdown)";
pub const JSON: &str = "JSON";
pub const CSV: &str = "Table (CSV)";
pub const SVG: &str = "SVG";
pub const PNG: &str = "PNG";
pub const OPEN: &str = "Open a decision that was saved as JSON";
pub const OPENED: &str = "The saved decision is open. Undo brings the other one back.";
pub const NO_JSON: &str = "The file cannot be read as JSON.";
pub const NO_PNG: &str = "The browser could not draw the picture. Take the SVG.";
pub const NOT_ALL_YET: &str =
    "What would change the answer is still being worked out; the record says it once that is done.";
pub const COMPARE: &str = "Compare with others";
pub const LINKS: &str = "Two to nine links, a line each, with a name before each if you like";
pub const JOIN: &str = "Add mine";
pub const COMPARE_NOW: &str = "Compare";
pub const CLOSE: &str = "Close the comparison";
pub const VOTES: &str = "Votes";
pub const TOPICS: &str = "Question by question";
pub const GROUP_LINK: &str = "A link to this comparison";
pub const NOBODY_COUNTS: &str = "Nobody has a verdict yet, so there is nothing to put together.";
pub const SHELF: &str = "Keep this state while the page is open";
pub const SHELF_NAME: &str = "Its name";
pub const KEEP: &str = "Keep it";
pub const BACK: &str = "Go back to it";
pub const WITH_NOW: &str = "Compare with now";
pub const NOW: &str = "Now";

/// A line for one's own link.
pub fn mine(address: &str) -> String {
    format!("Me: {address}")
}

/// A state without a name.
pub fn state(number: usize) -> String {
    format!("State {number}")
}

/// What was left out of a text.
pub fn left_out(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "One character that shows nothing was left out.".to_string(),
        more => format!("{more} characters that show nothing were left out."),
    }
}

/// The name of a chart.
pub fn chart(chart: Chart) -> &'static str {
    match chart {
        Chart::Shares => super::page::SHARES,
        Chart::Contributions => super::page::CONTRIBUTIONS,
        Chart::Assessments => super::page::COMPARISON,
        Chart::Figures => super::page::FIGURES,
    }
}

/// What all come to together.
pub fn together(stand: &str, votes: u32) -> String {
    let votes = if votes == 1 { "one vote".to_string() } else { format!("{votes} votes") };
    format!("All together, by {votes}: {stand}.")
}

/// Somebody whose votes do not count, and why.
pub fn uncounted(who: &str) -> String {
    format!("Not counted: {who}.")
}

/// How members agree on something.
pub fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agree => "All agree.",
        Agreement::Differ => "They differ.",
        Agreement::Open => "Not everybody answered.",
    }
}

/// What there is to talk about.
pub fn matter(topics: usize) -> String {
    match topics {
        0 => "No difference moves a verdict: nobody would come out elsewhere with anybody else’s \
            answer."
            .to_string(),
        1 => "Talk about this one: with another’s answer a verdict moves.".to_string(),
        more => format!("Talk about these {more}: with another’s answer a verdict moves."),
    }
}

/// Differences that move nothing.
pub fn differ(topics: usize) -> String {
    format!("Differences that move no verdict ({topics})")
}

/// What all told alike.
pub fn agree(topics: usize) -> String {
    format!("What all agree on ({topics})")
}

/// Whose verdict moves with whose answer.
pub fn moves(member: &str, with: &str, stand: &str) -> String {
    format!("{member}, answering like {with}: {stand}")
}
