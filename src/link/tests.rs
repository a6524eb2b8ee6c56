use dataset::{Question, RegisteredQuestion};
use proptest::prelude::*;

use super::*;
use crate::decision::{Edit, Importance};
use crate::embedded;
use crate::report::VerdictKind;

/// Every question answered with its last choice, every importance set.
fn everything(dataset: &Dataset) -> Decision {
    let mut decision = Decision::default();
    for question in &dataset.questions {
        for choice in question.choices.iter().rev() {
            let tick = Edit::Tick { question: question.id, choice: choice.id };
            decision = decision.edit(dataset, tick);
        }
    }
    for criterion in &dataset.criteria {
        let weigh = Edit::Weigh(criterion.id, Some(Importance::MAX));
        decision = decision.edit(dataset, weigh);
    }
    decision
}

/// A question that a later version of the dataset might bring.
fn with_one_more_question(dataset: &Dataset) -> Dataset {
    let mut newer = dataset.clone();
    let question = Question { id: "brand-new".into(), ..newer.questions[0].clone() };
    newer.registry.questions.push(RegisteredQuestion {
        id: question.id,
        places: 1,
        choices: question.choices.iter().map(|choice| choice.id).collect(),
    });
    newer.questions.push(question);
    newer
}

#[test]
fn nothing_answered_is_no_link() {
    let dataset = embedded::dataset();
    assert_eq!(encode(&dataset, &Decision::default(), &Stamp::default()), "");
    let opened = decode(&dataset, "");
    assert_eq!(opened.decision, Decision::default());
    assert_eq!(opened.damage, None);
}

#[test]
fn a_full_checklist_is_short_and_safe_in_any_text() {
    let dataset = embedded::dataset();
    let decision = everything(&dataset);
    let report = crate::engine::answer(&dataset, &decision);
    let link = encode(&dataset, &decision, &Stamp::of(&dataset, &report.verdict));
    assert!(link.len() < 60, "{link} has {} characters", link.len());
    assert!(link.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "{link}");
    assert_eq!(decode(&dataset, &link).decision, decision);
    assert_eq!(decode(&dataset, &link.to_uppercase()).decision, decision);
}

#[test]
fn a_cut_link_keeps_what_is_left_of_it() {
    let dataset = embedded::dataset();
    let decision = everything(&dataset);
    let link = encode(&dataset, &decision, &Stamp::default());
    for end in 1..link.len() {
        let opened = decode(&dataset, &link[..end]);
        assert_eq!(opened.damage, Some(Damage::Broken), "{}", &link[..end]);
    }
    let opened = decode(&dataset, &link[..12]);
    let first = &dataset.questions[0].id;
    assert_eq!(opened.decision.answers.get(first), decision.answers.get(first));
}

#[test]
fn every_single_wrong_character_is_noticed() {
    let dataset = embedded::dataset();
    let link = encode(&dataset, &everything(&dataset), &Stamp::default());
    for place in 0..link.len() {
        for wrong in "0123456789abcdefghijklmnopqrstuvwxyz-_%!é".chars() {
            let mut characters: Vec<char> = link.chars().collect();
            if characters[place] == wrong {
                continue;
            }
            characters[place] = wrong;
            let text: String = characters.into_iter().collect();
            assert!(decode(&dataset, &text).damage.is_some(), "{text} passes for {link}");
        }
    }
}

#[test]
fn a_link_of_a_newer_version_says_so() {
    let opened = decode(&embedded::dataset(), "2abcdef");
    assert_eq!(opened.damage, Some(Damage::Newer));
    assert_eq!(opened.decision, Decision::default());
}

#[test]
fn what_an_older_dataset_does_not_know_survives_it() {
    let older = embedded::dataset();
    let newer = with_one_more_question(&older);
    let choice = newer.questions[0].choices[0].id;
    let decision =
        Decision::default().edit(&newer, Edit::Tick { question: "brand-new".into(), choice });
    let link = encode(&newer, &decision, &Stamp::default());

    let opened = decode(&older, &link);
    assert_eq!(opened.damage, None);
    assert!(opened.has_unknown);
    assert_eq!(opened.decision.answers.len(), 0);
    assert_eq!(encode(&older, &opened.decision, &Stamp::default()), link);
}

#[test]
fn a_section_of_a_later_version_survives() {
    let dataset = embedded::dataset();
    let mut decision = everything(&dataset);
    decision.unread.sections.push((11, vec![1, 2, 3]));
    let link = encode(&dataset, &decision, &Stamp::default());
    let opened = decode(&dataset, &link);
    assert_eq!(opened.damage, None);
    assert!(opened.has_unknown);
    assert_eq!(opened.decision, decision);
}

#[test]
fn title_and_notes_are_carried_and_no_news() {
    let dataset = embedded::dataset();
    let mut decision = everything(&dataset);
    crate::prose::set_notes(&mut decision, "Ask Anna.").unwrap();
    crate::prose::set_title(&mut decision, "Billing").unwrap();
    let opened = decode(&dataset, &encode(&dataset, &decision, &Stamp::default()));
    assert_eq!(opened.decision, decision);
    assert!(!opened.has_unknown);
}

#[test]
fn a_link_says_when_it_was_made_and_what_it_said() {
    let dataset = embedded::dataset();
    let mut newer = dataset.clone();
    newer.changes.extend(vec![newer.changes[0].clone(); 40]);
    let decision = everything(&dataset);
    let mut verdict = crate::engine::answer(&dataset, &decision).verdict;
    for kind in [VerdictKind::Undecided, VerdictKind::Close, VerdictKind::Conflict] {
        verdict.kind = kind;
        verdict.options = match kind {
            VerdictKind::Close => vec!["node".into(), "go".into()],
            _ => Vec::new(),
        };
        let stamp = decode(&newer, &encode(&newer, &decision, &Stamp::of(&newer, &verdict))).stamp;
        assert_eq!(stamp.edition(), newer.edition());
        assert!(stamp.edition() >= 40, "it takes more than one symbol");
        let (said, named) = stamp.verdict(&newer).expect("the link says it");
        assert_eq!(said, kind);
        assert_eq!(named.len(), verdict.options.len());
        assert!(verdict.options.iter().all(|it| named.contains(it)));
    }
    let silent = decode(&newer, &encode(&newer, &decision, &Stamp::default())).stamp;
    assert_eq!((silent.edition(), silent.verdict(&newer)), (0, None));
}

#[test]
fn an_endless_text_is_refused_in_bounded_time() {
    let text = "1".repeat(1_000_000);
    assert_eq!(decode(&embedded::dataset(), &text).damage, Some(Damage::TooLong));
}

proptest! {
    #[test]
    fn any_text_decodes_to_something(text in "\\PC{0,80}") {
        let dataset = embedded::dataset();
        let opened = decode(&dataset, &text);
        prop_assert!(text.is_empty() || text.starts_with('1') || opened.damage.is_some());
    }

    #[test]
    fn any_symbols_decode_and_what_was_read_can_be_written(text in "1[0-9a-hjkmnp-tv-z]{0,80}") {
        let dataset = embedded::dataset();
        let read = decode(&dataset, &text).decision;
        let again = decode(&dataset, &encode(&dataset, &read, &Stamp::default()));
        prop_assert_eq!(again.damage, None);
        prop_assert_eq!(again.decision, read);
    }
}
