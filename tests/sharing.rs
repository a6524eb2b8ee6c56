//! Links: what goes in comes out, and what has changed since is told.

#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "the laws use more of it")]
mod common;

use common::arbitrary_case;
use dataset::{Change, Dataset};
use decision_widget::engine::answer;
use decision_widget::link::{self, Stamp};
use decision_widget::since::since;
use decision_widget::{AnswersFile, Decision, embedded, prose};
use proptest::prelude::*;

/// What people write, and what nobody should.
fn arbitrary_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zäёя\\n ]{0,60}", "[一-龥，。]{0,60}", "(?s).{0,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_goes_in_comes_out(
        case in arbitrary_case(),
        title in arbitrary_text(),
        notes in arbitrary_text(),
    ) {
        let mut decision = case.decision;
        prose::set_title(&mut decision, &title).expect("it is short enough");
        prose::set_notes(&mut decision, &notes).expect("it is short enough");
        let verdict = answer(&case.dataset, &decision).verdict;
        let stamp = Stamp::of(&case.dataset, &verdict);
        let text = link::encode(&case.dataset, &decision, &stamp);

        let opened = link::decode(&case.dataset, &text);
        prop_assert_eq!(opened.damage, None);
        prop_assert!(!opened.has_unknown);
        prop_assert_eq!(&opened.decision, &decision);
        prop_assert_eq!(prose::title(&opened.decision), prose::tidy(&title, prose::Lines::One).text);
        prop_assert_eq!(prose::notes(&opened.decision), prose::tidy(&notes, prose::Lines::Many).text);
        // Equal decisions have equal links, however they came about.
        prop_assert_eq!(link::encode(&case.dataset, &opened.decision, &stamp), text.clone());
        prop_assert_eq!(link::decode(&case.dataset, &text.to_uppercase()).decision, decision);
        prop_assert!(text.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()));
    }

    #[test]
    fn a_damaged_link_is_noticed_and_never_a_panic(
        case in arbitrary_case(),
        notes in arbitrary_text(),
        place in any::<prop::sample::Index>(),
        bit in 0u8..7,
    ) {
        let mut decision = case.decision;
        prose::set_notes(&mut decision, &notes).expect("it is short enough");
        let text = link::encode(&case.dataset, &decision, &Stamp::default());
        prop_assume!(!text.is_empty());
        // A cut is noticed by the section that it cuts, or by the checksum: of
        // cuts between sections, one in 32,768 is not.
        let is_unnoticed = |end: &usize| link::decode(&case.dataset, &text[..*end]).damage.is_none();
        prop_assert!((1..text.len()).filter(is_unnoticed).count() < 2);
        let mut bytes = text.clone().into_bytes();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let flipped = String::from_utf8_lossy(&bytes).into_owned();
        // A capital letter means the same as a small one.
        if flipped.to_lowercase() != text {
            prop_assert!(link::decode(&case.dataset, &flipped).damage.is_some(), "{}", flipped);
        }
        // What lies behind a checksum that fits by chance is read all the same.
        let opened = link::decode(&case.dataset, &link::sealed(&flipped));
        let _ = (prose::title(&opened.decision), prose::notes(&opened.decision));
        let again = link::encode(&case.dataset, &opened.decision, &Stamp::default());
        prop_assert_eq!(link::decode(&case.dataset, &again).decision, opened.decision);
    }
}

/// Notes of 1,000 characters beside a full checklist with fifteen importances.
#[test]
fn a_full_link_with_notes_stays_below_two_thousand() {
    let dataset = embedded::dataset();
    for (name, text) in [
        ("English", include_str!("texts/english.txt")),
        ("German", include_str!("texts/german.txt")),
        ("Russian", include_str!("texts/russian.txt")),
        ("Chinese", include_str!("texts/chinese.txt")),
        ("Japanese", include_str!("texts/japanese.txt")),
        ("Korean", include_str!("texts/korean.txt")),
        ("emoji", include_str!("texts/emoji.txt")),
    ] {
        let mut decision = full(&dataset);
        let bare = link::encode(&dataset, &decision, &stamp(&dataset, &decision)).len();
        assert!(bare < 60, "a full checklist takes {bare}");
        let notes: String = text.trim().chars().take(prose::LONGEST_NOTES).collect();
        assert!(notes.chars().count() > 990, "{name} is too short to tell");
        prose::set_notes(&mut decision, &notes).expect("it is short enough");
        let length = link::encode(&dataset, &decision, &stamp(&dataset, &decision)).len();
        println!("{name}: {length} characters, {bare} without notes");
        assert!(length < 2_000, "{name} takes {length}");
    }
}

