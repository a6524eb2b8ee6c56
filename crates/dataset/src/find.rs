//! Finding things by their id.

use crate::{
    Alternative, Choice, Claim, Criterion, Dataset, Figure, Question, Scenario, Source, Text, Topic,
};

macro_rules! by_id {
    ($($(#[$doc:meta])* $method:ident, $field:ident, $kind:ty;)*) => {
        impl Dataset {
            $($(#[$doc])* pub fn $method(&self, id: &str) -> Option<&$kind> {
                self.$field.iter().find(|it| it.id == id)
            })*
        }
    };
}

by_id! {
    /// The source of this id.
    source, sources, Source;
    /// The option of this id.
    option, options, Alternative;
    /// The criterion of this id.
    criterion, criteria, Criterion;
    /// The claim of this id.
    claim, claims, Claim;
    /// The figure of this id.
    figure, figures, Figure;
    /// The question of this id.
    question, questions, Question;
    /// The scenario of this id.
    scenario, scenarios, Scenario;
    /// The topic of this id.
    topic, topics, Topic;
}

impl Dataset {
    /// Whether nothing of it is missing: see [`Apart`](crate::Apart).
    pub fn is_whole(&self) -> bool {
        self.figures.is_here()
    }

    /// The place of this version among all that were released; 0 where they
    /// are not listed.
    pub fn edition(&self) -> usize {
        self.changes.len().saturating_sub(1)
    }

    /// The date that a claim speaks of: its own, or its source's.
    pub fn date_of(&self, claim: &Claim) -> Option<Text> {
        claim.as_of.or_else(|| self.source(&claim.source)?.date)
    }
}

impl Question {
    /// The choice of this id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }
}
