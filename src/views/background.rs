//! What a reader may want to look up: figures, topics, sources, the method.

use std::rc::Rc;

use dataset::{Dataset, Figure, FigureValue, Source, Topic};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::charts::{bar, track};
use super::dom::{all, tag, words as said};
use super::page::Page;
use super::parts::{dated, disclosure, first_of, lead, note, places, source_name};
use crate::details;
use crate::layout::{Bar, Place, bars, range_text};
use crate::words::page as words;

/// The numbers that the sources give: the first few, or all of them.
pub(super) fn figures(page: &Page, at_first: usize) -> Html {
    let drawn = page.clone();
    let charts = first_of(&page.dataset.figures, at_first, move |figures| {
        tag("div", "dw-figures").each(figures, |it| chart(&drawn, it)).into()
    });
    tag("div", "").is("data-chart", "figures").add(lead(words::FIGURES_LEAD)).add(charts).into()
}

fn chart(page: &Page, figure: &Figure) -> Html {
    let title =
        tag("figcaption", "dw-h4").text(&figure.title).add(said("span", "dw-note", &figure.unit));
    // A number by itself is no chart.
    let has_rivals = figure.values.len() > 1;
    let rows = figure.values.iter().zip(bars(figure));
    let row = |(value, bar): (&FigureValue, Bar)| value_row(page, value, has_rivals.then_some(bar));
    tag("figure", "dw-figure")
        .key(&figure.id)
        .add(title)
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
            .add(bar("dw-reach", it.sure, it.reach))
            .into()
    });
    tag("li", "dw-bar-row")
        .set("data-slot", slot.unwrap_or_default())
        .add(label)
        .add(said("strong", "dw-value", &number))
        .maybe(bars)
        .into()
}

/// Background in a few plain sentences each.
pub(super) fn topics(page: &Page) -> Html {
    let topic = |it: &Topic| {
        let (dataset, id) = (Rc::clone(&page.dataset), it.id);
        disclosure("dw-topic", &it.id, it.title.as_str(), move || {
            dataset.topic(&id).map(|it| paragraphs(&dataset, it)).unwrap_or_default()
        })
    };
    all(page.dataset.topics.iter().map(topic).collect())
}

fn paragraphs(dataset: &Dataset, topic: &Topic) -> Html {
    tag("div", "dw-text")
        .each(&topic.paragraphs, |it| said("p", "", it))
        .add(places(dataset, &topic.basis))
        .into()
}

/// The documents behind all this.
pub(super) fn sources(page: &Page) -> Html {
    tag("ul", "dw-rows").each(&page.dataset.sources, |it| source_row(&page.dataset, it)).into()
}

fn source_row(dataset: &Dataset, source: &Source) -> Html {
    let count = dataset.claims.iter().filter(|it| it.source == source.id).count();
    let title = tag("p", "").add(source_name(dataset, &source.id)).text(" ").text(&source.title);
    let about = tag("div", "").add(title).add(note(&source.author)).add(note(&source.stance));
    let facts = tag("div", "dw-end")
        .add(said("p", "", &dated(source.date.as_deref())))
        .add(note(&words::claims(count)));
    tag("li", "dw-row").key(&source.id).add(about).add(facts).into()
}

/// How the verdict is worked out.
pub(super) fn method() -> Html {
    disclosure("dw-topic", "method", words::METHOD_SUMMARY, || html! { <Method /> })
}

/// The method in words, which come when they are asked for.
#[component]
fn Method() -> Html {
    let told = use_state_eq(Vec::new);
    let tell = told.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            tell.set(match details::load().await {
                Ok(details) => (details.method)(),
                Err(sentence) => vec![sentence],
            });
        });
    });
    tag("div", "dw-text").each(&*told, |it| said("p", "", it)).into()
}
