//! What predictions come to, in kinds and numbers, from which others make
//! sentences.

use crate::prediction::Prediction;
use crate::profile::Profile;
use crate::scheduler::Scheduler;
use crate::simulation::Outcome;
use crate::time::Millis;

/// Means that are less than this apart, as a part of the smaller one, count as
/// alike: as far as the model has been off from measurements.
pub const MEANS_ALIKE: f64 = 0.1;

/// The same for P99.
pub const P99S_ALIKE: f64 = 0.2;

/// One of several that meet the same load.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Who computes next there.
    pub scheduler: Scheduler,
    /// The load, in this candidate's CPU times.
    pub profile: Profile,
    /// What is to be expected.
    pub prediction: Prediction,
}

/// What is to be said of the candidates, which are named by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// More is asked than it can do.
    Saturated {
        /// Who.
        who: usize,
        /// Requests per second that are asked.
        rps: f64,
        /// Requests per second that it can do.
        capacity: f64,
    },
    /// It can do what is asked, but so narrowly that no digits hold.
    Strained {
        /// Who.
        who: usize,
        /// How much of what it can do is asked.
        utilisation: f64,
    },
    /// Of those that keep up, the quickest and the slowest are so close that
    /// the difference is no reason.
    Alike {
        /// Between their means.
        difference: Millis,
        /// The smaller mean.
        of: Millis,
    },
    /// They are not.
    Apart {
        /// Where they are further apart: the quicker one,
        quicker: usize,
        /// the slower one,
        slower: usize,
        /// and what is compared,
        measure: Measure,
        /// for the quicker one,
        low: Millis,
        /// and for the slower one.
        high: Millis,
    },
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The mean of all requests.
    Mean,
    /// What 99 of 100 requests do not exceed.
    P99,
}

/// Three things that measurements of real servers show, each where it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Taking turns keeps light requests from waiting for heavy ones.
    TurnsHelpTheLight,
    /// Where all requests compute alike, taking turns only makes all of them
    /// end later.
    TurnsHurtTheUniform,
    /// Requests that mostly wait for calls take equally long everywhere.
    WaitingMakesAlike,
}

/// The findings: first who cannot keep up, then how the others compare.
pub fn findings(candidates: &[Candidate]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (who, it) in candidates.iter().enumerate() {
        let Prediction { utilisation, .. } = it.prediction;
        if utilisation >= 1.0 {
            let capacity = it.scheduler.capacity(&it.profile);
            found.push(Finding::Saturated { who, rps: it.profile.rps, capacity });
        } else if !it.prediction.is_stable() {
            found.push(Finding::Strained { who, utilisation });
        }
    }
    found.extend(comparison(candidates));
    found
}

/// How those compare that keep up; `None` if there are fewer than two.
fn comparison(candidates: &[Candidate]) -> Option<Finding> {
    let [mean, p99] = [Measure::Mean, Measure::P99].map(|measure| {
        let steady = candidates
            .iter()
            .enumerate()
            .filter_map(|(who, it)| Some((who, measure.of(&it.prediction.outcome?))));
        Ends::of(steady, measure)
    });
    let (mean, p99) = (mean?, p99?);
    let is_alike = mean.distance() <= MEANS_ALIKE && p99.distance() <= P99S_ALIKE;
    if is_alike {
        return Some(Finding::Alike { difference: Millis(mean.high.0 - mean.low.0), of: mean.low });
    }
    let further = if p99.distance() > mean.distance() { p99 } else { mean };
    let Ends { quicker, slower, measure, low, high } = further;
    Some(Finding::Apart { quicker, slower, measure, low, high })
}

/// The quickest and the slowest.
#[derive(Clone, Copy)]
struct Ends {
    quicker: usize,
    slower: usize,
    measure: Measure,
    low: Millis,
    high: Millis,
}

impl Ends {
    /// `None` of fewer than two.
    fn of(times: impl Iterator<Item = (usize, Millis)>, measure: Measure) -> Option<Ends> {
        let mut times: Vec<(usize, Millis)> = times.collect();
        times.sort_by(|a, b| a.1.0.total_cmp(&b.1.0));
        let [(quicker, low), .., (slower, high)] = times[..] else { return None };
        Some(Ends { quicker, slower, measure, low, high })
    }

    fn distance(self) -> f64 {
        self.high.0 / self.low.0 - 1.0
    }
}

impl Measure {
    fn of(self, outcome: &Outcome) -> Millis {
        match self {
            Measure::Mean => outcome.all.mean,
            Measure::P99 => outcome.all.p99,
        }
    }
}

/// Which of the plain facts show in these predictions.
pub fn facts(candidates: &[Candidate]) -> Vec<Fact> {
    let mut facts = Vec::new();
    let of = |scheduler| candidates.iter().find(|it| it.scheduler == scheduler);
    if let (Some(turns), Some(event_loop)) = (of(Scheduler::RoundRobin), of(Scheduler::EventLoop)) {
        if helps_the_light(turns, event_loop) {
            facts.push(Fact::TurnsHelpTheLight);
        }
        if hurts_the_uniform(turns, event_loop) {
            facts.push(Fact::TurnsHurtTheUniform);
        }
    }
    if let Some(Finding::Alike { .. }) = comparison(candidates)
        && candidates.iter().all(|it| it.profile.all_io() > it.profile.mean_cpu())
    {
        facts.push(Fact::WaitingMakesAlike);
    }
    facts
}

fn helps_the_light(turns: &Candidate, event_loop: &Candidate) -> bool {
    let light = |it: &Candidate| Some(it.prediction.outcome?.light?.p99.0);
    let is_quicker = match (light(turns), light(event_loop)) {
        (Some(turns), Some(event_loop)) => turns * (1.0 + P99S_ALIKE) < event_loop,
        // A loop that chokes on heavy requests makes light ones wait without end.
        (Some(_), None) => true,
        _ => false,
    };
    turns.profile.is_mixed() && is_quicker
}

fn hurts_the_uniform(turns: &Candidate, event_loop: &Candidate) -> bool {
    let mean = |it: &Candidate| it.prediction.outcome.map(|it| it.all.mean.0);
    let is_slower = match (mean(turns), mean(event_loop)) {
        (Some(turns), Some(event_loop)) => turns > event_loop * (1.0 + MEANS_ALIKE),
        _ => false,
    };
    !turns.profile.is_mixed()
        && turns.profile.mean_cpu() == event_loop.profile.mean_cpu()
        && is_slower
}
