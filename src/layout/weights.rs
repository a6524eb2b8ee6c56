//! How far weights are from where the leader changes.

use dataset::Id;
use smaa::sort_by;

use super::Place;
use crate::report::{CriterionReport, FlipWeight, NearestTie, Report};

/// Criteria that are named at most on either side of a move.
const NAMED: usize = 3;
/// A weight that moves less is not worth a word.
const WORTH_A_WORD: f64 = 0.005;

/// A criterion's weight and where the leader changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The criterion.
    pub criterion: Id,
    /// The option that takes the lead.
    pub to: Id,
    /// The weight now and at the change, 0 to 1.
    pub weights: [f64; 2],
    /// The same as places on an axis from no weight to all.
    pub places: [Place; 2],
}

/// All criteria, the weightiest first; those of equal weight in the order of
/// the comparison.
pub fn by_weight(report: &Report) -> Vec<&CriterionReport> {
    let mut criteria: Vec<_> = report.criteria.iter().collect();
    sort_by(&mut criteria, |a, b| b.weight.total_cmp(&a.weight));
    criteria
}

/// The criteria that can change the leader, the nearest first.
pub fn flips(flips: &[FlipWeight]) -> Vec<Flip> {
    let mut found: Vec<Flip> = flips
        .iter()
        .filter_map(|it| {
            let weights = [it.weight, it.flips_at?];
            let places = weights.map(|weight| Place::along(weight, 0.0, 1.0));
            Some(Flip { criterion: it.criterion, to: it.to?, weights, places })
        })
        .collect();
    sort_by(&mut found, |a, b| way(a).total_cmp(&way(b)));
    found
}

fn way(flip: &Flip) -> f64 {
    (flip.weights[1] - flip.weights[0]).abs()
}

/// The criteria that gain most weight on the way to a tie, and those that lose
/// most; each list begins with the longest way.
pub fn moves(report: &Report, tie: &NearestTie) -> [Vec<Id>; 2] {
    let by = |(id, weight): (Id, &f64)| {
        (id, weight - report.criterion(&id).map_or(0.0, |now| now.weight))
    };
    let mut moves: Vec<(Id, f64)> = tie.weights.iter().map(by).collect();
    sort_by(&mut moves, |a, b| b.1.abs().total_cmp(&a.1.abs()));
    [1.0, -1.0].map(|side| {
        let worth = moves.iter().filter(|(_, by)| by * side >= WORTH_A_WORD);
        worth.map(|(id, _)| *id).take(NAMED).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::flips;
    use crate::report::FlipWeight;

    #[test]
    fn the_nearest_change_comes_first_and_what_changes_nothing_not_at_all() {
        let of = |id: &'static str, flips_at: Option<f64>| FlipWeight {
            criterion: id.into(),
            weight: 0.1,
            flips_at,
            to: flips_at.map(|_| "b".into()),
        };
        let drawn = flips(&[of("far", Some(0.9)), of("never", None), of("near", Some(0.05))]);
        let ids: Vec<&str> = drawn.iter().map(|it| it.criterion.as_str()).collect();
        assert_eq!(ids, ["near", "far"]);
        assert_eq!(drawn[1].places.map(|it| it.to_string()), ["10%", "90%"]);
    }
}
