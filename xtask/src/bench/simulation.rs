//! `bench simulation`: a million requests of each example of the workload lab.

use anyhow::{Result, ensure};
use decision_widget::lab::EXAMPLES;

use super::browser;
use super::contestants::{Run, native};

/// How often each is timed; the median counts.
const ROUNDS: usize = 5;
/// What a million requests shall take at most in Chromium, in milliseconds.
const BOUND: f64 = 1000.0;

/// Times the simulation natively and in Chromium.
pub(super) fn run() -> Result<()> {
    let mut browser = browser::start()?;
    println!("{:14} {:12} {:>10} {:>8}", "a million", "through", "native ms", "wasm ms");
    let mut longest: f64 = 0.0;
    for (number, example) in EXAMPLES.iter().enumerate() {
        for (work, has_turns) in [("loops", false), ("turns", true)] {
            let native = median(|| Ok(native(|| smaa_bench::simulate(number, has_turns))))?;
            let wasm = median(|| browser.run(&format!("{work} {number}")))?;
            println!(
                "{:14} {work:12} {:>10.0} {:>8.0}",
                example.scenario, native.milliseconds, wasm.milliseconds
            );
            ensure!(native.found == wasm.found, "native code and WebAssembly give other bits");
            longest = longest.max(wasm.milliseconds);
        }
    }
    let verdict = if longest <= BOUND { "within" } else { "NOT within" };
    println!("the longest in Chromium: {longest:.0} ms, {verdict} {BOUND:.0}");
    browser.finish()
}

fn median(mut run: impl FnMut() -> Result<Run>) -> Result<Run> {
    let mut runs = (0..ROUNDS).map(|_| run()).collect::<Result<Vec<_>>>()?;
    runs.sort_by(|a, b| a.milliseconds.total_cmp(&b.milliseconds));
    Ok(runs.swap_remove(ROUNDS / 2))
}
