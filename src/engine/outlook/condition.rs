//! What a tipping point supposes, in words.

use dataset::{Dataset, Id};

use crate::decision::{Edit, Importance};
use crate::words;

use super::replay::Replayed;

/// What would have to be so for an edit to be right: another answer, other
/// importances, or a claim that does not hold. Empty for any other edit, and for
/// one that speaks of what the dataset does not know.
pub fn condition(dataset: &Dataset, edit: &Edit) -> String {
    match edit {
        Edit::Answer { question, choices } => dataset.question(question).map(|question| {
            let choices = choices.iter().filter_map(|id| question.choice(id));
            let labels: Vec<&str> = choices.map(|choice| choice.label.as_str()).collect();
            words::if_answered(&question.ask, &labels)
        }),
        Edit::WeighAll(importance) => {
            let named: Vec<(&str, Importance)> = importance
                .iter()
                .filter_map(|(id, level)| Some((dataset.criterion(&id)?.name.as_str(), *level)))
                .collect();
            Some(words::if_it_mattered(&named))
        }
        Edit::LeaveOut(id) => dataset.claim(id).map(|claim| {
            let source = dataset.source(&claim.source).map_or("", |it| &it.short);
            let criterion = dataset.criterion(&claim.criterion).map_or("", |it| &it.name);
            words::if_wrong(source, &names(dataset, &claim.options), criterion)
        }),
        _ => None,
    }
    .unwrap_or_default()
}

/// The same with what follows from it.
pub(super) fn sentence(dataset: &Dataset, edit: &Edit, replayed: &Replayed) -> String {
    let then = names(dataset, &replayed.options);
    words::follows(&condition(dataset, edit), replayed.kind, &then)
}

fn names<'a>(dataset: &'a Dataset, options: &[Id]) -> Vec<&'a str> {
    options.iter().filter_map(|id| dataset.option(id)).map(|it| it.name.as_str()).collect()
}
