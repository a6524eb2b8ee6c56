//! What the reader sets.

use std::str::FromStr;

use yew::html::Scope;
use yew::prelude::*;

use super::bench::{Bench, BenchProps, Deed};
use crate::browser;
use crate::lab::{EXAMPLES, Field, contenders};
use crate::words::lab as words;

/// Loads to begin with.
pub(super) fn examples(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
    let button = |(number, it): (usize, &crate::lab::Example)| {
        let scenario = props.dataset.scenario(it.scenario)?;
        let is_set = bench.load.profile == it.profile;
        Some(html! {
            <button
                class="dw-button"
                type="button"
                aria-pressed={is_set.to_string()}
                onclick={on.callback(move |_| Deed::Example(number))}
            >
                {scenario.name.as_str()}
            </button>
        })
    };
    let buttons: Vec<Html> = EXAMPLES.iter().enumerate().filter_map(button).collect();
    html! {
        <>
            <p>{words::LEAD}</p>
            if !buttons.is_empty() {
                <div role="group" aria-label={words::PRESETS}>
                    <h3 class="dw-h4">{words::PRESETS}</h3>
                    <div class="dw-tools">{buttons}</div>
                    <p class="dw-note">{words::PRESETS_NOTE}</p>
                </div>
            }
        </>
    }
}

/// Sliders and factors.
pub(super) fn form(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
    html! {
        <>
            <div class="dw-sliders">
                { for Field::ALL.into_iter().map(|it| slider(bench, it, on)) }
            </div>
            <details class="dw-more">
                <summary class="dw-summary">{words::FACTORS}</summary>
                <p class="dw-note">{words::FACTORS_NOTE}</p>
                { for contenders(&props.dataset).map(|it| {
                    let id = it.option.id;
                    html! {
                        <label class="dw-by-hand">
                            {it.option.name.as_str()}
                            <input
                                type="number"
                                min="0.01"
                                max="100"
                                step="any"
                                value={bench.load.factors.of(&id).to_string()}
                                onchange={on.batch_callback(move |event: Event| Some(Deed::Factor(id, entered(&event)?)))}
                            />
                        </label>
                    }
                }) }
            </details>
        </>
    }
}

fn slider(bench: &Bench, field: Field, on: &Scope<Bench>) -> Html {
    let value = field.of(&bench.load.profile);
    let told = words::value(field, value);
    html! {
        <label>
            <span>{words::before_value(words::field(field))}<strong>{told.clone()}</strong></span>
            <input
                type="range"
                name={format!("{field:?}")}
                min="0"
                max={(field.count() - 1).to_string()}
                value={field.nearest(value).to_string()}
                aria-valuetext={told}
                oninput={on.batch_callback(move |event: InputEvent| Some(Deed::Slide(field, entered(&event)?)))}
                onchange={on.callback(|_| Deed::Settle)}
            />
        </label>
    }
}

/// The number in the field that an event comes from. To be read while the event
/// is on its way: afterwards it has no target any more.
pub(super) fn entered<T: FromStr>(event: &Event) -> Option<T> {
    browser::value_of(event)?.parse().ok()
}
