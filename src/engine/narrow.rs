//! Answers narrow the set of weights.

use dataset::{Criterion, StatedWeights, Table};
use smaa::{RawWeight, Weights};

use crate::decision::{Decision, Importance};
use crate::report::Push;

use super::require::Ticked;

/// What one point of importance adds to a criterion's weight in any case,
/// where the free mass shared by all criteria is 1. With 20 criteria the free
/// mass gives each 0.05 on average, so one point makes a criterion weigh about
/// three times as much as one of which nothing was said.
pub const POINT: f64 = 0.10;

/// How much one criterion matters, and why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Importances {
    pub(super) points: i32,
    pub(super) because: Vec<Push>,
    pub(super) by_hand: Option<Importance>,
}

/// Adds up what the answers say of a criterion. Sums do not know an order, so
/// the order of answering cannot matter.
pub(super) fn importance(
    decision: &Decision,
    ticked: &[Ticked],
    criterion: &Criterion,
) -> Importances {
    let mut because = Vec::new();
    for (question, choice) in ticked {
        for weigh in choice.weighs.iter().filter(|it| it.criterion == criterion.id) {
            because.push(Push { question: question.id, choice: choice.id, points: weigh.points });
        }
    }
    Importances {
        points: because.iter().map(|push: &Push| i32::from(push.points)).sum(),
        because,
        by_hand: decision.importance.get(&criterion.id).copied(),
    }
}

impl Importances {
    /// The weights that fit. Rises with the points, and with the importance
    /// set by hand.
    pub(super) fn weight(&self) -> RawWeight {
        match self.by_hand.map(Importance::level) {
            Some(0) => RawWeight { floor: 0.0, free: 0.0 },
            Some(1) => weight_of(-2),
            Some(2) => weight_of(1),
            Some(3) => weight_of(4),
            Some(_) => weight_of(10),
            None => weight_of(self.points),
        }
    }
}

/// Points above zero put a floor under the weight; points below zero halve,
/// again and again, what the criterion can get of the free mass.
fn weight_of(points: i32) -> RawWeight {
    if points >= 0 {
        RawWeight { floor: POINT * f64::from(points), free: 1.0 }
    } else {
        RawWeight { floor: 0.0, free: 1.0 / f64::from(1u32 << points.unsigned_abs().min(16)) }
    }
}

/// The weights that a dataset states itself, for the criteria `asked` out of
/// `all`. Bounds speak of weights that sum to one over all criteria, so a part
/// of them gets the middle of what fits.
pub(super) fn stated_weights(stated: &StatedWeights, all: &[&str], asked: &[&str]) -> Weights {
    let of = |weights: &Table<f64>| {
        asked.iter().map(|&id| weights.get(id).copied().unwrap_or(0.0)).collect()
    };
    match stated {
        StatedWeights::Free => Weights::Raw(vec![RawWeight::FREE; asked.len()]),
        StatedWeights::Fixed(weights) | StatedWeights::Swing(weights) => {
            Weights::Fixed(of(weights))
        }
        StatedWeights::Ordinal(classes) => {
            let class = |id: &str| classes.iter().position(|class| class.iter().any(|it| it == id));
            let last = classes.len();
            Weights::Ranked(asked.iter().map(|&id| class(id).unwrap_or(last)).collect())
        }
        StatedWeights::Bounded(bounds) => {
            let bound = |id: &&str| bounds.get(id).map_or([0.0, 1.0], |it| [it.low, it.high]);
            let bounded = Weights::Bounded(all.iter().map(bound).collect());
            if all.len() == asked.len() {
                return bounded;
            }
            let middle = all.iter().zip(bounded.middle());
            let middle = middle.filter(|(id, _)| asked.contains(id)).map(|(_, weight)| weight);
            Weights::Fixed(middle.collect())
        }
    }
}
