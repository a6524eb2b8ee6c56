//! What would change the verdict, what to ask next, and whose answer it is.
//!
//! Nearly all of it comes from replays: the same analysis of a decision with one
//! answer or one importance changed, or with one claim or source left out. A tipping
//! point is only called so after the changed decision was analysed with the
//! same effort as the page's own verdict, so following it really flips the
//! verdict.

mod condition;
mod questions;
mod replay;
mod weights;

use std::collections::VecDeque;

use dataset::{Dataset, Id, Table};
use smaa::{Effort, sort_by};

use crate::decision::{Decision, Edit, Importance};
use crate::report::{Alone, ClaimTip, ImportanceTip, Prospects, Report, Tip, WithoutSource};

pub use condition::condition;
pub use replay::{Replayed, Replaying, Stand, stand};

use condition::sentence;
use questions::{Gain, other_answers};
use replay::{distance, uncertainty};
use weights::{Direction, Leads, together};

/// Replays under way.
#[derive(Debug)]
pub struct Outlook {
    /// What the verdict says now.
    now: Stand,
    /// First-rank shares now.
    shares: Table<f64>,
    waiting: VecDeque<Replay>,
    trying: Option<(Replay, Edit, Replaying)>,
    gains: Vec<Gain>,
    found: Prospects,
}

/// What is tried, or worked out without a trial.
#[derive(Debug)]
enum Replay {
    Answer {
        question: Id,
        choices: Vec<Id>,
    },
    Questions,
    Alone(Id),
    /// Without this source; what it says alone is known.
    Without(Id, Box<Alone>),
    Importance(Id, Direction),
    /// A smaller change than one that turns the verdict.
    Nearer(Id, Direction, Box<ImportanceTip>),
    Weights,
    /// So many criteria together.
    Together(usize),
    Claim(Id),
}

/// How far an outlook is after one more step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is more to do.
    More,
    /// There is more to do, but what to ask next is known.
    Questions,
    /// Everything is known.
    Done,
}

impl Outlook {
    /// Lists the replays that a report needs: first those that say what to ask
    /// next.
    pub fn new(dataset: &Dataset, decision: &Decision, report: &Report) -> Self {
        let mut outlook = Outlook {
            now: stand(dataset, report.verdict.kind, &report.verdict.options),
            shares: report.options.iter().map(|it| (it.id, it.first_rank())).collect(),
            waiting: VecDeque::new(),
            trying: None,
            gains: Vec::new(),
            found: Prospects::default(),
        };
        outlook.plan(dataset, decision, true);
        outlook.waiting.push_back(Replay::Questions);
        outlook.plan(dataset, decision, false);
        let waiting = &mut outlook.waiting;
        waiting.extend(dataset.sources.iter().map(|it| Replay::Alone(it.id)));
        let are_movable = dataset.weights.is_none() && outlook.now != Stand::Nothing;
        if are_movable {
            for criterion in &dataset.criteria {
                waiting.extend(Direction::BOTH.map(|it| Replay::Importance(criterion.id, it)));
            }
        }
        waiting.push_back(Replay::Weights);
        if are_movable {
            waiting.push_back(Replay::Together(2));
        }
        if outlook.now != Stand::Nothing {
            waiting.extend(
                report.criteria.iter().flat_map(|it| it.claims().into_iter().map(Replay::Claim)),
            );
        }
        outlook
    }

    /// Lists the other answers of the blank questions, or of those that are
    /// answered.
    fn plan(&mut self, dataset: &Dataset, decision: &Decision, blank: bool) {
        for question in &dataset.questions {
            if decision.is_blank(&question.id) != blank {
                continue;
            }
            for choices in other_answers(question, decision.answers.get(&question.id)) {
                self.waiting.push_back(Replay::Answer { question: question.id, choices });
            }
        }
    }

    /// Goes on for a moment.
    pub fn step(&mut self, dataset: &Dataset, decision: &Decision) -> Step {
        if let Some((replay, edit, mut replaying)) = self.trying.take() {
            match replaying.step(dataset, &self.now) {
                Some(replayed) => self.learn(dataset, decision, replay, edit, replayed),
                None => self.trying = Some((replay, edit, replaying)),
            }
            return Step::More;
        }
        match self.waiting.pop_front() {
            None => {
                self.sort();
                return Step::Done;
            }
            Some(Replay::Questions) => {
                self.order_questions();
                return Step::Questions;
            }
            Some(Replay::Weights) => self.move_weights(dataset, decision),
            Some(replay) => {
                self.trying = self.edit(&replay).map(|edit| {
                    let about_sources = matches!(replay, Replay::Alone(_) | Replay::Without(..));
                    let effort = if about_sources { Effort::Full } else { Effort::Draft };
                    let changed = decision.clone().edit(dataset, edit.clone());
                    (replay, edit, Replaying::new(dataset, changed, effort))
                });
            }
        }
        Step::More
    }

    /// How a replay changes the decision; `None` where there is nothing to try.
    fn edit(&self, replay: &Replay) -> Option<Edit> {
        let weigh = |criterion: &Id, importance: Option<Importance>| {
            Some(Edit::WeighAll([(*criterion, importance?)].into_iter().collect()))
        };
        match replay {
            Replay::Answer { question, choices } => {
                Some(Edit::Answer { question: *question, choices: choices.clone() })
            }
            Replay::Alone(source) => Some(Edit::HearOnly(*source)),
            Replay::Without(id, _) | Replay::Claim(id) => Some(Edit::LeaveOut(*id)),
            Replay::Importance(criterion, direction) => weigh(criterion, direction.far()),
            Replay::Nearer(criterion, direction, _) => weigh(criterion, direction.near()),
            Replay::Together(count) => together(&self.found, *count).map(Edit::WeighAll),
            Replay::Questions | Replay::Weights => None,
        }
    }

