//! What a reader sees first: what this is, the short answer, and situations to
//! start from.

use dataset::{Alternative, Scenario};
use yew::prelude::*;

use super::dom::{all, tag, words as said};
use super::page::{Page, jump_to};
use super::parts::{button, cited, lead, note, option_name, section};
use crate::decision::Edit;
use crate::state::Action;
use crate::words::page as words;

/// The heading, and the way into the checklist.
pub(super) fn opening(page: &Page) -> Html {
    let skip = tag("button", "dw-skip").is("type", "button").on_click(jump_to(&page.verdict));
    let start = button(words::START, jump_to(&page.checklist)).has("data-main", true);
    tag("header", "dw-opening")
        .add(skip.text(words::SKIP))
        .add(tag("h1", "dw-h1").place(&page.title).text(&page.dataset.title))
        .add(said("p", "dw-about", &page.dataset.summary))
        .add(tag("div", "dw-start").add(start).add(note(words::START_NOTE)))
        .into()
}

/// What a reader should know about the link or the comparison.
pub(super) fn notices(page: &Page, from_outside: Option<&AttrValue>) -> Html {
    let notice = |text: &str| tag("div", "dw-notice").is("role", "status").add(said("p", "", text));
    let dismissible = |text| notice(text).add(button(words::DISMISS, page.dismiss.clone())).into();
    all(vec![
        from_outside.map(|text| notice(text).into()).unwrap_or_default(),
        page.session.notice.map(dismissible).unwrap_or_default(),
    ])
}

/// When the sources would choose each option, all with the same space.
pub(super) fn short_answer(page: &Page) -> Html {
    let in_short = |option: &Alternative| {
        tag("li", "dw-card")
            .key(&option.id)
            .add(option_name(tag("h3", "dw-h3"), page, &option.id))
            .add(said("p", "", &option.fits))
            .add(cited(page, &option.basis))
            .into()
    };
    let cards = tag("ul", "dw-cards").each(&page.dataset.options, in_short);
    section(words::SHORT_ANSWER, all(vec![lead(words::SHORT_ANSWER_LEAD), cards.into()]))
}

/// Ready-made answers.
pub(super) fn situations(page: &Page) -> Html {
    if page.dataset.scenarios.is_empty() {
        return Html::default();
    }
    let situation = |it: &Scenario| {
        let fill_in = page.does(Action::Edit(Edit::Scenario(it.id)));
        let button = tag("button", "dw-situation")
            .is("type", "button")
            .says("aria-pressed", page.session.fills_in(it))
            .on_click(fill_in)
            .add(said("strong", "", &it.name))
            .add(said("span", "dw-note", &it.about));
        tag("li", "").key(&it.id).add(button).into()
    };
    let situations = tag("ul", "dw-situations").each(&page.dataset.scenarios, situation);
    section(words::SITUATIONS, all(vec![lead(words::SITUATIONS_LEAD), situations.into()]))
}
