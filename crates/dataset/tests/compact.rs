//! The compact form holds everything, in two parts that can be had one by one.
#![cfg(feature = "json")]

use dataset::{Apart, Compact, Corrupt, Dataset, Id, Table, Text, compact, read, unpack};
use serde_json::{Value, json};

/// A comparison with something in every field.
fn full() -> Dataset {
    let basis = |place: &str| json!({"source": "book", "place": place});
    let claim = |id: &str, option: &str, level: Value| {
        json!({"id": id, "source": "book", "place": "p. 1", "criterion": "taste",
            "options": [option], "level": level, "kind": "survey", "as_of": "2019",
            "says": "It is sweet.", "note": "It was asked in winter.",
            "when": [{"question": "hurry", "is": ["yes"]}]})
    };
    let json = json!({
        "id": "tea-or-coffee", "version": "1", "title": "Tea or coffee", "summary": "Drinks.",
        "sources": [{"id": "book", "short": "Book", "title": "A book", "author": "A. Author",
            "date": "2020-02", "stance": "neutral", "leans": "tea"}],
        "options": [
            {"id": "tea", "name": "Tea", "about": "Leaves.", "basis": [basis("p. 2")]},
            {"id": "coffee", "name": "Coffee", "family": "beans", "fits": "Fast.",
                "scheduler": "round-robin"}
        ],
        "criteria": [
            {"id": "taste", "name": "Taste", "group": "growth", "worst": "bitter", "best": "sweet"},
            {"id": "wait", "name": "Quickness", "measure":
                {"unit": "s", "utility": [[0, 1], [600, 0]]}}
        ],
        "claims": [claim("c1", "tea", json!(3)), claim("c2", "coffee", json!([1, 2]))],
        "weights": {"bounded": {"taste": [0.1, 0.9], "wait": 0.5}},
        "gaps": [{"option": "tea", "criterion": "wait", "why": "Nobody waited."},
            {"option": "coffee", "criterion": "wait", "why": "Nobody slept."}],
        "figures": [{"id": "cups", "title": "Cups", "unit": "cups", "note": "A year.", "values":
            [{"label": "Tea", "option": "tea", "value": [80, 150], "qualifier": "about",
                "basis": basis("p. 3"), "as_of": "2018"}]}],
        "questions": [{"id": "hurry", "group": "team", "ask": "In a hurry?", "why": "Time matters.",
            "choices": [{"id": "yes", "label": "Yes", "basis": [basis("p. 4")], "requires":
                [{"options": "tea", "severity": "excluded", "because": "It steeps.",
                    "basis": basis("p. 5"), "way_out": "Wait."}]},
                {"id": "no", "label": "No"}]}],
        "scenarios": [{"id": "dawn", "name": "Dawn", "about": "It is early.",
            "basis": basis("p. 6"), "answers": {"hurry": "yes"}}],
        "topics": [{"id": "water", "title": "Water", "paragraphs": ["It boils.", "It cools."],
            "basis": [basis("p. 7")]}],
        "glossary": [{"word": "steam", "means": "It burns."}]
    });
    read(&json.to_string()).expect("the dataset is sound")
}

/// A comparison that leaves out what may be left out.
fn sparse() -> Dataset {
    let claim = |option: &str| {
        json!({"id": option, "source": "book", "place": "p. 1", "criterion": "taste",
            "options": [option], "level": 2, "kind": "opinion", "says": "It is so."})
    };
    let json = json!({
        "id": "tea-or-coffee", "version": "1", "title": "Tea or coffee",
        "sources": [{"id": "book", "short": "Book", "title": "A book", "author": "A. Author",
            "stance": "neutral"}],
        "options": [{"id": "tea", "name": "Tea"}, {"id": "coffee", "name": "Coffee"}],
        "criteria": [{"id": "taste", "name": "Taste", "worst": "bitter", "best": "sweet"}],
        "claims": [claim("tea"), claim("coffee")]
    });
    read(&json.to_string()).expect("the dataset is sound")
}

