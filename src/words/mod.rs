//! Every text that is not data, in one catalogue.

mod engine;
pub mod group;
pub mod lab;
pub mod page;
pub mod record;
pub mod sheet;

pub use engine::*;
