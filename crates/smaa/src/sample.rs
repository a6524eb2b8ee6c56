//! Rank acceptability by sampling.

use smaa_kernel::{Axis, Fits, Floats, Floats4, GROUPS, Ints, LANES, STEP, Swing, WAYS, Words};

use crate::canonical;
use crate::lattice::{POINTS, axes};
use crate::normal;
use crate::outcome::Outcome;
use crate::problem::{Chance, Problem, Reading, Stream, Utility};
use crate::tally::Tally;
use crate::weights::Drawer;

/// How many shifted copies of the lattice are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Enough for the moment until the rest is counted.
    Glance,
    /// Enough to tell which questions are worth a closer look.
    Draft,
    /// What the page shows.
    Full,
    /// A multiple of 1,021 points, for references.
    Copies(u32),
}

impl Effort {
    /// Where nothing but the weights is unknown, a point is cheap, and cannot
    /// be read in several ways.
    fn copies(self, plan: &Plan) -> u32 {
        let times = if plan.is_sure() { 4 } else { 1 };
        match self {
            Effort::Glance => 2 * times,
            Effort::Draft => 3 * times,
            Effort::Full => 12 * times,
            Effort::Copies(copies) => copies.max(2),
        }
    }
}

/// Batches that hold a copy of the lattice. Where points are read in one way,
/// batches take the place of ways: all are compared before anything is counted.
const BATCHES: usize = (POINTS as usize).div_ceil(LANES);

/// Draws weights and readings and counts who comes first, second, ….
pub fn sample(problem: &Problem, effort: Effort) -> Outcome {
    let mut sampling = Sampling::new(problem.clone(), effort);
    loop {
        if let Some(outcome) = sampling.step() {
            return outcome;
        }
    }
}

/// A problem on its way to its outcome, which is that of [`sample`].
#[derive(Debug)]
pub struct Sampling {
    problem: Problem,
    plan: Plan,
    copies: u32,
    /// One for each copy of the lattice that was drawn.
    tallies: Vec<Tally>,
    /// Who is ahead of whom, used again by each batch.
    leads: Vec<Words>,
    /// Used again by each copy.
    batches: Vec<Batch>,
}

impl Sampling {
    /// Lays the problem out; nothing is drawn yet.
    pub fn new(problem: Problem, effort: Effort) -> Self {
        let plan = Plan::new(&problem);
        let together = if plan.is_sure() { BATCHES } else { 1 };
        Sampling {
            copies: effort.copies(&plan),
            tallies: Vec::new(),
            leads: vec![smaa_kernel::blank(); plan.options * plan.options],
            batches: (0..together).map(|_| Batch::new(&plan)).collect(),
            problem,
            plan,
        }
    }

    /// Draws one copy of the lattice, if any is left; the outcome once all are
    /// drawn.
    pub fn step(&mut self) -> Option<Outcome> {
        let drawn = self.tallies.len() as u32;
        if self.plan.options > 0 && drawn < self.copies {
            let tally = self.draw(drawn);
            self.tallies.push(tally);
            if drawn + 1 < self.copies {
                return None;
            }
        }
        Some(Tally::outcome(&self.tallies, &self.plan.criteria))
    }

    fn draw(&mut self, copy: u32) -> Tally {
        let Sampling { problem, plan, leads, batches, .. } = self;
        let axes = axes(copy, plan.dimensions);
        let mut tally = Tally::new(plan.options, plan.criteria.len(), plan.ways());
        for run in (0..BATCHES).step_by(batches.len()) {
            let mut mask = smaa_kernel::blank();
            leads.fill(mask);
            for (number, batch) in batches.iter_mut().enumerate() {
                batch.draw(problem, plan, &axes, ((run + number) * LANES) as u32);
                let (sums, turns) = batch.values.split_at(plan.options);
                smaa_kernel::compare(sums, turns, leads);
                smaa_kernel::add_to_mask(&batch.fits, plan.ways(), &mut mask);
            }
            tally.count(batches, leads, &mask);
        }
        tally
    }
}

/// The problem laid out for the loops: criteria in canonical order, each
/// source of chance with its coordinate of the lattice.
#[derive(Debug)]
struct Plan {
    options: usize,
    weights: Drawer,
    /// By row: the index in the problem.
    criteria: Vec<usize>,
    /// By option: rows and utilities of the readings that are known.
    known: Vec<Vec<(usize, f32)>>,
    /// All others.
    readers: Vec<Reader>,
    dimensions: usize,
}

/// A stream of unknown readings with its place.
#[derive(Debug)]
struct Reader {
    row: usize,
    /// Its coordinate, after those of the weights.
    axis: usize,
    /// The common case, laid out.
    swing: Option<Swing>,
    /// Where the problem has it.
    criterion: usize,
    stream: usize,
}

