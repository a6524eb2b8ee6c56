//! How weights would have to move.

use dataset::{Alternative, Dataset, Id, Table};

use super::replay::{Stand, distance, replay_draft};
use crate::decision::{Decision, Edit, Importance};
use crate::engine::analysis::Situation;
use crate::engine::assess::Hearing;
use crate::engine::crossing::{flip_weight, moved, nearest_tie};
use crate::report::{FlipWeight, ImportanceTip, NearestTie};
use crate::words;

/// The criteria that are moved together at most.
const MOST_TOGETHER: usize = 6;

/// The leader at the weights in the middle and at the best readings, and its
/// lead over each rival of another family by criterion. Who leads inside a
/// family does not turn a verdict.
pub(super) struct Leads {
    criteria: Vec<Id>,
    weights: Vec<f64>,
    leader: Id,
    rivals: Vec<(Id, Vec<f64>)>,
}

impl Leads {
    /// `None` when there are no two families to compare.
    pub(super) fn of(dataset: &Dataset, decision: &Decision) -> Option<Self> {
        let situation = Situation::new(dataset, decision, Hearing::All);
        let weights = situation.fitting_weights().middle();
        let utility = |place: usize| -> Vec<f64> {
            situation.criteria.iter().map(|it| it.assessments[place].utilities[1]).collect()
        };
        let value = |utilities: &[f64]| -> f64 {
            weights.iter().zip(utilities).map(|(weight, u)| weight * u).sum()
        };
        let options: Vec<(&Alternative, Vec<f64>)> = situation
            .open()
            .into_iter()
            .map(|place| (situation.options[place].option, utility(place)))
            .collect();
        let (leader, own) = options
            .iter()
            .reduce(|best, next| if value(&next.1) > value(&best.1) { next } else { best })?;
        let lead = |theirs: &[f64]| own.iter().zip(theirs).map(|(own, it)| own - it).collect();
        let rivals: Vec<(Id, Vec<f64>)> = options
            .iter()
            .filter(|(option, _)| family(option) != family(leader))
            .map(|(option, utilities)| (option.id, lead(utilities)))
            .collect();
        let criteria = situation.criteria.iter().map(|it| it.criterion.id).collect();
        let leader = leader.id;
        (!rivals.is_empty()).then_some(Leads { criteria, weights, leader, rivals })
    }

    /// For each criterion the nearest weight at which another option leads.
    pub(super) fn flip_weights(&self) -> Vec<FlipWeight> {
        let nearest = |c: usize| {
            let far = |at: f64| (at - self.weights[c]).abs();
            let crossings = self
                .rivals
                .iter()
                .filter_map(|(rival, d)| Some((*rival, flip_weight(&self.weights, d, c)?)));
            crossings.reduce(|best, next| if far(next.1) < far(best.1) { next } else { best })
        };
        let flip = |(c, id): (usize, &Id)| {
            let found = nearest(c);
            FlipWeight {
                criterion: *id,
                weight: self.weights[c],
                flips_at: found.map(|(_, at)| at),
                to: found.map(|(rival, _)| rival),
            }
        };
        self.criteria.iter().enumerate().map(flip).collect()
    }

    /// The nearest weights at which another option leads.
    pub(super) fn nearest_tie(&self) -> Option<NearestTie> {
        let square = |to: &[f64]| -> f64 {
            self.weights.iter().zip(to).map(|(a, b)| (a - b) * (a - b)).sum()
        };
        let ties = self
            .rivals
            .iter()
            .filter_map(|(rival, d)| Some((*rival, nearest_tie(&self.weights, d)?)));
        let (to, weights) =
            ties.reduce(|best, next| if square(&next.1) < square(&best.1) { next } else { best })?;
        Some(NearestTie {
            from: self.leader,
            to,
            distance: moved(&self.weights, &weights),
            weights: self.criteria.iter().copied().zip(weights).collect(),
        })
    }
}

fn family(option: &Alternative) -> &Id {
    option.family.as_ref().unwrap_or(&option.id)
}

/// What the importances are tried against.
pub(super) struct Now<'a> {
    pub(super) stand: &'a Stand,
    pub(super) shares: &'a Table<f64>,
}

/// The nearest importance of one criterion that turns the verdict. Shares move
/// one way with it, so the ends tell whether there is one.
pub(super) fn importance_tip(
    dataset: &Dataset,
    decision: &Decision,
    now: &Now,
    criterion: Id,
) -> Option<ImportanceTip> {
    let attempt = |level: u8| {
        let importance = [(criterion, Importance::new(level)?)].into_iter().collect();
        tip(dataset, decision, now, importance)
    };
    let found = [[3, 4], [1, 0]].into_iter().filter_map(|[near, far]| {
        let end = attempt(far)?;
        Some(attempt(near).unwrap_or(end))
    });
    found.reduce(|best, next| if next.distance < best.distance { next } else { best })
}

/// The fewest criteria whose importances, set together, turn the verdict: those
/// that move most on the way to the nearest tie, one after the other.
pub(super) fn joint_tip(
    dataset: &Dataset,
    decision: &Decision,
    now: &Now,
    leads: &Leads,
) -> Option<ImportanceTip> {
    let tie = leads.nearest_tie()?;
    let mut moves: Vec<(Id, f64)> = leads
        .criteria
        .iter()
        .zip(&leads.weights)
        .map(|(id, weight)| (*id, tie.weights.get(id).copied().unwrap_or(0.0) - weight))
        .collect();
    smaa::sort_by(&mut moves, |a, b| b.1.abs().total_cmp(&a.1.abs()));
    let mut together: Table<Importance> = Table::default();
    for (id, by) in moves.into_iter().take(MOST_TOGETHER) {
        together.insert(id, Importance::new(if by > 0.0 { 3 } else { 1 })?);
        if together.len() > 1
            && let Some(tip) = tip(dataset, decision, now, together.clone())
        {
            return Some(tip);
        }
    }
    None
}

fn tip(
    dataset: &Dataset,
    decision: &Decision,
    now: &Now,
    importance: Table<Importance>,
) -> Option<ImportanceTip> {
    let changed = decision.clone().edit(dataset, Edit::WeighAll(importance.clone()));
    if changed == *decision {
        return None;
    }
    let replayed = replay_draft(dataset, &changed, Hearing::All, now.stand);
    if replayed.stand == *now.stand {
        return None;
    }
    let named: Vec<(&str, Importance)> = importance
        .iter()
        .filter_map(|(id, level)| Some((dataset.criterion(&id)?.name.as_str(), *level)))
        .collect();
    let names = super::names(dataset, &replayed.options);
    Some(ImportanceTip {
        sentence: words::importance_tip(&named, replayed.kind, &names),
        distance: distance(now.shares, &replayed.shares),
        kind: replayed.kind,
        options: replayed.options,
        importance,
    })
}
