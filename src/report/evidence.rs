//! What the criteria weigh, what the claims say, and what separates options.

use dataset::Id;
use serde::Serialize;

/// One link of the trail from an answer to a number: which answers gave a
/// criterion its weight, what every visible option gains from it, and by which
/// claims of which sources.
///
/// What one criterion weighs and how every visible option does there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionReport {
    /// The criterion.
    pub id: Id,
    /// Net points of importance from the answers.
    pub points: i32,
    /// Importance set by hand, if it was.
    pub importance: Option<u8>,
    /// The answers that gave the points.
    pub because: Vec<Push>,
    /// Weight in the middle of those that fit, 0 to 1.
    pub weight: f64,
    /// The lowest and the highest weight that fit.
    pub weight_range: [f64; 2],
    /// What the claims say, by visible option.
    pub assessments: Vec<AssessmentReport>,
}

/// An answer that moved a criterion's importance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Push {
    /// The question.
    pub question: Id,
    /// The choice.
    pub choice: Id,
    /// By how many points.
    pub points: i8,
}

/// What all claims together say of one option under one criterion.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AssessmentReport {
    /// The option.
    pub option: Id,
    /// Best level, lowest and highest; absent when no source speaks.
    pub level: Option<Level>,
    /// The claims that count.
    pub claims: Vec<Id>,
    /// The source of each claim.
    pub sources: Vec<Id>,
    /// The lowest, the best and the highest utility, 0 to 1.
    pub utility: [f64; 3],
    /// What it adds to the option's value: weight in the middle × best utility;
    /// 0 where no source speaks.
    pub contribution: f64,
}

/// A level that is known up to an interval: 0 to 4, or in the unit of a
/// criterion that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Level {
    /// The lowest that a source says.
    pub low: f64,
    /// The mean of what they say.
    pub best: f64,
    /// The highest.
    pub high: f64,
}

/// What separates two options.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Separation {
    /// The option that leads.
    pub ahead: Id,
    /// The best option of another family.
    pub behind: Id,
    /// By criterion: weight × difference of utility; positive favours the one
    /// that is ahead. Criteria where one of them has no assessment are left out.
    pub by_criterion: Vec<Difference>,
}

/// A criterion's part in what separates two options.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The criterion.
    pub criterion: Id,
    /// Difference of value, -1 to 1.
    pub difference: f64,
}

impl CriterionReport {
    /// All claims that count under this criterion, each once.
    pub fn claims(&self) -> Vec<Id> {
        let mut all = Vec::new();
        for claim in self.assessments.iter().flat_map(|it| &it.claims) {
            if !all.contains(claim) {
                all.push(*claim);
            }
        }
        all
    }

    /// What the claims say of an option.
    pub fn assessment(&self, option: &str) -> Option<&AssessmentReport> {
        self.assessments.iter().find(|assessment| assessment.option == option)
    }
}
