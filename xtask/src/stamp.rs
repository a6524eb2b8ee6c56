//! Knowing that nothing has changed since the last bundle.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};

/// The fingerprint of everything that a bundle is made of.
#[derive(PartialEq)]
pub(crate) struct Stamp(String);

impl Stamp {
    /// Of these files and texts, in this order.
    pub(crate) fn of(files: &[&Path], texts: &[&str]) -> Result<Self> {
        let mut hash = Sha256::new();
        for file in files {
            add(&mut hash, &fs::read(file)?);
        }
        for text in texts {
            add(&mut hash, text.as_bytes());
        }
        Ok(Stamp(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Whether `folder` was made from the same.
    pub(crate) fn is_on(&self, folder: &Path) -> bool {
        fs::read_to_string(place(folder)).is_ok_and(|it| it == self.0)
    }

    /// Notes that `folder` was made from this.
    pub(crate) fn put_on(&self, folder: &Path) -> Result<()> {
        Ok(fs::write(place(folder), &self.0)?)
    }
}

/// The length goes first, so that two texts never read as another two.
fn add(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

fn place(folder: &Path) -> PathBuf {
    folder.join(".made-from")
}
