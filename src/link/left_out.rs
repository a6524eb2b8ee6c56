//! Sources and claims in a link. There are hundreds of claims and hardly ever
//! is one left out, so they have no places but fingerprints of their ids.

use dataset::{Dataset, Id};

use crate::decision::Decision;

/// Symbols of 5 bits in a fingerprint.
const WIDTH: u32 = 6;

/// 30 bits of an id: FNV-1a (Fowler, Noll, Vo 1991), folded from 32 bits. With
/// a thousand ids two share one with a chance of 1 in 2,000; then both are left
/// out.
pub(super) fn fingerprint(id: &str) -> u32 {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    let hash = id.bytes().fold(2_166_136_261, fold);
    (hash >> 30) ^ (hash & 0x3fff_ffff)
}

/// The fingerprints of all that is left out, in rising order: equal decisions
/// have equal links.
pub(super) fn to_symbols(decision: &Decision) -> Vec<u8> {
    let mut all = decision.unread.left_out.clone();
    for id in decision.left_out.iter() {
        all.push(fingerprint(&id));
    }
    all.sort_unstable();
    all.dedup();
    let mut symbols = Vec::new();
    for number in all {
        for place in 0..WIDTH {
            symbols.push((number >> (5 * place) & 0x1f) as u8);
        }
    }
    symbols
}

/// What [`to_symbols`] wrote; a fingerprint that is cut short is dropped.
pub(super) fn fingerprints(symbols: &[u8]) -> Vec<u32> {
    let number = |chunk: &[u8]| {
        chunk.iter().rev().fold(0, |number, symbol| number << 5 | u32::from(*symbol))
    };
    symbols.chunks_exact(WIDTH as usize).map(number).collect()
}

/// Finds what the fingerprints belong to; what the dataset does not know is
/// kept.
pub(super) fn from_fingerprints(dataset: &Dataset, wanted: &[u32], decision: &mut Decision) {
    let mut left = wanted.to_vec();
    left.sort_unstable();
    left.dedup();
    let mut find = |id: Id| {
        let own = fingerprint(&id);
        if wanted.contains(&own) {
            decision.left_out.insert(id);
            left.retain(|it| *it != own);
        }
    };
    dataset.sources.iter().for_each(|it| find(it.id));
    dataset.claims.iter().for_each(|it| find(it.id));
    decision.unread.left_out = left;
}
