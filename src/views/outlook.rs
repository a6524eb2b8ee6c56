//! What would change the answer: worked out in slices while the page stays
//! awake, then drawn.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::dom::{all, tag, words as said};
use super::page::Page;
use super::parts::{dated, edit_button, first_of, idle_button, lead, note, section, source_name};
use super::session::Session;
use crate::browser;
use crate::decision::Edit;
use crate::engine::Outlook;
use crate::report::{Prospects, Report, Tip, WithoutSource};
use crate::words::page as words;

/// How long the page stays quiet after a change before the work begins.
const PAUSE: u32 = 120;
/// How many tipping points are shown at once.
const AT_FIRST: usize = 6;

/// The last outlook that was finished.
#[derive(Clone, PartialEq)]
pub(super) struct Finished {
    turn: u32,
    /// What was found.
    pub(super) prospects: Rc<Prospects>,
}

/// The outlook as far as it is known.
#[derive(Clone)]
pub(super) struct Known {
    /// The last one; it may belong to an earlier decision.
    pub(super) prospects: Option<Rc<Prospects>>,
    /// Whether it belongs to this one.
    pub(super) is_fresh: bool,
}

impl Known {
    /// The outlook, if it belongs to this decision.
    pub(super) fn fresh(&self) -> Option<&Prospects> {
        self.prospects.as_deref().filter(|_| self.is_fresh)
    }
}

/// Works the outlook out, one replay per turn of the browser's event loop, and
/// drops the work when the decision changes.
#[hook]
pub(super) fn use_outlook(
    turn: u32,
    session: &UseReducerHandle<Session>,
    report: &Rc<Report>,
) -> Known {
    let finished = use_state(|| None::<Finished>);
    {
        let (session, report) = (session.clone(), Rc::clone(report));
        let finished = finished.setter();
        use_effect_with(turn, move |&turn| {
            let outlook = Outlook::new(&session.dataset, &session.state.decision, &report);
            let work = Work { turn, session, outlook: Some(outlook), timer: None };
            let work = Rc::new(RefCell::new(work));
            wait(&work, PAUSE, finished);
            move || drop(work)
        });
    }
    Known {
        is_fresh: finished.as_ref().is_some_and(|it| it.turn == turn),
        prospects: finished.as_ref().map(|it| Rc::clone(&it.prospects)),
    }
}

struct Work {
    turn: u32,
    session: UseReducerHandle<Session>,
    outlook: Option<Outlook>,
    /// What stops the timer when it is dropped.
    timer: Option<Box<dyn Any>>,
}

/// The timer holds the work only weakly, so dropping the work stops it.
fn wait(work: &Rc<RefCell<Work>>, pause: u32, finished: UseStateSetter<Option<Finished>>) {
    let again = Rc::downgrade(work);
    let timer = browser::after(pause, move || {
        let Some(work) = again.upgrade() else { return };
        let done = work.borrow_mut().advance();
        match done {
            Some(done) => finished.set(Some(done)),
            None => wait(&work, 0, finished),
        }
    });
    work.borrow_mut().timer = Some(Box::new(timer));
}

impl Work {
    /// One replay; the finished outlook after the last.
    fn advance(&mut self) -> Option<Finished> {
        let outlook = self.outlook.as_mut()?;
        if outlook.step(&self.session.dataset, &self.session.state.decision) {
            return None;
        }
        let prospects = self.outlook.take()?.finish();
        Some(Finished { turn: self.turn, prospects: Rc::new(prospects) })
    }
}

/// Tipping points, and the verdict with each source left out.
pub(super) fn outlook(page: &Page) -> Html {
    let body = match &page.outlook.prospects {
        _ if !page.has_verdict() => lead(words::LATER),
        None => lead(words::WORKING),
        Some(prospects) => {
            // What belongs to the decision before stays in its place, so that
            // nothing jumps, but cannot be acted on.
            tag("div", "dw-outlook")
                .says("aria-busy", !page.outlook.is_fresh)
                .add(tips(page, &prospects.tipping))
                .add(said("h3", "dw-h3", words::WITHOUT))
                .add(lead(words::WITHOUT_LEAD))
                .add(without_sources(page, &prospects.without_source))
                .into()
        }
    };
    section(words::OUTLOOK, body)
}

fn tips(page: &Page, tips: &[Tip]) -> Html {
    if tips.is_empty() {
        return lead(words::NO_TIP);
    }
    let shown = page.clone();
    let list = first_of(tips, AT_FIRST, move |tips| {
        tag("ol", "dw-rows").each(tips, |it| tip(&shown, it)).into()
    });
    all(vec![lead(words::TIPS_LEAD), list])
}

fn tip(page: &Page, tip: &Tip) -> Html {
    let edit = Edit::Answer { question: tip.question, choices: tip.answer.clone() };
    let try_it = if page.outlook.is_fresh {
        edit_button(page, words::TRY, edit)
    } else {
        idle_button(words::TRY)
    };
    tag("li", "dw-row").add(said("span", "", &tip.sentence)).add(try_it).into()
}

fn without_sources(page: &Page, left_out: &[WithoutSource]) -> Html {
    tag("ul", "dw-rows").each(left_out, |it| without_source(page, it)).into()
}

fn without_source(page: &Page, without: &WithoutSource) -> Html {
    let Some(source) = page.dataset.source(&without.source) else { return Html::default() };
    let names = page.names(&without.options);
    let name = tag("p", "")
        .add(source_name(&page.dataset, &source.id))
        .text(&words::dated(&dated(source.date.as_deref())));
    let who = tag("div", "").add(name).add(note(&source.stance));
    let change = if without.changes { words::CHANGES } else { words::STAYS };
    let then = tag("div", "dw-end")
        .add(said("strong", "dw-change", change))
        .add(note(&words::stand(without.kind, &names)));
    tag("li", "dw-row").says("data-changes", without.changes).add(who).add(then).into()
}
