//! The measured servers, as processes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use super::alone::raise;

/// A server at work, until it is dropped.
pub(super) struct Server {
    child: Child,
    /// The thread that watches over the others, if one does.
    monitor: Option<u32>,
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
        Ok(Server { child, monitor: None, port })
    }

    /// The same server, one of whose threads, in the order in which they
    /// began, watches over the others.
    pub(super) fn watched_by(mut self, thread: usize) -> Result<Self> {
        let mut threads = threads(self.child.id())?;
        threads.sort_unstable();
        let monitor = *threads.get(thread).context("it has no such thread")?;
        raise(monitor)?;
        self.monitor = Some(monitor);
        Ok(self)
    }

    /// Milliseconds of CPU time that it and its processes have used so far,
    /// without the thread that watches: no request waits for that one.
    pub(super) fn cpu(&self) -> Result<f64> {
        let mut nanoseconds = 0;
        for process in self.processes()? {
            for thread in threads(process)?.into_iter().filter(|it| self.monitor != Some(*it)) {
                nanoseconds += cpu_of(process, thread);
            }
        }
        Ok(nanoseconds as f64 / 1e6)
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

fn threads(process: u32) -> Result<Vec<u32>> {
    let listed = fs::read_dir(format!("/proc/{process}/task"))?.flatten();
    Ok(listed.filter_map(|it| it.file_name().to_str()?.parse().ok()).collect())
}

/// The kernel's own count, in nanoseconds; nothing for a thread that has ended.
fn cpu_of(process: u32, thread: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/task/{thread}/schedstat"));
    let count = text.ok().and_then(|it| it.split(' ').next()?.parse().ok());
    count.unwrap_or_default()
}
