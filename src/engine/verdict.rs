//! What the shares mean.

use dataset::{Alternative, Dataset, Id, Table, Text};
use smaa::sort_by;

use crate::report::{Given, Status, Verdict, VerdictKind, WayOut};
use crate::words;

use super::analysis::Situation;

/// From this share of its family on, a verdict is clear.
pub const CLEAR: f64 = 0.80;
/// From this share of its family on, a verdict leans.
pub const LEAN: f64 = 0.60;
/// Answers needed before anything is recommended, where the dataset asks that
/// many questions and does not state its weights itself.
pub const ENOUGH_ANSWERS: usize = 3;

/// A family that has at least this part of the leader's share is still in the
/// race when it is close.
const IN_THE_RACE: f64 = 0.5;
/// A member with less than this part of its family's share is not named.
const WORTH_NAMING: f64 = 0.2;

/// What was told, and what it came to.
pub(super) struct Standing<'a> {
    /// Open options with their first-rank shares.
    pub(super) shares: Vec<(&'a Alternative, f64)>,
    /// Questions answered and importances set.
    pub(super) told: usize,
    /// How many of them are needed for a verdict.
    pub(super) needed: usize,
}

/// How much must be told before anything is recommended.
pub(super) fn needed(dataset: &Dataset) -> usize {
    match &dataset.weights {
        Some(_) => 0,
        None => ENOUGH_ANSWERS.min(dataset.questions.len()),
    }
}

/// Options that are close kin, with what they got together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Family<'a> {
    pub(super) share: f64,
    /// Best first.
    pub(super) members: Vec<(&'a Alternative, f64)>,
}

impl<'a> Standing<'a> {
    /// The families, best first. Of equal ones that with the best member comes
    /// first, and of equal members that which the dataset names first.
    pub(super) fn families(&self) -> Vec<Family<'a>> {
        let mut shares = self.shares.clone();
        best_first(&mut shares);
        let mut families: Vec<Family> = Vec::new();
        for (option, share) in shares {
            let kin = families.iter_mut().find(|family| are_kin(family.members[0].0, option));
            match kin {
                Some(family) => {
                    family.share += share;
                    family.members.push((option, share));
                }
                None => families.push(Family { share, members: vec![(option, share)] }),
            }
        }
        sort_by(&mut families, |a, b| b.share.total_cmp(&a.share));
        families
    }

    /// The kind of verdict. A conflict is decided before shares are asked for.
    fn kind(&self, leader: &Family<'_>) -> VerdictKind {
        if self.told < self.needed {
            VerdictKind::Undecided
        } else if leader.share >= CLEAR {
            VerdictKind::Clear
        } else if leader.share >= LEAN {
            VerdictKind::Lean
        } else {
            VerdictKind::Close
        }
    }
}

fn best_first(options: &mut [(&Alternative, f64)]) {
    sort_by(options, |(_, a), (_, b)| b.total_cmp(a));
}

fn are_kin(a: &Alternative, b: &Alternative) -> bool {
    a.family.is_some() && a.family == b.family
}

impl<'a> Family<'a> {
    /// The members that a verdict names, with what each got.
    fn worth_naming(&self) -> impl Iterator<Item = (&'a Alternative, f64)> {
        let least = self.share * WORTH_NAMING;
        self.members.iter().copied().filter(move |(_, share)| *share >= least)
    }
}

/// The verdict on what was told.
pub(super) fn verdict(dataset: &Dataset, situation: &Situation, standing: &Standing) -> Verdict {
    let families = standing.families();
    let Some(leader) = families.first() else {
        return nobody_left(dataset, situation);
    };
    let kind = standing.kind(leader);
    let named = named(kind, &families);
    let runner_up = families.get(1).map(|family| family.members[0].0);
    let sentence = match kind {
        VerdictKind::Undecided => words::undecided(standing.told, standing.needed),
        VerdictKind::Close => words::close(&names(&named)),
        _ if families.len() == 1 => words::only_family_left(&names(&named)),
        _ => words::leads(kind, &names(&named), leader.share, runner_up.map(|it| &*it.name)),
    };
    Verdict {
        kind,
        options: named.iter().map(|option| option.id).collect(),
        share: leader.share,
        sentence,
        ways_out: Vec::new(),
    }
}

