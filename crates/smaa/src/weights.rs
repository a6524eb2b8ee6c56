//! Drawing weights from each kind of set.

use smaa_kernel::{Axis, Fits, Floats, Floats4, LANES, STEP};

use crate::problem::{RawWeight, Weights, reachable};
use crate::short::sort_by;

/// The unit of weights that sum to one: gains must stay below 2^23.
const UNIT: f64 = 4_194_304.0;

/// Rounding must not throw out points on the edge of the set.
const SLACK: f64 = 1e-6;

/// A set of weights laid out for the loops; its lists follow the rows of the
/// plan.
#[derive(Debug)]
pub(crate) struct Drawer {
    /// Floor and free part.
    parts: Vec<[f32; 2]>,
    /// Importance classes, if that is what is known.
    classes: Vec<usize>,
    /// Upper bounds, if that is what is known.
    highest: Vec<f32>,
}

impl Drawer {
    /// Takes the set over in the order of `rows`, which are criteria.
    pub(crate) fn new(weights: &Weights, rows: &[usize]) -> Self {
        let (mut classes, mut highest, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        let (middle, bounds, unit) = match weights {
            Weights::Fixed(_) => (weights.middle(), Vec::new(), UNIT),
            Weights::Bounded(bounds) => (Vec::new(), reachable(bounds), UNIT),
            Weights::Raw(raw) => (Vec::new(), Vec::new(), unit_of(raw)),
            Weights::Ranked(_) => (Vec::new(), Vec::new(), UNIT),
        };
        let left = 1.0 - bounds.iter().map(|[low, _]| low).sum::<f64>();
        let is_empty = bounds.iter().any(|[low, high]| *low > high + SLACK);
        for &c in rows {
            let [floor, free] = match weights {
                Weights::Raw(raw) => [raw[c].floor, raw[c].free],
                Weights::Fixed(_) => [middle[c], 0.0],
                Weights::Ranked(of) => {
                    classes.push(of[c]);
                    [0.0, 1.0]
                }
                Weights::Bounded(_) => {
                    let high = if is_empty { -1.0 } else { bounds[c][1] + SLACK };
                    highest.push((high * unit) as f32);
                    [bounds[c][0], left]
                }
            };
            parts.push([(floor * unit) as f32, (free * unit) as f32]);
        }
        Drawer { parts, classes, highest }
    }

    /// Whether the criterion of this row has any weight at all.
    pub(crate) fn counts(&self, row: usize) -> bool {
        self.parts[row] != [0.0; 2]
    }

    /// Draws the weights of points `first` and following, and strikes out the
    /// points that do not fit.
    ///
    /// Exponentially distributed parts, scaled by their sum, are uniform on the
    /// simplex (Devroye 1986, ch. V.2). A criterion that gets more weight, or
    /// comes in from nothing, moves every point straight towards it, so the
    /// promise of [`RawWeight`] holds point by point, not
    /// only on average. To keep that promise to the last bit, weights are not
    /// scaled: the gains of all other criteria stay what they were. (Only
    /// points with less than a quarter of the free mass left are magnified, so
    /// that rounding does not hide small differences there.)
    ///
    /// Of bounded weights those above the lower bounds are drawn, and those
    /// that break an upper bound do not fit.
    pub(crate) fn draw(&self, axes: &[Axis], first: u32, weights: &mut [Floats], fits: &mut Fits) {
        for (&axis, parts) in axes.iter().zip(&mut *weights) {
            smaa_kernel::exponentials(axis, first, parts);
        }
        let scale = smaa_kernel::inverse(weights);
        if !self.classes.is_empty() {
            for lane in 0..LANES {
                rank(&self.classes, weights, lane);
            }
        }
        for (&[floor, free], parts) in self.parts.iter().zip(&mut *weights) {
            smaa_kernel::floor_and_free(floor, free, &scale, parts);
        }
        for (&highest, parts) in self.highest.iter().zip(weights) {
            for (x, fits) in parts.iter().zip(&mut *fits) {
                *fits = *fits & !x.above(Floats4::all(highest));
            }
        }
    }
}

/// A power of two, so that scaling loses nothing, under which no weight reaches
/// 2^23 and the sum of all stays below 2^29. It is the same for all weights
/// below 4: a change of importance must not change how gains are rounded.
fn unit_of(raw: &[RawWeight]) -> f64 {
    let (mut largest, mut sum) = (0.0, 1.0);
    for &RawWeight { floor, free } in raw {
        largest = f64::max(largest, floor + free);
        sum += floor;
    }
    let mut unit = UNIT / 2.0;
    while unit * f64::max(largest, sum / 64.0) >= 2.0 * UNIT {
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
