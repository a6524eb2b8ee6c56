//! What must hold in every dataset. Each rule is one function; all problems
//! come at once, each with its path in the file and what to do about it.

use core::fmt;
use std::collections::BTreeSet;

use crate::{
    Answer, Basis, Claim, Condition, Dataset, Figure, Id, Interval, Question, Require, TOP_LEVEL,
};

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
    checker.gaps();
    checker.every_pair_is_assessed_or_knowingly_missing();
    checker.figures();
    checker.questions();
    checker.scenarios();
    checker.topics();
    checker.registry();
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
        let basis = Basis { source: claim.source.clone(), place: claim.place.clone() };
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
        self.interval(&format!("{path}.level"), claim.level, Some(TOP_LEVEL));
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

    fn figures(&mut self) {
        for (i, figure) in self.dataset.figures.iter().enumerate() {
            self.figure(&format!("figures[{i}]"), figure);
        }
    }

    fn figure(&mut self, path: &str, figure: &Figure) {
        if figure.values.is_empty() {
            self.report(format!("{path}.values"), "The figure has no numbers. Add at least one.");
        }
        for (i, value) in figure.values.iter().enumerate() {
            let path = format!("{path}.values[{i}]");
            self.passage(&format!("{path}.basis"), &value.basis);
            self.interval(&format!("{path}.value"), value.value, None);
            self.date(&format!("{path}.as_of"), value.as_of.as_deref());
            if let Some(option) = &value.option {
                self.option(&format!("{path}.option"), option);
            }
        }
    }

    fn questions(&mut self) {
        for (q, question) in self.dataset.questions.iter().enumerate() {
            let path = format!("questions[{q}]");
            if question.choices.is_empty() {
                self.report(
                    format!("{path}.choices"),
                    "The question has no choices. Add at least one.",
                );
            }
            for (c, choice) in question.choices.iter().enumerate() {
                let path = format!("{path}.choices[{c}]");
                self.passages(&format!("{path}.basis"), &choice.basis);
                for (w, weigh) in choice.weighs.iter().enumerate() {
                    let path = format!("{path}.weighs[{w}]");
                    self.criterion(&format!("{path}.criterion"), &weigh.criterion);
                    if !(-3..=3).contains(&weigh.points) || weigh.points == 0 {
                        self.report(
                            format!("{path}.points"),
                            format!(
                                "{} points are not possible. Use -3 to 3, without 0.",
                                weigh.points
                            ),
                        );
                    }
                }
                for (r, require) in choice.requires.iter().enumerate() {
                    self.requirement(&format!("{path}.requires[{r}]"), require);
                }
            }
        }
    }

    fn requirement(&mut self, path: &str, require: &Require) {
        for option in &require.options {
            self.option(&format!("{path}.options"), option);
        }
        self.passage(&format!("{path}.basis"), &require.basis);
        self.conditions(&format!("{path}.when"), &require.when);
        for (field, text) in [("because", &require.because), ("way_out", &require.way_out)] {
            if text.trim().is_empty() {
                self.report(
                    format!("{path}.{field}"),
                    "A reader who meets this requirement is owed a sentence here. Write it.",
                );
            }
        }
    }

    fn scenarios(&mut self) {
        for (i, scenario) in self.dataset.scenarios.iter().enumerate() {
            let path = format!("scenarios[{i}]");
            self.passage(&format!("{path}.basis"), &scenario.basis);
            for (question, Answer(choices)) in &scenario.answers {
                self.choices(&format!("{path}.answers.{question}"), question, choices);
            }
        }
    }

    fn topics(&mut self) {
        for (i, topic) in self.dataset.topics.iter().enumerate() {
            self.passages(&format!("topics[{i}].basis"), &topic.basis);
        }
    }

    /// Everything that can be linked has a number, and no number is taken twice.
    fn registry(&mut self) {
        let data = self.dataset;
        let registry = &data.registry;
        self.registered("options", &registry.options, data.options.iter().map(|it| &it.id));
        self.registered("criteria", &registry.criteria, data.criteria.iter().map(|it| &it.id));
        let questions: Vec<Id> = registry.questions.iter().map(|it| it.id.clone()).collect();
        self.registered("questions", &questions, data.questions.iter().map(|it| &it.id));
        for question in &data.questions {
            let Some(entry) = registry.questions.iter().find(|it| it.id == question.id) else {
                continue;
            };
            if entry.places < question.places_needed() {
                self.report(
                    format!("registry.questions.{}.places", question.id),
                    "There are too few places for its choices. A question of several needs one \
                     for every three choices.",
                );
            }
            if !question.several && entry.choices.len() > 7 {
                self.report(
                    format!("registry.questions.{}.choices", question.id),
                    "A question of one answer has room for seven choices. Ask a new question.",
                );
            }
            let list = format!("questions.{}", question.id);
            self.registered(&list, &entry.choices, question.choices.iter().map(|it| &it.id));
        }
    }

    fn registered<'i>(&mut self, list: &str, entries: &[Id], ids: impl Iterator<Item = &'i Id>) {
        let path = format!("registry.{list}");
        let distinct: BTreeSet<&Id> = entries.iter().collect();
        if distinct.len() != entries.len() {
            self.report(&path, "An id stands here twice. Each needs one number for ever.");
        }
        for id in ids {
            if !distinct.contains(id) {
                self.report(
                    &path,
                    format!("\"{id}\" has no number for links. Append it to this list."),
                );
            }
        }
    }

    fn passages(&mut self, path: &str, passages: &[Basis]) {
        for (i, basis) in passages.iter().enumerate() {
            self.passage(&format!("{path}[{i}]"), basis);
        }
    }

    fn passage(&mut self, path: &str, basis: &Basis) {
        if self.dataset.source(&basis.source).is_none() {
            self.unknown(&format!("{path}.source"), "source", &basis.source);
        }
        if !basis.has_place() {
            self.report(
                format!("{path}.place"),
                "The place is missing. Name the heading, row or list where the source says this.",
            );
        }
    }

    fn conditions(&mut self, path: &str, conditions: &[Condition]) {
        for (i, condition) in conditions.iter().enumerate() {
            self.choices(&format!("{path}[{i}]"), &condition.question, &condition.is);
        }
    }

    fn choices(&mut self, path: &str, question: &Id, choices: &[Id]) {
        let Some(found) = self.dataset.question(question) else {
            self.unknown(path, "question", question);
            return;
        };
        if choices.is_empty() {
            self.report(path, "No choice is named. Name one, or leave the question out.");
        }
        self.known_choices(path, found, choices);
    }

    fn known_choices(&mut self, path: &str, question: &Question, choices: &[Id]) {
        for choice in choices {
            if question.choice(choice).is_none() {
                self.unknown(path, &format!("choice of \"{}\"", question.id), choice);
            }
        }
    }

    fn option(&mut self, path: &str, id: &Id) {
        if self.dataset.option(id).is_none() {
            self.unknown(path, "option", id);
        }
    }

    fn criterion(&mut self, path: &str, id: &Id) {
        if self.dataset.criterion(id).is_none() {
            self.unknown(path, "criterion", id);
        }
    }

    fn unknown(&mut self, path: &str, kind: &str, id: &str) {
        self.report(
            path,
            format!("There is no {kind} \"{id}\". Correct the id, or add what it should name."),
        );
    }

    fn interval(&mut self, path: &str, interval: Interval, top: Option<f64>) {
        let Interval { low, high } = interval;
        if !(low.is_finite() && high.is_finite() && low <= high) {
            self.report(path, format!("[{low}, {high}] is no range. Put the lower end first."));
        } else if let Some(top) = top
            && (low < 0.0 || high > top)
        {
            self.report(
                path,
                format!("[{low}, {high}] leaves the scale. Stay within 0 and {top}."),
            );
        }
    }

    fn date(&mut self, path: &str, date: Option<&str>) {
        if let Some(date) = date
            && !is_date(date)
        {
            self.report(
                path,
                format!("\"{date}\" is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD."),
            );
        }
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize, range: core::ops::RangeInclusive<u32>| {
        part.len() == digits && part.parse().is_ok_and(|n| range.contains(&n))
    };
    match parts[..] {
        [year] => number(year, 4, 1900..=2999),
        [year, month] => number(year, 4, 1900..=2999) && number(month, 2, 1..=12),
        [year, month, day] => {
            number(year, 4, 1900..=2999) && number(month, 2, 1..=12) && number(day, 2, 1..=31)
        }
        _ => false,
    }
}
