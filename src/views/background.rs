//! What a reader may want to look up: figures, topics, the method.

use dataset::{Figure, FigureValue, Id};
use yew::Html;

use super::body::{Body, disclosure};
use super::charts::{self, bar, track};
use super::dom::{Attr, tag, words as said};
use super::evidence::places;
use super::page::Page;
use super::parts::{dated, lead, note};
use super::terms::{explained, terms};
use crate::engine::{CLEAR, ENOUGH_ANSWERS, LEAN};
use crate::layout::{Bar, Place, bars, range_text};
use crate::words::page as words;

/// How many figures are shown at once.
const AT_FIRST: usize = 4;

/// The numbers that the sources give.
pub(super) fn figures(page: &Page) -> Html {
    let (first, more) = split(&page.dataset.figures);
    let first = tag("div", "")
        .is(Attr::DataChart, "figures")
        .add(lead(words::FIGURES_LEAD))
        .add(drawn(page, first));
    tag("div", "").add(first).maybe((!more.is_empty()).then(|| way_to_more(page))).into()
}

/// Where the figures that are not shown at once can be opened.
pub(super) fn way_to_more(page: &Page) -> Html {
    disclosure(page, "dw-more", "more", words::MORE_FIGURES.into(), Body::MoreFigures)
}

/// The figures that are not shown at once.
pub(super) fn more_figures(page: &Page) -> Html {
    drawn(page, split(&page.dataset.figures).1)
}

fn split(figures: &[Figure]) -> (&[Figure], &[Figure]) {
    figures.split_at(AT_FIRST.min(figures.len()))
}

fn drawn(page: &Page, figures: &[Figure]) -> Html {
    tag("div", "dw-figures").each(figures, |it| chart(page, it)).into()
}

fn chart(page: &Page, figure: &Figure) -> Html {
    // A number by itself is no chart.
    let has_rivals = figure.values.len() > 1;
    let rows = figure.values.iter().zip(bars(figure));
    let row = |(value, bar): (&FigureValue, Bar)| value_row(page, value, has_rivals.then_some(bar));
    charts::figure("figure", &figure.title, &figure.unit)
        .key(&figure.id)
        .add(tag("ul", "dw-bars").each(rows, row))
        .maybe(figure.note.as_ref().map(|it| note(it)))
        .into()
}

fn value_row(page: &Page, value: &FigureValue, drawn: Option<Bar>) -> Html {
    let slot = value.option.as_deref().map(|it| page.slot(it).to_string());
    let source = page.dataset.source(&value.basis.source);
    let short = source.map_or("", |it| &it.short);
    let date = value.as_of.as_deref().or_else(|| source?.date.as_deref());
    let number = words::qualified(value.qualifier.as_deref(), &range_text(value.value));
    let told_by = words::source_of_figure(short, &dated(date));
    let label = tag("span", "dw-label").text(&value.label).add(said("span", "dw-note", &told_by));
    let bars = drawn.map(|it| {
        track("dw-track")
            .add(bar("dw-fill", Place::START, it.sure))
            .maybe((it.reach != Place::START).then(|| bar("dw-reach", it.sure, it.reach)))
            .into()
    });
    tag("li", "dw-bar-row")
        .set(Attr::DataSlot, slot.unwrap_or_default())
        .add(label)
        .add(said("strong", "dw-value", &number))
        .maybe(bars)
        .into()
}

/// Some background.
pub(super) fn topic(page: &Page, id: &Id) -> Html {
    let Some(topic) = page.dataset.topic(id) else { return Html::default() };
    let paragraphs: Vec<&str> = topic.paragraphs.iter().map(|it| it.as_str()).collect();
    tag("div", "dw-text")
        .each(topic.paragraphs.iter(), |it| explained(page.dataset, it))
        .add(terms(page.dataset, &paragraphs))
        .add(places(page.dataset, &topic.basis))
        .into()
}

/// How the verdict is worked out.
pub(super) fn method() -> Html {
    let paragraphs = words::method(CLEAR, LEAN, ENOUGH_ANSWERS);
    tag("div", "dw-text").each(&paragraphs, |it| said("p", "", it)).into()
}
