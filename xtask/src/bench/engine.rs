//! `bench engine`: an answer and a whole report, for each scenario.

use std::time::Instant;

use anyhow::Result;
use decision_widget::decision::Edit;
use decision_widget::{Decision, embedded, engine, evaluate};

use super::browser;

/// How often each thing is timed; the quickest time counts, because other
/// programs only ever make it slower.
const ROUNDS: usize = 10;

/// Times the engine on this machine, natively and in Chromium.
pub(super) fn run() -> Result<()> {
    let dataset = embedded::dataset();
    let mut browser = browser::start()?;
    println!(
        "{:40} {:>8} {:>8} {:>14} {:>15}",
        "milliseconds", "answer", "report", "wasm: answer", "samples of it"
    );
    for number in 0..=dataset.scenarios.len() {
        let scenario = dataset.scenarios.get(number);
        let name = scenario.map_or("Nothing answered", |it| it.name.as_str());
        let decision = scenario.map_or_else(Decision::default, |it| {
            Decision::default().edit(&dataset, Edit::Scenario(it.id))
        });
        let answer = quickest(|| Ok(time(|| drop(engine::answer(&dataset, &decision)))))?;
        let report = quickest(|| Ok(time(|| drop(evaluate(&dataset, &decision)))))?;
        let [wasm, sample] = ["answer", "sample"]
            .map(|work| quickest(|| Ok(browser.run(&format!("{work} {number}"))?.milliseconds)));
        println!("{name:40} {answer:>8.1} {report:>8.1} {:>14.1} {:>15.1}", wasm?, sample?);
    }
    browser.finish()
}

fn time(work: impl FnOnce()) -> f64 {
    let begin = Instant::now();
    work();
    begin.elapsed().as_secs_f64() * 1e3
}

fn quickest(mut milliseconds: impl FnMut() -> Result<f64>) -> Result<f64> {
    (0..ROUNDS).try_fold(f64::INFINITY, |best, _| Ok(best.min(milliseconds()?)))
}
