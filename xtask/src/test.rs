//! `test`: everything, step by step. A failed step does not stop the others,
//! so that one run tells all.

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Result, bail};

use crate::language::Language;
use crate::shell::{cargo, program, run};
use crate::tools::{self, WASM};
use crate::{dist, size};

/// A named step.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<()>,
}

/// In the order of how soon they can tell something.
const STEPS: [Step; 6] = [
    Step { name: "format", about: "the formatter has nothing to change", run: format },
    Step { name: "lint", about: "the linter has nothing to say, natively and for wasm", run: lint },
    Step { name: "native", about: "decisions, laws, codecs, markup", run: native },
    Step { name: "browser", about: "the element in Chromium", run: browser },
    Step { name: "size", about: "the first visit stays within its budget", run: weigh },
    Step { name: "e2e", about: "whole journeys on the built bundle", run: end_to_end },
];

/// Runs all steps, or only the named ones.
pub(crate) fn run_steps(only: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known = STEPS.map(|step| step.name).join(", ");
        bail!("there is no step \"{unknown}\"; the steps are {known}");
    }
    let chosen =
        STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|it| it == step.name));
    let results: Vec<Done> = chosen.map(take).collect();
    println!("\nsummary");
    results.iter().for_each(Done::print);
    let passed = results.iter().all(|it| it.passed);
    println!("{}", if passed { "all passed" } else { "not all passed" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Done {
    name: &'static str,
    passed: bool,
    seconds: f64,
}

impl Done {
    fn print(&self) {
        let outcome = if self.passed { "passed" } else { "FAILED" };
        println!("{:8} {outcome} in {:.1} s", self.name, self.seconds);
    }
}

fn take(step: &Step) -> Done {
    println!("\n{}: {}", step.name, step.about);
    let begin = Instant::now();
    let result = (step.run)();
    if let Err(error) = &result {
        println!("{error:#}");
    }
    let seconds = begin.elapsed().as_secs_f64();
    let done = Done { name: step.name, passed: result.is_ok(), seconds };
    done.print();
    done
}

fn format() -> Result<()> {
    tools::rustfmt_and_clippy()?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lint() -> Result<()> {
    tools::rustfmt_and_clippy()?;
    tools::wasm_target()?;
    run(clippy().args(["--workspace", "--all-targets"]).args(WITH_MARKUP).args(DENY))?;
    let page = ["--package", "decision-widget", "--lib", "--bins", "--test", "browser"];
    run(clippy().args(page).args(["--features", "split", "--target", WASM]).args(DENY))?;
    run(clippy().args(["--package", "decision-widget-loader", "--target", WASM]).args(DENY))
}

/// The server renderer belongs to the tests of the markup.
const WITH_MARKUP: [&str; 2] = ["--features", "decision-widget/prerender"];

const DENY: [&str; 3] = ["--", "--deny", "warnings"];

fn clippy() -> Command {
    let mut command = cargo();
    command.args(["clippy", "--quiet"]);
    command
}

fn native() -> Result<()> {
    run(cargo().args(["test", "--quiet", "--workspace"]).args(WITH_MARKUP))?;
    run(cargo()
        .args(["test", "--quiet", "--package", "decision-widget", "--test", "pseudo"])
        .args(["--features", &Language::pseudo().features("prerender")]))
}

fn browser() -> Result<()> {
    tools::wasm_target()?;
    tools::browsers()?;
    let runner = tools::wasm_test_runner()?;
    // The runner knows no `--quiet`, which cargo would hand on to it.
    run(cargo()
        .args(["test", "--package", "decision-widget", "--test", "browser", "--target", WASM])
        .env("RUST_BACKTRACE", "0")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", tools::find("chromedriver")?))
}

fn weigh() -> Result<()> {
    dist::build()?;
    size::against_budget()
}

fn end_to_end() -> Result<()> {
    dist::build()?;
    dist::build_in(&Language::pseudo())?;
    tools::browsers()?;
    run(program("node").args(["--test", "--test-reporter=spec", "tests/e2e/"]))
}
