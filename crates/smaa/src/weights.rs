//! Drawing weights from each kind of set.

use smaa_kernel::{Axis, Fits, Floats, Floats4, LANES, STEP};

use crate::problem::{Weights, reachable};
use crate::short::sort_by;

/// The unit of weights that sum to one: gains must stay below 2^23.
const UNIT: f32 = 4_194_304.0;

/// A set of weights laid out for the loops; its lists follow the rows of the
/// plan.
pub(crate) enum Drawer {
    /// Floor and free part.
    Raw(Vec<[f32; 2]>),
    Fixed(Vec<f32>),
    Ranked(Vec<usize>),
    /// Lower and upper bound.
    Bounded(Vec<[f32; 2]>),
    /// No weights fit.
    Nothing,
}

impl Drawer {
    /// Takes the set over in the order of `rows`, which are criteria.
    pub(crate) fn new(weights: &Weights, rows: &[usize]) -> Self {
        match weights {
            Weights::Raw(raw) => {
                let unit = unit(raw.iter().map(|it| [it.floor, it.free]));
                let scaled = |&c: &usize| [raw[c].floor, raw[c].free].map(|it| (it * unit) as f32);
                Drawer::Raw(rows.iter().map(scaled).collect())
            }
            Weights::Fixed(_) => {
                let scaled = weights.middle();
                Drawer::Fixed(rows.iter().map(|&c| scaled[c] as f32 * UNIT).collect())
            }
            Weights::Ranked(classes) => Drawer::Ranked(rows.iter().map(|&c| classes[c]).collect()),
            Weights::Bounded(bounds) => {
                let reachable = reachable(bounds);
                if reachable.iter().any(|[low, high]| *low > high + SLACK) {
                    return Drawer::Nothing;
                }
                let scaled = |&c: &usize| reachable[c].map(|it| it as f32 * UNIT);
                Drawer::Bounded(rows.iter().map(scaled).collect())
            }
        }
    }

    /// Whether the criterion of this row has any weight at all.
    pub(crate) fn counts(&self, row: usize) -> bool {
        match self {
            Drawer::Raw(raw) => raw[row] != [0.0; 2],
            Drawer::Fixed(fixed) => fixed[row] != 0.0,
            Drawer::Ranked(_) | Drawer::Bounded(_) | Drawer::Nothing => true,
        }
    }

    /// Draws the weights of points `first` and following, and strikes out the
    /// points that do not fit.
    ///
    /// Exponentially distributed parts, scaled by their sum, are uniform on the
    /// simplex (Devroye 1986, ch. V.2). A criterion that gets more weight, or
    /// comes in from nothing, moves every point straight towards it, so the
    /// promise of [`RawWeight`](crate::RawWeight) holds point by point, not
    /// only on average. To keep that promise to the last bit, weights are not
    /// scaled: the gains of all other criteria stay what they were.
    pub(crate) fn draw(&self, axes: &[Axis], first: u32, weights: &mut [Floats], fits: &mut Fits) {
        if let Drawer::Fixed(fixed) = self {
            for (lanes, &weight) in weights.iter_mut().zip(fixed) {
                *lanes = smaa_kernel::floats(weight);
            }
            return;
        }
        for (&axis, parts) in axes.iter().zip(&mut *weights) {
            smaa_kernel::exponentials(axis, first, parts);
        }
        let scale = smaa_kernel::inverse(weights);
        match self {
            Drawer::Raw(raw) => {
                for (&[floor, free], parts) in raw.iter().zip(weights) {
                    smaa_kernel::floor_and_free(floor, free, &scale, parts);
                }
            }
            Drawer::Ranked(classes) => {
                for lane in 0..LANES {
                    rank(classes, weights, lane);
                }
                for parts in weights {
                    smaa_kernel::floor_and_free(0.0, UNIT, &scale, parts);
                }
            }
            Drawer::Bounded(bounds) => bound(bounds, &scale, weights, fits),
            Drawer::Fixed(_) | Drawer::Nothing => *fits = smaa_kernel::ints(0),
        }
    }
}

/// A power of two, so that scaling loses nothing, under which no weight reaches
/// 2^23 and the sum of all stays below 2^28. It is the same for all weights of
/// usual size: a change of importance must not change how gains are rounded.
fn unit(raw: impl Iterator<Item = [f64; 2]>) -> f64 {
    let (mut largest, mut sum) = (0.0, 1.0);
    for [floor, free] in raw {
        largest = f64::max(largest, floor + free);
        sum += floor;
    }
    let mut unit = f64::from(UNIT) / 2.0;
    while unit * f64::max(largest, sum / 32.0) > f64::from(UNIT) {
        unit /= 2.0;
    }
    unit
}

/// Gives the largest parts to the most important class, and so on; within a
/// class the order of the drawn parts stays. The order of independent parts is
/// independent of their sorted values, so the result is uniform on the set.
fn rank(classes: &[usize], weights: &mut [Floats], lane: usize) {
    let parts: Vec<f32> =
        weights.iter().map(|lanes| lanes[lane / STEP].array()[lane % STEP]).collect();
    let largest_first = |&a: &usize, &b: &usize| parts[b].total_cmp(&parts[a]);
    let mut rows: Vec<usize> = (0..classes.len()).collect();
    sort_by(&mut rows, largest_first);
    let sorted: Vec<f32> = rows.iter().map(|&row| parts[row]).collect();
    // Sorting keeps the order within a class.
    sort_by(&mut rows, |&a, &b| classes[a].cmp(&classes[b]));
    for (row, part) in rows.into_iter().zip(sorted) {
        let lanes = &mut weights[row][lane / STEP];
        let mut array = lanes.array();
        array[lane % STEP] = part;
        *lanes = Floats4::new(array);
    }
}

/// Rounding must not throw out points on the edge of the set.
const SLACK: f64 = 1e-6;

/// Points of the simplex above the lower bounds; those that break an upper
/// bound do not fit.
fn bound(bounds: &[[f32; 2]], scale: &Floats, weights: &mut [Floats], fits: &mut Fits) {
    let left = UNIT - bounds.iter().map(|[low, _]| low).sum::<f32>();
    for (&[low, high], parts) in bounds.iter().zip(weights) {
        smaa_kernel::floor_and_free(low, left, scale, parts);
        for (x, fits) in parts.iter().zip(&mut *fits) {
            *fits = *fits & !x.above(Floats4::all(high + SLACK as f32 * UNIT));
        }
    }
}
