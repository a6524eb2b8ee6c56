//! How a simplex of weights can be taken apart, as far as a set of options is
//! concerned.

use super::MOST_OPTIONS as MOST;
use super::sets::{bits, each_choice};

/// What is smaller than this part of its likes is rounding.
const ROUNDING: f64 = 1e-12;

/// A point or a vector; places that are not needed are 0.
pub(super) type Point = [f64; MOST];

/// One fact about a face of the simplex and a set of options.
pub(super) enum Step {
    /// For all weights within these corners `sum(a_j V_j) >= 0` over the
    /// options of the set, with `sum(a_j) = 0` and `a_j < 0` for the losers.
    Side { corners: u32, losers: u32 },
    /// Weights at which all options of the set have the same value: a mixture
    /// of just these corners, in parts that sum to one.
    Tie { corners: u32, parts: Point },
}

impl Step {
    /// Whether it says something about the face with these corners.
    pub(super) fn fits(&self, face: u32) -> bool {
        match *self {
            Step::Side { corners, .. } => corners & face == face,
            Step::Tie { corners, .. } => corners & face == corners,
        }
    }

    /// Sides come first, those with few losers before others, as every loser
    /// doubles the terms; then ties by their last corners, so that the same
    /// few faces appear again and again.
    fn precedence(&self) -> (bool, u32) {
        match *self {
            Step::Side { losers, .. } => (false, losers.count_ones()),
            Step::Tie { corners, .. } => (true, corners),
        }
    }
}

/// All steps for the options in `set`; the first that fits is to be taken.
///
/// The scores at a corner, less those of the last option, are a point in `d`
/// dimensions. The points of a face either have the origin, where all options
/// tie, in their hull, and then in the hull of at most `d + 1` of them
/// (Carathéodory); or they lie on one side of a plane through the origin and
/// `d - 1` of them. Where they are too few to span a plane, axes stand in. So
/// at least one step fits every face.
pub(super) fn steps(rows: &[Vec<f64>], set: u32) -> Vec<Step> {
    let members: Vec<usize> = bits(set).collect();
    if members.len() < 2 {
        return Vec::new();
    }
    let d = members.len() - 1;
    let mut points = vec![[0.0; MOST]; rows.len() + d];
    for axis in 0..d {
        for (point, row) in points.iter_mut().zip(rows) {
            point[axis] = row[members[axis]] - row[members[d]];
        }
        points[rows.len() + axis][axis] = 1.0;
    }
    let mut steps = Vec::new();
    each_choice(points.len(), d - 1, |chosen| sides(&points, &members, chosen, &mut steps));
    each_choice(points.len(), d + 1, |chosen| tie(&points, d, chosen, &mut steps));
    steps
}

/// Adds what lies on either side of the plane through the chosen points.
fn sides(points: &[Point], members: &[usize], chosen: u32, steps: &mut Vec<Step>) {
    let d = members.len() - 1;
    let mut equations = [[0.0; MOST]; MOST];
    for (equation, k) in equations.iter_mut().zip(bits(chosen)) {
        *equation = points[k];
    }
    let Some(mut normal) = solution(equations, d - 1) else { return };
    normal[d] = -normal.iter().sum::<f64>();
    for _ in 0..2 {
        let mut corners = 0;
        for (k, point) in points[..points.len() - d].iter().enumerate() {
            let (mut height, mut size) = (0.0, 0.0);
            for (x, slope) in point.iter().zip(&normal) {
                height += x * slope;
                size += (x * slope).abs();
            }
            corners |= u32::from(height >= -ROUNDING * size) << k;
        }
        if !steps.iter().any(|known| known.fits(corners)) {
            let lost = members.iter().zip(&normal).map(|(j, &a)| u32::from(a < 0.0) << j);
            insert(Step::Side { corners, losers: lost.sum() }, steps);
        }
        normal = normal.map(|a| -a);
    }
}

/// Adds the tie of the chosen points, if there is one and no axis takes part.
fn tie(points: &[Point], d: usize, chosen: u32, steps: &mut Vec<Step>) {
    let mut equations = [[0.0; MOST]; MOST];
    for (at, k) in bits(chosen).enumerate() {
        (0..d).for_each(|axis| equations[axis][at] = points[k][axis]);
    }
    let Some(solved) = solution(equations, d) else { return };
    let largest =
        solved.iter().fold(0.0, |most: f64, &x| if x.abs() > most.abs() { x } else { most });
    let (mut corners, mut parts, mut count, mut sum) = (0, [0.0; MOST], 0, 0.0);
    for (k, part) in bits(chosen).zip(solved) {
        let part = part / largest;
        if part.abs() > ROUNDING {
            if part < 0.0 || k >= points.len() - d {
                return;
            }
            corners |= 1 << k;
            parts[count] = part;
            count += 1;
            sum += part;
        }
    }
    parts.iter_mut().for_each(|part| *part /= sum);
    insert(Step::Tie { corners, parts }, steps);
}

/// Keeps the steps in order, and of equal ties the first.
fn insert(step: Step, steps: &mut Vec<Step>) {
    let place = steps.partition_point(|known| known.precedence() < step.precedence());
    let is_known =
        |known: &Step| matches!(step, Step::Tie { .. }) && known.precedence() == step.precedence();
    if !steps.get(place).is_some_and(is_known) {
        steps.insert(place, step);
    }
}

/// A solution other than zero of `count` linear equations in one more unknown,
/// unless there are several: elimination (Gauss & Jordan) with the largest
/// coefficient of each equation as pivot.
fn solution(mut equations: [Point; MOST], count: usize) -> Option<Point> {
    let sizes = equations.map(|equation| equation.iter().fold(0.0, |m, x| f64::max(m, x.abs())));
    let mut pivots = [0; MOST];
    let mut free = (1u32 << (count + 1)) - 1;
    for at in 0..count {
        let mut pivot = 0;
        for (x, coefficient) in equations[at].iter().enumerate() {
            if coefficient.abs() > equations[at][pivot].abs() {
                pivot = x;
            }
        }
        let largest = equations[at][pivot];
        if largest.abs() <= ROUNDING * sizes[at] {
            return None;
        }
        let own = equations[at].map(|x| x / largest);
        for equation in &mut equations[..count] {
            let times = equation[pivot];
            for (x, own) in equation.iter_mut().zip(&own) {
                *x -= times * own;
            }
        }
        equations[at] = own;
        pivots[at] = pivot;
        free &= !(1 << pivot);
    }
    let free = free.trailing_zeros() as usize;
    let mut solution = [0.0; MOST];
    solution[free] = 1.0;
    for (equation, &pivot) in equations[..count].iter().zip(&pivots) {
        solution[pivot] = -equation[free];
    }
    Some(solution)
}
