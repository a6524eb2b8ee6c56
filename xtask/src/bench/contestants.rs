//! Programs that do the same work and time themselves.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::Value;

/// One run of the work.
pub(super) struct Run {
    pub(super) milliseconds: f64,
    /// What came out: all must agree.
    pub(super) found: f64,
}

/// Runs the work as a function of this program.
pub(super) fn native(work: impl Fn() -> f64) -> Run {
    let begin = Instant::now();
    let found = work();
    Run { milliseconds: begin.elapsed().as_secs_f64() * 1e3, found }
}

/// A program that does the work named on each line that it reads, and writes
/// milliseconds and what came out on a line of their own.
pub(super) struct Helper {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Helper {
    pub(super) fn start(command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{command:?} cannot be started"))?;
        let input = child.stdin.take().context("it has no input")?;
        let output = BufReader::new(child.stdout.take().context("it has no output")?);
        Ok(Helper { child, input, output })
    }

    pub(super) fn run(&mut self, work: &str) -> Result<Run> {
        writeln!(self.input, "{work}")?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        let numbers: Value = serde_json::from_str(&line).context("the helper gave up")?;
        let number = |at: usize| numbers[at].as_f64().context("the helper wrote no number");
        Ok(Run { milliseconds: number(0)?, found: number(1)? })
    }

    /// Lets it end by itself.
    pub(super) fn finish(mut self) -> Result<()> {
        drop(self.input);
        self.child.wait()?;
        Ok(())
    }
}
