//! Every text that is not data, in one catalogue.

mod engine;
pub mod group;
pub mod lab;
pub mod page;
pub mod record;
pub mod sheet;

pub use engine::*;

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
