//! How weights would have to move.

use dataset::{Alternative, Dataset, Id, Table};

use crate::decision::{Decision, Importance};
use crate::engine::analysis::Situation;
use crate::engine::crossing::{flip_weight, moved, nearest_tie};
use crate::report::{FlipWeight, NearestTie, Prospects};

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
        let situation = Situation::new(dataset, decision);
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

/// Which way an importance is moved. Shares move one way with it, so the end
/// tells whether anything on the way turns the verdict.
#[derive(Clone, Copy, Debug)]
pub(super) enum Direction {
    Up,
    Down,
}

impl Direction {
    pub(super) const BOTH: [Direction; 2] = [Direction::Up, Direction::Down];

    /// The importance at the end.
    pub(super) fn far(self) -> Option<Importance> {
        Importance::new(match self {
            Direction::Up => 4,
            Direction::Down => 0,
        })
    }

    /// The one before the end.
    pub(super) fn near(self) -> Option<Importance> {
        Importance::new(match self {
            Direction::Up => 3,
            Direction::Down => 1,
        })
    }
}

/// The importances of the `count` criteria that move most on the way to the
/// nearest tie; `None` where that would be too many to take in.
pub(super) fn together(found: &Prospects, count: usize) -> Option<Table<Importance>> {
    let tie = found.nearest_tie.as_ref()?;
    let by = |it: &FlipWeight| tie.weights.get(&it.criterion).copied().unwrap_or(0.0) - it.weight;
    let mut moves: Vec<(Id, f64)> =
        found.flip_weights.iter().map(|it| (it.criterion, by(it))).collect();
    if count > moves.len().min(MOST_TOGETHER) {
        return None;
    }
    smaa::sort_by(&mut moves, |a, b| b.1.abs().total_cmp(&a.1.abs()));
    let direction = |by: f64| if by > 0.0 { Direction::Up } else { Direction::Down };
    moves.into_iter().take(count).map(|(id, by)| Some((id, direction(by).near()?))).collect()
}
