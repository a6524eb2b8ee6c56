//! Latency against load.

use workload::{Millis, Times};
use yew::html::Scope;
use yew::prelude::*;

use super::bench::{Bench, BenchProps, Deed, Trial};
use super::form::entered;
use super::room::{WIDE, longest, roomy};
use crate::layout::{Latency, Line, Place, Series, Stroke, latency, number, read_off};
use crate::views::turns::gradual;
use crate::words::lab as words;

/// Points of a mean, which formulas give at once.
const MEANS: u32 = 44;

/// The chart with its table.
pub(super) fn curve(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
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
    let apart = |stop: &(f64, Place)| (stop.0 - bench.load.profile.rps).abs();
    let nearest = (0..chart.stops.len())
        .min_by(|a, b| apart(&chart.stops[*a]).total_cmp(&apart(&chart.stops[*b])));
    let stop = bench.read_off.or(nearest).and_then(|it| Some((it, *chart.stops.get(it)?)));
    let below = html! {
        <>
            <p class="dw-note">{words::CURVE_NOTE}</p>
            { for stop.map(|(stop, (rps, _))| {
                let lines = bench.trials.iter().zip(&series);
                let readings = lines.map(|(trial, it)| reading(trial, it, rps, &props.names(&trial.team)));
                readings_at(stop, rps, chart.stops.len(), &readings.collect::<Vec<_>>(), on)
            }) }
            <details class="dw-more">
                <summary class="dw-summary">{words::CURVE_TABLE}</summary>
                { for bench.trials.iter().map(|it| table(it, &props.names(&it.team))) }
            </details>
        </>
    };
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
            { gradual("div", "dw-curve", vec![drawing(&chart, bench.read_off.and(stop).map(|it| it.1.1), on), below]) }
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

/// What the lines of one team show at a load.
struct Reading {
    slot: usize,
    told: String,
    /// What it may come to once more is simulated.
    longest: String,
}

fn reading(trial: &Trial, series: &Series, rps: f64, name: &str) -> Reading {
    let [half, tail] = [&series.halves, &series.tails].map(|it| read_off(it, rps).map(Millis));
    let told = words::reading(name, [trial.team.curve().mean(rps), half, tail]);
    let wide = words::reading(name, [Some(WIDE); 3]);
    Reading { slot: series.slot, longest: longest([told.clone(), wide]), told }
}

/// What the pointer finds in the chart, for fingers and keys as well.
fn readings_at(
    stop: usize,
    rps: f64,
    stops: usize,
    readings: &[Reading],
    on: &Scope<Bench>,
) -> Html {
    let told = words::load(rps);
    let all: Vec<&str> =
        [told.as_str()].into_iter().chain(readings.iter().map(|it| it.told.as_str())).collect();
    html! {
        <div class="dw-sliders">
            <label>
                <span>{words::before_value(words::READ_OFF)}<strong>{told.clone()}</strong></span>
                <input
                    type="range"
                    min="0"
                    max={(stops - 1).to_string()}
                    value={stop.to_string()}
                    aria-valuetext={words::told(&all)}
                    oninput={on.batch_callback(|event: InputEvent| Some(Deed::ReadOff(entered(&event)?)))}
                />
            </label>
            <ul>
                { for readings.iter().map(|it| html! {
                    <li data-slot={it.slot.to_string()}>{ roomy(it.told.clone(), it.longest.clone()) }</li>
                }) }
            </ul>
        </div>
    }
}

/// `read_off` is the place of the stop that somebody has chosen.
fn drawing(chart: &Latency, read_off: Option<Place>, on: &Scope<Bench>) -> Html {
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
            <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" overflow="visible">
                { for chart.lines.iter().map(line) }
            </svg>
            <g stroke="currentColor">{ upright(chart.here, "3") }</g>
            { for read_off.map(|x| html! { <g stroke="currentColor" stroke-dasharray="3 3">{ upright(x, "1.5") }</g> }) }
            { label(chart.here, Place::START, "8", words::YOUR_LOAD) }
            { for chart.labels.iter().map(|(stroke, [x, y])| {
                let (up, text) = match stroke {
                    Stroke::Mean => ("-8", words::AVERAGE),
                    Stroke::Half => ("18", words::HALF),
                    Stroke::Tail => ("-8", words::TAIL),
                };
                label(*x, *y, up, text)
            }) }
            { bands(chart, on) }
        </svg>
    }
}

/// A line, which is stretched to the size of the chart; its stroke is not.
fn line(line: &Line) -> Html {
    let point = |it: &[Place; 2]| it.map(|place| place.of(1000).to_string()).join(",");
    let points: Vec<String> = line.points.iter().map(point).collect();
    let dash = match line.stroke {
        Stroke::Mean => None,
        Stroke::Tail => Some("7 5"),
        Stroke::Half => Some("2 4"),
    };
    html! {
        <polyline
            data-slot={line.slot.to_string()}
            points={points.join(" ")}
            fill="none"
            stroke="var(--dw-of-option)"
            stroke-width="2.5"
            stroke-dasharray={dash}
            vector-effect="non-scaling-stroke"
        />
    }
}

/// What the pointer meets: a band around each stop. It must move: a page that is
/// scrolled below it chooses nothing.
fn bands(chart: &Latency, on: &Scope<Bench>) -> Html {
    let width = chart.stops.first().map_or(Place::START, |it| it.1);
    let band = |(stop, (_, x)): (usize, &(f64, Place))| {
        html! {
            <rect
                x={x.before(width.times(0.5)).to_string()}
                width={width.to_string()}
                height="100%"
                onmousemove={on.callback(move |_| Deed::ReadOff(stop))}
            />
        }
    };
    html! { <g fill="transparent">{ for chart.stops.iter().enumerate().map(band) }</g> }
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
    let row = |(rps, times): (f64, Option<Times>)| {
        let told = |time: fn(Times) -> Millis| {
            times.map_or_else(|| words::NOT_YET.to_string(), |it| words::milliseconds(time(it)))
        };
        html! {
            <tr>
                <td>{number(rps.round())}</td>
                <td>{told(|it| it.mean)}</td>
                <td>{told(|it| it.p50)}</td>
                <td>{told(|it| it.p99)}</td>
            </tr>
        }
    };
    let simulated = trial.sweep.points().iter();
    let simulated = simulated.map(|it| (it.rps, it.prediction.outcome.map(|it| it.all)));
    let rows = simulated.chain(trial.sweep.pending().map(|rps| (rps, None))).map(row);
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
            <tbody>{ for rows }</tbody>
        </table>
    }
}
