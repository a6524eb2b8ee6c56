//! Exact shares of all ranks.

use proptest::prelude::*;
use smaa::{
    Effort, Outcome, Problem, RawWeight, Reading, Stream, Weights, sample, share_below_zero, solve,
};

/// `utilities[criterion][option]`.
fn problem(weights: Weights, utilities: &[Vec<f64>]) -> Problem {
    let streams = |row: &Vec<f64>| {
        let options = row.iter().enumerate();
        options.map(|(o, &u)| Stream { reading: Reading::sure(u), options: vec![o] }).collect()
    };
    Problem {
        options: utilities[0].len(),
        weights,
        criteria: utilities.iter().map(streams).collect(),
    }
}

fn free(criteria: usize) -> Weights {
    Weights::Raw(vec![RawWeight::FREE; criteria])
}

#[track_caller]
fn exactly(problem: &Problem) -> Outcome {
    let outcome = solve(problem, Effort::Draft);
    assert_eq!((outcome.error, outcome.points), (0.0, 0), "it was sampled");
    outcome
}

#[track_caller]
fn close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        assert!((a - b).abs() < 1e-10, "{found:?}, not {expected:?}");
    }
}

/// Each option is good at a criterion of its own.
fn specialists(levels: &[f64]) -> Vec<Vec<f64>> {
    let row = |c: usize| (0..levels.len()).map(|o| if o == c { levels[c] } else { 0.0 }).collect();
    (0..levels.len()).map(row).collect()
}

#[test]
fn specialists_share_every_rank_evenly() {
    for n in 3usize..=5 {
        let outcome = exactly(&problem(free(n), &specialists(&vec![1.0; n])));
        let harmonic: f64 = (1..=n).map(|k| 1.0 / k as f64).sum();
        for option in 0..n {
            close(&outcome.ranks[option], &vec![1.0 / n as f64; n]);
            let central = outcome.central[option].as_ref().expect("it wins somewhere");
            close(&central[option..=option], &[harmonic / n as f64]);
        }
    }
}

/// Uniform weights are exponential ones, scaled, so values of specialists are
/// exponential with rates 1/level, and the order from the last to the first
/// has the probability of Plackett & Luce: each time one of those left is the
/// next with its part in the sum of their rates.
#[test]
fn specialists_of_all_levels_rank_as_exponentials() {
    fn visit(rates: &[f64], left: &mut Vec<usize>, share: f64, ranks: &mut Vec<Vec<f64>>) {
        let sum: f64 = left.iter().map(|&o| rates[o]).sum();
        for place in 0..left.len() {
            let option = left.remove(place);
            let share = share * rates[option] / sum;
            ranks[option][left.len()] += share;
            visit(rates, left, share, ranks);
            left.insert(place, option);
        }
    }
    for levels in [&[1.0, 0.5, 0.25][..], &[1.0, 0.9, 0.3, 0.6], &[0.2, 1.0, 0.7, 0.7, 0.05]] {
        let n = levels.len();
        let rates: Vec<f64> = levels.iter().map(|level| 1.0 / level).collect();
        let mut expected = vec![vec![0.0; n]; n];
        visit(&rates, &mut (0..n).collect(), 1.0, &mut expected);
        let outcome = exactly(&problem(free(n), &specialists(levels)));
        for (found, expected) in outcome.ranks.iter().zip(&expected) {
            close(found, expected);
        }
    }
}

/// A specialist with two criteria against two with one each: its value has a
/// gamma distribution with shape 2. It loses to one rival with 1/4 and to the
/// lesser of both with 1/9, so it is best with 1 - 2/4 + 1/9.
#[test]
fn a_specialist_with_two_criteria() {
    let mut utilities = specialists(&[1.0; 3]);
    utilities.push(utilities[0].clone());
    let outcome = exactly(&problem(free(4), &utilities));
    close(&outcome.ranks[0], &[11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0]);
    close(&outcome.pairwise[0], &[0.0, 0.75, 0.75]);
}

/// Areas in the triangle of weights `(x, y, z)`: `a` has the value `x`, `b`
/// has `y`, and `c` has 0.4 whatever the weights.
#[test]
fn areas_of_a_triangle() {
    let rows =
        |level: f64| vec![vec![1.0, 0.0, level], vec![0.0, 1.0, level], vec![0.0, 0.0, level]];
    let outcome = exactly(&problem(free(3), &rows(0.4)));
    // x > 0.4 in 0.6^2 of the triangle; both in 0.2^2, half of it for y > x.
    close(&outcome.ranks[0], &[0.34, 0.18, 0.48]);
    close(&outcome.ranks[1], &[0.34, 0.18, 0.48]);
    close(&outcome.ranks[2], &[0.32, 0.64, 0.04]);
    close(&outcome.pairwise[0], &[0.0, 0.5, 0.36]);
    // At one half the regions are a small triangle each and a rhombus.
    let outcome = exactly(&problem(free(3), &rows(0.5)));
    close(&outcome.ranks[0], &[0.25, 0.25, 0.5]);
    close(&outcome.ranks[2], &[0.5, 0.5, 0.0]);
    let central = |option: usize| outcome.central[option].as_deref().expect("it wins somewhere");
    close(central(0), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]);
    close(central(2), &[0.25, 0.25, 0.5]);
}

