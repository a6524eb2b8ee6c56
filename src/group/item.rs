//! Single things that a decision says.

use dataset::{Dataset, Id, IdSet, Text};
use serde::Serialize;

use crate::decision::Decision;
use crate::words::{self as sentences, group as words};

/// Something that a decision may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "id", rename_all = "lowercase")]
pub enum Item {
    /// The answer to a question.
    Question(Id),
    /// The importance of a criterion, set by hand.
    Importance(Id),
    /// Whether an option is compared.
    Option(Id),
    /// Whether a source or a claim is heard.
    Hearing(Id),
    /// Whether old statements weigh as much as new ones.
    Age,
}

impl Item {
    /// All things that one of these decisions says, in the order of the
    /// dataset.
    pub(super) fn all(dataset: &Dataset, decisions: &[&Decision]) -> Vec<Item> {
        let questions = dataset.questions.iter().map(|it| Item::Question(it.id));
        let criteria = dataset.criteria.iter().map(|it| Item::Importance(it.id));
        let options = dataset.options.iter().map(|it| Item::Option(it.id));
        let sources = dataset.sources.iter().map(|it| Item::Hearing(it.id));
        let claims = dataset.claims.iter().map(|it| Item::Hearing(it.id));
        let all = questions.chain(criteria).chain(options).chain(sources).chain(claims);
        all.chain([Item::Age])
            .filter(|item| decisions.iter().any(|it| !item.is_silent(it)))
            .collect()
    }

    /// Whether a decision says nothing of it.
    pub(super) fn is_silent(self, decision: &Decision) -> bool {
        match self {
            Item::Question(id) => decision.is_blank(&id),
            Item::Importance(id) => !decision.importance.contains_key(&id),
            Item::Option(id) => !decision.hidden.contains(&id),
            Item::Hearing(id) => !decision.left_out.contains(&id),
            Item::Age => !decision.ageless,
        }
    }

    /// Whether two decisions say the same of it.
    pub(super) fn is_same(self, a: &Decision, b: &Decision) -> bool {
        match self {
            Item::Question(id) if self.is_silent(a) => b.is_blank(&id),
            Item::Question(id) => a.answers.get(&id) == b.answers.get(&id),
            Item::Importance(id) => a.importance.get(&id) == b.importance.get(&id),
            Item::Option(_) | Item::Hearing(_) | Item::Age => {
                self.is_silent(a) == self.is_silent(b)
            }
        }
    }

    /// A decision that says of this what another one says, and is itself
    /// otherwise.
    pub(super) fn given(self, decision: &Decision, by: &Decision) -> Decision {
        let mut changed = decision.clone();
        match self {
            Item::Question(id) => {
                changed.answers.remove(&id);
                if let Some(answer) = by.answers.get(&id) {
                    changed.answers.insert(id, answer.clone());
                }
            }
            Item::Importance(id) => {
                changed.importance.remove(&id);
                if let Some(importance) = by.importance.get(&id) {
                    changed.importance.insert(id, *importance);
                }
            }
            Item::Option(id) => copy(id, &mut changed.hidden, &by.hidden),
            Item::Hearing(id) => copy(id, &mut changed.left_out, &by.left_out),
            Item::Age => changed.ageless = by.ageless,
        }
        changed
    }

    /// What it is about, in words.
    pub(super) fn title(self, dataset: &Dataset) -> Text {
        match self {
            Item::Question(id) => dataset.question(&id).map_or(id, |it| it.ask),
            Item::Importance(id) => {
                Text::from(words::importance_of(dataset.criterion(&id).map_or(&id, |it| &it.name)))
            }
            Item::Option(id) => {
                Text::from(words::comparing(dataset.option(&id).map_or(&id, |it| &it.name)))
            }
            Item::Hearing(id) => Text::from(match (dataset.source(&id), dataset.claim(&id)) {
                (Some(source), _) => words::hearing(&source.short),
                (None, Some(claim)) => words::hearing_claim(&claim.id),
                (None, None) => words::hearing(&id),
            }),
            Item::Age => Text::from(words::AGE),
        }
    }

    /// What a decision says of it, in words; empty for nothing.
    pub(super) fn told(self, dataset: &Dataset, decision: &Decision) -> String {
        if self.is_silent(decision) {
            return String::new();
        }
        match self {
            Item::Question(id) => {
                let question = dataset.question(&id);
                let label = |choice: Id| {
                    question
                        .and_then(|it| it.choice(&choice))
                        .map_or(choice.as_str(), |it| &it.label)
                };
                let labels = decision.answers.get(&id).into_iter().flat_map(IdSet::iter).map(label);
                labels.collect::<Vec<_>>().join("; ")
            }
            Item::Importance(id) => {
                let level = decision.importance.get(&id).map_or(0, |it| usize::from(it.level()));
                sentences::IMPORTANCES[level].to_string()
            }
            Item::Option(_) => words::NOT_COMPARED.to_string(),
            Item::Hearing(_) => words::NOT_HEARD.to_string(),
            Item::Age => words::AGELESS.to_string(),
        }
    }
}

fn copy(id: Id, to: &mut IdSet, from: &IdSet) {
    if from.contains(&id) {
        to.insert(id);
    } else {
        to.remove(&id);
    }
}
