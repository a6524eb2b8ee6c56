//! Predictions for all options, as plain data. `cargo xtask lab` prints this.

use dataset::{Dataset, Id};
use serde::Serialize;
use workload::{Millis, Outcome, Prediction, Profile, REQUESTS, Times};

use super::{Contender, Factors, ProfileFile, SEED, contenders, not_modelled};
use crate::report::DatasetName;
use crate::words;

/// What is to be expected of every option under a load.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LabReport {
    /// Which comparison names the schedulers.
    pub dataset: DatasetName,
    /// The load, with the defaults filled in.
    pub profile: ProfileFile,
    /// Requests that were simulated for each option.
    pub requests: u32,
    /// Where their chance comes from.
    pub seed: u64,
    /// The options that have a scheduler, in the order of the dataset.
    pub options: Vec<OptionPrediction>,
    /// The others.
    pub not_modelled: Vec<NotModelled>,
}

/// What is to be expected of one option. Times are in milliseconds, and absent
/// where no digits can be given.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionPrediction {
    /// The option.
    pub id: Id,
    /// How much CPU time its runtime takes for the same work.
    pub runtime_factor: f64,
    /// How much of what it can do is asked of it; 1 and more cannot last.
    pub utilisation: f64,
    /// Requests per second at which that is 1.
    pub capacity_rps: f64,
    /// The same by core that it can use.
    pub capacity_rps_per_core: f64,
    /// Whether digits mean anything.
    pub stable: bool,
    /// `simulated`, or `none` where it is not stable.
    pub method: &'static str,
    /// Why there are no digits.
    pub note: Option<String>,
    /// The times.
    #[serde(flatten)]
    pub times: TimesReport,
    /// Standard error of the mean.
    pub mean_error_ms: Option<f64>,
    /// Standard error of the P99.
    pub p99_error_ms: Option<f64>,
    /// Waiting for a CPU, on average.
    pub waiting_ms: Option<f64>,
    /// Computing, on average.
    pub cpu_ms: Option<f64>,
    /// Waiting for calls, on average.
    pub io_ms: Option<f64>,
    /// Where requests are dealt to several loops: the same when the busiest
    /// gets a fifth more than its share.
    pub uneven: Option<TimesReport>,
}

/// How long requests take, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimesReport {
    /// The mean of all requests.
    pub mean_ms: Option<f64>,
    /// Half of all take at most this.
    pub p50_ms: Option<f64>,
    /// Nine of ten take at most this.
    pub p90_ms: Option<f64>,
    /// 99 of 100 take at most this.
    pub p99_ms: Option<f64>,
    /// 99 of 100 light ones; absent if there are none.
    pub light_p99_ms: Option<f64>,
    /// 99 of 100 heavy ones; absent if there are none.
    pub heavy_p99_ms: Option<f64>,
}

/// An option that the model does not speak of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NotModelled {
    /// The option.
    pub id: Id,
    /// Why.
    pub because: String,
}

impl LabReport {
    /// Simulates all options, one after the other.
    pub fn new(dataset: &Dataset, profile: &Profile, factors: &Factors) -> Self {
        let predicted = |it: Contender| {
            let mut predictor = it.predictor(profile, factors);
            while !predictor.run(u64::MAX).is_complete() {}
            OptionPrediction::new(&it, profile, factors, &predictor.prediction())
        };
        let without = not_modelled(dataset);
        LabReport {
            dataset: DatasetName { id: dataset.id, version: dataset.version },
            profile: ProfileFile::new(profile, factors),
            requests: REQUESTS,
            seed: SEED,
            options: contenders(dataset).map(predicted).collect(),
            not_modelled: without
                .map(|it| NotModelled { id: it.id, because: words::no_scheduler(&it.name) })
                .collect(),
        }
    }
}

impl OptionPrediction {
    fn new(
        contender: &Contender,
        profile: &Profile,
        factors: &Factors,
        prediction: &Prediction,
    ) -> Self {
        let capacity = contender.scheduler.capacity(&contender.profile(profile, factors));
        let cores = contender.scheduler.usable_cores(profile);
        let outcome = prediction.outcome;
        let part = |of: fn(&Times) -> Millis| outcome.map(|it| rounded(of(&it.all)));
        let is_stable = prediction.is_stable();
        OptionPrediction {
            id: contender.option.id,
            runtime_factor: factors.of(&contender.option.id),
            utilisation: thousandths(prediction.utilisation),
            capacity_rps: thousandths(capacity),
            capacity_rps_per_core: thousandths(capacity / f64::from(cores)),
            stable: is_stable,
            method: if is_stable { "simulated" } else { "none" },
            note: (!is_stable).then(|| words::no_digits(prediction.utilisation)),
            times: outcome.as_ref().map(TimesReport::new).unwrap_or_default(),
            mean_error_ms: outcome.and_then(|it| it.mean_error).map(rounded),
            p99_error_ms: outcome.and_then(|it| it.p99_error).map(rounded),
            waiting_ms: part(|it| it.waiting),
            cpu_ms: part(|it| it.cpu),
            io_ms: part(|it| it.io),
            uneven: prediction.uneven.as_ref().map(TimesReport::new),
        }
    }
}

impl TimesReport {
    fn new(outcome: &Outcome) -> Self {
        let Outcome { all, light, heavy, .. } = outcome;
        let p99 = |it: &Option<Times>| it.map(|it| rounded(it.p99));
        TimesReport {
            mean_ms: Some(rounded(all.mean)),
            p50_ms: Some(rounded(all.p50)),
            p90_ms: Some(rounded(all.p90)),
            p99_ms: Some(rounded(all.p99)),
            light_p99_ms: p99(light),
            heavy_p99_ms: p99(heavy),
        }
    }
}

/// To the microsecond: what is beyond is noise.
fn rounded(time: Millis) -> f64 {
    thousandths(time.0)
}

fn thousandths(number: f64) -> f64 {
    (number * 1e3).round() / 1e3
}
