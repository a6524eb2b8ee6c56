//! What the reader told us, and nothing else.

use dataset::{Dataset, Id, IdSet, Table};
use serde::{Deserialize, Serialize};

use crate::lab::{Load, ProfileFile, set_load};
use crate::link::{NOTES, OTHER, TITLE, WORKLOAD};
use crate::prose;
use crate::words::{self, Unknown};

/// The reader's state. Maps and sets, so that the order of answering cannot
/// matter. Ids that the dataset does not know are ignored by the engine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Ticked choices by question; a question without a tick is absent.
    pub answers: Table<IdSet>,
    /// Importance set by hand, by criterion; it replaces what the answers say.
    pub importance: Table<Importance>,
    /// Options taken out of the comparison.
    pub hidden: IdSet,
    /// Sources, and single claims, that are not heard.
    pub left_out: IdSet,
    /// Whether old statements weigh as much as new ones.
    pub ageless: bool,
    /// What a link carried that this dataset has no id for, kept so that the
    /// link survives.
    pub unread: Unread,
}

/// How much a criterion matters, set by hand: 0 (not at all) to 4 (decisive).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Importance(u8);

impl Importance {
    /// The highest importance.
    pub const MAX: Importance = Importance(4);

    /// An importance of 0 to 4; `None` for anything else.
    pub fn new(level: u8) -> Option<Self> {
        (level <= Self::MAX.0).then_some(Importance(level))
    }

    /// 0 to 4.
    pub fn level(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Importance {
    type Error = String;

    fn try_from(level: u8) -> Result<Self, String> {
        Importance::new(level).ok_or_else(|| words::no_such_importance(level))
    }
}

impl From<Importance> for u8 {
    fn from(importance: Importance) -> u8 {
        importance.0
    }
}

/// What stands in a link at places that the dataset's registry does not know,
/// by place, 0 where there is nothing; and whole sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Values of answers.
    pub answers: Vec<u8>,
    /// Values of importances.
    pub importance: Vec<u8>,
    /// 1 for each hidden option.
    pub hidden: Vec<u8>,
    /// Fingerprints of what is left out.
    pub left_out: Vec<u32>,
    /// Sections that the engine has no use for, by rising tag: title, notes,
    /// others to compare with, and what later versions add: (tag, symbols).
    pub sections: Vec<(u8, Vec<u8>)>,
}

impl Unread {
    /// Whether there is something that this version, or this dataset, does not
    /// know.
    pub fn is_foreign(&self) -> bool {
        let is_known = |(tag, _): &(u8, Vec<u8>)| matches!(*tag, WORKLOAD | TITLE | NOTES | OTHER);
        let places = [&self.answers, &self.importance, &self.hidden];
        places.iter().any(|it| !it.is_empty())
            || !self.left_out.is_empty()
            || !self.sections.iter().all(is_known)
    }

    /// The symbols of every section that has this tag.
    pub fn tagged(&self, tag: u8) -> impl Iterator<Item = &[u8]> {
        let own = self.sections.iter().filter(move |(it, _)| *it == tag);
        own.map(|(_, symbols)| symbols.as_slice())
    }

    /// Puts sections in the place of all that have this tag; empty ones go.
    pub fn replace(&mut self, tag: u8, with: impl IntoIterator<Item = Vec<u8>>) {
        self.sections.retain(|(it, _)| *it != tag);
        let place = self.sections.iter().position(|(it, _)| *it > tag);
        let place = place.unwrap_or(self.sections.len());
        let new = with.into_iter().filter(|it| !it.is_empty()).map(|it| (tag, it));
        self.sections.splice(place..place, new);
    }
}

/// A change by the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Ticks a choice; in a question of one answer it replaces the other.
    Tick {
        /// The question.
        question: Id,
        /// The choice.
        choice: Id,
    },
    /// Takes a tick away.
    Untick {
        /// The question.
        question: Id,
        /// The choice.
        choice: Id,
    },
    /// Ticks just these choices; none is "not sure".
    Answer {
        /// The question.
        question: Id,
        /// The choices.
        choices: Vec<Id>,
    },
    /// Sets the importance of a criterion by hand, or gives it back to the
    /// answers.
    Weigh(Id, Option<Importance>),
    /// The same for several criteria.
    WeighAll(Table<Importance>),
    /// Does not hear a source, or a claim.
    LeaveOut(Id),
    /// Hears this source and no other.
    HearOnly(Id),
    /// Hears everything again.
    HearAll,
    /// Lets old statements weigh as much as new ones, or not.
    Ageless(bool),
    /// Takes an option out of the comparison.
    Hide(Id),
    /// Brings it back.
    Show(Id),
    /// Fills the checklist from a scenario, replacing all answers.
    Scenario(Id),
    /// Forgets everything.
    Reset,
}

