//! What the sources say of each option under one criterion, as dots on lines.

use dataset::{Id, TOP_LEVEL};

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

/// A lane for each visible option, in the order of the dataset.
pub fn lanes(criterion: &CriterionReport) -> Vec<Lane> {
    let place = |level: f64| Place::along(level, 0.0, TOP_LEVEL);
    let lane = |it: &crate::report::AssessmentReport| Lane {
        option: it.option,
        marks: it.level.map(|level| Marks {
            low: place(level.low),
            best: place(level.best),
            high: place(level.high),
            text: level_text(level.low, level.high),
        }),
        claims: it.claims.clone(),
    };
    criterion.assessments.iter().map(lane).collect()
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
            claims: Vec::new(),
        };
        let lanes = lanes(&CriterionReport {
            id: "x".into(),
            points: 0,
            importance: None,
            because: Vec::new(),
            weight: 0.1,
            weight_range: [0.0, 1.0],
            assessments: vec![of("a", Some(level)), of("b", None)],
        });
        let marks = lanes[0].marks.as_ref().unwrap();
        assert_eq!(
            [marks.low, marks.best, marks.high].map(|it| it.to_string()),
            ["25%", "62.5%", "100%"]
        );
        assert_eq!(marks.text, "1–4");
        assert_eq!(lanes[1].marks, None);
    }
}
