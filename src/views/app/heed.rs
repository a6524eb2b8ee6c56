//! What the page does when something happens.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, link_to};
use crate::browser;
use crate::engine;
use crate::state::Action;
use crate::views::body::Body;
use crate::views::guide::Guide;
use crate::views::message::Message;
use crate::views::parcel::Which;
use crate::views::tools::Copying;

impl App {
    /// Does what a message asks for; whether that is to be seen.
    pub(super) fn heed(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => return self.act(action),
            Message::ActAndLeave(action) => {
                browser::focus(&self.places.verdict);
                return self.act(action);
            }
            // What is found for the decision before need not hold for this one.
            Message::Try(_) if !self.is_fresh => return false,
            Message::Try(edit) => {
                return self.heed(ctx, Message::ActAndLeave(Action::Edit(edit)));
            }
            Message::Settle => return self.settle(ctx),
            Message::Draw => return self.draw(ctx),
            Message::Jump(place) => {
                browser::jump_to(&place);
                return false;
            }
            Message::Dismiss => {
                self.notice = None;
                browser::focus(&self.places.title);
            }
            Message::Copy => {
                self.copy(ctx);
                return false;
            }
            Message::Copied(link, outcome) if link == self.link => self.copying = outcome,
            Message::Open(body) => {
                if !self.opened.contains(&body) {
                    self.opened.push(body.clone());
                }
                self.ask_for(ctx, Which::Details);
                if let Body::Annex(which) = body {
                    self.ask_for(ctx, which);
                }
            }
            Message::Arrived(which, is_here) => {
                self.take(ctx, which, is_here);
                if matches!(which, Which::Foresight) {
                    self.wait(ctx, 0);
                }
            }
            Message::Guide(is_wanted) => {
                self.guide = is_wanted.then(Guide::default);
                self.ask_next(ctx);
                self.wait(ctx, 0);
                browser::focus(&self.places.checklist);
            }
            Message::Next => {
                self.ask_next(ctx);
                browser::focus(&self.places.guide);
            }
            Message::Work => return self.work(ctx),
            Message::Announce => self.told = self.report.verdict.sentence.clone(),
            Message::Weigh(_) | Message::Copied(..) => return false,
        }
        true
    }

    fn act(&mut self, action: Action) -> bool {
        if !self.state.apply(&self.dataset, action) {
            return false;
        }
        self.is_edited = true;
        self.answer();
        true
    }

    /// Brings up to date what takes less than a frame; the rest comes after it.
    pub(super) fn answer(&mut self) {
        let decision = &self.state.decision;
        self.report = Rc::new(engine::draft(&self.dataset, decision, &self.report));
        self.is_draft = true;
        self.answering = None;
        self.write_link();
        self.copying = Copying::Open;
        self.turn += 1;
        self.replays = None;
        self.is_fresh = false;
        self.ordered = None;
        self.working = None;
    }

    pub(super) fn write_link(&mut self) {
        self.link = link_to(&self.dataset, &self.state.decision, &self.report);
    }
}
