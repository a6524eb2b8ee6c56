//! The words of comparisons between people.

use super::{all_of, page::kind};
use crate::link::Damage;
use crate::report::VerdictKind;

/// A line without a link.
pub const NO_LINK: &str = "There is no link in this line.";
/// A link that holds nothing.
pub const SAYS_NOTHING: &str = "The link holds no answers.";
/// A member of a comparison that was linked.
pub const UNREADABLE: &str = "Somebody in this comparison cannot be read.";
/// A switch.
pub const AGE: &str = "Do old statements weigh less?";
/// What somebody told of that.
pub const AGELESS: &str = "no";
/// What somebody told of an option.
pub const NOT_COMPARED: &str = "taken out";
/// What somebody told of a source.
pub const NOT_HEARD: &str = "not heard";

/// The shares of all members.
pub const TOGETHER: &str = "Together";
/// The title of the chart of ranks.
pub const RANKS: &str = "How the options rank with each";
/// What the chart of ranks shows.
pub const RANKS_NOTE: &str = "By the share of weightings in which an option comes first. Together: the mean of the members’ shares, weighted by their votes.";

/// With how many of the members each option comes first.
pub fn firsts(firsts: &[(&str, usize)], members: usize) -> String {
    match firsts {
        [(name, _)] => format!("{name} comes first with all {members}"),
        [(_, 1), ..] => {
            let names: Vec<&str> = firsts.iter().map(|it| it.0).collect();
            format!("Each puts another option first: {}", all_of(&names))
        }
        firsts => {
            let each: Vec<String> =
                firsts.iter().map(|(name, times)| format!("{name} with {times}")).collect();
            let each: Vec<&str> = each.iter().map(String::as_str).collect();
            format!("First come, among {members}: {}", all_of(&each))
        }
    }
}

/// A link that did not arrive whole.
pub fn damaged(damage: Damage) -> &'static str {
    match damage {
        Damage::Broken => "The link was damaged on its way. Copy it anew.",
        Damage::Newer => "The link comes from a newer version of this page.",
        Damage::TooLong => "The link is longer than any that this page makes.",
    }
}

/// More links than can be compared.
pub fn too_many(most: usize) -> String {
    format!("No more than {most} can be compared.")
}

/// A name that does not fit into a link.
pub fn name_too_long(longest: usize) -> String {
    format!("The name before the link is longer than {longest} characters. Shorten it.")
}

/// A link that was skipped, by its place.
pub fn skipped(place: usize, says: &str) -> String {
    format!("Link {place}: {says}")
}

/// Fewer links than can be compared.
pub fn too_few(usable: usize, reasons: &[String]) -> String {
    let found = match usable {
        0 => "none of the links can be used",
        _ => "only one link can be used",
    };
    let sentence = format!("A comparison needs at least two decisions, and {found}.");
    std::iter::once(sentence.as_str())
        .chain(reasons.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Somebody without a name.
pub fn nameless(place: usize) -> String {
    format!("Person {place}")
}

/// Somebody whose votes do not count.
pub fn uncounted(name: &str, verdict: VerdictKind) -> String {
    format!("{name}: {}", kind(verdict).to_lowercase())
}

/// What members may tell of a criterion.
pub fn importance_of(criterion: &str) -> String {
    format!("How much does “{criterion}” matter?")
}

/// What members may tell of an option.
pub fn comparing(option: &str) -> String {
    format!("Is {option} compared?")
}

/// What members may tell of a source.
pub fn hearing(source: &str) -> String {
    format!("Is {source} heard?")
}

/// What members may tell of a claim.
pub fn hearing_claim(claim: &str) -> String {
    format!("Is the claim {claim} heard?")
}
