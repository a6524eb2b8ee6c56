//! What stands after `#d=`: the whole decision in lower-case letters and
//! digits, which no chat, mail or Markdown cuts.
//!
//! ```text
//! link     = version section* checksum
//! version  = "1"
//! section  = tag length symbol*        one symbol = 5 bits = one character
//! length   = 4 bits a symbol, low first; a set fifth bit says: one more
//! checksum = 3 symbols
//! ```
//!
//! | tag | holds |
//! |---|---|
//! | 1 | answers: 3 bits a place |
//! | 2 | importance: 3 bits a criterion, 0 = by the answers, else level + 1 |
//! | 3 | hidden options: 1 bit an option |
//! | 4 | sources and claims that are left out: 6 symbols each, a fingerprint of the id |
//! | 5 | switches: bit 0, old statements weigh as much as new ones |
//! | 6 | the reader's own load, see [`crate::lab::Load`] |
//! | 7 | title, see [`crate::prose`] |
//! | 8 | notes, likewise |
//! | 9 | the stamp: with which version of the dataset the link was made, and what it said |
//! | 10 | others to compare with, see [`crate::group`] |
//!
//! Places are numbers of the dataset's registry and never change, so a link
//! opens with every later version. A question of one answer has one place,
//! which holds the number of the choice from 1; a question of several has one
//! place for every three choices, a bit each. Trailing zeros are left out:
//! equal decisions have equal links. Places and sections that this version
//! does not know are kept and written back; so are 7, 8 and 10, which only
//! parts of the program read that are fetched on demand.

mod left_out;
mod places;
mod stamp;
mod symbols;

use dataset::Dataset;

use crate::decision::{Decision, Unread};
use places::{Slots, from_slots, to_slots};
pub use stamp::Stamp;
use symbols::{Bits, checksum, read_symbol, write_symbol};

const VERSION: char = '1';
const CHECKSUM_SYMBOLS: usize = 3;
/// More symbols than the fullest decision needs, compared with eight others.
const LONGEST: usize = 65_536;

const ANSWERS: u8 = 1;
const IMPORTANCE: u8 = 2;
const HIDDEN: u8 = 3;
const LEFT_OUT: u8 = 4;
const SWITCHES: u8 = 5;
/// The reader's own load, from the workload lab.
pub const WORKLOAD: u8 = 6;
/// The decision's title.
pub const TITLE: u8 = 7;
/// Notes on the decision.
pub const NOTES: u8 = 8;
const STAMP: u8 = 9;
/// Somebody else's decision; may stand several times.
pub const OTHER: u8 = 10;

/// Why a link could not be read as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It holds characters that no link has, or ends early, or its checksum is
    /// wrong.
    Broken,
    /// It was written by a version that is newer than this one.
    Newer,
    /// It is longer than any link.
    TooLong,
}

/// A link that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// What could be read.
    pub decision: Decision,
    /// What was wrong with the link.
    pub damage: Option<Damage>,
    /// Whether it holds things that this dataset does not know.
    pub has_unknown: bool,
    /// When it was made, and what it said then.
    pub stamp: Stamp,
}

impl Opened {
    /// When it was made, unless that is unknown because it is damaged or says
    /// nothing.
    pub fn dated(&self) -> Option<&Stamp> {
        let is_sound = self.damage.is_none() && self.decision != Decision::default();
        is_sound.then_some(&self.stamp)
    }
}

/// Writes a decision with the stamp of the time. Nothing told is the empty
/// string.
pub fn encode(dataset: &Dataset, decision: &Decision, stamp: &Stamp) -> String {
    let slots = to_slots(dataset, decision);
    let mut body = Vec::new();
    section(&mut body, ANSWERS, &Bits::pack(&slots.answers, 3));
    section(&mut body, IMPORTANCE, &Bits::pack(&slots.importance, 3));
    section(&mut body, HIDDEN, &Bits::pack(&slots.hidden, 1));
    section(&mut body, LEFT_OUT, &left_out::to_symbols(decision));
    section(&mut body, SWITCHES, &Bits::pack(&[u8::from(decision.ageless)], 1));
    for (tag, symbols) in &decision.unread.sections {
        section(&mut body, *tag, symbols);
    }
    if body.is_empty() {
        return String::new();
    }
    section(&mut body, STAMP, &stamp.0);
    written(body)
}

/// The link of these sections.
fn written(mut body: Vec<u8>) -> String {
    body.extend(checksum(&body));
    let mut link = String::from(VERSION);
    for symbol in body {
        link.push(write_symbol(symbol));
    }
    link
}

