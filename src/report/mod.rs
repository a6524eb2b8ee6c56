//! What a decision comes to, as plain data. Every view draws this and nothing
//! else; `cargo xtask decide` prints it as JSON.

mod evidence;
mod prospects;

pub use evidence::*;
pub use prospects::*;

use dataset::{Ground, Id, Table, Text};
use serde::Serialize;

/// Everything computed from a dataset and a decision; by default what is known
/// before that: nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Which comparison it was computed from.
    pub dataset: DatasetName,
    /// The answer.
    pub verdict: Verdict,
    /// The visible options, in the order of the dataset.
    pub options: Vec<OptionReport>,
    /// `pairwise[a][b]`: in what share of all weights and readings `a` does
    /// better than `b`. Open options only.
    pub pairwise: Table<Table<f64>>,
    /// How the shares were found.
    pub method: Method,
    /// The largest standard error of a share; 0 when exact.
    pub error: f64,
    /// How many weights were drawn; 0 when exact.
    pub points: u32,
    /// The criteria, in the order of the dataset.
    pub criteria: Vec<CriterionReport>,
    /// What separates the two leaders, largest difference first.
    pub separation: Option<Separation>,
    /// Technical viability and strategy, apart.
    pub stages: Stages,
    /// How many questions are answered, of how many.
    pub progress: Progress,
    /// What would change the verdict, what to ask next and whose answer it is;
    /// empty where it was not asked for.
    #[serde(flatten)]
    pub outlook: Prospects,
}

/// Which comparison a report was computed from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DatasetName {
    /// Its id.
    pub id: Id,
    /// Its version.
    pub version: Text,
}

/// The kinds of answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VerdictKind {
    /// Too little was told.
    #[default]
    Undecided,
    /// Nearly all weights that fit favour one family of options.
    Clear,
    /// Most do.
    Lean,
    /// Too close to call.
    Close,
    /// The answers exclude every option.
    Conflict,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Verdict {
    /// Its kind.
    pub kind: VerdictKind,
    /// The options that it names, best first; none when undecided or in
    /// conflict.
    pub options: Vec<Id>,
    /// The share of the family of options that leads, 0 to 1.
    pub share: f64,
    /// One sentence for the reader.
    pub sentence: String,
    /// In a conflict: the answers that clash and what would lift each.
    pub ways_out: Vec<WayOut>,
}

/// An answer that has a part in excluding options, and what would lift it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WayOut {
    /// The question.
    pub question: Id,
    /// The choice that excludes.
    pub choice: Id,
    /// The options that it excludes.
    pub excludes: Vec<Id>,
    /// What would lift it.
    pub says: Text,
}

/// Whether an option may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing speaks against choosing it.
    Open,
    /// It may be chosen, with open eyes.
    Cautioned,
    /// An answer rules it out.
    Excluded,
}

impl Status {
    /// Its name in records and in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Cautioned => "cautioned",
            Status::Excluded => "excluded",
        }
    }
}

/// How one option does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionReport {
    /// The option.
    pub id: Id,
    /// Whether it may be chosen.
    pub status: Status,
    /// Why it is cautioned or excluded.
    pub reasons: Vec<Reason>,
    /// Value at the weights in the middle of those that fit, over the criteria
    /// with an assessment, 0 to 1.
    pub value: f64,
    /// The same value at the lowest and the highest reading of the sources,
    /// where a missing assessment may be anything.
    pub value_range: [f64; 2],
    /// How much of the weight falls on criteria with an assessment, 0 to 1.
    pub coverage: f64,
    /// Share of each rank, first rank first. Empty for an excluded option.
    pub rank_acceptability: Vec<f64>,
    /// First-rank share if no option were excluded.
    pub share_if_allowed: f64,
    /// The typical weights under which it is best, by criterion; empty when
    /// there are none.
    pub central_weights: Table<f64>,
    /// Where it gains most against the average of the other visible options.
    pub strengths: Vec<Argument>,
    /// Where it loses most.
    pub weaknesses: Vec<Argument>,
}

/// An answer of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The question.
    pub question: Id,
    /// The choice that is ticked.
    pub choice: Id,
}

/// Why an option is cautioned or excluded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// What it does.
    pub status: Status,
    /// The answer that brought it up.
    pub question: Id,
    /// The choice.
    pub choice: Id,
    /// Other answers without which it would not hold.
    pub given: Vec<Given>,
    /// Why, in one sentence.
    pub because: Text,
    /// The passage that says so.
    pub basis: Ground,
    /// What would lift it.
    pub way_out: Text,
}

/// A criterion that speaks for or against an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Argument {
    /// The criterion.
    pub criterion: Id,
    /// Difference of value that it makes, -1 to 1.
    pub difference: f64,
    /// The claims about the option that it rests on.
    pub claims: Vec<Id>,
}

/// How the shares were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// In closed form.
    Exact,
    /// By sampling.
    #[default]
    Sampled,
}

/// The two stages of the decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stages {
    /// First-rank shares on the workload criteria alone, by open option.
    pub viability: Table<f64>,
    /// First-rank shares on team, cost and growth alone.
    pub strategy: Table<f64>,
    /// How they relate.
    pub relation: StageRelation,
    /// One sentence for the reader.
    pub sentence: String,
}

/// How the two stages relate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StageRelation {
    /// Nothing to compare yet.
    #[default]
    Open,
    /// Both point the same way.
    Agree,
    /// The workload leaves it open; strategy decides.
    TechnicallyClose,
    /// Strategy leaves it open; the workload decides.
    StrategicallyClose,
    /// Strategy overturned a technical lead.
    StrategyOverturned,
    /// The technical lead held against strategy.
    TechnicalLeadHeld,
    /// They pull apart and neither prevails.
    Split,
}

/// How far the checklist is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Questions with an answer.
    pub answered: usize,
    /// All questions.
    pub questions: usize,
}

impl VerdictKind {
    /// Its name in the report's plain form, in style sheets and in tests.
    pub fn name(self) -> &'static str {
        match self {
            VerdictKind::Undecided => "undecided",
            VerdictKind::Clear => "clear",
            VerdictKind::Lean => "lean",
            VerdictKind::Close => "close",
            VerdictKind::Conflict => "conflict",
        }
    }

    /// Whether enough was told for a verdict, a conflict among them.
    pub fn is_given(self) -> bool {
        self != VerdictKind::Undecided
    }

    /// Whether shares can be told along with it: with too little told they say
    /// nothing, and in a conflict there are none.
    pub fn has_shares(self) -> bool {
        self.is_given() && self != VerdictKind::Conflict
    }
}

impl Report {
    /// How an option does, if it is visible.
    pub fn option(&self, id: &str) -> Option<&OptionReport> {
        self.options.iter().find(|option| option.id == id)
    }

    /// What a criterion weighs.
    pub fn criterion(&self, id: &str) -> Option<&CriterionReport> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }
}

impl OptionReport {
    /// Share of the first rank; 0 for an excluded option.
    pub fn first_rank(&self) -> f64 {
        self.rank_acceptability.first().copied().unwrap_or(0.0)
    }
}
