//! Small pieces that several views share.

use std::rc::Rc;

use dataset::{Basis, Dataset, Id};
use web_sys::Event;
use yew::prelude::*;

use super::dom::{Tag, all, tag, words as said};
use super::page::{Page, focus};
use crate::decision::Edit;
use crate::layout::{glyph, level_text};
use crate::state::Action;
use crate::words::page as words;

/// A section with its heading.
pub(super) fn section(heading: &'static str, body: Html) -> Html {
    tag("section", "dw-section").add(said("h2", "dw-h2", heading)).add(body).into()
}

/// A paragraph that leads into a section.
pub(super) fn lead(text: &str) -> Html {
    said("p", "dw-lead", text)
}

/// Words that matter less.
pub(super) fn note(text: &str) -> Html {
    said("p", "dw-note", text)
}

/// The shape of an option.
pub(super) fn mark(slot: usize) -> Html {
    tag("svg", "dw-mark")
        .is("viewBox", "-6.5 -6.5 13 13")
        .is("aria-hidden", "true")
        .set("data-slot", slot.to_string())
        .add(tag("path", "").is("d", glyph(slot)))
        .into()
}

/// The name of an option behind its shape, inside a heading or a label.
pub(super) fn option_name(into: Tag, page: &Page, option: &str) -> Tag {
    into.add(mark(page.slot(option))).text(page.name(option))
}

/// A button.
pub(super) fn button(label: &str, onclick: Callback<Event>) -> Tag {
    tag("button", "dw-button").is("type", "button").on_click(onclick).text(label)
}

/// A button that edits the decision and goes away with what it edits. The focus
/// moves to the verdict: left on a button that is gone, it would be lost.
pub(super) fn edit_button(page: &Page, label: &str, edit: Edit) -> Tag {
    let (act, verdict) = (page.does(Action::Edit(edit)), page.verdict.clone());
    let onclick = Callback::from(move |event| {
        act.emit(event);
        focus(&verdict);
    });
    button(label, onclick)
}

/// A button that does nothing now. Unlike `disabled`, this does not take the
/// focus from whoever has just pressed it.
pub(super) fn idle_button(label: &str) -> Tag {
    button(label, Callback::noop()).says("aria-disabled", true)
}

/// What a [`Disclosure`] shows.
#[derive(PartialEq, Properties)]
struct DisclosureProps {
    summary: Html,
    /// Drawn once it has been opened.
    body: Callback<(), Html>,
    /// Whether it is open from the start.
    open: bool,
    class: &'static str,
}

/// A `<details>` whose body is not drawn before somebody opens it: most of the
/// page's text is behind one, and would cost every reader time and bytes.
#[component]
fn Disclosure(props: &DisclosureProps) -> Html {
    let was_opened = use_state_eq(|| props.open);
    let on_click = {
        let was_opened = was_opened.setter();
        Callback::from(move |_: Event| was_opened.set(true))
    };
    let body = was_opened.then(|| tag("div", "dw-body").add(props.body.emit(())).into());
    tag("details", props.class)
        .has("open", props.open)
        .add(tag("summary", "dw-summary").on_click(on_click).add(props.summary.clone()))
        .maybe(body)
        .into()
}

/// A [`Disclosure`] that is closed at first. The key tells it apart from its
/// neighbours, so that it stays open when they change places.
pub(super) fn disclosure(
    class: &'static str,
    key: &str,
    summary: impl Into<Html>,
    body: impl Fn() -> Html + 'static,
) -> Html {
    opened_if(false, class, key, summary, body)
}

/// A [`Disclosure`] that may be open from the start.
pub(super) fn opened_if(
    open: bool,
    class: &'static str,
    key: &str,
    summary: impl Into<Html>,
    body: impl Fn() -> Html + 'static,
) -> Html {
    make(open, class, key, summary.into(), Callback::from(move |()| body()))
}

fn make(
    open: bool,
    class: &'static str,
    key: &str,
    summary: Html,
    body: Callback<(), Html>,
) -> Html {
    html! { <Disclosure {key} {open} {class} {summary} {body} /> }
}

/// The sources behind a statement, and where in them it stands.
pub(super) fn cited(page: &Page, basis: &[Basis]) -> Html {
    let mut names: Vec<&str> = Vec::new();
    for source in basis.iter().filter_map(|it| page.dataset.source(&it.source)) {
        if !names.contains(&source.short.as_str()) {
            names.push(&source.short);
        }
    }
    let (dataset, basis) = (Rc::clone(&page.dataset), basis.to_vec());
    let summary = Html::from(words::sources(&names));
    disclosure("dw-cited", "cited", summary, move || places(&dataset, &basis))
}

/// Passages as a list.
pub(super) fn places(dataset: &Dataset, basis: &[Basis]) -> Html {
    let passage = |it: &Basis| {
        tag("li", "").add(source_name(dataset, &it.source)).text(" ").text(&it.place).into()
    };
    tag("ul", "dw-list").each(basis, passage).into()
}

/// The short name of a source.
pub(super) fn source_name(dataset: &Dataset, id: &str) -> Html {
    said("cite", "dw-source", dataset.source(id).map_or(id, |it| &it.short))
}

/// Claims as a list: who says what, where, when, and what to know before
/// believing it.
pub(super) fn claims(dataset: &Dataset, ids: &[Id]) -> Html {
    let claim = |claim: &dataset::Claim| {
        let about = words::about_claim(
            &claim.place,
            &dated(dataset.date_of(claim).as_deref()),
            claim.kind,
            &level_text(claim.level.low, claim.level.high),
        );
        tag("li", "dw-claim")
            .key(&claim.id)
            .add(said("p", "", &claim.says))
            .add(tag("p", "dw-note").add(source_name(dataset, &claim.source)).text(&about))
            .maybe(claim.note.as_ref().map(|it| said("p", "dw-caveat", it)))
            .into()
    };
    tag("ul", "dw-claims").each(ids.iter().filter_map(|id| dataset.claim(id)), claim).into()
}

/// The first few of many; the others are behind a [`Disclosure`].
pub(super) fn first_of<T: Clone + 'static>(
    items: &[T],
    at_first: usize,
    draw: impl Fn(&[T]) -> Html + 'static,
) -> Html {
    let (first, rest) = items.split_at(at_first.min(items.len()));
    let first = draw(first);
    if rest.is_empty() {
        return first;
    }
    let (rest, summary) = (rest.to_vec(), Html::from(words::more(rest.len())));
    all(vec![first, disclosure("dw-more", "rest", summary, move || draw(&rest))])
}

/// A date in words.
pub(super) fn dated(date: Option<&str>) -> String {
    date.map_or_else(|| words::UNDATED.to_string(), words::date)
}
