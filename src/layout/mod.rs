//! Where marks go: charts as numbers, before anything is drawn.
//!
//! Lengths and places are shares of the drawing's width, so that a chart fits
//! any width without being computed again; the views put them into SVG
//! attributes as they are.

mod assessments;
mod contributions;
mod figures;
mod glyph;
mod latency;
mod place;
mod shares;
mod slope;
mod strength;
mod timeline;
mod weights;

pub use assessments::{Lane, Marks, ends, lanes, stretch};
pub use contributions::{Contribution, contributions};
pub use figures::{Bar, bars, range_text};
pub use glyph::{GLYPHS, glyph};
pub use latency::{Latency, Line, Series, Stroke, latency, read_off};
pub use place::Place;
pub use shares::{Part, ShareBar, shares, stacked};
pub use slope::{Column, Slope, SlopeLine, Stop, slope};
pub use strength::{Strength, strength};
pub use timeline::{Doing, Row, Stretch, drawn, timeline};
pub use weights::{Flip, by_weight, flips, moves};

pub use crate::words::{level_text, number, tenths};
