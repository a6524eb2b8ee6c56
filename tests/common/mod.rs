//! Random comparisons and random decisions about them.

use std::collections::{BTreeMap, BTreeSet};

use dataset::{
    Alternative, Choice, Claim, ClaimKind, Condition, Criterion, Dataset, Ground, Group, Id, IdSet,
    Interval, Question, RegisteredQuestion, Registry, Require, Severity, Source, Text, Weigh,
};
use decision_widget::decision::{Decision, Importance};
use proptest::prelude::*;

/// A comparison and what somebody told about their case.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) dataset: Dataset,
    pub(crate) decision: Decision,
}

impl Case {
    /// The same case with other ids for its options.
    pub(crate) fn renamed(&self, name: impl Fn(&str) -> String) -> Case {
        let Case { mut dataset, mut decision } = self.clone();
        let rename = |id: &mut Id| *id = text(name(id));
        dataset.options.iter_mut().for_each(|it| rename(&mut it.id));
        dataset.registry.options.iter_mut().for_each(rename);
        let claims = dataset.claims.iter_mut().flat_map(|it| &mut it.options);
        claims.for_each(rename);
        for choice in dataset.questions.iter_mut().flat_map(|it| &mut it.choices) {
            choice.requires.iter_mut().flat_map(|it| &mut it.options).for_each(rename);
        }
        decision.hidden = decision.hidden.iter().map(|id| text(name(&id))).collect();
        Case { dataset, decision }
    }
}

fn text(text: String) -> Text {
    Text::from(text)
}

/// A claim of the first source, for tests that add some.
pub(crate) fn claim(dataset: &Dataset, criterion: Id, option: Id, level: Interval) -> Claim {
    Claim {
        id: text(format!("added-{}", dataset.claims.len())),
        source: dataset.sources[0].id,
        place: Text::from("somewhere").into(),
        criterion,
        options: vec![option],
        level,
        deviation: None,
        kind: ClaimKind::Opinion,
        as_of: None,
        says: Text::from("It is so.").into(),
        note: None.into(),
        when: Vec::new(),
    }
}

/// Cases of 2 to 4 options, 1 to 6 criteria, 1 to 3 sources, 0 to 4 questions.
pub(crate) fn arbitrary_case() -> impl Strategy<Value = Case> {
    (2usize..5, 1usize..7, 1usize..4, 0usize..5).prop_flat_map(
        |(options, criteria, sources, asks)| {
            let claims =
                prop::collection::vec(arbitrary_claim(options, criteria, sources, asks), 0..30);
            let questions = prop::collection::vec(arbitrary_question(options, criteria), asks);
            let families = prop::collection::vec(prop::option::of(0u8..2), options);
            let decision = arbitrary_decision(options, criteria, asks);
            (claims, questions, families, decision).prop_map(
                move |(claims, questions, families, decision)| {
                    let dataset = assemble(criteria, sources, claims, questions, &families);
                    let decision = decision.fit(&dataset);
                    Case { dataset, decision }
                },
            )
        },
    )
}

fn assemble(
    criteria: usize,
    sources: usize,
    claims: Vec<Claim>,
    mut questions: Vec<Question>,
    families: &[Option<u8>],
) -> Dataset {
    for (q, question) in questions.iter_mut().enumerate() {
        question.id = text(format!("q{q}"));
    }
    let claims = claims.into_iter().enumerate();
    let claims = claims.map(|(i, claim)| Claim { id: text(format!("c{i}")), ..claim }).collect();
    let mut dataset = Dataset {
        id: "random".into(),
        version: "1".into(),
        title: Text::default(),
        summary: Text::default(),
        sources: (0..sources).map(source).collect(),
        options: families.iter().enumerate().map(|(i, family)| option(i, *family)).collect(),
        criteria: (0..criteria).map(criterion).collect(),
        claims,
        weights: None,
        gaps: Vec::new().into(),
        figures: Vec::new().into(),
        questions,
        scenarios: Vec::new(),
        topics: Vec::new(),
        glossary: Vec::new().into(),
        registry: Registry::default(),
        changes: Vec::new(),
    };
    dataset.registry = Registry {
        options: dataset.options.iter().map(|it| it.id).collect(),
        criteria: dataset.criteria.iter().map(|it| it.id).collect(),
        questions: dataset
            .questions
            .iter()
            .map(|it| RegisteredQuestion {
                id: it.id,
                places: 1,
                choices: it.choices.iter().map(|choice| choice.id).collect(),
            })
            .collect(),
    };
    dataset
}

fn source(i: usize) -> Source {
    Source {
        id: text(format!("s{i}")),
        short: text(format!("S{i}")),
        title: "A document".into(),
        author: "Somebody".into(),
        date: None,
        stance: "neutral".into(),
        leans: None,
    }
}

