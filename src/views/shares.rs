//! First-rank shares. Each row's words are its own table; the bars only show
//! them.

use yew::Html;

use super::body::{Body, disclosure};
use super::charts::{bar, figure, track};
use super::dom::{Attr, tag, words as said};
use super::page::Page;
use super::parts::{note, option_name};
use crate::layout::{self, Place, ShareBar};
use crate::report::Status;
use crate::words::{self as sentences, page as words};

/// First-rank shares under a title: beside the verdict it says what is drawn,
/// alone it is the verdict.
pub(super) fn shares(page: &Page, title: &str) -> Html {
    let explained = if page.has_verdict() { words::SHARES_NOTE } else { words::LATER };
    figure("shares", title, "")
        .add(tag("ul", "dw-bars").each(layout::shares(page.report), |it| share(page, &it)))
        .add(note(explained))
        .maybe(page.has_verdict().then(|| trail(page)))
        .into()
}

/// The way from the shares back to answers and claims.
fn trail(page: &Page) -> Html {
    disclosure(page, "dw-more", "shares", words::TRAIL.into(), Body::Shares)
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
        .set(Attr::DataSlot, page.slot(&it.option).to_string())
        .is(Attr::DataStatus, it.status.name())
        .add(option_name(tag("span", "dw-label"), page, &it.option))
        .add(said("strong", "dw-value", &text))
        .add(drawing)
        .into()
}
