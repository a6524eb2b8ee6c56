//! What can happen on the page.

use dataset::Id;
use web_sys::Event;
use yew::{AttrValue, Callback, NodeRef};

use super::body::Body;
use super::parcel::Which;
use super::tools::Copying;
use crate::browser;
use crate::decision::{Edit, Importance};
use crate::state::Action;

/// Where elements send their messages, with the event that set them off.
pub(super) type Send = Callback<(Message, Event)>;

/// Something that happened.
#[derive(Clone)]
pub enum Message {
    /// The reader changes the decision, or goes back or forward.
    Act(Action),
    /// The same by a button that goes away with what it changes: the focus
    /// moves to the verdict, or it would be lost.
    ActAndLeave(Action),
    /// The reader tries what would change the verdict.
    Try(Edit),
    /// The reader chooses how much a criterion matters.
    Weigh(Id),
    /// The next part of the page is to be drawn.
    Draw,
    /// The reader has seen the notice.
    Dismiss,
    /// The reader jumps to a place.
    Jump(NodeRef),
    /// The reader wants the link.
    Copy,
    /// How copying a link went.
    Copied(AttrValue, Copying),
    /// The reader opens a disclosure.
    Open(Body),
    /// A part of the program is here, or could not be fetched.
    Arrived(Which, bool),
    /// The reader wants to be asked only what matters, or everything.
    Guide(bool),
    /// The reader is through with a question.
    Next,
    /// It is time for another piece of the outlook.
    Work,
    /// The verdict is on screen; the rest may follow.
    Settle,
    /// The verdict has stood long enough to be announced.
    Announce,
}

impl Message {
    /// A change of the decision.
    pub(super) fn edit(edit: Edit) -> Self {
        Message::Act(Action::Edit(edit))
    }

    /// The message with what only the event tells.
    pub(super) fn heard(self, event: &Event) -> Self {
        let Message::Weigh(criterion) = self else { return self };
        let chosen = browser::value_of(event).and_then(|it| it.parse().ok());
        Message::edit(Edit::Weigh(criterion, chosen.and_then(Importance::new)))
    }
}
