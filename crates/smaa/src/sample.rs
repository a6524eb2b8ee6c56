//! Rank acceptability by sampling.

use crate::canonical;
use crate::lattice::{Axis, POINTS, axes};
use crate::normal;
use crate::outcome::Outcome;
use crate::problem::{Chance, Problem, Reading, Utility};
use crate::tally::Tally;
use crate::weights::{Drawer, Drawn};

/// Points that are worked on side by side: many enough that the compiler keeps
/// its loops as loops, which saves the page 2 kB.
pub(crate) const LANES: usize = 128;
pub(crate) type Lanes = [f64; LANES];

/// How many shifted copies of the lattice are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Enough to tell which questions are worth a closer look.
    Draft,
    /// What the page shows.
    Full,
    /// A multiple of 1,021 points, for references.
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
pub fn sample(problem: &Problem, effort: Effort) -> Outcome {
    let plan = Plan::new(problem);
    let copies = (0..effort.copies()).map(|copy| {
        let axes = axes(copy, plan.dimensions);
        let mut tally = Tally::new(plan.options, plan.rows.len());
        for first in (0..POINTS).step_by(LANES) {
            tally.count(&plan.draw(&axes, first));
        }
        tally
    });
    Tally::outcome(copies.collect(), &plan.rows.iter().map(|row| row.criterion).collect::<Vec<_>>())
}

/// The problem laid out for the loops: criteria in canonical order, each
/// source of chance with its coordinate of the lattice.
struct Plan<'a> {
    options: usize,
    weights: Drawer,
    rows: Vec<Row<'a>>,
    dimensions: usize,
}

struct Row<'a> {
    /// Index in the problem.
    criterion: usize,
    streams: Vec<Reader<'a>>,
}

struct Reader<'a> {
    reading: &'a Reading,
    /// Its coordinate; unused when there is only one reading.
    axis: usize,
    options: &'a [usize],
}

/// Points of the lattice as weights and values.
pub(crate) struct Batch {
    /// Raw weights, by row, and which lanes count.
    pub(crate) drawn: Drawn,
    /// Values, by option.
    pub(crate) values: Vec<Lanes>,
}

impl<'a> Plan<'a> {
    fn new(problem: &'a Problem) -> Self {
        let order = canonical::order(problem);
        let criteria: Vec<usize> = order.iter().map(|(criterion, _)| *criterion).collect();
        let mut dimensions = order.len();
        let mut reader = |criterion: usize, stream: usize| {
            let stream = &problem.criteria[criterion][stream];
            let axis = dimensions;
            dimensions += usize::from(stream.reading.only().is_none());
            Reader { reading: &stream.reading, axis, options: &stream.options }
        };
        let rows = order
            .into_iter()
            .map(|(criterion, streams)| Row {
                criterion,
                streams: streams.into_iter().map(|stream| reader(criterion, stream)).collect(),
            })
            .collect();
        let weights = Drawer::new(&problem.weights, &criteria);
        Plan { options: problem.options, weights, rows, dimensions }
    }

    fn draw(&self, axes: &[Axis], first: u32) -> Batch {
        let mut drawn = self.weights.draw(axes, first);
        for (fits, point) in drawn.fits.iter_mut().zip(first..) {
            *fits &= point < POINTS;
        }
        let mut values = vec![[0.0; LANES]; self.options];
        for (row, weights) in self.rows.iter().zip(&drawn.weights) {
            for reader in &row.streams {
                let gains = reader.gains(axes, first, weights);
                for &option in reader.options {
                    for (value, gain) in values[option].iter_mut().zip(&gains) {
                        *value += gain;
                    }
                }
            }
        }
        Batch { drawn, values }
    }
}

impl Reader<'_> {
    /// What the reading adds to the value of its options.
    fn gains(&self, axes: &[Axis], first: u32, weights: &Lanes) -> Lanes {
        if let Some(utility) = self.reading.only() {
            return weights.map(|weight| weight * utility);
        }
        let axis = axes[self.axis];
        let chances = core::array::from_fn(|lane| axis.at(first + lane as u32));
        let utilities = self.reading.utilities(chances);
        core::array::from_fn(|lane| weights[lane] * utilities[lane])
    }
}

impl Reading {
    /// The utilities at the given quantiles.
    #[inline(always)]
    fn utilities(&self, quantiles: Lanes) -> Lanes {
        let values = match self.chance {
            Chance::Sure(value) => [value; LANES],
            Chance::Between { low, best, high } => quantiles.map(|t| {
                let below = f64::min(t, 0.5);
                let above = f64::max(t, 0.5) - 0.5;
                low + 2.0 * below * (best - low) + 2.0 * above * (high - best)
            }),
            Chance::Normal { mean, deviation } => {
                quantiles.map(|t| mean + deviation * normal::quantile(t))
            }
        };
        match self.utility {
            Utility::Same => values,
            Utility::Lines(_) => values.map(|value| self.utility.of(value)),
        }
    }
}
