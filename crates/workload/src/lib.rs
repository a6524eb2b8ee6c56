//! How long requests take: a workload model.
//!
//! A [`Profile`] says what a request does and how many come; a [`Scheduler`]
//! says who computes next. [`preview`] answers at once, from formulas;
//! [`Predictor`] simulates, in slices that the caller chooses.
//!
//! The crate knows queues and schedulers, and no option of any comparison. The
//! same profile gives the same bits on every machine: times are integers, and
//! chance comes from additions, multiplications, divisions and integer
//! arithmetic. `docs/workload.md` has the model and how it compares with real
//! servers.

#![forbid(unsafe_code)]

mod profile;
mod scheduler;
mod time;

mod finding;
mod prediction;
mod sweep;
mod trace;

mod machine;
mod simulation;
pub mod theory;

mod histogram;
mod random;

pub use finding::{Candidate, Fact, Finding, MEANS_ALIKE, Measure, P99S_ALIKE, facts, findings};
pub use machine::{Machine, Split, UNEVEN};
pub use prediction::{Prediction, Predictor, REQUESTS, STEADY, is_steady, predict, preview};
pub use profile::{FACTOR, OutOfRange, Profile, check_factor};
pub use scheduler::Scheduler;
pub use simulation::{Arrival, Law, Moment, Outcome, Progress, Simulation, Times, What, arrivals};
pub use sweep::{Curve, Point, Sweep};
pub use time::{Millis, Nanos};
pub use trace::trace;
