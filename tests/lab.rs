//! The workload model for the shipped comparison: what a profile may say, and
//! what comes out.
#![cfg(not(target_arch = "wasm32"))]

use decision_widget::embedded;
use decision_widget::lab::{LabReport, ProfileFile, contenders};
use serde_json::{Value, json};
use workload::Profile;

fn problems(file: &Value) -> Vec<String> {
    let file: ProfileFile = serde_json::from_value(file.clone()).expect("it has the form of one");
    file.into_profile(&embedded::dataset()).err().unwrap_or_default()
}

fn report(file: &Value) -> Value {
    let file: ProfileFile = serde_json::from_value(file.clone()).expect("it has the form of one");
    let dataset = embedded::dataset();
    let (profile, factors) = file.into_profile(&dataset).expect("the load is possible");
    serde_json::to_value(LabReport::new(&dataset, &profile, &factors)).expect("it is plain data")
}

#[track_caller]
fn check(file: Value, expected: &[&str]) {
    assert_eq!(problems(&file), expected);
}

#[test]
fn an_empty_file_is_the_default() {
    let file: ProfileFile = serde_json::from_str("{}").expect("everything may be absent");
    let (profile, factors) = file.into_profile(&embedded::dataset()).expect("it is possible");
    assert_eq!(profile, Profile::default());
    assert_eq!(factors.of(&"go".into()), 1.0);
}

#[test]
fn mistakes_are_named() {
    check(json!({"rps": 0}), &["rps is 0. Use a number from 0.001 to 1000000."]);
    check(json!({"heavy_share": 5}), &["heavy_share is 5. Use a number from 0 to 1."]);
    check(json!({"calls": 1.5}), &["calls is 1.5. Use a whole number, 0 or more."]);
    check(json!({"cores": -1}), &["cores is -1. Use a whole number, 0 or more."]);
    check(
        json!({"cores": 0, "cpu_ms": -2}),
        &[
            "cpu_ms is -2. Use a number from 0.001 to 60000.",
            "cores is 0. Use a number from 1 to 64.",
        ],
    );
    check(
        json!({"runtime_factor": {"hybrid": 2, "bun": 0}}),
        &[
            "runtime_factor.bun is 0. Use a number from 0.01 to 100.",
            "There is no modelled option \"hybrid\". Known are: go, node, bun.",
        ],
    );
}

#[test]
fn the_comparison_names_its_schedulers() {
    let dataset = embedded::dataset();
    let ids: Vec<&str> = contenders(&dataset).map(|it| it.option.id.as_str()).collect();
    assert_eq!(ids, ["go", "node", "bun"]);
    let report = report(&json!({"rps": 1000}));
    assert_eq!(report["not_modelled"][0]["id"], "hybrid");
}

/// A core that is asked for twice what it can do gives no digits; four
/// cores do.
#[test]
fn overload_gives_no_digits() {
    let report = report(&json!({"rps": 100, "cpu_ms": 20, "calls": 0, "cores": 4}));
    let [go, node] = [0, 1].map(|place| &report["options"][place]);
    assert_eq!(go["stable"], true);
    assert!(go["p99_ms"].as_f64().is_some_and(|it| it >= 20.0), "{go}");
    assert_eq!(node["stable"], false);
    assert_eq!(node["utilisation"], 2.0);
    assert_eq!(node["p99_ms"], Value::Null);
    assert_eq!(
        node["note"],
        "More is asked than can be done: the queue grows for as long as this lasts."
    );
}

/// A factor is CPU time: two halves the capacity of that option, and of no
/// other.
#[test]
fn a_factor_counts_for_its_option_alone() {
    let report = report(&json!({"rps": 1, "cpu_ms": 10, "runtime_factor": {"node": 2}}));
    let capacity = |place: usize| report["options"][place]["capacity_rps"].as_f64();
    assert_eq!([0, 1, 2].map(capacity), [Some(100.0), Some(50.0), Some(100.0)]);
}
