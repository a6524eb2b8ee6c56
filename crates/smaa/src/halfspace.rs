//! The share of a simplex on one side of a hyperplane, in closed form.

/// The share of the unit simplex (all `v >= 0` with sum one) in which
/// `sum(scores[i] * v[i]) < 0`.
///
/// Varsi, G. (1973): The multidimensional content of the frustum of the
/// simplex. Pacific Journal of Mathematics 46(1), 303-314; also Gerber, L.
/// (1981): The volume cut off a simplex by a half-space. Pacific Journal of
/// Mathematics 94(2), 311-314. Only sums of positive terms appear, so nothing
/// cancels; the cost is the number of negative times the number of other
/// scores.
///
/// Zero scores do not decide anything and may be given; with nothing but zeros
/// the share is 0. No scores at all: 0.
pub fn share_below_zero(scores: &[f64]) -> f64 {
    let above: Vec<f64> = scores.iter().copied().filter(|&score| score >= 0.0).collect();
    let below = scores.iter().copied().filter(|&score| score < 0.0);
    let mut shares = vec![0.0; above.len() + 1];
    shares[0] = 1.0;
    let mut any_below = false;
    for negative in below {
        any_below = true;
        for (k, positive) in above.iter().enumerate() {
            shares[k + 1] =
                (positive * shares[k + 1] - negative * shares[k]) / (positive - negative);
        }
    }
    if any_below { shares[above.len()] } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::share_below_zero;

    #[track_caller]
    fn check(scores: &[f64], expected: f64) {
        let share = share_below_zero(scores);
        assert!((share - expected).abs() < 1e-14, "{scores:?}: {share}, not {expected}");
    }

    #[test]
    fn known_shares() {
        check(&[], 0.0);
        check(&[0.0, 0.0], 0.0);
        check(&[-1.0, -2.0], 1.0);
        check(&[1.0, 2.0], 0.0);
        check(&[-1.0, 1.0], 0.5);
        // On a segment the cut divides in the ratio of the scores.
        check(&[-1.0, 3.0], 0.25);
        // A triangle, cut parallel to a side at half height.
        check(&[-1.0, 1.0, 1.0], 0.25);
        check(&[1.0, -1.0, -1.0], 0.75);
        // A zero does not decide, but takes part in the volume.
        check(&[-1.0, 0.0, 1.0], 0.5);
        check(&[-1.0, 0.0, 0.0, 0.0], 1.0);
    }

    #[test]
    fn both_sides_make_the_whole() {
        let scores = [0.3, -0.7, 0.11, -0.02, 0.9, -0.5, 0.25];
        let mirrored = scores.map(|score| -score);
        assert!((share_below_zero(&scores) + share_below_zero(&mirrored) - 1.0).abs() < 1e-14);
    }

    /// The distribution of the largest part of a stick broken at random, by
    /// inclusion and exclusion: P(v_1 > t) = (1 - t)^(n - 1).
    #[test]
    fn agrees_with_the_beta_distribution() {
        for n in 2..12 {
            for t in [0.1, 0.35, 0.5, 0.8] {
                let mut scores = vec![t; n];
                scores[0] = t - 1.0;
                check(&scores, (1.0f64 - t).powi(n as i32 - 1));
            }
        }
    }
}
