//! Loads to start from.

use workload::{Millis, Profile};

/// A load for a situation of the comparison.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The scenario that it belongs to; without it the example is not offered.
    pub scenario: &'static str,
    /// Numbers that such a situation might have.
    pub profile: Profile,
}

const SMALL: Profile = Profile { rps: 20.0, calls: 2, ..Profile::START };

/// The examples, from little load to much.
pub const EXAMPLES: [Example; 5] = [
    Example { scenario: "startup", profile: SMALL },
    Example {
        scenario: "saas",
        profile: Profile { rps: 200.0, calls: 3, io: Millis(15.0), cpu: Millis(1.5), ..SMALL },
    },
    Example {
        scenario: "gateway",
        profile: Profile {
            rps: 800.0,
            calls: 4,
            io: Millis(25.0),
            cpu: Millis(1.2),
            cores: 2,
            processes: 2,
            ..SMALL
        },
    },
    Example {
        scenario: "pipeline",
        profile: Profile {
            rps: 60.0,
            calls: 1,
            io: Millis(10.0),
            cpu: Millis(20.0),
            cores: 2,
            processes: 2,
            ..SMALL
        },
    },
    Example {
        scenario: "consumer",
        profile: Profile {
            rps: 500.0,
            cpu: Millis(1.0),
            heavy_share: 0.02,
            heavy_cpu: Millis(80.0),
            cores: 4,
            processes: 4,
            ..SMALL
        },
    },
];
