//! The sampler against closed forms.

use proptest::prelude::*;
use smaa::{Effort, Problem, RawWeight, Reading, Stream, Weights, sample, share_below_zero};

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
