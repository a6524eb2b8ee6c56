//! Sends requests at their times, whether or not earlier ones were answered
//! (open loop), over connections that are kept.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// A request to be sent.
#[derive(Clone)]
pub(super) struct Shot {
    /// When, after the beginning.
    pub(super) at: Duration,
    pub(super) text: Arc<str>,
}

/// The request for a path.
pub(super) fn get(path: &str) -> Arc<str> {
    format!("GET {path} HTTP/1.1\r\nHost: lab\r\n\r\n").into()
}

/// Waits this close to the time of a request before it stops sleeping: longer
/// than a sleep is usually too long.
const SPIN: Duration = Duration::from_micros(120);

/// How long the last answers may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Connections to one server, which it keeps.
pub(super) struct Client {
    shared: Arc<Shared>,
    port: u16,
}

/// What the threads that read answers know.
struct Shared {
    /// The connection that was free last is used first, as most clients do.
    idle: Mutex<Vec<Arc<Connection>>>,
    run: Mutex<Arc<Run>>,
    finished: Condvar,
    is_broken: Mutex<bool>,
}

/// A series of requests under way.
struct Run {
    begin: Instant,
    shots: Vec<Shot>,
    /// Nanoseconds from the time when it was due to the answer.
    took: Vec<AtomicU64>,
    left: AtomicUsize,
}

struct Connection {
    stream: TcpStream,
    /// Which request it carries.
    number: AtomicUsize,
}

impl Client {
    pub(super) fn new(port: u16) -> Self {
        let shared = Shared {
            idle: Mutex::default(),
            run: Mutex::new(Arc::new(Run::new(Vec::new()))),
            finished: Condvar::new(),
            is_broken: Mutex::new(false),
        };
        Client { shared: Arc::new(shared), port }
    }

    /// Sends all requests at their times; for each, the milliseconds from the
    /// time when it was due to its answer.
    pub(super) fn send(&self, shots: Vec<Shot>) -> Result<Vec<f64>> {
        let run = Arc::new(Run::new(shots));
        *locked(&self.shared.run) = Arc::clone(&run);
        for (number, shot) in run.shots.iter().enumerate() {
            wait_until(run.begin + shot.at);
            let connection = match locked(&self.shared.idle).pop() {
                Some(connection) => connection,
                None => self.connect()?,
            };
            connection.number.store(number, Ordering::Release);
            (&connection.stream).write_all(shot.text.as_bytes())?;
        }
        self.wait_for(&run)?;
        Ok(run.took.iter().map(|it| it.load(Ordering::Acquire) as f64 / 1e6).collect())
    }

    /// One request, at once; milliseconds.
    pub(super) fn send_one(&self, path: &str) -> Result<f64> {
        Ok(self.send(vec![Shot { at: Duration::ZERO, text: get(path) }])?[0])
    }

    /// So many connections, each used once and then idle.
    pub(super) fn open_idle(&self, count: usize) -> Result<()> {
        let text = get("/");
        for _ in 0..count {
            let connection = self.connect()?;
            let run =
                Arc::new(Run::new(vec![Shot { at: Duration::ZERO, text: Arc::clone(&text) }]));
            *locked(&self.shared.run) = Arc::clone(&run);
            connection.number.store(0, Ordering::Release);
            (&connection.stream).write_all(text.as_bytes())?;
            self.wait_for(&run)?;
        }
        Ok(())
    }

    fn wait_for(&self, run: &Run) -> Result<()> {
        let mut idle = locked(&self.shared.idle);
        while run.left.load(Ordering::Acquire) > 0 {
            if *locked(&self.shared.is_broken) {
                bail!("the server closed a connection");
            }
            let (guard, timeout) =
                self.shared.finished.wait_timeout(idle, PATIENCE).expect("no thread panics");
            if timeout.timed_out() {
                bail!("{} answers are missing", run.left.load(Ordering::Acquire));
            }
            idle = guard;
        }
        Ok(())
    }

    fn connect(&self) -> Result<Arc<Connection>> {
        let stream = TcpStream::connect(("127.0.0.1", self.port))
            .context("the server takes no more connections")?;
        stream.set_nodelay(true)?;
        let connection = Arc::new(Connection { stream, number: AtomicUsize::new(0) });
        let (shared, reader) = (Arc::clone(&self.shared), Arc::clone(&connection));
        thread::Builder::new().stack_size(64 << 10).spawn(move || {
            shared.read(&reader);
            *locked(&shared.is_broken) = true;
            shared.finished.notify_all();
        })?;
        Ok(connection)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        for connection in locked(&self.shared.idle).drain(..) {
            // It may be closed already, which is what is wanted.
            let _ = connection.stream.shutdown(std::net::Shutdown::Both);
        }
    }
}

impl Shared {
    /// Reads answers until the connection ends.
    fn read(&self, connection: &Arc<Connection>) -> Option<()> {
        loop {
            read_answer(&connection.stream).ok()?;
            let now = Instant::now();
            let run = Arc::clone(&locked(&self.run));
            let number = connection.number.load(Ordering::Acquire);
            let due = run.begin + run.shots[number].at;
            let took = now.saturating_duration_since(due);
            run.took[number].store(took.as_nanos() as u64, Ordering::Release);
            let mut idle = locked(&self.idle);
            idle.push(Arc::clone(connection));
            if run.left.fetch_sub(1, Ordering::AcqRel) == 1 {
                self.finished.notify_all();
            }
        }
    }
}

impl Run {
    fn new(shots: Vec<Shot>) -> Self {
        let count = shots.len();
        Run {
            // A moment for the first one.
            begin: Instant::now() + Duration::from_millis(1),
            took: (0..count).map(|_| AtomicU64::new(0)).collect(),
            left: AtomicUsize::new(count),
            shots,
        }
    }
}

/// As many connections as said, each sending an empty request as soon as the
/// one before is answered.
pub(super) fn saturate(port: u16, at_once: usize, each: usize) -> Result<()> {
    let text = get("/");
    let series = || -> Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        for _ in 0..each {
            stream.write_all(text.as_bytes())?;
            read_answer(&stream)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let series: Vec<_> = (0..at_once).map(|_| scope.spawn(series)).collect();
        series.into_iter().try_for_each(|it| it.join().expect("no thread panics"))
    })
}

/// Reads one answer to its end.
fn read_answer(mut stream: &TcpStream) -> Result<()> {
    let mut buffer = [0; 2048];
    let mut filled = 0;
    while !buffer[..filled].ends_with(b"\r\n\r\nok") {
        match stream.read(&mut buffer[filled..])? {
            0 => bail!("the server closed a connection"),
            count => filled += count,
        }
    }
    Ok(())
}

fn wait_until(time: Instant) {
    loop {
        let left = time.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return;
        }
        if left > SPIN {
            thread::sleep(left - SPIN);
        } else {
            std::hint::spin_loop();
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().expect("no thread panics while it holds this")
}
