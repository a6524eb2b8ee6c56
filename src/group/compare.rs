//! Works a comparison out, in steps that are short enough for a page to stay
//! awake.

use std::collections::VecDeque;

use dataset::Dataset;
use smaa::sort_by;

use super::item::Item;
use super::member::{Group, Member};
use super::pool::{counts, pool, ranks};
use super::{Agreement, Comparison, Move, Standpoint, Topic};
use crate::decision::Decision;
use crate::engine::{Stand, Step, answer, retry, stand};
use crate::link::{self, Stamp};
use crate::report::{DatasetName, Report};
use crate::since::since;

/// A comparison under way.
#[derive(Clone, Debug)]
pub struct Comparing {
    members: Vec<Member>,
    /// What each member's verdict comes down to.
    stands: Vec<Stand>,
    waiting: VecDeque<Replay>,
    found: Comparison,
}

/// One member's decision with another's answer.
#[derive(Clone, Copy, Debug)]
struct Replay {
    topic: usize,
    member: usize,
    with: usize,
}

/// Compares at once.
pub fn compare(dataset: &Dataset, group: Group) -> Comparison {
    let mut comparing = Comparing::new(dataset, group);
    while comparing.step(dataset) != Step::Done {}
    comparing.found
}

impl Comparing {
    /// Works out every member's report, and lists the replays.
    pub fn new(dataset: &Dataset, group: Group) -> Self {
        let state = link::encode(dataset, &group.decision(), &Stamp::default());
        let Group { members, skipped } = group;
        let reports: Vec<Report> =
            members.iter().map(|it| answer(dataset, &it.opened.decision)).collect();
        let standpoints: Vec<Standpoint> = members
            .iter()
            .zip(&reports)
            .map(|(member, report)| standpoint(dataset, member, report))
            .collect();
        let decisions: Vec<&Decision> = members.iter().map(|it| &it.opened.decision).collect();
        let items = Item::all(dataset, &decisions);
        let topics: Vec<Topic> = items.iter().map(|it| topic(dataset, *it, &decisions)).collect();
        let mut waiting = VecDeque::new();
        for (place, item) in items.iter().enumerate() {
            for member in 0..members.len() {
                let others = others(*item, &decisions, member);
                waiting.extend(others.map(|with| Replay { topic: place, member, with }));
            }
        }
        let verdicts = reports.iter().map(|it| &it.verdict);
        let found = Comparison {
            dataset: DatasetName { id: dataset.id, version: dataset.version },
            together: pool(dataset, &members, &reports, &standpoints),
            members: standpoints,
            skipped,
            topics,
            state,
        };
        Comparing {
            stands: verdicts.map(|it| stand(dataset, it.kind, &it.options)).collect(),
            members,
            waiting,
            found,
        }
    }

    /// Does one replay.
    pub fn step(&mut self, dataset: &Dataset) -> Step {
        let Some(Replay { topic, member, with }) = self.waiting.pop_front() else {
            // What matters first, then what they differ in; else as asked.
            let rank = |it: &Topic| (!it.matters, it.agreement);
            sort_by(&mut self.found.topics, |a, b| rank(a).cmp(&rank(b)));
            return Step::Done;
        };
        let topic = &mut self.found.topics[topic];
        let decision = |place: usize| &self.members[place].opened.decision;
        let changed = topic.about.given(decision(member), decision(with));
        let now = &self.stands[member];
        let then = retry(dataset, &changed, now);
        if then.stand != *now {
            topic.matters = true;
            topic.moves.push(Move { member, with, kind: then.kind, options: then.options });
        }
        Step::More
    }

    /// What was found so far.
    pub fn found(&self) -> &Comparison {
        &self.found
    }
}

fn standpoint(dataset: &Dataset, member: &Member, report: &Report) -> Standpoint {
    Standpoint {
        name: member.name.clone(),
        voice: member.voice.votes(),
        state: member.state.clone(),
        kind: report.verdict.kind,
        options: report.verdict.options.clone(),
        sentence: report.verdict.sentence.clone(),
        answered: report.progress.answered,
        counts: counts(report),
        ranks: ranks(dataset, report),
        since: since(dataset, &member.opened.stamp, &report.verdict),
        has_unknown: member.opened.has_unknown,
    }
}

fn topic(dataset: &Dataset, item: Item, decisions: &[&Decision]) -> Topic {
    let mut told = decisions.iter().filter(|it| !item.is_silent(it));
    let first = told.next();
    let agreement = match first {
        Some(first) if told.any(|it| !item.is_same(first, it)) => Agreement::Differ,
        _ if decisions.iter().any(|it| item.is_silent(it)) => Agreement::Open,
        _ => Agreement::Agree,
    };
    Topic {
        about: item,
        title: item.title(dataset),
        told: decisions.iter().map(|it| item.told(dataset, it)).collect(),
        agreement,
        matters: false,
        moves: Vec::new(),
    }
}

/// Those who told a member something else, one for each thing told.
fn others<'a>(
    item: Item,
    decisions: &'a [&'a Decision],
    member: usize,
) -> impl Iterator<Item = usize> + 'a {
    let is_first = move |other: usize| {
        !decisions[..other].iter().any(|before| item.is_same(before, decisions[other]))
    };
    let differs = move |other: usize| !item.is_same(decisions[member], decisions[other]);
    (0..decisions.len()).filter(move |&other| differs(other) && is_first(other))
}