fn option(i: usize, family: Option<u8>) -> Alternative {
    Alternative {
        id: text(format!("o{i}")),
        name: text(format!("Option {i}")),
        family: family.map(|it| text(format!("Family {it}"))),
        ..Alternative::default()
    }
}

fn criterion(i: usize) -> Criterion {
    Criterion {
        id: text(format!("k{i}")),
        name: text(format!("Criterion {i}")),
        group: Group::ALL[i % 4],
        about: Text::default().into(),
        worst: Text::from("bad").into(),
        best: Text::from("good").into(),
        measure: None,
    }
}

fn arbitrary_claim(
    options: usize,
    criteria: usize,
    sources: usize,
    asks: usize,
) -> impl Strategy<Value = Claim> {
    let about = prop::collection::btree_set(0..options, 1..=2.min(options));
    let when = prop::option::weighted(0.2, (0..asks.max(1), 0usize..3));
    let level = (0.0f64..4.0, 0.0f64..1.0);
    (0..sources, 0..criteria, about, level, when).prop_map(
        move |(source, criterion, about, (low, part), when)| Claim {
            id: Text::default(),
            source: text(format!("s{source}")),
            place: Text::from("somewhere").into(),
            criterion: text(format!("k{criterion}")),
            options: about.iter().map(|it| text(format!("o{it}"))).collect(),
            level: Interval { low, high: low + part * (4.0 - low) },
            deviation: None,
            kind: ClaimKind::Opinion,
            as_of: None,
            says: Text::from("It is so.").into(),
            note: None.into(),
            when: when
                .filter(|_| asks > 0)
                .map(|(question, choice)| Condition {
                    question: text(format!("q{question}")),
                    is: vec![text(format!("a{choice}"))],
                })
                .into_iter()
                .collect(),
        },
    )
}

fn arbitrary_question(options: usize, criteria: usize) -> impl Strategy<Value = Question> {
    let weigh = (0..criteria, prop_oneof![-3i8..=-1, 1i8..=3])
        .prop_map(|(criterion, points)| Weigh { criterion: text(format!("k{criterion}")), points });
    let require = (0..options, any::<bool>()).prop_map(|(option, excluded)| Require {
        options: vec![text(format!("o{option}"))],
        severity: if excluded { Severity::Excluded } else { Severity::Cautioned },
        because: "It cannot be.".into(),
        basis: Ground { source: "s0".into(), place: "somewhere".into() },
        when: Vec::new(),
        way_out: "Make it so.".into(),
    });
    let choice = (prop::collection::vec(weigh, 0..3), prop::collection::vec(require, 0..2));
    (prop::collection::vec(choice, 2..4), any::<bool>()).prop_map(|(choices, several)| Question {
        id: Text::default(),
        group: Group::Workload,
        ask: "Is it so?".into(),
        why: "It matters.".into(),
        several,
        choices: choices
            .into_iter()
            .enumerate()
            .map(|(i, (weighs, requires))| Choice {
                id: text(format!("a{i}")),
                label: text(format!("Answer {i}")),
                weighs,
                requires,
                basis: Vec::new(),
            })
            .collect(),
    })
}

/// A decision that may name what the dataset turns out not to have.
#[derive(Clone, Debug)]
struct Wish {
    answers: Vec<Option<BTreeSet<usize>>>,
    importance: BTreeMap<usize, u8>,
    hidden: BTreeSet<usize>,
}

fn arbitrary_decision(options: usize, criteria: usize, asks: usize) -> impl Strategy<Value = Wish> {
    let answer = prop::option::weighted(0.7, prop::collection::btree_set(0usize..3, 1..3));
    (
        prop::collection::vec(answer, asks),
        prop::collection::btree_map(0..criteria, 0u8..5, 0..3),
        prop::collection::btree_set(0..options, 0..2),
    )
        .prop_map(|(answers, importance, hidden)| Wish { answers, importance, hidden })
}

impl Wish {
    fn fit(self, dataset: &Dataset) -> Decision {
        let answers = dataset.questions.iter().zip(self.answers).filter_map(|(question, wish)| {
            let wanted = wish?.into_iter().filter_map(|it| question.choices.get(it));
            let most = if question.several { usize::MAX } else { 1 };
            let ticked: IdSet = wanted.take(most).map(|it| it.id).collect();
            (!ticked.is_empty()).then_some((question.id, ticked))
        });
        let importance = self.importance.into_iter().filter_map(|(criterion, level)| {
            Some((text(format!("k{criterion}")), Importance::new(level)?))
        });
        Decision {
            answers: answers.collect(),
            importance: importance.collect(),
            hidden: self.hidden.into_iter().map(|it| text(format!("o{it}"))).collect(),
            ..Decision::default()
        }
    }
}
