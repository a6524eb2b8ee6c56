//! One widget on a page: its state, its place in the URL, its event.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use dataset::Dataset;
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, Node};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::appearance::{Theme, TitleRank, View};
use crate::browser::plain::{self, Plain, Summary};
use crate::browser::{Timer, UrlClaim, after, state_in};
use crate::report::Report;
use crate::views::{App, AppProps, Change, Parcels};
use crate::words::loading as words;
use crate::{embedded, engine, link};

const EVENT: &str = "decision-change";

/// What matters of what an element shows before it is drawn.
pub(super) struct Shown {
    pub(super) figures: Option<Node>,
    pub(super) title: TitleRank,
}

/// A connected element.
pub(super) struct Widget {
    element: HtmlElement,
    mount: HtmlElement,
    props: RefCell<AppProps>,
    app: RefCell<Option<AppHandle<App>>>,
    /// Draws in a turn of its own: to define the element is long enough.
    start: RefCell<Option<Timer>>,
    url: RefCell<Option<OwnUrl>>,
    /// Counts the datasets that were asked for; only the last one counts.
    asked: Cell<u32>,
}

/// The page's URL, while it is this widget's to write.
struct OwnUrl {
    claim: UrlClaim,
    _listeners: Option<[EventListener; 2]>,
}

impl fmt::Debug for Widget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Widget").field("state", &self.state()).finish_non_exhaustive()
    }
}

impl Widget {
    /// Starts a widget for an element that was just connected. `kept` is the
    /// state that the element had before, if it had one.
    pub(super) fn connect(
        element: HtmlElement,
        mount: HtmlElement,
        kept: Option<String>,
        shown: Shown,
        parcels: Parcels,
    ) -> Rc<Self> {
        let attribute = |name: &str| element.get_attribute(name);
        let claim = if attribute("state").is_some() { None } else { UrlClaim::take() };
        let state = kept
            .or_else(|| attribute("state"))
            .or_else(|| claim.as_ref()?.read())
            .unwrap_or_default();
        let source = attribute("src");
        let props = AppProps {
            is_shown: false,
            dataset: shipped(),
            state: AttrValue::from(state_in(&state).to_owned()),
            view: View::of(&attribute("view").unwrap_or_default()),
            theme: Theme::of(&attribute("theme").unwrap_or_default()),
            link_base: attribute("link-base").map(AttrValue::from),
            notice: None,
            figures: shown.figures,
            title: shown.title,
            parcels,
            on_change: Callback::noop(),
        };
        let app = IDLE.with_borrow_mut(|idle| {
            let at = idle.iter().position(|(place, _)| *place == mount)?;
            Some(idle.swap_remove(at).1)
        });
        let widget = Rc::new(Widget {
            element,
            mount,
            props: RefCell::new(props),
            app: RefCell::new(app),
            start: RefCell::new(None),
            url: RefCell::new(None),
            asked: Cell::new(0),
        });
        widget.listen_to_the_app();
        widget.own(claim);
        match source {
            Some(address) => widget.load(address),
            None => widget.start(),
        }
        widget
    }

    /// Takes over a changed attribute.
    pub(super) fn attribute(self: &Rc<Self>, name: &str, value: Option<String>) {
        let text = value.as_deref().unwrap_or_default();
        match (name, &value) {
            ("src", Some(address)) => self.load(address.clone()),
            ("src", None) => self.take_dataset(Ok(shipped())),
            ("state", _) => self.set_state(text),
            ("view", _) => self.change(|props| props.view = View::of(text)),
            ("theme", _) => self.change(|props| props.theme = Theme::of(text)),
            ("link-base", _) => {
                self.change(|props| props.link_base = value.clone().map(AttrValue::from));
            }
            _ => {}
        }
    }

    /// What a link to the present state carries. The screen is ahead of what was
    /// told by a frame.
    pub(super) fn state(&self) -> String {
        let told = self.props.borrow().state.clone();
        let app = self.app.borrow();
        let drawn = app.as_ref().and_then(|it| it.get_component());
        drawn.and_then(|it| it.ahead_of(&told)).unwrap_or(told).to_string()
    }

    /// Takes a state over from the embedding page, which needs no event to
    /// learn what it did itself.
    pub(super) fn set_state(self: &Rc<Self>, state: &str) {
        let state = state_in(state);
        if state == self.state() {
            return;
        }
        self.change(|props| props.state = AttrValue::from(state.to_owned()));
        self.write_url(state);
    }

    /// The whole report; null while nothing is drawn.
    pub(super) fn report(&self) -> JsValue {
        let state = self.state();
        let dataset = Rc::clone(&self.props.borrow().dataset);
        let app = self.app.borrow();
        match app.as_ref().and_then(|it| it.get_component()) {
            Some(drawn) => drawn.report(&dataset, &state),
            None if app.is_none() && self.start.borrow().is_none() => JsValue::NULL,
            // It is drawn in a moment.
            None => plain::describe(&answer_to(&dataset, &state), None),
        }
    }

