//! How a simplex of weights can be taken apart, as far as a set of options is
//! concerned.

use super::MOST_OPTIONS;
use super::scores::Row;
use super::sets::{bits, next_of_its_size};

/// What is smaller, next to numbers of about 1, is rounding.
const ROUNDING: f64 = 1e-12;

/// A point or a vector; places that are not needed are 0.
type Point = [f64; MOST_OPTIONS];

/// One fact about a face of the simplex and a set of options.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The corners of the face, at most or at least.
    corners: u32,
    /// If there are losers, then for all weights within these corners
    /// `sum(a_j V_j) >= 0` over the options of the set, with `sum(a_j) = 0`
    /// and `a_j < 0` for the losers.
    pub(super) losers: u32,
    /// If there are none, all options of the set have the same value at a
    /// mixture of just these corners in these parts, which sum to one.
    parts: Point,
}

impl Step {
    /// Whether it says something about the face with these corners.
    pub(super) fn fits(&self, face: u32) -> bool {
        let common = self.corners & face;
        common == if self.losers == 0 { self.corners } else { face }
    }

    /// The corners of a tie, with their parts.
    pub(super) fn mixture(&self) -> impl Iterator<Item = (usize, &f64)> {
        let corners = if self.losers == 0 { self.corners } else { 0 };
        bits(corners).zip(&self.parts)
    }

    /// Sides come first, those with few losers before others, as every loser
    /// doubles the terms; then ties by their last corners, so that the same
    /// few faces appear again and again.
    fn place(&self) -> u32 {
        match self.losers {
            0 => 1 << MOST_OPTIONS | self.corners << MOST_OPTIONS,
            losers => losers.count_ones(),
        }
    }
}

/// All steps for the options in `set`; the first that fits is to be taken.
///
/// The scores at a corner, less those of the last option, are a point in `d`
/// dimensions. The points of a face have the origin, where all options tie, in
/// their hull, and then in the hull of at most `d + 1` of them (Carathéodory);
/// or they lie on one side of a plane through the origin and `d - 1` of them.
/// Where they are too few to span a plane, axes stand in. So at least one step
/// fits every face.
pub(super) fn steps(rows: &[Row], set: u32) -> Vec<Step> {
    let mut steps = Vec::new();
    let members: Vec<usize> = bits(set).collect();
    let Some(d) = members.len().checked_sub(1).filter(|&d| d > 0) else { return steps };
    let mut points = vec![[0.0; MOST_OPTIONS]; rows.len() + d];
    for axis in 0..d {
        for (point, row) in points.iter_mut().zip(rows) {
            point[axis] = row[members[axis]] - row[members[d]];
        }
        points[rows.len() + axis][axis] = 1.0;
    }
    for size in [d - 1, d + 1] {
        let mut chosen = (1u32 << size) - 1;
        while chosen < 1 << points.len() {
            let mut equations = [[0.0; MOST_OPTIONS]; MOST_OPTIONS];
            for (at, k) in bits(chosen).enumerate() {
                for (axis, &x) in points[k][..d].iter().enumerate() {
                    let [equation, unknown] = if size < d { [at, axis] } else { [axis, at] };
                    equations[equation][unknown] = x;
                }
            }
            if let Some(solution) = solution(&mut equations[..size.min(d)]) {
                if size < d {
                    sides(&points, &members, solution, &mut steps);
                } else {
                    tie(chosen, solution, rows.len(), &mut steps);
                }
            }
            if chosen == 0 {
                break;
            }
            chosen = next_of_its_size(chosen);
        }
    }
    steps
}

/// Adds what lies on either side of a plane, unless more is known already.
fn sides(points: &[Point], members: &[usize], mut normal: Point, steps: &mut Vec<Step>) {
    let d = members.len() - 1;
    normal[d] = 0.0;
    normal[d] = -normal[..d].iter().sum::<f64>();
    for _ in 0..2 {
        let mut corners = 0;
        for (k, point) in points[..points.len() - d].iter().enumerate() {
            let (mut height, mut size) = (0.0, 0.0);
            for (x, slope) in point[..d].iter().zip(&normal) {
                height += x * slope;
                size += (x * slope).abs();
            }
            corners |= u32::from(height >= -ROUNDING * size) << k;
        }
        let mut losers = 0;
        for (&option, slope) in members.iter().zip(&mut normal) {
            losers |= u32::from(*slope < 0.0) << option;
            *slope = -*slope;
        }
        if !steps.iter().any(|known| known.fits(corners)) {
            insert(Step { corners, losers, parts: [0.0; MOST_OPTIONS] }, steps);
        }
    }
}

/// Adds the tie of the chosen points, if it is one and no axis takes part.
fn tie(chosen: u32, solution: Point, rows: usize, steps: &mut Vec<Step>) {
    let mut largest = 0.0f64;
    for x in solution {
        if x.abs() > largest.abs() {
            largest = x;
        }
    }
    let mut tie = Step { corners: 0, losers: 0, parts: [0.0; MOST_OPTIONS] };
    let (mut count, mut sum) = (0, 0.0);
    for (k, x) in bits(chosen).zip(solution) {
        let part = x / largest;
        if part.abs() > ROUNDING {
            if part < 0.0 || k >= rows {
                return;
            }
            tie.corners |= 1 << k;
            tie.parts[count] = part;
            count += 1;
            sum += part;
        }
    }
    for part in &mut tie.parts[..count] {
        *part /= sum;
    }
    insert(tie, steps);
}

/// Keeps the steps in order, and of equal ties the first.
fn insert(step: Step, steps: &mut Vec<Step>) {
    let place = steps.iter().take_while(|known| known.place() < step.place()).count();
    let is_new = steps.get(place).is_none_or(|known| known.place() != step.place());
    if is_new || step.losers != 0 {
        steps.insert(place, step);
    }
}

/// A solution other than zero of linear equations in one more unknown, unless
/// there are several: elimination (Gauss & Jordan) with the largest coefficient
/// of each equation as pivot.
fn solution(equations: &mut [Point]) -> Option<Point> {
    let unknowns = equations.len() + 1;
    let mut solved_by = [usize::MAX; MOST_OPTIONS];
    for at in 0..equations.len() {
        let mut own = equations[at];
        let mut pivot = 0;
        for x in 1..unknowns {
            if own[x].abs() > own[pivot].abs() {
                pivot = x;
            }
        }
        let largest = own[pivot];
        if largest.abs() <= ROUNDING {
            return None;
        }
        own[..unknowns].iter_mut().for_each(|x| *x /= largest);
        for equation in equations.iter_mut() {
            let times = equation[pivot];
            for (x, own) in equation.iter_mut().zip(&own[..unknowns]) {
                *x -= times * own;
            }
        }
        equations[at] = own;
        solved_by[pivot] = at;
    }
    let free = solved_by.iter().position(|&at| at == usize::MAX)?;
    let mut solution = [0.0; MOST_OPTIONS];
    for x in 0..unknowns {
        solution[x] = if x == free { 1.0 } else { -equations[solved_by[x]][free] };
    }
    Some(solution)
}
