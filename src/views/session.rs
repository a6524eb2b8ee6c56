//! The state behind one page, and what follows from it.

use std::rc::Rc;

use dataset::{Answer, Dataset, Id, IdSet, Scenario};
use yew::prelude::*;

use super::outlook::use_outlook;
use super::page::{Page, Parts};
use super::tools::use_copying;
use super::{AppProps, Change};
use crate::state::{Action, State};
use crate::words::page as words;
use crate::{engine, link};

/// The state with what the page needs to know of how it came about.
pub(super) struct Session {
    pub(super) dataset: Rc<Dataset>,
    pub(super) state: State,
    /// What a reader should know about the link that was opened.
    pub(super) notice: Option<&'static str>,
    /// Counts the changes of what the report is computed from.
    turn: u32,
    /// Counts the changes by the reader; only these go out as a link, so that
    /// a damaged link is not overwritten before somebody changes something.
    pub(super) edits: u32,
}

/// What can happen to a session.
pub(super) enum Message {
    /// The reader does something.
    Reader(Action),
    /// A link or another comparison comes in from outside.
    Arrived(Rc<Dataset>, AttrValue),
    /// The reader has seen the notice.
    Dismiss,
}

impl Session {
    fn open(dataset: Rc<Dataset>, link: &str) -> Self {
        let opened = link::decode(&dataset, link);
        let notice = notice(&opened);
        Session { state: State::new(opened.decision), dataset, notice, turn: 0, edits: 0 }
    }

    /// Whether the answers are just those of a scenario.
    pub(super) fn fills_in(&self, scenario: &Scenario) -> bool {
        let answers = &self.state.decision.answers;
        let is_ticked = |(question, answer): (Id, &Answer)| {
            let filled_in: IdSet = answer.0.iter().copied().collect();
            answers.get(&question) == Some(&filled_in)
        };
        answers.len() == scenario.answers.len() && scenario.answers.iter().all(is_ticked)
    }
}

impl Reducible for Session {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        let (dataset, state) = (Rc::clone(&self.dataset), self.state.clone());
        let next = match message {
            Message::Reader(action) => {
                let state = state.apply(&dataset, action);
                let step = u32::from(state.decision != self.state.decision);
                let (turn, edits) = (self.turn.wrapping_add(step), self.edits.wrapping_add(step));
                Session { dataset, state, notice: self.notice, turn, edits }
            }
            Message::Arrived(dataset, link) => {
                let opened = link::decode(&dataset, &link);
                let notice = notice(&opened);
                let state = if Rc::ptr_eq(&dataset, &self.dataset) {
                    state.apply(&dataset, Action::Open(Box::new(opened.decision)))
                } else {
                    State::new(opened.decision)
                };
                let turn = self.turn.wrapping_add(1);
                Session { dataset, state, notice, turn, edits: self.edits }
            }
            Message::Dismiss => {
                Session { dataset, state, notice: None, turn: self.turn, edits: self.edits }
            }
        };
        Rc::new(next)
    }
}

fn notice(opened: &link::Opened) -> Option<&'static str> {
    let unknown = opened.has_unknown.then_some(words::UNKNOWN);
    opened.damage.map(words::damage).or(unknown)
}

/// Keeps the session, its report and the link to it in step.
#[hook]
pub(super) fn use_session(props: &AppProps) -> Page {
    let session = {
        let (dataset, link) = (Rc::clone(&props.dataset), props.state.clone());
        use_reducer(move || Session::open(dataset, &link))
    };
    let report = {
        let session = session.clone();
        use_memo(session.turn, move |_| engine::answer(&session.dataset, &session.state.decision))
    };
    let outlook = use_outlook(session.turn, &session, &report);
    let sent = {
        let link = props.state.clone();
        use_mut_ref(move || link)
    };
    {
        let (session, report) = (session.clone(), Rc::clone(&report));
        let (sent, on_change) = (Rc::clone(&sent), props.on_change.clone());
        use_effect_with(session.edits, move |edits| {
            if *edits > 0 {
                let link = link::encode(&session.dataset, &session.state.decision);
                sent.replace(AttrValue::from(link.clone()));
                on_change.emit(Change { link, report });
            }
        });
    }
    {
        let (session, dataset) = (session.clone(), Rc::clone(&props.dataset));
        let address = Rc::as_ptr(&dataset);
        use_effect_with((props.state.clone(), address), move |(link, _)| {
            let is_known = *sent.borrow() == *link && Rc::ptr_eq(&dataset, &session.dataset);
            if !is_known {
                sent.replace(link.clone());
                session.dispatch(Message::Arrived(dataset, link.clone()));
            }
        });
    }
    let act = {
        let session = session.clone();
        Callback::from(move |action| session.dispatch(Message::Reader(action)))
    };
    let dismiss = {
        let session = session.clone();
        Callback::from(move |_| session.dispatch(Message::Dismiss))
    };
    let copying = use_copying(&session, props.link_base.clone());
    Page(Rc::new(Parts {
        dataset: Rc::clone(&session.dataset),
        session,
        report,
        outlook,
        act,
        dismiss,
        copying,
        verdict: use_node_ref(),
        checklist: use_node_ref(),
        next_question: use_node_ref(),
    }))
}
