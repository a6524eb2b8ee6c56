//! Whatever is taken away, and what several decisions come to.

use dataset::Dataset;
use decision_widget::appearance::Theme;
use decision_widget::group::{self, compare};
use decision_widget::link::{self, Stamp};
use decision_widget::record::{Record, csv, file_name, madr, svg, text_summary};
use decision_widget::{AnswersFile, Decision, embedded, evaluate};

use crate::markup::{Said, no_plain_words, said};
use crate::pages::persons;

/// Fields of the metadata and their values are no text.
const OF_MADR: [&str; 3] = ["status", "proposed", "date"];

fn decision(dataset: &Dataset, answers: &str) -> Decision {
    let file: AnswersFile = serde_json::from_str(answers).expect("the answers are JSON");
    file.into_decision(dataset).expect("the answers are known")
}

fn plain(place: &str, text: String) -> Said {
    Said { place: place.to_owned(), text }
}

/// The lines of a text, without the id of the comparison, which is no word.
fn lines(dataset: &Dataset, text: &str) -> Vec<Said> {
    text.lines().map(|it| plain("line", it.replace(dataset.id.as_str(), ""))).collect()
}

/// Every third person brings every kind of verdict; all would take long.
#[test]
fn no_record_has_a_text_of_its_own() {
    let dataset = embedded::dataset();
    for answers in ["{}".to_owned()].into_iter().chain(persons().into_iter().step_by(3)) {
        let decision = decision(&dataset, &answers);
        let report = evaluate(&dataset, &decision);
        let record = Record {
            dataset: &dataset,
            decision: &decision,
            report: &report,
            link: "http://127.0.0.1/#d=1",
            date: Some("2026-11-21"),
        };
        no_plain_words(lines(&dataset, &madr(&record)), &OF_MADR);
        no_plain_words(lines(&dataset, &csv(&record)), &[]);
        no_plain_words(lines(&dataset, &text_summary(&record)), &[]);
        assert!(file_name(&record, "md").ends_with(".md"));
        for chart in svg::Chart::ALL {
            let drawn = svg::draw(&record, chart, Theme::Light);
            if let Some(drawn) = drawn {
                no_plain_words(said(&drawn), &[]);
            }
        }
    }
}

#[test]
fn pictures_begin_where_lines_do() {
    let dataset = embedded::dataset();
    let decision = decision(&dataset, &persons()[0]);
    let report = evaluate(&dataset, &decision);
    let record =
        Record { dataset: &dataset, decision: &decision, report: &report, link: "", date: None };
    let drawn = svg::draw(&record, svg::Chart::Shares, Theme::Light).expect("there is a verdict");
    let document = roxmltree::Document::parse(&drawn).expect("it is XML");
    let root = document.root_element();
    assert_eq!(root.attribute("direction"), Some("rtl"));
    let number = |node: roxmltree::Node, name: &str| -> i32 {
        node.attribute(name).and_then(|it| it.parse().ok()).expect("it is a number")
    };
    let bars: Vec<_> =
        document.descendants().filter(|it| it.attribute("height") == Some("14")).collect();
    let ends: Vec<i32> = bars.iter().map(|it| number(*it, "x") + number(*it, "width")).collect();
    assert!(!ends.is_empty() && ends.iter().all(|it| *it == ends[0]), "{ends:?}");
    let title = document.descendants().find(|it| it.has_tag_name("text")).expect("there is text");
    assert_eq!(number(title, "x"), ends[0], "the title begins above the bars");
}

#[test]
fn no_comparison_of_people_has_a_text_of_its_own() {
    let dataset = embedded::dataset();
    let mut lines: Vec<String> = persons()
        .iter()
        .step_by(2)
        .take(4)
        .map(|it| link::encode(&dataset, &decision(&dataset, it), &Stamp::default()))
        .collect();
    lines.extend(["?".to_owned(), "1zzz".to_owned()]);
    let group = group::read(&dataset, &lines.join("\n")).expect("some can be compared");
    let found = compare(&dataset, group);
    let mut texts: Vec<Said> = said(&svg::ranks(&dataset, &found, Theme::Light));
    for member in &found.members {
        texts.push(plain("member", format!("{}: {}", member.name, member.sentence)));
    }
    for topic in &found.topics {
        texts.push(plain("topic", format!("{}: {}", topic.title, topic.told.join(", "))));
    }
    texts.extend(found.skipped.iter().map(|it| plain("skipped", it.says.clone())));
    no_plain_words(texts, &[]);
    let error = group::read(&dataset, "?").expect_err("nothing to compare");
    no_plain_words([plain("error", error)], &[]);
}
