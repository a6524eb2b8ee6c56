//! The words of the workload lab.

#![expect(missing_docs, reason = "the texts say what they are")]

use workload::{Fact, Finding, Measure, Millis};

use super::{all_of, joined, number, percent};
use crate::lab::Field;

pub const LEAD: &str = "Say what a request does and how many come. What happens then is simulated \
    here, for one event loop, several, or all cores taking turns. Nothing is measured on your \
    machine.";
pub const PRESETS: &str = "Start from an example";
pub const PRESETS_NOTE: &str = "The situations are from the sources, the numbers are ours.";
pub const FACTORS: &str = "Does one runtime compute faster?";
pub const FACTORS_NOTE: &str = "How much CPU time the same work takes, as a multiple of what you \
    set above. It starts at 1 for all: which runtime is faster depends on the work (JSON, \
    allocation, maps, floating point), in both directions. Measure yours.";
pub const RESULT: &str = "What comes out";
pub const WORKING: &str = "The simulation is running:";
pub const PREVIEW: &str = "Means come from formulas until it is done.";
pub const NOBODY_KEEPS_UP: &str = "Nobody keeps up: there are no digits.";
pub const STOP: &str = "Stop";
pub const GO_ON: &str = "Simulate again";
pub const OPTION: &str = "Option";
pub const MEAN: &str = "Mean";
pub const P50: &str = "Half within";
pub const P99: &str = "99 of 100 within";
pub const LIGHT_P99: &str = "99 of 100 light ones";
pub const HEAVY_P99: &str = "99 of 100 heavy ones";
pub const CAPACITY: &str = "Most requests a second";
pub const PER_CORE: &str = "The same for each core";
pub const BUSY: &str = "CPU busy";
pub const NO_DIGITS: &str = "no digits";
pub const NOT_YET: &str = "…";
pub const WHERE: &str = "Where the time goes";
pub const YOUR_LOAD: &str = "your load";
pub const TAIL: &str = "99 of 100";
pub const AVERAGE: &str = "mean";
pub const HALF: &str = "half";
pub const WAITING: &str = "waiting for a CPU";
pub const COMPUTING: &str = "computing";
pub const AWAITING: &str = "awaiting calls";
pub const CURVE: &str = "Latency as the load rises";
pub const CURVE_NOTE: &str = "Across: requests a second. Up: the time of a request, each line ten \
    times the last. Solid: the mean. Dashed: 99 of 100 requests are faster. Dotted: half are. The \
    first thin upright line of a colour is where more load begins to cost more than it brings, the \
    second where nothing idles any more.";
pub const CURVE_TABLE: &str = "The same as a table";
pub const LOAD: &str = "Requests a second";
pub const READ_OFF: &str = "Read the lines off at";
pub const FLOW: &str = "A few requests on their way";
pub const FLOW_NOTE: &str = "Each row is a request, from left to right. Pale: it waits for a CPU. \
    Full: it computes. Thin line: it awaits a call. The same requests go through every scheduler.";
pub const PLAY: &str = "Play";
pub const PAUSE: &str = "Pause";
pub const FLOW_TABLE: &str = "The same in words";
pub const FACTS: &str = "Three things that hold, whomever they favour";
pub const FACT_HERE: &str = "Shows at your load";
pub const TAKE_OVER: &str = "Take this into the checklist";
pub const TAKE_BACK: &str = "Take it out again";
pub const LIMITS: &str = "What this leaves out";
pub const LIMITS_TEXT: &str = "Garbage collection, TLS, the kernel and the network card, other \
    programs on the machine, and whatever else your service does. Requests arrive independently \
    of each other; every request of a kind takes the same CPU time and waits equally long for \
    each call. An event loop is one queue in order of arrival; a cluster is as many independent \
    loops, with requests dealt out evenly, which is the best case. Goroutines take turns of 10 \
    to 20 ms on all cores. Beside real servers, measured on 21 November 2026 on two cores, means \
    were off by 1 % and the time of 99 of 100 by 5 %, in the median up to 70 % load: \
    docs/workload.md in the project.";

/// The name of a field, with its unit.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Rps => "Requests a second",
        Field::Calls => "Calls that a request awaits, one after the other",
        Field::Io => "Wait for each call",
        Field::Cpu => "CPU time of a request",
        Field::HeavyShare => "Heavy requests among them",
        Field::HeavyCpu => "CPU time of a heavy one",
        Field::Cores => "Cores",
        Field::Processes => "Node.js or Bun processes (cluster, workers)",
    }
}

/// What was written is no factor of a runtime.
pub fn no_factor(low: f64, high: f64) -> String {
    format!(
        "A factor is a number from {} to {}, for instance 1.5. The one before still holds.",
        number(low),
        number(high)
    )
}

/// A value of a field, with its unit.
pub fn value(field: Field, value: f64) -> String {
    match field {
        Field::Rps | Field::Calls | Field::Cores | Field::Processes => number(value),
        Field::Io | Field::Cpu | Field::HeavyCpu => milliseconds(Millis(value)),
        Field::HeavyShare if value > 0.0 && value < 0.01 => {
            format!("{}\u{a0}%", number(value * 100.0))
        }
        Field::HeavyShare => percent(value),
    }
}

/// A time, with as many digits as mean something.
pub fn milliseconds(time: Millis) -> String {
    let digits = match time.0 {
        it if it >= 100.0 => it.round(),
        it if it >= 10.0 => (it * 10.0).round() / 10.0,
        it => (it * 100.0).round() / 100.0,
    };
    format!("{}\u{a0}ms", number(digits))
}

