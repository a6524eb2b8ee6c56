//! What no rounding may break.

use proptest::prelude::*;
use smaa::{
    Chance, Effort, Outcome, Problem, RawWeight, Reading, Stream, Utility, Weights, sample,
};

fn between(low: f64, best: f64, high: f64) -> Reading {
    Reading { chance: Chance::Between { low, best, high }, utility: Utility::Same }
}

/// Sure, or anything from `low` to `high`.
fn reading_within(low: f64, high: f64) -> impl Strategy<Value = Reading> {
    (0.0f64..=1.0, 0.0f64..=1.0, 0.0f64..=1.0, 0u8..4).prop_map(move |(a, b, c, kind)| {
        let mut parts = [a, b, c].map(|it| low + it * (high - low));
        parts.sort_by(f64::total_cmp);
        match kind {
            0 => Reading::sure(parts[1]),
            1 => between(low, parts[1], high),
            _ => between(parts[0], parts[1], parts[2]),
        }
    })
}

fn alone(readings: Vec<Reading>) -> Vec<Stream> {
    let stream = |(option, reading)| Stream { reading, options: vec![option] };
    readings.into_iter().enumerate().map(stream).collect()
}

fn raw_weight() -> impl Strategy<Value = RawWeight> {
    let floor = prop_oneof![Just(0.0), 0.0f64..1.0];
    let free = prop_oneof![Just(1.0), Just(0.25), Just(1.0 / 65_536.0), Just(0.0)];
    (floor, free).prop_map(|(floor, free)| RawWeight { floor, free })
}

/// Option 0 is nowhere below `edge`, the others nowhere above.
fn topped_criterion() -> impl Strategy<Value = Vec<Stream>> {
    (0.0f64..=1.0).prop_flat_map(|edge| {
        let rivals = prop::collection::vec(reading_within(0.0, edge), 2);
        (reading_within(edge, 1.0), rivals, 0u8..3).prop_map(|(best, mut rivals, kind)| {
            if kind == 0 {
                // The first rival rests on the very same claims.
                let last = Stream { reading: rivals.remove(1), options: vec![2] };
                return vec![Stream { reading: best, options: vec![0, 1] }, last];
            }
            alone(std::iter::once(best).chain(rivals).collect())
        })
    })
}

fn any_criterion() -> impl Strategy<Value = Vec<Stream>> {
    prop::collection::vec(reading_within(0.0, 1.0), 3).prop_map(alone)
}

fn shares(outcome: &Outcome) -> Vec<f64> {
    outcome.ranks.iter().map(|ranks| ranks[0]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Touching readings included: nowhere worse and somewhere better is never
    /// beaten, in no point and no way.
    #[test]
    fn an_option_that_is_nowhere_worse_is_never_behind(
        mut criteria in prop::collection::vec(topped_criterion(), 1..12),
        mut weights in prop::collection::vec(raw_weight(), 12),
    ) {
        criteria.push(alone(vec![Reading::sure(0.51), Reading::sure(0.5), Reading::sure(0.5)]));
        weights[criteria.len() - 1] = RawWeight { floor: 0.1, free: 1.0 };
        weights.truncate(criteria.len());
        let problem = Problem { options: 3, weights: Weights::Raw(weights), criteria };
        let outcome = sample(&problem, Effort::Draft);
        prop_assert_eq!(&outcome.ranks[0], &vec![1.0, 0.0, 0.0]);
        prop_assert_eq!(&outcome.pairwise[0], &vec![0.0, 1.0, 1.0]);
    }

    #[test]
    fn more_weight_where_an_option_is_best_never_hurts_it(
        mut criteria in prop::collection::vec(any_criterion(), 1..8),
        topped in topped_criterion(),
        mut weights in prop::collection::vec(raw_weight(), 9),
        more in prop_oneof![Just(0.1), 1e-6f64..1.0],
    ) {
        // With less than a quarter of all weight left, points are magnified.
        weights[0].floor += 0.25;
        criteria.push(topped);
        weights.truncate(criteria.len());
        let with = |weights: &[RawWeight]| {
            let weights = Weights::Raw(weights.to_vec());
            sample(&Problem { options: 3, weights, criteria: criteria.clone() }, Effort::Draft)
        };
        let before = with(&weights);
        weights[criteria.len() - 1].floor += more;
        let after = with(&weights);
        prop_assert!(
            shares(&after)[0] >= shares(&before)[0] - 1e-12,
            "{:?} became {:?}", shares(&before), shares(&after)
        );
    }

    #[test]
    fn the_order_of_options_and_criteria_changes_no_bit(
        mut criteria in prop::collection::vec(any_criterion(), 1..8),
        mut weights in prop::collection::vec(raw_weight(), 8),
        by in 1usize..7,
    ) {
        weights.truncate(criteria.len());
        let solve = |weights: &[RawWeight], criteria: &[Vec<Stream>]| {
            let weights = Weights::Raw(weights.to_vec());
            sample(&Problem { options: 3, weights, criteria: criteria.to_vec() }, Effort::Draft)
        };
        let before = solve(&weights, &criteria);
        let by = by % criteria.len();
        criteria.rotate_left(by);
        weights.rotate_left(by);
        for streams in &mut criteria {
            streams.rotate_left(1);
            streams.iter_mut().flat_map(|it| &mut it.options).for_each(|it| *it = (*it + 1) % 3);
        }
        let after = solve(&weights, &criteria);
        prop_assert_eq!(before.error, after.error);
        for option in 0..3 {
            prop_assert_eq!(&before.ranks[option], &after.ranks[(option + 1) % 3]);
        }
    }
}

/// The same on every machine: native code, and vectors of WebAssembly, whose
/// result `cargo xtask bench samples` compares with the native one.
#[test]
fn the_bits_are_these() {
    let criteria = (0..5u32).map(|c| {
        let at = |o: u32| f64::from((7 * c + 3 * o + c * o) % 11) / 11.0;
        alone(vec![
            between(0.0, at(0), 1.0),
            Reading::sure(at(1)),
            between(0.1, 0.5, at(2).max(0.5)),
        ])
    });
    let problem = Problem {
        options: 3,
        weights: Weights::Raw(vec![RawWeight { floor: 0.1, free: 1.0 }; 5]),
        criteria: criteria.collect(),
    };
    let outcome = sample(&problem, Effort::Draft);
    let ways = f64::from(outcome.points) * 16.0;
    let counts: Vec<f64> =
        shares(&outcome).into_iter().map(|share| (share * ways).round()).collect();
    assert_eq!(counts, [30_399.0, 3_016.0, 15_593.0]);
}
