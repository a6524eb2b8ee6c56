//! An order of criteria that does not depend on how they are listed.
//!
//! Which coordinate of the lattice a criterion gets changes its sampled share
//! in the fourth decimal. If coordinates were given out in file order, then
//! listing the same criteria differently would give other digits. So criteria
//! are sorted by what they say: their spans, and which options (known only by
//! what *they* look like) share which reading. This is colour refinement
//! (Weisfeiler & Leman 1968) on the bipartite graph of criteria and options.
//!
//! Weights only separate criteria that are alike in everything else: a change
//! of importance must move every point and exchange none. Among such twins the
//! heavier comes later, so when one overtakes the other both coordinates get
//! more weight, never less.

use crate::lattice::mix;
use crate::problem::{Chance, Problem, Reading, Stream, Utility, Weights};
use crate::short::sort_by;

/// Rounds of refinement; more than two rarely separate anything further.
const ROUNDS: usize = 3;

/// For each place in canonical order: the index of a criterion, and the
/// indices of its streams in canonical order.
pub(crate) fn order(problem: &Problem) -> Vec<(usize, Vec<usize>)> {
    let mut options = vec![0u64; problem.options];
    let mut criteria = Vec::new();
    for _ in 0..ROUNDS {
        criteria = criterion_colours(problem, &options);
        options = option_colours(problem, &criteria);
    }
    let mut indices: Vec<usize> = (0..problem.criteria.len()).collect();
    let heaviness = |c: usize| match &problem.weights {
        Weights::Raw(raw) => [raw[c].floor, raw[c].free],
        Weights::Fixed(fixed) => [fixed[c], 0.0],
        Weights::Ranked(classes) => [-(classes[c] as f64), 0.0],
        Weights::Bounded(bounds) => bounds[c],
    };
    let heavier = |a: [f64; 2], b: [f64; 2]| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1]));
    sort_by(&mut indices, |&a, &b| {
        criteria[a].cmp(&criteria[b]).then_with(|| heavier(heaviness(a), heaviness(b)))
    });
    indices
        .into_iter()
        .map(|c| {
            let streams = &problem.criteria[c];
            let colours: Vec<u64> =
                streams.iter().map(|stream| stream_colour(stream, &options)).collect();
            let mut inner: Vec<usize> = (0..streams.len()).collect();
            sort_by(&mut inner, |&a, &b| colours[a].cmp(&colours[b]));
            (c, inner)
        })
        .collect()
}

fn criterion_colours(problem: &Problem, options: &[u64]) -> Vec<u64> {
    let mut colours = Vec::new();
    for streams in &problem.criteria {
        colours.push(bag(streams.iter().map(|stream| stream_colour(stream, options)).collect()));
    }
    colours
}

fn option_colours(problem: &Problem, criteria: &[u64]) -> Vec<u64> {
    let mut seen = vec![Vec::new(); problem.options];
    for (streams, &criterion) in problem.criteria.iter().zip(criteria) {
        for stream in streams {
            let size = stream.options.len() as u64;
            let colour = then(then(criterion, reading_colour(&stream.reading)), size);
            for &option in &stream.options {
                seen[option].push(colour);
            }
        }
    }
    seen.into_iter().map(bag).collect()
}

fn stream_colour(stream: &Stream, options: &[u64]) -> u64 {
    let members = stream.options.iter().map(|&option| options[option]).collect();
    then(reading_colour(&stream.reading), bag(members))
}

fn reading_colour(reading: &Reading) -> u64 {
    let mut colour = 0;
    let mut add = |numbers: &[f64]| {
        for number in numbers {
            colour = then(colour, number.to_bits());
        }
    };
    match reading.chance {
        Chance::Sure(value) => add(&[value]),
        Chance::Between { low, best, high } => add(&[low, best, high]),
        Chance::Normal { mean, deviation } => add(&[mean, deviation]),
    }
    if let Utility::Lines(points) = &reading.utility {
        for &(value, utility) in points {
            add(&[value, utility]);
        }
    }
    colour
}

/// The colour of a list that goes on.
fn then(colour: u64, part: u64) -> u64 {
    mix(colour ^ mix(part))
}

/// The colour of a collection without order.
fn bag(mut parts: Vec<u64>) -> u64 {
    sort_by(&mut parts, u64::cmp);
    parts.into_iter().fold(0, then)
}