    /// Keeps what a replay has shown, and lists those that follow from it.
    fn learn(
        &mut self,
        dataset: &Dataset,
        decision: &Decision,
        replay: Replay,
        edit: Edit,
        replayed: Replayed,
    ) {
        match replay {
            Replay::Answer { question, choices } => {
                let is_blank = decision.is_blank(&question);
                self.answer_otherwise(dataset, is_blank, question, choices, &edit, replayed);
            }
            Replay::Alone(source) => {
                let Replayed { kind, options, shares, .. } = replayed;
                let alone = Box::new(Alone { kind, options, shares });
                self.waiting.push_front(Replay::Without(source, alone));
            }
            Replay::Without(source, alone) => self.leave_out(source, *alone, replayed),
            Replay::Importance(criterion, direction) => {
                if let Some(end) = self.tip(dataset, edit, replayed) {
                    self.waiting.push_front(Replay::Nearer(criterion, direction, Box::new(end)));
                }
            }
            Replay::Nearer(_, _, end) => {
                let tip = self.tip(dataset, edit, replayed);
                self.keep(tip.unwrap_or(*end));
            }
            Replay::Together(count) => match self.tip(dataset, edit, replayed) {
                Some(tip) => self.found.tipping_importance.push(tip),
                // One more, if these do not do.
                None => self.waiting.push_front(Replay::Together(count + 1)),
            },
            Replay::Claim(claim) => self.drop_claim(dataset, claim, &edit, replayed),
            // Nothing is tried for these.
            Replay::Questions | Replay::Weights => {}
        }
    }

    /// What was found so far.
    pub fn found(&self) -> &Prospects {
        &self.found
    }

    fn answer_otherwise(
        &mut self,
        dataset: &Dataset,
        is_blank: bool,
        question: Id,
        choices: Vec<Id>,
        edit: &Edit,
        replayed: Replayed,
    ) {
        let distance = distance(&self.shares, &replayed.shares);
        let flips = replayed.stand != self.now;
        if is_blank {
            let reduction = uncertainty(&self.shares) - uncertainty(&replayed.shares);
            Gain::add(&mut self.gains, question, distance, reduction, flips);
        }
        if !flips || self.now == Stand::Nothing {
            return;
        }
        self.found.tipping.push(Tip {
            question,
            answer: choices,
            distance,
            sentence: sentence(dataset, edit, &replayed),
            kind: replayed.kind,
            options: replayed.options,
        });
    }

    fn order_questions(&mut self) {
        self.found.questions = questions::ordered(std::mem::take(&mut self.gains));
        self.found.next_question = self.found.questions.first().cloned();
        self.found.firm =
            self.now != Stand::Nothing && !self.found.questions.iter().any(|it| it.can_flip);
    }

    fn leave_out(&mut self, source: Id, alone: Alone, without: Replayed) {
        self.found.without_source.push(WithoutSource {
            changes: without.stand != self.now,
            source,
            kind: without.kind,
            options: without.options,
            shares: without.shares,
            alone,
        });
    }

    /// What importances do to the verdict, if they turn it.
    fn tip(&self, dataset: &Dataset, edit: Edit, replayed: Replayed) -> Option<ImportanceTip> {
        if replayed.stand == self.now {
            return None;
        }
        let sentence = sentence(dataset, &edit, &replayed);
        let Edit::WeighAll(importance) = edit else { return None };
        Some(ImportanceTip {
            sentence,
            distance: distance(&self.shares, &replayed.shares),
            kind: replayed.kind,
            options: replayed.options,
            importance,
        })
    }

    /// Keeps the nearer of two tips about one criterion.
    fn keep(&mut self, tip: ImportanceTip) {
        let tips = &mut self.found.tipping_importance;
        let is_same = |it: &ImportanceTip| it.importance.keys().eq(tip.importance.keys());
        match tips.iter_mut().find(|it| is_same(it)) {
            Some(known) if known.distance <= tip.distance => {}
            Some(known) => *known = tip,
            None => tips.push(tip),
        }
    }

    fn move_weights(&mut self, dataset: &Dataset, decision: &Decision) {
        let Some(leads) = Leads::of(dataset, decision) else { return };
        self.found.flip_weights = leads.flip_weights();
        self.found.nearest_tie = leads.nearest_tie();
    }

    fn drop_claim(&mut self, dataset: &Dataset, id: Id, edit: &Edit, replayed: Replayed) {
        let Some(claim) = dataset.claim(&id) else { return };
        if replayed.stand == self.now {
            return;
        }
        self.found.tipping_claims.push(ClaimTip {
            claim: id,
            source: claim.source,
            criterion: claim.criterion,
            distance: distance(&self.shares, &replayed.shares),
            sentence: sentence(dataset, edit, &replayed),
            kind: replayed.kind,
            options: replayed.options,
        });
    }

    /// Nearest tipping points first; ties keep the order in which they were
    /// found, which is that of the dataset.
    fn sort(&mut self) {
        let found = &mut self.found;
        sort_by(&mut found.tipping, |a, b| a.distance.total_cmp(&b.distance));
        sort_by(&mut found.tipping_importance, |a, b| a.distance.total_cmp(&b.distance));
        sort_by(&mut found.tipping_claims, |a, b| a.distance.total_cmp(&b.distance));
    }
}
