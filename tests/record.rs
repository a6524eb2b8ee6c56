//! What is taken away from the page, read back by programs of others.

#![cfg(not(target_arch = "wasm32"))]

use std::sync::LazyLock;

use dataset::Dataset;
use decision_widget::appearance::Theme;
use decision_widget::link::{self, Stamp};
use decision_widget::record::{self, Json, Record, svg};
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

#[test]
fn pictures_are_sound_and_carry_their_title() {
    let mut drawn = 0;
    for case in CASES.iter() {
        for chart in svg::Chart::ALL {
            for theme in [Theme::Light, Theme::Dark] {
                let Some(picture) = svg::draw(&case.record(), chart, theme) else { continue };
                let xml = roxmltree::Document::parse(&picture)
                    .unwrap_or_else(|error| panic!("{} is no XML: {error}", chart.name()));
                assert!(
                    xml.descendants()
                        .all(|it| !it.has_tag_name("script") && !it.has_tag_name("img")),
                    "text has become an element"
                );
                let title = xml
                    .descendants()
                    .find(|it| it.has_tag_name(("http://www.w3.org/2000/svg", "title")));
                assert!(title.and_then(|it| it.text()).is_some_and(|it| !it.is_empty()));
                // Colours stand in the picture, and no style of a page is asked for.
                assert!(!picture.contains("var(") && !picture.contains("class="));
                drawn += 1;
            }
        }
    }
    assert!(drawn > 20, "only {drawn} were drawn");
}

#[test]
fn themes_have_the_colours_of_the_page() {
    let case = Case::of(CLEAR);
    let drawn = |theme| svg::draw(&case.record(), svg::Chart::Shares, theme).expect("there is one");
    let (light, dark) = (drawn(Theme::Light), drawn(Theme::Dark));
    let tokens = include_str!("../styles/tokens.css");
    for (picture, colour) in [(&light, "#005a8f"), (&dark, "#4a9fd8"), (&dark, "#16181b")] {
        assert!(tokens.contains(colour) && picture.contains(colour), "{colour}");
    }
    assert!(!light.contains("gray"), "a token was not found");
}

#[test]
fn bars_are_as_long_as_their_shares() {
    let case = Case::of(CLEAR);
    let picture = svg::draw(&case.record(), svg::Chart::Shares, Theme::Light).unwrap();
    let xml = roxmltree::Document::parse(&picture).unwrap();
    let bars = xml.descendants().filter(|it| it.attribute("height") == Some("14"));
    let widths: Vec<f64> = bars.map(|it| it.attribute("width").unwrap().parse().unwrap()).collect();
    let shares = widths.chunks(2).map(|pair| pair[1] / pair[0]);
    for (drawn, option) in shares.zip(&case.report.options) {
        assert!((drawn - option.first_rank()).abs() < 0.002, "{}", option.id);
    }
}

#[test]
fn without_a_verdict_there_is_nothing_to_draw() {
    let case = Case::of(NOTHING);
    assert_eq!(svg::draw(&case.record(), svg::Chart::Shares, Theme::Light), None);
    assert_eq!(svg::draw(&case.record(), svg::Chart::Contributions, Theme::Light), None);
    assert!(svg::draw(&case.record(), svg::Chart::Assessments, Theme::Light).is_some());
}

/// Reads a code as a camera would.
fn scanned(code: &record::QrCode) -> String {
    const SCALE: usize = 4;
    let size = usize::try_from(code.size).unwrap();
    let mut dark = vec![false; size * size];
    for run in code.path.split('M').skip(1) {
        let numbers = run.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
        let numbers: Vec<usize> = numbers.map(|it| it.parse().unwrap()).collect();
        let [x, y, length, ..] = numbers[..] else { panic!("{run}") };
        dark[y * size + x..][..length].fill(true);
    }
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
            if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 }
        });
    let grids = image.detect_grids();
    grids.first().expect("there is a code").decode().expect("it can be read").1
}

#[test]
fn a_code_opens_the_same_decision() {
    for answers in [CLEAR, CONFLICT, NOTHING] {
        let case = Case::of(answers);
        let read = scanned(&record::qr_code(&case.link).expect("it is short enough"));
        let (base, state) = read.rsplit_once("#d=").unwrap_or((&read, ""));
        assert_eq!(base, "https://example.org/a_b/");
        assert_eq!(link::decode(&case.dataset, state).decision, case.decision);
    }
}

#[test]
fn a_link_that_no_camera_reads_is_said_so() {
    let link = format!("https://example.org/#d=1{}", "z".repeat(2_000));
    assert_eq!(
        record::qr_code(&link),
        Err("The link is too long for a code that a camera can read. Shorten the notes, or send \
             the link."
            .to_string())
    );
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
