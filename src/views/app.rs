//! The component behind the page: it keeps the state, and the report, the
//! outlook and the link in step with it.

use std::rc::Rc;

use dataset::Dataset;
use web_sys::Event;
use yew::prelude::*;

use super::body::Body;
use super::details::Details;
use super::guide::Guide;
use super::message::{Message, Send};
use super::outlook::{Foresight, Replays};
use super::page::{Page, Places};
use super::parcel::Parcel;
use super::props::AppProps;
use super::tools::Copying;
use super::{Change, parts_of};
use crate::appearance::{Chart, View};
use crate::browser::{self, Timer};
use crate::decision::Decision;
use crate::engine::{self, Step};
use crate::link;
use crate::report::{Prospects, Report};
use crate::state::{Action, State};
use crate::words::page as words;

/// How long the page stays quiet after a change before the outlook is begun.
const PAUSE: u32 = 120;
/// How long a verdict must stand before it is announced.
const SETTLED: u32 = 700;

/// The page, or the part of it that `view` names.
pub struct App {
    dataset: Rc<Dataset>,
    state: State,
    notice: Option<&'static str>,
    report: Rc<Report>,
    /// What a link to the decision carries.
    link: AttrValue,
    /// The last link that came from outside or went out.
    known: AttrValue,
    /// Only changes by the reader go out as a link, so that a damaged link is
    /// not overwritten before somebody changes something.
    is_edited: bool,
    /// The outlook under way.
    replays: Option<Box<dyn Replays>>,
    /// Whether `prospects` belong to this decision.
    is_fresh: bool,
    /// Whether at least their order of the questions does.
    is_ordered: bool,
    guide: Option<Guide>,
    prospects: Option<Prospects>,
    working: Option<Timer>,
    /// What those who hear the page were told last.
    told: String,
    telling: Option<Timer>,
    copying: Copying,
    opened: Vec<Body>,
    foresight: Parcel<Foresight>,
    details: Parcel<Details>,
    places: Places,
    send: Send,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let dataset = Rc::clone(&props.dataset);
        let opened = link::decode(&dataset, &props.state);
        let report = Rc::new(engine::answer(&dataset, &opened.decision));
        let scope = ctx.link().clone();
        let mut app = App {
            notice: notice(&opened),
            link: link::encode(&dataset, &opened.decision).into(),
            state: State::new(opened.decision),
            dataset,
            report,
            known: props.state.clone(),
            is_edited: false,
            replays: None,
            is_fresh: false,
            is_ordered: false,
            guide: None,
            prospects: None,
            working: None,
            told: String::new(),
            telling: None,
            copying: Copying::Open,
            opened: Vec::new(),
            foresight: Parcel::Unasked,
            details: Parcel::Unasked,
            places: Places::default(),
            send: Callback::from(move |(message, event): (Message, Event)| {
                scope.send_message(message.heard(&event));
            }),
        };
        app.ask_for_what_shows(ctx);
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &AppProps) -> bool {
        let props = ctx.props();
        let is_new = !Rc::ptr_eq(&props.dataset, &self.dataset);
        if !is_new && props.state == self.known {
            self.ask_for_what_shows(ctx);
            return !props.looks_like(before);
        }
        let opened = link::decode(&props.dataset, &props.state);
        self.notice = notice(&opened);
        self.known = props.state.clone();
        if is_new {
            self.dataset = Rc::clone(&props.dataset);
            self.state = State::new(opened.decision);
        } else {
            self.state.apply(&self.dataset, Action::Open(Box::new(opened.decision)));
        }
        self.ask_for_what_shows(ctx);
        self.answer(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => return self.act(ctx, action),
            Message::ActAndLeave(action) => {
                browser::focus(&self.places.verdict);
                return self.act(ctx, action);
            }
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
                    self.opened.push(body);
                }
                self.ask_for_details(ctx);
            }
            Message::Detailed(part) => self.details.take(part),
            Message::Foreseen(part) => {
                self.foresight.take(part);
                self.wait(ctx, 0);
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

    fn view(&self, ctx: &Context<Self>) -> Html {
        parts_of(&self.page(ctx.props()), ctx.props(), &self.told)
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            self.wait(ctx, PAUSE);
        }
        if self.is_edited && self.known != self.link {
            self.known = self.link.clone();
            let change = Change { link: self.link.to_string(), report: Rc::clone(&self.report) };
            ctx.props().on_change.emit(change);
        }
    }
}

