//! Drawing weights from each kind of set.

use crate::lattice::Axis;
use crate::ln::ln;
use crate::problem::{RawWeight, Weights, reachable};
use crate::sample::{LANES, Lanes};
use crate::short::sort_by;

/// A set of weights laid out for the loops; its lists follow the rows of the
/// plan.
pub(crate) enum Drawer {
    Raw(Vec<RawWeight>),
    Fixed(Vec<f64>),
    Ranked(Vec<usize>),
    Bounded(Vec<[f64; 2]>),
}

/// Weights of a batch, by row, and which lanes lie in the set.
pub(crate) struct Drawn {
    pub(crate) weights: Vec<Lanes>,
    pub(crate) fits: [bool; LANES],
}

impl Drawer {
    /// Takes the set over in the order of `rows`, which are criteria.
    pub(crate) fn new(weights: &Weights, rows: &[usize]) -> Self {
        match weights {
            Weights::Raw(raw) => Drawer::Raw(rows.iter().map(|&c| raw[c]).collect()),
            Weights::Fixed(fixed) => Drawer::Fixed(rows.iter().map(|&c| fixed[c]).collect()),
            Weights::Ranked(classes) => Drawer::Ranked(rows.iter().map(|&c| classes[c]).collect()),
            Weights::Bounded(bounds) => {
                let reachable = reachable(bounds);
                Drawer::Bounded(rows.iter().map(|&c| reachable[c]).collect())
            }
        }
    }

    /// Draws the weights of points `first` and following, not yet scaled.
    ///
    /// Exponentially distributed parts, scaled by their sum, are uniform on the
    /// simplex (Devroye 1986, ch. V.2). A criterion that gets more weight, or
    /// comes in from nothing, moves every point straight towards it, so the
    /// promise of [`RawWeight`] holds point by point, not only on average.
    pub(crate) fn draw(&self, axes: &[Axis], first: u32) -> Drawn {
        let everything = [true; LANES];
        match self {
            Drawer::Raw(raw) => {
                let mut weights = exponentials(axes, raw.len(), first);
                let mass = sums(&weights);
                for (weight, lanes) in raw.iter().zip(&mut weights) {
                    for (x, sum) in lanes.iter_mut().zip(&mass) {
                        *x = weight.floor * sum + weight.free * *x;
                    }
                }
                Drawn { weights, fits: everything }
            }
            Drawer::Fixed(fixed) => {
                let weights = fixed.iter().map(|&weight| [weight; LANES]).collect();
                Drawn { weights, fits: everything }
            }
            Drawer::Ranked(classes) => {
                let mut weights = exponentials(axes, classes.len(), first);
                for lane in 0..LANES {
                    rank(classes, &mut weights, lane);
                }
                Drawn { weights, fits: everything }
            }
            Drawer::Bounded(bounds) => {
                let mut weights = exponentials(axes, bounds.len(), first);
                let fits = bound(bounds, &mut weights);
                Drawn { weights, fits }
            }
        }
    }
}

fn exponentials(axes: &[Axis], criteria: usize, first: u32) -> Vec<Lanes> {
    let exponential = |axis: &Axis| core::array::from_fn(|lane| -ln(axis.at(first + lane as u32)));
    axes[..criteria].iter().map(exponential).collect()
}

fn sums(weights: &[Lanes]) -> Lanes {
    let mut sums = [0.0; LANES];
    for lanes in weights {
        for (sum, x) in sums.iter_mut().zip(lanes) {
            *sum += x;
        }
    }
    sums
}

/// Gives the largest parts to the most important class, and so on; within a
/// class the order of the drawn parts stays. The order of independent parts is
/// independent of their sorted values, so the result is uniform on the set.
fn rank(classes: &[usize], weights: &mut [Lanes], lane: usize) {
    let parts: Vec<f64> = weights.iter().map(|lanes| lanes[lane]).collect();
    let mut sorted = parts.clone();
    sort_by(&mut sorted, |a, b| b.total_cmp(a));
    let mut rows: Vec<usize> = (0..classes.len()).collect();
    sort_by(&mut rows, |&a, &b| classes[a].cmp(&classes[b]).then(parts[b].total_cmp(&parts[a])));
    for (row, part) in rows.into_iter().zip(sorted) {
        weights[row][lane] = part;
    }
}

/// Points of the simplex above the lower bounds; those that break an upper
/// bound do not fit.
fn bound(bounds: &[[f64; 2]], weights: &mut [Lanes]) -> [bool; LANES] {
    /// Rounding must not throw out points on the edge of the set.
    const SLACK: f64 = 1e-12;
    let left = 1.0 - bounds.iter().map(|[low, _]| low).sum::<f64>();
    let mass = sums(weights);
    let mut fits = [true; LANES];
    for (&[low, high], lanes) in bounds.iter().zip(weights) {
        for ((x, sum), fits) in lanes.iter_mut().zip(&mass).zip(&mut fits) {
            *x = low + left * *x / sum;
            *fits &= *x <= high + SLACK;
        }
    }
    fits
}
