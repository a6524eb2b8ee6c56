//! What comes next in a text, by what came before.
//!
//! The last three characters are looked up in all that was read so far, then
//! two, one, and the script that the text is in; what each says is put
//! together by absolute discounting (Ney, Essen, Kneser 1994, *On structuring
//! probabilistic dependences in stochastic language modelling*, Computer Speech
//! and Language 8(1)). A character that is new to its script is named by other
//! means. Writer and reader run the same steps, so that they cannot drift
//! apart, on whole numbers, so that all machines agree.

use super::coder::{Part, Reader, Writer};
use super::primer::{HANZI, PRIMER};

/// Stands behind every text; no text holds it.
pub(super) const END: char = '\0';

/// How many characters back the longest context reaches.
const LONGEST: usize = 3;
/// What every count of a context gives to what the context does not know, in
/// `FIFTHS` of one.
const DISCOUNT: u64 = 4;
const FIFTHS: u64 = 5;
/// The weight that is dealt out for every character.
const WHOLE: u64 = 1 << 24;

/// Powers of two that part the frequent Chinese characters by rank.
const RANKS: usize = 11;
/// A character of a page of 256 of which the text has already had one.
const SAME_PAGE: usize = RANKS;
/// A character of any other page.
const OTHER_PAGE: usize = RANKS + 1;
/// A character that came before, if not in this script.
const SEEN: usize = RANKS + 2;
const WAYS: usize = RANKS + 3;
/// How much likelier a way of naming characters becomes by being used.
const LESSON: u32 = 4;
const PAGE: u32 = 256;
/// Pages of Unicode that characters are on: all but the surrogates.
const PAGES: u32 = 0x1100 - SURROGATES;
const FIRST_SURROGATE: u32 = 0xd8;
const SURROGATES: u32 = 8;

/// Writes events, or reads them.
pub(super) trait Coder {
    /// Goes on behind the wanted one of several cases of these weights; a
    /// reader finds out which that is. Returns it.
    fn choose(&mut self, weights: &[u32], wanted: usize) -> usize;
    /// The same with `total` cases of one weight.
    fn among(&mut self, total: u32, wanted: u32) -> u32;
}

impl Coder for Writer {
    fn choose(&mut self, weights: &[u32], wanted: usize) -> usize {
        let from = weights[..wanted].iter().sum();
        self.put(Part { from, size: weights[wanted], total: weights.iter().sum() });
        wanted
    }

    fn among(&mut self, total: u32, wanted: u32) -> u32 {
        self.put(Part { from: wanted, size: 1, total });
        wanted
    }
}

impl Coder for Reader<'_> {
    fn choose(&mut self, weights: &[u32], _: usize) -> usize {
        let total = weights.iter().sum();
        let case = self.case(total);
        let (mut found, mut from) = (0, 0);
        while from + weights[found] <= case {
            from += weights[found];
            found += 1;
        }
        self.take(Part { from, size: weights[found], total });
        found
    }

    fn among(&mut self, total: u32, _: u32) -> u32 {
        let from = self.case(total);
        self.take(Part { from, size: 1, total });
        from
    }
}

/// How often something was, in the order of its first time.
struct Counts<T>(Vec<(T, u32)>);

impl<T: Copy + PartialEq> Counts<T> {
    fn add(&mut self, item: T) {
        match self.0.iter_mut().find(|(it, _)| *it == item) {
            Some((_, count)) => *count += 1,
            None => self.0.push((item, 1)),
        }
    }

    /// Codes one of the items, each as likely as it was frequent.
    fn choose(&self, coder: &mut dyn Coder, wanted: Option<usize>) -> T {
        let weights: Vec<u32> = self.0.iter().map(|(_, count)| *count).collect();
        self.0[coder.choose(&weights, wanted.unwrap_or(0))].0
    }

    fn place(&self, item: T) -> Option<usize> {
        self.0.iter().position(|(it, _)| *it == item)
    }
}

/// What was read so far.
pub(super) struct Model {
    history: Vec<char>,
    /// The script of the last letter.
    script: u32,
    /// What came next in each script.
    scripts: Vec<(u32, Counts<char>)>,
    all: Counts<char>,
    /// Weights of the ways to name a character that is new to its script.
    ways: [u32; WAYS],
    /// Pages of the characters that were spelt out.
    pages: Counts<u32>,
}

impl Model {
    pub(super) fn new() -> Self {
        let mut model = Model {
            history: Vec::new(),
            script: 0,
            scripts: Vec::new(),
            all: Counts(Vec::new()),
            ways: [1; WAYS],
            pages: Counts(Vec::new()),
        };
        for text in PRIMER {
            text.chars().chain([END]).for_each(|it| model.learn(it));
        }
        model
    }