fn section(body: &mut Vec<u8>, tag: u8, symbols: &[u8]) {
    if symbols.is_empty() {
        return;
    }
    body.push(tag);
    let mut length = symbols.len();
    while length > 0xf {
        body.push((length & 0xf) as u8 | 0x10);
        length >>= 4;
    }
    body.push(length as u8);
    body.extend_from_slice(symbols);
}

/// Reads a link. Whatever is wrong with it, what could be read is kept; there
/// is no text that this cannot take.
pub fn decode(dataset: &Dataset, link: &str) -> Opened {
    if link.is_empty() {
        return Opened::default();
    }
    let (symbols, mut damage) = symbols_of(link);
    let body = symbols.len().saturating_sub(CHECKSUM_SYMBOLS);
    if damage.is_none() && checksum(&symbols[..body])[..] != symbols[body..] {
        damage = Some(Damage::Broken);
    }
    // The end of a broken link may have been cut off with its checksum, so
    // everything that is left may be content.
    let readable = if damage.is_none() { &symbols[..body] } else { &symbols[..] };
    let (sections, is_whole) = sections(readable);
    if damage.is_none() && !is_whole {
        damage = Some(Damage::Broken);
    }
    let mut slots = Slots::default();
    let mut unread = Unread::default();
    let mut stamp = Stamp::default();
    let (mut fingerprints, mut ageless) = (Vec::new(), false);
    for (tag, symbols) in sections {
        match tag {
            ANSWERS => slots.answers = Bits::unpack(symbols, 3),
            IMPORTANCE => slots.importance = Bits::unpack(symbols, 3),
            HIDDEN => slots.hidden = Bits::unpack(symbols, 1),
            LEFT_OUT => fingerprints = left_out::fingerprints(symbols),
            // A switch of a later version is kept with its section.
            SWITCHES if symbols == [1] => ageless = true,
            STAMP => stamp = Stamp(symbols.to_vec()),
            _ if damage.is_none() && !symbols.is_empty() => {
                unread.sections.push((tag, symbols.to_vec()));
            }
            _ => {}
        }
    }
    let mut decision = from_slots(dataset, &slots, unread);
    decision.ageless = ageless;
    left_out::from_fingerprints(dataset, &fingerprints, &mut decision);
    if damage.is_some() {
        // What a broken link says of unknown places is more likely noise.
        decision.unread = Unread::default();
    }
    let has_unknown = decision.unread.is_foreign();
    Opened { decision, damage, has_unknown, stamp }
}

/// The symbols behind the version, up to the first character that is none.
fn symbols_of(link: &str) -> (Vec<u8>, Option<Damage>) {
    let mut characters = link.chars();
    let mut damage = match characters.next() {
        Some(VERSION) => None,
        Some('2'..='9') => Some(Damage::Newer),
        _ => Some(Damage::Broken),
    };
    if damage == Some(Damage::Newer) {
        return (Vec::new(), damage);
    }
    let mut symbols = Vec::new();
    for character in characters {
        if symbols.len() == LONGEST {
            damage = Some(Damage::TooLong);
            break;
        }
        match read_symbol(character) {
            Some(symbol) => symbols.push(symbol),
            None => {
                damage = Some(Damage::Broken);
                break;
            }
        }
    }
    (symbols, damage)
}

/// The characters of a link as symbols of 5 bits, up to the first that is none.
pub fn to_symbols(link: &str) -> Vec<u8> {
    link.chars().map_while(read_symbol).collect()
}

/// The link of these symbols.
pub fn from_symbols(symbols: &[u8]) -> String {
    symbols.iter().copied().map(write_symbol).collect()
}

/// The text with a checksum that fits, as if it had been written so: for tests
/// of what lies behind the checksum.
pub fn sealed(text: &str) -> String {
    written(to_symbols(text.get(1..).unwrap_or_default()))
}

/// Splits symbols into sections, and tells whether all are whole; one that is
/// cut short yields what is there.
fn sections(mut rest: &[u8]) -> (Vec<(u8, &[u8])>, bool) {
    let (mut found, mut is_whole) = (Vec::new(), true);
    while let [tag, behind @ ..] = rest {
        let Some((length, symbols)) = length(behind) else { return (found, false) };
        let end = length.min(symbols.len());
        is_whole = end == length;
        found.push((*tag, &symbols[..end]));
        rest = &symbols[end..];
    }
    (found, is_whole)
}

fn length(symbols: &[u8]) -> Option<(usize, &[u8])> {
    let mut length = 0;
    for (place, &symbol) in symbols.iter().enumerate().take(4) {
        length |= usize::from(symbol & 0xf) << (4 * place);
        if symbol & 0x10 == 0 {
            return Some((length, &symbols[place + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests;
