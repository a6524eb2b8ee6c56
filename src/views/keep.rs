//! Keeping the answers on this device, which only happens on request. The
//! element does it, and says at its root how things stand, so that the styles
//! show what holds: whoever draws this page needs to store nothing.

use yew::Html;

use super::dom::{Attr, Tag, tag, words as said};
use super::parts::bare_button;
use crate::words::page as words;

/// The buttons that begin and end it, and what they do.
pub(super) fn keep() -> Html {
    let says = |kept: &'static str, text: &str| said("p", kept, text);
    let button =
        |label: &str, keep: &'static str| -> Tag { bare_button(label).is(Attr::DataKeep, keep) };
    tag("div", "dw-keep")
        .is(Attr::Role, "status")
        .add(says("dw-kept-not", words::NOT_KEPT))
        .add(says("dw-kept", words::IS_KEPT))
        .add(says("dw-kept-never", words::CANNOT_KEEP))
        .add(button(words::KEEP, "yes"))
        .add(button(words::FORGET, "no"))
        .into()
}
