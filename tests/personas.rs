//! Persons taken from the sources, each with the passage it rests on: the
//! verdict must be what a fair reader of that passage expects.

use decision_widget::report::Report;
use decision_widget::{AnswersFile, embedded, evaluate};
use serde::Deserialize;

#[derive(Deserialize)]
struct Person {
    name: String,
    basis: dataset::Basis,
    passage: String,
    #[serde(flatten)]
    answers: AnswersFields,
    expect: Expectation,
}

/// `AnswersFile` refuses unknown fields, which cannot be flattened.
#[derive(Deserialize)]
struct AnswersFields {
    answers: dataset::Table<dataset::Answer>,
    #[serde(default)]
    importance: dataset::Table<decision_widget::decision::Importance>,
}

#[derive(Deserialize)]
struct Expectation {
    kinds: Vec<String>,
    /// Options of which any may come first; empty where the order is open.
    first: Vec<dataset::Id>,
}

impl Expectation {
    fn is_met_by(&self, first: Option<&dataset::Id>) -> bool {
        self.first.is_empty() || first.is_some_and(|first| self.first.contains(first))
    }
}

fn persons() -> Vec<Person> {
    serde_json::from_str(include_str!("personas.json")).expect("tests/personas.json is valid")
}

#[test]
fn every_person_gets_what_a_fair_reader_expects() {
    let dataset = embedded::dataset();
    let mut misses = Vec::new();
    for person in persons() {
        assert!(dataset.source(&person.basis.source).is_some(), "{}: unknown source", person.name);
        assert!(!person.basis.place.is_empty() && !person.passage.is_empty(), "{}", person.name);
        let file = AnswersFile {
            answers: person.answers.answers,
            importance: person.answers.importance,
            ..AnswersFile::default()
        };
        let decision = file
            .into_decision(&dataset)
            .unwrap_or_else(|problems| panic!("{}: {}", person.name, problems.join(" ")));
        let report = evaluate(&dataset, &decision);
        let as_expected = person.expect.kinds.iter().any(|kind| kind == report.verdict.kind.name())
            && person.expect.is_met_by(report.verdict.options.first());
        println!("{:60} {}", person.name, summary(&report));
        if !as_expected {
            misses.push(format!(
                "{}: expected {:?} {:?}, got {}",
                person.name,
                person.expect.kinds,
                person.expect.first,
                summary(&report)
            ));
        }
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn there_are_at_least_a_dozen_persons_of_every_kind_of_verdict() {
    let persons = persons();
    assert!(persons.len() >= 12);
    for kind in ["undecided", "clear", "lean", "close", "conflict"] {
        assert!(
            persons.iter().any(|person| person.expect.kinds.iter().any(|it| it == kind)),
            "nobody is expected to be {kind}"
        );
    }
}

fn summary(report: &Report) -> String {
    let shares: Vec<String> = report
        .options
        .iter()
        .map(|option| format!("{} {:.2}", option.id, option.first_rank()))
        .collect();
    format!("{} {:?} ({})", report.verdict.kind.name(), report.verdict.options, shares.join(", "))
}
