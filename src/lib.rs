//! A decision widget: a reader ticks a checklist about their own situation and
//! sees what the published comparisons say for *their* case.
//!
//! Data flows one way:
//!
//! ```text
//! URL or attributes → Decision → evaluate(&Dataset, &Decision) → Report → views
//! ```
//!
//! Everything up to the report is pure: it knows no browser, and the same
//! decision gives the same report on every machine. The views draw a report
//! and compute nothing. One module, `browser`, touches the browser.

#![forbid(unsafe_code)]

pub mod decision;
pub mod link;
pub mod prose;

pub mod engine;
pub mod glossary;
pub mod group;
pub mod lab;
pub mod record;
pub mod report;
pub mod since;
pub mod words;

pub mod layout;

pub mod embedded;
pub mod state;

pub mod appearance;
#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod element;
#[cfg(feature = "page")]
pub mod views;

pub use dataset::Dataset;
pub use decision::{AnswersFile, Decision};
pub use engine::evaluate;
pub use report::Report;
