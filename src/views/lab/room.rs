//! Room for what is not known yet: what comes later takes it up, and nothing
//! around it moves.

use workload::Millis;
use yew::prelude::*;

/// A time that takes as much room as any other that can be expected.
pub(super) const WIDE: Millis = Millis(8888.0);

/// Text in as much room as `longest` would take, if that is more.
pub(super) fn roomy(text: String, longest: String) -> Html {
    html! { <span class="dw-room" data-room={longest}><span>{text}</span></span> }
}

/// The longest of these texts.
pub(super) fn longest(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().max_by_key(|it| it.chars().count()).unwrap_or_default()
}
