//! What a reader can set: sliders with sensible stops.

use workload::{Millis, Profile};

/// A field of a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Requests per second.
    Rps,
    /// Awaited calls per request.
    Calls,
    /// Wait per call, in milliseconds.
    Io,
    /// CPU time of a light request, in milliseconds.
    Cpu,
    /// Which part of the requests is heavy.
    HeavyShare,
    /// CPU time of a heavy request, in milliseconds.
    HeavyCpu,
    /// Cores.
    Cores,
    /// Processes.
    Processes,
}

/// The stops of a slider: a few fixed ones, or decades.
enum Stops {
    Listed(&'static [f64]),
    /// From one power of ten to another, ten stops to the decade.
    Decades(f64, usize),
}

/// Steps that are read at a glance, each about a quarter more than the last.
const DECADE: [f64; 10] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0];
const COUNTS: [f64; 12] = [1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0];

impl Field {
    /// All, in the order of the form.
    pub const ALL: [Field; 8] = [
        Field::Rps,
        Field::Calls,
        Field::Io,
        Field::Cpu,
        Field::HeavyShare,
        Field::HeavyCpu,
        Field::Cores,
        Field::Processes,
    ];

    fn stops(self) -> Stops {
        match self {
            Field::Rps => Stops::Decades(1.0, 5),
            Field::Calls => Stops::Listed(&[
                0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 50.0,
            ]),
            Field::Io => Stops::Decades(0.1, 5),
            Field::Cpu => Stops::Decades(0.01, 5),
            Field::HeavyShare => Stops::Listed(&[
                0.0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0,
            ]),
            Field::HeavyCpu => Stops::Decades(0.1, 5),
            Field::Cores | Field::Processes => Stops::Listed(&COUNTS),
        }
    }

    /// How many stops there are.
    pub fn count(self) -> usize {
        match self.stops() {
            Stops::Listed(stops) => stops.len(),
            Stops::Decades(_, decades) => decades * DECADE.len() + 1,
        }
    }

    /// The value at a stop, from 0; beyond the last, that of the last.
    pub fn at(self, stop: usize) -> f64 {
        let stop = stop.min(self.count() - 1);
        match self.stops() {
            Stops::Listed(stops) => stops[stop],
            Stops::Decades(first, _) => {
                let power = (0..stop / DECADE.len()).fold(first, |power, _| power * 10.0);
                super::rounded(power * DECADE[stop % DECADE.len()])
            }
        }
    }

    /// The stop whose value is nearest.
    pub fn nearest(self, value: f64) -> usize {
        let far = |stop: usize| (self.at(stop) - value).abs();
        (0..self.count()).fold(0, |best, stop| if far(stop) < far(best) { stop } else { best })
    }

    /// The value in a load.
    pub fn of(self, profile: &Profile) -> f64 {
        match self {
            Field::Rps => profile.rps,
            Field::Calls => f64::from(profile.calls),
            Field::Io => profile.io.0,
            Field::Cpu => profile.cpu.0,
            Field::HeavyShare => profile.heavy_share,
            Field::HeavyCpu => profile.heavy_cpu.0,
            Field::Cores => f64::from(profile.cores),
            Field::Processes => f64::from(profile.processes),
        }
    }

    /// The load with another value.
    #[must_use]
    pub fn set(self, profile: Profile, value: f64) -> Profile {
        match self {
            Field::Rps => Profile { rps: value, ..profile },
            Field::Calls => Profile { calls: value as u32, ..profile },
            Field::Io => Profile { io: Millis(value), ..profile },
            Field::Cpu => Profile { cpu: Millis(value), ..profile },
            Field::HeavyShare => Profile { heavy_share: value, ..profile },
            Field::HeavyCpu => Profile { heavy_cpu: Millis(value), ..profile },
            Field::Cores => Profile { cores: value as u32, ..profile },
            Field::Processes => Profile { processes: value as u32, ..profile },
        }
    }
}

#[cfg(test)]
mod tests {
    use workload::Profile;

    use super::Field;

    #[test]
    fn stops_rise_and_are_their_own_nearest() {
        for field in Field::ALL {
            let stops: Vec<f64> = (0..field.count()).map(|stop| field.at(stop)).collect();
            assert!(stops.is_sorted_by(|a, b| a < b), "{field:?}: {stops:?}");
            for (stop, &value) in stops.iter().enumerate() {
                assert_eq!(field.nearest(value), stop, "{field:?}");
                let profile = field.set(Profile::default(), value);
                assert_eq!(field.of(&profile), value);
                assert_eq!(profile.check(), Ok(()), "{field:?} {value}");
            }
        }
    }
}