impl App {
    /// The whole report of what a link carries, which need not be drawn yet. Its
    /// outlook is empty while the part of the program that works it out is not
    /// here.
    pub fn report(&self, dataset: &Dataset, link: &str) -> Report {
        let decision = link::decode(dataset, link).decision;
        let mut report = engine::answer(dataset, &decision);
        if let Parcel::Here(foresight) = &self.foresight {
            let mut replays = (foresight.begin)(dataset, &decision, &report);
            while replays.step(dataset, &decision) != Step::Done {}
            report.outlook = replays.found().clone();
        }
        report
    }

    fn page<'a>(&'a self, props: &'a AppProps) -> Page<'a> {
        Page {
            dataset: &self.dataset,
            state: &self.state,
            notice: self.notice,
            report: &self.report,
            prospects: self.prospects.as_ref(),
            is_fresh: self.is_fresh,
            is_ordered: self.is_ordered,
            guide: self.guide.as_ref(),
            copying: &self.copying,
            opened: &self.opened,
            foresight: &self.foresight,
            details: &self.details,
            send: &self.send,
            places: &self.places,
            figures: props.figures.as_ref(),
        }
    }

    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        if !self.state.apply(&self.dataset, action) {
            return false;
        }
        self.is_edited = true;
        self.answer(ctx);
        let sentence = &self.report.verdict.sentence;
        self.telling = (*sentence != self.told).then(|| {
            let scope = ctx.link().clone();
            browser::after(SETTLED, move || scope.send_message(Message::Announce))
        });
        true
    }

    /// Brings everything that follows from the decision up to date.
    fn answer(&mut self, ctx: &Context<Self>) {
        let decision = &self.state.decision;
        self.report = Rc::new(engine::answer(&self.dataset, decision));
        self.link = link::encode(&self.dataset, decision).into();
        self.copying = Copying::Open;
        self.replays = None;
        self.is_fresh = false;
        self.is_ordered = false;
        self.wait(ctx, PAUSE);
    }

    /// Goes on with the outlook after some time; replaces the last appointment.
    fn wait(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let scope = ctx.link().clone();
        let timer = browser::after(milliseconds, move || scope.send_message(Message::Work));
        self.working = Some(timer);
    }

    /// One step of the outlook in each turn of the browser's event loop, so
    /// that the page stays awake. With nothing told there is none.
    fn work(&mut self, ctx: &Context<Self>) -> bool {
        let is_wanted = self.guide.is_some() || self.state.decision != Decision::default();
        if self.is_fresh || !is_wanted {
            return false;
        }
        let scope = ctx.link().clone();
        let arrived = move |part| scope.send_message(Message::Foreseen(part));
        self.foresight.ask(ctx.props().parcels.foresight, arrived);
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
        self.prospects = Some(replays.found().clone());
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
    fn ask_next(&mut self, ctx: &Context<Self>) {
        let Some(mut guide) = self.guide.take() else { return };
        if self.is_ordered {
            guide.move_on(&self.page(ctx.props()));
        }
        self.guide = Some(guide);
    }

    fn copy(&self, ctx: &Context<Self>) {
        let address = browser::address_of(&self.link, ctx.props().link_base.as_deref());
        let (scope, link, by_hand) = (ctx.link().clone(), self.link.clone(), address.clone());
        browser::copy(&address, move |went_well| {
            let outcome = if went_well { Copying::Done } else { Copying::Refused(by_hand) };
            scope.send_message(Message::Copied(link, outcome));
        });
    }

    /// Some views show at once what is else behind a disclosure.
    fn ask_for_what_shows(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let is_wanted = match props.view {
            View::Full => props.figures.is_none(),
            View::Chart(chart) => matches!(chart, Chart::Figures | Chart::Assessments),
            View::Checklist | View::Summary => false,
        };
        if is_wanted {
            self.ask_for_details(ctx);
        }
    }

    fn ask_for_details(&mut self, ctx: &Context<Self>) {
        let scope = ctx.link().clone();
        let arrived = move |part| scope.send_message(Message::Detailed(part));
        self.details.ask(ctx.props().parcels.details, arrived);
    }
}

fn notice(opened: &link::Opened) -> Option<&'static str> {
    let unknown = opened.has_unknown.then_some(words::UNKNOWN);
    opened.damage.map(words::damage).or(unknown)
}
