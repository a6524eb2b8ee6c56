//! The explanation of the method.

use crate::words::{self, number, percent};

/// How the verdict is worked out, paragraph by paragraph.
pub fn method(clear: f64, lean: f64, enough: usize) -> [String; 6] {
    [
        "Every claim of a source becomes a level from 0 to 4 under one criterion. Where sources \
         differ, the whole span between them stays open; where none speaks, everything does. The \
         middle of the span leans to newer statements."
            .to_string(),
        "Your answers do not fix how much each criterion matters. They narrow it: a criterion that \
         an answer speaks for gets at least some weight, one that it speaks against gets less \
         room. With nothing answered, any weighting is possible."
            .to_string(),
        "Then thousands of weightings that fit your answers are tried, each with readings drawn \
         from within the spans. “Best in 62 %” means: in 62 % of them the option came first. It \
         is not a probability that the choice turns out well."
            .to_string(),
        format!(
            "From {} on a verdict is called clear, from {} on it leans, below that it is too close \
             to call. Options of one language count together. Before {enough} answers nothing is \
             recommended.",
            percent(clear),
            percent(lean),
        ),
        "A few answers rule an option out or warn against it, always because a source says so. \
         What is ruled out stays on the page, with how it would have done."
            .to_string(),
        "The method is stochastic multicriteria acceptability analysis (SMAA-2; Lahdelma and \
         Salminen, Operations Research 49, 2001). Left out are the figures, which enter no verdict, \
         everything that the sources do not speak of, and everything that only you know."
            .to_string(),
    ]
}

/// How exact the shares are; `tenths` of a percentage point.
pub fn method_line(points: u32, tenths: i32) -> String {
    let points = number(f64::from(points));
    format!("{points} weightings sampled, ± {} percentage points", words::tenths(tenths))
}

/// The shares were found in closed form.
pub const EXACT: &str = "Exact, nothing was sampled";

#[cfg(test)]
mod tests {
    use super::method_line;

    #[test]
    fn the_method_line() {
        assert_eq!(method_line(16_384, 4), "16,384 weightings sampled, ± 0.4 percentage points");
    }
}
