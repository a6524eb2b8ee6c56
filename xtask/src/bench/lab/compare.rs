//! The model beside measurements.

use anyhow::Result;
use serde_json::{Value, json};
use workload::{Millis, Outcome, Profile, Simulation};

use super::delay::DelayServer;
use super::drive::{Driven, Measured};
use super::runtimes::{Runtime, SETUPS, Setup};

/// Loads, as parts of what one core can do.
const LOADS: [f64; 4] = [0.2, 0.5, 0.7, 0.85];

/// How long a run takes, in seconds, and within which numbers of requests.
const SECONDS: f64 = 5.0;
const FEWEST: f64 = 300.0;
const MOST: f64 = 10_000.0;

/// Every run sends the same requests, so that what differs between them is the
/// machine.
const SEED: u64 = 1;

/// Runs that differ by more than this say nothing about the model.
const REPEATABLE: f64 = 0.2;

/// The median error may be as large as this, for mean and P99, up to a load.
const BOUNDS: [(f64, f64, f64); 2] = [(0.7, 0.10, 0.20), (0.85, 0.15, 0.25)];

/// A profile with its name.
struct Case {
    name: &'static str,
    profile: Profile,
}

fn cases() -> [Case; 6] {
    let light = |calls, io, cpu| Profile {
        calls,
        io: Millis(io),
        cpu: Millis(cpu),
        heavy_share: 0.0,
        ..Profile::default()
    };
    let mixed =
        |calls| Profile { heavy_share: 0.05, heavy_cpu: Millis(100.0), ..light(calls, 10.0, 1.0) };
    [
        Case { name: "1 × 50 ms, 0.2 ms CPU", profile: light(1, 50.0, 0.2) },
        Case { name: "1 × 20 ms, 4 ms CPU", profile: light(1, 20.0, 4.0) },
        Case { name: "4 × 20 ms, 4 ms CPU", profile: light(4, 20.0, 4.0) },
        Case { name: "no wait, 20 ms CPU", profile: light(0, 0.0, 20.0) },
        Case { name: "1 × 10 ms, 1 or 100 ms CPU", profile: mixed(1) },
        Case { name: "4 × 10 ms, 1 or 100 ms CPU", profile: mixed(4) },
    ]
}

/// Two runs of the same requests, with the model of each.
struct Row {
    case: &'static str,
    setup: &'static str,
    load: f64,
    runs: [(Measured, Outcome); 2],
}

/// Measures everything and prints it beside the model. What was found is saved
/// after each profile.
pub(super) fn run(runtimes: &[Runtime], save: &dyn Fn(Value) -> Result<()>) -> Result<()> {
    let delay = DelayServer::start()?;
    let mut rows = Vec::new();
    println!("{}", Row::heading());
    for case in cases() {
        for setup in &SETUPS {
            let Some(runtime) = runtimes.iter().find(|it| it.id == setup.runtime) else { continue };
            let mut driven = Driven::new(runtime.start_watched(delay.port, setup)?)?;
            for load in LOADS {
                let row = row(&case, setup, load, &mut driven)?;
                println!("{}", row.line());
                rows.push(row);
            }
        }
        save(rows.iter().map(Row::json).collect())?;
    }
    print_errors(&rows);
    Ok(())
}

fn row(case: &Case, setup: &Setup, load: f64, driven: &mut Driven) -> Result<Row> {
    let profile = case.profile.at(load * 1e3 / case.profile.mean_cpu().0);
    let count = (profile.rps * SECONDS).clamp(FEWEST, MOST) as usize;
    driven.calibrate(&profile)?;
    let run = || -> Result<_> {
        let measured = driven.measure(&profile, count, SEED)?;
        // What the requests really took, should the machine have been slower
        // or faster than when it was calibrated.
        let profile = profile.times(measured.cpu);
        let mut simulation = Simulation::new(&profile, setup.machine, count as u32, SEED);
        let outcome = simulation.finish().expect("nine tenths of the requests count");
        Ok((measured, outcome))
    };
    Ok(Row { case: case.name, setup: setup.name, load, runs: [run()?, run()?] })
}

impl Row {
    fn heading() -> String {
        format!(
            "{:27} {:11} {:>4} {:>5} {:>17} {:>6} {:>17} {:>6} {:>17} {:>6}",
            "profile",
            "server",
            "load",
            "CPU",
            "mean, model",
            "error",
            "P99, model",
            "error",
            "light P99, model",
            "error"
        )
    }

