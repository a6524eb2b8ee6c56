//! The compact form: the same types through postcard.

use core::fmt;

use crate::Dataset;

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
    postcard::to_allocvec(dataset).expect("a dataset holds nothing that postcard cannot write")
}

/// Unpacks what [`compact`] packed.
///
/// # Errors
/// [`Corrupt`] when the bytes are of another version, or cut short.
pub fn unpack(bytes: &[u8]) -> Result<Dataset, Corrupt> {
    postcard::from_bytes(bytes).map_err(|_| Corrupt)
}
