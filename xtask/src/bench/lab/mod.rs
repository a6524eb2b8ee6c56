//! `bench lab`: the workload model beside real servers; `bench footprint`: what
//! the published comparisons claim of memory, starts and sizes.
//!
//! Requests come at random times, whether or not earlier ones were answered,
//! and a call of a request waits on a socket. The model is given the very
//! requests that were sent.

mod alone;
mod client;
mod compare;
mod delay;
mod drive;
mod footprint;
mod runtimes;
mod server;

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::shell::{output, program, root};
use runtimes::Runtime;

/// Where the results are written, for the comparison to cite.
const RESULTS: &str = "data/measured.json";

/// The model beside measurements: about three quarters of an hour.
pub(super) fn compare() -> Result<()> {
    measure("lab", "model", compare::run)
}

/// What the published comparisons claim, measured: some minutes.
pub(super) fn footprint() -> Result<()> {
    measure("footprint", "footprint", footprint::run)
}

/// Measures, and saves what it finds.
type Measurement = fn(&[Runtime], &dyn Fn(Value) -> Result<()>) -> Result<()>;

fn measure(part: &str, field: &str, run: Measurement) -> Result<()> {
    if !alone::is_alone(part)? {
        return Ok(());
    }
    alone::before_others();
    let runtimes = runtimes::all();
    let about = json!({
        "command": format!("cargo xtask bench {part}"),
        "date": output(program("date").args(["--utc", "+%F"]))?.trim(),
        "machine": machine()?,
        "versions": runtimes::versions(&runtimes),
    });
    println!("{}, {}, {}", about["date"], about["machine"], about["versions"]);
    run(&runtimes, &|found| write(field, json!({ "about": about, "found": found })))?;
    println!("written to {RESULTS}");
    Ok(())
}

/// The processor, its cores, and the kernel.
fn machine() -> Result<Value> {
    let processors = fs::read_to_string("/proc/cpuinfo")?;
    let models: Vec<&str> = processors
        .lines()
        .filter(|it| it.starts_with("model name"))
        .filter_map(|it| Some(it.split_once(':')?.1.trim()))
        .collect();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let version = kernel.split('-').next().unwrap_or_default();
    Ok(json!({
        "processor": models.first().context("the kernel names no processor")?,
        "cores": models.len(),
        "kernel": format!("Linux {}", version.trim()),
    }))
}

/// Replaces one field of the results and leaves the other as it is.
fn write(field: &str, found: Value) -> Result<()> {
    let file = root().join(RESULTS);
    let mut results: Value = match fs::read_to_string(&file) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => json!({}),
    };
    results[field] = found;
    fs::write(&file, serde_json::to_string_pretty(&results)? + "\n")?;
    Ok(())
}
