//! Times counted in bins of a fixed relative width.

use crate::time::Nanos;

/// Bits below the leading one that tell bins apart: a bin is at most 1/256 of
/// its value wide, so its middle is within 0.2 % of every time in it.
const BITS: u32 = 8;

/// Powers of two that are told apart: up to 2^44 ns, almost five hours; what
/// takes longer counts in the last bin.
const LARGEST: u32 = 44;

const BINS: usize = ((LARGEST - BITS + 1) as usize) << BITS;

/// Counts of times, as in Tene's HdrHistogram: the leading bit and the eight
/// bits after it number the bin.
#[derive(Clone, Debug)]
pub(crate) struct Histogram {
    counts: Vec<u32>,
    total: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Histogram { counts: vec![0; BINS], total: 0 }
    }
}

impl Histogram {
    #[inline]
    pub(crate) fn add(&mut self, time: Nanos) {
        self.counts[bin(time.0)] += 1;
        self.total += 1;
    }

    /// Takes over all counts of another histogram.
    pub(crate) fn absorb(&mut self, other: &Histogram) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.total += other.total;
    }

    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    pub(crate) fn clear(&mut self) {
        self.counts.fill(0);
        self.total = 0;
    }

    /// The smallest time that at least the share `share` of all times does not
    /// exceed, to the middle of its bin; `None` where nothing was counted.
    pub(crate) fn quantile(&self, share: f64) -> Option<Nanos> {
        let rank = ((share * self.total as f64).ceil() as u64).max(1);
        let mut below = 0;
        let found = self.counts.iter().position(|&count| {
            below += u64::from(count);
            below >= rank
        });
        found.map(middle)
    }
}

#[inline]
fn bin(time: u64) -> usize {
    let exponent = (63 - (time | 1).leading_zeros()).max(BITS);
    let octave = exponent - BITS;
    (((octave as usize) << BITS) + (time >> octave) as usize).min(BINS - 1)
}

fn middle(bin: usize) -> Nanos {
    let octave = (bin >> BITS).saturating_sub(1);
    let low = (bin - (octave << BITS)) << octave;
    Nanos((low + ((1 << octave) >> 1)) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bin_is_narrow() {
        for time in (0..100_000).chain((17..43).flat_map(|bits| [1 << bits, (1 << bits) * 13 / 9]))
        {
            let error = middle(bin(time)).0.abs_diff(time);
            assert!(error as f64 <= time as f64 / 500.0, "{time} is off by {error}");
        }
    }

    #[test]
    fn bins_follow_one_another() {
        let bins: Vec<usize> = (0..10_000).map(bin).collect();
        assert!(bins.windows(2).all(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1));
    }

    #[test]
    fn quantiles_of_a_hundred_times() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(0.5), None);
        (1..=100).for_each(|time| histogram.add(Nanos(time)));
        for (share, expected) in [(0.0, 1), (0.5, 50), (0.9, 90), (0.99, 99), (1.0, 100)] {
            assert_eq!(histogram.quantile(share), Some(Nanos(expected)), "{share}");
        }
    }

    #[test]
    fn what_is_too_long_counts_in_the_last_bin() {
        assert_eq!(bin(u64::MAX), BINS - 1);
    }
}
