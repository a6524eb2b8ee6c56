//! Works a comparison out, in steps that are short enough for a page to stay
//! awake.

use std::collections::VecDeque;

use dataset::Dataset;
use smaa::{Effort, sort_by};

use super::item::Item;
use super::member::{Group, Member, Voice};
use super::pool::{counts, pool, ranks};
use super::{Agreement, Comparison, Move, Standpoint, Topic};
use crate::decision::Decision;
use crate::engine::{Answering, Replaying, Stand, Step, stand};
use crate::link::{self, Stamp};
use crate::report::{DatasetName, Report};
use crate::since::since;

/// A comparison under way: first each member's report, then the replays.
#[derive(Debug)]
pub struct Comparing {
    group: Group,
    /// Those that are there, in the order of the members.
    reports: Vec<Report>,
    /// The next one, once it is begun.
    answering: Option<Answering>,
    /// What each member's verdict comes down to.
    stands: Vec<Stand>,
    waiting: VecDeque<Replay>,
    /// The first of those that wait, once it is begun.
    replaying: Option<Replaying>,
    found: Option<Comparison>,
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
    let mut comparing = Comparing::new(group);
    loop {
        if comparing.step(dataset) == Step::Done
            && let Some(found) = comparing.found.take()
        {
            return found;
        }
    }
}

impl Comparing {
    /// Begins with nothing worked out.
    pub fn new(group: Group) -> Self {
        Comparing {
            group,
            reports: Vec::new(),
            answering: None,
            stands: Vec::new(),
            waiting: VecDeque::new(),
            replaying: None,
            found: None,
        }
    }

    /// Goes on for a moment. To be called with one dataset only.
    pub fn step(&mut self, dataset: &Dataset) -> Step {
        let Some(found) = &mut self.found else {
            self.report(dataset);
            return Step::More;
        };
        let Some(&Replay { topic, member, with }) = self.waiting.front() else {
            // What matters first, then what they differ in; else as asked.
            let rank = |it: &Topic| (!it.matters, it.agreement);
            sort_by(&mut found.topics, |a, b| rank(a).cmp(&rank(b)));
            return Step::Done;
        };
        let topic = &mut found.topics[topic];
        let decision = |place: usize| &self.group.members[place].opened.decision;
        let begin = || {
            let changed = topic.about.given(decision(member), decision(with));
            Replaying::new(dataset, changed, Effort::Draft)
        };
        let now = &self.stands[member];
        let then = self.replaying.get_or_insert_with(begin).step(dataset, now);
        let Some(then) = then else { return Step::More };
        self.replaying = None;
        self.waiting.pop_front();
        if then.stand != *now {
            topic.matters = true;
            topic.moves.push(Move { member, with, kind: then.kind, options: then.options });
        }
        Step::More
    }

    /// What was found so far; nothing while a report is missing.
    pub fn found(&self) -> Option<&Comparison> {
        self.found.as_ref()
    }

    /// Gives a member so many votes, which moves nobody's own verdict.
    pub fn vote(&mut self, dataset: &Dataset, member: usize, voice: Voice) {
        let Some(found) = &mut self.found else { return };
        let Some(voter) = self.group.members.get_mut(member) else { return };
        voter.voice = voice;
        found.members[member].voice = voice.votes();
        found.together = pool(dataset, &self.group.members, &self.reports, &found.members);
        found.state = state(dataset, &self.group);
    }

    /// Goes on with the reports; with the last of them lists the replays.
    fn report(&mut self, dataset: &Dataset) {
        let Some(member) = self.group.members.get(self.reports.len()) else {
            return self.lay_side_by_side(dataset);
        };
        let decision = &member.opened.decision;
        let answering = self.answering.get_or_insert_with(|| Answering::new(dataset, decision));
        if let Some(report) = answering.step(dataset, decision) {
            self.answering = None;
            self.reports.push(report);
        }
    }

    /// Takes the reports, and lists the replays.
    fn lay_side_by_side(&mut self, dataset: &Dataset) {
        let (members, reports) = (&self.group.members, &self.reports);
        let standpoints: Vec<Standpoint> = members
            .iter()
            .zip(reports)
            .map(|(member, report)| standpoint(dataset, member, report))
            .collect();
        let decisions: Vec<&Decision> = members.iter().map(|it| &it.opened.decision).collect();
        let items = Item::all(dataset, &decisions);
        for (place, item) in items.iter().enumerate() {
            for member in 0..members.len() {
                let others = others(*item, &decisions, member);
                self.waiting.extend(others.map(|with| Replay { topic: place, member, with }));
            }
        }
        let verdicts = reports.iter().map(|it| &it.verdict);
        self.stands = verdicts.map(|it| stand(dataset, it.kind, &it.options)).collect();
        self.found = Some(Comparison {
            dataset: DatasetName { id: dataset.id, version: dataset.version },
            together: pool(dataset, members, reports, &standpoints),
            members: standpoints,
            skipped: self.group.skipped.clone(),
            topics: items.iter().map(|it| topic(dataset, *it, &decisions)).collect(),
            state: state(dataset, &self.group),
        });
    }
}

/// What a link to the comparison carries.
fn state(dataset: &Dataset, group: &Group) -> String {
    link::encode(dataset, &group.decision(), &Stamp::default())
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
