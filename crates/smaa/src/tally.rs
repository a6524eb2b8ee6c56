//! From counts to shares.

use smaa_kernel::Words;

use crate::outcome::Outcome;
use crate::problem::scaled;
use crate::sample::Batch;

/// Counts over the points of one copy of the lattice.
#[derive(Debug)]
pub(crate) struct Tally {
    options: usize,
    /// In how many ways each point is read.
    ways: u32,
    points: u32,
    /// `counts[(option * options + better) * options + equal]`: how often this
    /// many options were better and this many others equal. Then, from
    /// `options^3` on, at `a * options + b`: how often `a` was ahead of `b`.
    counts: Vec<u32>,
    /// Sum of scaled weights under which each option is best: by option, and
    /// in there by row.
    central: Vec<f64>,
}

impl Tally {
    pub(crate) fn new(options: usize, rows: usize, ways: u32) -> Self {
        Tally {
            options,
            ways,
            points: 0,
            counts: vec![0; options * options * (options + 1)],
            central: vec![0.0; options * rows],
        }
    }

    /// Counts batches; `leads` says who is ahead of whom in them, in the
    /// points and ways of `mask`. Several batches have a way each, the first
    /// that of the highest bit.
    pub(crate) fn count(&mut self, batches: &[Batch], leads: &[Words], mask: &Words) {
        self.points += smaa_kernel::number(mask, mask) / self.ways;
        let options = self.options;
        let (places, ahead) = self.counts.split_at_mut(options * leads.len());
        for (count, lead) in ahead.iter_mut().zip(leads) {
            *count += smaa_kernel::number(lead, mask);
        }
        let mut firsts = Vec::new();
        for (option, places) in places.chunks_exact_mut(leads.len()).enumerate() {
            smaa_kernel::count(leads, option, mask, places, &mut firsts);
            let rows = self.central.len() / options;
            let sums = &mut self.central[option * rows..][..rows];
            for (bit, batch) in batches.iter().rev().enumerate() {
                let bit = (self.ways == 1).then_some(bit as u32);
                let wins = smaa_kernel::wins(&firsts, bit);
                smaa_kernel::add_means(&wins, &batch.scale, &batch.weights, sums);
            }
        }
    }

    /// Adds a copy; shares are those of all points.
    fn add(&mut self, other: &Tally) {
        self.points += other.points;
        for (sum, x) in self.counts.iter_mut().zip(&other.counts) {
            *sum += x;
        }
        for (sum, x) in self.central.iter_mut().zip(&other.central) {
            *sum += x;
        }
    }

    /// What all counts are parts of.
    fn all(&self) -> f64 {
        f64::from(self.points) * f64::from(self.ways)
    }

    /// The share of each rank, by option; equals share their ranks evenly.
    fn ranks(&self) -> Vec<f64> {
        let options = self.options;
        let mut shares = vec![0.0; options * options];
        for (place, numbers) in self.counts.chunks_exact(options).take(shares.len()).enumerate() {
            for (equal, &number) in numbers.iter().take(options - place % options).enumerate() {
                for share in &mut shares[place..=place + equal] {
                    *share += f64::from(number) / (equal + 1) as f64 / self.all();
                }
            }
        }
        shares
    }

    /// The shares over independent copies; `criteria` says which criterion
    /// each row is. Copies without a point that fits say nothing; if there is
    /// no point at all, every option shares every rank.
    pub(crate) fn outcome(copies: &[Tally], criteria: &[usize]) -> Outcome {
        let options = copies.first().map_or(0, |copy| copy.options);
        let copies: Vec<&Tally> = copies.iter().filter(|copy| copy.points > 0).collect();
        let mut total = Tally::new(options, criteria.len(), copies.first().map_or(1, |it| it.ways));
        copies.iter().for_each(|copy| total.add(copy));
        if total.points == 0 {
            return Outcome::nothing_known(options);
        }
        let ranks = total.ranks();
        let leads = &total.counts[options * options * options..];
        let mut outcome = Outcome {
            error: largest_standard_error(&ranks, &copies),
            points: total.points,
            ..Outcome::nothing_known(options)
        };
        for a in 0..options {
            outcome.ranks[a].copy_from_slice(&ranks[a * options..][..options]);
            for b in (0..options).filter(|&b| b != a) {
                let lead = f64::from(leads[a * options + b]) - f64::from(leads[b * options + a]);
                outcome.pairwise[a][b] = lead / total.all() / 2.0 + 0.5;
            }
            outcome.pairwise[a][a] = 0.0;
            if ranks[a * options] > 0.0 {
                let sums = &total.central[a * criteria.len()..][..criteria.len()];
                let mut means = vec![0.0; criteria.len()];
                for (&criterion, sum) in criteria.iter().zip(sums) {
                    means[criterion] = *sum;
                }
                outcome.central[a] = Some(scaled(means));
            }
        }
        outcome
    }
}

/// The standard error of a mean over independent copies is the standard
/// deviation between copies over the root of their number.
fn largest_standard_error(means: &[f64], copies: &[&Tally]) -> f64 {
    let number = copies.len() as f64;
    if number < 2.0 {
        return 1.0;
    }
    let mut squares = vec![0.0; means.len()];
    for copy in copies {
        for ((square, share), mean) in squares.iter_mut().zip(copy.ranks()).zip(means) {
            *square += (share - mean) * (share - mean);
        }
    }
    (squares.into_iter().fold(0.0, f64::max) / (number * (number - 1.0))).sqrt()
}
