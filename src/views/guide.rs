//! "Ask me only what matters": one question at a time, the most telling first,
//! until no single answer could change the verdict.

use dataset::Id;
use yew::Html;

use super::checklist::question;
use super::dom::{Attr, tag, words as said};
use super::message::Message;
use super::page::Page;
use super::parts::{button, idle_button, lead};
use crate::words::page as words;

/// How far the reader is with the questions that matter.
#[derive(Default)]
pub(super) struct Guide {
    /// The question that is shown; `None` when none is worth asking.
    pub(super) asked: Option<Id>,
    /// Questions that were shown before.
    pub(super) passed: Vec<Id>,
}

impl Guide {
    /// Moves on to the most telling question that was not shown yet.
    pub(super) fn move_on(&mut self, page: &Page) {
        self.passed.extend(self.asked.take());
        let Some(prospects) = page.ordered.filter(|it| !it.firm) else { return };
        let is_new = |id: &Id| !self.passed.contains(id);
        self.asked = prospects.questions.iter().map(|it| it.id).find(is_new);
    }
}

/// The question, the way on, and what was spared.
pub(super) fn draw(page: &Page, guide: &Guide) -> Html {
    let asked = guide.asked.and_then(|id| page.dataset.question(&id));
    let next = || -> Html {
        if page.ordered.is_some() {
            button(page, words::NEXT_QUESTION, Message::Next).has(Attr::DataMain, true).into()
        } else {
            idle_button(words::NEXT_QUESTION).has(Attr::DataMain, true).into()
        }
    };
    tag("div", "dw-guide")
        .place(&page.places.guide)
        .add(asked.map_or_else(|| end(page), |it| question(page, it)))
        .maybe(asked.map(|_| tag("p", "").add(next()).into()))
        .maybe(page.ordered.filter(|_| page.has_verdict()).map(|it| {
            let can_flip = it.questions.iter().filter(|it| it.can_flip).count();
            said("p", "dw-note", &words::spared(it.questions.len(), can_flip, it.firm))
        }))
        .into()
}

fn end(page: &Page) -> Html {
    lead(match page.ordered {
        Some(prospects) if prospects.firm => words::FIRM,
        Some(_) => words::ALL_ASKED,
        None => words::WORKING,
    })
}