#[test]
fn dominated_and_identical_options() {
    let utilities: Vec<Vec<f64>> = [
        [1.0, 0.0, 0.0, 0.0, 1.0],
        [0.0, 1.0, 0.5, 0.0, 0.0],
        [0.5, 0.25, 0.25, 0.0, 0.5],
        [0.0, 1.0, 1.0, 0.75, 0.0],
    ]
    .map(Vec::from)
    .to_vec();
    let outcome = exactly(&problem(free(4), &utilities));
    assert_eq!(outcome.ranks[0], outcome.ranks[4]);
    assert_eq!(outcome.pairwise[0][4], 0.5);
    assert_eq!((outcome.ranks[2][0], outcome.ranks[3][0]), (0.0, 0.0));
    assert_eq!((outcome.pairwise[2][1], outcome.pairwise[3][2]), (0.0, 0.0));
    assert_eq!(outcome.central[2], None);
    // The twins share the first rank wherever they are best.
    assert_eq!(
        outcome.ranks[0][0],
        outcome.ranks[0][1] - (outcome.ranks[0][1] - outcome.ranks[0][0])
    );
    let firsts = outcome.ranks[0][0] + outcome.ranks[4][0] + outcome.ranks[1][0];
    assert!((firsts - 1.0).abs() < 1e-10);
    assert!((2.0 * outcome.ranks[0][0] - outcome.pairwise[0][1]).abs() < 1e-10);
    assert_eq!(outcome.central[0], outcome.central[4]);

    let alike = exactly(&problem(free(2), &vec![vec![0.5; 3]; 2]));
    for option in 0..3 {
        close(&alike.ranks[option], &[1.0 / 3.0; 3]);
    }
}

/// Lower bounds move and shrink the simplex: with at least 0.1 each, three
/// specialists still share evenly, and one that needs nine tenths never wins.
#[test]
fn lower_bounds_leave_a_simplex() {
    let mut utilities = specialists(&[1.0; 3]);
    for (row, constant) in utilities.iter_mut().zip([0.9; 3]) {
        row.push(constant);
    }
    let bounded = |high: f64| Weights::Bounded(vec![[0.1, high]; 3]);
    let outcome = exactly(&problem(bounded(1.0), &utilities));
    close(&outcome.ranks[0], &[0.0, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]);
    close(&outcome.ranks[3], &[1.0, 0.0, 0.0, 0.0]);
    assert!(solve(&problem(bounded(0.5), &utilities), Effort::Draft).points > 0);
}

#[test]
fn large_problems_are_sampled() {
    let with = |options: usize, criteria: usize| {
        let utility = |c: usize, o: usize| ((c * 7 + o * 11 + c * o * 5) % 13) as f64 / 12.0;
        let rows: Vec<Vec<f64>> =
            (0..criteria).map(|c| (0..options).map(|o| utility(c, o)).collect()).collect();
        solve(&problem(free(criteria), &rows), Effort::Draft).points
    };
    assert_eq!([with(2, 24), with(3, 24), with(4, 18), with(5, 13)], [0; 4]);
    assert!(
        [with(2, 25), with(3, 25), with(4, 19), with(5, 14), with(6, 3)].iter().all(|&it| it > 0)
    );
}

/// Rating scales have many ties; free numbers have none.
fn utility() -> impl Strategy<Value = f64> {
    prop_oneof![(0u8..5).prop_map(|level| f64::from(level) / 4.0), 0.0..1.0f64]
}

fn rating() -> impl Strategy<Value = f64> {
    (0u8..5).prop_map(|level| f64::from(level) / 4.0)
}

fn arbitrary_problem() -> impl Strategy<Value = Problem> {
    let utilities = |options: usize, criteria: usize| {
        let table = |number: BoxedStrategy<f64>| {
            prop::collection::vec(prop::collection::vec(number, options), criteria)
        };
        prop_oneof![table(rating().boxed()), table(utility().boxed())]
    };
    let weights = |criteria: usize| {
        let raw = (0u8..4, 0u8..3).prop_map(|(floor, free)| RawWeight {
            floor: f64::from(floor) / 10.0,
            free: f64::from(free) / 2.0,
        });
        prop_oneof![
            Just(free(criteria)),
            prop::collection::vec(raw, criteria).prop_map(Weights::Raw),
            Just((0..criteria).collect::<Vec<_>>()).prop_shuffle().prop_map(Weights::Ranked),
        ]
    };
    (2usize..=5, 1usize..=12).prop_flat_map(move |(options, criteria)| {
        (utilities(options, criteria), weights(criteria))
            .prop_map(|(utilities, weights)| problem(weights, &utilities))
    })
}