impl Decision {
    /// The decision after an edit. Edits that name unknown things change
    /// nothing.
    pub fn edit(mut self, dataset: &Dataset, edit: Edit) -> Self {
        match edit {
            Edit::Tick { question, choice } => self.tick(dataset, question, choice),
            Edit::Untick { question, choice } => self.untick(&question, &choice),
            Edit::Answer { question, choices } => {
                self.answers.remove(&question);
                for choice in choices {
                    self.tick(dataset, question, choice);
                }
            }
            Edit::Weigh(criterion, Some(importance)) => {
                if dataset.criterion(&criterion).is_some() {
                    self.importance.insert(criterion, importance);
                }
            }
            Edit::Weigh(criterion, None) => {
                self.importance.remove(&criterion);
            }
            Edit::WeighAll(importance) => {
                for (criterion, importance) in importance.iter() {
                    self = self.edit(dataset, Edit::Weigh(criterion, Some(*importance)));
                }
            }
            Edit::LeaveOut(id) => {
                if dataset.source(&id).is_some() || dataset.claim(&id).is_some() {
                    self.left_out.insert(id);
                }
            }
            Edit::HearOnly(id) => {
                if dataset.source(&id).is_some() {
                    let others = dataset.sources.iter().map(|it| it.id).filter(|it| *it != id);
                    self.left_out = others.collect();
                }
            }
            Edit::HearAll => self.left_out = IdSet::default(),
            Edit::Ageless(ageless) => self.ageless = ageless,
            Edit::Hide(option) => {
                if dataset.option(&option).is_some() {
                    self.hidden.insert(option);
                }
            }
            Edit::Show(option) => {
                self.hidden.remove(&option);
            }
            Edit::Scenario(id) => {
                if let Some(scenario) = dataset.scenario(&id) {
                    self.answers = scenario
                        .answers
                        .iter()
                        .map(|(question, answer)| (question, answer.0.iter().cloned().collect()))
                        .collect();
                }
            }
            Edit::Reset => self = Decision::default(),
        }
        self
    }

    fn tick(&mut self, dataset: &Dataset, question: Id, choice: Id) {
        let Some(found) = dataset.question(&question) else { return };
        if found.choice(&choice).is_none() {
            return;
        }
        let ticked = self.answers.or_default(question);
        if !found.several {
            ticked.clear();
        }
        ticked.insert(choice);
    }

    fn untick(&mut self, question: &Id, choice: &Id) {
        if let Some(ticked) = self.answers.get_mut(question) {
            ticked.remove(choice);
            if ticked.is_empty() {
                self.answers.remove(question);
            }
        }
    }

    /// Whether a choice is ticked.
    pub fn has(&self, question: &str, choice: &str) -> bool {
        self.answers.get(question).is_some_and(|ticked| ticked.contains(choice))
    }

    /// Whether a question is still blank.
    pub fn is_blank(&self, question: &str) -> bool {
        self.answers.get(question).is_none_or(IdSet::is_empty)
    }

    /// How many of the dataset's questions have an answer.
    pub fn answered(&self, dataset: &Dataset) -> usize {
        dataset.questions.iter().filter(|question| !self.is_blank(&question.id)).count()
    }
}

/// A decision as people write it down in JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnswersFile {
    /// Choice, or list of choices, by question.
    pub answers: Table<dataset::Answer>,
    /// 0 to 4, by criterion.
    pub importance: Table<Importance>,
    /// Options to leave out.
    pub hidden: Vec<Id>,
    /// Sources and claims that are not heard.
    pub left_out: Vec<Id>,
    /// Whether old statements weigh as much as new ones.
    pub ageless: bool,
    /// The reader's own load, as `cargo xtask lab` takes it.
    pub workload: Option<ProfileFile>,
    /// A title, see [`prose`].
    pub title: String,
    /// Notes.
    pub notes: String,
}

impl AnswersFile {
    /// The decision that the file describes.
    ///
    /// # Errors
    /// One sentence for each id that the dataset does not know, and for each
    /// question that takes one answer but got several; and for a title or notes
    /// that are too long.
    pub fn into_decision(self, dataset: &Dataset) -> Result<Decision, Vec<String>> {
        let mut problems = Vec::new();
        for (id, dataset::Answer(choices)) in self.answers.iter() {
            let Some(question) = dataset.question(&id) else {
                let known = dataset.questions.iter().map(|it| it.id.as_str());
                problems.push(words::unknown_id(Unknown::Question, &id, known));
                continue;
            };
            let known = || question.choices.iter().map(|it| it.id.as_str());
            let unknown = choices.iter().filter(|choice| question.choice(choice).is_none());
            let of = Unknown::Choice(&id);
            problems.extend(unknown.map(|choice| words::unknown_id(of, choice, known())));
            if choices.len() > 1 && !question.several {
                problems.push(words::one_answer_only(&id));
            }
        }
        for id in self.importance.keys().filter(|id| dataset.criterion(id).is_none()) {
            let known = dataset.criteria.iter().map(|it| it.id.as_str());
            problems.push(words::unknown_id(Unknown::Criterion, &id, known));
        }
        if dataset.weights.is_some() && !self.importance.is_empty() {
            problems.push(words::weights_are_stated());
        }
        for id in self.hidden.iter().filter(|id| dataset.option(id).is_none()) {
            let known = dataset.options.iter().map(|it| it.id.as_str());
            problems.push(words::unknown_id(Unknown::Alternative, id, known));
        }
        let is_unknown = |id: &Id| dataset.source(id).is_none() && dataset.claim(id).is_none();
        for id in self.left_out.iter().filter(|id| is_unknown(id)) {
            let known = dataset.sources.iter().map(|it| it.id.as_str());
            problems.push(words::unknown_id(Unknown::SourceOrClaim, id, known));
        }
        let mut decision = Decision::default();
        match self.workload.map(|it| it.into_profile(dataset)) {
            Some(Ok((profile, factors))) => {
                let load = Load { profile, factors, taken_over: None };
                set_load(dataset, &mut decision, &load);
            }
            Some(Err(of_the_load)) => problems.extend(of_the_load),
            None => {}
        }
        problems.extend(prose::set_title(&mut decision, &self.title).err());
        problems.extend(prose::set_notes(&mut decision, &self.notes).err());
        if !problems.is_empty() {
            return Err(problems);
        }
        let answers = self.answers.iter().filter(|(_, choices)| !choices.0.is_empty());
        Ok(Decision {
            answers: answers.map(|(id, it)| (id, it.0.iter().copied().collect())).collect(),
            importance: self.importance,
            hidden: self.hidden.into_iter().collect(),
            left_out: self.left_out.into_iter().collect(),
            ageless: self.ageless,
            ..decision
        })
    }
}
