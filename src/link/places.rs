//! Ids and their places in the registry.

use dataset::{Dataset, Id, Question, RegisteredQuestion};

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
        let ticked = decision.answers.get(&entry.registered.id).into_iter().flatten();
        for (place, value) in ticked.filter_map(|choice| entry.digit(choice)) {
            *at(&mut slots.answers, place) |= value;
        }
    }
    for (criterion, importance) in &decision.importance {
        if let Some(place) = place_of(&dataset.registry.criteria, criterion) {
            *at(&mut slots.importance, place) = importance.level() + 1;
        }
    }
    for option in &decision.hidden {
        if let Some(place) = place_of(&dataset.registry.options, option) {
            *at(&mut slots.hidden, place) = 1;
        }
    }
    for (&place, &value) in &decision.unread.answers {
        *at(&mut slots.answers, place) |= value;
    }
    for (&place, &value) in &decision.unread.importance {
        *at(&mut slots.importance, place) |= value;
    }
    for &place in &decision.unread.hidden {
        *at(&mut slots.hidden, place) = 1;
    }
    slots
}

fn place_of(registry: &[Id], id: &Id) -> Option<usize> {
    registry.iter().position(|it| it == id)
}

fn at(numbers: &mut Vec<u8>, place: usize) -> &mut u8 {
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
    decision.unread.answers = nonzero(&left);
    for (place, &value) in slots.importance.iter().enumerate().filter(|(_, value)| **value != 0) {
        let criterion = dataset.registry.criteria.get(place);
        let known = criterion.filter(|id| dataset.criterion(id).is_some());
        match (known, Importance::new(value - 1)) {
            (Some(id), Some(importance)) => {
                decision.importance.insert(id.clone(), importance);
            }
            _ => {
                decision.unread.importance.insert(place, value);
            }
        }
    }
    for (place, _) in slots.hidden.iter().enumerate().filter(|(_, value)| **value != 0) {
        let option = dataset.registry.options.get(place);
        match option.filter(|id| dataset.option(id).is_some()) {
            Some(id) => {
                decision.hidden.insert(id.clone());
            }
            None => {
                decision.unread.hidden.insert(place);
            }
        }
    }
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
            decision.answers.entry(question.id.clone()).or_default().insert(choice.id.clone());
        }
        if ticked && !question.several {
            return;
        }
    }
}

fn nonzero(numbers: &[u8]) -> std::collections::BTreeMap<usize, u8> {
    numbers.iter().copied().enumerate().filter(|(_, value)| *value != 0).collect()
}
