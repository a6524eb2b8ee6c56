//! The chart of what separates the two leaders.

use yew::Html;

use super::super::body::{Body, disclosure};
use super::super::charts::{bar, figure, line, track};
use super::super::dom::{Attr, tag, words as said};
use super::super::page::Page;
use super::super::parts::{lead, mark};
use super::super::turns::gradual;
use crate::layout::{self, Contribution, Place};
use crate::words::page as words;

/// How many contributions are worth drawing.
const WORTH_DRAWING: usize = 10;

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
        .is(Attr::AriaHidden, "true")
        .add(said("span", "", &words::left_side(behind)))
        .add(said("span", "", &words::right_side(ahead)));
    let rows = bars.iter().take(WORTH_DRAWING).map(|it| contribution(page, it)).collect();
    figure("contributions", &finding, words::CONTRIBUTIONS_UNIT)
        .add(sides)
        .add(gradual("ul", "dw-bars", rows))
        .into()
}

fn contribution(page: &Page, it: &Contribution) -> Html {
    // The side tells whom it favours to those who see it.
    let value = tag("span", "dw-value")
        .add(mark(page.slot(&it.favours)))
        .add(said("span", "dw-hidden", page.name(&it.favours)))
        .text(&words::points(it.tenths));
    let drawing = track("dw-track")
        .add(line("dw-axis", [Place::MIDDLE; 2], [Place::START, Place::END]))
        .add(bar("dw-fill", it.start, it.length));
    tag("li", "dw-bar-row")
        .key(&it.criterion)
        .set(Attr::DataSlot, page.slot(&it.favours).to_string())
        .add(said("span", "dw-label", page.criterion(&it.criterion)))
        .add(value)
        .add(drawing)
        .add(disclosure(page, "dw-more", "trail", words::TRAIL.into(), Body::Trail(it.criterion)))
        .into()
}
