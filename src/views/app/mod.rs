//! The component behind the page: it keeps the state, and the report, the
//! outlook and the link in step with it.

mod follow_up;
mod heed;
mod opened;

use std::cell::Cell;
use std::mem;
use std::rc::Rc;

use dataset::Dataset;
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::prelude::*;

use crate::browser::{self, FRAME, Timer, plain};
use crate::decision::Decision;
use crate::engine::{self, Answering, Step};
use crate::link::{self, Stamp};
use crate::report::{Prospects, Report};
use crate::state::{Action, State};
use crate::views::annex::Annexes;
use crate::views::body::Body;
use crate::views::details::Details;
use crate::views::guide::Guide;
use crate::views::message::{Message, Send};
use crate::views::outlook::{Foresight, Replays};
use crate::views::page::{Draft, Page, Places, Shared};
use crate::views::parcel::Parcel;
use crate::views::props::AppProps;
use crate::views::still::Album;
use crate::views::tools::Copying;
use crate::views::turns::IN_TURNS;
use crate::views::{WHOLE, parts_of};
use opened::{link_to, news, notice};

/// How long the page stays quiet after a change before the outlook is begun.
const PAUSE: u32 = 120;

/// The page, or the part of it that `view` names.
pub struct App {
    dataset: Rc<Dataset>,
    state: State,
    notice: Option<&'static str>,
    report: Rc<Report>,
    /// Whether the state is that of the link, or a later one.
    is_opened: bool,
    /// Whether the report is but a draft, or blank.
    is_draft: bool,
    /// The whole report under way.
    answering: Option<Answering>,
    /// What a link to the decision carries.
    link: AttrValue,
    /// The last link that came from outside or went out.
    known: AttrValue,
    /// Only changes by the reader go out as a link, so that a damaged link is
    /// not overwritten before somebody changes something.
    is_edited: bool,
    album: Album,
    draft: Draft,
    /// The next part of the page.
    drawing: Option<Timer>,
    /// Counts the reports.
    turn: u32,
    settling: Option<Timer>,
    /// The outlook under way, and how far its last turn came.
    replays: Option<(Box<dyn Replays>, Step)>,
    /// The last whole outlook, if it was one beside a verdict.
    prospects: Option<Rc<Prospects>>,
    /// Whether this decision's outlook is whole.
    is_fresh: bool,
    /// What is known of this decision's: the order of the questions, at least.
    ordered: Option<Rc<Prospects>>,
    guide: Option<Guide>,
    working: Option<Timer>,
    /// What those who hear the page were told last.
    told: String,
    telling: Option<Timer>,
    copying: Copying,
    opened: Vec<Body>,
    foresight: Parcel<Foresight>,
    details: Parcel<Details>,
    annexes: Annexes,
    /// The parts that are on their way, a bit each.
    on_the_way: u8,
    /// The stamp of the opened link, if it has more to say than its answers.
    stamp: Option<Stamp>,
    places: Places,
    send: Send,
    /// How many messages of elements wait for their turn.
    waiting: Rc<Cell<u32>>,
    /// Whether something has changed that is not drawn yet.
    is_due: bool,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let dataset = Rc::clone(&ctx.props().dataset);
        let scope = ctx.link().clone();
        let waiting = Rc::<Cell<u32>>::default();
        let sent = Rc::clone(&waiting);
        let mut app = App {
            notice: None,
            link: AttrValue::default(),
            state: State::new(Decision::default()),
            dataset,
            report: Rc::default(),
            is_opened: false,
            is_draft: true,
            answering: None,
            known: AttrValue::default(),
            is_edited: false,
            album: Album::default(),
            draft: Draft { parts: if IN_TURNS { 0 } else { WHOLE }, ..Draft::default() },
            drawing: None,
            turn: 0,
            settling: None,
            replays: None,
            is_fresh: false,
            ordered: None,
            guide: None,
            prospects: None,
            working: None,
            told: String::new(),
            telling: None,
            copying: Copying::Open,
            opened: Vec::new(),
            foresight: Parcel::Awaited,
            details: Parcel::Awaited,
            annexes: Annexes::NONE,
            on_the_way: 0,
            stamp: None,
            places: Places::default(),
            send: Callback::from(move |(message, event): (Message, Event)| {
                sent.set(sent.get() + 1);
                let (scope, sent) = (scope.clone(), Rc::clone(&sent));
                let message = message.heard(&event);
                browser::soon(move || {
                    sent.set(sent.get() - 1);
                    scope.send_message(message);
                });
            }),
            waiting,
            is_due: false,
        };
        // In turns that is done before the first part is drawn.
        if !IN_TURNS {
            app.open(ctx);
            app.take_report(engine::answer(&app.dataset, &app.state.decision));
        }
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &AppProps) -> bool {
        let props = ctx.props();
        if !props.is_shown {
            self.working = None;
            self.settling = None;
            return true;
        }
        let is_new = !before.is_shown || !Rc::ptr_eq(&props.dataset, &self.dataset);
        if !is_new && props.state == self.known {
            self.ask_for_what_shows(ctx);
            return !props.looks_like(before);
        }
        if is_new {
            self.dataset = Rc::clone(&props.dataset);
            self.album = Album::default();
            // No part shall look as if it were the one of before.
            self.draft.comparisons += 1;
            self.opened.clear();
            self.guide = None;
            self.prospects = None;
            self.told.clear();
            self.telling = None;
            self.is_opened = false;
        }
        self.open(ctx);
        self.answer();
        true
    }

    /// Draws nothing while another message waits: the element that sent it shows
    /// already what that is about, and would be set back for a moment.
    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.is_due |= self.heed(ctx, message);
        self.waiting.get() == 0 && mem::take(&mut self.is_due)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        if !props.is_shown || self.draft.parts == 0 {
            return Html::default();
        }
        parts_of(&self.page(props), props, &self.told)
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if !ctx.props().is_shown {
            return;
        }
        if self.draft.parts < WHOLE {
            return self.draw_soon(ctx);
        }
        if self.drawing.take().is_some() || is_first {
            self.wait(ctx, PAUSE);
        }
        if !self.is_settled() && self.settling.is_none() {
            self.settle_soon(ctx, if self.draft.settled[0] == self.turn { 0 } else { FRAME });
        }
    }
}

