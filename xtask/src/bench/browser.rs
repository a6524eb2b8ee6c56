//! The browser that takes part in the measurements.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::contestants::Helper;
use crate::shell::{cargo, program, root, run, run_quietly, target};
use crate::tools::{self, WASM};

const OPTIONS: usize = 4;
const CRITERIA: usize = 15;

/// Chromium, with the measured code and its own.
pub(super) fn start() -> Result<Helper> {
    let utilities = serde_json::to_string(&utilities())?;
    Helper::start(
        program("node").arg(root().join("xtask/bench/browser.mjs")).arg(module()?).arg(utilities),
    )
}

/// Utilities of nobody in particular, one option after the other.
pub(super) fn utilities() -> Vec<f64> {
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
    run(cargo()
        .args(["rustc", "--quiet", "--release", "--package", "smaa-bench", "--target", WASM])
        // With this type alone it is linked as the page is.
        .args(["--crate-type", "cdylib"])
        .arg("--target-dir")
        .arg(&folder)
        .env("RUSTFLAGS", "-Ctarget-feature=+simd128"))?;
    run(cargo().args(["build", "--quiet", "--profile", "tools", "--package", "bindgen"]))?;
    let module = folder.join("module");
    fs::create_dir_all(&module)?;
    let wasm = folder.join(WASM).join("release/smaa_bench.wasm");
    run_quietly(program(target().join("tools/bindgen")).arg(wasm).arg(&module))
        .context("the module for the browser cannot be made")?;
    Ok(module)
}
