//! What would change the verdict, what to ask next, whose answer it is.

use dataset::{Id, Table};
use serde::Serialize;

use super::VerdictKind;
use crate::decision::Importance;

/// What comes from replays of the analysis, and from the closed forms of how
/// weights turn the leader.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Prospects {
    /// Single answers that would change the verdict, nearest first.
    pub tipping: Vec<Tip>,
    /// Importances set by hand that would change it, nearest first: of one
    /// criterion each, and the nearest found of several together.
    pub tipping_importance: Vec<ImportanceTip>,
    /// Single claims without which it would be another one, nearest first.
    pub tipping_claims: Vec<ClaimTip>,
    /// The blank question that would tell most: the first of `questions`.
    pub next_question: Option<NextQuestion>,
    /// All blank questions, in the order in which they are worth asking.
    pub questions: Vec<NextQuestion>,
    /// Whether there is a verdict that no single blank question could change.
    pub firm: bool,
    /// The verdict with each source left out, and with each source alone.
    pub without_source: Vec<WithoutSource>,
    /// By criterion: the weight at which another option leads.
    pub flip_weights: Vec<FlipWeight>,
    /// The nearest weights under which another option leads.
    pub nearest_tie: Option<NearestTie>,
}

/// A single answer that would change the verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tip {
    /// The question.
    pub question: Id,
    /// The choices to tick instead; none: leave it blank.
    pub answer: Vec<Id>,
    /// The verdict that follows.
    pub kind: VerdictKind,
    /// The options that it names.
    pub options: Vec<Id>,
    /// How far the first-rank shares move, 0 to 1.
    pub distance: f64,
    /// One sentence for the reader.
    pub sentence: String,
}

/// Importances that would change the verdict when they are set by hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImportanceTip {
    /// What to set, by criterion.
    pub importance: Table<Importance>,
    /// The verdict that follows.
    pub kind: VerdictKind,
    /// The options that it names.
    pub options: Vec<Id>,
    /// How far the first-rank shares move, 0 to 1.
    pub distance: f64,
    /// One sentence for the reader.
    pub sentence: String,
}

/// A claim on which the verdict hangs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimTip {
    /// The claim.
    pub claim: Id,
    /// Its source.
    pub source: Id,
    /// The criterion that it is about.
    pub criterion: Id,
    /// The verdict without it.
    pub kind: VerdictKind,
    /// The options that it names.
    pub options: Vec<Id>,
    /// How far the first-rank shares move, 0 to 1.
    pub distance: f64,
    /// One sentence for the reader.
    pub sentence: String,
}

/// A blank question and what an answer would be worth.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NextQuestion {
    /// The question.
    pub id: Id,
    /// The mean movement of the first-rank shares over its answers, 0 to 1.
    pub gain: f64,
    /// By how much its answer would on average, every answer being equally
    /// likely, lessen the chance that two weightings drawn at random disagree
    /// on who is best; negative when answers tend to open things up.
    pub reduction: f64,
    /// Whether one of its answers would change the verdict.
    pub can_flip: bool,
}

/// The verdict with one source left out, and with that source alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WithoutSource {
    /// The source.
    pub source: Id,
    /// The verdict without it.
    pub kind: VerdictKind,
    /// The options that it names.
    pub options: Vec<Id>,
    /// First-rank shares of the open options without it.
    pub shares: Table<f64>,
    /// Whether the verdict is another one.
    pub changes: bool,
    /// The verdict when only this source is heard.
    pub alone: Alone,
}

/// The verdict of one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alone {
    /// Its kind.
    pub kind: VerdictKind,
    /// The options that it names.
    pub options: Vec<Id>,
    /// First-rank shares of the open options.
    pub shares: Table<f64>,
}

/// The weight of one criterion at which the leader changes, in closed form:
/// all other weights keep their proportions, and every reading is the best one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlipWeight {
    /// The criterion.
    pub criterion: Id,
    /// Its weight in the middle of those that fit.
    pub weight: f64,
    /// The nearest weight at which another option does as well; absent when
    /// there is none.
    pub flips_at: Option<f64>,
    /// That option.
    pub to: Option<Id>,
}

/// The nearest weights, by squared distance, under which the leader has lost
/// its lead; every reading is the best one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NearestTie {
    /// The option that leads now.
    pub from: Id,
    /// The option that does as well there.
    pub to: Id,
    /// The weights, by criterion.
    pub weights: Table<f64>,
    /// What part of all weight changes hands, 0 to 1.
    pub distance: f64,
}
