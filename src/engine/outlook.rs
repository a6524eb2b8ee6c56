//! What would change the verdict, what to ask next, and whose answer it is.
//!
//! All three come from replays: the same analysis with one answer changed, or
//! with one source left out. A tipping point is only called so after the
//! changed decision was analysed with the same effort as the page's own
//! verdict, so following it really flips the verdict.

use std::collections::VecDeque;

use dataset::{Dataset, Id, IdSet, Question, Table};
use smaa::{Effort, sort_by};

use crate::decision::{Decision, Edit};
use crate::report::{NextQuestion, Prospects, Report, Tip, VerdictKind, WithoutSource};
use crate::words;

use super::analysis::Situation;
use super::assess::Hearing;
use super::evaluate::standing;
use super::verdict::{CLEAR, LEAN, verdict};

/// A draft this close to a threshold is analysed again with full effort.
const TOO_CLOSE_FOR_A_DRAFT: f64 = 0.04;

/// Replays under way.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// What the verdict says now.
    now: Stand,
    /// First-rank shares now.
    shares: Table<f64>,
    waiting: VecDeque<Replay>,
    tips: Vec<Tip>,
    /// Sum of movements and number of choices, by blank question.
    gains: Vec<(Id, f64, u32)>,
    without: Vec<WithoutSource>,
}

#[derive(Clone, Debug)]
enum Replay {
    Without(Id),
    Answer { question: Id, choices: Vec<Id> },
}

/// What a verdict comes down to: two verdicts that differ in it are different
/// advice.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    Nothing,
    Conflict,
    Close,
    For(Id),
}

/// The result of one replay.
struct Replayed {
    stand: Stand,
    kind: VerdictKind,
    options: Vec<Id>,
    share: f64,
    shares: Table<f64>,
}

impl Outlook {
    /// Lists the replays that a report needs.
    pub fn new(dataset: &Dataset, decision: &Decision, report: &Report) -> Self {
        let mut waiting = VecDeque::new();
        for source in &dataset.sources {
            waiting.push_back(Replay::Without(source.id));
        }
        for question in &dataset.questions {
            for choices in other_answers(question, decision.answers.get(&question.id)) {
                waiting.push_back(Replay::Answer { question: question.id, choices });
            }
        }
        Outlook {
            now: stand(dataset, report.verdict.kind, &report.verdict.options),
            shares: report.options.iter().map(|it| (it.id, it.first_rank())).collect(),
            waiting,
            tips: Vec::new(),
            gains: Vec::new(),
            without: Vec::new(),
        }
    }

    /// Does one replay. `false` when none was left.
    pub fn step(&mut self, dataset: &Dataset, decision: &Decision) -> bool {
        match self.waiting.pop_front() {
            None => return false,
            Some(Replay::Without(source)) => self.leave_out(dataset, decision, source),
            Some(Replay::Answer { question, choices }) => {
                self.answer_otherwise(dataset, decision, question, choices);
            }
        }
        true
    }

    fn leave_out(&mut self, dataset: &Dataset, decision: &Decision, source: Id) {
        let hearing = Hearing { without: Some(&source) };
        let replayed = replay(dataset, decision, hearing, Effort::Full);
        self.without.push(WithoutSource {
            changes: replayed.stand != self.now,
            source,
            kind: replayed.kind,
            options: replayed.options,
            shares: replayed.shares,
        });
    }

    fn answer_otherwise(
        &mut self,
        dataset: &Dataset,
        decision: &Decision,
        question: Id,
        choices: Vec<Id>,
    ) {
        let edit = Edit::Answer { question, choices: choices.clone() };
        let changed = decision.clone().edit(dataset, edit);
        let mut replayed = replay(dataset, &changed, Hearing::default(), Effort::Draft);
        if replayed.is_borderline() || replayed.stand != self.now {
            replayed = replay(dataset, &changed, Hearing::default(), Effort::Full);
        }
        let distance = self.distance(&replayed);
        if decision.is_blank(&question) {
            match self.gains.iter_mut().find(|(id, ..)| *id == question) {
                Some((_, sum, count)) => {
                    *sum += distance;
                    *count += 1;
                }
                None => self.gains.push((question, distance, 1)),
            }
        }
        if replayed.stand == self.now || self.now == Stand::Nothing {
            return;
        }
        let sentence = tip_sentence(dataset, &question, &choices, &replayed);
        self.tips.push(Tip {
            question,
            answer: choices,
            kind: replayed.kind,
            options: replayed.options,
            distance,
            sentence,
        });
    }

