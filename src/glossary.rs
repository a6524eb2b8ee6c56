//! Where terms of the trade stand in a text.

use core::ops::Range;

use dataset::Term;

/// The first place of each term in a text, from front to back. Where two terms
/// begin at one place the longer one counts.
pub fn terms_in<'t>(text: &str, glossary: &'t [Term]) -> Vec<(Range<usize>, &'t Term)> {
    let mut found: Vec<_> =
        glossary.iter().filter_map(|term| Some((first_place(text, &term.word)?, term))).collect();
    found.sort_by_key(|(place, _)| (place.start, usize::MAX - place.end));
    let mut end = 0;
    found.retain(|(place, _)| {
        let is_free = place.start >= end;
        if is_free {
            end = place.end;
        }
        is_free
    });
    found
}

/// The first place of a word, whether or not it has a capital or a plural
/// ending.
fn first_place(text: &str, word: &str) -> Option<Range<usize>> {
    let is_apart = |byte: Option<&u8>| byte.is_none_or(|it| !it.is_ascii_alphanumeric());
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let last = text.len().checked_sub(word.len())?;
    (0..=last).find_map(|start| {
        let mut end = start + word.len();
        if !text[start..end].eq_ignore_ascii_case(word) {
            return None;
        }
        if text.get(end) == Some(&b's') {
            end += 1;
        }
        let before = start.checked_sub(1).map(|it| &text[it]);
        (is_apart(before) && is_apart(text.get(end))).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use dataset::Text;

    use super::*;

    fn found(text: &str, words: &[&'static str]) -> Vec<String> {
        let term = |word: &&'static str| Term { word: Text::from(*word), ..Term::default() };
        let glossary: Vec<Term> = words.iter().map(term).collect();
        let found = terms_in(text, &glossary);
        found.into_iter().map(|(place, it)| format!("{}={}", &text[place], it.word)).collect()
    }

    #[test]
    fn capitals_and_plurals_make_no_difference() {
        assert_eq!(
            found("Event loops and SDKs", &["SDK", "event loop"]),
            ["Event loops=event loop", "SDKs=SDK"]
        );
    }

    #[test]
    fn a_part_of_a_word_is_no_term() {
        assert_eq!(found("Rapid APIary, capital", &["API"]), [""; 0]);
        assert_eq!(found("Non-blocking I/O-bound", &["I/O"]), ["I/O=I/O"]);
    }

    #[test]
    fn each_term_is_told_once_and_the_longer_one_first() {
        assert_eq!(
            found("strict mode, strict mode, strict", &["strict", "strict mode"]),
            ["strict mode=strict mode"]
        );
        assert_eq!(found("P99, P99", &["P99"]), ["P99=P99"]);
    }

    #[test]
    fn other_scripts_are_cut_between_characters() {
        assert_eq!(found("Größe – API – Größe", &["API"]), ["API=API"]);
        assert_eq!(found("", &["API"]), [""; 0]);
    }
}
