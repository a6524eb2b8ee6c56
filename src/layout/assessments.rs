//! What the sources say of each option under one criterion, as dots on lines.

use dataset::{Criterion, Id, TOP_LEVEL};

use super::{Place, level_text};
use crate::report::CriterionReport;

/// One option's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The option.
    pub option: Id,
    /// Where its marks go; absent when no source speaks.
    pub marks: Option<Marks>,
    /// The claims that it rests on.
    pub claims: Vec<Id>,
}

/// The marks of one lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The lowest level that a source says.
    pub low: Place,
    /// The mean of what they say.
    pub best: Place,
    /// The highest.
    pub high: Place,
    /// The interval in words.
    pub text: String,
}

/// The values at the left and the right end of a criterion's lanes: from the
/// worst to the best.
pub fn ends(criterion: &Criterion) -> [f64; 2] {
    let points = criterion.measure.as_ref().map(|it| it.utility.as_slice());
    match points {
        Some([(first, at_first), .., (last, at_last)]) if at_first > at_last => [*last, *first],
        Some([(first, _), .., (last, _)]) => [*first, *last],
        _ => [0.0, TOP_LEVEL],
    }
}

/// Where a range of levels begins and ends on a lane, from the left.
pub fn stretch(low: f64, high: f64, [worst, best]: [f64; 2]) -> [Place; 2] {
    // Where less is better, the axis is turned round.
    let turn = if worst > best { -1.0 } else { 1.0 };
    let [a, b] = [low, high].map(|it| Place::along(turn * it, turn * worst, turn * best));
    [a.min(b), a.max(b)]
}

/// A lane for each visible option, in the order of the dataset.
pub fn lanes(report: &CriterionReport, ends: [f64; 2]) -> Vec<Lane> {
    let lane = |it: &crate::report::AssessmentReport| Lane {
        option: it.option,
        marks: it.level.map(|level| {
            let [low, high] = stretch(level.low, level.high, ends);
            let [best, _] = stretch(level.best, level.best, ends);
            Marks { low, best, high, text: level_text(level.low, level.high) }
        }),
        claims: it.claims.clone(),
    };
    report.assessments.iter().map(lane).collect()
}

#[cfg(test)]
mod tests {
    use super::lanes;
    use crate::report::{AssessmentReport, CriterionReport, Level};

    #[test]
    fn a_missing_assessment_has_a_lane_without_marks() {
        let level = Level { low: 1.0, best: 2.5, high: 4.0 };
        let of = |option: &'static str, level| AssessmentReport {
            option: option.into(),
            level,
            ..AssessmentReport::default()
        };
        let report = CriterionReport {
            id: "x".into(),
            points: 0,
            importance: None,
            because: Vec::new(),
            weight: 0.1,
            weight_range: [0.0, 1.0],
            assessments: vec![of("a", Some(level)), of("b", None)],
        };
        let lanes = lanes(&report, [0.0, 4.0]);
        let marks = lanes[0].marks.as_ref().unwrap();
        assert_eq!(
            [marks.low, marks.best, marks.high].map(|it| it.to_string()),
            ["25%", "62.5%", "100%"]
        );
        assert_eq!(marks.text, "1–4");
        assert_eq!(lanes[1].marks, None);
    }

    #[test]
    fn where_less_is_better_the_axis_is_turned() {
        let level = Level { low: 20.0, best: 25.0, high: 40.0 };
        let report = CriterionReport {
            id: "ms".into(),
            points: 0,
            importance: None,
            because: Vec::new(),
            weight: 0.1,
            weight_range: [0.0, 1.0],
            assessments: vec![AssessmentReport {
                option: "a".into(),
                level: Some(level),
                ..AssessmentReport::default()
            }],
        };
        let drawn = lanes(&report, [40.0, 0.0]);
        let marks = drawn[0].marks.as_ref().expect("there is a level");
        assert_eq!(
            [marks.low, marks.best, marks.high].map(|it| it.to_string()),
            ["0%", "37.5%", "50%"]
        );
    }
}
