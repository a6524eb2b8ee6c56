//! Charts of shares and of contributions. Each row's words are its own table;
//! the bars only show them.

use yew::prelude::*;

use super::page::Page;
use super::parts::{lead, mark};
use crate::layout::{self, Contribution, ShareBar};
use crate::report::{Separation, Status};
use crate::words::{self as sentences, page as words};

/// First-rank shares.
pub(super) fn shares(page: &Page) -> Html {
    let note = if page.has_verdict() { words::SHARES_NOTE } else { words::SHARES_EMPTY };
    html! {
        <figure class="dw-figure" data-chart="shares">
            <figcaption class="dw-h3">{words::SHARES}</figcaption>
            <ul class="dw-bars">
                for bar in layout::shares(&page.report) {
                    {share(page, &bar)}
                }
            </ul>
            <p class="dw-note">{note}</p>
        </figure>
    }
}

fn share(page: &Page, bar: &ShareBar) -> Html {
    let slot = page.slot(&bar.option);
    let text = match bar.share {
        Some(share) => sentences::percent(share),
        None if bar.status == Status::Excluded => words::RULED_OUT.to_string(),
        None => words::NO_SHARE.to_string(),
    };
    html! {
        <li
            class="dw-bar-row"
            key={&*bar.option}
            data-slot={slot.to_string()}
            data-status={words::status_key(bar.status)}
        >
            <span class="dw-label">{mark(slot)}{page.name(&bar.option)}</span>
            <strong class="dw-value">{text}</strong>
            <svg class="dw-track" aria-hidden="true">
                <rect class="dw-ground" width="100%" height="100%" />
                <rect class="dw-fill" width={bar.length.to_string()} height="100%" />
            </svg>
        </li>
    }
}

/// What separates the two leaders; nothing while there are not two.
pub(super) fn contributions(page: &Page) -> Html {
    let Some(separation) = page.report.separation.as_ref().filter(|_| page.has_verdict()) else {
        return lead(words::LATER);
    };
    let bars = layout::contributions(separation);
    let finding = bars.first().map(|it| {
        let (ahead, behind) = sides_of(page, separation);
        words::separates(ahead, behind, page.criterion(&it.criterion))
    });
    let (ahead, behind) = sides_of(page, separation);
    let (left, right) = words::sides(behind, ahead);
    html! {
        <figure class="dw-figure" data-chart="contributions">
            <figcaption class="dw-lead">{finding.unwrap_or_default()}</figcaption>
            <p class="dw-sides" aria-hidden="true"><span>{left}</span><span>{right}</span></p>
            <ul class="dw-bars">
                for bar in &bars {
                    {contribution(page, bar)}
                }
            </ul>
            <p class="dw-note">{words::CONTRIBUTIONS_UNIT}</p>
        </figure>
    }
}

fn sides_of<'a>(page: &'a Page, separation: &'a Separation) -> (&'a str, &'a str) {
    (page.name(&separation.ahead), page.name(&separation.behind))
}

fn contribution(page: &Page, bar: &Contribution) -> Html {
    let slot = page.slot(&bar.favours);
    html! {
        <li class="dw-bar-row" key={&*bar.criterion} data-slot={slot.to_string()}>
            <span class="dw-label">{page.criterion(&bar.criterion)}</span>
            <span class="dw-value">{words::favours(page.name(&bar.favours), bar.tenths)}</span>
            <svg class="dw-track" aria-hidden="true">
                <line class="dw-axis" x1="50%" x2="50%" y1="0" y2="100%" />
                <rect
                    class="dw-fill"
                    x={bar.start.to_string()}
                    width={bar.length.to_string()}
                    height="100%"
                />
            </svg>
        </li>
    }
}
