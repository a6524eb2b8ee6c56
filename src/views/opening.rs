//! What a reader sees first: what this is, the short answer, and situations to
//! start from.

use dataset::{Alternative, Scenario};
use yew::prelude::*;

use super::page::{Page, jump_to};
use super::parts::{cited, lead, mark, section};
use crate::decision::Edit;
use crate::state::Action;
use crate::words::page as words;

/// The heading, and the way into the checklist.
pub(super) fn opening(page: &Page) -> Html {
    html! {
        <header class="dw-opening">
            <button type="button" class="dw-skip" onclick={jump_to(&page.verdict)}>
                {words::SKIP}
            </button>
            <h1 class="dw-h1">{&page.dataset.title}</h1>
            <p class="dw-summary-text">{&page.dataset.summary}</p>
            <p class="dw-start">
                <button
                    type="button"
                    class="dw-button"
                    data-main="true"
                    onclick={jump_to(&page.checklist)}
                >
                    {words::START}
                </button>
                <span class="dw-note">{words::START_NOTE}{" "}{words::PRIVATE}</span>
            </p>
        </header>
    }
}

/// What a reader should know about the link or the comparison.
pub(super) fn notices(page: &Page, from_outside: Option<&AttrValue>) -> Html {
    html! {
        <>
            if let Some(text) = from_outside {
                <p class="dw-notice" role="status">{text.clone()}</p>
            }
            if let Some(text) = page.session.notice {
                <div class="dw-notice" role="status">
                    <p>{text}</p>
                    <button type="button" class="dw-button" onclick={page.dismiss.clone()}>
                        {words::DISMISS}
                    </button>
                </div>
            }
        </>
    }
}

/// When the sources would choose each option, all with the same space.
pub(super) fn short_answer(page: &Page) -> Html {
    let body = html! {
        <>
            {lead(words::SHORT_ANSWER_LEAD)}
            <ul class="dw-cards">
                for (slot, option) in page.dataset.options.iter().enumerate() {
                    {in_short(page, slot, option)}
                }
            </ul>
        </>
    };
    section(words::SHORT_ANSWER, body)
}

fn in_short(page: &Page, slot: usize, option: &Alternative) -> Html {
    html! {
        <li class="dw-card" key={&*option.id}>
            <h3 class="dw-h3">{mark(slot)}{&option.name}</h3>
            <p>{&option.fits}</p>
            {cited(&page.dataset, &option.basis)}
        </li>
    }
}

/// Ready-made answers.
pub(super) fn situations(page: &Page) -> Html {
    if page.dataset.scenarios.is_empty() {
        return Html::default();
    }
    let body = html! {
        <>
            {lead(words::SITUATIONS_LEAD)}
            <ul class="dw-situations">
                for scenario in &page.dataset.scenarios {
                    {situation(page, scenario)}
                }
            </ul>
        </>
    };
    section(words::SITUATIONS, body)
}

fn situation(page: &Page, scenario: &Scenario) -> Html {
    let is_filled_in = page.session.fills_in(scenario);
    let edit = Edit::Scenario(scenario.id.clone());
    let onclick = page.act.reform(move |_: MouseEvent| Action::Edit(edit.clone()));
    html! {
        <li key={&*scenario.id}>
            <button
                type="button"
                class="dw-situation"
                aria-pressed={is_filled_in.to_string()}
                {onclick}
            >
                <strong>{&scenario.name}</strong>
                <span class="dw-note">{&scenario.about}</span>
            </button>
        </li>
    }
}