/// The parts of a packed dataset, kept for ever as the page does.
fn parts(dataset: &Dataset) -> (&'static [u8], &'static [u8]) {
    let Compact { outline, wording } = compact(dataset);
    (outline.leak(), wording.leak())
}

fn shipped() -> Dataset {
    read(include_str!("../../../data/go-or-node.json")).expect("the comparison is sound")
}

#[test]
fn both_parts_hold_everything() {
    for dataset in [full(), sparse(), shipped()] {
        assert!(dataset.is_whole());
        let (outline, wording) = parts(&dataset);
        assert!(unpack(outline, Some(wording)) == Ok(dataset));
    }
}

#[test]
fn every_form_of_weights_and_effects_is_held() {
    use dataset::{StatedWeights, Weigh};
    let weights: Table<f64> = [("taste".into(), 0.25), ("wait".into(), 0.75)].into_iter().collect();
    let classes: Vec<Vec<Id>> = vec![vec!["wait".into()], vec!["taste".into()]];
    for stated in [
        StatedWeights::Free,
        StatedWeights::Fixed(weights.clone()),
        StatedWeights::Swing(weights),
        StatedWeights::Ordinal(classes),
    ] {
        let mut dataset = full();
        dataset.weights = Some(stated);
        dataset.questions[0].choices[1].weighs =
            vec![Weigh { criterion: "wait".into(), points: -3 }];
        let (outline, wording) = parts(&dataset);
        assert_eq!(unpack(outline, Some(wording)), Ok(dataset));
    }
}

#[test]
fn the_outline_alone_is_the_same_comparison_without_its_wording() {
    for whole in [full(), shipped()] {
        let (bytes, wording) = parts(&whole);
        let outline = unpack(bytes, None).expect("the outline is sound");
        assert!(!outline.is_whole());
        assert_eq!(outline.options.len(), whole.options.len());
        for (left, right) in outline.claims.iter().zip(&whole.claims) {
            assert_eq!(
                (left.id, left.source, left.criterion),
                (right.id, right.source, right.criterion)
            );
            assert_eq!((&left.options, left.level), (&right.options, right.level));
            assert_eq!((left.kind, left.as_of, &left.when), (right.kind, right.as_of, &right.when));
            assert!(left.says.is_empty() && left.place.is_empty() && left.note.is_none());
            assert!(!left.says.is_here() && !left.place.is_here() && !left.note.is_here());
        }
        assert_eq!(outline.claims.len(), whole.claims.len());
        assert!(outline.gaps.is_empty() && outline.figures.is_empty());
        for (left, right) in outline.topics.iter().zip(&whole.topics) {
            assert_eq!((left.id, left.title), (right.id, right.title));
            assert!(left.paragraphs.is_empty() && left.basis.is_empty());
        }
        let (left, right) = (&outline.options[0].basis[0], &whole.options[0].basis[0]);
        assert_eq!(left.source, right.source);
        assert!(left.place.is_empty() && !right.place.is_empty());
        assert_eq!(outline.criteria.len(), whole.criteria.len());
        for (left, right) in outline.criteria.iter().zip(&whole.criteria) {
            assert_eq!((left.id, left.name, &left.group), (right.id, right.name, &right.group));
            assert_eq!(left.measure, right.measure);
            for apart in [left.about, left.worst, left.best] {
                assert!(apart.is_empty() && !apart.is_here());
            }
        }
        assert_eq!(outline.weights, whole.weights);
        assert_eq!(outline.registry, whole.registry);
        assert_eq!(outline.scenarios[0].answers, whole.scenarios[0].answers);
        assert!(unpack(bytes, Some(wording)) == Ok(whole), "the outline serves both");
    }
}

