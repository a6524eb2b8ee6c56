//! The server that stands for databases: it answers after the wait that it is
//! told. A timer in the measured program would not do, because runtimes serve
//! expired timers before sockets.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// A line with a number of milliseconds comes in; after that time one byte goes
/// out.
pub(super) struct DelayServer {
    pub(super) port: u16,
}

impl DelayServer {
    /// Serves until this program ends, a thread for each connection.
    pub(super) fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let oversleep = usual_oversleep();
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                thread::spawn(move || answer(connection, oversleep));
            }
        });
        Ok(DelayServer { port })
    }
}

/// Ends with the connection.
fn answer(mut connection: TcpStream, oversleep: Duration) -> Option<()> {
    connection.set_nodelay(true).ok()?;
    let mut lines = BufReader::new(connection.try_clone().ok()?).lines();
    loop {
        let line = lines.next()?.ok()?;
        let wait = Duration::from_secs_f64(line.parse::<f64>().ok()? / 1e3);
        thread::sleep(wait.saturating_sub(oversleep));
        connection.write_all(b".").ok()?;
    }
}

/// By how much a sleep is usually too long.
fn usual_oversleep() -> Duration {
    const SLEEP: Duration = Duration::from_millis(2);
    let mut excess: Vec<Duration> = (0..101)
        .map(|_| {
            let begin = Instant::now();
            thread::sleep(SLEEP);
            begin.elapsed().saturating_sub(SLEEP)
        })
        .collect();
    excess.sort();
    excess[excess.len() / 2]
}
