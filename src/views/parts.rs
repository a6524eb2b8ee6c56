//! Small pieces that several views share.

use dataset::{Dataset, Id};
use yew::{AttrValue, Html};

use super::body::{Body, disclosure};
use super::dom::{Attr, Tag, tag, words as said};
use super::message::Message;
use super::page::Page;
use crate::decision::Edit;
use crate::layout::glyph;
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
        .is(Attr::ViewBox, "-6.5 -6.5 13 13")
        .is(Attr::AriaHidden, "true")
        .set(Attr::DataSlot, slot.to_string())
        .add(tag("path", "").is(Attr::D, glyph(slot)))
        .into()
}

/// The name of an option behind its shape, inside a heading or a label.
pub(super) fn option_name(into: Tag, page: &Page, option: &str) -> Tag {
    into.add(mark(page.slot(option))).text(page.name(option))
}

/// A button.
pub(super) fn button(page: &Page, label: &str, message: Message) -> Tag {
    bare_button(label).on_click(page.send, message)
}

/// A button that edits the decision and goes away with what it edits.
pub(super) fn edit_button(page: &Page, label: &str, edit: Edit) -> Tag {
    button(page, label, Message::ActAndLeave(Action::Edit(edit)))
}

/// A button that does nothing now. Unlike `disabled`, this does not take the
/// focus from whoever has just pressed it.
pub(super) fn idle_button(label: &str) -> Tag {
    bare_button(label).says(Attr::AriaDisabled, true)
}

/// A button without an action of the page's.
pub(super) fn bare_button(label: &str) -> Tag {
    tag("button", "dw-button").is(Attr::Type, "button").text(label)
}

/// The sources behind a statement; where in them it stands is in `body`.
pub(super) fn cited(page: &Page, sources: &[Id], body: Body) -> Html {
    let mut names: Vec<&str> = Vec::new();
    for source in sources.iter().filter_map(|it| page.dataset.source(it)) {
        if !names.contains(&source.short.as_str()) {
            names.push(&source.short);
        }
    }
    disclosure(page, "dw-cited", "cited", AttrValue::from(words::sources(&names)).into(), body)
}

/// The short name of a source.
pub(super) fn source_name(dataset: &Dataset, id: &str) -> Html {
    said("cite", "dw-source", dataset.source(id).map_or(id, |it| &it.short))
}

/// A date in words.
pub(super) fn dated(date: Option<&str>) -> String {
    date.map_or_else(|| words::UNDATED.to_string(), words::date)
}
