//! `bench`: the measurements that the README quotes.

mod browser;
mod contestants;
mod engine;
mod error;
mod lab;
mod programs;
mod samples;
mod simulation;

use anyhow::{Result, bail};

use crate::shell::{cargo, run};

/// A named measurement.
struct Part {
    name: &'static str,
    run: fn() -> Result<()>,
}

const PARTS: [Part; 10] = [
    Part { name: "engine", run: engine::run },
    Part { name: "samples", run: samples::run },
    Part { name: "exact", run: programs::exact },
    Part { name: "page", run: programs::page },
    Part { name: "tasks", run: programs::tasks },
    Part { name: "journey", run: programs::journey },
    Part { name: "error", run: error::run },
    Part { name: "simulation", run: simulation::run },
    Part { name: "footprint", run: lab::footprint },
    Part { name: "lab", run: lab::compare },
];

/// Measures everything, or only the named parts. A build for development would
/// time the compiler's haste, so the command starts itself again, optimised.
pub(crate) fn run_parts(only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        let known = PARTS.map(|part| part.name).join(", ");
        bail!("there is no part \"{unknown}\"; the parts are {known}");
    }
    if cfg!(debug_assertions) {
        return run(cargo()
            .args(["run", "--quiet", "--profile", "measure", "--package", "xtask", "--", "bench"])
            .args(only));
    }
    for part in PARTS.iter().filter(|part| only.is_empty() || only.iter().any(|it| it == part.name))
    {
        println!("\n{}", part.name);
        (part.run)()?;
    }
    Ok(())
}
