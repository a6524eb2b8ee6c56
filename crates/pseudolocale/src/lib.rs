//! A language for tests: English in disguise, so that a developer can still read
//! it. Its letters carry accents, so that a text outside the catalogue stands
//! out; it is longer, as most languages are; and it is written from right to
//! left, as the conventional pseudo-locale `ar-XB` is.

#![forbid(unsafe_code)]

mod catalogue;
mod comparison;

pub use catalogue::catalogue;
pub use comparison::comparison;

/// The language (BCP 47; XB is a region for private use).
pub const LANGUAGE: &str = "ar-XB";
/// Where its lines begin.
pub const DIRECTION: &str = "rtl";

/// What makes letters run from right to left, and what ends that.
const FROM_THE_RIGHT: char = '\u{202e}';
const AS_BEFORE: char = '\u{202c}';

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ←→";
const ACCENTED: &str = "áƀçðéƒĝĥîĵķļɱñöþǫŕšţüṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ→←";

/// Letters that are written twice, which makes a text longer by two fifths.
const TWICE: &str = "aeiouns";

/// A text in disguise. Placeholders in braces and code between backticks stay
/// as they are.
pub fn text(plain: &str) -> String {
    let mut disguised = String::with_capacity(plain.len() * 3);
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '{' => rest.find('}').map(|it| it + 1),
            '`' => rest[1..].find('`').map(|it| it + 2),
            _ => None,
        };
        if let Some(end) = end {
            disguised.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if first.is_ascii_alphabetic() {
            let end = rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len());
            disguised.push(FROM_THE_RIGHT);
            rest[..end].chars().for_each(|it| push(it, &mut disguised));
            disguised.push(AS_BEFORE);
            rest = &rest[end..];
        } else {
            push(first, &mut disguised);
            rest = &rest[first.len_utf8()..];
        }
    }
    disguised
}

fn push(plain: char, disguised: &mut String) {
    let place = PLAIN.chars().position(|it| it == plain);
    let shown = place.and_then(|it| ACCENTED.chars().nth(it)).unwrap_or(plain);
    disguised.push(shown);
    if TWICE.contains(plain) {
        disguised.push(shown);
    }
}

#[cfg(test)]
mod tests {
    use super::{ACCENTED, PLAIN, text};

    /// Without what only tells the direction.
    fn letters(text: &str) -> String {
        text.chars().filter(|it| !('\u{202a}'..='\u{202e}').contains(it)).collect()
    }

    #[test]
    fn every_letter_has_another_look() {
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
        let plain: String = ('a'..='z').chain('A'..='Z').collect();
        assert!(letters(&text(&plain)).chars().all(|it| !it.is_ascii()), "{}", text(&plain));
    }

    #[test]
    fn what_is_no_text_stays() {
        for (plain, disguised) in [
            ("Copy {count} of {all:?}", "Çöþý {count} öƒ {all:?}"),
            ("{:>3} %", "{:>3} %"),
            ("allow `script-src`", "ááļļöŵ `script-src`"),
            ("← for", "→ ƒöŕ".replace('ö', "öö").as_str()),
            ("62\u{a0}%, “x”", "62\u{a0}%, “ẋ”"),
        ] {
            assert_eq!(letters(&text(plain)).replace("öö", "ö"), disguised.replace("öö", "ö"));
        }
    }

    #[test]
    fn it_runs_from_the_right() {
        assert_eq!(text("1 ms"), "1 \u{202e}ɱšš\u{202c}");
    }
}
