//! What a reader sees first: what this is, the short answer, and situations to
//! start from.

use dataset::{Alternative, Id, Scenario};
use yew::{AttrValue, Html};

use super::body::Body;
use super::dom::{Attr, all, tag, words as said};
use super::message::Message;
use super::page::Page;
use super::parts::{button, cited, lead, note, option_name, section};
use crate::decision::Edit;
use crate::words::page as words;

/// The heading, and the way into the checklist.
pub(super) fn opening(page: &Page) -> Html {
    let to_verdict = Message::Jump(page.places.verdict.clone());
    let skip = tag("button", "dw-skip").is(Attr::Type, "button").on_click(page.send, to_verdict);
    let to_checklist = Message::Jump(page.places.checklist.clone());
    let start = button(page, words::START, to_checklist).has(Attr::DataMain, true);
    tag("header", "dw-opening")
        .add(skip.text(words::SKIP))
        .add(tag(page.title.tag(), "dw-h1").place(&page.places.title).text(&page.dataset.title))
        .add(said("p", "dw-about", &page.dataset.summary))
        .add(tag("div", "dw-start").add(start).add(note(words::START_NOTE)))
        .into()
}

/// What a reader should know about the link or the comparison.
pub(super) fn notices(page: &Page, from_outside: Option<&AttrValue>) -> Html {
    let notice =
        |text: &str| tag("div", "dw-notice").is(Attr::Role, "status").add(said("p", "", text));
    let dismissible =
        |text| notice(text).add(button(page, words::DISMISS, Message::Dismiss)).into();
    all(vec![
        from_outside.map(|text| notice(text).into()).unwrap_or_default(),
        page.notice.map(dismissible).unwrap_or_default(),
    ])
}

/// When the sources would choose each option, all with the same space.
pub(super) fn short_answer(page: &Page) -> Html {
    let in_short = |option: &Alternative| {
        let sources: Vec<Id> = option.basis.iter().map(|it| it.source).collect();
        tag("li", "dw-card")
            .key(&option.id)
            .add(option_name(tag("h3", "dw-h3"), page, &option.id))
            .add(said("p", "", &option.fits))
            .add(cited(page, &sources, Body::Fits(option.id)))
            .into()
    };
    let cards = tag("ul", "dw-cards").each(&page.dataset.options, in_short);
    section(words::SHORT_ANSWER, all(vec![lead(words::SHORT_ANSWER_LEAD), cards.into()]))
}

/// The number of the situation that the answers are those of, from 1; else 0.
pub(super) fn filled_in(page: &Page) -> u32 {
    let found = page.dataset.scenarios.iter().position(|it| page.is_filled_in_by(it));
    found.map_or(0, |at| at as u32 + 1)
}

/// Ready-made answers.
pub(super) fn situations(page: &Page) -> Html {
    if page.dataset.scenarios.is_empty() {
        return Html::default();
    }
    let situation = |it: &Scenario| {
        let fill_in = Message::edit(Edit::Scenario(it.id));
        let button = tag("button", "dw-situation")
            .is(Attr::Type, "button")
            .says(Attr::AriaPressed, page.is_filled_in_by(it))
            .on_click(page.send, fill_in)
            .add(said("strong", "", &it.name))
            .add(said("span", "dw-note", &it.about));
        tag("li", "").key(&it.id).add(button).into()
    };
    let situations = tag("ul", "dw-situations").each(&page.dataset.scenarios, situation);
    section(words::SITUATIONS, all(vec![lead(words::SITUATIONS_LEAD), situations.into()]))
}
