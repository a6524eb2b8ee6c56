//! Ids and their places in the registry.

use dataset::{Dataset, Id, IdSet, Question, RegisteredQuestion};

use crate::decision::{Decision, Importance, Unread};

/// Choices of a question of several that fit into one place.
const CHOICES_A_PLACE: usize = 3;

/// A decision by places.
#[derive(Default)]
pub(super) struct Slots {
    pub(super) answers: Vec<u8>,
    pub(super) importance: Vec<u8>,
    pub(super) hidden: Vec<u8>,
}

/// A registered question and where its places begin.
struct Entry<'a> {
    registered: &'a RegisteredQuestion,
    first: usize,
    /// `None` when the dataset has since dropped the question.
    question: Option<&'a Question>,
}

impl Entry<'_> {
    fn several(&self) -> bool {
        self.question.is_some_and(|question| question.several)
    }

    /// Place and value of a choice.
    fn digit(&self, choice: &str) -> Option<(usize, u8)> {
        let number = self.registered.choices.iter().position(|id| id == choice)?;
        if self.several() {
            Some((self.first + number / CHOICES_A_PLACE, 1 << (number % CHOICES_A_PLACE)))
        } else {
            Some((self.first, u8::try_from(number + 1).ok()?))
        }
    }
}

/// Where every registered question's places begin. The registry says how many
/// places each takes, whether or not the dataset still has the question.
fn entries(dataset: &Dataset) -> Vec<Entry<'_>> {
    let mut first = 0;
    dataset
        .registry
        .questions
        .iter()
        .map(|registered| {
            let entry = Entry { registered, first, question: dataset.question(&registered.id) };
            first += usize::from(registered.places);
            entry
        })
        .collect()
}

pub(super) fn to_slots(dataset: &Dataset, decision: &Decision) -> Slots {
    let mut slots = Slots::default();
    for entry in entries(dataset) {
        let ticked = decision.answers.get(&entry.registered.id).into_iter().flat_map(IdSet::iter);
        for (place, value) in ticked.filter_map(|choice| entry.digit(&choice)) {
            *at(&mut slots.answers, place) |= value;
        }
    }
    for (criterion, importance) in decision.importance.iter() {
        if let Some(place) = place_of(&dataset.registry.criteria, criterion) {
            *at(&mut slots.importance, place) = importance.level() + 1;
        }
    }
    for option in decision.hidden.iter() {
        if let Some(place) = place_of(&dataset.registry.options, option) {
            *at(&mut slots.hidden, place) = 1;
        }
    }
    merge(&mut slots.answers, &decision.unread.answers);
    merge(&mut slots.importance, &decision.unread.importance);
    merge(&mut slots.hidden, &decision.unread.hidden);
    slots
}

pub(super) fn place_of(registry: &[Id], id: Id) -> Option<usize> {
    registry.iter().position(|it| *it == id)
}

fn merge(numbers: &mut Vec<u8>, unread: &[u8]) {
    for (place, value) in unread.iter().enumerate() {
        *at(numbers, place) |= value;
    }
}

pub(super) fn at(numbers: &mut Vec<u8>, place: usize) -> &mut u8 {
    if numbers.len() <= place {
        numbers.resize(place + 1, 0);
    }
    &mut numbers[place]
}

pub(super) fn from_slots(dataset: &Dataset, slots: &Slots, unread: Unread) -> Decision {
    let mut decision = Decision { unread, ..Decision::default() };
    let mut left = slots.answers.clone();
    for entry in entries(dataset) {
        read_answer(&entry, &mut left, &mut decision);
    }
    decision.unread.answers = trimmed(left);

    let mut left = slots.importance.clone();
    for (&id, value) in dataset.registry.criteria.iter().zip(&mut left) {
        if let Some(importance) = value.checked_sub(1).and_then(Importance::new)
            && dataset.criterion(&id).is_some()
        {
            decision.importance.insert(id, importance);
            *value = 0;
        }
    }
    decision.unread.importance = trimmed(left);

    let mut left = slots.hidden.clone();
    for (&id, value) in dataset.registry.options.iter().zip(&mut left) {
        if *value != 0 && dataset.option(&id).is_some() {
            decision.hidden.insert(id);
            *value = 0;
        }
    }
    decision.unread.hidden = trimmed(left);
    decision
}

/// Moves what a question's places hold from `left` into the decision.
fn read_answer(entry: &Entry, left: &mut [u8], decision: &mut Decision) {
    let Some(question) = entry.question else { return };
    for choice in &question.choices {
        let Some((place, value)) = entry.digit(&choice.id) else { continue };
        let Some(found) = left.get_mut(place) else { continue };
        let ticked = if question.several { *found & value != 0 } else { *found == value };
        if ticked {
            *found &= !value;
            decision.answers.or_default(question.id).insert(choice.id);
        }
        if ticked && !question.several {
            return;
        }
    }
}

/// Without the zeros at the end.
fn trimmed(mut numbers: Vec<u8>) -> Vec<u8> {
    while numbers.last() == Some(&0) {
        numbers.pop();
    }
    numbers
}