    /// Codes the next character, the wanted one if `coder` writes; returns it.
    pub(super) fn next(&mut self, coder: &mut dyn Coder, wanted: char) -> char {
        let (likely, rest) = self.expect();
        let mut weights: Vec<u32> = likely.iter().map(|(_, weight)| to_weight(*weight)).collect();
        weights.push(to_weight(rest));
        let place = likely.iter().position(|(it, _)| *it == wanted);
        let chosen = coder.choose(&weights, place.unwrap_or(likely.len()));
        let character = match likely.get(chosen) {
            Some((character, _)) => *character,
            None => self.name(coder, wanted),
        };
        self.learn(character);
        character
    }

    /// The characters that may come next with their weights, and the weight of
    /// all others.
    fn expect(&self) -> (Vec<(char, u64)>, u64) {
        let mut likely: Vec<(char, u64)> = Vec::new();
        let mut rest = WHOLE;
        let mut hear = |followers: &Counts<char>| {
            let kinds = followers.0.len() as u64;
            let all = FIFTHS * followers.0.iter().map(|(_, count)| u64::from(*count)).sum::<u64>();
            if all == 0 {
                return;
            }
            let shrink = |weight: u64| weight * kinds * DISCOUNT / all;
            rest = shrink(rest);
            likely.iter_mut().for_each(|(_, weight)| *weight = shrink(*weight));
            for (character, count) in &followers.0 {
                let weight = WHOLE * (FIFTHS * u64::from(*count) - DISCOUNT) / all;
                match likely.iter_mut().find(|(it, _)| it == character) {
                    Some((_, sum)) => *sum += weight,
                    None => likely.push((*character, weight)),
                }
            }
        };
        if let Some((_, followers)) = self.scripts.iter().find(|(it, _)| *it == self.script) {
            hear(followers);
        }
        (1..=LONGEST).for_each(|length| hear(&self.followers(length)));
        (likely, rest)
    }

    /// What came after the last `length` characters.
    fn followers(&self, length: usize) -> Counts<char> {
        let mut followers = Counts(Vec::new());
        let Some(start) = self.history.len().checked_sub(length) else { return followers };
        let context = &self.history[start..];
        for window in self.history.windows(length + 1) {
            if let [before @ .., follower] = window
                && before == context
            {
                followers.add(*follower);
            }
        }
        followers
    }

    /// Codes a character that is new to the script.
    fn name(&mut self, coder: &mut dyn Coder, wanted: char) -> char {
        let seen = self.all.place(wanted);
        let rank = HANZI.chars().position(|it| it == wanted);
        let page = wanted as u32 / PAGE;
        let known_page = self.pages.place(page);
        let wanted_way = match (seen, rank, known_page) {
            (Some(_), ..) => SEEN,
            (_, Some(rank), _) => (rank + 1).ilog2() as usize,
            (_, _, Some(_)) => SAME_PAGE,
            _ => OTHER_PAGE,
        };
        let mut weights = self.ways;
        if self.pages.0.is_empty() {
            weights[SAME_PAGE] = 0;
        }
        let way = coder.choose(&weights, wanted_way);
        self.ways[way] += LESSON;
        let page = match way {
            SEEN => return self.all.choose(coder, seen),
            SAME_PAGE => self.pages.choose(coder, known_page),
            OTHER_PAGE => other_page(coder, page),
            rank_class => return frequent(coder, rank_class, rank.unwrap_or(0) as u32),
        };
        self.pages.add(page);
        let within = coder.among(PAGE, wanted as u32 % PAGE);
        char::from_u32(page * PAGE + within).unwrap_or(END)
    }

    fn learn(&mut self, character: char) {
        match self.scripts.iter_mut().find(|(it, _)| *it == self.script) {
            Some((_, followers)) => followers.add(character),
            None => self.scripts.push((self.script, Counts(vec![(character, 1)]))),
        }
        self.all.add(character);
        self.history.push(character);
        self.script = script(character).unwrap_or(self.script);
    }
}

/// The weight of what is possible is never nothing.
fn to_weight(weight: u64) -> u32 {
    weight.max(1) as u32
}

/// Codes a frequent Chinese character whose rank, from 1, has this logarithm.
fn frequent(coder: &mut dyn Coder, logarithm: usize, rank: u32) -> char {
    let first = (1 << logarithm) - 1;
    let rank = first + coder.among(1 << logarithm, rank.saturating_sub(first));
    HANZI.chars().nth(rank as usize).unwrap_or(END)
}

/// Codes any page.
fn other_page(coder: &mut dyn Coder, page: u32) -> u32 {
    let place = if page < FIRST_SURROGATE { page } else { page - SURROGATES };
    let place = coder.among(PAGES, place);
    if place < FIRST_SURROGATE { place } else { place + SURROGATES }
}

/// Tells scripts apart by where their letters stand; punctuation, digits and
/// pictures belong to none. Kana and Chinese characters count as one, for they
/// stand in one text. A list of its own, for links outlive what the standard
/// library knows of Unicode.
fn script(character: char) -> Option<u32> {
    match character {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => Some(0),
        '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' => Some(1),
        '\u{ac00}'..='\u{d7a3}' => Some(2),
        '\0'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'.. => None,
        other => Some(other as u32 / PAGE),
    }
}
