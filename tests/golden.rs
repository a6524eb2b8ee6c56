//! What was released opens for ever: golden links, and the registry that gives
//! ids their places in links.

use decision_widget::{AnswersFile, embedded, link};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    link: String,
    means: AnswersFile,
}

#[test]
fn golden_links_mean_what_they_meant() {
    let dataset = embedded::dataset();
    let golden: Vec<Golden> =
        serde_json::from_str(include_str!("golden/links.json")).expect("the file is valid");
    assert!(!golden.is_empty());
    for Golden { link, means } in golden {
        let expected = means.into_decision(&dataset).expect("released ids stay known");
        let opened = link::decode(&dataset, &link);
        assert_eq!(opened.damage, None, "{link}");
        assert_eq!(opened.decision, expected, "{link}");
        assert_eq!(link::encode(&dataset, &expected), link, "equal decisions have equal links");
    }
}

/// One line per entry, in the order of the registry.
fn registered() -> Vec<String> {
    let registry = embedded::dataset().registry;
    let questions = registry.questions.iter().enumerate().flat_map(|(q, question)| {
        let head = format!("question {q} {} places {}", question.id, question.places);
        let choices = question.choices.iter().enumerate();
        let choices = choices.map(move |(c, id)| format!("choice {q}.{c} {}/{id}", question.id));
        std::iter::once(head).chain(choices)
    });
    let options = registry.options.iter().enumerate().map(|(i, id)| format!("option {i} {id}"));
    let criteria =
        registry.criteria.iter().enumerate().map(|(i, id)| format!("criterion {i} {id}"));
    options.chain(criteria).chain(questions).collect()
}

#[test]
fn the_registry_only_grows() {
    let now = registered();
    let released = include_str!("golden/registry.txt");
    let missing: Vec<&str> =
        released.lines().filter(|line| !now.iter().any(|it| it == line)).collect();
    assert!(
        missing.is_empty(),
        "Links that people have shared use these places:\n  {}\n\
         They were moved, renamed or removed in the registry of data/go-or-node.json. \
         Put them back where they were; what the dataset no longer asks keeps its place in the \
         registry, and new ids go to the end of their list.",
        missing.join("\n  ")
    );
    let unreleased: Vec<&String> =
        now.iter().filter(|line| !released.lines().any(|it| it == **line)).collect();
    assert!(
        unreleased.is_empty(),
        "New places are not yet guarded. Append these lines to tests/golden/registry.txt:\n{}",
        unreleased.iter().map(|it| it.as_str()).collect::<Vec<_>>().join("\n")
    );
}
