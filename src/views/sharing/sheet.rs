//! The sheet: its state, and what happens to it.

use std::rc::Rc;

use dataset::Dataset;
use wasm_bindgen::JsValue;
use yew::html::Scope;
use yew::prelude::*;

use super::field::Field;
use super::files::{charts, code, open, send, take_away, top};
use super::shelf::Kept;
use super::subject::Subject;
use super::{people, shelf};
use crate::browser;
use crate::decision::Decision;
use crate::engine::Step;
use crate::group::{self, Comparing, Group, Voice};
use crate::link::Stamp;
use crate::prose;
use crate::record::{import, text_summary};
use crate::report::{Prospects, Report};
use crate::state::Action;
use crate::views::message::{Message, Send};
use crate::views::turns::Turns;
use crate::words::sheet as words;

/// What the page hands over.
#[derive(Clone, Properties)]
pub(super) struct SheetProps {
    pub(super) dataset: Rc<Dataset>,
    pub(super) decision: Decision,
    pub(super) report: Rc<Report>,
    /// Absent while they are worked out.
    pub(super) prospects: Option<Rc<Prospects>>,
    pub(super) link: AttrValue,
    pub(super) base: Option<AttrValue>,
    pub(super) stamp: Option<Stamp>,
    pub(super) send: Send,
}

/// The page makes a new copy of whatever has changed.
impl PartialEq for SheetProps {
    fn eq(&self, other: &Self) -> bool {
        let prospects = |it: &Self| it.prospects.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && Rc::ptr_eq(&self.report, &other.report)
            && prospects(self) == prospects(other)
            && self.decision == other.decision
            && self.link == other.link
            && self.base == other.base
            && self.stamp == other.stamp
    }
}

/// What happens on the sheet. Fields are read while their event is under way:
/// afterwards it no longer says where inside the widget it came from.
pub(super) enum Deed {
    /// The next piece.
    Draw,
    /// The reader writes in a field.
    Writes(Field, String),
    /// The reader has written in a field.
    Wrote(Field, String),
    /// Hands the decision to the system.
    Share,
    CopyText,
    Told(&'static str),
    /// Draws a chart as PNG: its name, the picture, its size.
    Png(String, String, [i32; 2]),
    Saved(String, Option<String>),
    Choose(Option<JsValue>),
    Read(Option<String>),
    Print,
    /// What was pasted.
    Links(String),
    Compare,
    /// Puts the present decision among those that are compared.
    Join,
    Voice(usize, String),
    Step,
    Stop,
    KeepName(String),
    Keep,
    Back(usize),
    With(usize),
}

/// The sheet.
pub(super) struct Sheet {
    /// What it is about now.
    pub(super) subject: Rc<Subject>,
    /// What the reader was told last; for those who hear the page as well.
    pub(super) told: String,
    /// Title and notes that are being written or were refused, so that nobody
    /// loses them when the sheet is drawn.
    pub(super) unsaved: [Option<String>; 2],
    /// Links as they were pasted.
    pub(super) pasted: String,
    pub(super) comparing: Option<Comparing>,
    pub(super) kept: Vec<Kept>,
    pub(super) name: String,
    /// The decision that came with the stamp.
    pub(super) stamped: Decision,
    working: Option<browser::Timer>,
    turns: Turns,
}

impl Component for Sheet {
    type Message = Deed;
    type Properties = SheetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut sheet = Sheet {
            subject: Subject::of(ctx.props()),
            told: String::new(),
            unsaved: [None, None],
            pasted: String::new(),
            comparing: None,
            kept: Vec::new(),
            name: String::new(),
            stamped: ctx.props().decision.clone(),
            working: None,
            turns: Turns::of(PIECES.len(), 1),
        };
        let props = ctx.props();
        let others = group::others(&props.dataset, &props.decision).into_iter().flatten();
        let members: Vec<_> = others.collect();
        if members.len() >= group::SMALLEST {
            sheet.compare(ctx, Group { members, skipped: Vec::new() });
        }
        sheet
    }

