//! What is taken away from the page, read back by programs of others.

#![cfg(not(target_arch = "wasm32"))]

mod pictures;
mod tables;

use std::sync::LazyLock;

use dataset::Dataset;
use decision_widget::link::{self, Stamp};
use decision_widget::record::{self, Record};
use decision_widget::{AnswersFile, Decision, Report, embedded, evaluate, prose};

/// A title and notes that every form would like to take for something else.
const TITLE: &str = "=cmd|'/C calc'!A1 <script>alert(1)</script> *x* \"q\"";
const NOTES: &str = "@SUM(A1) & <b>bold</b> ]]> {{x}}\n# heading\n\n- item \u{fffe} 🚀 你好 مرحبا";

struct Case {
    dataset: Dataset,
    decision: Decision,
    report: Report,
    link: String,
}

impl Case {
    fn new(dataset: Dataset, decision: Decision) -> Self {
        let report = evaluate(&dataset, &decision);
        let state = link::encode(&dataset, &decision, &Stamp::of(&dataset, &report.verdict));
        Case { link: format!("https://example.org/a_b/#d={state}"), dataset, decision, report }
    }

    /// Answers to the shipped comparison.
    fn of(answers: &str) -> Self {
        let dataset = embedded::dataset();
        let file: AnswersFile = serde_json::from_str(answers).expect("the answers are JSON");
        let decision = file.into_decision(&dataset).expect("the answers are known");
        Case::new(dataset, decision)
    }

    fn record(&self) -> Record<'_> {
        Record {
            dataset: &self.dataset,
            decision: &self.decision,
            report: &self.report,
            link: &self.link,
            date: Some("2026-11-02"),
        }
    }
}

const CLEAR: &str =
    r#"{"answers": {"work": "cpu", "team": "go", "load": "high", "latency": "steady"}}"#;
const CONFLICT: &str =
    r#"{"answers": {"hiring": "no", "latency": "sub-ms", "team": "js", "work": "cpu"}}"#;
const NOTHING: &str = "{}";

/// Worked out once for all tests.
static CASES: LazyLock<Vec<Case>> = LazyLock::new(cases);

fn cases() -> Vec<Case> {
    let mut mean = Case::of(CLEAR);
    prose::set_title(&mut mean.decision, TITLE).unwrap();
    prose::set_notes(&mut mean.decision, NOTES).unwrap();
    let named = Case::new(hostile(), mean.decision.clone());
    vec![
        Case::of(CLEAR),
        Case::of(CONFLICT),
        Case::of(NOTHING),
        Case::of(
            r#"{"answers": {"team": "both", "work": "waiting", "load": "high"}, "hidden": ["bun"], "left_out": ["leal"], "ageless": true, "importance": {"scaling": 4}}"#,
        ),
        Case::new(mean.dataset, mean.decision),
        named,
    ]
}

/// The shipped comparison by somebody who means harm.
fn hostile() -> Dataset {
    let mut dataset = embedded::dataset();
    dataset.options[0].name = "=HYPERLINK(\"x\")<img src=x onerror=alert(1)>".into();
    dataset.criteria[0].name = "+1 | [a](javascript:b) `c`".into();
    dataset.sources[0].short = "@who, \"quoted\"\r\nnew line".into();
    dataset.title = "</title><script>alert(1)</script>".into();
    dataset
}

#[test]
fn names_of_files_are_plain() {
    for (title, expected) in [
        ("", "decision-go-or-node.md"),
        ("Billing service", "decision-billing-service.md"),
        ("../../etc/passwd\0.exe", "decision-etc-passwd-exe.md"),
        ("CON", "decision-con.md"),
        ("Größe: 100 %?", "decision-größe-100.md"),
        ("<>:\"/\\|?*", "decision.md"),
        ("后端语言", "decision-后端语言.md"),
    ] {
        let mut case = Case::of(NOTHING);
        prose::set_title(&mut case.decision, title).unwrap();
        assert_eq!(record::file_name(&case.record(), "md"), expected);
    }
}

#[test]
fn the_record_says_what_was_decided_and_where_it_goes_on() {
    let case = Case::of(CLEAR);
    let text = record::madr(&case.record());
    let link = format!("<{}>", case.link);
    for part in [
        "status: \"proposed\"\ndate: \"2026-11-02\"",
        "# Go or Node.js for the backend? Go\n",
        "## Context and Problem Statement",
        "## Decision Drivers",
        "## Considered Options",
        "## Decision Outcome\n\nChosen option: \"Go\", because it comes out best in",
        "### Consequences",
        "### Confidence",
        "### Confirmation",
        "## Pros and Cons of the Options\n\n### Go\n",
        "* Good, because of “",
        "* Bad, because of “",
        "## More Information",
        "Undated guide",
        &link,
    ] {
        assert!(text.contains(part), "the record lacks {part:?}");
    }
}

#[test]
fn a_conflict_and_an_empty_checklist_choose_nothing() {
    for (answers, part) in [
        (CONFLICT, "Chosen option: none is possible. Your answers exclude every option"),
        (NOTHING, "Chosen option: none yet. Nothing is recommended"),
    ] {
        let text = record::madr(&Case::of(answers).record());
        assert!(text.contains(part), "{text}");
        assert!(!text.contains("### Consequences") && !text.contains("### Confidence"));
    }
}

#[test]
fn the_short_text_has_a_line_for_each_thing() {
    let case = Case::of(CLEAR);
    let text = record::text_summary(&case.record());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Go or Node.js for the backend? Go");
    assert_eq!(lines[1], case.report.verdict.sentence);
    assert!(lines[2].starts_with("Best in: Go ") && lines[2].contains(" · "));
    assert_eq!(lines[lines.len() - 2], "4 of 23 questions answered");
    assert_eq!(lines[lines.len() - 1], case.link);
    assert!(lines.len() <= 8, "{text}");
}
