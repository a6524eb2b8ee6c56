//! Options that meet a load alike are predicted once.

use dataset::{Dataset, Id};
use workload::{Candidate, Curve, Predictor, Profile, REQUESTS, Scheduler, Sweep};

use super::{Load, SEED, contenders};

/// Options of one scheduler and one factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// The options, in the order of the dataset.
    pub options: Vec<Id>,
    /// Who computes next.
    pub scheduler: Scheduler,
    /// The load as they meet it.
    pub profile: Profile,
}

/// Requests behind each point of a curve.
const CURVE_REQUESTS: u32 = 100_000;
/// Where a curve has simulated points, in parts of what can be done.
const CURVE_LOADS: [f64; 8] = [0.1, 0.25, 0.4, 0.55, 0.65, 0.75, 0.82, 0.87];

/// The teams under a load.
pub fn teams(dataset: &Dataset, load: &Load) -> Vec<Team> {
    let mut teams: Vec<Team> = Vec::new();
    for contender in contenders(dataset) {
        let profile = contender.profile(&load.profile, &load.factors);
        let alike = teams
            .iter_mut()
            .find(|it| it.scheduler == contender.scheduler && it.profile == profile);
        match alike {
            Some(team) => team.options.push(contender.option.id),
            None => teams.push(Team {
                options: vec![contender.option.id],
                scheduler: contender.scheduler,
                profile,
            }),
        }
    }
    teams
}

impl Team {
    /// Latency against load, from formulas.
    pub fn curve(&self) -> Curve {
        Curve { profile: self.profile, scheduler: self.scheduler }
    }

    /// A prediction at the load, in the making.
    pub fn predictor(&self) -> Predictor {
        Predictor::new(&self.profile, self.scheduler, REQUESTS, SEED)
    }

    /// Points of the curve, in the making.
    pub fn sweep(&self) -> Sweep {
        let collapse = self.curve().collapse();
        let loads = CURVE_LOADS.map(|part| part * collapse);
        Sweep::new(self.curve(), &loads, CURVE_REQUESTS, SEED)
    }

    /// The same with what is to be expected.
    pub fn candidate(&self, predictor: &Predictor) -> Candidate {
        let prediction = predictor.prediction();
        Candidate { scheduler: self.scheduler, profile: self.profile, prediction }
    }
}
