//! Small pieces that several views share.

use std::rc::Rc;

use dataset::{Basis, Dataset, Id};
use yew::prelude::*;

use super::Page;
use crate::decision::Edit;
use crate::layout::{glyph, level_text};
use crate::state::Action;
use crate::words::page as words;

/// A section with its heading.
pub(super) fn section(heading: &'static str, body: Html) -> Html {
    html! {
        <section class="dw-section">
            <h2 class="dw-h2">{heading}</h2>
            {body}
        </section>
    }
}

/// A paragraph that leads into a section.
pub(super) fn lead(text: &'static str) -> Html {
    html! { <p class="dw-lead">{text}</p> }
}

/// The shape of an option.
pub(super) fn mark(slot: usize) -> Html {
    html! {
        <svg class="dw-mark" viewBox="-6.5 -6.5 13 13" aria-hidden="true" data-slot={slot.to_string()}>
            <path d={glyph(slot)} />
        </svg>
    }
}

/// A button that edits the decision.
pub(super) fn act_button(
    page: &Page,
    label: impl Into<AttrValue>,
    edit: Edit,
    disabled: bool,
) -> Html {
    let onclick = page.act.reform(move |_: MouseEvent| Action::Edit(edit.clone()));
    html! {
        <button type="button" class="dw-button" {disabled} {onclick}>{label.into()}</button>
    }
}

/// What a [`Disclosure`] shows.
#[derive(PartialEq, Properties)]
pub(super) struct DisclosureProps {
    /// What is always seen.
    pub(super) summary: Html,
    /// What is drawn once it has been opened.
    pub(super) body: Callback<(), Html>,
    /// Whether it is open from the start.
    #[prop_or_default]
    pub(super) open: bool,
    /// How it looks.
    #[prop_or("dw-more")]
    pub(super) class: &'static str,
}

/// A `<details>` whose body is not drawn before somebody opens it: most of the
/// page's text is behind one, and would cost every reader time and bytes.
#[component]
pub(super) fn Disclosure(props: &DisclosureProps) -> Html {
    let was_opened = use_state_eq(|| props.open);
    let onclick = {
        let was_opened = was_opened.clone();
        Callback::from(move |_: MouseEvent| was_opened.set(true))
    };
    html! {
        <details class={props.class} open={props.open}>
            <summary class="dw-summary" {onclick}>{props.summary.clone()}</summary>
            if *was_opened {
                <div class="dw-body">{props.body.emit(())}</div>
            }
        </details>
    }
}

/// The sources behind a statement, and where in them it stands.
pub(super) fn cited(dataset: &Rc<Dataset>, basis: &[Basis]) -> Html {
    if basis.is_empty() {
        return Html::default();
    }
    let mut names: Vec<&str> = Vec::new();
    for source in basis.iter().filter_map(|it| dataset.source(&it.source)) {
        if !names.contains(&source.short.as_str()) {
            names.push(&source.short);
        }
    }
    let summary = Html::from(words::sources(&names));
    let (dataset, basis) = (Rc::clone(dataset), basis.to_vec());
    let body = Callback::from(move |()| places(&dataset, &basis));
    html! { <Disclosure {summary} {body} class="dw-cited" /> }
}

/// Passages as a list.
pub(super) fn places(dataset: &Dataset, basis: &[Basis]) -> Html {
    html! {
        <ul class="dw-list">
            for it in basis {
                <li>
                    if let Some(source) = dataset.source(&it.source) {
                        <cite class="dw-source">{&source.short}</cite>
                    }
                    {" "}{&it.place}
                </li>
            }
        </ul>
    }
}

/// Claims as a list: who says what, where, when, and what to know before
/// believing it.
pub(super) fn claims(dataset: &Dataset, ids: &[Id]) -> Html {
    html! {
        <ul class="dw-claims">
            for claim in ids.iter().filter_map(|id| dataset.claim(id)) {
                <li class="dw-claim" key={&*claim.id}>
                    <p>{&claim.says}</p>
                    <p class="dw-note">
                        if let Some(source) = dataset.source(&claim.source) {
                            <cite class="dw-source">{&source.short}</cite>
                        }
                        {" · "}{&claim.place}
                        {" · "}{dated(dataset.date_of(claim))}
                        {" · "}{words::claim_kind(claim.kind)}
                        {" · "}{words::level(&level_text(claim.level.low, claim.level.high))}
                    </p>
                    if let Some(note) = &claim.note {
                        <p class="dw-caveat">{note}</p>
                    }
                </li>
            }
        </ul>
    }
}

/// A date in words.
pub(super) fn dated(date: Option<&str>) -> String {
    date.map_or_else(|| words::UNDATED.to_string(), words::date)
}
