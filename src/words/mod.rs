//! Every text that is not data, in one catalogue for each language. The build
//! chooses one by a feature of that name; English stands where none is chosen.
//! `docs/translation.md` says how to add a language.

#[cfg(not(feature = "pseudo"))]
mod en;
#[cfg(not(feature = "pseudo"))]
pub use en::*;

/// The pseudo-locale: the English catalogue as the build has disguised it.
#[cfg(feature = "pseudo")]
mod pseudo {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
#[cfg(feature = "pseudo")]
pub use pseudo::*;

mod page_texts;
mod unknown;

pub use page_texts::PageTexts;
pub use unknown::Unknown;

/// Texts with something between them. The page pays less for this than for
/// the library's `join`.
pub fn joined(parts: &[&str], between: &str) -> String {
    let mut text = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}
