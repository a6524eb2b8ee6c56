//! What is found at the reader's load.

use std::cmp::Reverse;

use workload::{
    Candidate, Fact, Finding, Measure, Millis, Outcome, REQUESTS, Times, facts, findings, preview,
};
use yew::html::Scope;
use yew::prelude::*;

use super::bench::{Bench, BenchProps, Deed, Trial};
use super::room::{WIDE, longest, roomy};
use crate::decision::Importance;
use crate::lab;
use crate::layout::{Place, number};
use crate::words::{self as sentences, lab as words};

/// Findings and times. All of it has its place before anything is simulated, so
/// that nothing moves when it comes.
pub(super) fn result(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
    let candidates = bench.candidates();
    let names = names(bench, props);
    html! {
        <>
            <h3 class="dw-h4">{words::RESULT}</h3>
            { progress(bench, &candidates, on) }
            { told(&candidates, &names) }
            { times(bench, &candidates, &names) }
        </>
    }
}

/// Where the time goes, the way into the checklist, and what holds in any case.
pub(super) fn consequences(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
    let candidates = bench.candidates();
    let is_known = is_known(&candidates);
    let importance = lab::importance(&findings(&candidates)).filter(|_| is_known);
    html! {
        <>
            { parts(bench, props, &candidates, &names(bench, props)) }
            { take_over(bench, props, importance, on) }
            { plain_facts(if is_known { facts(&candidates) } else { Vec::new() }) }
        </>
    }
}

fn names(bench: &Bench, props: &BenchProps) -> Vec<String> {
    bench.trials.iter().map(|it| props.names(&it.team)).collect()
}

/// Whether something is simulated of everyone who keeps up.
fn is_known(candidates: &[Candidate]) -> bool {
    candidates.iter().all(|it| it.prediction.outcome.is_some() || !it.prediction.is_stable())
}

/// How far the simulation is, in as much room at its end as on its way.
fn progress(bench: &Bench, candidates: &[Candidate], on: &Scope<Bench>) -> Html {
    let is_done = bench.done >= 1.0;
    let is_working = bench.is_working() && !is_done;
    let on_the_way = |done| format!("{} {}", words::progress(done), words::PREVIEW);
    let text = match is_done {
        true if candidates.iter().any(|it| it.prediction.is_stable()) => words::simulated(REQUESTS),
        true => words::NOBODY_KEEPS_UP.to_string(),
        false => on_the_way(bench.done),
    };
    let label = if is_working { words::STOP } else { words::GO_ON };
    let deed = move |_| if is_working { Deed::Stop } else { Deed::GoOn };
    html! {
        <div class="dw-tools dw-running">
            { roomy(text, on_the_way(1.0)) }
            <button class={if is_done { "dw-button dw-unseen" } else { "dw-button" }} type="button" onclick={on.callback(deed)}>
                { roomy(label.to_string(), longest([words::STOP, words::GO_ON].map(str::to_string))) }
            </button>
            if !is_done {
                <progress class="dw-meter" max="1" value={bench.done.to_string()} aria-label={words::WORKING} />
            }
        </div>
    }
}

/// What is found in sentences. Who cannot keep up is known without any
/// simulation; how the others compare is found last.
fn told(candidates: &[Candidate], names: &[String]) -> Html {
    let (limits, comparison): (Vec<Finding>, Vec<Finding>) =
        findings(candidates).into_iter().partition(is_limit);
    let comparison = comparison.first().filter(|_| is_known(candidates));
    let comparison = comparison.map(|it| words::finding(it, names)).unwrap_or_default();
    let room = longest_comparison(candidates, names);
    html! {
        <div role="status">
            { for limits.iter().map(|it| html! { <p class="dw-finding">{words::finding(it, names)}</p> }) }
            { for room.map(|room| html! { <p class="dw-finding">{ roomy(comparison, room) }</p> }) }
        </div>
    }
}

fn is_limit(finding: &Finding) -> bool {
    matches!(finding, Finding::Saturated { .. } | Finding::Strained { .. })
}

