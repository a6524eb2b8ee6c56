//! What every view is given.

use std::rc::Rc;

use dataset::{Answer, Dataset, Id, IdSet, Scenario};
use yew::{AttrValue, Html, NodeRef};

use super::annex::Annexes;
use super::body::Body;
use super::details::Details;
use super::guide::Guide;
use super::message::Send;
use super::outlook::Foresight;
use super::parcel::Parcel;
use super::still::{Album, StillPart, still};
use super::tools::Copying;
use crate::appearance::TitleRank;
use crate::decision::Decision;
use crate::link::Stamp;
use crate::report::{NextQuestion, Prospects, Report};
use crate::state::State;

/// The state of the page and the way to act on it, shared by all who draw.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) state: &'a State,
    /// What a reader should know about the link that was opened.
    pub(super) notice: Option<&'static str>,
    /// What the decision comes to, without its outlook.
    pub(super) report: &'a Report,
    /// The last whole outlook; it may belong to an earlier decision.
    pub(super) prospects: Option<&'a Prospects>,
    /// Whether it belongs to this decision.
    pub(super) is_fresh: bool,
    /// What is known of this decision's: the order of the questions, at least.
    pub(super) ordered: Option<&'a Prospects>,
    /// Present while only what matters is asked.
    pub(super) guide: Option<&'a Guide>,
    pub(super) copying: &'a Copying,
    /// The disclosures that were opened.
    pub(super) opened: &'a [Body],
    pub(super) foresight: &'a Parcel<Foresight>,
    pub(super) details: &'a Parcel<Details>,
    pub(super) annexes: &'a Annexes,
    pub(super) shared: Shared<'a>,
    pub(super) send: &'a Send,
    /// What need not be drawn anew, see `still`.
    pub(super) album: &'a Album,
    /// Which draft of the page this is, see [`Draft`].
    pub(super) draft: Draft,
    pub(super) places: &'a Places,
    /// The figures as they stand in the embedding page already.
    pub(super) figures: Option<&'a web_sys::Node>,
    pub(super) title: TitleRank,
}

/// What annexes keep for themselves.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    pub(super) dataset: &'a Rc<Dataset>,
    pub(super) report: &'a Rc<Report>,
    pub(super) prospects: Option<&'a Rc<Prospects>>,
    /// What a link to the decision carries.
    pub(super) link: &'a AttrValue,
    /// Where links point; absent: to the present page.
    pub(super) base: Option<&'a AttrValue>,
    /// The stamp of the link that was opened, if it has more to say than its
    /// answers.
    pub(super) stamp: Option<&'a Stamp>,
}

/// Counts of what parts of the page depend on: a part is drawn anew when a
/// count that it depends on has grown.
#[derive(Clone, Copy, Default)]
pub(super) struct Draft {
    /// Turns in which the page was drawn so far, a part in each; see `PARTS`.
    pub(super) parts: usize,
    /// Comparisons shown.
    pub(super) comparisons: u32,
    /// Parts of the program fetched.
    pub(super) fetched: u32,
    /// Outlooks.
    pub(super) foreseen: u32,
    /// Reports, as far as they are drawn in the reasons, in the contributions and
    /// in the comparison. The verdict is ahead of the first of them by a frame,
    /// and each of them of the next by a turn.
    pub(super) settled: [u32; 3],
}

/// Places to jump to.
#[derive(Default)]
pub(super) struct Places {
    pub(super) title: NodeRef,
    pub(super) verdict: NodeRef,
    pub(super) checklist: NodeRef,
    pub(super) next_question: NodeRef,
    pub(super) guide: NodeRef,
}

impl<'a> Page<'a> {
    pub(super) fn decision(&self) -> &'a Decision {
        &self.state.decision
    }

    /// Whether there is nothing to start over from.
    pub(super) fn is_untouched(&self) -> bool {
        *self.decision() == Decision::default()
    }

    /// Whether enough was told for a verdict, a conflict among them.
    pub(super) fn has_verdict(&self) -> bool {
        self.report.verdict.kind.is_given()
    }

    /// A part that changes only with the comparison, with what was opened in it
    /// and fetched for it, and with `other`.
    pub(super) fn still(&self, part: StillPart, other: u32, draw: impl FnOnce() -> Html) -> Html {
        let opened = self.opened.iter().filter(|it| it.home() == Some(part)).count() as u32;
        let is_fetched_for = opened > 0 || part.shows_what_is_fetched();
        let fetched = if is_fetched_for { self.draft.fetched } else { 0 };
        let counts = u64::from(self.draft.comparisons) << 16 | u64::from(opened + fetched);
        still(self.album, part, counts << 32 | u64::from(other), draw)
    }

    /// The blank question that would tell most, if that is known.
    pub(super) fn next_question(&self) -> Option<&'a NextQuestion> {
        self.ordered?.next_question.as_ref()
    }

    /// The name of an option; an unknown one keeps its id.
    pub(super) fn name(&self, option: &'a str) -> &'a str {
        self.dataset.option(option).map_or(option, |it| &it.name)
    }

    pub(super) fn names(&self, options: &'a [Id]) -> Vec<&'a str> {
        options.iter().map(|id| self.name(id)).collect()
    }

    /// The name of a criterion.
    pub(super) fn criterion(&self, id: &'a str) -> &'a str {
        self.dataset.criterion(id).map_or(id, |it| &it.name)
    }

    /// The question and the words of one of its choices.
    pub(super) fn answer(&self, question: &'a str, choice: &'a str) -> (&'a str, &'a str) {
        let Some(found) = self.dataset.question(question) else { return (question, choice) };
        (&found.ask, found.choice(choice).map_or(choice, |it| &it.label))
    }

    /// Which colour and shape an option has.
    pub(super) fn slot(&self, option: &str) -> usize {
        self.dataset.options.iter().position(|it| it.id == option).unwrap_or_default()
    }

    /// Whether the answers are just those of a scenario.
    pub(super) fn is_filled_in_by(&self, scenario: &Scenario) -> bool {
        let answers = &self.decision().answers;
        let is_ticked = |(question, answer): (Id, &Answer)| {
            let filled_in: IdSet = answer.0.iter().copied().collect();
            answers.get(&question) == Some(&filled_in)
        };
        answers.len() == scenario.answers.len() && scenario.answers.iter().all(is_ticked)
    }
}
