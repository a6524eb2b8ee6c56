//! The page as text: what a reader finds in each state and each view.

#![cfg(all(feature = "prerender", not(target_arch = "wasm32")))]

#[path = "common/drawing.rs"]
mod drawing;

use std::collections::BTreeSet;

use decision_widget::appearance::{Chart, View};
use decision_widget::{AnswersFile, embedded, engine};
use drawing::{drawn, link_to};

const CHARTS: [Chart; 4] =
    [Chart::Shares, Chart::Contributions, Chart::Assessments, Chart::Figures];

/// The page of a reader who gave these answers.
fn page(answers: &str, view: View) -> String {
    let dataset = embedded::dataset();
    let link = link_to(&dataset, answers);
    drawn(dataset, &link, view)
}

#[track_caller]
fn has(html: &str, wanted: &str) {
    assert!(html.contains(wanted), "{wanted} is not in\n{html}");
}

#[track_caller]
fn has_not(html: &str, unwanted: &str) {
    assert!(!html.contains(unwanted), "{unwanted} is in\n{html}");
}

/// Text as it stands in markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#x27;")
}

const CLEAR: &str = r#"{"answers": {"work": "cpu", "bottleneck": "inside", "latency": "steady",
    "team": "go", "load": "high"}}"#;
const CONFLICT: &str = r#"{"answers": {"work": "cpu", "latency": "sub-ms", "team": "js",
    "hiring": "no"}}"#;

#[test]
fn nothing_answered_recommends_nothing() {
    let html = page("{}", View::Full);
    has(&html, r#"data-verdict="undecided""#);
    for option in &embedded::dataset().options {
        has(&html, &escaped(&option.name));
        has(&html, &escaped(&option.fits));
    }
    // No bar has a length that could be read as advice.
    has(&html, r#"<rect class="dw-fill" x="0%" width="0%" height="100%">"#);
    has_not(&html, "first-rank");
}

#[test]
fn every_question_is_asked_and_starts_at_not_sure() {
    let html = page("{}", View::Checklist);
    let dataset = embedded::dataset();
    for question in &dataset.questions {
        has(&html, &format!(r#"data-question="{}" data-answered="false""#, question.id));
        has(&html, &escaped(&question.ask));
        for choice in &question.choices {
            has(&html, &escaped(&choice.label));
        }
    }
    let single = dataset.questions.iter().filter(|it| !it.several).count();
    assert_eq!(html.matches("Not sure").count(), single);
    has(&html, &format!("0 of {} answered", dataset.questions.len()));
}

/// The persons of tests/personas.json bring every kind of verdict along.
#[test]
fn every_person_sees_their_verdict() {
    let dataset = embedded::dataset();
    let persons: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("personas.json")).expect("the persons are JSON");
    let mut seen = BTreeSet::new();
    for person in persons {
        let answers = serde_json::json!({ "answers": person["answers"] }).to_string();
        let file: AnswersFile = serde_json::from_str(&answers).expect("the answers are JSON");
        let decision = file.into_decision(&dataset).expect("the answers are known");
        let report = engine::answer(&dataset, &decision);
        let html = page(&answers, View::Summary);
        let kind = report.verdict.kind.name();
        has(&html, &format!("data-verdict=\"{kind}\">{}", escaped(&report.verdict.sentence)));
        seen.insert(kind);
    }
    assert!(seen.is_superset(&["clear", "close", "conflict", "lean"].into()), "only {seen:?}");
}

#[test]
fn a_clear_verdict_has_reasons_shares_and_its_error() {
    let html = page(CLEAR, View::Full);
    has(&html, r#"data-verdict="clear""#);
    has(&html, "Speaks for it");
    has(&html, "weightings sampled, ± ");
    has(&html, r#"data-chart="contributions""#);
    has(&html, "5 of 23 answered");
}

#[test]
fn a_conflict_names_the_ways_out_and_each_exclusion_its_reason() {
    let html = page(CONFLICT, View::Full);
    has(&html, r#"data-verdict="conflict""#);
    has(&html, "Ways out");
    has(&html, "Take back “The slowest 1% below one millisecond”");
    has(&html, "Ruled out");
    has(&html, "Otherwise it would be best in");
    let dataset = embedded::dataset();
    let question = dataset.question("latency").expect("the comparison asks for latency");
    let choice = question.choice("sub-ms").expect("it may be below a millisecond");
    for rule in &choice.requires {
        has(&html, &escaped(&rule.because));
        has(&html, &escaped(&rule.way_out));
    }
}

#[test]
fn claims_are_not_in_the_page_before_somebody_opens_them() {
    let html = page(CLEAR, View::Full);
    for claim in &embedded::dataset().claims {
        has_not(&html, &escaped(&claim.says));
    }
}

#[test]
fn a_damaged_link_shows_a_notice_and_what_could_be_read() {
    let dataset = embedded::dataset();
    let mut link = link_to(&dataset, CLEAR);
    link.pop();
    let html = drawn(dataset, &link, View::Full);
    has(&html, "The link was damaged on its way.");
    has(&html, r#"data-question="work" data-answered="true""#);
    has(&drawn(embedded::dataset(), "9abc", View::Full), "a newer version of this page");
}

#[test]
fn every_view_draws_in_every_state() {
    let parts = [View::Full, View::Checklist, View::Summary];
    for view in parts.into_iter().chain(CHARTS.map(View::Chart)) {
        for answers in ["{}", CLEAR, CONFLICT, r#"{"hidden": ["go", "node", "bun", "hybrid"]}"#] {
            let html = page(answers, view);
            has(&html, r#"<div class="dw" lang="en" dir="ltr" data-theme="dark" data-whole="">"#);
            has_not(&html, "style=");
            has_not(&html, "NaN");
        }
    }
}

#[test]
fn a_chart_stands_alone() {
    for (chart, name) in CHARTS.iter().zip(["shares", "contributions", "assessments", "figures"]) {
        let html = page(CLEAR, View::Chart(*chart));
        has(&html, &format!(r#"data-chart="{name}""#));
        has_not(&html, "<fieldset class=\"dw-question\"");
    }
}

/// A comparison may lack everything that is optional, and its texts may hold
/// anything.
#[test]
fn a_bare_comparison_draws() {
    let mut dataset = embedded::dataset();
    dataset.claims.clear();
    dataset.figures = Vec::new().into();
    dataset.questions.clear();
    dataset.scenarios.clear();
    dataset.topics.clear();
    dataset.title = "<script>alert(1)</script>".into();
    for view in [View::Full, View::Checklist, View::Summary, View::Chart(Chart::Assessments)] {
        has_not(&drawn(dataset.clone(), "", view), "<script>");
    }
    dataset.options.clear();
    dataset.criteria.clear();
    has(&drawn(dataset, "", View::Full), "0 of 0 answered");
}
