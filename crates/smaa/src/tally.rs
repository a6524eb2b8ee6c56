//! Counting ranks.

use crate::outcome::Outcome;
use crate::sample::{Batch, LANES};

/// Counts, before they become shares.
#[derive(Clone)]
pub(crate) struct Tally {
    points: u32,
    ranks: Vec<Vec<f64>>,
    pairwise: Vec<Vec<f64>>,
    /// Sum of scaled weights under which each option is best, by row.
    central: Vec<Vec<f64>>,
}

impl Tally {
    pub(crate) fn new(options: usize, rows: usize) -> Self {
        let square = vec![vec![0.0; options]; options];
        let central = vec![vec![0.0; rows]; options];
        Tally { points: 0, ranks: square.clone(), pairwise: square, central }
    }

    pub(crate) fn count(&mut self, batch: &Batch) {
        for lane in (0..LANES).filter(|&lane| batch.drawn.fits[lane]) {
            self.points += 1;
            self.count_lane(batch, lane);
        }
    }

    fn count_lane(&mut self, batch: &Batch, lane: usize) {
        let weights = &batch.drawn.weights;
        let mass: f64 = weights.iter().map(|weights| weights[lane]).sum();
        for (option, values) in batch.values.iter().enumerate() {
            let (better, equal) = self.meet_rivals(option, values[lane], batch, lane);
            let share = 1.0 / (equal + 1) as f64;
            for rank in better..=better + equal {
                self.ranks[option][rank] += share;
            }
            if better == 0 && mass > 0.0 {
                for (sum, weights) in self.central[option].iter_mut().zip(weights) {
                    *sum += share * weights[lane] / mass;
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

    /// The shares over independent copies; `criteria` says which criterion
    /// each row is. Copies without a point that fits say nothing; if there is
    /// no point at all, every option shares every rank.
    pub(crate) fn outcome(copies: Vec<Tally>, criteria: &[usize]) -> Outcome {
        let options = copies.first().map_or(0, |copy| copy.ranks.len());
        let copies: Vec<Tally> = copies.into_iter().filter(|copy| copy.points > 0).collect();
        let Some(mut total) = copies.first().cloned() else {
            return Outcome::nothing_known(options);
        };
        for copy in &copies[1..] {
            total.add(copy);
        }
        let error = largest_standard_error(&total, &copies);
        let central = total.central.iter().zip(&total.ranks);
        let central = central.map(|(sums, ranks)| {
            let wins = ranks.first().copied().unwrap_or(0.0);
            (wins > 0.0).then(|| {
                let mut means = vec![0.0; sums.len()];
                for (&criterion, sum) in criteria.iter().zip(sums) {
                    means[criterion] = sum / wins;
                }
                means
            })
        });
        let central = central.collect();
        let points = f64::from(total.points);
        for row in total.ranks.iter_mut().chain(&mut total.pairwise) {
            for count in row {
                *count /= points;
            }
        }
        Outcome {
            ranks: total.ranks,
            pairwise: total.pairwise,
            central,
            error,
            points: total.points,
        }
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
fn largest_standard_error(total: &Tally, copies: &[Tally]) -> f64 {
    let number = copies.len() as f64;
    if number < 2.0 {
        return 1.0;
    }
    let mut largest = 0.0f64;
    for (option, row) in total.ranks.iter().enumerate() {
        for (rank, &count) in row.iter().enumerate() {
            let mean = count / f64::from(total.points);
            let spread: f64 = copies
                .iter()
                .map(|copy| {
                    let deviation = copy.ranks[option][rank] / f64::from(copy.points) - mean;
                    deviation * deviation
                })
                .sum();
            largest = largest.max(spread / (number * (number - 1.0)));
        }
    }
    libm::sqrt(largest)
}
