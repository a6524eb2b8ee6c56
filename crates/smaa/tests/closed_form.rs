//! The sampler against closed forms.

use proptest::prelude::*;
use smaa::{
    Chance, Effort, Problem, RawWeight, Reading, Stream, Utility, Weights, sample,
    share_below_zero, solve,
};

fn problem(weights: &[RawWeight], utilities: &[Vec<f64>]) -> Problem {
    let streams = |row: &Vec<f64>| {
        let options = row.iter().enumerate();
        options.map(|(o, &u)| Stream { reading: Reading::sure(u), options: vec![o] }).collect()
    };
    Problem {
        options: utilities.first().map_or(0, Vec::len),
        weights: Weights::Raw(weights.to_vec()),
        criteria: utilities.iter().map(streams).collect(),
    }
}

/// The share in which option 1 beats option 0: the difference of values is
/// linear in the free weights, `sum v_c (free_c d_c + sum_k floor_k d_k)`.
fn exact_share_of_second(weights: &[RawWeight], utilities: &[Vec<f64>]) -> f64 {
    let differences: Vec<f64> = utilities.iter().map(|row| row[0] - row[1]).collect();
    let floors: f64 = weights.iter().zip(&differences).map(|(w, d)| w.floor * d).sum();
    let scores: Vec<f64> =
        weights.iter().zip(&differences).map(|(w, d)| w.free * d + floors).collect();
    share_below_zero(&scores)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn two_options_agree_with_the_cut_simplex(
        rows in prop::collection::vec((0.0f64..1.0, 0.0f64..1.0, 0.0f64..0.5, 0.0f64..1.0), 1..16),
    ) {
        let weights: Vec<RawWeight> =
            rows.iter().map(|&(.., floor, free)| RawWeight { floor, free }).collect();
        let utilities: Vec<Vec<f64>> = rows.iter().map(|&(a, b, ..)| vec![a, b]).collect();
        let outcome = sample(&problem(&weights, &utilities), Effort::Full);
        let exact = exact_share_of_second(&weights, &utilities);
        let error = (outcome.ranks[1][0] - exact).abs();
        prop_assert!(error < 5.0 * outcome.error + 0.002, "off by {error} ({})", outcome.error);
    }
}

/// Five standard errors for any single share is far out, but over many
/// problems most shares must lie within two: the error is neither a guess
/// nor a boast.
#[test]
fn the_stated_error_is_honest() {
    let (mut within_two, mut all) = (0, 0);
    for seed in 0..200u32 {
        let number = |i: u32| f64::from((seed * 131 + i * 71 + i * i * 17) % 97) / 97.0;
        let utilities: Vec<Vec<f64>> =
            (0..8).map(|c| vec![number(2 * c), number(2 * c + 1)]).collect();
        let weights = [RawWeight::FREE; 8];
        let outcome = sample(&problem(&weights, &utilities), Effort::Full);
        let exact = exact_share_of_second(&weights, &utilities);
        if outcome.error > 0.0 {
            all += 1;
            within_two += u32::from((outcome.ranks[1][0] - exact).abs() <= 2.0 * outcome.error);
        }
    }
    assert!(all > 100, "only {all} problems are undecided");
    assert!(within_two * 100 >= all * 90, "{within_two} of {all}");
}

