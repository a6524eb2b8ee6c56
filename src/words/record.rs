//! The words of what is taken away from the page: records, links, tables.

use dataset::Text;

pub use super::page::stand;

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
