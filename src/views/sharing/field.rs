//! What the reader writes.

use yew::html::Scope;
use yew::prelude::*;

use super::sheet::{Deed, Sheet};
use crate::browser;
use crate::decision::Decision;
use crate::prose;

/// The fields of the link.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Title,
    Notes,
}

impl Field {
    /// What the decision says there.
    pub(super) fn of(self, decision: &Decision) -> String {
        match self {
            Field::Title => prose::title(decision),
            Field::Notes => prose::notes(decision),
        }
    }
}

/// Hears a field out when somebody changes it or has changed it.
pub(super) fn hear<E: AsRef<Event> + 'static>(
    on: &Scope<Sheet>,
    deed: impl Fn(String) -> Deed + 'static,
) -> Callback<E> {
    on.callback(move |event: E| deed(browser::value_of(event.as_ref()).unwrap_or_default()))
}
