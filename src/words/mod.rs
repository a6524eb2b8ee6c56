//! Every text that is not data, in one catalogue.

mod engine;
pub mod page;

pub use engine::*;
