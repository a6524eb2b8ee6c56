//! What to ask next.

use dataset::{Id, IdSet, Question};
use smaa::sort_by;

use crate::report::NextQuestion;

/// What the answers of one blank question would do, summed up.
#[derive(Clone, Debug)]
pub(super) struct Gain {
    question: Id,
    distance: f64,
    reduction: f64,
    flips: bool,
    answers: f64,
}

impl Gain {
    pub(super) fn add(
        gains: &mut Vec<Gain>,
        question: Id,
        distance: f64,
        reduction: f64,
        flips: bool,
    ) {
        match gains.iter_mut().find(|it| it.question == question) {
            Some(gain) => {
                gain.distance += distance;
                gain.reduction += reduction;
                gain.flips |= flips;
                gain.answers += 1.0;
            }
            None => gains.push(Gain { question, distance, reduction, flips, answers: 1.0 }),
        }
    }
}

/// The order in which the questions are worth asking: first those that could
/// change the verdict, among them those that settle most, then those that move
/// most. Ties keep the order of the checklist.
pub(super) fn ordered(gains: Vec<Gain>) -> Vec<NextQuestion> {
    let mut questions: Vec<NextQuestion> = gains
        .into_iter()
        .map(|gain| NextQuestion {
            id: gain.question,
            gain: gain.distance / gain.answers,
            reduction: gain.reduction / gain.answers,
            can_flip: gain.flips,
        })
        .collect();
    sort_by(&mut questions, |a, b| {
        b.can_flip
            .cmp(&a.can_flip)
            .then(b.reduction.total_cmp(&a.reduction))
            .then(b.gain.total_cmp(&a.gain))
    });
    questions
}

/// Every answer one step away: another choice, or blank; in a question of
/// several, one tick more or less.
pub(super) fn other_answers(question: &Question, ticked: Option<&IdSet>) -> Vec<Vec<Id>> {
    let is_ticked = |id: &Id| ticked.is_some_and(|it| it.contains(id));
    let ids: Vec<Id> = question.choices.iter().map(|choice| choice.id).collect();
    let mut answers = Vec::new();
    for toggled in &ids {
        if question.several {
            let is_left = |id: &&Id| is_ticked(id) != (*id == toggled);
            answers.push(ids.iter().filter(is_left).copied().collect());
        } else if !is_ticked(toggled) {
            answers.push(vec![*toggled]);
        }
    }
    if !question.several && ticked.is_some() {
        answers.push(Vec::new());
    }
    answers
}
