//! Title and notes: what people write beside their answers.
//!
//! They stand in a link as symbols of 5 bits, which the engine and the first
//! visit carry along unread; only what shows or records them comes here.
//! English takes about three bits a character, Chinese about eight.

mod coder;
mod model;
mod primer;

use crate::decision::Decision;
use crate::link::{NOTES, TITLE};
use crate::words::record as words;
use coder::{Reader, Writer};
use model::{END, Model};

/// The longest title, and the longest name of somebody, in characters.
pub const LONGEST_TITLE: usize = 100;
/// The longest notes, in characters.
pub const LONGEST_NOTES: usize = 1000;

/// A text as it may stand in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The text.
    pub text: String,
    /// How many characters were left out of it: see [`tidy`].
    pub left_out: usize,
}

/// Whether a text may have several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One: the ends of lines become spaces.
    One,
    /// As many as one likes.
    Many,
}

/// The one place where what people enter is put in order. Left out are
/// characters that show nothing and steer instead: control characters other
/// than the end of a line, marks of byte order, and those that turn the
/// direction of the text around them (embeddings, overrides and isolates).
/// Every way to end a line becomes `\n`, a tab becomes a space, space at both
/// ends goes. All else stays as it is, of whatever script.
pub fn tidy(text: &str, lines: Lines) -> Entry {
    let mut left_out = 0;
    let mut tidied = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        let is_end_of_line = matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        match character {
            _ if is_end_of_line && lines == Lines::Many => tidied.push('\n'),
            _ if is_end_of_line => tidied.push(' '),
            '\t' => tidied.push(' '),
            _ if steers(character) => left_out += 1,
            _ => tidied.push(character),
        }
    }
    Entry { text: tidied.trim().to_owned(), left_out }
}

fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The decision with another title; an empty one takes it away.
///
/// # Errors
/// A sentence when it is too long.
pub fn set_title(decision: &mut Decision, text: &str) -> Result<(), String> {
    let text = tidy(text, Lines::One).text;
    let length = text.chars().count();
    if length > LONGEST_TITLE {
        return Err(words::title_too_long(length, LONGEST_TITLE));
    }
    put(decision, TITLE, pack(&text));
    Ok(())
}

/// The decision with other notes; empty ones take them away.
///
/// # Errors
/// A sentence when they are too long.
pub fn set_notes(decision: &mut Decision, text: &str) -> Result<(), String> {
    let text = tidy(text, Lines::Many).text;
    let length = text.chars().count();
    if length > LONGEST_NOTES {
        return Err(words::notes_too_long(length, LONGEST_NOTES));
    }
    put(decision, NOTES, pack(&text));
    Ok(())
}

/// The title; empty where there is none.
pub fn title(decision: &Decision) -> String {
    tidy(&unpack(section(decision, TITLE)), Lines::One).text
}

/// The notes; empty where there are none.
pub fn notes(decision: &Decision) -> String {
    tidy(&unpack(section(decision, NOTES)), Lines::Many).text
}

fn section(decision: &Decision, tag: u8) -> &[u8] {
    decision.unread.tagged(tag).next().unwrap_or_default()
}

fn put(decision: &mut Decision, tag: u8, symbols: Vec<u8>) {
    decision.unread.replace(tag, [symbols]);
}

/// A tidied text as symbols of 5 bits; nothing is no symbol.
pub fn pack(text: &str) -> Vec<u8> {
    if text.is_empty() {
        return Vec::new();
    }
    let (mut model, mut writer) = (Model::new(), Writer::new());
    for character in text.chars().chain([END]) {
        model.next(&mut writer, character);
    }
    writer.finish()
}

/// What [`pack`] wrote. Any symbols are a text, if not one that makes sense.
pub fn unpack(symbols: &[u8]) -> String {
    let mut text = String::new();
    if symbols.is_empty() {
        return text;
    }
    let (mut model, mut reader) = (Model::new(), Reader::new(symbols));
    for _ in 0..LONGEST_NOTES {
        match model.next(&mut reader, END) {
            END => break,
            character => text.push(character),
        }
        if reader.is_past_the_end() {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests;
