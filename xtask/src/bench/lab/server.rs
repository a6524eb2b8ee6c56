//! The measured servers, as processes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A server at work, until it is dropped.
pub(super) struct Server {
    child: Child,
    pub(super) port: u16,
}

impl Server {
    /// Starts a program that writes the port that it listens at.
    pub(super) fn start(command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{command:?} cannot be started"))?;
        let mut line = String::new();
        let output = child.stdout.take().context("it has no output")?;
        BufReader::new(output).read_line(&mut line)?;
        let port = line.trim().parse().with_context(|| format!("{command:?} named no port"))?;
        Ok(Server { child, port })
    }

    /// Milliseconds of CPU time that it and its processes have used so far.
    pub(super) fn cpu(&self) -> Result<f64> {
        self.processes()?.into_iter().map(cpu_of).sum()
    }

    /// Its threads, in the order in which they began.
    pub(super) fn threads(&self) -> Result<Vec<u32>> {
        let listed = fs::read_dir(format!("/proc/{}/task", self.child.id()))?.flatten();
        let mut threads: Vec<u32> =
            listed.filter_map(|it| it.file_name().to_str()?.parse().ok()).collect();
        threads.sort_unstable();
        Ok(threads)
    }

    /// Bytes of memory that it holds (resident set size).
    pub(super) fn memory(&self) -> Result<u64> {
        let text = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = text.lines().find(|it| it.starts_with("VmRSS:"));
        let kilobytes = line.and_then(|it| it.split_whitespace().nth(1)?.parse::<u64>().ok());
        Ok(kilobytes.context("the kernel tells no VmRSS")? << 10)
    }

    /// It and what it started.
    fn processes(&self) -> Result<Vec<u32>> {
        let own = self.child.id();
        let children = fs::read_to_string(format!("/proc/{own}/task/{own}/children"))?;
        let children = children.split_whitespace().filter_map(|it| it.parse().ok());
        Ok(std::iter::once(own).chain(children).collect())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The kernel's own count, in nanoseconds, over all threads that still live:
/// here these are all that ever did anything.
fn cpu_of(process: u32) -> Result<f64> {
    let mut nanoseconds = 0;
    for thread in fs::read_dir(format!("/proc/{process}/task"))?.flatten() {
        // A thread may end between the listing and the reading.
        let text = fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
        nanoseconds += text.split(' ').next().and_then(|it| it.parse::<u64>().ok()).unwrap_or(0);
    }
    Ok(nanoseconds as f64 / 1e6)
}
