//! The checklist and what its answers do, scenarios, topics, and the numbers
//! that links use.

use serde::{Deserialize, Serialize};

use super::{Basis, Condition, Ground, Group, Id};
use crate::{Apart, Table, Text, one_or_many};

/// A checklist item. Every question may be left blank, which means "not sure".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name inside this dataset.
    pub id: Id,
    /// Where it belongs.
    pub group: Group,
    /// The question itself.
    pub ask: Text,
    /// Why it is asked, in one sentence.
    pub why: Text,
    /// Whether several choices may be ticked.
    #[serde(default)]
    pub several: bool,
    /// What may be answered, besides "not sure".
    pub choices: Vec<Choice>,
}

/// One answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name inside its question.
    pub id: Id,
    /// The words to tick.
    pub label: Text,
    /// How the answer bears on the importance of criteria.
    #[serde(default)]
    pub weighs: Vec<Weigh>,
    /// What the answer demands of options.
    #[serde(default)]
    pub requires: Vec<Require>,
    /// The passages that say so.
    #[serde(default)]
    pub basis: Vec<Basis>,
}

/// An effect on importance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weigh {
    /// The criterion that matters more or less.
    pub criterion: Id,
    /// By how many points, from -3 (matters much less) to 3 (much more).
    pub points: i8,
}

/// What a requirement does to an option.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It may be chosen, with open eyes.
    #[default]
    Cautioned,
    /// It cannot be chosen.
    Excluded,
}

/// A requirement: the answer excludes an option or cautions against it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Require {
    /// The options concerned.
    #[serde(with = "one_or_many")]
    pub options: Vec<Id>,
    /// What happens to them.
    pub severity: Severity,
    /// Why, in one sentence that a reader can check against the source.
    pub because: Text,
    /// The passage that says so. Rulings are part of every report, so it is
    /// part of the outline.
    pub basis: Ground,
    /// Other answers that must hold as well; a blank one does not.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// What would lift it, as an imperative sentence: the way out of a
    /// conflict.
    pub way_out: Text,
}

/// Ready-made answers that a reader may start from and change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name inside this dataset.
    pub id: Id,
    /// Its name on the page.
    pub name: Text,
    /// The situation, in one sentence.
    pub about: Text,
    /// Where the source describes it.
    pub basis: Basis,
    /// The answers that it fills in.
    pub answers: Table<Answer>,
}

/// The choices ticked for one question: one, or several where the question
/// allows it. In JSON `"a"` or `["a", "b"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer(#[serde(with = "one_or_many")] pub Vec<Id>);

/// Background to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name inside this dataset.
    pub id: Id,
    /// Its heading.
    pub title: Text,
    /// A few plain sentences each.
    pub paragraphs: Apart<Vec<Text>>,
    /// The passages that it rests on.
    pub basis: Apart<Vec<Basis>>,
}

/// The numbers that links use instead of ids: an id's number is its place in
/// these lists. They only ever grow at the end; what was removed from the
/// dataset keeps its place here. An id that is not listed cannot be linked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// Ids of options.
    pub options: Vec<Id>,
    /// Ids of criteria.
    pub criteria: Vec<Id>,
    /// Ids of questions with those of their choices.
    pub questions: Vec<RegisteredQuestion>,
}

/// A question's places in links.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredQuestion {
    /// The question.
    pub id: Id,
    /// How many places of 3 bits it takes: one for a question of one answer
    /// (up to seven choices), one for every three choices of a question of
    /// several. Fixed for ever, so leave room for choices yet to come.
    #[serde(default = "one_place")]
    pub places: u8,
    /// Its choices.
    pub choices: Vec<Id>,
}

fn one_place() -> u8 {
    1
}

/// A released version of the comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Its version.
    pub version: Text,
    /// What it changed, in sentences for a reader who holds an older link.
    pub says: Apart<Vec<Text>>,
}
