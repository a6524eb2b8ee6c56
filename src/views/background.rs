//! What a reader may want to look up: figures, topics, sources, the method.

use std::rc::Rc;

use dataset::{Dataset, Figure, FigureValue, Source, Topic};
use yew::prelude::*;

use super::page::Page;
use super::parts::{Disclosure, dated, lead, places};
use crate::engine::{CLEAR, ENOUGH_ANSWERS, LEAN};
use crate::layout::{Bar, bars, range_text};
use crate::words::page as words;

/// The numbers that the sources give.
pub(super) fn figures(page: &Page) -> Html {
    html! {
        <div data-chart="figures">
            {lead(words::FIGURES_LEAD)}
            <div class="dw-figures">
                for figure in &page.dataset.figures {
                    {chart(page, figure)}
                }
            </div>
        </div>
    }
}

fn chart(page: &Page, figure: &Figure) -> Html {
    html! {
        <figure class="dw-figure" key={&*figure.id}>
            <figcaption class="dw-h4">
                {&figure.title}
                <span class="dw-note">{&figure.unit}</span>
            </figcaption>
            <ul class="dw-bars">
                for (value, bar) in figure.values.iter().zip(bars(figure)) {
                    {value_row(page, value, bar, figure.values.len() > 1)}
                }
            </ul>
            if let Some(note) = &figure.note {
                <p class="dw-note">{note}</p>
            }
        </figure>
    }
}

/// A number by itself is no chart: it is drawn without a bar.
fn value_row(page: &Page, value: &FigureValue, bar: Bar, has_rivals: bool) -> Html {
    let slot = value.option.as_deref().map(|it| page.slot(it).to_string());
    let source = page.dataset.source(&value.basis.source);
    let date = value.as_of.as_deref().or_else(|| source?.date.as_deref());
    html! {
        <li class="dw-bar-row" data-slot={slot.unwrap_or_default()}>
            <span class="dw-label">
                {&value.label}
                <span class="dw-note">
                    {source.map_or("", |it| &it.short).to_string()}{", "}{dated(date)}
                </span>
            </span>
            <strong class="dw-value">
                {words::qualified(value.qualifier.as_deref(), &range_text(value.value))}
            </strong>
            if has_rivals {
                <svg class="dw-track" aria-hidden="true">
                    <rect class="dw-fill" width={bar.sure.to_string()} height="100%" />
                    <rect
                        class="dw-reach"
                        x={bar.sure.to_string()}
                        width={bar.reach.to_string()}
                        height="100%"
                    />
                </svg>
            }
        </li>
    }
}

/// Background in a few plain sentences each.
pub(super) fn topics(page: &Page) -> Html {
    html! {
        <>
            for topic in &page.dataset.topics {
                {topic_row(&page.dataset, topic)}
            }
        </>
    }
}

fn topic_row(dataset: &Rc<Dataset>, topic: &Topic) -> Html {
    let (dataset, id) = (Rc::clone(dataset), topic.id.clone());
    let body = Callback::from(move |()| {
        let Some(topic) = dataset.topic(&id) else { return Html::default() };
        html! {
            <>
                for text in &topic.paragraphs {
                    <p>{text}</p>
                }
                {places(&dataset, &topic.basis)}
            </>
        }
    });
    let summary = Html::from(&topic.title);
    html! { <Disclosure key={&*topic.id} {summary} {body} class="dw-topic" /> }
}

/// The documents behind all this.
pub(super) fn sources(page: &Page) -> Html {
    html! {
        <ul class="dw-rows">
            for source in &page.dataset.sources {
                {source_row(&page.dataset, source)}
            }
        </ul>
    }
}

fn source_row(dataset: &Dataset, source: &Source) -> Html {
    let count = dataset.claims.iter().filter(|it| it.source == source.id).count();
    html! {
        <li class="dw-row" key={&*source.id}>
            <div>
                <p><cite class="dw-source">{&source.short}</cite>{" "}{&source.title}</p>
                <p class="dw-note">{&source.author}</p>
                <p class="dw-note">{&source.stance}</p>
            </div>
            <div class="dw-end">
                <p>{dated(source.date.as_deref())}</p>
                <p class="dw-note">{words::claims(count)}</p>
            </div>
        </li>
    }
}

/// How the verdict is worked out.
pub(super) fn method() -> Html {
    let body = Callback::from(|()| {
        html! {
            <>
                for text in words::method(CLEAR, LEAN, ENOUGH_ANSWERS) {
                    <p>{text}</p>
                }
            </>
        }
    });
    html! { <Disclosure summary={Html::from(words::METHOD)} {body} class="dw-topic" /> }
}
