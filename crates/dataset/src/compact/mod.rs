//! The compact form that the page carries: field after field, numbers of texts
//! and entries as variable-length integers.
//!
//! It is two strings of bytes. The *outline* is all that the engine, the
//! checklist and the verdict need; the *wording* holds what is [`Apart`]: what
//! a reader meets only after opening something, most of the text. In each, a
//! text is written once, however often it occurs: most of them are ids.
//!
//! This stands in for a serialisation library because the page pays for its
//! code. Both directions come from one list of fields, and a field that is
//! forgotten does not compile. Reading fills values in place and never stops in
//! the middle, which would take a copy and a branch for every field: what is
//! missing reads as zero and breaks the whole, and that is asked once, at the
//! end. So this takes 8 kB of wasm instead of 14.

mod basic;
mod fields;

use core::fmt;

#[cfg(doc)]
use crate::Apart;
use crate::{Dataset, Text};

/// The bytes were not made by [`compact`] of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

impl fmt::Display for Corrupt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the compact dataset does not belong to this version of the widget")
    }
}

/// A dataset for the page, in two parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compact {
    /// All but what is [`Apart`].
    pub outline: Vec<u8>,
    /// What is [`Apart`], in the order of the outline.
    pub wording: Vec<u8>,
}

/// Packs a whole dataset for the page.
pub fn compact(dataset: &Dataset) -> Compact {
    let mut packed = Packed::default();
    dataset.pack(&mut packed);
    let [outline, wording] = packed.parts;
    Compact { outline, wording }
}

/// Unpacks what [`compact`] packed. Without the wording, what is [`Apart`] is
/// not here. The texts of the dataset stay where they are, in the bytes.
///
/// # Errors
/// [`Corrupt`] when the bytes are of another version, or cut short.
pub fn unpack(outline: &'static [u8], wording: Option<&'static [u8]>) -> Result<Dataset, Corrupt> {
    let mut bytes = Bytes {
        parts: [outline, wording.unwrap_or_default()],
        known: Default::default(),
        has_wording: wording.is_some(),
        is_apart: false,
        is_broken: false,
    };
    let dataset = unpacked(&mut bytes);
    let is_sound = !bytes.is_broken && bytes.parts.iter().all(|it| it.is_empty());
    if is_sound { Ok(dataset) } else { Err(Corrupt) }
}

/// What was packed so far.
#[derive(Default)]
struct Packed {
    parts: [Vec<u8>; 2],
    known: [Vec<Text>; 2],
    is_apart: bool,
}

impl Packed {
    fn part(&mut self) -> &mut Vec<u8> {
        &mut self.parts[usize::from(self.is_apart)]
    }

    /// The texts of this part so far, each once.
    fn known(&mut self) -> &mut Vec<Text> {
        &mut self.known[usize::from(self.is_apart)]
    }
}

/// What is still to be unpacked.
struct Bytes {
    parts: [&'static [u8]; 2],
    /// The texts of each part so far.
    known: [Vec<Text>; 2],
    has_wording: bool,
    is_apart: bool,
    /// Something was missing; whatever was read is worth nothing.
    is_broken: bool,
}

impl Bytes {
    fn part(&mut self) -> &mut &'static [u8] {
        &mut self.parts[usize::from(self.is_apart)]
    }

    fn known(&mut self) -> &mut Vec<Text> {
        &mut self.known[usize::from(self.is_apart)]
    }

    /// Nothing is left to be read of what cannot be read, so that every list
    /// comes to its end.
    fn break_off(&mut self) {
        self.is_broken = true;
        self.parts = Default::default();
    }

    /// So many bytes, or none at all.
    #[inline(never)]
    fn take(&mut self, length: usize) -> &'static [u8] {
        let part = self.part();
        if let Some((taken, rest)) = part.split_at_checked(length) {
            *part = rest;
            taken
        } else {
            self.break_off();
            &[]
        }
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// Seven bits a byte, low first; the eighth says that more follow.
    #[inline(never)]
    fn number(&mut self) -> usize {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.break_off();
        0
    }

    /// How many entries follow. None of them is less than a byte.
    #[inline(never)]
    fn entries(&mut self) -> usize {
        let entries = self.number();
        if entries > self.part().len() {
            self.break_off();
            return 0;
        }
        entries
    }
}

/// A part of the compact form.
trait Pack: Default {
    fn pack(&self, out: &mut Packed);
    /// Fills what is still empty from the front of `bytes`; they break if it
    /// is not there.
    fn unpack(&mut self, bytes: &mut Bytes);
}

fn unpacked<T: Pack>(bytes: &mut Bytes) -> T {
    let mut value = T::default();
    value.unpack(bytes);
    value
}
