//! What the reader sets.

use std::str::FromStr;

use dataset::Alternative;
use workload::FACTOR;
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
                <div class="dw-sliders dw-factors">
                    { for contenders(&props.dataset).map(|it| factor(bench, it.option, on)) }
                </div>
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

fn factor(bench: &Bench, option: &Alternative, on: &Scope<Bench>) -> Html {
    let id = option.id;
    let refused = bench.refused.as_ref().filter(|it| it.0 == id);
    let value = refused.map_or_else(|| bench.load.factors.of(&id).to_string(), |it| it.1.clone());
    let place = format!("factor-{id}");
    let [low, high] = FACTOR;
    html! {
        <div>
            <label>
                {option.name.as_str()}
                <input
                    type="number"
                    min={low.to_string()}
                    max={high.to_string()}
                    step="any"
                    aria-invalid={refused.is_some().then_some("true")}
                    aria-describedby={refused.is_some().then(|| place.clone())}
                    value={value}
                    onchange={on.batch_callback(move |event: Event| Some(Deed::Factor(id, browser::value_of(&event)?)))}
                />
            </label>
            if refused.is_some() {
                <p class="dw-notice" role="alert" id={place}>{words::no_factor(low, high)}</p>
            }
        </div>
    }
}

/// The number in the field that an event comes from. To be read while the event
/// is on its way: afterwards it has no target any more.
pub(super) fn entered<T: FromStr>(event: &Event) -> Option<T> {
    browser::value_of(event)?.parse().ok()
}