/// What a reader meets only after opening something is not paid for before.
#[test]
fn what_is_apart_is_in_the_wording_only() {
    let Compact { outline, wording } = compact(&full());
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|it| it == text.as_bytes());
    let apart = [
        "It is sweet.",
        "It was asked",
        "Nobody waited.",
        "Cups",
        "p. 3",
        "It boils.",
        "It burns.",
    ];
    for text in apart {
        assert!(has(&wording, text) && !has(&outline, text), "{text}");
    }
    for text in ["In a hurry?", "It steeps.", "Wait.", "p. 5", "Water", "Book"] {
        assert!(has(&outline, text) && !has(&wording, text), "{text}");
    }
}

/// Every claim names its source, its criterion and its options again.
#[test]
fn a_text_is_written_once_in_each_part() {
    let Compact { outline, wording } = compact(&full());
    let times = |bytes: &[u8], text: &str| {
        let even = u8::try_from(text.len() * 2).expect("a short text");
        let written = [&[even], text.as_bytes()].concat();
        bytes.windows(written.len()).filter(|it| **it == written).count()
    };
    for id in ["book", "taste", "coffee", "hurry"] {
        assert_eq!(times(&outline, id), 1, "{id}");
    }
    assert_eq!(times(&wording, "p. 1"), 1, "both claims stand there");
}

#[test]
fn every_cut_is_noticed() {
    let (outline, wording) = parts(&full());
    for at in 0..outline.len() {
        assert_eq!(unpack(&outline[..at], None), Err(Corrupt), "outline cut at {at}");
        assert_eq!(unpack(&outline[..at], Some(wording)), Err(Corrupt), "outline cut at {at}");
    }
    for at in 0..wording.len() {
        assert_eq!(unpack(outline, Some(&wording[..at])), Err(Corrupt), "wording cut at {at}");
    }
}

#[test]
fn what_is_too_much_is_noticed() {
    let (outline, wording) = parts(&full());
    let longer = |bytes: &[u8]| -> &'static [u8] { [bytes, &[0]].concat().leak() };
    assert_eq!(unpack(longer(outline), None), Err(Corrupt));
    assert_eq!(unpack(longer(outline), Some(wording)), Err(Corrupt));
    assert_eq!(unpack(outline, Some(longer(wording))), Err(Corrupt));
    assert_eq!(unpack(&[1, 2, 3], None), Err(Corrupt));
}

/// Lengths that promise more than there is neither panic nor fill the memory.
#[test]
fn damage_comes_to_an_end() {
    let (outline, wording) = parts(&full());
    let damaged = |bytes: &[u8], at: usize, byte: u8| -> &'static [u8] {
        let mut bytes = bytes.to_vec();
        bytes[at] = byte;
        bytes.leak()
    };
    for byte in [0, 1, 0x7f, 0x80, 0xff] {
        for at in 0..outline.len() {
            let _ = unpack(damaged(outline, at, byte), Some(wording));
        }
        for at in 0..wording.len() {
            let _ = unpack(outline, Some(damaged(wording, at, byte)));
        }
    }
    for length in 1..200 {
        assert_eq!(unpack(vec![0xff; length].leak(), Some(wording)), Err(Corrupt));
    }
}

#[test]
fn what_is_not_here_reads_as_empty() {
    let missing = Apart::<Vec<Text>>::default();
    assert!(!missing.is_here());
    assert_eq!(*missing, Vec::<Text>::new());
    assert_eq!(missing.iter().count(), 0);
    let here = Apart::from(vec![Text::from("a")]);
    assert!(here.is_here());
    assert_eq!(*here, ["a"]);
    assert_ne!(missing, Apart::from(Vec::new()), "empty is not missing");
}

#[test]
fn json_knows_nothing_of_parts() {
    let note: Apart<Option<Text>> = serde_json::from_str("null").expect("null is no note");
    assert!(note.is_here() && note.is_none());
    let place = Apart::from(Text::from("p. 1"));
    assert_eq!(serde_json::to_string(&place).expect("a text is JSON"), r#""p. 1""#);
    assert_eq!(serde_json::from_str::<Apart<Text>>(r#""p. 1""#).expect("it is one"), place);
}
