//! Several decisions side by side: who leans where, on what they differ, and
//! which of the differences matter.
//!
//! 1. [`read`]: links become members;
//! 2. [`Comparing`]: each member's report, and replays with the others' answers;
//! 3. [`Comparison`]: what that comes to, as plain data.
//!
//! A comparison is itself a link: the members stand in the sections
//! [`OTHER`](crate::link::OTHER) of an otherwise empty decision.

mod compare;
mod item;
mod member;
mod pool;

use dataset::{Id, Table, Text};
use serde::Serialize;

use crate::report::{DatasetName, Status, VerdictKind};
use crate::since::Since;

pub use compare::{Comparing, compare};
pub use item::Item;
pub use member::{
    Group, LARGEST, MOST_VOICES, Member, SMALLEST, Skipped, Voice, member, others, read,
};

/// What a group's decisions come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// By which comparison of options.
    pub dataset: DatasetName,
    /// The members, in the order in which they were given.
    pub members: Vec<Standpoint>,
    /// Links that could not be used.
    pub skipped: Vec<Skipped>,
    /// Everything that a member told, and what the others told of it; what
    /// matters comes first.
    pub topics: Vec<Topic>,
    /// The shares of all members together.
    pub together: Together,
    /// What a link to this comparison carries after `#d=`.
    pub state: String,
}

/// A member and what their decision comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standpoint {
    /// How they are called.
    pub name: String,
    /// How many votes they have.
    pub voice: u8,
    /// What their link carries after `#d=`.
    pub state: String,
    /// The kind of their verdict.
    pub kind: VerdictKind,
    /// The options that it names, best first.
    pub options: Vec<Id>,
    /// Their verdict in a sentence.
    pub sentence: String,
    /// How many questions they answered.
    pub answered: usize,
    /// Whether their shares count in those of all together: they do when there
    /// is a verdict, and no conflict.
    pub counts: bool,
    /// The options, in the order of the dataset.
    pub ranks: Vec<Rank>,
    /// What the comparison has changed since their link was made.
    pub since: Option<Since>,
    /// Whether their link holds answers that this version does not know.
    pub has_unknown: bool,
}

/// How an option does with a member, or with all together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rank {
    /// The option.
    pub option: Id,
    /// Whether it may be chosen; absent where the member does not compare it,
    /// and with all together.
    pub status: Option<Status>,
    /// The share of the first rank.
    pub share: f64,
    /// Its place by that share, from 1; equal shares have equal places. Absent
    /// where it cannot be chosen, or nothing was told.
    pub place: Option<usize>,
}

/// The members' shares together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Together {
    /// How many votes went into it.
    pub votes: u32,
    /// Whose votes did not, with the reason.
    pub uncounted: Vec<String>,
    /// The kind of verdict that these shares would be; absent without votes.
    pub kind: Option<VerdictKind>,
    /// The options that it names.
    pub options: Vec<Id>,
    /// The options, in the order of the dataset.
    pub ranks: Vec<Rank>,
    /// The share of each rank, by option.
    pub rank_acceptability: Table<Vec<f64>>,
}

/// Something that members may tell, and what they told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Topic {
    /// What it is about.
    pub about: Item,
    /// What it is about, in words.
    pub title: Text,
    /// What each member told, in words; empty for nothing.
    pub told: Vec<String>,
    /// How they agree.
    pub agreement: Agreement,
    /// Whether somebody's verdict moves with somebody else's answer.
    pub matters: bool,
    /// The verdicts that move, and how.
    pub moves: Vec<Move>,
}

/// How members agree on something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Agreement {
    /// Two of them told different things.
    Differ,
    /// Some told the same, others nothing.
    Open,
    /// All told the same.
    Agree,
}

/// A member's verdict with another member's answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Move {
    /// Whose verdict, by place among the members.
    pub member: usize,
    /// Whose answer, likewise.
    pub with: usize,
    /// The kind of verdict that follows.
    pub kind: VerdictKind,
    /// The options that it names.
    pub options: Vec<Id>,
}
