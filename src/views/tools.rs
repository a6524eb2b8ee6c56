//! What a reader can do with a decision: take it away, go back, start over.

use web_sys::Event;
use yew::prelude::*;

use super::dom::tag;
use super::page::Page;
use super::parts::{button, idle_button};
use super::session::Session;
use crate::browser;
use crate::decision::Edit;
use crate::link;
use crate::state::Action;
use crate::words::page as words;

/// How copying the link went.
#[derive(Clone, PartialEq)]
enum Outcome {
    Open,
    Copied,
    /// The address, for copying it by hand.
    Refused(String),
}

/// Copying the link.
#[derive(Clone)]
pub(super) struct Copying {
    /// The link that was copied last, and how that went.
    outcome: UseStateHandle<(String, Outcome)>,
    link: String,
    start: Callback<Event>,
}

/// Copies the link to the decision as it stands.
#[hook]
pub(super) fn use_copying(
    session: &UseReducerHandle<Session>,
    link_base: Option<AttrValue>,
) -> Copying {
    let outcome = use_state(|| (String::new(), Outcome::Open));
    let link = link::encode(&session.dataset, &session.state.decision);
    let start = {
        let (outcome, link) = (outcome.setter(), link.clone());
        Callback::from(move |_| {
            let address = browser::address_of(&link, link_base.as_deref());
            let (outcome, link, by_hand) = (outcome.clone(), link.clone(), address.clone());
            browser::copy(&address, move |went_well| {
                let how = if went_well { Outcome::Copied } else { Outcome::Refused(by_hand) };
                outcome.set((link, how));
            });
        })
    };
    Copying { outcome, link, start }
}

impl Copying {
    /// A decision that has changed since has a link that was not copied yet.
    fn outcome(&self) -> &Outcome {
        let (link, outcome) = &*self.outcome;
        if *link == self.link { outcome } else { &Outcome::Open }
    }
}

/// The buttons below the verdict.
pub(super) fn tools(page: &Page) -> Html {
    let outcome = page.copying.outcome();
    let copy = if *outcome == Outcome::Copied { words::COPIED } else { words::COPY };
    let state = &page.session.state;
    let act = |label: &str, action: Action, is_possible: bool| -> Html {
        if is_possible { button(label, page.does(action)) } else { idle_button(label) }.into()
    };
    let by_hand = match outcome {
        Outcome::Refused(address) => Some(
            tag("label", "dw-by-hand")
                .text(words::COPY_FAILED)
                .add(tag("input", "").is("readonly", "").set("value", address.clone()))
                .into(),
        ),
        Outcome::Open | Outcome::Copied => None,
    };
    tag("div", "dw-tools")
        .add(button(copy, page.copying.start.clone()).has("data-main", true))
        .add(act(words::UNDO, Action::Undo, state.can_undo()))
        .add(act(words::REDO, Action::Redo, state.can_redo()))
        .add(act(words::RESET, Action::Edit(Edit::Reset), !page.is_untouched()))
        .maybe(by_hand)
        .into()
}
