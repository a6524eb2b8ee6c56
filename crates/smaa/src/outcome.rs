//! What an analysis found.

/// Shares of all weights and readings that fit. Indices are those of the
/// problem's options and criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// `ranks[option][rank]`: the share in which the option has this rank
    /// (rank acceptability). Rows and columns sum to one; equal options share
    /// their ranks evenly.
    pub ranks: Vec<Vec<f64>>,
    /// `pairwise[a][b]`: the share in which `a` does better than `b`; half of
    /// the ties count for either.
    pub pairwise: Vec<Vec<f64>>,
    /// `central[option]`: the mean of the weights under which the option is
    /// best, or `None` when there are none.
    pub central: Vec<Option<Vec<f64>>>,
    /// The largest standard error of any rank's share; 0 when exact.
    pub error: f64,
    /// How many points were drawn, however many ways each was read in; 0 when
    /// exact.
    pub points: u32,
}

impl Outcome {
    /// Nothing fits, so nothing can be said: every rank is shared evenly.
    pub(crate) fn nothing_known(options: usize) -> Self {
        let evenly = 1.0 / options.max(1) as f64;
        Outcome {
            ranks: vec![vec![evenly; options]; options],
            pairwise: vec![vec![0.5; options]; options],
            central: vec![None; options],
            error: 1.0,
            points: 0,
        }
    }
}
