//! Closed formulas: instant previews, and what the simulation is tested
//! against.

use crate::machine::Machine;
use crate::profile::Profile;
use crate::time::Millis;

/// Customers of a queue: how many come in a millisecond, and what is known of
/// their service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// Arrivals per millisecond.
    pub rate: f64,
    /// Mean service, in milliseconds.
    pub mean: f64,
    /// Mean of the squared service, in square milliseconds.
    pub square: f64,
}

impl Demand {
    /// How much of `cores` cores is busy on average; 1 and more cannot last.
    pub fn utilisation(&self, cores: u32) -> f64 {
        self.rate * self.mean / f64::from(cores)
    }
}

/// Mean wait in a queue before one server, first come, first served:
///
/// > W = λ E\[S²\] / (2 (1 − ρ))
///
/// Pollaczek (1930), *Über eine Aufgabe der Wahrscheinlichkeitstheorie*,
/// Mathematische Zeitschrift 32; Khinchine (1932). `None` where ρ ≥ 1.
pub fn pollaczek_khinchine(demand: Demand) -> Option<Millis> {
    let load = demand.utilisation(1);
    (load < 1.0).then(|| Millis(demand.rate * demand.square / (2.0 * (1.0 - load))))
}

/// The share of customers that find all of `cores` cores busy, when services
/// are exponential (Erlang 1917), by his recursion for the loss system:
///
/// > B(0) = 1, B(c) = a B(c−1) / (c + a B(c−1)), C = B / (1 − ρ (1 − B))
///
/// with `a` the offered load and ρ = a / c.
pub fn erlang_c(cores: u32, offered: f64) -> f64 {
    let load = offered / f64::from(cores);
    if load >= 1.0 {
        return 1.0;
    }
    let blocked =
        (1..=cores).fold(1.0, |blocked, c| offered * blocked / (f64::from(c) + offered * blocked));
    blocked / (1.0 - load * (1.0 - blocked))
}

/// Mean wait in one queue before several cores, first come, first served: what
/// exponential services would give, times (1 + cv²) / 2 (Lee and Longton 1959,
/// *Queueing processes associated with airline passenger check-in*,
/// Operational Research Quarterly 10). Exact on one core. `None` where ρ ≥ 1.
pub fn shared_queue(demand: Demand, cores: u32) -> Option<Millis> {
    let load = demand.utilisation(cores);
    if load >= 1.0 {
        return None;
    }
    let exponential = erlang_c(cores, demand.rate * demand.mean) * demand.mean
        / (f64::from(cores) * (1.0 - load));
    Some(Millis(exponential * demand.square / (2.0 * demand.mean * demand.mean)))
}

/// Mean time in one queue before several cores that all share alike
/// (processor sharing), for a service of `service`, whatever the distribution
/// of services:
///
/// > T = S (1 + C / (c (1 − ρ)))
///
/// On one core S / (1 − ρ): Kleinrock (1967), *Time-shared systems: a
/// theoretical treatment*, Journal of the ACM 14. `None` where ρ ≥ 1.
pub fn processor_sharing(demand: Demand, cores: u32, service: Millis) -> Option<Millis> {
    let load = demand.utilisation(cores);
    if load >= 1.0 {
        return None;
    }
    let others = erlang_c(cores, demand.rate * demand.mean) / (f64::from(cores) * (1.0 - load));
    Some(Millis(service.0 * (1.0 + others)))
}

/// How long an interrupted visit computes in one go, for the formulas.
const SLICE: Millis = Millis(20.0);

/// Mean time of a request, all kinds together, at once and approximately: each
/// visit is taken for a customer of its own that comes at random, and so is
/// each time slice. `None` where the machine cannot keep up.
pub fn mean(profile: &Profile, machine: Machine) -> Option<Millis> {
    let (queue, cores) = match machine {
        Machine::Loops { loops, cores, .. } if loops <= cores => {
            (visits(&profile.at(profile.rps / f64::from(loops)), None), 1)
        }
        // Loops that share cores waste none.
        Machine::Loops { cores, .. } => (visits(profile, None), cores),
        Machine::Shared { cores, slice } => (visits(profile, slice), cores),
        Machine::Workers { cores } => (visits(profile, Some(SLICE)), cores),
    };
    let wait = shared_queue(queue.demand, cores)?;
    Some(Millis(profile.all_io().0 + profile.mean_cpu().0 + queue.per_request * wait.0))
}

/// A profile as a queue sees it.
struct Visits {
    demand: Demand,
    /// How often a request queues, on average.
    per_request: f64,
}

/// Every visit, or every slice of a visit, is a customer.
fn visits(profile: &Profile, slice: Option<Millis>) -> Visits {
    let kinds =
        [(1.0 - profile.heavy_share, profile.cpu), (profile.heavy_share, profile.heavy_cpu)];
    let (mut count, mut time, mut square) = (0.0, 0.0, 0.0);
    for (share, cpu) in kinds {
        let visit = cpu.0 / f64::from(profile.visits());
        let whole = slice.map_or(0.0, |slice| (visit / slice.0).floor());
        let rest = visit - slice.map_or(0.0, |slice| whole * slice.0);
        let each = share * f64::from(profile.visits());
        count += each * (whole + if rest > 0.0 { 1.0 } else { 0.0 });
        time += each * visit;
        square += each * (slice.map_or(0.0, |slice| whole * slice.0 * slice.0) + rest * rest);
    }
    let rate = profile.rps / 1e3 * count;
    Visits {
        demand: Demand { rate, mean: time / count, square: square / count },
        per_request: count,
    }
}
