//! What was released opens for ever: golden links, and the registry that gives
//! ids their places in links.

use decision_widget::report::VerdictKind;
use decision_widget::{AnswersFile, embedded, link};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    link: String,
    means: AnswersFile,
    /// Absent in links from before there were stamps.
    said: Option<Said>,
}

/// What a link says of the time when it was made.
#[derive(Deserialize)]
struct Said {
    edition: usize,
    kind: String,
    /// In the order of the registry.
    options: Vec<dataset::Id>,
}

#[track_caller]
fn golden(json: &str) -> Vec<Golden> {
    let golden: Vec<Golden> = serde_json::from_str(json).expect("the file is valid");
    assert!(!golden.is_empty());
    golden
}

#[test]
fn golden_links_mean_what_they_meant() {
    let dataset = embedded::dataset();
    for Golden { link, means, said } in golden(include_str!("golden/links.json")) {
        assert!(said.is_none(), "links with stamps stand in a file of their own");
        let expected = means.into_decision(&dataset).expect("released ids stay known");
        let opened = link::decode(&dataset, &link);
        assert_eq!(opened.damage, None, "{link}");
        assert_eq!(opened.decision, expected, "{link}");
        assert_eq!((opened.stamp.edition(), opened.stamp.verdict(&dataset)), (0, None), "{link}");
        let again = link::encode(&dataset, &expected, &link::Stamp::default());
        assert_eq!(again, link, "equal decisions have equal links");
    }
}

#[test]
fn stamped_links_mean_and_said_what_they_did() {
    let dataset = embedded::dataset();
    for Golden { link, means, said } in golden(include_str!("golden/stamped.json")) {
        let said = said.expect("these links have stamps");
        let expected = means.into_decision(&dataset).expect("released ids stay known");
        let opened = link::decode(&dataset, &link);
        assert_eq!(opened.damage, None, "{link}");
        assert!(!opened.has_unknown, "{link}");
        assert_eq!(opened.decision, expected, "{link}");
        assert_eq!(opened.stamp.edition(), said.edition, "{link}");
        let (kind, options) = opened.stamp.verdict(&dataset).expect("the stamp is whole");
        assert_eq!((kind.name(), options), (said.kind.as_str(), said.options), "{link}");
    }
}

/// Golden links of the present version of the comparison are just those that
/// the page writes.
#[test]
fn stamped_links_are_written_alike() {
    let dataset = embedded::dataset();
    let mut kinds = Vec::new();
    for Golden { link, means, said } in golden(include_str!("golden/stamped.json")) {
        if said.is_some_and(|it| it.edition != dataset.edition()) {
            continue;
        }
        let decision = means.into_decision(&dataset).expect("released ids stay known");
        let verdict = decision_widget::engine::answer(&dataset, &decision).verdict;
        assert_eq!(link::encode(&dataset, &decision, &link::Stamp::of(&dataset, &verdict)), link);
        kinds.push(verdict.kind);
    }
    for kind in [VerdictKind::Clear, VerdictKind::Lean, VerdictKind::Close] {
        assert!(
            kinds.contains(&kind),
            "This version of the comparison has no golden link for {}. Append links that \
             `cargo xtask record --as json` writes to tests/golden/stamped.json.",
            kind.name()
        );
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
    let changes = embedded::dataset().changes;
    let editions = changes.iter().enumerate().map(|(i, it)| format!("edition {i} {}", it.version));
    options.chain(criteria).chain(questions).chain(editions).collect()
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
