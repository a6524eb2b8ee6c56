//! What the page does between changes: it works the outlook out, fetches parts
//! of the program, and copies links.

use yew::prelude::*;

use super::App;
use crate::appearance::{Chart, View};
use crate::browser;
use crate::decision::Decision;
use crate::engine::Step;
use crate::views::message::Message;
use crate::views::parcel::Parcel;
use crate::views::tools::Copying;

impl App {
    /// Goes on with the outlook after some time; replaces the last appointment.
    pub(super) fn wait(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let scope = ctx.link().clone();
        let timer = browser::after(milliseconds, move || scope.send_message(Message::Work));
        self.working = Some(timer);
    }

    /// One step of the outlook in each turn of the browser's event loop, so
    /// that the page stays awake. With nothing told there is none.
    pub(super) fn work(&mut self, ctx: &Context<Self>) -> bool {
        let is_wanted = self.guide.is_some() || self.state.decision != Decision::default();
        if self.is_fresh || !is_wanted {
            return false;
        }
        // The outlook begins when the whole report is there.
        if self.draft.settled != self.turn {
            return false;
        }
        self.ask_for_foresight(ctx);
        let Parcel::Here(foresight) = &self.foresight else { return true };
        let (dataset, decision) = (&self.dataset, &self.state.decision);
        let replays =
            self.replays.get_or_insert_with(|| (foresight.begin)(dataset, decision, &self.report));
        match replays.step(dataset, decision) {
            Step::More => {
                self.wait(ctx, 0);
                return false;
            }
            Step::Questions => self.is_ordered = true,
            Step::Done => self.is_fresh = true,
        }
        self.prospects = Some(replays.found());
        self.draft.foreseen += 1;
        if self.guide.as_ref().is_some_and(|guide| guide.asked.is_none()) {
            self.ask_next(ctx);
        }
        if self.is_fresh {
            self.replays = None;
        } else {
            self.wait(ctx, 0);
        }
        true
    }

    /// Goes on to the next question that matters, once it is known.
    pub(super) fn ask_next(&mut self, ctx: &Context<Self>) {
        let Some(mut guide) = self.guide.take() else { return };
        if self.is_ordered {
            guide.move_on(&self.page(ctx.props()));
        }
        self.guide = Some(guide);
    }

    pub(super) fn copy(&self, ctx: &Context<Self>) {
        let address = browser::address_of(&self.link, ctx.props().link_base.as_deref());
        let (scope, link, by_hand) = (ctx.link().clone(), self.link.clone(), address.clone());
        browser::copy(&address, move |went_well| {
            let outcome = if went_well { Copying::Done } else { Copying::Refused(by_hand) };
            scope.send_message(Message::Copied(link, outcome));
        });
    }

    /// Some views show at once what is else behind a disclosure.
    pub(super) fn ask_for_what_shows(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let is_wanted = match props.view {
            View::Full => props.figures.is_none(),
            View::Chart(chart) => matches!(chart, Chart::Figures | Chart::Assessments),
            View::Checklist | View::Summary => false,
        };
        if is_wanted {
            self.ask_for_details(ctx);
        }
        if self.state.decision != Decision::default() {
            self.ask_for_foresight(ctx);
        }
        if self.stamp.is_some() && props.view == View::Full {
            self.ask_for_details(ctx);
            self.ask_for_sharing(ctx);
        }
    }

    pub(super) fn ask_for_sharing(&mut self, ctx: &Context<Self>) {
        let scope = ctx.link().clone();
        let arrived = move |part| scope.send_message(Message::Shared(part));
        self.sharing.ask(ctx.props().parcels.sharing, arrived);
    }

    fn ask_for_foresight(&mut self, ctx: &Context<Self>) {
        let scope = ctx.link().clone();
        let arrived = move |part| scope.send_message(Message::Foreseen(part));
        self.foresight.ask(ctx.props().parcels.foresight, arrived);
    }

    pub(super) fn ask_for_details(&mut self, ctx: &Context<Self>) {
        let scope = ctx.link().clone();
        let arrived = move |part| scope.send_message(Message::Detailed(part));
        self.details.ask(ctx.props().parcels.details, arrived);
    }
}
