//! Why: what is ruled out, and what speaks for and against each option.

use std::rc::Rc;

use yew::prelude::*;

use super::page::Page;
use super::parts::{Disclosure, cited, claims, lead, mark, section};
use crate::decision::Edit;
use crate::layout::strength;
use crate::report::{Argument, OptionReport, Reason, Status};
use crate::words::page as words;

use super::parts::act_button;

/// Cautions and exclusions with their reason; nothing when there are none.
pub(super) fn rulings(page: &Page) -> Html {
    let ruled: Vec<&OptionReport> =
        page.report.options.iter().filter(|it| it.status != Status::Open).collect();
    if ruled.is_empty() {
        return Html::default();
    }
    let body = html! {
        <ul class="dw-cards">
            for option in ruled {
                {ruling(page, option)}
            }
        </ul>
    };
    section(words::RULINGS, body)
}

fn ruling(page: &Page, option: &OptionReport) -> Html {
    let is_excluded = option.status == Status::Excluded;
    html! {
        <li class="dw-card" key={&*option.id} data-status={words::status_key(option.status)}>
            <h3 class="dw-h3">
                {mark(page.slot(&option.id))}{page.name(&option.id)}
                <span class="dw-status">{words::status(option.status)}</span>
            </h3>
            for reason in &option.reasons {
                {because(page, reason)}
            }
            if is_excluded {
                <p class="dw-note">{words::would_have(option.share_if_allowed)}</p>
            }
        </li>
    }
}

fn because(page: &Page, reason: &Reason) -> Html {
    let (ask, label) = page.answer(&reason.question, &reason.choice);
    let edit = Edit::Untick { question: reason.question.clone(), choice: reason.choice.clone() };
    html! {
        <div class="dw-reason">
            <p>{&reason.because}</p>
            <p class="dw-note">{words::because_of(ask, label)}</p>
            <p><strong>{words::WAY_OUT}</strong>{" "}{&reason.way_out}</p>
            {cited(&page.dataset, std::slice::from_ref(&reason.basis))}
            {act_button(page, words::clear_answer(label), edit, false)}
        </div>
    }
}

/// A card for each option.
pub(super) fn reasons(page: &Page) -> Html {
    let body = if page.has_verdict() {
        html! {
            <>
                {lead(words::REASONS_LEAD)}
                <ul class="dw-cards">
                    for option in &page.report.options {
                        {case(page, option)}
                    }
                </ul>
            </>
        }
    } else {
        lead(words::LATER)
    };
    section(words::REASONS, body)
}

fn case(page: &Page, option: &OptionReport) -> Html {
    html! {
        <li class="dw-card" key={&*option.id} data-status={words::status_key(option.status)}>
            <h3 class="dw-h3">{mark(page.slot(&option.id))}{page.name(&option.id)}</h3>
            {arguments(page, words::SPEAKS_FOR, &option.strengths)}
            {arguments(page, words::SPEAKS_AGAINST, &option.weaknesses)}
            <p class="dw-note">{words::coverage(option.coverage)}</p>
        </li>
    }
}

fn arguments(page: &Page, heading: &'static str, arguments: &[Argument]) -> Html {
    html! {
        <>
            <h4 class="dw-h4">{heading}</h4>
            if arguments.is_empty() {
                <p class="dw-note">{words::NO_ARGUMENT}</p>
            }
            for it in arguments {
                {argument(page, it)}
            }
        </>
    }
}

fn argument(page: &Page, argument: &Argument) -> Html {
    let summary = html! {
        <>
            {page.criterion(&argument.criterion)}
            <span class="dw-note">{words::strength(strength(argument.difference))}</span>
        </>
    };
    let (dataset, ids) = (Rc::clone(&page.dataset), argument.claims.clone());
    let body = Callback::from(move |()| claims(&dataset, &ids));
    html! { <Disclosure key={&*argument.criterion} {summary} {body} class="dw-argument" /> }
}
