//! `bench samples`: 100,000 weightings of 15 criteria, 4 options ranked under
//! each, here, in Chromium and in NumPy.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::contestants::{Helper, Run, native};
use crate::shell::{self, answers, cargo, program, root, run_quietly, target};
use crate::tools::{self, WASM};

const OPTIONS: usize = 4;
const CRITERIA: usize = 15;

/// All take turns, so that a busy moment of the machine hits all alike.
const ROUNDS: usize = 41;
/// Rounds before it counts: compilers and caches get warm.
const WARM_UP: usize = 10;

/// What the engine shall take at most, of the times of others.
const OF_JAVASCRIPT: f64 = 0.25;
const OF_NUMPY: f64 = 0.4;

/// Measures all in turns and prints a table.
pub(super) fn run() -> Result<()> {
    let utilities = utilities();
    let text = serde_json::to_string(&utilities)?;
    let mut browser = Helper::start(
        program("node").arg(root().join("xtask/bench/samples.mjs")).arg(module()?).arg(&text),
    )?;
    let mut numpy = match python() {
        Some(python) => Some(Helper::start(
            program(python).arg(root().join("xtask/bench/samples.py")).arg(&text),
        )?),
        None => {
            println!("NumPy is left out: install it with `python3 -m pip install numpy`");
            None
        }
    };
    let names = ["this crate, native", "this crate, wasm", "plain JavaScript", "NumPy"];
    let mut runs: [Vec<Run>; 4] = Default::default();
    for _ in 0..ROUNDS + WARM_UP {
        runs[0].push(native(|| smaa_bench::samples(&utilities)));
        runs[1].push(browser.run("wasm")?);
        runs[2].push(browser.run("javascript")?);
        if let Some(numpy) = &mut numpy {
            runs[3].push(numpy.run("numpy")?);
        }
    }
    browser.finish()?;
    numpy.map_or(Ok(()), Helper::finish)?;

    let medians = runs.each_ref().map(|runs| median(runs));
    let shares = runs.each_ref().map(|runs| runs.last().map(|it| it.share));
    println!("{:22} {:>9} {:>10}", "100,000 samples", "median ms", "share");
    for ((name, median), share) in names.iter().zip(medians).zip(shares) {
        if let (Some(median), Some(share)) = (median, share) {
            println!("{name:22} {median:>9.2} {share:>10.4}");
            ensure!(shares[0].is_some_and(|it| (it - share).abs() < 0.01), "the shares disagree");
        }
    }
    let [_, wasm, javascript, numpy] = medians;
    print_ratio("plain JavaScript", wasm, javascript, OF_JAVASCRIPT);
    print_ratio("NumPy", wasm, numpy, OF_NUMPY);
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

/// Utilities of nobody in particular, one option after the other.
fn utilities() -> Vec<f64> {
    let number = |i: u32| f64::from(i.wrapping_mul(2_654_435_761)) / 4_294_967_296.0;
    (1..=(OPTIONS * CRITERIA) as u32).map(number).collect()
}

/// The measured code for browsers, with vector instructions, in a folder of
/// its own.
fn module() -> Result<PathBuf> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    tools::browsers()?;
    let folder = target().join("bench");
    shell::run(
        cargo()
            .args(["rustc", "--quiet", "--release", "--package", "smaa-bench", "--target", WASM])
            // With this type alone it is linked as the page is.
            .args(["--crate-type", "cdylib"])
            .arg("--target-dir")
            .arg(&folder)
            .env("RUSTFLAGS", "-Ctarget-feature=+simd128"),
    )?;
    shell::run(cargo().args(["build", "--quiet", "--profile", "tools", "--package", "bindgen"]))?;
    let module = folder.join("module");
    fs::create_dir_all(&module)?;
    let wasm = folder.join(WASM).join("release/smaa_bench.wasm");
    run_quietly(program(target().join("tools/bindgen")).arg(wasm).arg(&module))
        .context("the module for the browser cannot be made")?;
    Ok(module)
}

/// A Python that has NumPy; `PYTHON` names another than the usual.
fn python() -> Option<String> {
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    answers(program(&python).args(["-c", "import numpy"])).then_some(python)
}
