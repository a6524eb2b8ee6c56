//! What would change the verdict, what to ask next, and whose answer it is.
//!
//! Nearly all of it comes from replays: the same analysis with one answer, one
//! importance or one claim changed, or with one source left out. A tipping
//! point is only called so after the changed decision was analysed with the
//! same effort as the page's own verdict, so following it really flips the
//! verdict.

mod condition;
mod questions;
mod replay;
mod weights;

use std::collections::VecDeque;

use dataset::{Dataset, Id, Table};
use smaa::sort_by;

use crate::decision::{Decision, Edit, Importance};
use crate::report::{Alone, ClaimTip, ImportanceTip, Prospects, Report, Tip, WithoutSource};

pub use condition::condition;
pub use replay::{Replayed, Stand, retry, stand};

use super::assess::Hearing;
use condition::sentence;
use questions::{Gain, other_answers};
use replay::{distance, replay, replay_draft, uncertainty};
use weights::{Direction, Leads, Now, tip, together};

/// Replays under way.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// What the verdict says now.
    now: Stand,
    /// First-rank shares now.
    shares: Table<f64>,
    waiting: VecDeque<Replay>,
    gains: Vec<Gain>,
    found: Prospects,
}

/// What is done in one step: one analysis, or none.
#[derive(Clone, Debug)]
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

    /// Does one replay.
    pub fn step(&mut self, dataset: &Dataset, decision: &Decision) -> Step {
        match self.waiting.pop_front() {
            None => {
                self.sort();
                return Step::Done;
            }
            Some(Replay::Answer { question, choices }) => {
                self.answer_otherwise(dataset, decision, question, choices);
            }
            Some(Replay::Questions) => {
                self.order_questions();
                return Step::Questions;
            }
            Some(Replay::Alone(source)) => {
                let replayed = replay(dataset, decision, Hearing::OnlySource(&source));
                let Replayed { kind, options, shares, .. } = replayed;
                let alone = Box::new(Alone { kind, options, shares });
                self.waiting.push_front(Replay::Without(source, alone));
            }
            Some(Replay::Without(source, alone)) => {
                self.leave_out(dataset, decision, source, *alone);
            }
            Some(Replay::Importance(criterion, direction)) => {
                let end = self.weigh(dataset, decision, criterion, direction.far());
                let nearer = end.map(|it| Replay::Nearer(criterion, direction, Box::new(it)));
                if let Some(nearer) = nearer {
                    self.waiting.push_front(nearer);
                }
            }
            Some(Replay::Nearer(criterion, direction, end)) => {
                let tip = self.weigh(dataset, decision, criterion, direction.near());
                self.keep(tip.unwrap_or(*end));
            }
            Some(Replay::Weights) => self.move_weights(dataset, decision),
            Some(Replay::Together(count)) => self.weigh_together(dataset, decision, count),
            Some(Replay::Claim(claim)) => self.drop_claim(dataset, decision, claim),
        }
        Step::More
    }

    /// What was found so far.
    pub fn found(&self) -> &Prospects {
        &self.found
    }

    fn answer_otherwise(
        &mut self,
        dataset: &Dataset,
        decision: &Decision,
        question: Id,
        choices: Vec<Id>,
    ) {
        let edit = Edit::Answer { question, choices: choices.clone() };
        let changed = decision.clone().edit(dataset, edit.clone());
        let replayed = replay_draft(dataset, &changed, Hearing::All, &self.now);
        let distance = distance(&self.shares, &replayed.shares);
        let flips = replayed.stand != self.now;
        if decision.is_blank(&question) {
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
            sentence: sentence(dataset, &edit, &replayed),
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

    fn leave_out(&mut self, dataset: &Dataset, decision: &Decision, source: Id, alone: Alone) {
        let without = replay(dataset, decision, Hearing::WithoutSource(&source));
        self.found.without_source.push(WithoutSource {
            changes: without.stand != self.now,
            source,
            kind: without.kind,
            options: without.options,
            shares: without.shares,
            alone,
        });
    }

    fn weigh(
        &self,
        dataset: &Dataset,
        decision: &Decision,
        criterion: Id,
        importance: Option<Importance>,
    ) -> Option<ImportanceTip> {
        let now = Now { stand: &self.now, shares: &self.shares };
        let importance = [(criterion, importance?)].into_iter().collect();
        tip(dataset, decision, &now, importance)
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

    /// Sets the importances of the criteria that move most on the way to the
    /// nearest tie; of one more in the next step, if that does not do.
    fn weigh_together(&mut self, dataset: &Dataset, decision: &Decision, count: usize) {
        let Some(together) = together(&self.found, count) else { return };
        let now = Now { stand: &self.now, shares: &self.shares };
        match tip(dataset, decision, &now, together) {
            Some(tip) => self.found.tipping_importance.push(tip),
            None => self.waiting.push_front(Replay::Together(count + 1)),
        }
    }

    fn drop_claim(&mut self, dataset: &Dataset, decision: &Decision, id: Id) {
        let Some(claim) = dataset.claim(&id) else { return };
        let replayed = replay_draft(dataset, decision, Hearing::WithoutClaim(&id), &self.now);
        if replayed.stand == self.now {
            return;
        }
        self.found.tipping_claims.push(ClaimTip {
            claim: id,
            source: claim.source,
            criterion: claim.criterion,
            distance: distance(&self.shares, &replayed.shares),
            sentence: sentence(dataset, &Edit::LeaveOut(id), &replayed),
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
