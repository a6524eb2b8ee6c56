//! What is found at the reader's load.

use workload::{Candidate, Fact, Millis, Times, facts, findings, preview};
use yew::html::Scope;
use yew::prelude::*;

use super::bench::{Bench, BenchProps, Deed};
use crate::lab;
use crate::layout::{Place, number};
use crate::words::{self as sentences, lab as words};

/// Findings, times, and the way into the checklist.
pub(super) fn result(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
    let candidates = bench.candidates();
    let names: Vec<String> = bench.trials.iter().map(|it| props.names(&it.team)).collect();
    let is_known =
        candidates.iter().all(|it| it.prediction.outcome.is_some() || !it.prediction.is_stable());
    let found = if is_known { findings(&candidates) } else { Vec::new() };
    html! {
        <>
            <h3 class="dw-h4">{words::RESULT}</h3>
            { progress(bench, on) }
            <div role="status">
                { for found.iter().map(|it| html! { <p class="dw-finding">{words::finding(it, &names)}</p> }) }
            </div>
            { times(bench, &candidates, &names) }
            { parts(bench, props, &candidates, &names) }
            { take_over(bench, props, lab::importance(&found), on) }
            { plain_facts(if is_known { facts(&candidates) } else { Vec::new() }) }
        </>
    }
}

fn progress(bench: &Bench, on: &Scope<Bench>) -> Html {
    let button = |label: &'static str, deed: fn() -> Deed| {
        html! { <button class="dw-button" type="button" onclick={on.callback(move |_| deed())}>{label}</button> }
    };
    if bench.done >= 1.0 {
        return Html::default();
    }
    html! {
        <div class="dw-tools">
            <progress class="dw-meter" max="1" value={bench.done.to_string()} aria-label={words::WORKING} />
            <span>{words::progress(bench.done)}{" "}{words::PREVIEW}</span>
            if bench.is_working() {
                { button(words::STOP, || Deed::Stop) }
            } else {
                { button(words::GO_ON, || Deed::GoOn) }
            }
        </div>
    }
}

fn times(bench: &Bench, candidates: &[Candidate], names: &[String]) -> Html {
    let told = |time: Option<Millis>| {
        time.map_or_else(|| words::NO_DIGITS.to_string(), words::milliseconds)
    };
    let row = |label: &'static str, value: &dyn Fn(&Candidate) -> String| {
        html! {
            <tr>
                <th scope="row">{label}</th>
                { for candidates.iter().map(|it| html! { <td>{value(it)}</td> }) }
            </tr>
        }
    };
    let outcome = |it: &Candidate| it.prediction.outcome;
    let mean = |it: &Candidate| {
        let simulated = outcome(it).map(|it| it.all.mean);
        told(simulated.or_else(|| preview(&it.profile, it.scheduler)))
    };
    let capacity = |it: &Candidate| it.scheduler.capacity(&it.profile);
    let by_core = |it: &Candidate| capacity(it) / f64::from(it.scheduler.usable_cores(&it.profile));
    html! {
        <table class="dw-table" aria-label={words::RESULT}>
            <thead>
                <tr>
                    <th scope="col">{words::OPTION}</th>
                    { for names.iter().map(|it| html! { <th scope="col">{it.clone()}</th> }) }
                </tr>
            </thead>
            <tbody>
                { row(words::MEAN, &mean) }
                { row(words::P50, &|it| told(outcome(it).map(|it| it.all.p50))) }
                { row(words::P99, &|it| told(outcome(it).map(|it| it.all.p99))) }
                if bench.load.profile.is_mixed() {
                    { row(words::LIGHT_P99, &|it| told(outcome(it).and_then(|it| it.light).map(|it| it.p99))) }
                    { row(words::HEAVY_P99, &|it| told(outcome(it).and_then(|it| it.heavy).map(|it| it.p99))) }
                }
                { row(words::BUSY, &|it| sentences::percent(it.prediction.utilisation)) }
                { row(words::CAPACITY, &|it| number(capacity(it).round())) }
                { row(words::PER_CORE, &|it| number(by_core(it).round())) }
            </tbody>
        </table>
    }
}

/// How full the parts of a bar are drawn.
const OPACITIES: [&str; 3] = ["0.35", "1", "0.12"];

