//! What a reader says of their load.

use core::fmt;

use crate::time::Millis;

/// A load, and the machine it meets. Waits and CPU times are means that every
/// request of its kind takes exactly; arrivals are independent of each other
/// (a Poisson process).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// Requests per second.
    pub rps: f64,
    /// Calls that a request awaits, one after the other.
    pub calls: u32,
    /// How long each call takes, from outside.
    pub io: Millis,
    /// CPU time of a light request, over all its parts.
    pub cpu: Millis,
    /// Which part of the requests is heavy, 0 to 1.
    pub heavy_share: f64,
    /// CPU time of a heavy request, in place of `cpu`.
    pub heavy_cpu: Millis,
    /// Cores that the program may use.
    pub cores: u32,
    /// Processes (or worker threads) where a process has one event loop.
    pub processes: u32,
}

impl Profile {
    /// A hundred small requests a second that ask one database: the start of
    /// the form, not a claim about anybody's load.
    pub const START: Profile = Profile {
        rps: 100.0,
        calls: 1,
        io: Millis(20.0),
        cpu: Millis(2.0),
        heavy_share: 0.0,
        heavy_cpu: Millis(50.0),
        cores: 1,
        processes: 1,
    };
}

impl Default for Profile {
    /// [`Profile::START`].
    fn default() -> Self {
        Profile::START
    }
}

/// A value that no load has.
#[derive(Clone, Debug, PartialEq)]
pub struct OutOfRange {
    /// The field, as in a profile's JSON.
    pub field: String,
    /// What it holds.
    pub value: f64,
    /// The smallest value that it may hold.
    pub low: f64,
    /// The largest.
    pub high: f64,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let OutOfRange { field, value, low, high } = self;
        write!(f, "{field} is {value}. Use a number from {low} to {high}.")
    }
}

impl core::error::Error for OutOfRange {}

/// A field of a profile, and what it may hold.
struct Range {
    field: &'static str,
    of: fn(&Profile) -> f64,
    low: f64,
    high: f64,
}

/// Beyond these ends the simulation would run out of numbers or of patience,
/// not out of meaning.
const RANGES: [Range; 8] = [
    Range { field: "rps", of: |it| it.rps, low: 0.001, high: 1_000_000.0 },
    Range { field: "calls", of: |it| f64::from(it.calls), low: 0.0, high: 100.0 },
    Range { field: "io_ms", of: |it| it.io.0, low: 0.0, high: 60_000.0 },
    Range { field: "cpu_ms", of: |it| it.cpu.0, low: 0.001, high: 60_000.0 },
    Range { field: "heavy_share", of: |it| it.heavy_share, low: 0.0, high: 1.0 },
    Range { field: "heavy_cpu_ms", of: |it| it.heavy_cpu.0, low: 0.001, high: 60_000.0 },
    Range { field: "cores", of: |it| f64::from(it.cores), low: 1.0, high: 64.0 },
    Range { field: "processes", of: |it| f64::from(it.processes), low: 1.0, high: 64.0 },
];

/// The smallest and the largest runtime factor.
pub const FACTOR: [f64; 2] = [0.01, 100.0];

impl Profile {
    /// Names every value that no load has.
    ///
    /// # Errors
    /// One entry for each field out of range.
    pub fn check(&self) -> Result<(), Vec<OutOfRange>> {
        let outside = RANGES.iter().filter_map(|Range { field, of, low, high }| {
            out_of_range(field, of(self), [*low, *high])
        });
        let problems: Vec<_> = outside.collect();
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// The same load for a runtime that takes `factor` times the stated CPU
    /// time for the same work.
    ///
    /// The factor is the reader's to state: which runtime does the same work
    /// in less time depends on the work (JSON, allocation, maps, floating
    /// point), in both directions. One is the only factor that takes no side.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let by = |cpu: Millis| Millis(cpu.0 * factor);
        Profile { cpu: by(self.cpu), heavy_cpu: by(self.heavy_cpu), ..self }
    }

    /// The same load at another rate.
    #[must_use]
    pub fn at(self, rps: f64) -> Self {
        Profile { rps, ..self }
    }

    /// Mean CPU time of a request.
    pub fn mean_cpu(&self) -> Millis {
        Millis((1.0 - self.heavy_share) * self.cpu.0 + self.heavy_share * self.heavy_cpu.0)
    }

    /// What a request waits for calls in all, whatever else happens.
    pub fn all_io(&self) -> Millis {
        Millis(f64::from(self.calls) * self.io.0)
    }

    /// How often a request needs a CPU: before the first call, and after each.
    /// Its CPU time is split evenly among them. Every visit queues anew, which
    /// is what makes awaited calls dear on a busy event loop.
    pub fn visits(&self) -> u32 {
        self.calls + 1
    }

    /// CPU seconds per second: how many cores the load would keep busy.
    pub fn busy_cores(&self) -> f64 {
        self.rps * self.mean_cpu().0 / 1e3
    }

    /// Whether requests differ in weight at all.
    pub fn is_mixed(&self) -> bool {
        self.heavy_share > 0.0 && self.heavy_share < 1.0 && self.cpu != self.heavy_cpu
    }
}

/// Whether a runtime factor, stated in the field `field`, is usable.
///
/// # Errors
/// The factor is out of range.
pub fn check_factor(field: &str, factor: f64) -> Result<(), OutOfRange> {
    out_of_range(field, factor, FACTOR).map_or(Ok(()), Err)
}

fn out_of_range(field: &str, value: f64, [low, high]: [f64; 2]) -> Option<OutOfRange> {
    let is_outside = !(low..=high).contains(&value);
    is_outside.then(|| OutOfRange { field: field.to_owned(), value, low, high })
}
