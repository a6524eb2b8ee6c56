//! What a reader can do with a decision: take it away, go back, start over.

use yew::Html;

use super::body::{Body, disclosure};
use super::dom::{Attr, tag};
use super::message::Message;
use super::page::Page;
use super::parts::{button, idle_button};
use crate::decision::Edit;
use crate::state::Action;
use crate::words::page as words;

/// How copying the link went.
#[derive(Clone, Debug, PartialEq)]
pub enum Copying {
    /// It was not tried since the last change.
    Open,
    /// Well.
    Done,
    /// Not at all; the address, for copying it by hand.
    Refused(String),
}

/// The buttons below the verdict.
pub(super) fn tools(page: &Page) -> Html {
    let copy = if *page.copying == Copying::Done { words::COPIED } else { words::COPY };
    let act = |label: &str, action: Action, is_possible: bool| -> Html {
        if is_possible {
            button(page, label, Message::Act(action)).into()
        } else {
            idle_button(label).into()
        }
    };
    let by_hand = match page.copying {
        Copying::Refused(address) => Some(
            tag("label", "dw-by-hand")
                .text(words::COPY_FAILED)
                .add(
                    tag("input", "")
                        .is(Attr::Dir, "ltr")
                        .is(Attr::ReadOnly, "")
                        .set(Attr::Value, address.clone()),
                )
                .into(),
        ),
        Copying::Open | Copying::Done => None,
    };
    tag("div", "dw-tools")
        .add(button(page, copy, Message::Copy).has(Attr::DataMain, true))
        .add(act(words::UNDO, Action::Undo, page.state.can_undo()))
        .add(act(words::REDO, Action::Redo, page.state.can_redo()))
        .add(act(words::RESET, Action::Edit(Edit::Reset), !page.is_untouched()))
        .maybe(by_hand)
        .add(disclosure(page, "dw-more", "keep", words::KEEP_SUMMARY.into(), Body::Keep))
        .into()
}