    fn update(&mut self, ctx: &Context<Self>, deed: Deed) -> bool {
        match deed {
            Deed::Draw => return true,
            Deed::Writes(field, text) => {
                let is_new = text != field.of(&ctx.props().decision);
                self.unsaved[field as usize] = is_new.then_some(text);
                return false;
            }
            Deed::Wrote(field, text) => self.write(ctx, field, text),
            Deed::Share => {
                let address = ctx.props().address();
                let text = text_summary(&self.subject.record());
                browser::share(&prose::title(&ctx.props().decision), &text, &address);
            }
            Deed::CopyText => {
                let text = text_summary(&self.subject.record());
                let link = ctx.link().clone();
                browser::copy(&text, move |went_well| {
                    let told = if went_well { words::COPIED } else { words::NOT_COPIED };
                    link.send_message(Deed::Told(told));
                });
            }
            Deed::Told(told) => self.told = told.to_string(),
            Deed::Png(name, svg, size) => {
                let link = ctx.link().clone();
                browser::to_png(&svg, size, move |png| link.send_message(Deed::Saved(name, png)));
            }
            Deed::Saved(name, Some(address)) => browser::save(&address, &name),
            Deed::Saved(_, None) => self.told = words::NO_PNG.to_string(),
            Deed::Choose(None) => return false,
            Deed::Choose(Some(file)) => {
                let link = ctx.link().clone();
                browser::read_file(file, move |text| link.send_message(Deed::Read(text)));
            }
            Deed::Read(text) => self.open(ctx, text.as_deref()),
            Deed::Print => browser::print(),
            Deed::Links(text) => {
                self.pasted = text;
                return false;
            }
            Deed::Compare => match group::read(&ctx.props().dataset, &self.pasted) {
                Ok(group) => self.compare(ctx, group),
                Err(sentence) => {
                    self.told = sentence;
                    self.comparing = None;
                }
            },
            Deed::Join => {
                let line = words::mine(&ctx.props().address());
                let gap = if self.pasted.trim().is_empty() { "" } else { "\n" };
                self.pasted = format!("{}{gap}{line}", self.pasted.trim_end());
            }
            Deed::Voice(member, votes) => self.vote(&ctx.props().dataset, member, &votes),
            Deed::Step => return self.step(ctx),
            Deed::Stop => self.comparing = None,
            Deed::KeepName(name) => {
                self.name = name;
                return false;
            }
            Deed::Keep => {
                shelf::keep(&mut self.kept, &self.name, &ctx.props().decision);
                self.name.clear();
            }
            Deed::Back(place) => {
                if let Some(kept) = self.kept.get(place) {
                    ctx.props().open(kept.decision.clone());
                }
            }
            Deed::With(place) => {
                if let Some(kept) = self.kept.get(place) {
                    let group = shelf::before_and_now(ctx.props(), kept);
                    self.compare(ctx, group);
                }
            }
        }
        self.turns.renew_all();
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &SheetProps) -> bool {
        let props = ctx.props();
        if props.stamp != before.stamp {
            self.stamped = props.decision.clone();
        }
        self.subject = Subject::of(props);
        self.turns.renew_all();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let draw = |piece: usize| PIECES[piece](self, ctx.props(), ctx.link());
        self.turns.view("div", "dw-sheet dw-coming", &draw)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let scope = ctx.link().clone();
        self.turns.rendered(move || scope.send_message(Deed::Draw));
    }
}

type Piece = fn(&Sheet, &SheetProps, &Scope<Sheet>) -> Html;

/// What the sheet is drawn in, from top to bottom.
const PIECES: [Piece; 8] = [top, send, code, take_away, charts, open, people::people, shelf::shelf];

impl Sheet {
    /// Takes over a field.
    fn write(&mut self, ctx: &Context<Self>, field: Field, text: String) {
        let mut decision = ctx.props().decision.clone();
        let (set, lines) = match field {
            Field::Title => (prose::set_title(&mut decision, &text), prose::Lines::One),
            Field::Notes => (prose::set_notes(&mut decision, &text), prose::Lines::Many),
        };
        match set {
            Ok(()) => {
                self.told = words::left_out(prose::tidy(&text, lines).left_out);
                self.unsaved[field as usize] = None;
                ctx.props().open(decision);
            }
            Err(sentence) => {
                self.told = sentence;
                self.unsaved[field as usize] = Some(text);
            }
        }
    }

    fn open(&mut self, ctx: &Context<Self>, text: Option<&str>) {
        let Some(json) = text.and_then(browser::parse_json) else {
            self.told = words::NO_JSON.to_string();
            return;
        };
        match import(&ctx.props().dataset, &json) {
            Ok(decision) => {
                self.told = words::OPENED.to_string();
                ctx.props().open(decision);
            }
            Err(problems) => self.told = problems.join(" "),
        }
    }

    fn compare(&mut self, ctx: &Context<Self>, group: Group) {
        self.told.clear();
        self.comparing = Some(Comparing::new(group));
        self.wait(ctx);
    }

    fn vote(&mut self, dataset: &Dataset, member: usize, votes: &str) {
        let voice = votes.parse().ok().and_then(Voice::new);
        if let Some((comparing, voice)) = self.comparing.as_mut().zip(voice) {
            comparing.vote(dataset, member, voice);
        }
    }

    /// Goes on with the comparison for a moment. It is drawn when every report is
    /// there, and again when all is done.
    fn step(&mut self, ctx: &Context<Self>) -> bool {
        let Some(comparing) = &mut self.comparing else { return false };
        let was_found = comparing.found().is_some();
        let mut step = Step::More;
        browser::for_a_turn(&mut || {
            step = comparing.step(&ctx.props().dataset);
            step == Step::Done
        });
        let is_news = step == Step::Done || comparing.found().is_some() != was_found;
        match step {
            Step::Done => self.working = None,
            _ => self.wait(ctx),
        }
        if is_news {
            self.turns.renew_all();
        }
        is_news
    }

    fn wait(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.working = Some(browser::after(0, move || link.send_message(Deed::Step)));
    }

    /// Whether replays are under way.
    pub(super) fn is_working(&self) -> bool {
        self.working.is_some()
    }
}

impl SheetProps {
    /// The address that reopens the decision.
    pub(super) fn address(&self) -> String {
        browser::address_of(&self.link, self.base.as_deref())
    }

    /// Puts a decision in the place of the present one.
    pub(super) fn open(&self, decision: Decision) {
        let message = Message::Act(Action::Open(Box::new(decision)));
        self.send.emit((message, browser::nothing_happened()));
    }
}