fn parts_of(times: &Times) -> [(&'static str, Millis); 3] {
    [(words::WAITING, times.waiting), (words::COMPUTING, times.cpu), (words::AWAITING, times.io)]
}

/// What takes the largest part of the time under every scheduler.
fn largest_part(known: &[Times]) -> Option<&'static str> {
    let largest = |times: &Times| {
        parts_of(times).into_iter().max_by(|a, b| a.1.0.total_cmp(&b.1.0)).map(|it| it.0)
    };
    let first = largest(known.first()?)?;
    known.iter().all(|it| largest(it) == Some(first)).then_some(first)
}

/// Where the time goes, one bar for each team on one scale.
fn parts(bench: &Bench, props: &BenchProps, candidates: &[Candidate], names: &[String]) -> Html {
    let known: Vec<Times> =
        candidates.iter().filter_map(|it| Some(it.prediction.outcome?.all)).collect();
    let longest = known.iter().map(|it| it.mean.0).fold(0.0, f64::max);
    if longest == 0.0 {
        return Html::default();
    }
    let title = largest_part(&known).map_or_else(|| words::WHERE.to_string(), words::most_time);
    let row = |((it, trial), name): ((&Candidate, &super::bench::Trial), &String)| {
        let times = it.prediction.outcome?.all;
        let parts = parts_of(&times);
        let told: Vec<String> = parts.iter().map(|(what, time)| words::part(*time, what)).collect();
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let mut from = 0.0;
        let bars = parts.iter().zip(OPACITIES).map(|((_, time), opacity)| {
            let [start, end] = [from, from + time.0].map(|it| Place::along(it, 0.0, longest));
            from += time.0;
            html! {
                <rect class="dw-fill" x={start.to_string()} width={start.until(end).to_string()} height="100%" fill-opacity={opacity} />
            }
        });
        Some(html! {
            <li class="dw-bar-row" data-slot={props.slot(&trial.team).to_string()}>
                <span class="dw-label">{name.clone()}<span class="dw-note">{words::parts(&told)}</span></span>
                <strong class="dw-value">{words::milliseconds(times.mean)}</strong>
                <svg class="dw-track" aria-hidden="true">{ for bars }</svg>
            </li>
        })
    };
    html! {
        <figure class="dw-figure" data-chart="time" aria-label={title.clone()}>
            <figcaption class="dw-h4">{title}</figcaption>
            <ul class="dw-bars">{ for candidates.iter().zip(&bench.trials).zip(names).filter_map(row) }</ul>
        </figure>
    }
}

fn take_over(
    bench: &Bench,
    props: &BenchProps,
    importance: Option<crate::decision::Importance>,
    on: &Scope<Bench>,
) -> Html {
    let names: Vec<&str> = lab::criteria(&props.dataset).map(|it| it.name.as_str()).collect();
    let taken = bench.load.taken_over;
    // Datasets that state their weights leave nothing to set.
    let Some(shown) =
        taken.or(importance).filter(|_| props.dataset.weights.is_none() && !names.is_empty())
    else {
        return Html::default();
    };
    let level = sentences::IMPORTANCES[usize::from(shown.level())];
    let (label, deed): (_, fn() -> Deed) = match taken {
        Some(_) => (words::TAKE_BACK, || Deed::TakeBack),
        None => (words::TAKE_OVER, || Deed::TakeOver),
    };
    html! {
        <div class="dw-tools">
            <button class="dw-button" type="button" onclick={on.callback(move |_| deed())}>{label}</button>
            <p class="dw-note">{words::taking_over(level, &names, taken.is_some())}</p>
        </div>
    }
}

/// All three, in the order in which they are told.
const THE_FACTS: [Fact; 3] =
    [Fact::TurnsHelpTheLight, Fact::TurnsHurtTheUniform, Fact::WaitingMakesAlike];

fn plain_facts(here: Vec<Fact>) -> Html {
    let fact = |it: Fact| {
        html! {
            <li>
                {words::fact(it)}
                if here.contains(&it) {
                    {" "}<strong>{words::FACT_HERE}</strong>
                }
            </li>
        }
    };
    html! {
        <>
            <h3 class="dw-h4">{words::FACTS}</h3>
            <ul class="dw-list">{ for THE_FACTS.into_iter().map(fact) }</ul>
        </>
    }
}

/// What the model leaves out.
pub(super) fn honesty(_: &Bench, _: &BenchProps, _: &Scope<Bench>) -> Html {
    html! {
        <>
            <h3 class="dw-h4">{words::LIMITS}</h3>
            <p class="dw-note">{words::LIMITS_TEXT}</p>
        </>
    }
}
