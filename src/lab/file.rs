//! A profile as people write it down in JSON.

use dataset::{Dataset, Id, Table};
use serde::{Deserialize, Serialize};
use workload::{Millis, Profile, check_factor};

use super::contenders;
use crate::words::{self, Unknown};

/// A profile in JSON. What is absent is as in [`Profile::default`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProfileFile {
    /// Requests per second.
    pub rps: f64,
    /// Calls that a request awaits, one after the other; a whole number.
    pub calls: f64,
    /// How long each call takes, in milliseconds.
    pub io_ms: f64,
    /// CPU time of a light request, in milliseconds.
    pub cpu_ms: f64,
    /// Which part of the requests is heavy, 0 to 1.
    pub heavy_share: f64,
    /// CPU time of a heavy request, in place of `cpu_ms`, in milliseconds.
    pub heavy_cpu_ms: f64,
    /// Cores that the program may use; a whole number.
    pub cores: f64,
    /// Processes or worker threads, for what has an event loop in each; a
    /// whole number.
    pub processes: f64,
    /// How much CPU time an option's runtime takes for the same work, as a
    /// multiple of what is stated above; 1 where it is absent.
    pub runtime_factor: Table<f64>,
}

impl Default for ProfileFile {
    fn default() -> Self {
        ProfileFile::new(&Profile::default(), &Factors::default())
    }
}

/// By option: how much CPU time its runtime takes for the same work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factors(Table<f64>);

impl Factors {
    /// Factors by option.
    pub fn new(factors: Table<f64>) -> Self {
        Factors(factors)
    }

    /// The factors with another one for an option.
    #[must_use]
    pub fn with(mut self, option: Id, factor: f64) -> Self {
        self.0.insert(option, factor);
        self
    }

    /// The factor of an option; 1 where none is stated, because which runtime
    /// does the same work in less time depends on the work, in both
    /// directions, and 1 is the only number that takes no side.
    pub fn of(&self, option: &Id) -> f64 {
        self.0.get(option).copied().unwrap_or(1.0)
    }
}

impl ProfileFile {
    /// The fields that hold a number.
    pub const NUMBERS: [&str; 8] =
        ["rps", "calls", "io_ms", "cpu_ms", "heavy_share", "heavy_cpu_ms", "cores", "processes"];

    /// A profile, to be written down.
    pub fn new(profile: &Profile, factors: &Factors) -> Self {
        ProfileFile {
            rps: profile.rps,
            calls: f64::from(profile.calls),
            io_ms: profile.io.0,
            cpu_ms: profile.cpu.0,
            heavy_share: profile.heavy_share,
            heavy_cpu_ms: profile.heavy_cpu.0,
            cores: f64::from(profile.cores),
            processes: f64::from(profile.processes),
            runtime_factor: factors.0.clone(),
        }
    }

    /// The profile that the file describes, and the factors.
    ///
    /// # Errors
    /// One sentence for each value that no load has, and for each factor of an
    /// option that the model does not speak of.
    pub fn into_profile(self, dataset: &Dataset) -> Result<(Profile, Factors), Vec<String>> {
        let mut problems = Vec::new();
        let mut whole = |field, value: f64| {
            if value < 0.0 || value.fract() != 0.0 {
                problems.push(words::not_whole(field, value));
                return 1;
            }
            value as u32
        };
        let profile = Profile {
            rps: self.rps,
            calls: whole("calls", self.calls),
            io: Millis(self.io_ms),
            cpu: Millis(self.cpu_ms),
            heavy_share: self.heavy_share,
            heavy_cpu: Millis(self.heavy_cpu_ms),
            cores: whole("cores", self.cores),
            processes: whole("processes", self.processes),
        };
        if let Err(outside) = profile.check() {
            problems.extend(outside.iter().map(ToString::to_string));
        }
        for (id, factor) in self.runtime_factor.iter() {
            let known = || contenders(dataset).map(|it| it.option.id.as_str());
            if !known().any(|it| it == id.as_str()) {
                problems.push(words::unknown_id(Unknown::Modelled, &id, known()));
            }
            if let Err(outside) = check_factor(&format!("runtime_factor.{id}"), *factor) {
                problems.push(outside.to_string());
            }
        }
        if problems.is_empty() {
            Ok((profile, Factors(self.runtime_factor)))
        } else {
            Err(problems)
        }
    }
}
