//! What the page does between changes: it works the outlook out, fetches parts
//! of the program, and copies links.

use std::mem;
use std::rc::Rc;

use yew::prelude::*;

use super::{App, PAUSE};
use crate::appearance::{Chart, View};
use crate::browser;
use crate::decision::Decision;
use crate::engine::{Answering, Step};
use crate::report::Report;
use crate::views::message::Message;
use crate::views::parcel::{Parcel, Which, fetch};
use crate::views::tools::Copying;
use crate::views::{Change, WHOLE};

/// How long a verdict must stand before it is announced.
const SETTLED: u32 = 700;

/// The place of a part among those on their way.
const fn bit(which: Which) -> u8 {
    1 << which as u8
}

impl App {
    /// Draws the next part of the page, once the report is there.
    pub(super) fn draw(&mut self, ctx: &Context<Self>) -> bool {
        if self.is_draft {
            if self.is_opened {
                self.conclude();
            } else {
                self.open(ctx);
            }
            self.draw_soon(ctx);
            return false;
        }
        self.draft.parts = match ctx.props().view {
            View::Full | View::Checklist => self.draft.parts + 1,
            // What draws it is on its way, and leads here again when it comes.
            View::Chart(_) if self.on_the_way & !bit(Which::Foresight) != 0 => return false,
            View::Summary | View::Chart(_) => WHOLE,
        };
        true
    }

    pub(super) fn draw_soon(&mut self, ctx: &Context<Self>) {
        let scope = ctx.link().clone();
        self.drawing = Some(browser::after(0, move || scope.send_message(Message::Draw)));
    }

    /// Brings the report up to date after a change, then one of the parts that
    /// the frame after it went without; with the last of them, the outlook
    /// begins.
    pub(super) fn settle(&mut self, ctx: &Context<Self>) -> bool {
        self.settling = None;
        if self.is_draft {
            self.conclude();
            self.settle_soon(ctx, 0);
            return false;
        }
        let behind = self.draft.settled.iter().position(|it| *it != self.turn);
        let Some(behind) = behind else { return false };
        if behind == 0 {
            self.tell(ctx);
        }
        self.draft.settled[behind] = self.turn;
        if self.is_settled() {
            self.wait(ctx, PAUSE);
        }
        true
    }

    pub(super) fn settle_soon(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let scope = ctx.link().clone();
        let timer = browser::after(milliseconds, move || scope.send_message(Message::Settle));
        self.settling = Some(timer);
    }

    /// Whether all parts show the present report.
    pub(super) fn is_settled(&self) -> bool {
        self.draft.settled == [self.turn; 3]
    }

    /// Goes on with the whole report for a moment.
    fn conclude(&mut self) {
        let (dataset, decision) = (&self.dataset, &self.state.decision);
        let answering = &mut self.answering;
        let mut report = None;
        browser::for_a_turn(&mut || {
            match answering {
                Some(answering) => report = answering.step(dataset, decision),
                None => *answering = Some(Answering::new(dataset, decision)),
            }
            report.is_some()
        });
        if let Some(report) = report {
            self.take_report(report);
        }
    }

    /// Takes the whole report of the state.
    pub(super) fn take_report(&mut self, report: Report) {
        self.report = Rc::new(report);
        self.answering = None;
        self.is_draft = false;
        self.write_link();
    }

    /// Tells everyone of the change. Writing history is the slowest thing that
    /// a page can ask of a browser, so that comes after the frame, too.
    fn tell(&mut self, ctx: &Context<Self>) {
        if self.is_edited && self.known != self.link {
            self.known = self.link.clone();
            let report = Rc::clone(&self.report);
            ctx.props().on_change.emit(Change { link: self.link.to_string(), report });
        }
        let is_news = self.is_edited && self.report.verdict.sentence != self.told;
        self.telling = is_news.then(|| {
            let scope = ctx.link().clone();
            browser::after(SETTLED, move || scope.send_message(Message::Announce))
        });
    }

