//! How long exact shares take, next to 100,000 samples with NumPy.
//!
//! `cargo run --release -p smaa --example exact_speed`; the comparison needs a
//! `python3` that has NumPy, or another Python that `PYTHON` names.

use std::process::Command;
use std::time::Instant;

use smaa::{Effort, Problem, RawWeight, Reading, Stream, Weights, solve};

/// The problems of the comparison: all shares of ranks, pairs and central
/// weights, then the ranks alone. Medians in milliseconds.
const NUMPY: &str = r#"
import time
import numpy as np
random = np.random.default_rng(1)
SAMPLES, CRITERIA, OPTIONS = 100_000, 15, 4
def sampled(everything):
    utilities = random.random((CRITERIA, OPTIONS))
    start = time.perf_counter()
    weights = random.exponential(size=(SAMPLES, CRITERIA))
    values = weights @ utilities
    order = np.argsort(-values, axis=1)
    ranks = [np.bincount(order[:, rank], minlength=OPTIONS) for rank in range(OPTIONS)]
    if everything:
        weights /= weights.sum(axis=1, keepdims=True)
        central = [weights[order[:, 0] == o].sum(axis=0) for o in range(OPTIONS)]
        pairs = [[np.count_nonzero(values[:, a] > values[:, b]) for b in range(OPTIONS)]
                 for a in range(OPTIONS)]
    return 1000 * (time.perf_counter() - start)
for everything in (True, False):
    times = sorted(sampled(everything) for _ in range(31))
    print(f"  {'all shares' if everything else 'ranks only':12} {times[15]:6.2f} ms")
"#;

/// How many problems of each kind; odd, so that one is in the middle.
const PROBLEMS: usize = 101;

fn main() {
    for (options, criteria) in [(3, 15), (3, 24), (4, 10), (4, 15), (4, 18), (5, 10), (5, 13)] {
        println!("{options} options, {criteria} criteria, exactly");
        for (name, levels) in [("random", None), ("rating scale", Some(4.0))] {
            let mut numbers = Numbers(88_172_645_463_325_252);
            let (mut times, mut sampled) = (Vec::new(), 0);
            for _ in 0..PROBLEMS {
                let problem = problem(&mut numbers, options, criteria, levels);
                let start = Instant::now();
                let outcome = solve(&problem, Effort::Copies(2));
                times.push(start.elapsed().as_secs_f64() * 1000.0);
                sampled += usize::from(outcome.points > 0);
            }
            times.sort_by(f64::total_cmp);
            let [median, late] = [times[PROBLEMS / 2], times[PROBLEMS * 95 / 100]];
            println!("  {name:12} {median:6.2} ms (95 %: {late:.2}; {sampled} sampled)");
        }
    }
    println!("4 options, 15 criteria, 100,000 samples with NumPy");
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    match Command::new(&python).args(["-c", NUMPY]).output() {
        Ok(output) if output.status.success() => {
            print!("{}", String::from_utf8_lossy(&output.stdout));
        }
        _ => println!("  {python} has no NumPy"),
    }
}

/// Random utilities, or random levels of a rating scale, and free weights.
fn problem(numbers: &mut Numbers, options: usize, criteria: usize, levels: Option<f64>) -> Problem {
    let mut stream = |option: usize| {
        let number = numbers.next();
        let utility = levels.map_or(number, |levels| (number * (levels + 1.0)).floor() / levels);
        Stream { reading: Reading::sure(utility), options: vec![option] }
    };
    let criteria: Vec<Vec<Stream>> =
        (0..criteria).map(|_| (0..options).map(&mut stream).collect()).collect();
    Problem { options, weights: Weights::Raw(vec![RawWeight::FREE; criteria.len()]), criteria }
}

/// Numbers between 0 and 1 (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}
