//! A decision to take away: as an Architecture Decision Record, as JSON, as a
//! table, as a short text, as pictures, and as a code for a camera.
//!
//! Everything here makes a string from plain data. Whoever wrote a title,
//! notes or a comparison may have written markup or formulas; each form has one
//! place that makes them plain text.

mod csv;
mod file_name;
mod json;
mod madr;
mod markdown;
mod qr;
mod summary;
pub mod svg;

use dataset::{Dataset, Id};
use smaa::sort_by;

use crate::decision::Decision;
use crate::prose;
use crate::report::{OptionReport, Report};
use crate::words::record as words;

pub use csv::csv;
pub use file_name::file_name;
pub use json::{Json, import, json};
pub use madr::madr;
pub use qr::{QrCode, qr_code};
pub use summary::text_summary;

/// What a record is made of.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The comparison, with its wording.
    pub dataset: &'a Dataset,
    /// What was told.
    pub decision: &'a Decision,
    /// What it comes to, with its outlook.
    pub report: &'a Report,
    /// The address that reopens the decision.
    pub link: &'a str,
    /// The day of the record, `YYYY-MM-DD`, where it is known.
    pub date: Option<&'a str>,
}

impl<'a> Record<'a> {
    /// The decision's title, or else the comparison's.
    pub(crate) fn subject(&self) -> String {
        let title = prose::title(self.decision);
        if title.is_empty() { self.dataset.title.to_string() } else { title }
    }

    /// The name of an option; an unknown one keeps its id.
    pub(crate) fn option(&self, id: Id) -> &'static str {
        self.dataset.option(&id).map_or(id, |it| it.name).as_str()
    }

    pub(crate) fn options(&self, ids: &[Id]) -> Vec<&'static str> {
        ids.iter().map(|id| self.option(*id)).collect()
    }

    /// The name of a criterion.
    pub(crate) fn criterion(&self, id: Id) -> &'static str {
        self.dataset.criterion(&id).map_or(id, |it| it.name).as_str()
    }

    /// The short name of a source; a claim keeps its id.
    pub(crate) fn source(&self, id: Id) -> &'static str {
        self.dataset.source(&id).map_or(id, |it| it.short).as_str()
    }

    /// Question and words of an answer.
    pub(crate) fn answer(&self, question: Id, choice: Id) -> (&'static str, &'static str) {
        let found = self.dataset.question(&question);
        let label = found.and_then(|it| it.choice(&choice)).map_or(choice, |it| it.label);
        (found.map_or(question, |it| it.ask).as_str(), label.as_str())
    }

    /// The verdict in a few words, for a heading.
    pub(crate) fn found(&self) -> String {
        let verdict = &self.report.verdict;
        words::found(verdict.kind, &self.options(&verdict.options))
    }

    /// The options by falling share, those that cannot be chosen last.
    pub(crate) fn ranked(&self) -> Vec<&'a OptionReport> {
        let mut options: Vec<&OptionReport> = self.report.options.iter().collect();
        let is_out = |it: &OptionReport| it.rank_acceptability.is_empty();
        sort_by(&mut options, |a, b| {
            is_out(a).cmp(&is_out(b)).then(b.first_rank().total_cmp(&a.first_rank()))
        });
        options
    }

    /// Whether there is a verdict on which shares can be told.
    pub(crate) fn has_shares(&self) -> bool {
        self.report.verdict.kind.has_shares()
    }
}
