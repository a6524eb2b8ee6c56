//! The shares of several members together.
//!
//! Each member's answers leave a distribution of weights and readings. Drawing
//! a member first, each as likely as they have votes, and then from what fits
//! that member, is again such a distribution; the group-decision method that
//! ours goes back to leaves room for any (Lahdelma, Salminen 2001, *SMAA-2*,
//! section 2). The share of a rank under it is the mean of the members' shares,
//! weighted by votes: the linear opinion pool (Stone 1961, *The opinion pool*,
//! Annals of Mathematical Statistics 32(4)).

use dataset::{Dataset, Id, Table};

use super::member::Member;
use super::{Rank, Standpoint, Together};
use crate::engine::told_by;
use crate::report::{OptionReport, Report, Status};
use crate::words::group as words;

/// Whether a member's shares count.
pub(super) fn counts(report: &Report) -> bool {
    report.verdict.kind.has_shares()
}

/// All members together.
pub(super) fn pool(
    dataset: &Dataset,
    members: &[Member],
    reports: &[Report],
    standpoints: &[Standpoint],
) -> Together {
    let counted = || members.iter().zip(reports).filter(|(_, report)| counts(report));
    let votes: u32 = counted().map(|(member, _)| u32::from(member.voice.votes())).sum();
    let shared = |(id, rank): (&Id, usize)| -> f64 {
        let of = |(member, report): (&Member, &Report)| {
            let ranks = report.option(id).map(|it| it.rank_acceptability.as_slice());
            let share = ranks.and_then(|it| it.get(rank)).copied().unwrap_or(0.0);
            share * f64::from(member.voice.votes())
        };
        if votes == 0 { 0.0 } else { counted().map(of).sum::<f64>() / f64::from(votes) }
    };
    let compared = |id: &Id| counted().any(|(_, report)| report.option(id).is_some());
    let options: Vec<Id> = dataset.options.iter().map(|it| it.id).filter(compared).collect();
    let rank_acceptability: Table<Vec<f64>> = options
        .iter()
        .map(|id| (*id, (0..options.len()).map(|rank| shared((id, rank))).collect()))
        .collect();
    let shares: Table<f64> = rank_acceptability.iter().map(|(id, ranks)| (id, ranks[0])).collect();
    let verdict = if votes == 0 { None } else { told_by(dataset, &shares) };
    let (kind, named) = verdict.map_or((None, Vec::new()), |(kind, named)| (Some(kind), named));
    let silent = standpoints.iter().filter(|it| !it.counts);
    Together {
        votes,
        uncounted: silent.map(|it| words::uncounted(&it.name, it.kind)).collect(),
        kind,
        options: named,
        ranks: places(options.iter().map(|id| (*id, None, shares.get(id).copied())).collect()),
        rank_acceptability,
    }
}

/// How every option does with one member.
pub(super) fn ranks(dataset: &Dataset, report: &Report) -> Vec<Rank> {
    let of = |id: Id| match report.option(&id) {
        None => (id, None, None),
        Some(option) => (id, Some(option.status), share(report, option)),
    };
    places(dataset.options.iter().map(|it| of(it.id)).collect())
}

/// The share that counts for a place among the others.
fn share(report: &Report, option: &OptionReport) -> Option<f64> {
    (counts(report) && option.status != Status::Excluded).then(|| option.first_rank())
}

fn places(options: Vec<(Id, Option<Status>, Option<f64>)>) -> Vec<Rank> {
    let shares: Vec<f64> = options.iter().filter_map(|(_, _, share)| *share).collect();
    let place = |share: f64| 1 + shares.iter().filter(|other| **other > share).count();
    let rank = |(option, status, share): (Id, Option<Status>, Option<f64>)| Rank {
        option,
        status,
        share: share.unwrap_or(0.0),
        place: share.map(place),
    };
    options.into_iter().map(rank).collect()
}
