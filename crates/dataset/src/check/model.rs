//! Measures, distributions and stated weights.

use std::collections::BTreeSet;

use super::Checker;
use crate::{Id, Interval, Measure, StatedWeights, Table};

impl Checker<'_> {
    pub(super) fn measure(&mut self, path: &str, measure: &Measure) {
        let path = format!("{path}.utility");
        let points = &measure.utility;
        if points.len() < 2 {
            self.report(path, "Utility needs at least two points [value, utility]. Add them.");
            return;
        }
        let finite = points.iter().all(|(value, utility)| value.is_finite() && utility.is_finite());
        if !finite || points.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
            self.report(&path, "Sort the points by value, each value once.");
        }
        if points.iter().any(|(_, utility)| !(0.0..=1.0).contains(utility)) {
            self.report(&path, "A utility leaves the range. Stay within 0 and 1.");
        }
        let steps = || points.windows(2).map(|pair| pair[1].1 - pair[0].1);
        if steps().any(|step| step > 0.0) && steps().any(|step| step < 0.0) {
            self.report(&path, "Utility rises and falls. Let it do only one of the two.");
        }
    }

    pub(super) fn normal_claims_stand_alone(&mut self) {
        for (i, claim) in self.dataset.claims.iter().enumerate() {
            let Some(deviation) = claim.deviation else { continue };
            let path = format!("claims[{i}].deviation");
            if !(deviation.is_finite() && deviation > 0.0) {
                self.report(
                    &path,
                    format!("{deviation} is no standard deviation. Use more than 0."),
                );
            }
            if claim.level.low != claim.level.high {
                self.report(&path, "A normal distribution has one mean. Give `level` one number.");
            }
            let rivals = self.dataset.claims.iter().filter(|other| {
                other.id != claim.id
                    && other.criterion == claim.criterion
                    && other.options.iter().any(|option| claim.options.contains(option))
            });
            if let Some(rival) = rivals.map(|it| it.id).next() {
                self.report(
                    &path,
                    format!(
                        "\"{rival}\" speaks of the same option and criterion. Combine both into \
                         one distribution, or give ranges instead."
                    ),
                );
            }
        }
    }

    pub(super) fn weights(&mut self) {
        let Some(weights) = &self.dataset.weights else { return };
        self.weights_leave_no_room_for_points();
        match weights {
            StatedWeights::Free => {}
            StatedWeights::Fixed(weights) => self.every_criterion_weighs("weights.fixed", weights),
            StatedWeights::Swing(swings) => self.every_criterion_weighs("weights.swing", swings),
            StatedWeights::Ordinal(classes) => self.every_criterion_is_ranked(classes),
            StatedWeights::Bounded(bounds) => self.bounds_can_be_met(bounds),
        }
    }

    /// Points of answers would have no effect, and nobody would notice.
    fn weights_leave_no_room_for_points(&mut self) {
        for (q, question) in self.dataset.questions.iter().enumerate() {
            for (c, choice) in question.choices.iter().enumerate() {
                if !choice.weighs.is_empty() {
                    self.report(
                        format!("questions[{q}].choices[{c}].weighs"),
                        "The dataset states its weights, so answers cannot move them. Remove one \
                         of the two.",
                    );
                }
            }
        }
    }

    fn every_criterion_weighs(&mut self, path: &str, weights: &Table<f64>) {
        for (id, &weight) in weights.iter() {
            self.criterion(&format!("{path}.{id}"), &id);
            if !(weight.is_finite() && weight >= 0.0) {
                self.report(
                    format!("{path}.{id}"),
                    format!("{weight} is no weight. Use 0 or more."),
                );
            }
        }
        for criterion in &self.dataset.criteria {
            if !weights.contains_key(&criterion.id) {
                self.report(path, format!("\"{}\" has no weight. Add it.", criterion.id));
            }
        }
        if weights.values().sum::<f64>() <= 0.0 {
            self.report(path, "All weights are 0. Give at least one criterion a weight.");
        }
    }

    fn every_criterion_is_ranked(&mut self, classes: &[Vec<Id>]) {
        let path = "weights.ordinal";
        let mut ranked = BTreeSet::new();
        for id in classes.iter().flatten() {
            self.criterion(path, id);
            if !ranked.insert(id) {
                self.report(path, format!("\"{id}\" stands here twice. Rank it once."));
            }
        }
        for criterion in &self.dataset.criteria {
            if !ranked.contains(&criterion.id) {
                self.report(path, format!("\"{}\" is not ranked. Add it.", criterion.id));
            }
        }
    }

    fn bounds_can_be_met(&mut self, bounds: &Table<Interval>) {
        let path = "weights.bounded";
        for (id, &bound) in bounds.iter() {
            self.criterion(&format!("{path}.{id}"), &id);
            self.interval(&format!("{path}.{id}"), bound, Some(1.0));
        }
        let unbounded = self.dataset.criteria.iter().filter(|it| !bounds.contains_key(&it.id));
        let lows: f64 = bounds.values().map(|bound| bound.low).sum();
        let highs: f64 = bounds.values().map(|bound| bound.high).sum::<f64>();
        if lows > 1.0 || (highs < 1.0 && unbounded.count() == 0) {
            self.report(
                path,
                "No weights that sum to 1 lie within these bounds. Widen some of them.",
            );
        }
    }
}
