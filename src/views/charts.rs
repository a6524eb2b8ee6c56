//! Charts of shares and of contributions. Each row's words are its own table;
//! the bars only show them.

use yew::prelude::*;

use super::dom::{Tag, tag, words as said};
use super::page::Page;
use super::parts::{lead, note, option_name};
use crate::layout::{self, Contribution, Place, ShareBar};
use crate::report::Status;
use crate::words::{self as sentences, page as words};

/// How many contributions are worth drawing.
const WORTH_DRAWING: usize = 10;

/// A drawing that takes the width it is given; the words beside it say the
/// same.
pub(super) fn track(class: &'static str) -> Tag {
    tag("svg", class).is("aria-hidden", "true")
}

/// A bar from one place on.
pub(super) fn bar(class: &'static str, start: Place, length: Place) -> Html {
    tag("rect", class)
        .set("x", start.to_string())
        .set("width", length.to_string())
        .is("height", "100%")
        .into()
}

/// A line across or along a drawing.
pub(super) fn line(class: &'static str, [x1, x2]: [Place; 2], [y1, y2]: [Place; 2]) -> Html {
    tag("line", class)
        .set("x1", x1.to_string())
        .set("x2", x2.to_string())
        .set("y1", y1.to_string())
        .set("y2", y2.to_string())
        .into()
}

/// First-rank shares.
pub(super) fn shares(page: &Page) -> Html {
    let explained = if page.has_verdict() { words::SHARES_NOTE } else { words::SHARES_EMPTY };
    tag("figure", "dw-figure")
        .is("data-chart", "shares")
        .add(said("figcaption", "dw-h3", words::SHARES))
        .add(tag("ul", "dw-bars").each(layout::shares(&page.report), |it| share(page, &it)))
        .add(note(explained))
        .into()
}

fn share(page: &Page, it: &ShareBar) -> Html {
    let text = match it.share {
        Some(share) => sentences::percent(share),
        None if it.status == Status::Excluded => words::RULED_OUT.to_string(),
        None => words::NO_SHARE.to_string(),
    };
    let drawing = track("dw-track").add(bar("dw-ground", Place::START, Place::END)).add(bar(
        "dw-fill",
        Place::START,
        it.length,
    ));
    tag("li", "dw-bar-row")
        .key(&it.option)
        .set("data-slot", page.slot(&it.option).to_string())
        .is("data-status", words::status_key(it.status))
        .add(option_name(tag("span", "dw-label"), page, &it.option))
        .add(said("strong", "dw-value", &text))
        .add(drawing)
        .into()
}

/// What separates the two leaders; nothing while there are not two.
pub(super) fn contributions(page: &Page) -> Html {
    let Some(separation) = page.report.separation.as_ref().filter(|_| page.has_verdict()) else {
        return lead(words::LATER);
    };
    let bars = layout::contributions(separation);
    let (ahead, behind) = (page.name(&separation.ahead), page.name(&separation.behind));
    let finding = bars.first().map_or_else(String::new, |it| {
        words::separates(ahead, behind, page.criterion(&it.criterion))
    });
    let sides = tag("p", "dw-sides")
        .is("aria-hidden", "true")
        .add(said("span", "", &words::left_side(behind)))
        .add(said("span", "", &words::right_side(ahead)));
    let drawn = bars.iter().take(WORTH_DRAWING);
    tag("figure", "dw-figure")
        .is("data-chart", "contributions")
        .add(said("figcaption", "dw-lead", &finding))
        .add(sides)
        .add(tag("ul", "dw-bars").each(drawn, |it| contribution(page, it)))
        .add(note(words::CONTRIBUTIONS_UNIT))
        .into()
}

fn contribution(page: &Page, it: &Contribution) -> Html {
    let text = words::favours(page.name(&it.favours), it.tenths);
    let drawing = track("dw-track")
        .add(line("dw-axis", [Place::MIDDLE; 2], [Place::START, Place::END]))
        .add(bar("dw-fill", it.start, it.length));
    tag("li", "dw-bar-row")
        .key(&it.criterion)
        .set("data-slot", page.slot(&it.favours).to_string())
        .add(said("span", "dw-label", page.criterion(&it.criterion)))
        .add(said("span", "dw-value", &text))
        .add(drawing)
        .into()
}
