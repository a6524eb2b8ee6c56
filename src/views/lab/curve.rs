//! Latency against load.

use workload::Point;
use yew::prelude::*;

use super::bench::{Bench, BenchProps, Trial};
use crate::layout::{Latency, Place, Series, Stroke, latency, number};
use crate::words::lab as words;

/// Points of a mean, which formulas give at once.
const MEANS: u32 = 44;

/// The chart with its table.
pub(super) fn curve(bench: &Bench, props: &BenchProps) -> Html {
    let series: Vec<Series> =
        bench.trials.iter().map(|it| series(it, props.slot(&it.team))).collect();
    let chart = latency(&series, bench.load.profile.rps);
    let ends: Vec<(String, f64)> = bench
        .trials
        .iter()
        .zip(&series)
        .map(|(trial, it)| (props.names(&trial.team), it.collapse))
        .collect();
    let title = words::collapses(&ends);
    html! {
        <figure class="dw-figure" data-chart="latency" aria-label={title.clone()}>
            <figcaption class="dw-h4">
                {title}
                <span class="dw-note">{words::CURVE}</span>
            </figcaption>
            <p class="dw-keys">
                { for bench.trials.iter().map(|it| html! {
                    <span data-slot={props.slot(&it.team).to_string()}>
                        <svg width="24" height="8" aria-hidden="true">
                            <rect class="dw-fill" width="100%" height="100%" />
                        </svg>
                        {" "}{props.names(&it.team)}
                    </span>
                }) }
            </p>
            { drawing(&chart) }
            <p class="dw-note">{words::CURVE_NOTE}</p>
            <details class="dw-more">
                <summary class="dw-summary">{words::CURVE_TABLE}</summary>
                { for bench.trials.iter().map(|it| table(it, &props.names(&it.team))) }
            </details>
        </figure>
    }
}

fn series(trial: &Trial, slot: usize) -> Series {
    let curve = trial.team.curve();
    let loads = (1..=MEANS).map(|it| curve.collapse() * f64::from(it) / 50.0);
    let points = |of: fn(&workload::Times) -> workload::Millis| {
        let found = trial.sweep.points().iter();
        found.filter_map(|it| Some([it.rps, of(&it.prediction.outcome?.all).0])).collect()
    };
    Series {
        slot,
        means: loads.filter_map(|rps| Some([rps, curve.mean(rps)?.0])).collect(),
        halves: points(|it| it.p50),
        tails: points(|it| it.p99),
        knee: curve.knee(),
        collapse: curve.collapse(),
    }
}

fn drawing(chart: &Latency) -> Html {
    let upright = |x: Place, width: &'static str| {
        html! { <line x1={x.to_string()} x2={x.to_string()} y1="0%" y2="100%" stroke-width={width} /> }
    };
    html! {
        <svg class="dw-chart" aria-hidden="true">
            { for chart.times.iter().map(|(ms, y)| html! {
                <>
                    <line class="dw-axis" x1="0%" x2="100%" y1={y.to_string()} y2={y.to_string()} />
                    <text class="dw-mark-label" x="0" y={y.to_string()} dy="-4">{words::milliseconds(workload::Millis(*ms))}</text>
                </>
            }) }
            { for chart.loads.iter().map(|(rps, x)| html! {
                <text class="dw-mark-label" x={x.to_string()} y="100%" dy="18" text-anchor="middle">{number(*rps)}</text>
            }) }
            { for chart.limits.iter().map(|(slot, places)| html! {
                <g data-slot={slot.to_string()} stroke="var(--dw-of-option)" stroke-opacity="0.6">
                    { for places.iter().map(|x| upright(*x, "1")) }
                </g>
            }) }
            { for chart.pieces.iter().map(|it| {
                let dash = match it.stroke {
                    Stroke::Mean => None,
                    Stroke::Tail => Some("7 5"),
                    Stroke::Half => Some("2 4"),
                };
                html! {
                    <g data-slot={it.slot.to_string()} stroke="var(--dw-of-option)" stroke-width="2.5" stroke-dasharray={dash}>
                        <line x1={it.x[0].to_string()} x2={it.x[1].to_string()} y1={it.y[0].to_string()} y2={it.y[1].to_string()} />
                    </g>
                }
            }) }
            <g stroke="currentColor">{ upright(chart.here, "3") }</g>
            { label(chart.here, Place::START, "8", words::YOUR_LOAD) }
            { for chart.labels.iter().map(|(stroke, [x, y])| {
                match stroke {
                    Stroke::Tail => label(*x, *y, "-8", words::TAIL),
                    _ => label(*x, *y, "18", words::AVERAGE),
                }
            }) }
        </svg>
    }
}

/// A label, on the side of its place that has room.
fn label(x: Place, y: Place, up: &'static str, text: &'static str) -> Html {
    let is_far = x > Place::MIDDLE;
    let (anchor, aside) = if is_far { ("end", "-6") } else { ("start", "6") };
    html! {
        <text class="dw-mark-label" x={x.to_string()} y={y.to_string()} dx={aside} dy={up} text-anchor={anchor}>{text}</text>
    }
}

fn table(trial: &Trial, name: &str) -> Html {
    let curve = trial.team.curve();
    let row = |point: &Point| {
        let times = point.prediction.outcome?.all;
        Some(html! {
            <tr>
                <td>{number(point.rps.round())}</td>
                <td>{words::milliseconds(times.mean)}</td>
                <td>{words::milliseconds(times.p50)}</td>
                <td>{words::milliseconds(times.p99)}</td>
            </tr>
        })
    };
    html! {
        <table class="dw-table">
            <caption>{words::rises(name, curve.knee(), curve.collapse())}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::LOAD}</th>
                    <th scope="col">{words::MEAN}</th>
                    <th scope="col">{words::P50}</th>
                    <th scope="col">{words::P99}</th>
                </tr>
            </thead>
            <tbody>{ for trial.sweep.points().iter().filter_map(row) }</tbody>
        </table>
    }
}