    fn line(&self) -> String {
        let part = |of: fn(&Measured) -> f64, by: fn(&Outcome) -> Millis| {
            let [measured, modelled] = self.means(of, by);
            format!("{measured:8.1} {modelled:8.1} {:+5.0}%", (modelled / measured - 1.0) * 100.0)
        };
        let [cpu, _] = self.means(|it| it.cpu, |it| it.all.mean);
        format!(
            "{:27} {:11} {:3.0}% {cpu:5.2} {} {} {}{}",
            self.case,
            self.setup,
            self.load * 100.0,
            part(|it| it.mean, |it| it.all.mean),
            part(|it| it.p99, |it| it.all.p99),
            part(|it| it.light_p99, light_p99),
            if self.is_repeatable() { "" } else { "  not repeatable" }
        )
    }

    /// Measured and modelled, over both runs.
    fn means(&self, of: fn(&Measured) -> f64, by: fn(&Outcome) -> Millis) -> [f64; 2] {
        let [a, b] = &self.runs;
        [(of(&a.0) + of(&b.0)) / 2.0, (by(&a.1).0 + by(&b.1).0) / 2.0]
    }

    fn is_repeatable(&self) -> bool {
        let differ = |of: fn(&Measured) -> f64| {
            let [a, b] = [of(&self.runs[0].0), of(&self.runs[1].0)];
            f64::max(a, b) / f64::min(a, b) - 1.0
        };
        differ(|it| it.mean) <= REPEATABLE && differ(|it| it.p99) <= REPEATABLE
    }

    /// By how much the model is off, as a part of what was measured.
    fn error(&self, of: fn(&Measured) -> f64, by: fn(&Outcome) -> Millis) -> f64 {
        let [measured, modelled] = self.means(of, by);
        (modelled / measured - 1.0).abs()
    }

    fn json(&self) -> Value {
        let run = |(measured, outcome): &(Measured, Outcome)| {
            json!({
                "cpu": rounded(measured.cpu),
                "mean_ms": rounded(measured.mean),
                "p99_ms": rounded(measured.p99),
                "light_p99_ms": rounded(measured.light_p99),
                "model_mean_ms": rounded(outcome.all.mean.0),
                "model_p99_ms": rounded(outcome.all.p99.0),
                "model_light_p99_ms": rounded(light_p99(outcome).0),
            })
        };
        json!({
            "profile": self.case,
            "server": self.setup,
            "load": self.load,
            "repeatable": self.is_repeatable(),
            "runs": self.runs.iter().map(run).collect::<Vec<_>>(),
        })
    }
}

fn light_p99(outcome: &Outcome) -> Millis {
    outcome.light.map_or(Millis(f64::NAN), |it| it.p99)
}

fn rounded(number: f64) -> f64 {
    (number * 1e3).round() / 1e3
}

/// The median errors, for each server and for all, and of all rows that repeat
/// themselves.
fn print_errors(rows: &[Row]) {
    for (load, mean_bound, p99_bound) in BOUNDS {
        println!("median errors up to {:.0} % load", load * 100.0);
        let within: Vec<&Row> = rows.iter().filter(|it| it.load <= load).collect();
        for setup in &SETUPS {
            let own = within.iter().copied().filter(|it| it.setup == setup.name);
            println!("  {}", Errors::of(&own.collect::<Vec<_>>()).line(setup.name));
        }
        let steady: Vec<&Row> = within.iter().copied().filter(|it| it.is_repeatable()).collect();
        for (name, rows) in [("all", &within), ("repeatable", &steady)] {
            let errors = Errors::of(rows);
            println!(
                "  {}; {} {:.0} % and {:.0} %",
                errors.line(name),
                if errors.are_within(mean_bound, p99_bound) { "within" } else { "NOT within" },
                mean_bound * 100.0,
                p99_bound * 100.0,
            );
        }
    }
}

/// Medians over rows.
struct Errors {
    rows: usize,
    mean: f64,
    p99: f64,
}

impl Errors {
    fn of(rows: &[&Row]) -> Self {
        Errors {
            rows: rows.len(),
            mean: median(rows.iter().map(|it| it.error(|it| it.mean, |it| it.all.mean))),
            p99: median(rows.iter().map(|it| it.error(|it| it.p99, |it| it.all.p99))),
        }
    }

    fn are_within(&self, mean: f64, p99: f64) -> bool {
        self.mean <= mean && self.p99 <= p99
    }

    fn line(&self, name: &str) -> String {
        let Errors { rows, mean, p99 } = self;
        format!("{name:12} {rows:4} rows: mean {:5.1} %, P99 {:5.1} %", mean * 100.0, p99 * 100.0)
    }
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
