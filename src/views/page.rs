//! What every view is given.

use std::ops::Deref;
use std::rc::Rc;

use dataset::{Dataset, Id};
use web_sys::{Event, HtmlElement};
use yew::prelude::*;

use super::outlook::Known;
use super::session::Session;
use super::tools::Copying;
use crate::decision::Decision;
use crate::report::{Report, VerdictKind};
use crate::state::Action;

/// The state of the page and the ways to act on it, shared by all who draw.
#[derive(Clone)]
pub(super) struct Page(pub(super) Rc<Parts>);

impl Deref for Page {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What a [`Page`] is made of.
pub(super) struct Parts {
    pub(super) dataset: Rc<Dataset>,
    pub(super) session: UseReducerHandle<Session>,
    /// What the decision comes to, without its outlook.
    pub(super) report: Rc<Report>,
    pub(super) outlook: Known,
    /// Where all changes by the reader go.
    pub(super) act: Callback<Action>,
    pub(super) dismiss: Callback<Event>,
    pub(super) copying: Copying,
    /// Places to jump to.
    pub(super) verdict: NodeRef,
    pub(super) checklist: NodeRef,
    pub(super) next_question: NodeRef,
}

impl Parts {
    pub(super) fn decision(&self) -> &Decision {
        &self.session.state.decision
    }

    /// Whether there is nothing to start over from.
    pub(super) fn is_untouched(&self) -> bool {
        *self.decision() == Decision::default()
    }

    /// Whether enough was told for a verdict, a conflict among them.
    pub(super) fn has_verdict(&self) -> bool {
        self.report.verdict.kind != VerdictKind::Undecided
    }

    /// What a button or a field does.
    pub(super) fn does(&self, action: Action) -> Callback<Event> {
        self.act.reform(move |_| action.clone())
    }

    /// The name of an option; an unknown one keeps its id.
    pub(super) fn name<'a>(&'a self, option: &'a str) -> &'a str {
        self.dataset.option(option).map_or(option, |it| &it.name)
    }

    pub(super) fn names<'a>(&'a self, options: &'a [Id]) -> Vec<&'a str> {
        options.iter().map(|id| self.name(id)).collect()
    }

    /// The name of a criterion.
    pub(super) fn criterion<'a>(&'a self, id: &'a str) -> &'a str {
        self.dataset.criterion(id).map_or(id, |it| &it.name)
    }

    /// The question and the words of one of its choices.
    pub(super) fn answer<'a>(&'a self, question: &'a str, choice: &'a str) -> (&'a str, &'a str) {
        let Some(found) = self.dataset.question(question) else { return (question, choice) };
        (&found.ask, found.choice(choice).map_or(choice, |it| &it.label))
    }

    /// Which colour and shape an option has.
    pub(super) fn slot(&self, option: &str) -> usize {
        self.dataset.options.iter().position(|it| it.id == option).unwrap_or_default()
    }
}

/// Jumps to a place in the widget. A link to a fragment would not find its way
/// into a shadow root, and would overwrite the decision in the address.
pub(super) fn jump_to(place: &NodeRef) -> Callback<Event> {
    let place = place.clone();
    Callback::from(move |_| {
        if let Some(element) = place.cast::<HtmlElement>() {
            // An element that cannot take the focus is no reason to fail.
            let _ = element.focus();
            element.scroll_into_view();
        }
    })
}
