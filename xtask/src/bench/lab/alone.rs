//! Quiet: what measures must not wait for what else the machine does.

use std::env;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use anyhow::Result;

use crate::shell::{answers, program, run};

/// Set in the process that has all the priority it can get: [`REAL_TIME`], or
/// that it has none.
const MARK: &str = "LAB_PRIORITY";
const REAL_TIME: &str = "real-time";

/// The priority of what sends requests and answers calls. It is above the
/// servers', so that a request is late only if the server is.
const CLIENT: [&str; 3] = ["chrt", "--fifo", "50"];

/// The priority of the servers. Ordinary priorities would not do: a busy core
/// looks equally busy to the kernel whether builds or servers keep it so, and
/// two threads may share one core for long while the other runs a build.
const SERVER: [&str; 3] = ["chrt", "--rr", "20"];

/// The priority of a thread that watches over others, between the two.
const MONITOR: [&str; 4] = ["chrt", "--fifo", "--pid", "40"];

/// Whether this is the process that measures. If not, it has run, in a session
/// of its own, because Linux weighs whole sessions against each other.
pub(super) fn is_alone(part: &str) -> Result<bool> {
    if env::var_os(MARK).is_some() {
        return Ok(true);
    }
    let mut words = vec!["setsid", "--wait"];
    let mut priority = "ordinary";
    if answers(program(CLIENT[0]).args(&CLIENT[1..]).arg("true")) {
        priority = REAL_TIME;
        words.extend(CLIENT);
        words.extend(["taskset", "--cpu-list", "0"]);
    } else {
        println!("Without the right to set priorities, what else runs here disturbs the result.");
    }
    let own = env::current_exe()?;
    run(program(words[0]).args(&words[1..]).arg(own).args(["bench", part]).env(MARK, priority))?;
    Ok(false)
}

fn is_real_time() -> bool {
    env::var_os(MARK).is_some_and(|it| it == REAL_TIME)
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

/// A program before all others but the client.
pub(super) fn server(words: &[String], cores: Cores) -> Command {
    let has_others = available_parallelism().is_ok_and(|it| it.get() > 2);
    let list = match cores {
        Cores::One => "1",
        Cores::Two if has_others => "1-2",
        Cores::Two => "0-1",
    };
    let mut line: Vec<&str> = Vec::new();
    if is_real_time() {
        line.extend(SERVER);
        line.extend(["taskset", "--cpu-list", list]);
    }
    line.extend(words.iter().map(String::as_str));
    let mut command = program(line[0]);
    command.args(&line[1..]);
    command
}

/// Lets a thread go before the others of its program, which it has to
/// interrupt. Ordinary scheduling would let it in by itself.
pub(super) fn raise(thread: u32) -> Result<()> {
    if !is_real_time() {
        return Ok(());
    }
    run(program(MONITOR[0]).args(&MONITOR[1..]).arg(thread.to_string()))
}