    /// Total variation between the first-rank shares now and then: what part
    /// of all weights changes hands.
    fn distance(&self, replayed: &Replayed) -> f64 {
        let moved = self.shares.iter().map(|(option, share)| {
            (share - replayed.shares.get(&option).copied().unwrap_or(0.0)).abs()
        });
        moved.sum::<f64>() / 2.0
    }

    /// What was found. Nearest tipping points first; ties keep the order of the
    /// checklist.
    pub fn finish(mut self) -> Prospects {
        sort_by(&mut self.tips, |a, b| a.distance.total_cmp(&b.distance));
        let means = self
            .gains
            .into_iter()
            .map(|(id, sum, count)| NextQuestion { id, gain: sum / f64::from(count) });
        let next_question = means.fold(None, |best: Option<NextQuestion>, next| match best {
            Some(best) if best.gain >= next.gain => Some(best),
            _ => Some(next),
        });
        Prospects { tipping: self.tips, next_question, without_source: self.without }
    }
}

/// Every answer one step away: another choice, or blank; in a question of
/// several, one tick more or less.
fn other_answers(question: &Question, ticked: Option<&IdSet>) -> Vec<Vec<Id>> {
    let is_ticked = |id: &Id| ticked.is_some_and(|it| it.contains(id));
    let ids: Vec<Id> = question.choices.iter().map(|choice| choice.id).collect();
    let mut answers = Vec::new();
    for toggled in &ids {
        if question.several {
            let is_left = |id: &&Id| is_ticked(id) != (*id == toggled);
            answers.push(ids.iter().filter(is_left).copied().collect());
        } else if !is_ticked(toggled) {
            answers.push(vec![*toggled]);
        }
    }
    if !question.several && ticked.is_some() {
        answers.push(Vec::new());
    }
    answers
}

impl Replayed {
    fn is_borderline(&self) -> bool {
        [CLEAR, LEAN].iter().any(|limit| (self.share - limit).abs() < TOO_CLOSE_FOR_A_DRAFT)
    }
}

fn replay(
    dataset: &Dataset,
    decision: &Decision,
    hearing: Hearing<'_>,
    effort: Effort,
) -> Replayed {
    let situation = Situation::new(dataset, decision, hearing);
    let outcome = situation.analyse(&situation.open(), effort);
    let standing = standing(dataset, decision, &situation, &outcome);
    let verdict = verdict(dataset, &situation, &standing);
    let shares = standing.shares.iter().map(|(option, share)| (option.id, *share));
    Replayed {
        stand: stand(dataset, verdict.kind, &verdict.options),
        kind: verdict.kind,
        share: verdict.share,
        shares: shares.collect(),
        options: verdict.options,
    }
}

fn stand(dataset: &Dataset, kind: VerdictKind, options: &[Id]) -> Stand {
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

fn tip_sentence(dataset: &Dataset, question: &str, choices: &[Id], replayed: &Replayed) -> String {
    let Some(question) = dataset.question(question) else { return String::new() };
    let choices = choices.iter().filter_map(|id| question.choice(id));
    let labels: Vec<&str> = choices.map(|choice| choice.label.as_str()).collect();
    let options = replayed.options.iter().filter_map(|id| dataset.option(id));
    let names: Vec<&str> = options.map(|option| option.name.as_str()).collect();
    words::tip(&question.ask, &labels, replayed.kind, &names)
}
