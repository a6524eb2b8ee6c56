//! What the model says of loads that people have.

use workload::{
    Candidate, Curve, Fact, Finding, Millis, Predictor, Profile, Scheduler, Sweep, What, facts,
    findings, predict, preview, trace,
};

const REQUESTS: u32 = 100_000;

/// Small requests that mostly wait.
fn waiting() -> Profile {
    let cpu = Millis(0.2);
    Profile { rps: 500.0, calls: 1, io: Millis(50.0), cpu, heavy_share: 0.0, ..Profile::default() }
}

/// All alike, nothing but computing, on one core.
fn uniform() -> Profile {
    let (io, cpu) = (Millis(0.0), Millis(60.0));
    Profile { rps: 11.0, calls: 0, io, cpu, heavy_share: 0.0, ..Profile::default() }
}

/// One in twenty computes a hundred times longer.
fn mixed() -> Profile {
    let (io, cpu, heavy_cpu) = (Millis(10.0), Millis(1.0), Millis(100.0));
    Profile { rps: 100.0, calls: 1, io, cpu, heavy_share: 0.05, heavy_cpu, ..Profile::default() }
}

fn candidate(profile: Profile, scheduler: Scheduler) -> Candidate {
    let prediction = predict(&profile, scheduler, REQUESTS, 1);
    Candidate { scheduler, profile, prediction }
}

fn both(profile: Profile) -> [Candidate; 2] {
    [Scheduler::RoundRobin, Scheduler::EventLoop].map(|it| candidate(profile, it))
}

#[test]
fn waiting_makes_alike() {
    let both = both(waiting());
    assert_eq!(facts(&both), [Fact::WaitingMakesAlike]);
    let [Finding::Alike { difference, of }] = findings(&both)[..] else { panic!("{both:?}") };
    assert!(difference < Millis(1.0) && of >= Millis(50.2), "{difference:?} of {of:?}");
}

#[test]
fn turns_help_the_light() {
    let both = both(mixed());
    assert_eq!(facts(&both), [Fact::TurnsHelpTheLight]);
    let [Finding::Apart { quicker, slower, .. }] = findings(&both)[..] else { panic!("{both:?}") };
    assert_eq!((quicker, slower), (0, 1));
}

#[test]
fn turns_hurt_the_uniform() {
    let both = both(uniform());
    assert_eq!(facts(&both), [Fact::TurnsHurtTheUniform]);
    let found = findings(&both);
    let [Finding::Apart { quicker, slower, low, high, .. }] = found[..] else {
        panic!("{found:?}")
    };
    assert_eq!((quicker, slower), (1, 0));
    assert!(low < high, "{found:?}");
}

#[test]
fn who_cannot_keep_up_is_named() {
    let profile = Profile { rps: 120.0, cpu: Millis(10.0), cores: 4, ..uniform() };
    let found = findings(&both(profile));
    assert_eq!(found, [Finding::Saturated { who: 1, rps: 120.0, capacity: 100.0 }]);
    let found = findings(&both(profile.at(95.0)));
    assert_eq!(found, [Finding::Strained { who: 1, utilisation: 0.95 }]);
}

/// One loop uses one core, however many there are; loops beyond the number of
/// cores add nothing.
#[test]
fn loops_use_cores_up_to_their_number() {
    let loops = |processes, cores| Profile { processes, cores, ..uniform() };
    let cases = [((1, 1), 1), ((1, 8), 1), ((2, 8), 2), ((8, 2), 2)];
    for ((processes, cores), usable) in cases {
        let profile = loops(processes, cores);
        assert_eq!(Scheduler::EventLoop.usable_cores(&profile), usable);
        assert_eq!(Scheduler::RoundRobin.usable_cores(&profile), cores);
    }
    // Two loops that share one core take turns on it, so uniform work ends
    // later than in one loop.
    let mean = |processes| {
        let profile = loops(processes, 1);
        predict(&profile, Scheduler::EventLoop, REQUESTS, 1).outcome.expect("it keeps up").all.mean
    };
    assert!(mean(2) > mean(1), "{:?} and {:?}", mean(2), mean(1));
}

/// What is dealt unevenly waits longer.
#[test]
fn an_even_split_is_the_better_one() {
    let profile = Profile { cores: 2, processes: 2, ..mixed() };
    let prediction = predict(&profile, Scheduler::EventLoop, REQUESTS, 1);
    let [even, uneven] = [prediction.outcome, prediction.uneven].map(|it| it.expect("both").all);
    assert!(even.mean < uneven.mean && even.p99 < uneven.p99, "{even:?} {uneven:?}");
    let alone = predict(&mixed(), Scheduler::EventLoop, REQUESTS, 1);
    assert_eq!(alone.uneven, None);
}

