//! What is kept apart from the outline of a dataset.

use core::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A part of a dataset that is only read after somebody asks for it, so that
/// the page can do without until then. It is empty as long as it is not here;
/// in JSON it always is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart<T> {
    value: T,
    is_here: bool,
}

impl<T> Apart<T> {
    /// Whether this is the value itself; otherwise it is an empty stand-in.
    pub fn is_here(&self) -> bool {
        self.is_here
    }

    /// The value, to be filled in: from now on it is here.
    pub(crate) fn bring(&mut self) -> &mut T {
        self.is_here = true;
        &mut self.value
    }
}

impl<T: Default> Apart<T> {
    /// What JSON means by leaving the field out: here, and empty.
    pub(crate) fn left_out() -> Self {
        Apart::from(T::default())
    }
}

impl<T> Deref for Apart<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> From<T> for Apart<T> {
    fn from(value: T) -> Self {
        Apart { value, is_here: true }
    }
}

impl<T: Serialize> Serialize for Apart<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Apart<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        T::deserialize(source).map(Apart::from)
    }
}