/// A field before its value.
pub fn before_value(field: &str) -> String {
    format!("{field}: ")
}

/// A part of a time.
pub fn part(time: Millis, what: &str) -> String {
    format!("{} {what}", milliseconds(time))
}

/// The parts of a time, one behind the other.
pub fn parts(parts: &[&str]) -> String {
    joined(parts, ", ")
}

/// The loads between which a curve rises, in requests per second.
pub fn rises(name: &str, knee: f64, collapse: f64) -> String {
    format!(
        "{name}. Pays off up to {}. Collapses at {}.",
        number(knee.round()),
        number(collapse.round())
    )
}

/// What most of the time goes into.
pub fn most_time(part: &str) -> String {
    format!("Most of the time goes into {part}")
}

/// Where each collapses, in requests per second.
pub fn collapses(at: &[(String, f64)]) -> String {
    let told = |rps: f64| number(rps.round());
    match at {
        [(_, first), rest @ ..] if rest.iter().all(|it| (it.1 / first - 1.0).abs() < 0.01) => {
            format!("Latency explodes before {} requests a second", told(*first))
        }
        _ => {
            let each: Vec<String> =
                at.iter().map(|(name, rps)| format!("{} for {name}", told(*rps))).collect();
            let each: Vec<&str> = each.iter().map(String::as_str).collect();
            format!("Latency explodes before {} requests a second", all_of(&each))
        }
    }
}

/// A load.
pub fn load(rps: f64) -> String {
    format!("{} requests a second", number(rps))
}

/// What the lines of a team show at a load: the mean, and the times of half and of
/// 99 of 100 requests; those that end before are absent.
pub fn reading(name: &str, [mean, half, tail]: [Option<Millis>; 3]) -> String {
    let times = [
        mean.map(|it| format!("{} on average", milliseconds(it))),
        half.map(|it| format!("half within {}", milliseconds(it))),
        tail.map(|it| format!("99 of 100 within {}", milliseconds(it))),
    ];
    let times: Vec<&str> = times.iter().flatten().map(String::as_str).collect();
    match &times[..] {
        [] => format!("{name}: more than it can do"),
        times => format!("{name}: {}", joined(times, ", ")),
    }
}

/// What is told at once.
pub fn told(parts: &[&str]) -> String {
    joined(parts, ". ")
}

/// How far the simulation is, in no more letters on its way than at its end.
pub fn progress(part: f64) -> String {
    format!("{}\u{a0}% done.", (part * 100.0) as u8)
}

/// From how many requests of each option the simulation is made, at its end.
pub fn simulated(requests: u32) -> String {
    format!("Simulated with {} requests each.", number(f64::from(requests)))
}

/// What is to be said, of options by name.
pub fn finding(finding: &Finding, names: &[String]) -> String {
    let name = |who: usize| names.get(who).map_or("", String::as_str);
    match *finding {
        Finding::Saturated { who, rps, capacity } => format!(
            "At {} requests a second the processors of {} are saturated: they can do {}, and the \
             queue grows for as long as this lasts.",
            number(rps),
            name(who),
            number(capacity.round())
        ),
        Finding::Strained { who, utilisation } => format!(
            "The processors of {} are {} busy: latency depends on accidents there, so no digits are \
             given.",
            name(who),
            percent(utilisation)
        ),
        Finding::Alike { difference, of } => format!(
            "At your load the difference is {} of {}: choose by something else.",
            milliseconds(difference),
            milliseconds(of)
        ),
        Finding::Apart { quicker, slower, measure, low, high } => format!(
            "At your load {} {} with {} and {} with {}.",
            match measure {
                Measure::Mean => "a request takes on average",
                Measure::P99 => "99 of 100 requests take at most",
            },
            milliseconds(low),
            name(quicker),
            milliseconds(high),
            name(slower)
        ),
    }
}

/// A fact.
pub fn fact(fact: Fact) -> &'static str {
    match fact {
        Fact::TurnsHelpTheLight => {
            "Where heavy and light requests mix, taking turns keeps the light ones from waiting \
             for the heavy ones; an event loop makes them wait."
        }
        Fact::TurnsHurtTheUniform => {
            "Where all requests compute equally long on one core, taking turns makes them slower: \
             all end late instead of one after the other."
        }
        Fact::WaitingMakesAlike => {
            "Where requests mostly wait for calls, schedulers make no difference that matters."
        }
    }
}

/// One request in words.
pub fn request(number: usize, is_heavy: bool, [total, waits, computes]: [Millis; 3]) -> String {
    format!(
        "Request {number}{}: answered after {}, of which it waited {} for a CPU and computed {}.",
        if is_heavy { ", a heavy one" } else { "" },
        milliseconds(total),
        milliseconds(waits),
        milliseconds(computes)
    )
}

/// What taking over would do, or has done.
pub fn taking_over(importance: &str, criteria: &[&str], is_done: bool) -> String {
    let verb = if is_done { "matter" } else { "would matter" };
    format!("In the checklist, {} {verb} “{importance}”, as your own finding.", all_of(criteria))
}

/// Where an importance comes from, on its trail.
pub fn from_the_lab(importance: &str, rps: f64) -> String {
    format!(
        "“{importance}”: your own finding, taken over from the workload lab at {} requests a second.",
        number(rps)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_on_its_way_is_no_longer_than_at_its_end() {
        let longest = progress(1.0).chars().count();
        for part in [f64::MIN_POSITIVE, 0.001, 0.5, 0.996] {
            assert!(progress(part).chars().count() <= longest, "{}", progress(part));
        }
    }
}
