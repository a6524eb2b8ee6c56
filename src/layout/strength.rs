//! How much an argument counts, in steps that a reader can tell apart.

/// How much an argument counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Hardly.
    Slight,
    /// Somewhat.
    Some,
    /// Clearly.
    Strong,
    /// More than most others together.
    Heavy,
}

/// The step for a difference of value. With some twenty criteria of equal
/// weight the full difference on one of them is 0.05, which is the size that
/// the steps are made for.
pub fn strength(difference: f64) -> Strength {
    match difference.abs() {
        it if it >= 0.05 => Strength::Heavy,
        it if it >= 0.025 => Strength::Strong,
        it if it >= 0.01 => Strength::Some,
        _ => Strength::Slight,
    }
}

#[cfg(test)]
mod tests {
    use super::{Strength, strength};

    #[test]
    fn both_directions_count_alike() {
        assert_eq!(strength(-0.06), Strength::Heavy);
        assert_eq!(strength(0.03), Strength::Strong);
        assert_eq!(strength(-0.01), Strength::Some);
        assert_eq!(strength(0.0), Strength::Slight);
    }
}
