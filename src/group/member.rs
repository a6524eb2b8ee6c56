//! Members, and the link that holds them.

use dataset::Dataset;
use serde::Serialize;

use crate::decision::Decision;
use crate::engine::answer;
use crate::link::{self, OTHER, Opened, Stamp};
use crate::prose::{LONGEST_TITLE, Lines, pack, tidy, title, unpack};
use crate::words::group as words;

/// Fewer than two cannot be compared.
pub const SMALLEST: usize = 2;
/// More would not be told apart in a chart.
pub const LARGEST: usize = 9;
/// The most votes that one member can have.
pub const MOST_VOICES: u8 = 9;

/// How many votes a member has: 1 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice(u8);

impl Voice {
    /// One vote, like everybody.
    pub const ONE: Voice = Voice(1);

    /// So many votes; `None` for none or for more than nine.
    pub fn new(votes: u8) -> Option<Self> {
        (1..=MOST_VOICES).contains(&votes).then_some(Voice(votes))
    }

    /// How many votes.
    pub fn votes(self) -> u8 {
        self.0
    }
}

/// Somebody whose decision is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// How they are called; never empty.
    pub name: String,
    /// How many votes they have.
    pub voice: Voice,
    /// What their link carries after `#d=`.
    pub state: String,
    /// What it says.
    pub opened: Opened,
}

/// A link that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Which of those that were given, from 1.
    pub place: usize,
    /// Its name, or how it begins.
    pub link: String,
    /// Why, as a sentence.
    pub says: String,
}

/// Members, and what could not become one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Two to nine of them.
    pub members: Vec<Member>,
    /// Links that could not be used.
    pub skipped: Vec<Skipped>,
}

/// Reads links, one a line, each with a name before it if one likes:
/// `Anna: https://example.org/#d=1…`. A link to a comparison brings all its
/// members.
///
/// # Errors
/// A sentence when fewer than two can be used.
pub fn read(dataset: &Dataset, lines: &str) -> Result<Group, String> {
    let mut group = Group::default();
    let lines = lines.lines().map(str::trim).filter(|it| !it.is_empty());
    for (at, line) in lines.enumerate() {
        let (name, state) = split(line);
        let beginning: String = line.chars().take(40).collect();
        let mut skip = |says: String| {
            let link = if name.is_empty() { beginning.clone() } else { name.clone() };
            group.skipped.push(Skipped { place: at + 1, link, says });
        };
        if state.is_empty() {
            skip(words::NO_LINK.to_string());
            continue;
        }
        if name.chars().count() > LONGEST_TITLE {
            skip(words::name_too_long(LONGEST_TITLE));
            continue;
        }
        let opened = link::decode(dataset, state);
        if let Some(damage) = opened.damage {
            skip(words::damaged(damage).to_string());
            continue;
        }
        let found = members_of(dataset, &name, state, opened);
        if found.is_empty() {
            skip(words::SAYS_NOTHING.to_string());
        }
        for member in found {
            match member {
                None => skip(words::UNREADABLE.to_string()),
                Some(_) if group.members.len() == LARGEST => skip(words::too_many(LARGEST)),
                Some(member) => group.members.push(member),
            }
        }
    }
    name_the_nameless(&mut group.members);
    if group.members.len() < SMALLEST {
        let reasons: Vec<String> =
            group.skipped.iter().map(|it| words::skipped(it.place, &it.says)).collect();
        return Err(words::too_few(group.members.len(), &reasons));
    }
    Ok(group)
}

/// Name and state of a line.
fn split(line: &str) -> (String, &str) {
    let before = line.trim_end_matches(|it: char| !it.is_whitespace());
    let address = &line[before.len()..];
    let state = address.rsplit_once("#d=").map_or(address, |(_, state)| state);
    // Mail and chat put links into brackets, or end sentences with them.
    let state = state.trim_end_matches(|it: char| !it.is_ascii_alphanumeric());
    (tidy(before.trim().trim_end_matches(':'), Lines::One).text, state)
}

/// Somebody of this name, with one vote, who decides so.
pub fn member(dataset: &Dataset, name: &str, decision: &Decision) -> Member {
    let mut decision = decision.clone();
    decision.unread.replace(OTHER, []);
    let stamp = Stamp::of(dataset, &answer(dataset, &decision).verdict);
    let state = link::encode(dataset, &decision, &stamp);
    let opened = link::decode(dataset, &state);
    Member { name: name.to_owned(), voice: Voice::ONE, state, opened }
}

/// Who stands in a link: whoever made it, if they told anything, and those
/// that they compare with; `None` for somebody who cannot be read.
fn members_of(
    dataset: &Dataset,
    name: &str,
    state: &str,
    mut opened: Opened,
) -> Vec<Option<Member>> {
    let others = others(dataset, &opened.decision);
    opened.decision.unread.replace(OTHER, []);
    let mut members = Vec::new();
    if opened.decision != Decision::default() {
        let name = if name.is_empty() { title(&opened.decision) } else { name.to_owned() };
        let state = match others.is_empty() {
            true => state.to_ascii_lowercase(),
            false => link::encode(dataset, &opened.decision, &opened.stamp),
        };
        members.push(Some(Member { name, voice: Voice::ONE, state, opened }));
    }
    members.extend(others);
    members
}

/// The others with whom a decision is compared; `None` for one who cannot be
/// read.
pub fn others(dataset: &Dataset, decision: &Decision) -> Vec<Option<Member>> {
    decision.unread.tagged(OTHER).map(|symbols| from_symbols(dataset, symbols)).collect()
}

fn name_the_nameless(members: &mut [Member]) {
    for (at, member) in members.iter_mut().enumerate() {
        if member.name.is_empty() {
            member.name = words::nameless(at + 1);
        }
    }
}

impl Group {
    /// A decision that holds the members and nothing else.
    pub fn decision(&self) -> Decision {
        let mut decision = Decision::default();
        decision.unread.replace(OTHER, self.members.iter().map(to_symbols));
        decision
    }
}

/// Voice, length of the name in two symbols, the name, the link.
fn to_symbols(member: &Member) -> Vec<u8> {
    let name = pack(&member.name);
    let mut symbols = vec![member.voice.0, (name.len() & 0x1f) as u8, (name.len() >> 5) as u8];
    symbols.extend(name);
    symbols.extend(link::to_symbols(&member.state));
    symbols
}

fn from_symbols(dataset: &Dataset, symbols: &[u8]) -> Option<Member> {
    let [voice, low, high, rest @ ..] = symbols else { return None };
    let length = usize::from(*low) | usize::from(*high) << 5;
    let (name, state) = rest.split_at_checked(length)?;
    let state = link::from_symbols(state);
    let opened = link::decode(dataset, &state);
    // Nobody who is compared brings others along.
    let is_sound = opened.damage.is_none()
        && opened.decision != Decision::default()
        && opened.decision.unread.tagged(OTHER).next().is_none();
    let name = tidy(&unpack(name), Lines::One).text.chars().take(LONGEST_TITLE).collect();
    let voice = Voice::new(*voice)?;
    is_sound.then_some(Member { name, voice, state, opened })
}
