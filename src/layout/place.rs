//! Places along an axis.

use std::fmt;

/// A place along an axis, or a length, in tenths of a per cent of its width.
/// Whole numbers print without the code that floats would bring into the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(i32);

impl Place {
    /// The start of the axis.
    pub const START: Place = Place(0);
    /// The middle of the axis.
    pub const MIDDLE: Place = Place(500);
    /// The end of the axis.
    pub const END: Place = Place(1000);

    /// Where `value` lies between `low` and `high`; values outside stay at the
    /// end that they are nearer to. An axis without extent has only a start.
    pub fn along(value: f64, low: f64, high: f64) -> Self {
        let extent = high - low;
        if extent > 0.0 && value.is_finite() {
            Place(((value - low) / extent * 1000.0).round().clamp(0.0, 1000.0) as i32)
        } else {
            Place::START
        }
    }

    /// How far it is from here to `end`, which lies further on.
    pub fn until(self, end: Place) -> Self {
        Place((end.0 - self.0).max(0))
    }

    /// The place `length` before this one.
    pub fn before(self, length: Place) -> Self {
        Place((self.0 - length.0).max(0))
    }

    /// `part` times this length, where `part` is 0 to 1.
    pub fn times(self, part: f64) -> Self {
        Place((f64::from(self.0) * part.clamp(0.0, 1.0)).round() as i32)
    }

    /// Where this is, or how long, on an axis of so many pixels.
    pub fn of(self, extent: i32) -> i32 {
        (self.0 * extent + 500) / 1000
    }

    /// At least this long, so that something small does not vanish.
    pub fn at_least(self, least: i32) -> Self {
        Place(self.0.max(least))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenths) = (self.0 / 10, self.0 % 10);
        if tenths == 0 { write!(f, "{whole}%") } else { write!(f, "{whole}.{tenths}%") }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn places_are_clamped_and_rounded() {
        for (value, low, high, printed) in [
            (0.0, 0.0, 4.0, "0%"),
            (2.5, 0.0, 4.0, "62.5%"),
            (1.0, 0.0, 3.0, "33.3%"),
            (9.0, 0.0, 4.0, "100%"),
            (-9.0, 0.0, 4.0, "0%"),
            (1.0, 1.0, 1.0, "0%"),
            (f64::NAN, 0.0, 1.0, "0%"),
        ] {
            assert_eq!(Place::along(value, low, high).to_string(), printed, "{value}");
        }
    }

    #[test]
    fn lengths() {
        let (a, b) = (Place::along(0.2, 0.0, 1.0), Place::along(0.7, 0.0, 1.0));
        assert_eq!(a.until(b).to_string(), "50%");
        assert_eq!(b.until(a), Place::START);
        assert_eq!(Place::MIDDLE.before(a).to_string(), "30%");
        assert_eq!(Place::MIDDLE.times(0.25).to_string(), "12.5%");
        assert_eq!(Place::START.at_least(4).to_string(), "0.4%");
    }
}
