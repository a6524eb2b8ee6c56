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

/// `bench paint`: the heaviest task while the page comes, in processor time.
pub(super) fn paint() -> Result<()> {
    on_the_page("xtask/bench/paint.mjs")
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
