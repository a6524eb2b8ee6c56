//! The English catalogue.

mod engine;
pub mod group;
pub mod lab;
pub mod loading;
mod number;
pub mod page;
mod page_texts;
pub mod record;
pub mod sheet;

use super::{PageTexts, Unknown, joined};

pub use engine::*;
pub use number::*;
pub use page_texts::PAGE_TEXTS;

/// The language of these texts (BCP 47).
pub const LANGUAGE: &str = "en";
/// Where its lines begin: `ltr` on the left, `rtl` on the right.
pub const DIRECTION: &str = "ltr";
