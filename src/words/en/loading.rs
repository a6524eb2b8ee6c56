//! The words for another comparison that cannot be shown. Reasons complete the
//! sentence "The comparison could not be …".

use super::joined;

/// Another comparison is not here; the scripts give most of the reasons.
pub fn not_loaded(address: &str, reason: &str) -> String {
    let stays = ". You see the one that comes with the widget.";
    joined(&["The comparison at ", address, " could not be ", reason, stays], "")
}

/// The page is one file.
pub const WORKS_ALONE: &str = "read: this file works alone";
/// A part of the program could not be fetched.
pub const PART_IS_MISSING: &str = "read: a part of this page is not there";
/// It was packed by another version of the program.
pub const OTHER_VERSION: &str =
    "read: the compact dataset does not belong to this version of the widget";
/// Nothing is known of what went wrong.
pub const UNKNOWN_REASON: &str = "for an unknown reason";
