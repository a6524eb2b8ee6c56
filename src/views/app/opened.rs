//! What the page makes of a link, and the other way round.

use dataset::Dataset;
use yew::AttrValue;

use crate::decision::Decision;
use crate::link::{self, Stamp};
use crate::report::Report;
use crate::words::page as words;

/// What a link to a decision carries.
pub(super) fn link_to(dataset: &Dataset, decision: &Decision, report: &Report) -> AttrValue {
    link::encode(dataset, decision, &Stamp::of(dataset, &report.verdict)).into()
}

/// The stamp of a link that says more than its answers: of another version of
/// the comparison, or with a title, notes, others.
pub(super) fn news(dataset: &Dataset, opened: &link::Opened) -> Option<Stamp> {
    let stamp = opened.dated()?;
    let is_of_now = stamp.edition() == dataset.edition();
    let is_news = !is_of_now || !opened.decision.unread.sections.is_empty();
    is_news.then(|| stamp.clone())
}

/// What a reader should know about a link that was opened.
pub(super) fn notice(opened: &link::Opened) -> Option<&'static str> {
    let unknown = opened.has_unknown.then_some(words::UNKNOWN);
    opened.damage.map(words::damage).or(unknown)
}
