//! The compact form that the page carries: every field in the order of its
//! type, numbers of texts and entries as variable-length integers.
//!
//! This stands in for a serialisation library because the page pays for its
//! code: with the derived readers of serde and postcard the wasm is 6 kB
//! larger, 2 kB of brotli. Both directions come from one list of fields, and a
//! field that is forgotten does not compile.

use core::fmt;

use crate::schema::*;
use crate::{Table, Text};

/// The bytes were not made by [`compact`] of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

impl fmt::Display for Corrupt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the compact dataset does not belong to this version of the widget")
    }
}

/// Packs a dataset for the page.
pub fn compact(dataset: &Dataset) -> Vec<u8> {
    let mut bytes = Vec::new();
    dataset.pack(&mut bytes);
    bytes
}

/// Unpacks what [`compact`] packed. The texts of the dataset stay where they
/// are, in `bytes`.
///
/// # Errors
/// [`Corrupt`] when the bytes are of another version, or cut short.
pub fn unpack(bytes: &'static [u8]) -> Result<Dataset, Corrupt> {
    let mut left = bytes;
    match Dataset::unpack(&mut left) {
        Some(dataset) if left.is_empty() => Ok(dataset),
        _ => Err(Corrupt),
    }
}

/// A part of the compact form.
trait Pack: Sized {
    fn pack(&self, bytes: &mut Vec<u8>);
    /// Takes itself off the front of `bytes`; `None` when it is not there.
    fn unpack(bytes: &mut &'static [u8]) -> Option<Self>;
}

/// Seven bits a byte, low first; the eighth says that more follow.
impl Pack for usize {
    fn pack(&self, bytes: &mut Vec<u8>) {
        let mut left = *self;
        while left > 0x7f {
            bytes.push((left & 0x7f) as u8 | 0x80);
            left >>= 7;
        }
        bytes.push(left as u8);
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = u8::unpack(bytes)?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

impl Pack for u8 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        Some(*first)
    }
}

impl Pack for i8 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(self.cast_unsigned());
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        u8::unpack(bytes).map(u8::cast_signed)
    }
}

impl Pack for bool {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        u8::unpack(bytes).map(|byte| byte != 0)
    }
}

impl Pack for f64 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.to_le_bytes());
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        let (first, rest) = bytes.split_first_chunk()?;
        *bytes = rest;
        Some(f64::from_le_bytes(*first))
    }
}

impl Pack for Text {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.len().pack(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        let length = usize::unpack(bytes)?;
        let (text, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        core::str::from_utf8(text).ok().map(Text::from)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.is_some().pack(bytes);
        if let Some(value) = self {
            value.pack(bytes);
        }
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        if bool::unpack(bytes)? { T::unpack(bytes).map(Some) } else { Some(None) }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.len().pack(bytes);
        self.iter().for_each(|item| item.pack(bytes));
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        let length = usize::unpack(bytes)?;
        let mut items = Vec::new();
        for _ in 0..length {
            items.push(T::unpack(bytes)?);
        }
        Some(items)
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.0.pack(bytes);
        self.1.pack(bytes);
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        Some((A::unpack(bytes)?, B::unpack(bytes)?))
    }
}

impl<V: Pack + Clone> Pack for Table<V> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.iter().map(|(id, value)| (id, value.clone())).collect::<Vec<_>>().pack(bytes);
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        Some(Vec::unpack(bytes)?.into_iter().collect())
    }
}

macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                $(self.$field.pack(bytes);)*
            }

            fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
                Some($name { $($field: Pack::unpack(bytes)?),* })
            }
        }
    )*};
}

structs! {
    Dataset {
        id, version, title, summary, sources, options, criteria, claims, weights, gaps, figures,
        questions, scenarios, topics, registry
    }
    Source { id, short, title, author, date, stance, leans }
    Basis { source, place }
    Alternative { id, name, family, about, fits, basis }
    Criterion { id, name, group, about, worst, best, measure }
    Measure { unit, utility }
    Interval { low, high }
    Claim {
        id, source, place, criterion, options, level, deviation, kind, as_of, says, note, when
    }
    Condition { question, is }
    Gap { option, criterion, why }
    Figure { id, title, unit, values, note }
    FigureValue { label, option, value, qualifier, basis, as_of }
    Question { id, group, ask, why, several, choices }
    Choice { id, label, weighs, requires, basis }
    Weigh { criterion, points }
    Require { options, severity, because, basis, when, way_out }
    Scenario { id, name, about, basis, answers }
    Topic { id, title, paragraphs, basis }
    Registry { options, criteria, questions }
    RegisteredQuestion { id, places, choices }
}

macro_rules! enums {
    ($($name:ident { $($variant:ident),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }

            fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
                let byte = u8::unpack(bytes)?;
                [$($name::$variant),*].into_iter().find(|it| *it as u8 == byte)
            }
        }
    )*};
}

enums! {
    Group { Workload, Team, Cost, Growth }
    ClaimKind { Measurement, Survey, Experience, Opinion }
    Severity { Cautioned, Excluded }
}

impl Pack for Answer {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.0.pack(bytes);
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        Vec::unpack(bytes).map(Answer)
    }
}

impl Pack for StatedWeights {
    fn pack(&self, bytes: &mut Vec<u8>) {
        match self {
            StatedWeights::Free => bytes.push(0),
            StatedWeights::Fixed(weights) => {
                bytes.push(1);
                weights.pack(bytes);
            }
            StatedWeights::Swing(swings) => {
                bytes.push(2);
                swings.pack(bytes);
            }
            StatedWeights::Ordinal(classes) => {
                bytes.push(3);
                classes.pack(bytes);
            }
            StatedWeights::Bounded(bounds) => {
                bytes.push(4);
                bounds.pack(bytes);
            }
        }
    }

    fn unpack(bytes: &mut &'static [u8]) -> Option<Self> {
        match u8::unpack(bytes)? {
            0 => Some(StatedWeights::Free),
            1 => Pack::unpack(bytes).map(StatedWeights::Fixed),
            2 => Pack::unpack(bytes).map(StatedWeights::Swing),
            3 => Pack::unpack(bytes).map(StatedWeights::Ordinal),
            4 => Pack::unpack(bytes).map(StatedWeights::Bounded),
            _ => None,
        }
    }
}
