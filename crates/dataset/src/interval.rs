//! `3` or `[2, 3.5]` in JSON, always two numbers in the compact form.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Interval;

#[derive(Deserialize)]
#[serde(untagged)]
enum NumberOrPair {
    Number(f64),
    Pair(f64, f64),
}

impl Interval {
    /// The interval that holds nothing but `value`.
    pub fn point(value: f64) -> Self {
        Interval { low: value, high: value }
    }

    /// Half way between the ends.
    pub fn middle(self) -> f64 {
        (self.low + self.high) / 2.0
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() && self.low == self.high {
            self.low.serialize(serializer)
        } else {
            (self.low, self.high).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let (low, high) = if source.is_human_readable() {
            match NumberOrPair::deserialize(source)? {
                NumberOrPair::Number(value) => (value, value),
                NumberOrPair::Pair(low, high) => (low, high),
            }
        } else {
            <(f64, f64)>::deserialize(source)?
        };
        Ok(Interval { low, high })
    }
}
