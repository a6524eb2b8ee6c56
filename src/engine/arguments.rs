//! What speaks for and against each option, and what separates the leaders.

use dataset::Id;
use smaa::sort_by;

use crate::report::{Argument, Difference, Separation};

use super::analysis::{Situation, Yardstick};
use super::verdict::Standing;

/// How many arguments are worth reading on either side.
const WORTH_READING: usize = 4;
/// Differences of value below this are not an argument.
const NEGLIGIBLE: f64 = 0.004;

/// For and against one option: where it gains or loses most against the mean
/// of the other visible options.
pub(super) struct Case {
    pub(super) strengths: Vec<Argument>,
    pub(super) weaknesses: Vec<Argument>,
}

pub(super) fn case(situation: &Situation, weights: &[f64], place: usize) -> Case {
    let mut arguments: Vec<Argument> = Vec::new();
    for (yardstick, weight) in situation.criteria.iter().zip(weights) {
        if let Some(argument) = argument(yardstick, *weight, place) {
            arguments.push(argument);
        }
    }
    sort_by(&mut arguments, |a, b| b.difference.total_cmp(&a.difference));
    let strengths = arguments.iter().filter(|it| it.difference > NEGLIGIBLE);
    let weaknesses = arguments.iter().rev().filter(|it| it.difference < -NEGLIGIBLE);
    Case {
        strengths: strengths.take(WORTH_READING).cloned().collect(),
        weaknesses: weaknesses.take(WORTH_READING).cloned().collect(),
    }
}

fn argument(yardstick: &Yardstick, weight: f64, place: usize) -> Option<Argument> {
    let own = yardstick.utility(place)?;
    let others: Vec<f64> = (0..yardstick.assessments.len())
        .filter(|&other| other != place)
        .filter_map(|other| yardstick.utility(other))
        .collect();
    if others.is_empty() {
        return None;
    }
    let mean = others.iter().sum::<f64>() / others.len() as f64;
    let claims = yardstick.assessments[place].claims.iter().map(|claim| claim.id);
    Some(Argument {
        criterion: yardstick.criterion.id,
        difference: weight * (own - mean),
        claims: claims.collect(),
    })
}

/// What separates the option that leads from the best of another family.
pub(super) fn separation(
    situation: &Situation,
    standing: &Standing,
    weights: &[f64],
) -> Option<Separation> {
    let families = standing.families();
    let [first, second, ..] = &families[..] else { return None };
    let (ahead, behind) = (&first.members[0].0.id, &second.members[0].0.id);
    let place = |id: &Id| situation.options.iter().position(|it| it.option.id == *id);
    let (a, b) = (place(ahead)?, place(behind)?);
    let mut by_criterion: Vec<Difference> = Vec::new();
    for (yardstick, weight) in situation.criteria.iter().zip(weights) {
        if let (Some(a), Some(b)) = (yardstick.utility(a), yardstick.utility(b)) {
            let criterion = yardstick.criterion.id;
            by_criterion.push(Difference { criterion, difference: weight * (a - b) });
        }
    }
    sort_by(&mut by_criterion, |a, b| b.difference.abs().total_cmp(&a.difference.abs()));
    Some(Separation { ahead: *ahead, behind: *behind, by_criterion })
}

impl Yardstick<'_> {
    /// The best utility of the option at `place`, 0 to 1.
    pub(super) fn utility(&self, place: usize) -> Option<f64> {
        let assessment = &self.assessments[place];
        assessment.level.map(|_| assessment.utilities[1])
    }
}
