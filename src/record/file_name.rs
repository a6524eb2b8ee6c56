//! Names of files.

use crate::prose;

use super::Record;

/// The longest part of a name that is taken from a title, in characters.
const LONGEST: usize = 60;

/// `decision-` with the words of the title in lower case, which every file
/// system takes: nothing but letters, digits and hyphens, of whatever script.
pub fn file_name(record: &Record, extension: &str) -> String {
    let title = prose::title(record.decision);
    let title = if title.is_empty() { record.dataset.id.to_string() } else { title };
    let words = title.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let words = words.collect::<Vec<_>>().join("-").to_lowercase();
    let short: String = words.chars().take(LONGEST).collect();
    match short.trim_matches('-') {
        "" => format!("decision.{extension}"),
        name => format!("decision-{name}.{extension}"),
    }
}