fn stamp(dataset: &Dataset, decision: &Decision) -> Stamp {
    Stamp::of(dataset, &answer(dataset, decision).verdict)
}

/// Every question answered, fifteen importances set.
fn full(dataset: &Dataset) -> Decision {
    let answers = dataset.questions.iter().map(|question| {
        let many = if question.several { usize::MAX } else { 1 };
        let choices = question.choices.iter().rev().take(many).map(|it| it.id).collect();
        (question.id, dataset::Answer(choices))
    });
    let level = decision_widget::decision::Importance::MAX;
    let file = AnswersFile {
        answers: answers.collect(),
        importance: dataset.criteria.iter().rev().take(15).map(|it| (it.id, level)).collect(),
        ..AnswersFile::default()
    };
    file.into_decision(dataset).expect("all of it is known")
}

/// A later version of the comparison that takes everything back that was said
/// for Go.
fn later() -> Dataset {
    let mut later = embedded::dataset();
    for claim in later.claims.iter_mut().filter(|it| it.options.iter().any(|id| *id == "go")) {
        claim.level = dataset::Interval { low: 0.0, high: 0.0 };
    }
    later.version = "2027.1.1".into();
    later.changes.push(Change {
        version: later.version,
        says: vec!["Every claim for Go was taken back.".into()].into(),
    });
    later
}

#[test]
fn a_reader_of_an_older_link_is_told_what_has_changed() {
    let (then, now) = (embedded::dataset(), later());
    let file: AnswersFile =
        serde_json::from_str(r#"{"answers": {"work": "cpu", "team": "go", "load": "high"}}"#)
            .unwrap();
    let decision = file.into_decision(&then).unwrap();
    let text = link::encode(&then, &decision, &stamp(&then, &decision));

    let opened = link::decode(&then, &text);
    assert_eq!(since(&then, &opened.stamp, &answer(&then, &decision).verdict), None);

    let opened = link::decode(&now, &text);
    let verdict = answer(&now, &opened.decision).verdict;
    let told = since(&now, &opened.stamp, &verdict).expect("much has changed");
    assert_eq!(told.changed, Some(true));
    let beginning = format!(
        "Since this link was made with version {}: Every claim for Go was taken back. The verdict \
         was “Clear: Go”; now it is “",
        then.version
    );
    assert!(told.sentence.starts_with(&beginning), "{}", told.sentence);
}

#[test]
fn a_verdict_that_stands_is_said_to_stand() {
    let (then, mut now) = (embedded::dataset(), embedded::dataset());
    now.version = "2027.1.1".into();
    now.changes
        .push(Change { version: now.version, says: vec!["A date was corrected.".into()].into() });
    let file: AnswersFile =
        serde_json::from_str(r#"{"answers": {"work": "cpu", "team": "go", "load": "high"}}"#)
            .unwrap();
    let decision = file.into_decision(&then).unwrap();
    let verdict = answer(&now, &decision).verdict;
    let sentence = |stamp: &Stamp| since(&now, stamp, &verdict).map(|it| it.sentence);
    assert_eq!(
        sentence(&stamp(&then, &decision)),
        Some(format!(
            "Since this link was made with version {}: A date was corrected. The verdict is the \
             same as then.",
            then.version
        ))
    );
    // Links from before there were stamps were made with the first version.
    let silent = sentence(&Stamp::default()).expect("much has changed");
    assert!(silent.starts_with("Since this link was made with version 2026.11.1: "), "{silent}");
    assert!(
        silent.ends_with("A date was corrected. The link does not say what the verdict was then."),
        "{silent}"
    );
    let newer = stamp(&now, &decision);
    let told = since(&then, &newer, &answer(&then, &decision).verdict).map(|it| it.sentence);
    assert_eq!(
        told.as_deref(),
        Some(
            "This link was made with a newer version of the comparison than this one. The verdict \
             is the same as then."
        )
    );
}