/// The preview is no more than that: within a third of the simulation.
#[test]
fn the_preview_is_near_the_simulation() {
    for profile in [waiting(), uniform(), mixed(), Profile { calls: 4, ..mixed() }] {
        for (cores, processes) in [(1, 1), (2, 2), (4, 4)] {
            let profile =
                Profile { cores, processes, ..profile }.at(profile.rps * f64::from(cores));
            for scheduler in [Scheduler::EventLoop, Scheduler::RoundRobin] {
                let simulated = candidate(profile, scheduler).prediction.outcome.expect("steady");
                let preview = preview(&profile, scheduler).expect("steady");
                let error = preview.0 / simulated.all.mean.0 - 1.0;
                assert!(error.abs() < 0.33, "{profile:?} {scheduler:?}: {error:+.2}");
            }
        }
    }
}

#[test]
fn a_curve_has_a_knee_before_it_collapses() {
    let curve = Curve { profile: mixed(), scheduler: Scheduler::EventLoop };
    let (knee, collapse) = (curve.knee(), curve.collapse());
    assert!((collapse - 1000.0 / 5.95).abs() < 1e-9, "{collapse}");
    assert!(knee > 0.1 * collapse && knee < 0.9 * collapse, "{knee} of {collapse}");
    let [below, at] = [knee / 2.0, knee].map(|rps| curve.mean(rps).expect("steady"));
    assert!(below < at);
    assert_eq!(curve.mean(collapse), None);
    // Requests that hardly compute stay quick nearly to the end.
    let flat = Curve { profile: waiting(), scheduler: Scheduler::EventLoop };
    assert!(flat.knee() / flat.collapse() > knee / collapse);
}

#[test]
fn a_sweep_goes_point_by_point() {
    let curve = Curve { profile: mixed(), scheduler: Scheduler::RoundRobin };
    let loads = [40.0, 80.0, 120.0, 1000.0];
    let mut sweep = Sweep::new(curve, &loads, 10_000, 1);
    let mut calls = 0;
    while !sweep.run(5_000).is_complete() {
        let found = sweep.points().iter().map(|it| it.rps);
        assert_eq!(found.chain(sweep.pending()).collect::<Vec<_>>(), loads[..3]);
        calls += 1;
        assert!(calls < 1_000_000, "it never ends");
    }
    assert!(calls > 3);
    let points = sweep.points();
    assert_eq!(points.iter().map(|it| it.rps).collect::<Vec<_>>(), loads[..3]);
    for point in points {
        let whole = predict(&curve.profile.at(point.rps), curve.scheduler, 10_000, 1);
        assert_eq!(point.prediction, whole);
    }
}

#[test]
fn a_trace_tells_of_every_request_and_repeats_itself() {
    for scheduler in [Scheduler::EventLoop, Scheduler::RoundRobin] {
        let moments = trace(&mixed(), scheduler, 30, 7);
        assert_eq!(moments, trace(&mixed(), scheduler, 30, 7));
        let count = |what: fn(&What) -> bool| moments.iter().filter(|it| what(&it.what)).count();
        assert_eq!(count(|it| matches!(it, What::Arrives { .. })), 30);
        assert_eq!(count(|it| *it == What::Awaits), 30);
        assert_eq!(count(|it| *it == What::Leaves), 30);
    }
}

#[test]
fn a_prediction_comes_in_slices() {
    let profile = Profile { cores: 2, processes: 2, ..mixed() };
    let mut predictor = Predictor::new(&profile, Scheduler::EventLoop, 20_000, 1);
    let mut last = 0;
    loop {
        let progress = predictor.run(10_000);
        assert!(progress.of == 40_000 && progress.done >= last, "two splits of 20,000");
        last = progress.done;
        if progress.is_complete() {
            break;
        }
    }
    assert_eq!(predictor.prediction(), predict(&profile, Scheduler::EventLoop, 20_000, 1));
}

/// An hour in a millisecond's place would show here.
#[test]
fn numbers_of_a_known_load() {
    let outcome = predict(&waiting(), Scheduler::EventLoop, REQUESTS, 1).outcome.expect("steady");
    assert!((outcome.all.io.0 - 50.0).abs() < 1e-9 && (outcome.all.cpu.0 - 0.2).abs() < 1e-9);
    assert!(outcome.all.waiting.0 < 0.02, "{outcome:?}");
    assert!(outcome.all.p50 >= Millis(50.1) && outcome.all.p99 < Millis(50.6), "{outcome:?}");
    assert_eq!(outcome.heavy, None);
}
