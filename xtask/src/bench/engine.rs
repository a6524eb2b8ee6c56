//! `bench engine`: an answer and a whole report, for each scenario.

use std::time::Instant;

use decision_widget::{Decision, embedded, engine, evaluate};

/// How often each thing is timed; the quickest time counts, because other
/// programs only ever make it slower.
const ROUNDS: usize = 10;

/// Times the engine on this machine.
pub(super) fn run() {
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
}

fn quickest(work: impl Fn()) -> f64 {
    let time = |_| {
        let begin = Instant::now();
        work();
        begin.elapsed().as_secs_f64() * 1e3
    };
    (0..ROUNDS).map(time).fold(f64::INFINITY, f64::min)
}
