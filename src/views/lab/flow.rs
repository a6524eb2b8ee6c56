//! A few requests on their way through each scheduler.

use workload::{Millis, trace};
use yew::html::Scope;
use yew::prelude::*;

use super::bench::{Bench, BenchProps, Deed};
use crate::lab::{SEED, Team};
use crate::layout::{Doing, Row, drawn, timeline};
use crate::views::turns::gradual;
use crate::words::lab as words;

/// How many requests can be told apart at a glance.
const REQUESTS: u32 = 12;

/// What happens to the first requests, by team.
pub(super) fn rows(teams: &[Team]) -> Vec<Vec<Row>> {
    let of = |team: &Team| timeline(&trace(&team.profile, team.scheduler, REQUESTS, SEED));
    teams.iter().map(of).collect()
}

/// When the last of all requests is answered.
pub(super) fn end(rows: &[Vec<Row>]) -> Millis {
    Millis(rows.iter().flatten().map(|it| it.end().0).fold(0.0, f64::max))
}

/// The drawing, and the same in words. It moves only when it is asked to.
pub(super) fn flow(bench: &Bench, props: &BenchProps, on: &Scope<Bench>) -> Html {
    let end = end(&bench.rows);
    let now = bench.now.unwrap_or(end);
    let label = if bench.is_playing() { words::PAUSE } else { words::PLAY };
    let team = |(trial, rows): (&super::bench::Trial, &Vec<Row>)| {
        html! {
            <div data-slot={props.slot(&trial.team).to_string()}>
                <h4 class="dw-h4">{props.names(&trial.team)}</h4>
                { for rows.iter().map(|row| request(row, now, end)) }
            </div>
        }
    };
    let told = |(trial, rows): (&super::bench::Trial, &Vec<Row>)| {
        html! {
            <>
                <h4 class="dw-h4">{props.names(&trial.team)}</h4>
                <ol class="dw-list">
                    { for rows.iter().enumerate().map(|(number, row)| {
                        let total = Millis(row.end().0 - row.arrival().0);
                        let times = [total, row.time(Doing::Waits), row.time(Doing::Computes)];
                        html! { <li>{words::request(number + 1, row.is_heavy, times)}</li> }
                    }) }
                </ol>
            </>
        }
    };
    html! {
        <figure class="dw-figure" data-chart="flow" aria-label={words::FLOW}>
            <figcaption class="dw-h4">{words::FLOW}</figcaption>
            <p class="dw-note">{words::FLOW_NOTE}</p>
            <div class="dw-tools">
                <button class="dw-button" type="button" onclick={on.callback(|_| Deed::Play)}>{label}</button>
                <span>{words::milliseconds(now)}</span>
            </div>
            { gradual("div", "dw-queues", bench.trials.iter().zip(&bench.rows).map(team).collect()) }
            <details class="dw-more">
                <summary class="dw-summary">{words::FLOW_TABLE}</summary>
                { for bench.trials.iter().zip(&bench.rows).map(told) }
            </details>
        </figure>
    }
}

fn request(row: &Row, now: Millis, end: Millis) -> Html {
    let stretch = |it: &crate::layout::Stretch| {
        let [x, width] = drawn(it, now, end)?;
        let (y, height, opacity) = match it.doing {
            Doing::Waits => ("15%", "70%", "0.3"),
            Doing::Computes => ("0%", "100%", "1"),
            Doing::Awaits => ("42%", "16%", "0.6"),
        };
        Some(html! {
            <rect fill="var(--dw-of-option)" x={x.to_string()} width={width.to_string()} {y} {height} fill-opacity={opacity} />
        })
    };
    html! {
        <svg width="100%" height="12" display="block" aria-hidden="true">
            { for row.stretches.iter().filter_map(stretch) }
        </svg>
    }
}
