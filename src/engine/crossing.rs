//! Where the leader changes when weights move, in closed form.
//!
//! Both functions look at one pair of options: `weights` sum to one, and
//! `differences[c]` is the utility of the one that leads minus that of its
//! rival under criterion `c`. The leader's lead is the sum of
//! `weights[c] * differences[c]`.

/// The weight of one criterion at which the lead is gone, 0 to 1, when all
/// other weights keep their proportions; `None` when there is no such weight.
///
/// With the others scaled to what is left, the lead is `t * d + (1 - t) * r`,
/// where `d` is the difference under the criterion and `r` the mean difference
/// under the others, so it is gone at `t = r / (r - d)` (one-way sensitivity:
/// Triantaphyllou & Sánchez 1997, Decision Sciences 28(1), 151-194).
pub(super) fn flip_weight(weights: &[f64], differences: &[f64], criterion: usize) -> Option<f64> {
    let own = differences[criterion];
    let left = 1.0 - weights[criterion];
    if left <= 0.0 {
        return None;
    }
    let lead: f64 = weights.iter().zip(differences).map(|(weight, d)| weight * d).sum();
    let rest = (lead - weights[criterion] * own) / left;
    let at = rest / (rest - own);
    (0.0..=1.0).contains(&at).then_some(at)
}

/// The weights nearest to `weights` at which the lead is gone: the orthogonal
/// projection on the part of the simplex where it is zero. `None` when the
/// leader is ahead under every criterion.
///
/// On the criteria that keep a weight the projection is
/// `weights[c] - mean - slope * differences[c]`; the two numbers follow from
/// the sum of the weights and from the lead. Criteria that would fall below
/// zero are held at zero, and let go again when they would rise (the active
/// sets of a quadratic programme: Nocedal & Wright 2006, Numerical
/// Optimization, 16.5).
pub(super) fn nearest_tie(weights: &[f64], differences: &[f64]) -> Option<Vec<f64>> {
    let mut is_held = vec![false; weights.len()];
    // Every change of the set but the last brings the result closer; the limit
    // only guards against rounding.
    for _ in 0..4 * weights.len() {
        let plane = plane(weights, differences, &is_held)?;
        let moved = |c: usize| weights[c] - plane.mean - plane.slope * differences[c];
        let wrong = (0..weights.len()).find(|&c| is_held[c] == (moved(c) > 0.0));
        let Some(wrong) = wrong else {
            let place = |c: usize| if is_held[c] { 0.0 } else { moved(c) };
            return Some((0..weights.len()).map(place).collect());
        };
        is_held[wrong] = !is_held[wrong];
    }
    None
}

struct Plane {
    mean: f64,
    slope: f64,
}

/// Solves `sum = 1` and `lead = 0` over the criteria that are not held.
fn plane(weights: &[f64], differences: &[f64], is_held: &[bool]) -> Option<Plane> {
    let [mut n, mut d, mut dd, mut w, mut wd] = [0.0; 5];
    for (c, _) in is_held.iter().enumerate().filter(|(_, held)| !**held) {
        n += 1.0;
        d += differences[c];
        dd += differences[c] * differences[c];
        w += weights[c];
        wd += weights[c] * differences[c];
    }
    let determinant = n * dd - d * d;
    if determinant <= 1e-12 {
        return None;
    }
    let (sum, lead) = (w - 1.0, wd);
    Some(Plane {
        mean: (sum * dd - lead * d) / determinant,
        slope: (lead * n - sum * d) / determinant,
    })
}

/// How far two weight vectors are apart: what part of all weight changes
/// hands, 0 to 1.
pub(super) fn moved(from: &[f64], to: &[f64]) -> f64 {
    from.iter().zip(to).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0
}

#[cfg(test)]
mod tests {
    use super::{flip_weight, moved, nearest_tie};

    fn lead(weights: &[f64], differences: &[f64]) -> f64 {
        weights.iter().zip(differences).map(|(w, d)| w * d).sum()
    }

    #[test]
    fn the_lead_is_gone_at_the_flip_weight() {
        let (weights, differences) = ([0.5, 0.3, 0.2], [0.4, -0.2, -0.6]);
        // By hand: the others lead by (0.3 * -0.2 + 0.2 * -0.6) / 0.5 = -0.36,
        // so 0.36 / (0.36 + 0.4).
        let at = flip_weight(&weights, &differences, 0).unwrap();
        assert!((at - 0.36 / 0.76).abs() < 1e-12, "{at}");
        let scale = (1.0 - at) / 0.5;
        assert!(lead(&[at, 0.3 * scale, 0.2 * scale], &differences).abs() < 1e-12);
    }

    #[test]
    fn a_criterion_that_all_others_agree_with_has_no_flip_weight() {
        assert_eq!(flip_weight(&[0.5, 0.5], &[0.2, 0.4], 0), None);
        assert_eq!(flip_weight(&[1.0, 0.0], &[0.2, -0.4], 0), None);
    }

    #[test]
    fn the_nearest_tie_is_the_projection() {
        // Two criteria: the only tie is where the lead of the one is that of
        // the other.
        let found = nearest_tie(&[0.9, 0.1], &[0.5, -0.5]).unwrap();
        assert!((found[0] - 0.5).abs() < 1e-12 && (found[1] - 0.5).abs() < 1e-12, "{found:?}");
        assert!((moved(&[0.9, 0.1], &found) - 0.4).abs() < 1e-12);
        assert_eq!(nearest_tie(&[0.5, 0.5], &[0.1, 0.2]), None);
    }

    /// No point of a fine grid of the simplex with a tie is nearer.
    #[test]
    fn no_tie_is_nearer() {
        let differences = [0.7, -0.1, -0.3, 0.2];
        for weights in [[0.4, 0.3, 0.2, 0.1], [0.9, 0.05, 0.05, 0.0], [0.02, 0.9, 0.04, 0.04]] {
            let found = nearest_tie(&weights, &differences).unwrap();
            assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{found:?}");
            assert!(found.iter().all(|&weight| weight >= 0.0), "{found:?}");
            assert!(lead(&found, &differences).abs() < 1e-12);
            let square = |to: &[f64]| -> f64 {
                weights.iter().zip(to).map(|(a, b)| (a - b) * (a - b)).sum()
            };
            let steps = 60;
            for a in 0..=steps {
                for b in 0..=steps - a {
                    // The last two weights follow from the sum and the tie.
                    let [a, b] = [a, b].map(|it| f64::from(it) / f64::from(steps));
                    let left = 1.0 - a - b;
                    let d = (-(a * 0.7 - b * 0.1) + left * 0.3) / (0.3 + 0.2);
                    let tie = [a, b, left - d, d];
                    if tie.iter().all(|&weight| weight >= 0.0) {
                        assert!(square(&tie) >= square(&found) - 1e-12, "{tie:?} {found:?}");
                    }
                }
            }
        }
    }
}