/// The options that a verdict of this kind names, best first.
fn named<'a>(kind: VerdictKind, families: &[Family<'a>]) -> Vec<&'a Alternative> {
    let share = |place: usize| families.get(place).map_or(0.0, |family| family.share);
    let least = match kind {
        VerdictKind::Undecided | VerdictKind::Conflict => return Vec::new(),
        VerdictKind::Clear | VerdictKind::Lean => share(0),
        // Nothing is too close by itself: the runner-up is named in any case.
        VerdictKind::Close => (share(0) * IN_THE_RACE).min(share(1)),
    };
    let racing = families.iter().filter(|family| family.share >= least);
    let mut named: Vec<_> = racing.flat_map(Family::worth_naming).collect();
    best_first(&mut named);
    named.into_iter().map(|(option, _)| option).collect()
}

/// The kind of verdict that first-rank shares come to where enough was told,
/// and the options that it names. Nothing where there are no shares.
pub fn told_by(dataset: &Dataset, shares: &Table<f64>) -> Option<(VerdictKind, Vec<Id>)> {
    let known = shares.iter().filter_map(|(id, share)| Some((dataset.option(&id)?, *share)));
    let standing = Standing { shares: known.collect(), told: 0, needed: 0 };
    let families = standing.families();
    let kind = standing.kind(families.first()?);
    Some((kind, named(kind, &families).into_iter().map(|it| it.id).collect()))
}

fn names<'a>(options: &[&'a Alternative]) -> Vec<&'a str> {
    options.iter().map(|option| option.name.as_str()).collect()
}

/// No option is open: the answers exclude every visible one, or all are hidden.
fn nobody_left(dataset: &Dataset, situation: &Situation) -> Verdict {
    if situation.options.is_empty() {
        return Verdict {
            kind: VerdictKind::Undecided,
            options: Vec::new(),
            share: 0.0,
            sentence: words::nothing_to_compare(),
            ways_out: Vec::new(),
        };
    }
    conflict(dataset, situation)
}

/// Every visible option is excluded: name the answers that do it and what
/// would lift each.
fn conflict(dataset: &Dataset, situation: &Situation) -> Verdict {
    let mut ways_out: Vec<WayOut> = Vec::new();
    for contender in &situation.options {
        for reason in contender.reasons.iter().filter(|it| it.status == Status::Excluded) {
            let own = Given { question: reason.question, choice: reason.choice };
            for answer in reason.given.iter().copied().chain([own]) {
                add_way_out(&mut ways_out, answer, contender.option.id, reason.way_out);
            }
        }
    }
    let labels: Vec<&str> = clashing_labels(dataset, &ways_out);
    Verdict {
        kind: VerdictKind::Conflict,
        options: Vec::new(),
        share: 0.0,
        sentence: words::conflict(&labels),
        ways_out,
    }
}

fn add_way_out(ways_out: &mut Vec<WayOut>, answer: Given, option: Id, says: Text) {
    let Given { question, choice } = answer;
    let known = ways_out
        .iter_mut()
        .find(|way| way.question == question && way.choice == choice && way.says == says);
    match known {
        Some(way) => way.excludes.push(option),
        None => ways_out.push(WayOut { question, choice, excludes: vec![option], says }),
    }
}

fn clashing_labels<'a>(dataset: &'a Dataset, ways_out: &[WayOut]) -> Vec<&'a str> {
    let mut labels = Vec::new();
    for way in ways_out {
        let choice = dataset.question(&way.question).and_then(|it| it.choice(&way.choice));
        if let Some(choice) = choice
            && !labels.contains(&choice.label.as_str())
        {
            labels.push(&choice.label);
        }
    }
    labels
}
