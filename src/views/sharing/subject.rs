//! What the sheet is about.

use std::rc::Rc;

use dataset::Dataset;

use super::sheet::SheetProps;
use crate::browser;
use crate::decision::Decision;
use crate::record::Record;
use crate::report::Report;

/// All that a record is made of. Pieces that are drawn in later turns share it.
pub(super) struct Subject {
    dataset: Rc<Dataset>,
    decision: Decision,
    report: Report,
    link: String,
    date: Option<String>,
}

impl Subject {
    pub(super) fn of(props: &SheetProps) -> Rc<Self> {
        let outlook = props.prospects.as_deref().cloned().unwrap_or_default();
        Rc::new(Subject {
            dataset: Rc::clone(&props.dataset),
            decision: props.decision.clone(),
            report: Report { outlook, ..Report::clone(&props.report) },
            link: props.address(),
            date: browser::today(),
        })
    }

    pub(super) fn record(&self) -> Record<'_> {
        Record {
            dataset: &self.dataset,
            decision: &self.decision,
            report: &self.report,
            link: &self.link,
            date: self.date.as_deref(),
        }
    }
}
