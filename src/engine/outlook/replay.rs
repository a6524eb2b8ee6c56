//! One more analysis, with something changed.

use dataset::{Dataset, Id, Table};
use smaa::{Effort, Outcome};

use crate::decision::Decision;
use crate::engine::analysis::Situation;
use crate::engine::evaluate::standing;
use crate::engine::solver::Solving;
use crate::engine::verdict::{CLEAR, LEAN, verdict};
use crate::report::VerdictKind;

/// A draft this close to a threshold is analysed again with full effort.
const TOO_CLOSE_FOR_A_DRAFT: f64 = 0.04;

/// What a verdict comes down to: two verdicts that differ in it are different
/// advice.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand {
    /// Nothing is recommended.
    Nothing,
    /// Every option is excluded.
    Conflict,
    /// Too close to call.
    Close,
    /// For a family of options, or one without a family.
    For(Id),
}

/// The result of one replay.
#[derive(Clone, Debug, PartialEq)]
pub struct Replayed {
    /// What its verdict comes down to.
    pub stand: Stand,
    /// The kind of the verdict.
    pub kind: VerdictKind,
    /// The options that the verdict names.
    pub options: Vec<Id>,
    /// First-rank shares of the open options.
    pub shares: Table<f64>,
    share: f64,
}

/// A replay under way.
#[derive(Debug)]
pub struct Replaying {
    decision: Decision,
    effort: Effort,
    solving: Solving,
}

impl Replaying {
    /// Begins to replay a decision.
    pub fn new(dataset: &Dataset, decision: Decision, effort: Effort) -> Self {
        let situation = Situation::new(dataset, &decision);
        let solving = situation.solving(&situation.open(), None, effort);
        Replaying { decision, effort, solving }
    }

    /// Goes on for a moment. What was begun with less than full effort is begun
    /// again with it where the verdict seems to be another one than `now`, or
    /// nearly so. What this calls another verdict really is one.
    pub fn step(&mut self, dataset: &Dataset, now: &Stand) -> Option<Replayed> {
        let outcome = self.solving.step()?;
        let situation = Situation::new(dataset, &self.decision);
        let replayed = replayed(dataset, &self.decision, &situation, &outcome);
        let is_close_call = replayed.is_borderline() || replayed.stand != *now;
        if is_close_call && self.effort != Effort::Full {
            self.effort = Effort::Full;
            self.solving = situation.solving(&situation.open(), None, Effort::Full);
            return None;
        }
        Some(replayed)
    }
}

fn replayed(
    dataset: &Dataset,
    decision: &Decision,
    situation: &Situation,
    outcome: &Outcome,
) -> Replayed {
    let standing = standing(dataset, decision, situation, outcome);
    let verdict = verdict(dataset, situation, &standing);
    let shares = standing.shares.iter().map(|(option, share)| (option.id, *share));
    Replayed {
        stand: stand(dataset, verdict.kind, &verdict.options),
        kind: verdict.kind,
        share: verdict.share,
        shares: shares.collect(),
        options: verdict.options,
    }
}

impl Replayed {
    fn is_borderline(&self) -> bool {
        [CLEAR, LEAN].iter().any(|limit| (self.share - limit).abs() < TOO_CLOSE_FOR_A_DRAFT)
    }
}

/// What a verdict of this kind, naming these options, comes down to.
pub fn stand(dataset: &Dataset, kind: VerdictKind, options: &[Id]) -> Stand {
    match kind {
        VerdictKind::Undecided => Stand::Nothing,
        VerdictKind::Conflict => Stand::Conflict,
        VerdictKind::Close => Stand::Close,
        VerdictKind::Clear | VerdictKind::Lean => {
            let first = options.first().and_then(|id| dataset.option(id));
            let family = first.map(|it| *it.family.as_ref().unwrap_or(&it.id));
            family.map_or(Stand::Nothing, Stand::For)
        }
    }
}

/// Total variation between first-rank shares: what part of all weights and
/// readings changes hands.
pub(super) fn distance(from: &Table<f64>, to: &Table<f64>) -> f64 {
    let moved =
        from.iter().map(|(option, share)| (share - to.get(&option).copied().unwrap_or(0.0)).abs());
    moved.sum::<f64>() / 2.0
}

/// How uncertain it is who is best: the chance that two weightings, drawn
/// independently, disagree (Gini 1912, Simpson 1949). 0 when one option has all
/// first ranks.
pub(super) fn uncertainty(shares: &Table<f64>) -> f64 {
    1.0 - shares.iter().map(|(_, share)| share * share).sum::<f64>()
}