    /// Goes on with the outlook after some time; replaces the last appointment.
    pub(super) fn wait(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let scope = ctx.link().clone();
        let timer = browser::after(milliseconds, move || scope.send_message(Message::Work));
        self.working = Some(timer);
    }

    /// Goes on with the outlook for a moment, so that the page stays awake. With
    /// nothing told there is none.
    pub(super) fn work(&mut self, ctx: &Context<Self>) -> bool {
        let is_wanted = self.guide.is_some() || self.state.decision != Decision::default();
        if self.is_fresh || !is_wanted {
            return false;
        }
        // The outlook begins when the whole report is there.
        if !self.is_settled() {
            return false;
        }
        self.ask_for(ctx, Which::Foresight);
        let Parcel::Here(foresight) = &self.foresight else { return true };
        let (dataset, decision) = (&self.dataset, &self.state.decision);
        let (replays, step) = self.replays.get_or_insert_with(|| {
            ((foresight.begin)(dataset, decision, &self.report), Step::More)
        });
        if *step == Step::More {
            browser::for_a_turn(&mut || {
                *step = replays.step(dataset, decision);
                *step != Step::More
            });
            // What is found is drawn in a turn of its own.
            self.wait(ctx, 0);
            return false;
        }
        self.ordered = Some(replays.found());
        // Of half an outlook nobody can tell what does not change the answer.
        if mem::replace(step, Step::More) == Step::Done {
            self.is_fresh = true;
            // Beside a first verdict, what would change none is nothing to go by.
            let is_given = self.report.verdict.kind.is_given();
            self.prospects = self.ordered.clone().filter(|_| is_given);
            self.draft.foreseen += 1;
        }
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
        if self.ordered.is_some() {
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
            View::Chart(chart) => chart.is_fetched(),
            View::Checklist | View::Summary => false,
        };
        if props.view == View::Chart(Chart::Latency) {
            self.ask_for(ctx, Which::Lab);
        }
        if is_wanted {
            self.ask_for(ctx, Which::Details);
        }
        if self.state.decision != Decision::default() {
            self.ask_for(ctx, Which::Foresight);
        }
        if self.stamp.is_some() && props.view == View::Full {
            self.ask_for(ctx, Which::Details);
            self.ask_for(ctx, Which::Sharing);
        }
    }

    /// Fetches a part, unless it is here or on its way. One function for all of
    /// them: what is made for each by itself weighs more.
    pub(super) fn ask_for(&mut self, ctx: &Context<Self>, which: Which) {
        let parcels = &ctx.props().parcels;
        let (is_wanted, name) = match which {
            Which::Foresight => (self.foresight.is_wanted(), parcels.foresight.name),
            Which::Details => (self.details.is_wanted(), parcels.details.name),
            Which::Sharing => (self.annexes.is_wanted(which), parcels.sharing.name),
            Which::Lab => (self.annexes.is_wanted(which), parcels.lab.name),
        };
        if !is_wanted || self.on_the_way & bit(which) != 0 {
            return;
        }
        let Some(name) = name else { return self.take(ctx, which, true) };
        self.on_the_way |= bit(which);
        let scope = ctx.link().clone();
        fetch(name, move |is_here| scope.send_message(Message::Arrived(which, is_here)));
    }

    /// Takes a part that has come, or hears that it has not.
    pub(super) fn take(&mut self, ctx: &Context<Self>, which: Which, is_here: bool) {
        self.on_the_way &= !bit(which);
        let parcels = &ctx.props().parcels;
        match which {
            Which::Foresight => self.foresight.take(is_here.then(parcels.foresight.make)),
            Which::Details => self.details.take(is_here.then(parcels.details.make)),
            Which::Sharing => self.annexes.take(which, is_here.then(parcels.sharing.make)),
            Which::Lab => self.annexes.take(which, is_here.then(parcels.lab.make)),
        }
        self.draft.fetched += 1;
    }
}
