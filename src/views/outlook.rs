//! What would change the answer.

use yew::{AttrValue, Html};

use super::body::{Body, disclosure};
use super::dom::{Attr, all, tag, words as said};
use super::page::Page;
use super::parts::{dated, edit_button, idle_button, lead, note, section, source_name};
use crate::decision::Edit;
use crate::report::{Tip, WithoutSource};
use crate::words::page as words;

/// How many tipping points are shown at once.
const AT_FIRST: usize = 6;

/// Tipping points, and the verdict with each source left out.
pub(super) fn outlook(page: &Page) -> Html {
    let body = match page.prospects {
        _ if !page.has_verdict() => lead(words::LATER),
        None => lead(words::WORKING),
        Some(prospects) => {
            // What belongs to the decision before stays in its place, so that
            // nothing jumps, but cannot be acted on.
            tag("div", "dw-outlook")
                .says(Attr::AriaBusy, !page.is_fresh)
                .add(tips(page, &prospects.tipping))
                .add(said("h3", "dw-h3", words::WITHOUT))
                .add(lead(words::WITHOUT_LEAD))
                .add(without_sources(page, &prospects.without_source))
                .into()
        }
    };
    section(words::OUTLOOK, body)
}

fn tips(page: &Page, tips: &[Tip]) -> Html {
    if tips.is_empty() {
        return lead(words::NO_TIP);
    }
    let (first, more) = tips.split_at(AT_FIRST.min(tips.len()));
    let rest = (!more.is_empty()).then(|| {
        let summary = AttrValue::from(words::more(more.len())).into();
        disclosure(page, "dw-more", "rest", summary, Body::MoreTips)
    });
    all(vec![lead(words::TIPS_LEAD), rows(page, first), rest.unwrap_or_default()])
}

/// The tipping points that are not shown at once.
pub(super) fn more_tips(page: &Page) -> Html {
    let tips = page.prospects.map_or(&[][..], |it| &it.tipping);
    rows(page, tips.get(AT_FIRST..).unwrap_or_default())
}

fn rows(page: &Page, tips: &[Tip]) -> Html {
    tag("ol", "dw-rows").each(tips, |it| tip(page, it)).into()
}

fn tip(page: &Page, tip: &Tip) -> Html {
    let edit = Edit::Answer { question: tip.question, choices: tip.answer.clone() };
    let try_it =
        if page.is_fresh { edit_button(page, words::TRY, edit) } else { idle_button(words::TRY) };
    tag("li", "dw-row").add(said("span", "", &tip.sentence)).add(try_it).into()
}

fn without_sources(page: &Page, left_out: &[WithoutSource]) -> Html {
    tag("ul", "dw-rows").each(left_out, |it| without_source(page, it)).into()
}

fn without_source(page: &Page, without: &WithoutSource) -> Html {
    let Some(source) = page.dataset.source(&without.source) else { return Html::default() };
    let names = page.names(&without.options);
    let name = tag("p", "")
        .add(source_name(page.dataset, &source.id))
        .text(&words::dated(&dated(source.date.as_deref())));
    let who = tag("div", "").add(name).add(note(&source.stance));
    let change = if without.changes { words::CHANGES } else { words::STAYS };
    let then = tag("div", "dw-end")
        .add(said("strong", "dw-change", change))
        .add(note(&words::stand(without.kind, &names)));
    tag("li", "dw-row").says(Attr::DataChanges, without.changes).add(who).add(then).into()
}