impl App {
    /// The whole report of what a link carries, which need not be drawn yet, as
    /// a plain object. Its outlook is empty while the part of the program that
    /// works it out is not here.
    pub fn report(&self, dataset: &Dataset, link: &str) -> JsValue {
        let decision = link::decode(dataset, link).decision;
        let report = engine::answer(dataset, &decision);
        let outlook = match &self.foresight {
            Parcel::Here(foresight) => Some((foresight.describe)(dataset, &decision, &report)),
            _ => None,
        };
        plain::describe(&report, outlook)
    }

    /// What a link to the decision carries, where the reader has changed what
    /// the page was `told` last.
    pub fn ahead_of(&self, told: &AttrValue) -> Option<AttrValue> {
        (self.is_edited && self.known == *told).then(|| self.link.clone())
    }

    /// Takes over the link that the page was opened with, or another one.
    fn open(&mut self, ctx: &Context<Self>) {
        self.known = ctx.props().state.clone();
        let opened = link::decode(&self.dataset, &self.known);
        self.notice = notice(&opened);
        self.stamp = news(&self.dataset, &opened);
        self.is_edited = false;
        if mem::replace(&mut self.is_opened, true) {
            self.state.apply(&self.dataset, Action::Open(Box::new(opened.decision)));
        } else {
            self.state = State::new(opened.decision);
        }
        self.ask_for_what_shows(ctx);
    }

    fn page<'a>(&'a self, props: &'a AppProps) -> Page<'a> {
        Page {
            dataset: &self.dataset,
            state: &self.state,
            notice: self.notice,
            report: &self.report,
            prospects: self.prospects.as_deref(),
            is_fresh: self.is_fresh,
            ordered: self.ordered.as_deref(),
            guide: self.guide.as_ref(),
            copying: &self.copying,
            opened: &self.opened,
            foresight: &self.foresight,
            details: &self.details,
            annexes: &self.annexes,
            shared: Shared {
                dataset: &self.dataset,
                report: &self.report,
                prospects: self.ordered.as_ref().filter(|_| self.is_fresh),
                link: &self.link,
                base: props.link_base.as_ref(),
                stamp: self.stamp.as_ref(),
            },
            send: &self.send,
            album: &self.album,
            draft: self.draft,
            places: &self.places,
            figures: props.figures.as_ref(),
            title: props.title,
        }
    }
}
