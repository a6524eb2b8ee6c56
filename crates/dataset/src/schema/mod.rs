//! The shape of a comparison. One set of types serves the JSON file that an
//! author writes and the compact form that the page carries.

mod background;
mod checklist;

pub use background::*;
pub use checklist::*;

use serde::{Deserialize, Serialize};

use crate::{Apart, Table, Text, one_or_many};

/// A short name that is unique among its kind and never changes its meaning,
/// for instance `go` or `cpu-bound`.
pub type Id = Text;

/// One comparison: what may be chosen, what matters, who says what, and how a
/// reader's situation bears on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Stays the same over all versions of this comparison.
    pub id: Id,
    /// Grows with every change, for instance `2026.11.1`.
    pub version: Text,
    /// The heading of the page.
    pub title: Text,
    /// What the comparison can and cannot answer, in one or two sentences.
    #[serde(default)]
    pub summary: Text,
    /// The documents that claims are taken from.
    pub sources: Vec<Source>,
    /// What may be chosen.
    pub options: Vec<Alternative>,
    /// What matters.
    pub criteria: Vec<Criterion>,
    /// What the sources say.
    pub claims: Vec<Claim>,
    /// Weights that the comparison states itself. Absent: nothing is known but
    /// what answers and hand-set importance tell.
    #[serde(default)]
    pub weights: Option<StatedWeights>,
    /// Pairs of option and criterion of which no source speaks, knowingly.
    #[serde(default = "Apart::left_out")]
    pub gaps: Apart<Vec<Gap>>,
    /// Numbers worth drawing.
    #[serde(default = "Apart::left_out")]
    pub figures: Apart<Vec<Figure>>,
    /// The checklist.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Ready-made answers for common situations.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// Background in a few plain sentences each.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Terms of the trade, for readers of another one.
    #[serde(default = "Apart::left_out")]
    pub glossary: Apart<Vec<Term>>,
    /// The numbers that links use instead of ids.
    #[serde(default)]
    pub registry: Registry,
    /// Every version that was released, the first one first and this one last.
    /// A link says by its place here with which one it was made.
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// A published document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name inside this dataset.
    pub id: Id,
    /// A name short enough for a table cell, for instance `K&C 2022`.
    pub short: Text,
    /// Its full title.
    pub title: Text,
    /// Who wrote it, with their role where it is known.
    pub author: Text,
    /// Day of publication or last update, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`;
    /// absent when the document carries no date.
    #[serde(default)]
    pub date: Option<Text>,
    /// What it says of its own leaning.
    pub stance: Text,
    /// The option that it declares to prefer, if it declares one.
    #[serde(default)]
    pub leans: Option<Id>,
}

/// A passage: which document, and where in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// The document.
    pub source: Id,
    /// Heading, table row or list in it.
    pub place: Apart<Text>,
}

/// The passage behind a requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// The document.
    pub source: Id,
    /// Heading, table row or list in it.
    pub place: Text,
}

/// Something one may choose (the vocabulary's *option*; the name keeps clear
/// of Rust's own `Option`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Its name inside this dataset.
    pub id: Id,
    /// Its name on the page.
    pub name: Text,
    /// Options of one family are close kin (one language, say): when the
    /// family wins, the verdict names it before it separates its members.
    /// Absent: the option is a family of its own.
    #[serde(default)]
    pub family: Option<Text>,
    /// What it is, in one sentence.
    #[serde(default = "Apart::left_out")]
    pub about: Apart<Text>,
    /// When the sources would choose it, in one or two sentences.
    #[serde(default)]
    pub fits: Text,
    /// Where they say so.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Who computes next where it runs, for the workload model.
    #[serde(default)]
    pub scheduler: Scheduler,
}

/// How a runtime gives CPUs to requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheduler {
    /// The comparison does not say, or it is no single program.
    #[default]
    #[serde(skip)]
    Unstated,
    /// One thread in a process takes what is ready, in order, and is not
    /// interrupted.
    EventLoop,
    /// One process takes turns on all cores.
    RoundRobin,
}

/// The four groups of criteria and questions.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// What the program has to do.
    #[default]
    Workload,
    /// Who builds and keeps it.
    Team,
    /// What it costs.
    Cost,
    /// What it shall become.
    Growth,
}

impl Group {
    /// All groups, in reading order.
    pub const ALL: [Group; 4] = [Group::Workload, Group::Team, Group::Cost, Group::Growth];