impl Plan {
    fn new(problem: &Problem) -> Self {
        let order = canonical::order(problem);
        let criteria: Vec<usize> = order.iter().map(|(criterion, _)| *criterion).collect();
        let weights = Drawer::new(&problem.weights, &criteria);
        let mut dimensions = order.len();
        let mut known = vec![Vec::new(); problem.options];
        let mut readers = Vec::new();
        for (row, (criterion, streams)) in order.into_iter().enumerate() {
            let counts = weights.counts(row);
            for stream in streams {
                let Stream { reading, options } = &problem.criteria[criterion][stream];
                match reading.only() {
                    Some(utility) if counts => {
                        options.iter().for_each(|&it| known[it].push((row, utility as f32)));
                    }
                    Some(_) => {}
                    None => {
                        let (axis, swing) = (dimensions, swing(reading));
                        dimensions += 1;
                        if counts {
                            readers.push(Reader { row, axis, swing, criterion, stream });
                        }
                    }
                }
            }
        }
        Plan { options: problem.options, weights, criteria, known, readers, dimensions }
    }

    fn is_sure(&self) -> bool {
        self.dimensions == self.criteria.len()
    }

    /// In how many ways each point is read.
    fn ways(&self) -> u32 {
        if self.is_sure() { 1 } else { WAYS }
    }
}

fn swing(reading: &Reading) -> Option<Swing> {
    match (reading.chance, &reading.utility) {
        (Chance::Between { low, best, high }, Utility::Same) => Some(Swing::new(low, best, high)),
        _ => None,
    }
}

/// Points of the lattice as weights and values.
#[derive(Debug)]
pub(crate) struct Batch {
    /// Weights, by row.
    pub(crate) weights: Vec<Floats>,
    /// What scales them to sum to one.
    pub(crate) scale: Floats,
    /// Which points lie in the set of weights, and in the lattice.
    pub(crate) fits: Fits,
    /// By option: twice the mean of its values over all ways. Then, by row of
    /// the Hadamard matrix and in there by option: what to add to that in one
    /// way, and to take away in the opposite one; absent where there is one
    /// way.
    values: Vec<Ints>,
}

impl Batch {
    fn new(plan: &Plan) -> Self {
        let groups = if plan.is_sure() { 0 } else { GROUPS };
        Batch {
            weights: vec![smaa_kernel::floats(0.0); plan.criteria.len()],
            scale: smaa_kernel::floats(0.0),
            fits: smaa_kernel::ints(0),
            values: vec![smaa_kernel::ints(0); plan.options * (1 + groups)],
        }
    }

    fn draw(&mut self, problem: &Problem, plan: &Plan, axes: &[Axis], first: u32) {
        self.fits = smaa_kernel::within(first, POINTS);
        plan.weights.draw(axes, first, &mut self.weights, &mut self.fits);
        self.scale = smaa_kernel::inverse(&self.weights);
        if smaa_kernel::magnify(&self.scale, &mut self.weights) {
            self.scale = smaa_kernel::inverse(&self.weights);
        }
        self.values.fill(smaa_kernel::ints(0));
        for (known, sum) in plan.known.iter().zip(&mut self.values) {
            smaa_kernel::add_known(&self.weights, known, sum);
        }
        for reader in &plan.readers {
            self.read(problem, reader, axes, first);
        }
        smaa_kernel::turn(&mut self.values[plan.options..], plan.options);
    }

    /// Streams take turns in the groups, so that none of the groups is idle
    /// and the options of one criterion are mirrored apart.
    fn read(&mut self, problem: &Problem, reader: &Reader, axes: &[Axis], first: u32) {
        let Reader { row, axis, swing, criterion, stream } = *reader;
        let Stream { reading, options } = &problem.criteria[criterion][stream];
        let weights = &self.weights[row];
        let (sums, turns) = self.values.split_at_mut(problem.options);
        for &option in options {
            let sum = &mut sums[option];
            let turn = &mut turns[axis % GROUPS * problem.options + option];
            match swing {
                Some(swing) => {
                    smaa_kernel::add_swing(weights, swing, axes[axis], first, sum, turn);
                }
                None => {
                    let utilities = reading.utilities(axes[axis], first);
                    smaa_kernel::add_pair(weights, &utilities, sum, turn);
                }
            }
        }
    }
}

impl Reading {
    /// The utilities at the drawn quantiles, and at their mirror images.
    fn utilities(&self, axis: Axis, first: u32) -> [Floats; 2] {
        let mut utilities = [smaa_kernel::floats(0.0); 2];
        for (mirrored, utilities) in utilities.iter_mut().enumerate() {
            let mut point = first;
            for lanes in utilities {
                let mut array = [0.0; STEP];
                for utility in &mut array {
                    let quantile = (f64::from(axis.at(point)) + 0.5) / 4_294_967_296.0;
                    *utility = self.at(f64::abs(mirrored as f64 - quantile)) as f32;
                    point += 1;
                }
                *lanes = Floats4::new(array);
            }
        }
        utilities
    }

    /// The utility at the quantile `t`.
    fn at(&self, t: f64) -> f64 {
        self.utility.of(match self.chance {
            Chance::Sure(value) => value,
            Chance::Between { low, best, high } => {
                let (below, above) = (f64::min(t, 0.5), f64::max(t, 0.5) - 0.5);
                low + 2.0 * below * (best - low) + 2.0 * above * (high - best)
            }
            Chance::Normal { mean, deviation } => mean + deviation * normal::quantile(t),
        })
    }
}
