//! Quiet: what measures must not wait for what else the machine does.

use std::env;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use anyhow::Result;

use crate::shell::{answers, program, run};

/// Set in the process that has all the priority it can get.
const MARK: &str = "LAB_IS_ALONE";

/// The priority of what sends requests and answers calls. It is above the
/// servers', so that a request is late only if the server is.
const CLIENT: [&str; 3] = ["chrt", "--fifo", "50"];

/// Whether this is the process that measures. If not, it has run, in a session
/// of its own, because Linux weighs whole sessions against each other.
pub(super) fn is_alone(part: &str) -> Result<bool> {
    if env::var_os(MARK).is_some() {
        return Ok(true);
    }
    let mut words = vec!["setsid", "--wait"];
    if answers(program(CLIENT[0]).args(&CLIENT[1..]).arg("true")) {
        words.extend(CLIENT);
        words.extend(["taskset", "--cpu-list", "0"]);
    } else {
        println!("Without the right to set priorities, what else runs here disturbs the result.");
    }
    let own = env::current_exe()?;
    run(program(words[0]).args(&words[1..]).arg(own).args(["bench", part]).env(MARK, "1"))?;
    Ok(false)
}

/// Puts this session before all others; without the right to, it stays where
/// it is.
pub(super) fn before_others() {
    let _ = fs::write("/proc/self/autogroup", "-20");
}

/// Where a server runs.
#[derive(Clone, Copy)]
pub(super) enum Cores {
    /// On one core, which is not the client's.
    One,
    /// On two, and on the client's only if there are no others.
    Two,
}

/// A program with ordinary scheduling.
pub(super) fn server(words: &[String], cores: Cores) -> Command {
    let has_others = available_parallelism().is_ok_and(|it| it.get() > 2);
    let list = match cores {
        Cores::One => "1",
        Cores::Two if has_others => "1-2",
        Cores::Two => "0-1",
    };
    let mut command = program("chrt");
    command.args(["--other", "0", "taskset", "--cpu-list", list]).args(words);
    command
}
