//! Published analyses, replayed.

use smaa::{Chance, Effort, Problem, RawWeight, Reading, Stream, Utility, Weights, sample};

/// The benefit-risk model of four antidepressants that comes with JSMAA
/// (`models/smaa2-benefitrisk.jsmaa`), with the results that its authors test
/// in `SMAA2SimulationTest.testCorrectResultsWithBRModel`
/// (github.com/tommite/jsmaa). The study behind it: A state-of-the-art
/// multi-criteria model for drug benefit-risk analysis, SOM Research Report
/// 10001, University of Groningen 2010.
///
/// Weights are free; utilities are straight over the hull of all 95 %
/// intervals, and beyond. Efficacy is log-normal.
struct Antidepressants;

/// The deviation that the authors allow for 10,000 samples and their rounding.
const TOLERANCE: f64 = 0.02;

impl Antidepressants {
    /// Fluoxetine, paroxetine, sertraline, venlafaxine: mean and deviation.
    const EFFICACY: [[f64; 2]; 4] = [[0.0, 0.0], [0.086, 0.056], [0.095, 0.044], [0.113, 0.048]];
    /// Diarrhea, dizziness, headache, insomnia, nausea.
    const REACTIONS: [[[f64; 2]; 4]; 5] = [
        [[11.7, 2.5], [9.2, 1.86], [15.4, 2.65], [5.5, 2.32]],
        [[7.2, 1.45], [10.6, 1.58], [7.5, 1.48], [15.7, 4.44]],
        [[16.6, 3.27], [21.2, 5.15], [20.2, 3.78], [12.8, 2.45]],
        [[13.7, 1.89], [14.3, 2.93], [15.0, 3.21], [11.2, 3.98]],
        [[18.6, 1.79], [18.3, 3.7], [19.5, 2.6], [31.0, 1.68]],
    ];
    const RANKS: [[f64; 4]; 4] = [
        [0.20, 0.28, 0.30, 0.22],
        [0.25, 0.29, 0.27, 0.19],
        [0.17, 0.25, 0.29, 0.30],
        [0.39, 0.18, 0.15, 0.29],
    ];
    /// In the order of the criteria above, efficacy first.
    const CENTRAL: [[f64; 6]; 4] = [
        [0.08, 0.14, 0.23, 0.18, 0.16, 0.22],
        [0.18, 0.17, 0.15, 0.13, 0.15, 0.22],
        [0.21, 0.10, 0.22, 0.13, 0.15, 0.20],
        [0.18, 0.21, 0.12, 0.21, 0.19, 0.09],
    ];

    fn problem() -> Problem {
        let [low, high] = hull(&Self::EFFICACY).map(f64::exp);
        // The exponential function in steps of 0.01.
        let efficacy = (-40..=60).map(|step| f64::from(step) / 100.0);
        let efficacy = efficacy.map(|log| (log, (log.exp() - low) / (high - low))).collect();
        let mut criteria = vec![streams(&Self::EFFICACY, Utility::Lines(efficacy))];
        for reaction in Self::REACTIONS {
            let [low, high] = hull(&reaction);
            let far = 10.0 * (high - low);
            let utility = Utility::Lines(vec![(low - far, 11.0), (high + far, -10.0)]);
            criteria.push(streams(&reaction, utility));
        }
        Problem { options: 4, weights: Weights::Raw(vec![RawWeight::FREE; 6]), criteria }
    }
}

fn hull(measured: &[[f64; 2]; 4]) -> [f64; 2] {
    let lows = measured.map(|[mean, deviation]| mean - 1.96 * deviation);
    let highs = measured.map(|[mean, deviation]| mean + 1.96 * deviation);
    [lows.into_iter().fold(f64::MAX, f64::min), highs.into_iter().fold(f64::MIN, f64::max)]
}

fn streams(measured: &[[f64; 2]; 4], utility: Utility) -> Vec<Stream> {
    let chance = |[mean, deviation]: [f64; 2]| match deviation {
        0.0 => Chance::Sure(mean),
        _ => Chance::Normal { mean, deviation },
    };
    let stream = |(option, &measured): (usize, &[f64; 2])| Stream {
        reading: Reading { chance: chance(measured), utility: utility.clone() },
        options: vec![option],
    };
    measured.iter().enumerate().map(stream).collect()
}

#[test]
fn benefits_and_risks_of_antidepressants() {
    let outcome = sample(&Antidepressants::problem(), Effort::Copies(64));
    for option in 0..4 {
        let central = outcome.central[option].as_ref().expect("all win somewhere");
        let ranks = outcome.ranks[option].iter().zip(&Antidepressants::RANKS[option]);
        for (found, expected) in ranks.chain(central.iter().zip(&Antidepressants::CENTRAL[option]))
        {
            assert!((found - expected).abs() <= TOLERANCE, "{option}: {found}, not {expected}");
        }
    }
}