    /// Stops drawing, listening and loading.
    pub(super) fn destroy(&self) {
        self.asked.set(self.asked.get().wrapping_add(1));
        self.url.take();
        self.start.take();
        self.change(|props| {
            props.is_shown = false;
            props.figures = None;
            props.on_change = Callback::noop();
        });
        if let Some(app) = self.app.take() {
            IDLE.with_borrow_mut(|idle| idle.push((self.mount.clone(), app)));
        }
    }

    fn listen_to_the_app(self: &Rc<Self>) {
        let widget = Rc::downgrade(self);
        self.props.borrow_mut().on_change = Callback::from(move |change: Change| {
            if let Some(widget) = widget.upgrade() {
                widget.take_change(&change);
            }
        });
    }

    fn take_change(self: &Rc<Self>, change: &Change) {
        self.change(|props| props.state = AttrValue::from(change.link.clone()));
        self.write_url(&change.link);
        self.tell(&change.link, &change.report);
    }

    fn own(self: &Rc<Self>, claim: Option<UrlClaim>) {
        let Some(claim) = claim else { return };
        let widget = Rc::downgrade(self);
        let listeners = claim.watch(move || {
            if let Some(widget) = widget.upgrade() {
                widget.read_url();
            }
        });
        self.url.replace(Some(OwnUrl { claim, _listeners: listeners }));
    }

    /// The reader went back or forward.
    fn read_url(self: &Rc<Self>) {
        let state = self.url.borrow().as_ref().and_then(|url| url.claim.read());
        let Some(state) = state.filter(|it| *it != self.props.borrow().state.as_str()) else {
            return;
        };
        self.change(|props| props.state = AttrValue::from(state.clone()));
        let dataset = Rc::clone(&self.props.borrow().dataset);
        self.tell(&state, &answer_to(&dataset, &state));
    }

    fn write_url(&self, state: &str) {
        if let Some(url) = &*self.url.borrow() {
            url.claim.push(state);
        }
    }

    /// Fetches another dataset. Until the first one is there, the inner markup
    /// of the element stays visible.
    fn load(self: &Rc<Self>, address: String) {
        let ticket = self.asked.get().wrapping_add(1);
        self.asked.set(ticket);
        let widget = Rc::downgrade(self);
        let reader = self.props.borrow().parcels.reader;
        spawn_local(async move {
            let loaded = match reader.get().await {
                Some(read) => read(address).await,
                None => Err(words::not_loaded(&address, words::PART_IS_MISSING)),
            };
            if let Some(widget) = widget.upgrade().filter(|it| it.asked.get() == ticket) {
                widget.take_dataset(loaded);
            }
        });
    }

    fn take_dataset(self: &Rc<Self>, loaded: Result<Rc<Dataset>, String>) {
        let (dataset, notice) = match loaded {
            Ok(dataset) => (dataset, None),
            Err(sentence) => (shipped(), Some(AttrValue::from(sentence))),
        };
        self.change(|props| {
            props.dataset = dataset;
            props.notice = notice;
        });
        self.draw();
    }

    fn change(&self, edit: impl FnOnce(&mut AppProps)) {
        edit(&mut self.props.borrow_mut());
        let props = self.props.borrow().clone();
        if let Some(app) = &mut *self.app.borrow_mut() {
            app.update(props);
        }
    }

    fn start(self: &Rc<Self>) {
        let widget = Rc::downgrade(self);
        let draw = move || {
            if let Some(widget) = widget.upgrade() {
                widget.draw();
            }
        };
        self.start.replace(Some(after(0, draw)));
    }

    /// Draws apart from the page; the class shows the result when it is there.
    fn draw(&self) {
        self.change(|props| props.is_shown = true);
        let mut app = self.app.borrow_mut();
        if app.is_none() {
            let props = self.props.borrow().clone();
            let mount = self.mount.clone().into();
            *app = Some(Renderer::<App>::with_root_and_props(mount, props).render());
        }
    }

    fn tell(&self, state: &str, report: &Report) {
        let detail = Summary {
            state,
            kind: report.verdict.kind,
            options: &report.verdict.options,
            share: report.verdict.share,
            sentence: &report.verdict.sentence,
            answered: report.progress.answered,
        };
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail.plain());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &init) {
            let _ = self.element.dispatch_event(&event);
        }
    }
}

thread_local! {
    /// Apps whose elements have gone, by where they draw. Yew listens there for
    /// ever, so that each place must serve again.
    static IDLE: RefCell<Vec<(HtmlElement, AppHandle<App>)>> = const { RefCell::new(Vec::new()) };
}

/// What the state that a link carries comes to.
fn answer_to(dataset: &Dataset, state: &str) -> Report {
    engine::answer(dataset, &link::decode(dataset, state).decision)
}

/// The dataset of the widget itself, unpacked once for all widgets of a page.
pub(super) fn shipped() -> Rc<Dataset> {
    thread_local! {
        static SHIPPED: Rc<Dataset> = Rc::new(embedded::outline());
    }
    SHIPPED.with(Rc::clone)
}
