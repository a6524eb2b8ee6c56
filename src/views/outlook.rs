//! What would change the answer: worked out in slices while the page stays
//! awake, then drawn.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::Page;
use super::parts::{act_button, dated, lead, section};
use super::session::Session;
use crate::browser;
use crate::decision::Edit;
use crate::engine::Outlook;
use crate::report::{Report, Tip, WithoutSource};
use crate::words::page as words;

/// How long the page stays quiet after a change before the work begins.
const PAUSE: u32 = 120;
/// How many tipping points are shown at once.
const AT_FIRST: usize = 6;

/// The last outlook that was finished.
#[derive(Clone, PartialEq)]
pub(super) struct Finished {
    turn: u32,
    /// The report with its outlook.
    pub(super) report: Rc<Report>,
}

/// The outlook as far as it is known.
#[derive(Clone)]
pub(super) struct Known {
    /// The last one; it may belong to an earlier decision.
    pub(super) report: Option<Rc<Report>>,
    /// Whether it belongs to this one.
    pub(super) is_fresh: bool,
}

impl Known {
    /// The report with its outlook, if that belongs to this decision.
    pub(super) fn fresh(&self) -> Option<&Report> {
        self.report.as_deref().filter(|_| self.is_fresh)
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
            let work = Work { turn, session, report, outlook: Some(outlook), timer: None };
            let work = Rc::new(RefCell::new(work));
            wait(&work, PAUSE, finished);
            move || drop(work)
        });
    }
    Known {
        is_fresh: finished.as_ref().is_some_and(|it| it.turn == turn),
        report: finished.as_ref().map(|it| Rc::clone(&it.report)),
    }
}

struct Work {
    turn: u32,
    session: UseReducerHandle<Session>,
    report: Rc<Report>,
    outlook: Option<Outlook>,
    timer: Option<Timeout>,
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
    work.borrow_mut().timer = Some(timer);
}

impl Work {
    /// One replay; the finished outlook after the last.
    fn advance(&mut self) -> Option<Finished> {
        let outlook = self.outlook.as_mut()?;
        if outlook.step(&self.session.dataset, &self.session.state.decision) {
            return None;
        }
        let mut report = (*self.report).clone();
        self.outlook.take()?.complete(&mut report);
        Some(Finished { turn: self.turn, report: Rc::new(report) })
    }
}

/// Tipping points, and the verdict with each source left out.
pub(super) fn outlook(page: &Page) -> Html {
    let body = match &page.outlook.report {
        _ if !page.has_verdict() => lead(words::LATER),
        None => lead(words::WORKING),
        Some(report) => html! {
            // What belongs to the decision before stays in its place, so that
            // nothing jumps, but cannot be acted on.
            <div class="dw-outlook" aria-busy={(!page.outlook.is_fresh).to_string()}>
                {lead(words::TIPS_LEAD)}
                <Tips page={page.clone()} tips={report.tipping.clone()} />
                <h3 class="dw-h3">{words::WITHOUT}</h3>
                {lead(words::WITHOUT_LEAD)}
                <ul class="dw-rows">
                    for without in &report.without_source {
                        {without_source(page, without)}
                    }
                </ul>
            </div>
        },
    };
    section(words::OUTLOOK, body)
}

#[derive(PartialEq, Properties)]
struct TipsProps {
    page: Page,
    tips: Vec<Tip>,
}

#[component]
fn Tips(TipsProps { page, tips }: &TipsProps) -> Html {
    let all = use_state_eq(|| false);
    if tips.is_empty() {
        return lead(words::NO_TIP);
    }
    let shown = if *all { tips.len() } else { AT_FIRST };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            <ol class="dw-rows">
                for tip in tips.iter().take(shown) {
                    <li class="dw-row" key={format!("{} {}", tip.question, tip.answer.join(" "))}>
                        <span>{&tip.sentence}</span>
                        {try_it(page, tip)}
                    </li>
                }
            </ol>
            if tips.len() > shown {
                <button type="button" class="dw-button" onclick={show_all}>
                    {words::show_all(tips.len())}
                </button>
            }
        </>
    }
}

fn try_it(page: &Page, tip: &Tip) -> Html {
    let edit = Edit::Answer { question: tip.question.clone(), choices: tip.answer.clone() };
    act_button(page, words::TRY, edit, !page.outlook.is_fresh)
}

fn without_source(page: &Page, without: &WithoutSource) -> Html {
    let Some(source) = page.dataset.source(&without.source) else { return Html::default() };
    let names = page.names(&without.options);
    let changes = if without.changes { words::CHANGES } else { words::STAYS };
    html! {
        <li class="dw-row" data-changes={without.changes.to_string()}>
            <div>
                <strong>{&source.short}</strong>
                <span class="dw-note">{dated(source.date.as_deref())}</span>
                <p class="dw-note">{&source.stance}</p>
            </div>
            <div class="dw-end">
                <strong class="dw-change">{changes}</strong>
                <p class="dw-note">{words::stand(without.kind, &names)}</p>
            </div>
        </li>
    }
}
