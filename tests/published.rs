//! Published and hand-checked models, replayed through a dataset file.

use dataset::Dataset;
use decision_widget::report::{Method, Report};
use decision_widget::{Decision, evaluate};
use serde_json::{Value, json};

/// A measured or levelled model without a checklist: criteria with their
/// utilities, options with one assessment each, and stated weights.
struct Model {
    criteria: Vec<(&'static str, Value)>,
    options: Vec<&'static str>,
    claims: Vec<Value>,
}

impl Model {
    fn new(options: &[&'static str]) -> Self {
        Model { criteria: Vec::new(), options: options.to_vec(), claims: Vec::new() }
    }

    /// A criterion in a unit, with the claims' extra fields by option.
    fn measured(mut self, id: &'static str, utility: Value, values: &[Value]) -> Self {
        self.criteria.push((id, utility));
        for (option, value) in self.options.iter().zip(values) {
            let mut claim = json!({
                "id": format!("{id}-{option}"), "source": "paper", "place": "table",
                "criterion": id, "options": [option], "kind": "measurement", "says": "As given."
            });
            for (field, content) in value.as_object().expect("fields of a claim") {
                claim[field] = content.clone();
            }
            self.claims.push(claim);
        }
        self
    }

    fn evaluate(self, weights: Value) -> Report {
        let dataset = json!({
            "id": "model", "version": "1", "title": "A model",
            "sources": [{"id": "paper", "short": "Paper", "title": "A paper", "author": "Authors",
                         "stance": "none"}],
            "options": self.options.iter().map(|id| json!({"id": id, "name": id})).collect::<Vec<_>>(),
            "criteria": self.criteria.iter().map(|(id, utility)| json!({
                "id": id, "name": id, "measure": {"unit": "unit", "utility": utility}
            })).collect::<Vec<_>>(),
            "claims": self.claims,
            "weights": weights
        });
        let dataset: Dataset =
            dataset::read(&dataset.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
        evaluate(&dataset, &Decision::default())
    }
}

fn level(value: f64) -> Value {
    json!({ "level": value })
}

fn share(report: &Report, option: &str, rank: usize) -> f64 {
    report.option(option).expect("it is visible").rank_acceptability[rank]
}

#[track_caller]
fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

/// Two options that each win one of two criteria, with free weights: by the
/// cut of a segment, the share is in the ratio of the differences.
#[test]
fn free_weights_over_two_measured_criteria() {
    let report = Model::new(&["a", "b"])
        .measured("cost", json!([[100, 1], [300, 0]]), &[level(100.0), level(200.0)])
        .measured("range", json!([[0, 0], [40, 1]]), &[level(0.0), level(10.0)])
        .evaluate(json!("free"));
    assert_eq!(report.method, Method::Exact);
    // Differences 0.5 and -0.25: a wins for w_cost > 1/3.
    close(share(&report, "a", 0), 2.0 / 3.0, 1e-12);
    close(report.pairwise["b"]["a"], 1.0 / 3.0, 1e-12);
    // The mean of w_cost over [1/3, 1] is 2/3.
    close(report.option("a").expect("visible").central_weights["cost"], 2.0 / 3.0, 1e-12);
}

#[test]
fn fixed_weights_and_swings_are_one_thing() {
    let model = || {
        Model::new(&["a", "b", "c"])
            .measured("x", json!([[0, 0], [10, 1]]), &[level(10.0), level(5.0), level(0.0)])
            .measured("y", json!([[0, 0], [10, 1]]), &[level(0.0), level(6.0), level(10.0)])
    };
    let fixed = model().evaluate(json!({"fixed": {"x": 0.5, "y": 0.5}}));
    let swing = model().evaluate(json!({"swing": {"x": 100, "y": 100}}));
    assert_eq!(fixed.method, Method::Exact);
    assert_eq!(fixed.options, swing.options);
    assert_eq!(fixed.verdict.options, ["b"]);
    close(fixed.option("b").expect("visible").value, 0.55, 1e-12);
    assert_eq!(fixed.option("b").expect("visible").rank_acceptability, [1.0, 0.0, 0.0]);
}

#[test]
fn utilities_are_piecewise_linear() {
    let report = Model::new(&["a", "b"])
        .measured("x", json!([[0, 0], [10, 0.8], [20, 1]]), &[level(5.0), level(15.0)])
        .evaluate(json!({"fixed": {"x": 1}}));
    close(report.option("a").expect("visible").value, 0.4, 1e-12);
    close(report.option("b").expect("visible").value, 0.9, 1e-12);
}

/// With a ranking x > y, w_x is uniform on [1/2, 1].
#[test]
fn a_ranking_halves_the_segment() {
    let report = Model::new(&["a", "b"])
        .measured("x", json!([[0, 0], [1, 1]]), &[level(0.2), level(0.4)])
        .measured("y", json!([[0, 0], [1, 1]]), &[level(0.8), level(0.2)])
        .evaluate(json!({"ordinal": [["x"], ["y"]]}));
    // a wins where 0.2 w_x < 0.6 (1 - w_x): w_x < 3/4, half of [1/2, 1].
    assert_eq!(report.method, Method::Exact);
    close(share(&report, "a", 0), 0.5, 1e-12);
}

/// With w_x within [0.2, 0.6], it is uniform there.
#[test]
fn bounds_cut_the_segment() {
    let report = Model::new(&["a", "b"])
        .measured("x", json!([[0, 0], [1, 1]]), &[level(1.0), level(0.0)])
        .measured("y", json!([[0, 0], [1, 1]]), &[level(0.0), level(1.0)])
        .evaluate(json!({"bounded": {"x": [0.2, 0.6], "y": [0, 1]}}));
    // a wins where w_x > 1/2: a quarter of the interval.
    close(share(&report, "a", 0), 0.25, 4.0 * report.error + 1e-3);
}

/// Uniform readings on [0, 1] and [0, 2] of a utility that ends at 2: the
/// second is larger with probability 3/4.
#[test]
fn intervals_are_read_uniformly() {
    let report = Model::new(&["a", "b"])
        .measured(
            "x",
            json!([[0, 0], [2, 1]]),
            &[json!({"level": [0, 1]}), json!({"level": [0, 2]})],
        )
        .evaluate(json!({"fixed": {"x": 1}}));
    assert_eq!(report.method, Method::Sampled);
    close(share(&report, "b", 0), 0.75, 4.0 * report.error + 1e-3);
}

/// Normal readings with means 15 and 10 and deviations 3 and 4: the
/// difference has deviation 5, so the first is larger with Phi(1).
#[test]
fn normal_readings() {
    let report = Model::new(&["a", "b"])
        .measured(
            "x",
            json!([[-100, 0], [100, 1]]),
            &[json!({"level": 15, "deviation": 3}), json!({"level": 10, "deviation": 4})],
        )
        .evaluate(json!({"fixed": {"x": 1}}));
    close(share(&report, "a", 0), 0.841_345, 4.0 * report.error + 1e-3);
    let criterion = report.criterion("x").expect("it is there");
    let level = criterion.assessment("a").and_then(|it| it.level).expect("it is assessed");
    close(level.low, 15.0 - 1.96 * 3.0, 1e-12);
}
