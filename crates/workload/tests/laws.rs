//! What holds for every load and every machine, checked on the record of what
//! happened.

use std::collections::BTreeMap;

use proptest::prelude::*;
use workload::{Machine, Millis, Moment, Nanos, Outcome, Profile, Simulation, Split, What};

const REQUESTS: u32 = 400;

/// The first tenth warms up.
const COUNTED_FROM: u32 = REQUESTS / 10;

fn profile() -> impl Strategy<Value = Profile> {
    let cpu = (0.05..20.0, 0.0..0.4, 0.5..120.0);
    (0..5_u32, 0.0..30.0, cpu, 0.1..1.3).prop_map(|(calls, io, (cpu, heavy_share, heavy), load)| {
        let [io, cpu, heavy_cpu] = [io, cpu, heavy].map(Millis);
        let any = Profile { calls, io, cpu, heavy_share, heavy_cpu, ..Profile::default() };
        any.at(load * 1e3 / any.mean_cpu().0)
    })
}

/// Machines whose cores serve whoever waits.
fn sharing() -> impl Strategy<Value = Machine> {
    let cores = || 1..4_u32;
    prop_oneof![
        cores().prop_map(|cores| Machine::Shared { cores, slice: None }),
        (cores(), 0.1..30.0)
            .prop_map(|(cores, slice)| Machine::Shared { cores, slice: Some(Millis(slice)) }),
        cores().prop_map(|cores| Machine::Workers { cores }),
        cores().prop_map(|cores| Machine::Loops { loops: 1, cores, split: Split::Even }),
    ]
}

fn any_machine() -> impl Strategy<Value = Machine> {
    let split = prop_oneof![Just(Split::Even), Just(Split::Uneven)];
    let loops = (1..5_u32, 1..4_u32, split).prop_map(|(loops, cores, split)| Machine::Loops {
        loops,
        cores,
        split,
    });
    prop_oneof![sharing(), loops]
}

/// One core, and no choice but the order.
fn one_core() -> impl Strategy<Value = Machine> {
    prop_oneof![
        Just(Machine::Shared { cores: 1, slice: None }),
        (0.1..30.0).prop_map(|slice| Machine::Shared { cores: 1, slice: Some(Millis(slice)) }),
        Just(Machine::Workers { cores: 1 }),
        (1..4_u32).prop_map(|loops| Machine::Loops { loops, cores: 1, split: Split::Even }),
    ]
}

fn run(profile: &Profile, machine: Machine, seed: u64) -> (Outcome, Vec<Moment>) {
    let mut simulation = Simulation::new(profile, machine, REQUESTS, seed).recorded();
    let outcome = simulation.finish().expect("some requests count");
    (outcome, simulation.into_trail())
}

/// What a request did with its time.
#[derive(Clone, Copy, Debug, Default)]
struct Life {
    since: Nanos,
    arrived: Nanos,
    waited: Nanos,
    cpu: Nanos,
    io: Nanos,
    sojourn: Nanos,
    visits: u32,
    is_heavy: bool,
}

/// Follows each request; a step that cannot follow the one before it fails.
fn lives(trail: &[Moment]) -> Vec<Life> {
    let mut lives: BTreeMap<u32, (Life, What)> = BTreeMap::new();
    for &Moment { at, request, what } in trail {
        let Some((life, last)) = lives.get_mut(&request) else {
            let What::Arrives { is_heavy } = what else { panic!("{request} begins with {what:?}") };
            let life = Life { since: at, arrived: at, is_heavy, ..Life::default() };
            lives.insert(request, (life, what));
            continue;
        };
        let passed = at - life.since;
        match (*last, what) {
            (What::Arrives { .. } | What::Returns, What::Runs { .. }) => {
                life.waited += passed;
                life.visits += 1;
            }
            (What::Pauses, What::Runs { .. }) => life.waited += passed,
            (What::Runs { .. }, What::Pauses | What::Awaits) => life.cpu += passed,
            (What::Runs { .. }, What::Leaves) => {
                life.cpu += passed;
                life.sojourn = at - life.arrived;
            }
            (What::Awaits, What::Returns) => life.io += passed,
            (last, what) => panic!("{request}: {what:?} after {last:?}"),
        }
        (life.since, *last) = (at, what);
    }
    assert!(lives.values().all(|(_, last)| *last == What::Leaves), "all are answered");
    lives.into_values().map(|(life, _)| life).collect()
}

