//! `fuzz`: links as nobody should send them. Each is read, and what was read is
//! written and read again; whatever comes in, that must hold.

use std::time::Instant;

use anyhow::{Result, ensure};
use dataset::Dataset;
use decision_widget::decision::{Decision, Importance};
use decision_widget::link::{self, Stamp, decode, encode};
use decision_widget::{embedded, group, prose};

use crate::shell::{cargo, run as start};

/// What a link may hold, and a few characters that it may not.
const CHARACTERS: &[u8; 40] = b"0123456789abcdefghjkmnpqrstvwxyzilou-_%+";

/// How often a link that seems slow is read again.
const AGAIN: usize = 4;

/// Reads so many links. A build for development would take all day, so the
/// command starts itself again, optimised.
pub(crate) fn run(count: u64) -> Result<()> {
    if cfg!(debug_assertions) {
        let arguments = ["run", "--quiet", "--profile", "measure", "--package", "xtask", "--"];
        return start(cargo().args(arguments).args(["fuzz", "--count", &count.to_string()]));
    }
    let dataset = embedded::dataset();
    let begin = Instant::now();
    let (mut slowest, mut longest) = (String::new(), 0.0_f64);
    let mut sound = 0_u64;
    for seed in 0..count {
        let text = mangled(&dataset, &mut Dice(seed));
        let (is_sound, mut took) = timed(&dataset, &text)?;
        sound += u64::from(is_sound);
        // A busy machine makes anything slow: what seems so is read again.
        for _ in 0..AGAIN {
            if took > longest {
                took = took.min(timed(&dataset, &text)?.1);
            }
        }
        if took > longest {
            (slowest, longest) = (text, took);
        }
    }
    println!(
        "{count} links read in {:.0} s, {sound} of them sound; the slowest took {:.1} ms: {slowest}",
        begin.elapsed().as_secs_f64(),
        longest * 1000.0
    );
    Ok(())
}

/// [`read`], and how many seconds it took.
fn timed(dataset: &Dataset, text: &str) -> Result<(bool, f64)> {
    let start = Instant::now();
    Ok((read(dataset, text)?, start.elapsed().as_secs_f64()))
}

/// Reads a text, and what can be read of its title, its notes and its others;
/// tells whether it was sound.
fn read(dataset: &Dataset, text: &str) -> Result<bool> {
    let opened = decode(dataset, text);
    let _ = (prose::title(&opened.decision), prose::notes(&opened.decision));
    let _ = (group::others(dataset, &opened.decision), opened.stamp.verdict(dataset));
    let again = decode(dataset, &encode(dataset, &opened.decision, &Stamp::default()));
    ensure!(again.damage.is_none(), "what was read of {text:?} was written damaged");
    ensure!(again.decision == opened.decision, "what was read of {text:?} was not kept");
    Ok(opened.damage.is_none() && !text.is_empty())
}

/// A random link that was cut, changed in places, or never was one. With some
/// the checksum is made to fit, so that what lies behind it is reached too.
fn mangled(dataset: &Dataset, dice: &mut Dice) -> String {
    let mut text: Vec<u8> = match dice.below(4) {
        0 => {
            let length = dice.below(120);
            (0..length).map(|_| dice.character()).collect()
        }
        _ => encode(dataset, &random(dataset, dice), &Stamp::default()).into_bytes(),
    };
    match dice.below(4) {
        0 => text.truncate(dice.below(text.len() + 1)),
        1 if !text.is_empty() => {
            let place = dice.below(text.len());
            text[place] ^= 1 << dice.below(7);
        }
        2 => {
            for _ in 0..dice.below(6) {
                let (place, character) = (dice.below(text.len() + 1), dice.character());
                text.insert(place, character);
            }
        }
        _ => {}
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    if dice.below(2) == 0 { text } else { link::sealed(&text) }
}

fn random(dataset: &Dataset, dice: &mut Dice) -> Decision {
    let mut decision = Decision::default();
    for question in &dataset.questions {
        for choice in &question.choices {
            if dice.below(6) == 0 {
                let tick = decision_widget::decision::Edit::Tick {
                    question: question.id,
                    choice: choice.id,
                };
                decision = decision.edit(dataset, tick);
            }
        }
    }
    for criterion in &dataset.criteria {
        // Five levels, and none more often.
        if let Some(level) = Importance::new(dice.below(20) as u8) {
            decision.importance.insert(criterion.id, level);
        }
    }
    if dice.below(50) == 0 {
        let title: String = (0..dice.below(30)).map(|_| char::from(dice.character())).collect();
        // Too long a title is refused, and then there is none.
        let _ = prose::set_title(&mut decision, &title);
    }
    decision
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn character(&mut self) -> u8 {
        CHARACTERS[self.below(CHARACTERS.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::{Dice, embedded, mangled, read};

    #[test]
    fn the_first_few_thousand_links_are_read() {
        let dataset = embedded::dataset();
        let texts = (0..3_000).map(|seed| mangled(&dataset, &mut Dice(seed)));
        let sound = texts.filter(|text| read(&dataset, text).expect("it is kept")).count();
        assert!((500..2_900).contains(&sound), "{sound} of them are sound");
    }
}
