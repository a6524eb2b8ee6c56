//! The component behind the page: it keeps the state, and the report, the
//! outlook and the link in step with it.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context as Task, Poll, Waker};

use dataset::Dataset;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;
use yew::prelude::*;

use super::body::Body;
use super::details::{Details, Load, Rest};
use super::message::{Message, Send};
use super::page::{Page, Places};
use super::tools::Copying;
use super::{Change, parts_of};
use crate::appearance::{Chart, Theme, View};
use crate::browser::{self, Timer};
use crate::engine::{self, Outlook, Step};
use crate::link;
use crate::report::{Prospects, Report};
use crate::state::{Action, State};
use crate::words::page as words;

/// How long the page stays quiet after a change before the outlook is begun.
const PAUSE: u32 = 120;
/// How long a verdict must stand before it is announced.
const SETTLED: u32 = 700;

/// What the embedding element hands to the page.
#[derive(Clone, Debug, Properties)]
pub struct AppProps {
    /// The comparison.
    pub dataset: Rc<Dataset>,
    /// What stands after `#d=`; empty when nothing is answered.
    pub state: AttrValue,
    /// Which part is shown.
    pub view: View,
    /// Light or dark.
    pub theme: Theme,
    /// Where copied links point; absent: to the present page.
    pub link_base: Option<AttrValue>,
    /// Something that a reader should know, for instance that another
    /// comparison could not be loaded.
    pub notice: Option<AttrValue>,
    /// The figures, where the embedding page shows them already.
    pub figures: Option<web_sys::Node>,
    /// Fetches the rest of the program.
    pub load: Load,
    /// Called after every change by the reader.
    pub on_change: Callback<Change>,
}

/// The comparison counts as the same when it is the same copy: comparing two
/// line by line would cost more than drawing the page once too often. What the
/// page reports by itself and what never changes is left out.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.looks_like(other)
    }
}

impl AppProps {
    /// Whether everything but the state is the same.
    fn looks_like(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && self.view == other.view
            && self.theme == other.theme
            && self.link_base == other.link_base
            && self.notice == other.notice
    }
}

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
    outlook: Option<Outlook>,
    prospects: Option<Prospects>,
    working: Option<Timer>,
    /// What those who hear the page were told last.
    told: String,
    telling: Option<Timer>,
    copying: Copying,
    opened: Vec<Body>,
    rest: Rest,
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
            outlook: Some(Outlook::new(&dataset, &opened.decision, &report)),
            state: State::new(opened.decision),
            dataset,
            report,
            known: props.state.clone(),
            is_edited: false,
            prospects: None,
            working: None,
            told: String::new(),
            telling: None,
            copying: Copying::Open,
            opened: Vec::new(),
            rest: Rest::Unasked,
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
                self.ask(ctx);
            }
            Message::Fetched(rest) => self.rest = rest.map_or(Rest::Missing, Rest::Here),
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
    fn page<'a>(&'a self, props: &'a AppProps) -> Page<'a> {
        Page {
            dataset: &self.dataset,
            state: &self.state,
            notice: self.notice,
            report: &self.report,
            prospects: self.prospects.as_ref(),
            is_fresh: self.outlook.is_none(),
            copying: &self.copying,
            opened: &self.opened,
            rest: &self.rest,
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
        self.outlook = Some(Outlook::new(&self.dataset, decision, &self.report));
        self.wait(ctx, PAUSE);
    }

    /// Goes on with the outlook after some time; replaces the last appointment.
    fn wait(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let scope = ctx.link().clone();
        let timer = browser::after(milliseconds, move || scope.send_message(Message::Work));
        self.working = Some(timer);
    }

    /// One replay of the outlook in each turn of the browser's event loop, so
    /// that the page stays awake.
    fn work(&mut self, ctx: &Context<Self>) -> bool {
        let Some(mut outlook) = self.outlook.take() else { return false };
        let step = outlook.step(&self.dataset, &self.state.decision);
        if step == Step::Done {
            self.prospects = Some(outlook.found().clone());
            return true;
        }
        self.outlook = Some(outlook);
        self.wait(ctx, 0);
        false
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
            self.ask(ctx);
        }
    }

    /// Fetches the rest of the program, unless it is here or on its way.
    fn ask(&mut self, ctx: &Context<Self>) {
        if !matches!(self.rest, Rest::Unasked | Rest::Missing) {
            return;
        }
        let mut load = (ctx.props().load)();
        self.rest = match at_once(load.as_mut()) {
            Poll::Ready(rest) => rest.map_or(Rest::Missing, Rest::Here),
            Poll::Pending => {
                let scope = ctx.link().clone();
                spawn_local(async move { scope.send_message(Message::Fetched(load.await)) });
                Rest::Asked
            }
        };
    }
}

/// Where the program is one piece, its rest is there without waiting.
fn at_once(load: Pin<&mut dyn Future<Output = Option<Details>>>) -> Poll<Option<Details>> {
    load.poll(&mut Task::from_waker(Waker::noop()))
}

fn notice(opened: &link::Opened) -> Option<&'static str> {
    let unknown = opened.has_unknown.then_some(words::UNKNOWN);
    opened.damage.map(words::damage).or(unknown)
}
