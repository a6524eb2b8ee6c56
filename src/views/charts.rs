//! What charts are made of.

use yew::Html;

use super::dom::{Attr, Tag, tag, words as said};
use crate::layout::Place;

/// A chart under a title that says what it shows, by which assistive
/// technology knows it; and the unit of its numbers, where they do not say it
/// themselves.
pub(super) fn figure(chart: &'static str, title: &str, unit: &str) -> Tag {
    let unit = (!unit.is_empty()).then(|| said("span", "dw-note", unit));
    tag("figure", "dw-figure")
        .is(Attr::DataChart, chart)
        .set(Attr::AriaLabel, title.to_owned())
        .add(tag("figcaption", "dw-h4").text(title).maybe(unit))
}

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