/// When the machine begins and ends to be busy.
fn busy_periods(trail: &[Moment]) -> Vec<Nanos> {
    let mut running = 0;
    let mut ends: Vec<Nanos> = Vec::new();
    for (place, moment) in trail.iter().enumerate() {
        let before = running;
        match moment.what {
            What::Runs { .. } => running += 1,
            What::Pauses | What::Awaits | What::Leaves => running -= 1,
            What::Arrives { .. } | What::Returns => {}
        }
        let is_last_at_once = trail.get(place + 1).is_none_or(|next| next.at > moment.at);
        if (before == 0) != (running == 0) {
            ends.push(moment.at);
        }
        // A core that changes hands at one moment was not idle.
        if is_last_at_once && ends.len() >= 2 && ends[ends.len() - 2] == moment.at {
            ends.truncate(ends.len() - 2);
        }
    }
    ends
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Waiting, computing and calls make up the whole time, to the nanosecond;
    /// the CPU time is what was asked, over one visit more than calls.
    #[test]
    fn times_add_up(profile in profile(), machine in any_machine(), seed in 0..99_u64) {
        for life in lives(&run(&profile, machine, seed).1) {
            prop_assert_eq!(life.waited + life.cpu + life.io, life.sojourn);
            let asked = if life.is_heavy { profile.heavy_cpu } else { profile.cpu };
            prop_assert_eq!(life.cpu, asked.nanos());
            prop_assert_eq!(life.visits, profile.calls + 1);
            prop_assert_eq!(life.io.0, profile.io.nanos().0 * u64::from(profile.calls));
        }
    }

    /// Little's law: the time integral of the number of requests in the system
    /// is the sum of their times. The left side comes from the record, the
    /// right side from what the simulation reports.
    #[test]
    fn little(profile in profile(), machine in any_machine(), seed in 0..99_u64) {
        let (outcome, trail) = run(&profile, machine, seed);
        let (mut area, mut inside, mut last) = (0_u128, 0_u128, Nanos(0));
        for moment in trail.iter().filter(|it| it.request >= COUNTED_FROM) {
            area += inside * u128::from((moment.at - last).0);
            last = moment.at;
            match moment.what {
                What::Arrives { .. } => inside += 1,
                What::Leaves => inside -= 1,
                _ => {}
            }
        }
        let sum = outcome.all.mean.0 * outcome.all.count as f64 * 1e6;
        prop_assert!((area as f64 / sum - 1.0).abs() < 1e-9, "{area} and {sum}");
    }

    /// Nobody waits while a core is idle, time never runs backwards, and no
    /// core does two things at once.
    #[test]
    fn no_core_idles_while_somebody_waits(
        profile in profile(), machine in sharing(), seed in 0..99_u64
    ) {
        let cores = match machine {
            Machine::Shared { cores, .. } | Machine::Workers { cores } => cores as usize,
            Machine::Loops { .. } => 1,
        };
        let trail = run(&profile, machine, seed).1;
        let mut on: Vec<Option<u32>> = vec![None; cores];
        let mut waiting = 0;
        for (place, moment) in trail.iter().enumerate() {
            match moment.what {
                What::Arrives { .. } | What::Returns => waiting += 1,
                What::Runs { lane } => {
                    prop_assert_eq!(on[lane], None);
                    on[lane] = Some(moment.request);
                    waiting -= 1;
                }
                What::Pauses | What::Awaits | What::Leaves => {
                    let lane = on.iter_mut().find(|it| **it == Some(moment.request));
                    *lane.expect("it ran") = None;
                    waiting += i32::from(moment.what == What::Pauses);
                }
            }
            let Some(next) = trail.get(place + 1) else { break };
            prop_assert!(next.at >= moment.at);
            let is_idle = on.iter().any(Option::is_none);
            prop_assert!(next.at == moment.at || !is_idle || waiting == 0, "{moment:?}");
        }
    }

    /// Without calls, work comes at the same times whatever the order in which
    /// it is done; so the work that is left is the same at every moment, and
    /// one core is busy at the same times.
    #[test]
    fn the_order_does_not_change_the_work(
        profile in profile(), a in one_core(), b in one_core(), seed in 0..99_u64
    ) {
        let profile = Profile { calls: 0, ..profile };
        let [a, b] = [a, b].map(|machine| busy_periods(&run(&profile, machine, seed).1));
        prop_assert_eq!(a, b);
    }

    /// One event loop, or one core without slices, serves what is ready in the
    /// order in which it became ready, and does not interrupt it.
    #[test]
    fn first_come_first_served(profile in profile(), is_loop: bool, seed in 0..99_u64) {
        let machine = if is_loop {
            Machine::Loops { loops: 1, cores: 1, split: Split::Even }
        } else {
            Machine::Shared { cores: 1, slice: None }
        };
        let trail = run(&profile, machine, seed).1;
        let order = |wanted: fn(&What) -> bool| -> Vec<u32> {
            trail.iter().filter(|it| wanted(&it.what)).map(|it| it.request).collect()
        };
        let ready = order(|it| matches!(it, What::Arrives { .. } | What::Returns));
        prop_assert_eq!(ready, order(|it| matches!(it, What::Runs { .. })));
        prop_assert_eq!(order(|it| *it == What::Pauses), Vec::<u32>::new());
    }

    /// The monitor interrupts at the first tick that is 10 ms after the first
    /// one that saw the request; ticks are at most 10 ms and some slack apart.
    #[test]
    fn workers_are_interrupted(profile in profile(), cores in 1..4_u32, seed in 0..99_u64) {
        let trail = run(&profile, Machine::Workers { cores }, seed).1;
        let mut since: BTreeMap<u32, Nanos> = BTreeMap::new();
        for moment in &trail {
            match moment.what {
                What::Runs { .. } => {
                    since.insert(moment.request, moment.at);
                }
                What::Pauses | What::Awaits | What::Leaves => {
                    let stretch = moment.at - since[&moment.request];
                    prop_assert!(stretch <= Millis(20.5).nanos(), "{stretch:?}");
                    let is_short = stretch < Millis(10.0).nanos();
                    prop_assert!(!(is_short && moment.what == What::Pauses), "{stretch:?}");
                }
                What::Arrives { .. } | What::Returns => {}
            }
        }
    }

    /// Every machine gets the same requests at the same times.
    #[test]
    fn chance_is_common(profile in profile(), a in any_machine(), b in any_machine()) {
        let arrivals = |machine| -> Vec<Moment> {
            let trail = run(&profile, machine, 5).1;
            let mut all: Vec<_> =
                trail.into_iter().filter(|it| matches!(it.what, What::Arrives { .. })).collect();
            all.sort_by_key(|it| it.request);
            all
        };
        prop_assert_eq!(arrivals(a), arrivals(b));
    }

    /// How a simulation is cut into slices changes nothing.
    #[test]
    fn slices_change_nothing(profile in profile(), machine in any_machine(), slice in 1..5000_u64) {
        let mut whole = Simulation::new(&profile, machine, REQUESTS, 3);
        let mut sliced = whole.clone();
        let expected = whole.finish();
        let mut last = 0;
        loop {
            let progress = sliced.run(slice);
            prop_assert!(progress.done >= last && progress.of == REQUESTS);
            last = progress.done;
            if progress.is_complete() {
                break;
            }
        }
        prop_assert_eq!(sliced.outcome(), expected);
    }
}
