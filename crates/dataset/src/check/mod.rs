//! What must hold in every dataset. Each rule is one function; all problems
//! come at once, each with its path in the file and what to do about it.

mod checklist;
mod model;
mod references;
mod registry;

use core::fmt;
use std::collections::BTreeSet;

use crate::{Basis, Claim, Dataset, Id, TOP_LEVEL};
use references::is_id;

/// Something wrong in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, for instance `claims[3].source`.
    pub path: String,
    /// What is wrong and what to do, as a sentence.
    pub says: String,
}

impl Problem {
    /// The text is not JSON, or not of the shape of a dataset.
    pub(crate) fn of_shape(error: &serde_json::Error) -> Self {
        Problem {
            path: format!("line {}, column {}", error.line(), error.column()),
            says: format!("This is not a dataset: {error}."),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.says)
    }
}

/// Collects every problem of a dataset, in the order of its fields. Empty
/// means that the engine can work with it.
pub fn check(dataset: &Dataset) -> Vec<Problem> {
    let mut checker = Checker { dataset, problems: Vec::new() };
    checker.ids_are_unique();
    checker.there_is_something_to_decide();
    checker.sources();
    checker.options();
    checker.criteria();
    checker.claims();
    checker.normal_claims_stand_alone();
    checker.weights();
    checker.gaps();
    checker.every_pair_is_assessed_or_knowingly_missing();
    checker.figures();
    checker.questions();
    checker.scenarios();
    checker.topics();
    checker.glossary();
    checker.registry();
    checker.changes();
    checker.problems
}

struct Checker<'a> {
    dataset: &'a Dataset,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn report(&mut self, path: impl Into<String>, says: impl Into<String>) {
        self.problems.push(Problem { path: path.into(), says: says.into() });
    }

    fn ids_are_unique(&mut self) {
        let data = self.dataset;
        self.unique("sources", data.sources.iter().map(|it| &it.id));
        self.unique("options", data.options.iter().map(|it| &it.id));
        self.unique("criteria", data.criteria.iter().map(|it| &it.id));
        self.unique("claims", data.claims.iter().map(|it| &it.id));
        self.unique("figures", data.figures.iter().map(|it| &it.id));
        self.unique("questions", data.questions.iter().map(|it| &it.id));
        self.unique("scenarios", data.scenarios.iter().map(|it| &it.id));
        self.unique("topics", data.topics.iter().map(|it| &it.id));
        for (q, question) in data.questions.iter().enumerate() {
            let choices = question.choices.iter().map(|it| &it.id);
            self.unique(&format!("questions[{q}].choices"), choices);
        }
    }

    fn unique<'i>(&mut self, list: &str, ids: impl Iterator<Item = &'i Id>) {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.enumerate() {
            let path = format!("{list}[{i}].id");
            if !is_id(id) {
                self.report(
                    &path,
                    format!("\"{id}\" is not an id. Use lower-case letters, digits and hyphens."),
                );
            }
            if !seen.insert(id) {
                self.report(&path, format!("The id \"{id}\" is taken. Choose another one."));
            }
        }
    }

    fn there_is_something_to_decide(&mut self) {
        if self.dataset.options.len() < 2 {
            self.report("options", "A decision needs at least two options. Add them.");
        }
        if self.dataset.criteria.is_empty() {
            self.report("criteria", "A decision needs at least one criterion. Add it.");
        }
    }

    fn sources(&mut self) {
        for (i, source) in self.dataset.sources.iter().enumerate() {
            let path = format!("sources[{i}]");
            self.date(&format!("{path}.date"), source.date.as_deref());
            if let Some(option) = &source.leans {
                self.option(&format!("{path}.leans"), option);
            }
        }
    }

    fn options(&mut self) {
        for (i, option) in self.dataset.options.iter().enumerate() {
            self.passages(&format!("options[{i}].basis"), &option.basis);
        }
    }

    fn criteria(&mut self) {
        for (i, criterion) in self.dataset.criteria.iter().enumerate() {
            if let Some(measure) = &criterion.measure {
                self.measure(&format!("criteria[{i}].measure"), measure);
                continue;
            }
            for (field, text) in [("worst", &criterion.worst), ("best", &criterion.best)] {
                if text.trim().is_empty() {
                    self.report(
                        format!("criteria[{i}].{field}"),
                        "An anchor is missing. Say in words what this end of the scale looks like.",
                    );
                }
            }
        }
    }

    fn claims(&mut self) {
        for (i, claim) in self.dataset.claims.iter().enumerate() {
            self.claim(&format!("claims[{i}]"), claim);
        }
    }

    fn claim(&mut self, path: &str, claim: &Claim) {
        let basis = Basis { source: claim.source, place: claim.place };
        self.passage(path, &basis);
        self.criterion(&format!("{path}.criterion"), &claim.criterion);
        if claim.options.is_empty() {
            self.report(
                format!("{path}.options"),
                "The claim is about no option. Name at least one.",
            );
        }
        for option in &claim.options {
            self.option(&format!("{path}.options"), option);
        }
        let criterion = self.dataset.criterion(&claim.criterion);
        let is_measured = criterion.is_some_and(|it| it.measure.is_some());
        let top = (!is_measured).then_some(TOP_LEVEL);
        self.interval(&format!("{path}.level"), claim.level, top);
        self.date(&format!("{path}.as_of"), claim.as_of.as_deref());
        self.conditions(&format!("{path}.when"), &claim.when);
        if claim.says.trim().is_empty() {
            self.report(
                format!("{path}.says"),
                "The statement is missing. Write it in your own words.",
            );
        }
    }

    fn gaps(&mut self) {
        for (i, gap) in self.dataset.gaps.iter().enumerate() {
            let path = format!("gaps[{i}]");
            self.option(&format!("{path}.option"), &gap.option);
            self.criterion(&format!("{path}.criterion"), &gap.criterion);
            if self.is_claimed(&gap.option, &gap.criterion) {
                self.report(
                    &path,
                    format!(
                        "A claim speaks of \"{}\" under \"{}\", so this is no gap. Remove it.",
                        gap.option, gap.criterion
                    ),
                );
            }
        }
    }

    fn every_pair_is_assessed_or_knowingly_missing(&mut self) {
        for option in &self.dataset.options {
            for criterion in &self.dataset.criteria {
                let (option, criterion) = (&option.id, &criterion.id);
                let is_gap = self
                    .dataset
                    .gaps
                    .iter()
                    .any(|gap| gap.option == *option && gap.criterion == *criterion);
                if !is_gap && !self.is_claimed(option, criterion) {
                    self.report(
                        "claims",
                        format!(
                            "No claim speaks of \"{option}\" under \"{criterion}\". \
                             Add one, or list the pair in `gaps` with what was looked for."
                        ),
                    );
                }
            }
        }
    }

    fn is_claimed(&self, option: &Id, criterion: &Id) -> bool {
        self.dataset
            .claims
            .iter()
            .any(|claim| claim.criterion == *criterion && claim.options.contains(option))
    }
}