/// The longest sentence that may come to be said of those that keep up; none of
/// fewer than two.
fn longest_comparison(candidates: &[Candidate], names: &[String]) -> Option<String> {
    let mut steady: Vec<usize> =
        (0..candidates.len()).filter(|who| candidates[*who].prediction.is_stable()).collect();
    steady.sort_by_key(|who| Reverse(names[*who].chars().count()));
    let [quicker, slower, ..] = steady[..] else { return None };
    let (difference, of, low, high) = (WIDE, WIDE, WIDE, WIDE);
    let apart = [Measure::Mean, Measure::P99].map(|measure| Finding::Apart {
        quicker,
        slower,
        measure,
        low,
        high,
    });
    let all = apart.into_iter().chain([Finding::Alike { difference, of }]);
    Some(longest(all.map(|it| words::finding(&it, names))))
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
    let mean = |it: &Candidate| {
        let simulated = it.prediction.outcome.map(|it| it.all.mean);
        told(simulated.or_else(|| preview(&it.profile, it.scheduler)))
    };
    let simulated = |label, time: fn(&Outcome) -> Option<Millis>| {
        row(label, &|it| match &it.prediction.outcome {
            None if it.prediction.is_stable() => words::NOT_YET.to_string(),
            outcome => told(outcome.as_ref().and_then(time)),
        })
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
                { simulated(words::P50, |it| Some(it.all.p50)) }
                { simulated(words::P99, |it| Some(it.all.p99)) }
                if bench.load.profile.is_mixed() {
                    { simulated(words::LIGHT_P99, |it| Some(it.light?.p99)) }
                    { simulated(words::HEAVY_P99, |it| Some(it.heavy?.p99)) }
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

const PARTS: [&str; 3] = [words::WAITING, words::COMPUTING, words::AWAITING];

fn parts_of(times: &Times) -> [Millis; 3] {
    [times.waiting, times.cpu, times.io]
}

fn told_parts(parts: [Millis; 3]) -> String {
    let told: Vec<String> =
        parts.into_iter().zip(PARTS).map(|it| words::part(it.0, it.1)).collect();
    words::parts(&told.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What takes the largest part of the time under every scheduler.
fn largest_part(known: &[Times]) -> Option<&'static str> {
    let largest = |times: &Times| {
        let parts = parts_of(times).into_iter().zip(PARTS);
        parts.max_by(|a, b| a.0.0.total_cmp(&b.0.0)).map(|it| it.1)
    };
    let first = largest(known.first()?)?;
    known.iter().all(|it| largest(it) == Some(first)).then_some(first)
}

/// Where the time goes, one bar for each team that keeps up, on one scale.
fn parts(bench: &Bench, props: &BenchProps, candidates: &[Candidate], names: &[String]) -> Html {
    let known: Vec<Times> =
        candidates.iter().filter_map(|it| Some(it.prediction.outcome?.all)).collect();
    let longest_mean = known.iter().map(|it| it.mean.0).fold(0.0, f64::max);
    let title = largest_part(&known).map_or_else(|| words::WHERE.to_string(), words::most_time);
    let titles = PARTS.into_iter().map(words::most_time).chain([words::WHERE.to_string()]);
    let row = |((it, trial), name): ((&Candidate, &Trial), &String)| {
        let times = it.prediction.outcome.map(|it| it.all);
        let parts = times.as_ref().map(parts_of);
        let mut from = 0.0;
        let bar = |(time, opacity): (Millis, &'static str)| {
            let [start, end] = [from, from + time.0].map(|it| Place::along(it, 0.0, longest_mean));
            from += time.0;
            html! {
                <rect class="dw-fill" x={start.to_string()} width={start.until(end).to_string()} height="100%" fill-opacity={opacity} />
            }
        };
        let bars = parts.into_iter().flatten().zip(OPACITIES).map(bar);
        html! {
            <li class="dw-bar-row" data-slot={props.slot(&trial.team).to_string()}>
                <span class="dw-label">
                    {name.clone()}
                    <span class="dw-note">{ roomy(parts.map(told_parts).unwrap_or_default(), told_parts([WIDE; 3])) }</span>
                </span>
                <strong class="dw-value">{ for times.map(|it| words::milliseconds(it.mean)) }</strong>
                <svg class="dw-track" aria-hidden="true">{ for bars }</svg>
            </li>
        }
    };
    let all = candidates.iter().zip(&bench.trials).zip(names);
    let rows: Vec<Html> = all.filter(|it| it.0.0.prediction.is_stable()).map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <figure class="dw-figure" data-chart="time" aria-label={title.clone()}>
            <figcaption class="dw-h4">{ roomy(title, longest(titles)) }</figcaption>
            <ul class="dw-bars">{ for rows }</ul>
        </figure>
    }
}

/// Its place is kept while the importance is not known.
fn take_over(
    bench: &Bench,
    props: &BenchProps,
    importance: Option<Importance>,
    on: &Scope<Bench>,
) -> Html {
    let names: Vec<&str> = lab::criteria(&props.dataset).map(|it| it.name.as_str()).collect();
    // Datasets that state their weights leave nothing to set.
    if props.dataset.weights.is_some() || names.is_empty() {
        return Html::default();
    }
    let taken = bench.load.taken_over;
    let shown = taken.or(importance);
    let told = |level, is_done| words::taking_over(level, &names, is_done);
    let text =
        shown.map(|it| told(sentences::IMPORTANCES[usize::from(it.level())], taken.is_some()));
    let all = sentences::IMPORTANCES.into_iter().flat_map(|it| [told(it, false), told(it, true)]);
    let (label, deed): (_, fn() -> Deed) = match taken {
        Some(_) => (words::TAKE_BACK, || Deed::TakeBack),
        None => (words::TAKE_OVER, || Deed::TakeOver),
    };
    html! {
        <div class={if shown.is_some() { "dw-tools" } else { "dw-tools dw-unseen" }}>
            <button class="dw-button" type="button" onclick={on.callback(move |_| deed())}>{label}</button>
            <p class="dw-note">{ roomy(text.unwrap_or_default(), longest(all)) }</p>
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
                {" "}
                if here.contains(&it) {
                    <strong>{words::FACT_HERE}</strong>
                } else {
                    <strong data-room={words::FACT_HERE} />
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
