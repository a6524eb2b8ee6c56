//! What charts are made of.

use yew::Html;

use super::dom::{Attr, Tag, tag};
use crate::layout::Place;

/// A drawing that takes the width it is given; the words beside it say the
/// same.
pub(super) fn track(class: &'static str) -> Tag {
    tag("svg", class).is(Attr::AriaHidden, "true")
}

/// A bar from one place on.
pub(super) fn bar(class: &'static str, start: Place, length: Place) -> Html {
    tag("rect", class)
        .set(Attr::X, start.to_string())
        .set(Attr::Width, length.to_string())
        .is(Attr::Height, "100%")
        .into()
}

/// A line across or along a drawing.
pub(super) fn line(class: &'static str, [x1, x2]: [Place; 2], [y1, y2]: [Place; 2]) -> Html {
    tag("line", class)
        .set(Attr::X1, x1.to_string())
        .set(Attr::X2, x2.to_string())
        .set(Attr::Y1, y1.to_string())
        .set(Attr::Y2, y2.to_string())
        .into()
}
