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
