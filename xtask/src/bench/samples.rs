//! `bench samples`: 100,000 weightings of 15 criteria, 4 options ranked under
//! each, here, in Chromium and in NumPy.

use std::env;

use anyhow::{Result, ensure};

use super::browser;
use super::contestants::{Helper, Run, native};
use crate::shell::{answers, program, root};

/// All take turns, so that a busy moment of the machine hits all alike.
const ROUNDS: usize = 41;
/// Rounds before it counts: compilers and caches get warm.
const WARM_UP: usize = 10;

/// What the engine shall take at most, of the times of others.
const OF_JAVASCRIPT: f64 = 0.25;
const OF_NUMPY: f64 = 0.4;

/// Measures all in turns and prints a table.
pub(super) fn run() -> Result<()> {
    let utilities = browser::utilities();
    let mut browser = browser::start()?;
    let mut numpy = match python() {
        Some(python) => Some(Helper::start(
            program(python)
                .arg(root().join("xtask/bench/numpy_samples.py"))
                .arg(serde_json::to_string(&utilities)?),
        )?),
        None => {
            println!("NumPy is left out: install it with `python3 -m pip install numpy`");
            None
        }
    };
    let names =
        ["this crate, native", "this crate, wasm", "plain JavaScript", "NumPy", "NumPy, tuned"];
    let mut runs: [Vec<Run>; 5] = Default::default();
    for _ in 0..ROUNDS + WARM_UP {
        runs[0].push(native(|| smaa_bench::samples(&utilities)));
        runs[1].push(browser.run("wasm")?);
        runs[2].push(browser.run("javascript")?);
        if let Some(numpy) = &mut numpy {
            runs[3].push(numpy.run("numpy")?);
            runs[4].push(numpy.run("tuned numpy")?);
        }
    }
    browser.finish()?;
    numpy.map_or(Ok(()), Helper::finish)?;

    let medians = runs.each_ref().map(|runs| median(runs));
    let shares = runs.each_ref().map(|runs| runs.last().map(|it| it.found));
    println!("{:22} {:>9} {:>10}", "100,000 samples", "median ms", "share");
    for ((name, median), share) in names.iter().zip(medians).zip(shares) {
        if let (Some(median), Some(share)) = (median, share) {
            println!("{name:22} {median:>9.2} {share:>10.4}");
            ensure!(shares[0].is_some_and(|it| (it - share).abs() < 0.01), "the shares disagree");
        }
    }
    ensure!(shares[0] == shares[1], "native code and WebAssembly give other bits");
    let [_, wasm, javascript, numpy, tuned] = medians;
    print_ratio("plain JavaScript", wasm, javascript, OF_JAVASCRIPT);
    print_ratio("NumPy", wasm, numpy, OF_NUMPY);
    print_ratio("NumPy, tuned", wasm, tuned, OF_NUMPY);
    Ok(())
}

fn print_ratio(name: &str, ours: Option<f64>, theirs: Option<f64>, bound: f64) {
    if let (Some(ours), Some(theirs)) = (ours, theirs) {
        let ratio = ours / theirs;
        let verdict = if ratio <= bound { "within" } else { "NOT within" };
        println!("wasm / {name}: {ratio:.2}, {verdict} {bound}");
    }
}

fn median(runs: &[Run]) -> Option<f64> {
    let mut times: Vec<f64> = runs.iter().skip(WARM_UP).map(|it| it.milliseconds).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}

/// A Python that has NumPy; `PYTHON` names another than the usual.
fn python() -> Option<String> {
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    answers(program(&python).args(["-c", "import numpy"])).then_some(python)
}
