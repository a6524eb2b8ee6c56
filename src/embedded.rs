//! The comparison that the widget ships with.

use dataset::{Dataset, unpack};

static OUTLINE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.outline"));
static WORDING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.wording"));

/// Unpacks the embedded dataset, which the build has read and checked, without
/// what is [`Apart`](dataset::Apart).
pub fn outline() -> Dataset {
    unpacked(None)
}

/// Unpacks the whole embedded dataset. A program that never calls this does
/// not carry the wording.
pub fn dataset() -> Dataset {
    unpacked(Some(WORDING))
}

fn unpacked(wording: Option<&'static [u8]>) -> Dataset {
    unpack(OUTLINE, wording)
        .expect("the build packs the dataset with the same version that unpacks it")
}
