//! Measurements that are programs of their own.

use anyhow::Result;

use crate::shell::{cargo, program, root, run};
use crate::{dist, tools};

/// `bench exact`: exact shares of several options, beside NumPy's samples.
pub(super) fn exact() -> Result<()> {
    let example = ["--package", "smaa", "--example", "exact_speed"];
    run(cargo().args(["run", "--quiet", "--profile", "measure"]).args(example))
}

/// `bench page`: the script that one changed answer costs, four times slowed
/// down.
pub(super) fn page() -> Result<()> {
    on_the_page("xtask/bench/page.mjs")
}

/// `bench tasks`: the heaviest task of each step of a reader, in processor time.
pub(super) fn tasks() -> Result<()> {
    on_the_page("xtask/bench/tasks.mjs")
}

/// `bench journey`: the long tasks on the whole way of a reader, four times
/// slowed down.
pub(super) fn journey() -> Result<()> {
    on_the_page("xtask/bench/journey.mjs")
}

fn on_the_page(script: &str) -> Result<()> {
    tools::browsers()?;
    dist::build()?;
    run(program("node").arg(root().join(script)).arg(dist::folder()))
}