/// Whether two options are worth the same under all weights, though they differ
/// where weight is. The sampler rounds what each criterion adds, by a part in
/// millions, and may put either of the two ahead for good.
fn has_standing_tie(problem: &Problem) -> bool {
    // A ranking has none: its corners tell all criteria apart.
    let Weights::Raw(raw) = &problem.weights else { return false };
    let value = |c: usize, option: usize| {
        let streams = &problem.criteria[c];
        let reading = streams.iter().find(|it| it.options.contains(&option));
        reading.and_then(|it| it.reading.only()).expect("all readings are sure")
    };
    let ties = |a: usize, b: usize| {
        let apart: Vec<f64> = (0..raw.len()).map(|c| value(c, a) - value(c, b)).collect();
        let floor: f64 = raw.iter().zip(&apart).map(|(raw, apart)| raw.floor * apart).sum();
        let mut counted = raw.iter().zip(&apart).filter(|(raw, _)| raw.floor + raw.free > 0.0);
        let at_corners = raw.iter().zip(&apart).map(|(raw, apart)| floor + raw.free * apart);
        counted.any(|(_, apart)| *apart != 0.0) && at_corners.into_iter().all(|it| it.abs() < 1e-9)
    };
    (0..problem.options).any(|a| (0..a).any(|b| ties(a, b)))
}

fn turned<T: Clone>(list: &[T], by: usize) -> Vec<T> {
    let mut list = list.to_vec();
    let by = by % list.len();
    list.rotate_left(by);
    list
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn exact_shares_agree_with_sampled_ones(problem in arbitrary_problem()) {
        let is_comparable = !has_standing_tie(&problem);
        let exact = exactly(&problem);
        let sampled = sample(&problem, Effort::Full);
        for option in 0..problem.options {
            let shares = exact.ranks[option].iter().zip(&sampled.ranks[option]);
            for (a, b) in shares.chain(exact.pairwise[option].iter().zip(&sampled.pairwise[option])) {
                let is_close = (a - b).abs() < 4.0 * sampled.error + 2e-3;
                prop_assert!(is_close || !is_comparable, "{a} {b} ({})", sampled.error);
            }
            let sum: f64 = exact.ranks[option].iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-10);
            if let Some(central) = &exact.central[option] {
                prop_assert!((central.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                prop_assert!(central.iter().all(|&weight| weight >= 0.0));
            }
        }
    }

    /// Mean weights of regions that make up the whole are its middle.
    #[test]
    fn central_weights_make_up_the_middle(
        utilities in prop::collection::vec(prop::collection::vec(utility(), 4), 2..=10),
    ) {
        let problem = problem(free(utilities.len()), &utilities);
        let outcome = exactly(&problem);
        let mut middle = vec![0.0; utilities.len()];
        for (ranks, central) in outcome.ranks.iter().zip(&outcome.central) {
            for (sum, weight) in middle.iter_mut().zip(central.iter().flatten()) {
                *sum += ranks[0] * weight;
            }
        }
        for (a, b) in middle.iter().zip(problem.weights.middle()) {
            prop_assert!((a - b).abs() < 1e-9, "{middle:?}");
        }
    }

    /// The listing of options and criteria leaves no trace in any digit.
    #[test]
    fn order_changes_no_bit(
        utilities in prop::collection::vec(prop::collection::vec(rating(), 4), 2..=9),
        floors in prop::collection::vec(0u8..4, 9), by in 1usize..9,
    ) {
        let raw: Vec<RawWeight> = floors[..utilities.len()]
            .iter()
            .map(|&floor| RawWeight { floor: f64::from(floor) / 7.0, free: 1.0 })
            .collect();
        let before = exactly(&problem(Weights::Raw(raw.clone()), &utilities));
        let rows: Vec<Vec<f64>> = turned(&utilities, by).iter().map(|row| turned(row, by)).collect();
        let after = exactly(&problem(Weights::Raw(turned(&raw, by)), &rows));
        prop_assert_eq!(turned(&before.ranks, by), after.ranks);
        let pairwise: Vec<Vec<f64>> = before.pairwise.iter().map(|row| turned(row, by)).collect();
        prop_assert_eq!(turned(&pairwise, by), after.pairwise);
        let central = before.central.iter().map(|it| it.as_ref().map(|it| turned(it, by)));
        prop_assert_eq!(turned(&central.collect::<Vec<_>>(), by), after.central);
    }

    #[test]
    fn pairs_agree_with_the_cut_simplex(
        utilities in prop::collection::vec(prop::collection::vec(utility(), 4), 2..=14),
    ) {
        let outcome = exactly(&problem(free(utilities.len()), &utilities));
        for (a, b) in [(0, 1), (1, 3), (2, 0)] {
            let behind: Vec<f64> = utilities.iter().map(|row| row[b] - row[a]).collect();
            if behind.iter().any(|&it| it != 0.0) {
                prop_assert!((outcome.pairwise[a][b] - share_below_zero(&behind)).abs() < 1e-10);
            }
        }
    }
}
