//! What the comparison says was measured is what was measured.

use decision_widget::embedded;
use serde_json::Value as Json;

const SOURCE: &str = "measured";
const PLACE: &str = "data/measured.json, ";

fn footprint() -> Json {
    let json: Json =
        serde_json::from_str(include_str!("../data/measured.json")).expect("it is JSON");
    json["footprint"].clone()
}

/// How many of a figure's units a measured number is.
fn in_unit(unit: &str, number: f64) -> f64 {
    match unit.split(' ').next().expect("a figure has a unit") {
        "MB" => number / 1e6,
        "kB" => number / 1e3,
        "ms" | "answers" => number,
        other => panic!("nothing is measured in {other}"),
    }
}

#[test]
fn figures_are_as_measured() {
    let (dataset, footprint) = (embedded::dataset(), footprint());
    let mut checked = 0;
    for figure in dataset.figures.iter() {
        for value in figure.values.iter().filter(|it| it.basis.source == *SOURCE) {
            let field =
                value.basis.place.as_str().strip_prefix(PLACE).expect("the place is a field");
            let option = value.option.expect("options were measured");
            let number =
                footprint["found"][option.as_str()][field].as_f64().expect("it was measured");
            let told = value.value.low;
            assert_eq!(told, value.value.high, "{} is one number", figure.id);
            let off = (told - in_unit(&figure.unit, number)).abs();
            assert!(off <= 0.05, "{} of {option}: {told}, measured {number}", figure.id);
            assert_eq!(value.as_of.as_deref(), footprint["about"]["date"].as_str());
            checked += 1;
        }
    }
    assert_eq!(checked, 13);
}

/// A claim names the fields that it rests on.
#[test]
fn claims_name_what_was_measured() {
    let (dataset, footprint) = (embedded::dataset(), footprint());
    let source = dataset.source(SOURCE).expect("the measurement is a source");
    assert_eq!(source.date.as_deref(), footprint["about"]["date"].as_str());
    let claims = dataset.claims.iter().filter(|it| it.source == source.id);
    for claim in claims {
        let fields = claim.place.as_str().strip_prefix(PLACE).expect("the place is a field");
        for (field, option) in
            fields.split(", ").flat_map(|field| claim.options.iter().map(move |it| (field, it)))
        {
            assert!(
                footprint["found"][option.as_str()][field].is_number(),
                "{}: {field}",
                claim.id
            );
        }
    }
}

/// Medians of the model's relative error up to 70 % load, as the page tells them.
#[test]
fn the_model_is_as_far_off_as_the_page_says() {
    let json: Json =
        serde_json::from_str(include_str!("../data/measured.json")).expect("it is JSON");
    let rows = json["model"]["found"].as_array().expect("rows were measured");
    let median = |measured: &str, modelled: &str| {
        let total = |row: &Json, field: &str| -> f64 {
            let runs = row["runs"].as_array().expect("there are runs");
            runs.iter().map(|run| run[field].as_f64().expect("it is a number")).sum()
        };
        let within = rows.iter().filter(|row| row["load"].as_f64().is_some_and(|it| it <= 0.7));
        let mut off: Vec<f64> =
            within.map(|row| (total(row, modelled) / total(row, measured) - 1.0).abs()).collect();
        assert_eq!(off.len(), 90);
        off.sort_by(f64::total_cmp);
        (off[off.len() / 2] * 100.0).round()
    };
    assert_eq!(median("mean_ms", "model_mean_ms"), 1.0);
    assert_eq!(median("p99_ms", "model_p99_ms"), 5.0);
    assert!(decision_widget::words::lab::LIMITS_TEXT.contains("off by 1 %"));
    assert!(decision_widget::words::lab::LIMITS_TEXT.contains("of 99 of 100 by 5 %"));
}
