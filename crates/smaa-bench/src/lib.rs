//! What `cargo xtask bench` measures, natively and inside a browser.

use decision_widget::decision::Edit;
use decision_widget::{Decision, embedded, engine, lab};
use smaa::{Effort, Problem, RawWeight, Reading, Stream, Weights, sample};
use wasm_bindgen::prelude::wasm_bindgen;
use workload::{REQUESTS, Scheduler, predict};

/// Copies of the lattice, of 1,021 points each, that make 100,000 points.
const COPIES: u32 = 98;

/// Draws 100,000 weightings of 15 criteria and counts the ranks of 4 options,
/// whose utilities are given, one option after the other. Returns the share
/// in which the first option is first.
#[wasm_bindgen]
pub fn samples(utilities: &[f64]) -> f64 {
    const CRITERIA: usize = 15;
    let options = utilities.len() / CRITERIA;
    let stream = |option: usize, criterion: usize| Stream {
        reading: Reading::sure(utilities[option * CRITERIA + criterion]),
        options: vec![option],
    };
    let streams = |criterion| (0..options).map(|option| stream(option, criterion)).collect();
    let problem = Problem {
        options,
        weights: Weights::Raw(vec![RawWeight::FREE; CRITERIA]),
        criteria: (0..CRITERIA).map(streams).collect(),
    };
    sample(&problem, Effort::Copies(COPIES)).ranks[0][0]
}

/// A decision on the shipped dataset, ready to be answered.
#[wasm_bindgen]
pub struct Case {
    dataset: dataset::Dataset,
    decision: Decision,
}

#[wasm_bindgen]
impl Case {
    /// One of the shipped scenarios; beyond them, nothing answered.
    pub fn scenario(number: usize) -> Case {
        let dataset = embedded::dataset();
        let edit = dataset.scenarios.get(number).map(|it| Edit::Scenario(it.id));
        let decision =
            edit.map_or_else(Decision::default, |edit| Decision::default().edit(&dataset, edit));
        Case { dataset, decision }
    }

    /// Everything that is computed before the verdict can be drawn.
    pub fn answer(&self) -> f64 {
        engine::answer(&self.dataset, &self.decision).error
    }

    /// The sampler's part of it.
    pub fn sample(&self) -> f64 {
        sample(&engine::problem(&self.dataset, &self.decision), Effort::Full).error
    }
}

/// Simulates a million requests of an example of the workload lab, through
/// event loops or with turns on all cores. Returns the mean in milliseconds.
#[wasm_bindgen]
pub fn simulate(example: usize, has_turns: bool) -> f64 {
    let scheduler = if has_turns { Scheduler::RoundRobin } else { Scheduler::EventLoop };
    let prediction = predict(&lab::EXAMPLES[example].profile, scheduler, REQUESTS, lab::SEED);
    prediction.outcome.map_or(f64::NAN, |it| it.all.mean.0)
}
