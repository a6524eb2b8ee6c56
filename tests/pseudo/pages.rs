//! Every view in every state.

#[path = "../common/drawing.rs"]
mod drawing;

use std::collections::BTreeSet;

use decision_widget::appearance::View;
use decision_widget::{embedded, words};

use crate::markup::{no_plain_words, said};
use drawing::{drawn, link_to};

/// Answers with what none of the persons has.
const MORE: [&str; 4] = [
    "{}",
    r#"{"hidden": ["go", "node", "bun", "hybrid"]}"#,
    r#"{"answers": {"work": "cpu"}, "importance": {"hiring": 4}, "hidden": ["bun"],
        "left_out": ["guide"], "ageless": true}"#,
    r#"{"answers": {"work": "cpu", "latency": "sub-ms", "team": "js", "hiring": "no"}}"#,
];

/// The answers of the persons whom other tests know: every kind of verdict.
pub(crate) fn persons() -> Vec<String> {
    let persons: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../personas.json")).expect("the persons are JSON");
    persons.iter().map(|it| serde_json::json!({ "answers": it["answers"] }).to_string()).collect()
}

#[test]
fn no_view_has_a_text_of_its_own() {
    let answers: Vec<String> = MORE.iter().map(|it| (*it).to_owned()).chain(persons()).collect();
    let mut verdicts = BTreeSet::new();
    for answers in &answers {
        let dataset = embedded::dataset();
        let link = link_to(&dataset, answers);
        for name in View::NAMES {
            let html = drawn(dataset.clone(), &link, View::of(name));
            no_plain_words(said(&html), &[]);
            let verdict = html.split("data-verdict=\"").nth(1).and_then(|it| it.split('"').next());
            verdicts.extend(verdict.map(str::to_owned));
        }
    }
    let kinds = ["clear", "close", "conflict", "lean", "undecided"].map(str::to_owned);
    assert!(verdicts.is_superset(&kinds.into()), "only {verdicts:?}");
}

#[test]
fn no_notice_has_a_text_of_its_own() {
    let link = link_to(&embedded::dataset(), &persons()[0]);
    for damaged in [&link[..link.len() - 1], "9abc", &"1".repeat(9000)] {
        let html = drawn(embedded::dataset(), damaged, View::Full);
        assert!(html.contains("dw-notice"), "{damaged} is damaged");
        no_plain_words(said(&html), &[]);
    }
}

#[test]
fn the_page_says_its_language_and_direction() {
    let html = drawn(embedded::dataset(), "", View::Full);
    assert!(html.contains(r#"<div class="dw" lang="ar-XB" dir="rtl""#), "{html}");
}

#[test]
fn no_text_around_the_widget_is_plain() {
    for (name, text) in words::PAGE_TEXTS.all() {
        // Names between braces and code between backticks are no text.
        let pieces = text.split(['{', '`']).enumerate();
        let text: String = pieces
            .map(|(at, it)| match it.split_once('}') {
                Some((_, behind)) => behind,
                None if at % 2 == 1 && text.contains('`') => "",
                None => it,
            })
            .collect();
        no_plain_words([crate::markup::Said { place: name.to_owned(), text }], &[]);
    }
}
