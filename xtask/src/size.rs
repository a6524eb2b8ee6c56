//! `size`: what a first visit loads.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::assemble::{PAGE, SCRIPT, STYLESHEET, WASM};
use crate::dist;
use crate::shell::{output, program};

/// What a first visit shall weigh at most, in bytes of brotli.
const BUDGET: u64 = 110_000;

/// Everything that index.html asks for, itself included.
const FIRST_VISIT: [&str; 4] = [PAGE, STYLESHEET, SCRIPT, WASM];

/// Node.js carries gzip and brotli, so nothing needs to be compiled for them.
const WEIGH: &str = "
const zlib = require('node:zlib');
const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
const weights = process.argv.slice(1).map((file) => {
  const bytes = require('node:fs').readFileSync(file);
  const gzip = zlib.gzipSync(bytes, { level: 9 }).length;
  return [bytes.length, gzip, zlib.brotliCompressSync(bytes, quality).length];
});
console.log(JSON.stringify(weights));
";

/// Prints the table; fails when the sum is above the budget.
pub(crate) fn against_budget() -> Result<()> {
    let sum = print_table()?;
    if sum > BUDGET {
        bail!("over the budget of {BUDGET} bytes of brotli by {}", sum - BUDGET);
    }
    println!("within the budget of {BUDGET} bytes of brotli, {} to spare", BUDGET - sum);
    Ok(())
}

/// Prints what each part weighs; returns the sum in bytes of brotli.
fn print_table() -> Result<u64> {
    let weights = print_lines("first visit, bytes", &FIRST_VISIT)?;
    let sum =
        weights.iter().fold([0; 3], |sum, it| [sum[0] + it[0], sum[1] + it[1], sum[2] + it[2]]);
    print_line("sum", sum);
    let on_demand = on_demand()?;
    print_lines("on demand", &on_demand.iter().map(String::as_str).collect::<Vec<_>>())?;
    Ok(sum[2])
}

/// What is fetched once a reader asks for it: every other script and wasm.
fn on_demand() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist::folder())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_program = name.ends_with(".js") || name.ends_with(".wasm");
        if is_program && !FIRST_VISIT.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn print_lines(title: &str, names: &[&str]) -> Result<Vec<[u64; 3]>> {
    let weights = weigh(names)?;
    println!("{title:28} {:>9} {:>9} {:>9}", "raw", "gzip", "brotli");
    for (name, weight) in names.iter().zip(&weights) {
        print_line(name, *weight);
    }
    Ok(weights)
}

fn weigh(names: &[&str]) -> Result<Vec<[u64; 3]>> {
    let files = names.iter().map(|name| dist::folder().join(name));
    let printed = output(program("node").args(["--eval", WEIGH, "--"]).args(files))?;
    let rows: Value = serde_json::from_str(&printed)?;
    let rows = rows.as_array().context("node printed no list")?;
    rows.iter()
        .map(|row| {
            let number = |at: usize| row[at].as_u64().context("node printed no number");
            Ok([number(0)?, number(1)?, number(2)?])
        })
        .collect()
}

fn print_line(name: &str, [raw, gzip, brotli]: [u64; 3]) {
    println!("{name:28} {raw:>9} {gzip:>9} {brotli:>9}");
}
