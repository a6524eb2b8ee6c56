//! The comparison that the widget ships with.

use dataset::{Dataset, unpack};

/// Unpacks the embedded dataset, which the build has read and checked.
pub fn dataset() -> Dataset {
    unpack(include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin")))
        .expect("the build packs the dataset with the same version that unpacks it")
}
