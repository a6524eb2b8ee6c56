//! Rank acceptability by sampling.

use crate::canonical;
use crate::lattice::{Axis, POINTS, axes};
use crate::ln::ln;
use crate::outcome::Outcome;
use crate::problem::{Problem, Span};

/// Points that are worked on side by side.
const LANES: usize = 32;
type Lanes = [f64; LANES];

/// How many shifted copies of the lattice are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Enough to tell which questions are worth a closer look.
    Draft,
    /// What the page shows.
    Full,
    /// A multiple of 1,024 points, for references.
    Copies(u32),
}

impl Effort {
    fn copies(self) -> u32 {
        match self {
            Effort::Draft => 4,
            Effort::Full => 16,
            Effort::Copies(copies) => copies.max(2),
        }
    }
}

/// Draws weights and readings and counts who comes first, second, ….
///
/// The free weights are `v_c = e_c / sum(e)` with exponentially distributed
/// `e_c = -ln(t_c)`, which is uniform on the simplex (Devroye 1986, ch. V.2).
/// A criterion that gets more weight, or comes in from nothing, moves every
/// point straight towards it, so the promise of
/// [`RawWeight`](crate::RawWeight) holds point by point, not only on average.
pub fn sample(problem: &Problem, effort: Effort) -> Outcome {
    let plan = Plan::new(problem);
    let mut total = Tally::new(problem);
    let mut by_copy = Vec::new();
    for copy in 0..effort.copies() {
        let axes = axes(copy, plan.dimensions);
        let mut tally = Tally::new(problem);
        for first in (0..POINTS).step_by(LANES) {
            let batch = plan.draw(&axes, first);
            tally.count(&batch);
        }
        total.add(&tally);
        by_copy.push(tally.ranks);
    }
    total.outcome(&plan, &by_copy)
}

/// The problem laid out for the loops: criteria in canonical order, each
/// source of chance with its coordinate of the lattice.
struct Plan {
    options: usize,
    criteria: Vec<Row>,
    dimensions: usize,
}

struct Row {
    /// Index in the problem.
    criterion: usize,
    floor: f64,
    free: f64,
    streams: Vec<Reader>,
}

struct Reader {
    span: Span,
    /// Its coordinate; unused when there is only one reading.
    axis: usize,
    options: Vec<usize>,
}

struct Batch {
    /// Raw weights, by row.
    weights: Vec<Lanes>,
    /// Values, by option.
    values: Vec<Lanes>,
}

impl Plan {
    fn new(problem: &Problem) -> Self {
        let order = canonical::order(problem);
        let mut dimensions = order.len();
        let mut reader = |criterion: usize, stream: usize| {
            let stream = &problem.criteria[criterion].streams[stream];
            let axis = dimensions;
            dimensions += usize::from(!stream.span.is_point());
            Reader { span: stream.span, axis, options: stream.options.clone() }
        };
        let criteria = order
            .into_iter()
            .map(|(criterion, streams)| Row {
                criterion,
                floor: problem.criteria[criterion].weight.floor,
                free: problem.criteria[criterion].weight.free,
                streams: streams.into_iter().map(|stream| reader(criterion, stream)).collect(),
            })
            .collect();
        Plan { options: problem.options, criteria, dimensions }
    }

    fn draw(&self, axes: &[Axis], first: u32) -> Batch {
        let mut weights: Vec<Lanes> =
            axes[..self.criteria.len()].iter().map(|&axis| exponential(axis, first)).collect();
        let mut mass = [0.0; LANES];
        for lanes in &weights {
            for (sum, x) in mass.iter_mut().zip(lanes) {
                *sum += x;
            }
        }
        let mut values = vec![[0.0; LANES]; self.options];
        for (row, lanes) in self.criteria.iter().zip(&mut weights) {
            for (x, sum) in lanes.iter_mut().zip(&mass) {
                *x = row.floor * sum + row.free * *x;
            }
            for reader in &row.streams {
                let gains = reader.gains(axes, first, lanes);
                for &option in &reader.options {
                    for (value, gain) in values[option].iter_mut().zip(&gains) {
                        *value += gain;
                    }
                }
            }
        }
        Batch { weights, values }
    }
}

fn exponential(axis: Axis, first: u32) -> Lanes {
    core::array::from_fn(|lane| -ln(axis.at(first + lane as u32)))
}

