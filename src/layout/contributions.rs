//! What separates two options as bars to both sides of a middle line.

use dataset::Id;

use super::Place;
use crate::report::Separation;

/// How much of half the width the longest bar takes.
const LONGEST: f64 = 0.96;

/// One criterion's bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The criterion.
    pub criterion: Id,
    /// The option that it favours.
    pub favours: Id,
    /// Where the bar starts.
    pub start: Place,
    /// How long it is.
    pub length: Place,
    /// The difference in tenths of a point, where the best possible value is
    /// 100 points.
    pub tenths: i32,
}

/// Bars for the criteria that make a difference, largest first. What favours
/// the option that is behind goes to the left.
pub fn contributions(separation: &Separation) -> Vec<Contribution> {
    let largest = separation.by_criterion.iter().map(|it| it.difference.abs()).fold(0.0, f64::max);
    let of = |it: &crate::report::Difference| {
        let is_ahead = it.difference >= 0.0;
        let length = Place::MIDDLE.times(it.difference.abs() / largest * LONGEST).at_least(4);
        Contribution {
            criterion: it.criterion,
            favours: *if is_ahead { &separation.ahead } else { &separation.behind },
            start: if is_ahead { Place::MIDDLE } else { Place::MIDDLE.before(length) },
            length,
            tenths: (it.difference.abs() * 1000.0).round() as i32,
        }
    };
    separation.by_criterion.iter().map(of).filter(|it| it.tenths > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::contributions;
    use crate::report::{Difference, Separation};

    #[test]
    fn bars_go_to_both_sides_of_the_middle() {
        let difference =
            |id: &'static str, difference| Difference { criterion: id.into(), difference };
        let bars = contributions(&Separation {
            ahead: "a".into(),
            behind: "b".into(),
            by_criterion: vec![
                difference("x", 0.05),
                difference("y", -0.025),
                difference("z", 0.000_01),
            ],
        });
        let drawn: Vec<_> = bars
            .iter()
            .map(|it| (&*it.criterion, &*it.favours, it.start.to_string(), it.length.to_string()))
            .collect();
        assert_eq!(
            drawn,
            [
                ("x", "a", "50%".to_string(), "48%".to_string()),
                ("y", "b", "26%".to_string(), "24%".to_string()),
            ]
        );
        assert_eq!(bars.iter().map(|it| it.tenths).collect::<Vec<_>>(), [50, 25]);
    }
}
