//! `bench`: the measurements that the README quotes.

use std::time::Instant;

use anyhow::Result;
use decision_widget::{Decision, embedded, engine, evaluate};

use crate::shell::{cargo, run};

/// How often each thing is timed; the quickest time counts, because other
/// programs only ever make it slower.
const ROUNDS: usize = 10;

/// Times the engine on this machine. A build for development would time the
/// compiler's haste, so the command starts itself again, optimised.
pub(crate) fn run_all() -> Result<()> {
    if cfg!(debug_assertions) {
        return run(cargo().args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "xtask",
            "--",
            "bench",
        ]));
    }
    let dataset = embedded::dataset();
    let scenarios = dataset.scenarios.iter().map(|scenario| {
        let edit = decision_widget::decision::Edit::Scenario(scenario.id);
        (scenario.name.as_str(), Decision::default().edit(&dataset, edit))
    });
    println!("{:40} {:>12} {:>12}", "milliseconds, native", "answer", "whole report");
    for (name, decision) in
        std::iter::once(("nothing answered", Decision::default())).chain(scenarios)
    {
        let answer = quickest(|| drop(engine::answer(&dataset, &decision)));
        let report = quickest(|| drop(evaluate(&dataset, &decision)));
        println!("{name:40} {answer:>12.1} {report:>12.1}");
    }
    Ok(())
}

fn quickest(work: impl Fn()) -> f64 {
    let time = |_| {
        let begin = Instant::now();
        work();
        begin.elapsed().as_secs_f64() * 1e3
    };
    (0..ROUNDS).map(time).fold(f64::INFINITY, f64::min)
}
