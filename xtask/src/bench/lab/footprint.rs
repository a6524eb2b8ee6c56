//! What the published comparisons claim of memory, starts and sizes, measured.

use std::fs;
use std::time::Instant;

use anyhow::Result;
use serde_json::{Value, json};

use super::alone::{Cores, server};
use super::client::{Client, saturate};
use super::runtimes::{Runtime, SETUPS, Setup};
use crate::shell::run_quietly;

/// Connections that are open and have nothing to say.
const IDLE: u32 = 10_000;

/// Calls that wait for ever.
const PARKED: u32 = 100_000;

/// How often a start is timed.
const STARTS: usize = 21;

/// No server calls another one here.
const NO_DELAY: u16 = 9;

/// What was measured of a runtime.
struct Footprint {
    id: &'static str,
    memory_idle: u64,
    memory_connections: u64,
    per_connection: f64,
    per_call: f64,
    start_ms: f64,
    deployed: u64,
    per_core: f64,
}

/// A number of the table.
type Cell = fn(&Footprint) -> String;

/// Measures all runtimes and prints a table.
pub(super) fn run(runtimes: &[Runtime], save: &dyn Fn(Value) -> Result<()>) -> Result<()> {
    let mut found = Vec::new();
    for runtime in runtimes {
        let setup = SETUPS.iter().find(|it| it.runtime == runtime.id);
        found.extend(setup.map(|setup| footprint(runtime, setup)).transpose()?);
    }
    println!("{:40}{}", "", columns(&found, |it| it.id.to_owned()));
    let rows: [(&str, Cell); 7] = [
        ("memory after the first answer, MB", |it| megabytes(it.memory_idle)),
        ("with 10,000 idle connections, MB", |it| megabytes(it.memory_connections)),
        ("bytes per idle connection", |it| format!("{:.0}", it.per_connection)),
        ("bytes per call that waits", |it| format!("{:.0}", it.per_call)),
        ("start to first answer, ms", |it| format!("{:.1}", it.start_ms)),
        ("what is deployed, MB", |it| megabytes(it.deployed)),
        ("empty answers per second of CPU", |it| format!("{:.0}", it.per_core)),
    ];
    for (name, cell) in rows {
        println!("{name:40}{}", columns(&found, cell));
    }
    save(found.iter().map(|it| (it.id.to_owned(), it.json())).collect())
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

fn columns(found: &[Footprint], cell: impl Fn(&Footprint) -> String) -> String {
    found.iter().map(|it| format!("{:>10}", cell(it))).collect()
}

fn footprint(runtime: &Runtime, setup: &Setup) -> Result<Footprint> {
    let [memory_idle, memory_connections] = with_connections(runtime, setup)?;
    let per_connection = (memory_connections - memory_idle) as f64 / f64::from(IDLE);
    let sizes: Result<Vec<u64>> =
        runtime.deployed.iter().map(|it| Ok(fs::metadata(it)?.len())).collect();
    Ok(Footprint {
        id: runtime.id,
        memory_idle,
        memory_connections,
        per_connection,
        per_call: bytes_per_call(runtime, setup)?,
        start_ms: start(runtime, setup)?,
        deployed: sizes?.into_iter().sum(),
        per_core: answers_per_cpu_second(runtime, setup)?,
    })
}

/// Memory after the first answer, and with idle connections that have each
/// been used once.
fn with_connections(runtime: &Runtime, setup: &Setup) -> Result<[u64; 2]> {
    let server = runtime.start(NO_DELAY, setup)?;
    let client = Client::new(server.port);
    client.send_one("/")?;
    let idle = server.memory()?;
    client.open_idle(IDLE as usize)?;
    Ok([idle, server.memory()?])
}

/// What a goroutine, or an asynchronous call, takes while it waits.
fn bytes_per_call(runtime: &Runtime, setup: &Setup) -> Result<f64> {
    let server = runtime.start(NO_DELAY, setup)?;
    let client = Client::new(server.port);
    // The first ones bring what the others share.
    client.send_one("/park?count=1000")?;
    let before = server.memory()?;
    client.send_one(&format!("/park?count={PARKED}"))?;
    Ok((server.memory()? as f64 - before as f64) / f64::from(PARKED))
}

/// From the start of the process to the first answer, without what it takes to
/// start a process that does nothing; medians.
fn start(runtime: &Runtime, setup: &Setup) -> Result<f64> {
    let answered = median_time(|| {
        let server = runtime.start(NO_DELAY, setup)?;
        Client::new(server.port).send_one("/")?;
        Ok(())
    })?;
    let nothing = median_time(|| run_quietly(&mut server(&["true".to_owned()], Cores::One)))?;
    Ok(answered - nothing)
}

/// In milliseconds.
fn median_time(work: impl Fn() -> Result<()>) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        work()?;
        times.push(begin.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[STARTS / 2])
}

/// How many requests a second of CPU time answers, many at a time and each
/// followed by the next.
fn answers_per_cpu_second(runtime: &Runtime, setup: &Setup) -> Result<f64> {
    const AT_ONCE: usize = 64;
    const EACH: usize = 1_500;
    let server = runtime.start(NO_DELAY, setup)?;
    saturate(server.port, AT_ONCE, EACH)?;
    let before = server.cpu()?;
    saturate(server.port, AT_ONCE, EACH)?;
    Ok((AT_ONCE * EACH) as f64 * 1e3 / (server.cpu()? - before))
}

impl Footprint {
    fn json(&self) -> Value {
        json!({
            "memory_idle_bytes": self.memory_idle,
            "memory_10000_idle_connections_bytes": self.memory_connections,
            "bytes_per_idle_connection": self.per_connection.round(),
            "bytes_per_waiting_call": self.per_call.round(),
            "start_to_first_answer_ms": (self.start_ms * 10.0).round() / 10.0,
            "deployed_bytes": self.deployed,
            "empty_answers_per_cpu_second": self.per_core.round(),
        })
    }
}
