//! Ranks from member to member: a slope chart (Tufte 1983, *The Visual Display
//! of Quantitative Information*).

use dataset::Id;
use smaa::sort_by;

use super::Place;
use crate::group::{Comparison, Rank};
use crate::words::group as words;

/// The chart: columns of members, and lines of options through them.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// From left to right: the members, and all together.
    pub columns: Vec<Column>,
    /// A line for each option.
    pub lines: Vec<SlopeLine>,
    /// How many rows the ranks take.
    pub rows: usize,
}

/// A member, or all together.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// How it is called.
    pub name: String,
    /// Where it stands.
    pub x: Place,
}

/// An option's way.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeLine {
    /// The option.
    pub option: Id,
    /// Where it has a rank, from left to right.
    pub stops: Vec<Stop>,
}

/// An option's rank with one member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Which column.
    pub column: usize,
    /// Which row, from 0: the best is on top. Equal shares stand in the order of
    /// the dataset, so that no line covers another.
    pub row: usize,
    /// The first-rank share.
    pub share: f64,
}

impl SlopeLine {
    /// Pairs of stops in neighbouring columns.
    pub fn segments(&self) -> impl Iterator<Item = [&Stop; 2]> {
        let pairs = self.stops.windows(2).map(|pair| [&pair[0], &pair[1]]);
        pairs.filter(|[a, b]| a.column + 1 == b.column)
    }
}

impl Slope {
    /// With how many members each option comes first, the most first; those that
    /// never do are left out.
    pub fn firsts(&self) -> Vec<(Id, usize)> {
        let members = self.columns.len().saturating_sub(1);
        let first = |it: &SlopeLine| {
            it.stops.iter().filter(|stop| stop.row == 0 && stop.column < members).count()
        };
        let mut firsts: Vec<_> = self.lines.iter().map(|it| (it.option, first(it))).collect();
        firsts.retain(|it| it.1 > 0);
        sort_by(&mut firsts, |a, b| b.1.cmp(&a.1));
        firsts
    }
}

/// Lays the ranks of a group out: those of members who count, and all together.
pub fn slope(comparison: &Comparison) -> Slope {
    let members = comparison.members.iter().filter(|it| it.counts);
    let mut ranked: Vec<(&str, &[Rank])> =
        members.map(|it| (it.name.as_str(), it.ranks.as_slice())).collect();
    if !ranked.is_empty() {
        ranked.push((words::TOGETHER, &comparison.together.ranks));
    }
    let last = ranked.len().saturating_sub(1);
    let columns = ranked.iter().enumerate().map(|(at, (name, _))| Column {
        name: (*name).to_string(),
        x: Place::along(at as f64, 0.0, last as f64),
    });
    let columns = columns.collect();
    let orders: Vec<Vec<&Rank>> = ranked.iter().map(|(_, ranks)| order(ranks)).collect();
    let rows = orders.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<SlopeLine> = Vec::new();
    for (column, order) in orders.iter().enumerate() {
        for (row, rank) in order.iter().enumerate() {
            let stop = Stop { column, row, share: rank.share };
            match lines.iter_mut().find(|it| it.option == rank.option) {
                Some(line) => line.stops.push(stop),
                None => lines.push(SlopeLine { option: rank.option, stops: vec![stop] }),
            }
        }
    }
    Slope { columns, lines, rows }
}

/// The options that have a rank, best first.
fn order(ranks: &[Rank]) -> Vec<&Rank> {
    let mut order: Vec<&Rank> = ranks.iter().filter(|it| it.place.is_some()).collect();
    sort_by(&mut order, |a, b| a.place.cmp(&b.place));
    order
}