    /// Which of the two stages of the decision the group belongs to.
    pub fn stage(self) -> Stage {
        match self {
            Group::Workload => Stage::Viability,
            Group::Team | Group::Cost | Group::Growth => Stage::Strategy,
        }
    }
}

/// The two stages of a decision: first what can do the job, then what suits
/// the people who do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Technical viability.
    Viability,
    /// Team, cost and growth.
    Strategy,
}

/// Something that matters: on a scale of levels from 0 (the worst anchor) to 4
/// (the best anchor), or measured in a unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name inside this dataset.
    pub id: Id,
    /// Its name on the page: a noun phrase, so that more of it is better.
    pub name: Text,
    /// Where it belongs.
    #[serde(default)]
    pub group: Group,
    /// What it means, in one sentence.
    #[serde(default = "Apart::left_out")]
    pub about: Apart<Text>,
    /// What level 0 looks like; may be empty where the criterion is measured.
    #[serde(default = "Apart::left_out")]
    pub worst: Apart<Text>,
    /// What level 4 looks like; may be empty where the criterion is measured.
    #[serde(default = "Apart::left_out")]
    pub best: Apart<Text>,
    /// The unit of its claims, where they are not levels.
    #[serde(default)]
    pub measure: Option<Measure>,
}

/// A unit, and what its values are worth.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The unit, for instance `ms`.
    pub unit: Text,
    /// Points `[value, utility]`, at least two, by rising value, with utilities
    /// from 0 to 1 that only rise or only fall. Between points utility is
    /// piecewise linear, beyond the ends it is flat.
    pub utility: Vec<(f64, f64)>,
}

/// What a comparison itself says of the weights of its criteria.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatedWeights {
    /// Nothing: every weighting fits.
    #[default]
    Free,
    /// One weight for each criterion, at least 0; scaled to sum to one.
    Fixed(Table<f64>),
    /// Swings rated against one another, the largest usually 100: the same as
    /// fixed weights in this ratio (von Winterfeldt & Edwards 1986).
    Swing(Table<f64>),
    /// Importance classes, the most important first: no weight of a class is
    /// below a weight of a later one.
    Ordinal(Vec<Vec<Id>>),
    /// Lowest and highest weight, 0 to 1, of weights that sum to one. What is
    /// not listed may weigh anything.
    Bounded(Table<Interval>),
}

/// The top of every criterion's scale; the bottom is 0.
pub const TOP_LEVEL: f64 = 4.0;

/// A closed interval of levels or of a figure's unit; a plain number in JSON
/// means that both ends are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end, not below `low`.
    pub high: f64,
}

/// What a claim rests on.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// Somebody measured it.
    #[default]
    Measurement,
    /// Many people were asked.
    Survey,
    /// The author lived it.
    Experience,
    /// The author says so.
    Opinion,
}

/// What one source says of one or several options under one criterion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its name inside this dataset.
    pub id: Id,
    /// Who says it.
    pub source: Id,
    /// Where in the source.
    pub place: Apart<Text>,
    /// Under which criterion.
    pub criterion: Id,
    /// Of which options. A claim about several options is one statement:
    /// they stand or fall with it together.
    pub options: Vec<Id>,
    /// The level that it amounts to, 0 to 4, or the range that it leaves; in
    /// the unit of the criterion where that is measured.
    pub level: Interval,
    /// The standard deviation of a normal distribution whose mean is `level`.
    /// Such a claim stands alone: no other claim may speak of the same option
    /// under the same criterion.
    #[serde(default)]
    pub deviation: Option<f64>,
    /// What it rests on.
    pub kind: ClaimKind,
    /// The date that the statement speaks of; absent: the source's own.
    #[serde(default)]
    pub as_of: Option<Text>,
    /// The statement, in our own words.
    pub says: Apart<Text>,
    /// What a reader should know before believing it.
    #[serde(default = "Apart::left_out")]
    pub note: Apart<Option<Text>>,
    /// The claim holds only if all of these do. While a question is blank, its
    /// conditions may hold, so the claim counts.
    #[serde(default)]
    pub when: Vec<Condition>,
}

/// An answer that something depends on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The question.
    pub question: Id,
    /// The condition holds when one of these choices is ticked.
    #[serde(with = "one_or_many")]
    pub is: Vec<Id>,
}