impl Reader {
    /// What the reading adds to the value of its options.
    fn gains(&self, axes: &[Axis], first: u32, weights: &Lanes) -> Lanes {
        if self.span.is_point() {
            return weights.map(|weight| weight * self.span.best);
        }
        let axis = axes[self.axis];
        core::array::from_fn(|lane| weights[lane] * self.span.at(axis.at(first + lane as u32)))
    }
}

/// Counts, before they become shares.
struct Tally {
    points: u32,
    ranks: Vec<Vec<f64>>,
    pairwise: Vec<Vec<f64>>,
    /// Sum of scaled weights under which each option is best, by row.
    central: Vec<Vec<f64>>,
}

impl Tally {
    fn new(problem: &Problem) -> Self {
        let square = vec![vec![0.0; problem.options]; problem.options];
        let central = vec![vec![0.0; problem.criteria.len()]; problem.options];
        Tally { points: 0, ranks: square.clone(), pairwise: square, central }
    }

    fn count(&mut self, batch: &Batch) {
        self.points += LANES as u32;
        for lane in 0..LANES {
            let mass: f64 = batch.weights.iter().map(|weights| weights[lane]).sum();
            for (option, values) in batch.values.iter().enumerate() {
                let (better, equal) = self.meet_rivals(option, values[lane], batch, lane);
                let share = 1.0 / (equal + 1) as f64;
                for rank in better..=better + equal {
                    self.ranks[option][rank] += share;
                }
                if better == 0 && mass > 0.0 {
                    for (sum, weights) in self.central[option].iter_mut().zip(&batch.weights) {
                        *sum += share * weights[lane] / mass;
                    }
                }
            }
        }
    }

    /// How many options do better than this one, and how many just as well.
    fn meet_rivals(
        &mut self,
        option: usize,
        value: f64,
        batch: &Batch,
        lane: usize,
    ) -> (usize, usize) {
        let (mut better, mut equal) = (0, 0);
        for (rival, theirs) in batch.values.iter().enumerate() {
            if rival == option {
                continue;
            }
            if theirs[lane] > value {
                better += 1;
            } else if theirs[lane] == value {
                equal += 1;
                self.pairwise[option][rival] += 0.5;
            } else {
                self.pairwise[option][rival] += 1.0;
            }
        }
        (better, equal)
    }

    fn add(&mut self, other: &Tally) {
        self.points += other.points;
        add(&mut self.ranks, &other.ranks);
        add(&mut self.pairwise, &other.pairwise);
        add(&mut self.central, &other.central);
    }

    fn outcome(mut self, plan: &Plan, by_copy: &[Vec<Vec<f64>>]) -> Outcome {
        let error = largest_standard_error(&self.ranks, by_copy);
        let central = self
            .central
            .iter()
            .zip(&self.ranks)
            .map(|(sums, ranks)| {
                let wins = ranks.first().copied().unwrap_or(0.0);
                (wins > 0.0).then(|| {
                    let mut means = vec![0.0; sums.len()];
                    for (row, sum) in plan.criteria.iter().zip(sums) {
                        means[row.criterion] = sum / wins;
                    }
                    means
                })
            })
            .collect();
        let points = f64::from(self.points);
        for row in self.ranks.iter_mut().chain(&mut self.pairwise) {
            for count in row {
                *count /= points;
            }
        }
        Outcome { ranks: self.ranks, pairwise: self.pairwise, central, error, points: self.points }
    }
}

fn add(sums: &mut [Vec<f64>], more: &[Vec<f64>]) {
    for (sums, more) in sums.iter_mut().zip(more) {
        for (sum, x) in sums.iter_mut().zip(more) {
            *sum += x;
        }
    }
}

/// The standard error of a mean over independent copies is the standard
/// deviation between copies over the root of their number.
fn largest_standard_error(totals: &[Vec<f64>], by_copy: &[Vec<Vec<f64>>]) -> f64 {
    let copies = by_copy.len() as f64;
    let points = copies * f64::from(POINTS);
    let mut largest = 0.0f64;
    for (option, row) in totals.iter().enumerate() {
        for (rank, &total) in row.iter().enumerate() {
            let mean = total / points;
            let spread: f64 = by_copy
                .iter()
                .map(|copy| {
                    let deviation = copy[option][rank] / f64::from(POINTS) - mean;
                    deviation * deviation
                })
                .sum();
            largest = largest.max(spread / (copies * (copies - 1.0)));
        }
    }
    libm::sqrt(largest)
}
