//! Whose answer it is: the verdict without each source, and by it alone.

use dataset::{Id, Table};
use yew::Html;

use super::super::charts::{bar, track};
use super::super::checklist::{field, label};
use super::super::dom::{Attr, all, tag, words as said};
use super::super::page::Page;
use super::super::parts::{dated, lead, mark, note, source_name};
use super::super::turns::gradual;
use super::try_it;
use crate::decision::Edit;
use crate::layout::{self, Part};
use crate::report::{VerdictKind, WithoutSource};
use crate::words::page as words;

/// All sources side by side.
pub(super) fn sources(page: &Page, sources: &[WithoutSource]) -> Html {
    let rows = sources.iter().map(|it| source(page, it)).collect();
    let deciding = sources.iter().filter(|it| it.changes);
    let deciding = deciding.filter_map(|it| Some(&*page.dataset.source(&it.source)?.short));
    all(vec![
        said("h3", "dw-h3", words::WITHOUT),
        said("p", "dw-h4", &words::hangs_on(&deciding.collect::<Vec<_>>())),
        lead(words::WITHOUT_LEAD),
        age(page),
        gradual("ul", "dw-rows", rows),
    ])
}

/// The switch that lets old statements weigh less.
fn age(page: &Page) -> Html {
    let ageless = page.decision().ageless;
    let field = field(page, true, !ageless, Edit::Ageless(!ageless));
    label(field).add(said("span", "", words::AGE)).into()
}

fn source(page: &Page, without: &WithoutSource) -> Html {
    let Some(source) = page.dataset.source(&without.source) else { return Html::default() };
    let name = tag("p", "")
        .add(source_name(page.dataset, &source.id))
        .text(&words::dated(&dated(source.date.as_deref())));
    let who = tag("div", "").add(name).add(note(&source.stance));
    let change = if without.changes { words::CHANGES } else { words::STAYS };
    let alone = &without.alone;
    tag("li", "dw-source-row")
        .says(Attr::DataChanges, without.changes)
        .add(who)
        .add(half(
            page,
            said("p", "dw-h4", words::LEFT_OUT),
            said("p", "dw-change", change),
            (without.kind, &without.options, &without.shares),
            try_it(page, words::LEAVE_OUT, &source.short, Edit::LeaveOut(source.id)),
        ))
        .add(half(
            page,
            said("p", "dw-h4", words::ALONE),
            Html::default(),
            (alone.kind, &alone.options, &alone.shares),
            try_it(page, words::HEAR_ONLY, &source.short, Edit::HearOnly(source.id)),
        ))
        .into()
}

fn half(
    page: &Page,
    heading: Html,
    change: Html,
    (kind, options, shares): (VerdictKind, &[Id], &Table<f64>),
    button: Html,
) -> Html {
    let parts = layout::stacked(page.dataset, shares);
    let told = |it: &Part| words::share_of(page.name(&it.option), it.share);
    let drawing = track("dw-track").each(&parts, |it| {
        tag("g", "")
            .set(Attr::DataSlot, page.slot(&it.option).to_string())
            .add(said("title", "", &told(it)))
            .add(bar("dw-fill", it.start, it.length))
            .into()
    });
    let named = |it: &Part| tag("li", "").add(mark(page.slot(&it.option))).text(&told(it)).into();
    tag("div", "dw-half")
        .add(heading)
        .add(change)
        .add(said("p", "", &words::stand(kind, &page.names(options))))
        .add(drawing)
        .add(tag("ul", "dw-parts").each(&parts, named))
        .add(button)
        .into()
}
