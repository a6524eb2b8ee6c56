//! The table and the JSON.

use decision_widget::record::{self, Json};
use decision_widget::{Decision, prose};

use super::{CASES, CLEAR, Case};

fn cells(case: &Case) -> Vec<Vec<String>> {
    let table = record::csv(&case.record());
    let text = table.strip_prefix('\u{feff}').expect("it says that it is UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("every row has as many cells"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_is_read_by_others_and_calculates_nothing() {
    for case in CASES.iter() {
        let rows = cells(case);
        let pairs = case.report.criteria.len() * case.report.options.len();
        assert_eq!(rows.len(), 1 + pairs);
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} is a formula");
        }
    }
}

#[test]
fn the_table_says_what_the_report_says() {
    let case = Case::of(CLEAR);
    let rows = cells(&case);
    let of_go = |criterion: &str| {
        let row = rows.iter().find(|it| it[1] == criterion && it[5] == "Go");
        row.expect("there is such a row").clone()
    };
    let row = of_go("CPU-heavy work");
    let reported = case.report.criterion("cpu-work").unwrap();
    let level = reported.assessment("go").unwrap().level.unwrap();
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    assert!((number(&row[2]) - reported.weight).abs() < 1e-4);
    assert!((number(&row[7]) - level.best).abs() < 0.01);
    assert!((number(&row[11]) - case.report.option("go").unwrap().first_rank()).abs() < 1e-4);
}

/// From another library's tree to ours, as a browser's would be.
fn plain(json: serde_json::Value) -> Json {
    use serde_json::Value;
    match json {
        Value::Null => Json::Null,
        Value::Bool(is) => Json::Bool(is),
        Value::Number(number) => Json::Number(number.as_f64().expect("a number")),
        Value::String(text) => Json::Text(text),
        Value::Array(items) => Json::List(items.into_iter().map(plain).collect()),
        Value::Object(fields) => {
            Json::Object(fields.into_iter().map(|(name, value)| (name, plain(value))).collect())
        }
    }
}

fn read_back(
    case: &Case,
    edit: impl FnOnce(&mut serde_json::Value),
) -> Result<Decision, Vec<String>> {
    let mut json = serde_json::from_str(&record::json(&case.record())).expect("it is JSON");
    edit(&mut json);
    record::import(&case.dataset, &plain(json))
}

#[test]
fn json_brings_the_same_decision_back() {
    for case in CASES.iter() {
        assert_eq!(read_back(case, |_| {}), Ok(case.decision.clone()));
    }
}

#[test]
fn json_keeps_what_this_version_does_not_know() {
    let mut case = Case::of(CLEAR);
    case.decision.unread.sections.push((12, vec![1, 2, 3]));
    case.decision.unread.left_out.push(77);
    let case = Case::new(case.dataset, case.decision);
    assert_eq!(read_back(&case, |_| {}), Ok(case.decision.clone()));
}

#[test]
fn edited_json_counts() {
    let case = Case::of(CLEAR);
    let changed = read_back(&case, |json| {
        json["decision"]["answers"]["team"] = "js".into();
        json["decision"]["title"] = "Another".into();
    });
    let changed = changed.expect("the edit is fine");
    assert!(changed.has("team", "js") && !changed.has("team", "go"));
    assert_eq!(prose::title(&changed), "Another");
}

#[test]
fn json_that_cannot_be_understood_is_said_so() {
    let case = Case::of(CLEAR);
    #[track_caller]
    fn check(read: Result<Decision, Vec<String>>, expected: &[&str]) {
        assert_eq!(read.expect_err("something is wrong"), expected);
    }
    check(
        read_back(&case, |json| json["form"] = "decision-record-9".into()),
        &[
            "This record has the form \"decision-record-9\", which this version does not know. Open \
           it with a newer one.",
        ],
    );
    check(
        record::import(&case.dataset, &Json::List(Vec::new())),
        &["This is no decision record: it has no \"form\"."],
    );
    check(
        read_back(&case, |json| {
            json["decision"]["importance"]["scaling"] = 9.into();
            json["decision"]["hidden"] = "bun".into();
        }),
        &[
            "What stands under \"importance.scaling\" is not what belongs there.",
            "What stands under \"hidden\" is not what belongs there.",
        ],
    );
    check(
        read_back(&case, |json| json["decision"]["answers"]["team"] = "cobol".into()),
        &["There is no choice of \"team\" \"cobol\". Known are: js, go, both, neither."],
    );
}
