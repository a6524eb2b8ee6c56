//! With which version of the dataset a link was made, and what it said then:
//! enough to tell its reader what has changed without keeping old datasets.

use dataset::{Dataset, Id};

use super::places::{at, place_of};
use super::symbols::Bits;
use crate::report::{Verdict, VerdictKind};

/// Symbols of 5 bits: the dataset's edition in two, low first; the kind of the
/// verdict from 1; then a bit for each option that it names. Empty in links
/// that were made before there were stamps, all of them with the first edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(pub(super) Vec<u8>);

const KINDS: [VerdictKind; 5] = [
    VerdictKind::Undecided,
    VerdictKind::Clear,
    VerdictKind::Lean,
    VerdictKind::Close,
    VerdictKind::Conflict,
];

impl Stamp {
    /// The stamp of a link that is made now.
    pub fn of(dataset: &Dataset, verdict: &Verdict) -> Self {
        let edition = dataset.edition();
        let kind = verdict.kind as u8 + 1;
        let mut symbols = vec![(edition & 0x1f) as u8, (edition >> 5 & 0x1f) as u8, kind];
        let mut named = Vec::new();
        for option in &verdict.options {
            if let Some(place) = place_of(&dataset.registry.options, *option) {
                *at(&mut named, place) = 1;
            }
        }
        symbols.extend(Bits::pack(&named, 1));
        Stamp(symbols)
    }

    /// The edition of the dataset, see [`Dataset::edition`].
    pub fn edition(&self) -> usize {
        let symbol = |place| self.0.get(place).copied().map_or(0, usize::from);
        symbol(0) | symbol(1) << 5
    }

    /// The verdict of that time, where the link says it: its kind and the
    /// options that it named, in the order of the registry.
    pub fn verdict(&self, dataset: &Dataset) -> Option<(VerdictKind, Vec<Id>)> {
        let kind = *KINDS.get(usize::from(*self.0.get(2)?).checked_sub(1)?)?;
        let named = Bits::unpack(&self.0[3..], 1);
        let options = dataset.registry.options.iter().zip(named);
        Some((kind, options.filter(|(_, bit)| *bit == 1).map(|(id, _)| *id).collect()))
    }
}
