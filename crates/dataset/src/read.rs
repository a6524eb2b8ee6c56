//! From an author's JSON to a checked dataset.

use crate::check::{Problem, check};
use crate::{Dataset, Question, RegisteredQuestion, Registry};

/// Reads a dataset from JSON.
///
/// # Errors
/// Every [`Problem`] at once, in the order of the file; a single one when the
/// text is not JSON, or not of the right shape.
pub fn read(json: &str) -> Result<Dataset, Vec<Problem>> {
    let mut dataset: Dataset =
        serde_json::from_str(json).map_err(|error| vec![Problem::of_shape(&error)])?;
    complete_registry(&mut dataset);
    let problems = check(&dataset);
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

/// A dataset without a registry gets one in file order. Its author should
/// write it down before making the first link public.
fn complete_registry(dataset: &mut Dataset) {
    if dataset.registry != Registry::default() {
        return;
    }
    dataset.registry = Registry {
        options: dataset.options.iter().map(|it| it.id).collect(),
        criteria: dataset.criteria.iter().map(|it| it.id).collect(),
        questions: dataset
            .questions
            .iter()
            .map(|question| RegisteredQuestion {
                id: question.id,
                places: question.places_needed(),
                choices: question.choices.iter().map(|choice| choice.id).collect(),
            })
            .collect(),
    };
}

impl Question {
    /// The fewest places that hold every answer: see
    /// [`RegisteredQuestion::places`].
    pub(crate) fn places_needed(&self) -> u8 {
        let places = if self.several { self.choices.len().div_ceil(3) } else { 1 };
        u8::try_from(places).unwrap_or(u8::MAX)
    }
}
