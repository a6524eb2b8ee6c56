//! The comparison that the widget ships with keeps its own rules.

use std::collections::BTreeSet;

use dataset::{Dataset, check};
use decision_widget::decision::{Decision, Edit};
use decision_widget::embedded;
use decision_widget::engine::answer;
use decision_widget::report::VerdictKind;

fn comparison() -> Dataset {
    dataset::read(include_str!("../data/go-or-node.json")).expect("the comparison has no problems")
}

#[test]
fn every_claim_has_a_source_a_place_a_criterion_and_options() {
    let data = comparison();
    assert_eq!(check(&data), []);
    for claim in &data.claims {
        assert!(data.source(&claim.source).is_some(), "{}", claim.id);
        assert!(data.criterion(&claim.criterion).is_some(), "{}", claim.id);
        assert!(!claim.place.trim().is_empty(), "{}", claim.id);
        assert!(!claim.options.is_empty(), "{}", claim.id);
    }
}

#[test]
fn every_pair_is_assessed_or_knowingly_missing() {
    let data = comparison();
    for option in &data.options {
        for criterion in &data.criteria {
            let claimed = data
                .claims
                .iter()
                .any(|claim| claim.criterion == criterion.id && claim.options.contains(&option.id));
            let gap = data
                .gaps
                .iter()
                .any(|gap| gap.option == option.id && gap.criterion == criterion.id);
            assert!(claimed != gap, "{} under {}", option.id, criterion.id);
        }
    }
}

#[test]
fn the_embedded_form_is_the_same_comparison() {
    assert_eq!(embedded::dataset(), comparison());
    assert!(embedded::dataset().is_whole());
}

/// The wording decides nothing: its readers see the verdict before it is here.
#[test]
fn the_embedded_outline_leads_to_the_same_verdicts() {
    let (outline, whole) = (embedded::outline(), embedded::dataset());
    assert!(!outline.is_whole());
    for scenario in &whole.scenarios {
        let edit = || Edit::Scenario(scenario.id);
        let early = answer(&outline, &Decision::default().edit(&outline, edit()));
        let late = answer(&whole, &Decision::default().edit(&whole, edit()));
        assert_eq!(early.verdict.options, late.verdict.options, "{}", scenario.id);
        assert_eq!(early.verdict.sentence, late.verdict.sentence, "{}", scenario.id);
        assert_eq!(early.verdict.share, late.verdict.share, "{}", scenario.id);
    }
}

#[test]
fn every_source_speaks_and_every_number_has_a_date_or_an_undated_source() {
    let data = comparison();
    for source in &data.sources {
        assert!(data.claims.iter().any(|claim| claim.source == source.id), "{}", source.id);
    }
    for figure in data.figures.iter() {
        for value in &figure.values {
            let source = data.source(&value.basis.source).expect("checked above");
            let dated = value.as_of.is_some() || source.date.is_some();
            let says_so =
                source.stance.contains("no date") || source.stance.contains("neither date");
            assert!(dated || says_so, "{}: {}", figure.id, value.label);
        }
    }
}

/// A choice that does nothing is only there so that its twin can be denied.
#[test]
fn every_question_can_change_something() {
    let data = comparison();
    for question in &data.questions {
        let matters = question.choices.iter().any(|choice| {
            !choice.weighs.is_empty()
                || !choice.requires.is_empty()
                || is_condition(&data, question)
        });
        assert!(matters, "{}", question.id);
    }
}

fn is_condition(data: &Dataset, question: &dataset::Question) -> bool {
    let of_claims = data.claims.iter().flat_map(|claim| &claim.when);
    let of_requirements = data
        .questions
        .iter()
        .flat_map(|it| &it.choices)
        .flat_map(|choice| &choice.requires)
        .flat_map(|require| &require.when);
    of_claims.chain(of_requirements).any(|condition| condition.question == question.id)
}

#[test]
fn options_get_alike_space() {
    let data = comparison();
    let lengths: Vec<usize> =
        data.options.iter().map(|option| option.about.len() + option.fits.len()).collect();
    let (shortest, longest) = (lengths.iter().min(), lengths.iter().max());
    let ratio = *longest.expect("there are options") as f64 / *shortest.expect("same") as f64;
    assert!(ratio < 1.5, "descriptions differ in length: {lengths:?}");
}

#[test]
fn scenarios_fill_the_checklist_and_lead_to_a_verdict() {
    let data = comparison();
    let mut seen = BTreeSet::new();
    for scenario in &data.scenarios {
        let edit = Edit::Scenario(scenario.id);
        let report = answer(&data, &Decision::default().edit(&data, edit));
        assert_eq!(report.progress.answered, scenario.answers.len(), "{}", scenario.id);
        assert!(!report.verdict.options.is_empty(), "{}", scenario.id);
        seen.extend(report.verdict.options.first().copied());
    }
    assert!(seen.len() >= 3, "the scenarios name only {seen:?}");
}

#[test]
fn typescript_changes_type_safety_of_javascript_and_nothing_of_go() {
    let data = comparison();
    let level = |typing: &'static str, option: &str| {
        let tick = Edit::Tick { question: "typescript".into(), choice: typing.into() };
        let report = answer(&data, &Decision::default().edit(&data, tick));
        let criterion = report.criterion("type-safety").expect("it is a criterion").clone();
        criterion.assessment(option).and_then(|it| it.level).expect("it is assessed").best
    };
    assert!(level("none", "node") < level("loose", "node"));
    assert!(level("loose", "node") < level("strict", "node"));
    assert_eq!(level("none", "go"), level("strict", "go"));
}

/// Sub-millisecond answers rule JavaScript out; a JavaScript team that cannot
/// hire rules Go out. Each of the three answers is named, and taking any one of
/// them back ends the conflict.
#[test]
fn a_conflict_names_every_answer_that_clashes() {
    let data = comparison();
    let tick = |decision: Decision, question: &'static str, choice: &'static str| {
        decision.edit(&data, Edit::Tick { question: question.into(), choice: choice.into() })
    };
    let decision = [("latency", "sub-ms"), ("team", "js"), ("hiring", "no")]
        .into_iter()
        .fold(Decision::default(), |decision, (question, choice)| tick(decision, question, choice));
    let verdict = answer(&data, &decision).verdict;
    assert_eq!(verdict.kind, VerdictKind::Conflict);
    let mut clashing: Vec<&str> =
        verdict.ways_out.iter().map(|way| way.question.as_str()).collect();
    clashing.sort_unstable();
    assert_eq!(clashing, ["hiring", "latency", "team"]);
    for way in verdict.ways_out {
        let blank = Edit::Answer { question: way.question, choices: Vec::new() };
        let after = answer(&data, &decision.clone().edit(&data, blank));
        assert_ne!(after.verdict.kind, VerdictKind::Conflict, "without {}", way.question);
    }
}
