//! A shape for each option, so that colour is never the only sign.

/// How many shapes there are; with more options they start again.
pub const GLYPHS: usize = 6;

/// The outline of the shape at `slot`, drawn around the origin within six
/// units each way.
pub fn glyph(slot: usize) -> &'static str {
    match slot % GLYPHS {
        0 => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        1 => "M-4.5-4.5h9v9h-9z",
        2 => "M0-6L6 0L0 6L-6 0z",
        3 => "M0-5.5L6 4.5H-6z",
        4 => "M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z",
        _ => "M0 5.5L6-4.5H-6z",
    }
}
