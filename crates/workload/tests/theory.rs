//! The simulation against closed formulas: means within one per cent over ten
//! seeds.

use workload::theory::{Demand, pollaczek_khinchine, processor_sharing, shared_queue};
use workload::{Law, Machine, Millis, Outcome, Profile, Simulation, Split};

const ONE_LOOP: Machine = Machine::Loops { loops: 1, cores: 1, split: Split::Even };
const SEEDS: u64 = 10;
const REQUESTS: u32 = 400_000;

/// No calls: the textbook's queue.
fn computing(rps: f64, cpu: f64) -> Profile {
    let io = Millis(0.0);
    Profile { rps, calls: 0, io, cpu: Millis(cpu), heavy_share: 0.0, ..Profile::default() }
}

fn mixed(rps: f64) -> Profile {
    Profile { heavy_share: 0.05, heavy_cpu: Millis(20.0), ..computing(rps, 1.0) }
}

fn outcomes(profile: &Profile, machine: Machine, law: Law) -> Vec<Outcome> {
    outcomes_of(REQUESTS, profile, machine, law)
}

fn outcomes_of(requests: u32, profile: &Profile, machine: Machine, law: Law) -> Vec<Outcome> {
    let run = |seed| Simulation::with_law(profile, machine, law, requests, seed).finish();
    (0..SEEDS).filter_map(run).collect()
}

/// The mean of something over all seeds.
fn mean(outcomes: &[Outcome], of: impl Fn(&Outcome) -> f64) -> f64 {
    assert_eq!(outcomes.len(), SEEDS as usize);
    outcomes.iter().map(of).sum::<f64>() / outcomes.len() as f64
}

#[track_caller]
fn close(found: f64, expected: f64) {
    let error = found / expected - 1.0;
    assert!(error.abs() <= 0.01, "found {found}, expected {expected}: off by {error:+.4}");
}

/// Mean and mean square of a profile's CPU times.
fn demand(profile: &Profile, law: Law) -> Demand {
    let shares = [1.0 - profile.heavy_share, profile.heavy_share];
    let times = [profile.cpu.0, profile.heavy_cpu.0];
    let moment =
        |power| shares.iter().zip(times).map(|(share, time)| share * time.powi(power)).sum();
    let spread = if law == Law::Exponential { 2.0 } else { 1.0 };
    Demand { rate: profile.rps / 1e3, mean: moment(1), square: spread * moment(2) }
}

#[test]
fn one_server_agrees_with_pollaczek_and_khinchine() {
    let cases = [
        (computing(500.0, 1.0), Law::Exponential),
        (computing(800.0, 1.0), Law::Exponential),
        (computing(500.0, 1.0), Law::Constant),
        (computing(800.0, 1.0), Law::Constant),
        (mixed(250.0), Law::Constant),
        (mixed(250.0), Law::Exponential),
    ];
    for (profile, law) in cases {
        let expected = pollaczek_khinchine(demand(&profile, law)).expect("it can keep up").0;
        let shared = Machine::Shared { cores: 1, slice: None };
        for machine in [ONE_LOOP, shared] {
            let found = mean(&outcomes(&profile, machine, law), |it| it.all.waiting.0);
            close(found, expected);
        }
    }
}

/// Short slices are many events.
const FEWER: u32 = 120_000;

/// Short before any service: what a slice lasts longer than a point adds to
/// the wait for a turn, or takes away, is a per cent of a service at most.
const SHORT: Option<Millis> = Some(Millis(0.01));

/// With slices that are short before every service, the mean depends on the
/// mean service alone.
#[test]
fn short_slices_come_to_processor_sharing() {
    let sharing = |cores| Machine::Shared { cores, slice: SHORT };
    for (profile, law) in [
        (computing(600.0, 1.0), Law::Exponential),
        (computing(600.0, 1.0), Law::Constant),
        (
            Profile { heavy_share: 0.1, heavy_cpu: Millis(5.0), ..computing(500.0, 1.0) },
            Law::Constant,
        ),
    ] {
        for cores in [1, 2] {
            let profile = profile.at(profile.rps * f64::from(cores));
            let outcomes = outcomes_of(FEWER, &profile, sharing(cores), law);
            let expected = processor_sharing(demand(&profile, law), cores, profile.mean_cpu())
                .expect("it keeps up");
            close(mean(&outcomes, |it| it.all.mean.0), expected.0);
        }
    }
}

/// Within the kinds as well: each takes its own service times the same factor.
#[test]
fn processor_sharing_is_fair() {
    let profile = Profile { heavy_share: 0.1, heavy_cpu: Millis(5.0), ..computing(500.0, 1.0) };
    let machine = Machine::Shared { cores: 1, slice: SHORT };
    let outcomes = outcomes_of(FEWER, &profile, machine, Law::Constant);
    let demand = demand(&profile, Law::Constant);
    let expected = |cpu| processor_sharing(demand, 1, cpu).expect("it keeps up").0;
    close(mean(&outcomes, |it| it.light.expect("some are").mean.0), expected(profile.cpu));
    close(mean(&outcomes, |it| it.heavy.expect("some are").mean.0), expected(profile.heavy_cpu));
}

/// Few wait where cores are many, so more are asked.
const MORE: u32 = 1_000_000;

/// Exact for exponential services.
#[test]
fn several_cores_agree_with_erlang() {
    for cores in [2, 3, 8] {
        let profile = computing(800.0 * f64::from(cores), 1.0);
        let machine = Machine::Shared { cores, slice: None };
        let expected =
            shared_queue(demand(&profile, Law::Exponential), cores).expect("it keeps up");
        close(
            mean(&outcomes_of(MORE, &profile, machine, Law::Exponential), |it| it.all.waiting.0),
            expected.0,
        );
    }
}