/// With one criterion each at its best, and free weights, the first ranks of
/// `n` options are `1 / n`, and the central weight of a winner's own criterion
/// is the mean of the largest of `n` parts: `(1 + 1/2 + … + 1/n) / n`.
#[test]
fn specialists_share_evenly() {
    for n in 2usize..7 {
        let utilities: Vec<Vec<f64>> =
            (0..n).map(|c| (0..n).map(|o| f64::from(u8::from(o == c))).collect()).collect();
        let outcome = sample(&problem(&vec![RawWeight::FREE; n], &utilities), Effort::Full);
        let harmonic: f64 = (1..=n).map(|k| 1.0 / k as f64).sum();
        for option in 0..n {
            assert!((outcome.ranks[option][0] - 1.0 / n as f64).abs() < 5.0 * outcome.error);
            let central = outcome.central[option].as_ref().expect("it wins somewhere");
            assert!((central[option] - harmonic / n as f64).abs() < 0.01);
            assert!((central.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}

#[test]
fn equals_share_their_ranks() {
    let utilities = vec![vec![0.5, 0.5, 0.1]; 3];
    let outcome = sample(&problem(&[RawWeight::FREE; 3], &utilities), Effort::Draft);
    assert_eq!(outcome.ranks[0], vec![0.5, 0.5, 0.0]);
    assert_eq!(outcome.ranks[1], vec![0.5, 0.5, 0.0]);
    assert_eq!(outcome.ranks[2], vec![0.0, 0.0, 1.0]);
    assert_eq!(outcome.pairwise[0][1], 0.5);
}

#[test]
fn options_of_one_stream_never_part() {
    let together = Stream { reading: Reading::UNKNOWN, options: vec![0, 1] };
    let alone = Stream { reading: Reading::sure(0.5), options: vec![2] };
    let problem = Problem {
        options: 3,
        weights: Weights::Raw(vec![RawWeight::FREE]),
        criteria: vec![vec![together, alone]],
    };
    let outcome = sample(&problem, Effort::Full);
    assert_eq!(outcome.ranks[0], outcome.ranks[1]);
    assert!((outcome.ranks[2][0] - 0.5).abs() < 0.01);
    assert_eq!(outcome.pairwise[0][1], 0.5);
}

/// Two options and equal free parts: the closed form is used, its shares are
/// those of the cut simplex, and its central weights those of the sampler.
#[test]
fn two_options_are_solved_exactly() {
    let weights: Vec<RawWeight> =
        (0..6).map(|c| RawWeight { floor: 0.03 * f64::from(c), free: 1.0 }).collect();
    let utilities: Vec<Vec<f64>> =
        [[0.1, 0.9], [0.8, 0.3], [0.4, 0.5], [1.0, 0.0], [0.2, 0.2], [0.6, 0.7]]
            .map(Vec::from)
            .to_vec();
    let problem = problem(&weights, &utilities);
    let (exact, sampled) = (solve(&problem, Effort::Full), sample(&problem, Effort::Copies(64)));
    assert_eq!((exact.error, exact.points), (0.0, 0));
    assert!((exact.ranks[1][0] - exact_share_of_second(&weights, &utilities)).abs() < 1e-12);
    assert!((exact.ranks[0][0] - sampled.ranks[0][0]).abs() < 4.0 * sampled.error);
    for option in 0..2 {
        let pair = (exact.central[option].as_ref(), sampled.central[option].as_ref());
        let (Some(exact), Some(sampled)) = pair else { panic!("both win somewhere") };
        for (a, b) in exact.iter().zip(sampled) {
            assert!((a - b).abs() < 2e-3, "{exact:?} {sampled:?}");
        }
    }
}

/// A full ranking of n criteria is a simplex with the rank order centroid in
/// its middle; with classes the sampler has to agree with the mean over all
/// rankings within the classes.
#[test]
fn ranked_weights_agree_with_the_mean_over_their_rankings() {
    let utilities: Vec<Vec<f64>> =
        [[0.9, 0.2], [0.1, 0.8], [0.5, 0.6], [0.3, 0.9]].map(Vec::from).to_vec();
    let with = |classes: &[usize]| Problem {
        weights: Weights::Ranked(classes.to_vec()),
        ..problem(&[RawWeight::FREE; 4], &utilities)
    };
    let exact = |classes: &[usize]| {
        let outcome = solve(&with(classes), Effort::Full);
        assert_eq!(outcome.points, 0);
        outcome.ranks[0][0]
    };
    for full in [[0, 1, 2, 3], [3, 1, 0, 2]] {
        let sampled = sample(&with(&full), Effort::Full);
        assert!((sampled.ranks[0][0] - exact(&full)).abs() < 4.0 * sampled.error + 1e-3);
    }
    let mean =
        (exact(&[0, 1, 2, 3]) + exact(&[1, 0, 2, 3]) + exact(&[0, 1, 3, 2]) + exact(&[1, 0, 3, 2]))
            / 4.0;
    let sampled = sample(&with(&[0, 0, 1, 1]), Effort::Copies(64));
    assert!((sampled.ranks[0][0] - mean).abs() < 4.0 * sampled.error + 1e-3);
}

#[test]
fn bounded_weights_stay_within_their_bounds() {
    let utilities = vec![vec![1.0, 0.0], vec![0.0, 1.0], vec![0.5, 0.5]];
    let bounded = |bounds: [[f64; 2]; 3]| Problem {
        weights: Weights::Bounded(bounds.to_vec()),
        ..problem(&[RawWeight::FREE; 3], &utilities)
    };
    let never = sample(&bounded([[0.1, 0.3], [0.31, 0.5], [0.0, 1.0]]), Effort::Full);
    assert_eq!(never.ranks[0][0], 0.0);
    // The weights of a triangle with w0, w1 in [0, 1/2]: symmetric.
    let even = sample(&bounded([[0.0, 0.5], [0.0, 0.5], [0.0, 1.0]]), Effort::Full);
    assert!((even.ranks[0][0] - 0.5).abs() < 4.0 * even.error + 1e-3);
    let impossible = sample(&bounded([[0.6, 0.7], [0.6, 0.7], [0.0, 0.1]]), Effort::Full);
    assert_eq!((impossible.points, impossible.error), (0, 1.0));
}

/// One criterion, two options with normal readings: the difference is normal
/// with variance s1^2 + s2^2, and for deviations 3 and 4 and means 10 apart by
/// 5 the better one wins with probability Phi(1) = 0.841345.
#[test]
fn normal_readings_agree_with_the_normal_distribution() {
    let stream = |mean: f64, deviation: f64, option: usize| Stream {
        reading: Reading {
            chance: Chance::Normal { mean, deviation },
            utility: Utility::Lines(vec![(-100.0, 0.0), (100.0, 1.0)]),
        },
        options: vec![option],
    };
    let problem = Problem {
        options: 2,
        weights: Weights::Raw(vec![RawWeight::FREE]),
        criteria: vec![vec![stream(15.0, 3.0, 0), stream(10.0, 4.0, 1)]],
    };
    let outcome = sample(&problem, Effort::Full);
    assert!((outcome.ranks[0][0] - 0.841_345).abs() < 4.0 * outcome.error + 1e-3);
}

#[test]
fn a_single_weight_vector_needs_no_sampling() {
    let utilities = vec![vec![1.0, 0.0, 0.5], vec![0.0, 1.0, 0.5]];
    let problem = Problem {
        weights: Weights::Fixed(vec![3.0, 1.0]),
        ..problem(&[RawWeight::FREE; 2], &utilities)
    };
    let outcome = solve(&problem, Effort::Full);
    assert_eq!(outcome.ranks, [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]]);
    assert_eq!(outcome.central, [Some(vec![0.75, 0.25]), None, None]);
}

#[test]
fn rounding_breaks_no_tie_under_a_single_weight_vector() {
    let utilities = vec![vec![1.0, 0.0], vec![1.0, 0.0], vec![0.0, 1.0]];
    let problem = Problem {
        weights: Weights::Fixed(vec![0.1, 0.2, 0.3]),
        ..problem(&[RawWeight::FREE; 3], &utilities)
    };
    assert_ne!(0.1 + 0.2, 0.3, "the sums differ by rounding");
    let outcome = solve(&problem, Effort::Full);
    assert_eq!(outcome.ranks, [[0.5, 0.5], [0.5, 0.5]]);
    assert_eq!([outcome.pairwise[0][1], outcome.pairwise[1][0]], [0.5, 0.5]);
    assert!(outcome.central.iter().all(Option::is_some));
}
