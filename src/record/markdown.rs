//! Markdown in which any text stays text.

/// Characters that mean something to Markdown wherever they stand.
const SPEAKING: &str = "\\`*_[]<>|~$";

/// One line of text, for the middle of a line: every mark is escaped, and
/// addresses are kept from becoming links.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let behind = &text[at + character.len_utf8()..];
        let is_mark = match character {
            '&' => begins_entity(behind),
            '!' => behind.starts_with('['),
            ':' => behind.starts_with("//"),
            '@' => behind.starts_with(|it: char| it.is_alphanumeric()),
            '.' => text[..at].to_ascii_lowercase().ends_with("www"),
            _ => SPEAKING.contains(character),
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(if character == '\n' { ' ' } else { character });
    }
    escaped
}

/// Whether an ampersand with this behind it is an entity; `AT&T` is none.
fn begins_entity(behind: &str) -> bool {
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '#';
    behind.starts_with(is_part) && behind.trim_start_matches(is_part).starts_with(';')
}

/// A line of text at the start of a line: what would begin a heading, a list, a
/// rule or a line below a heading is escaped as well.
pub(super) fn line(text: &str) -> String {
    let escaped = inline(text.trim());
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    let behind = &escaped[digits..];
    if digits > 0 && behind.starts_with(['.', ')']) {
        return format!("{}\\{behind}", &escaped[..digits]);
    }
    if escaped.starts_with(['#', '-', '+', '=']) { format!("\\{escaped}") } else { escaped }
}

/// Text of several lines: an empty line parts paragraphs, other ends of lines
/// stay.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new()];
    for written in text.lines() {
        match written.trim() {
            "" => paragraphs.push(Vec::new()),
            written => paragraphs.last_mut().expect("there is one").push(line(written)),
        }
    }
    paragraphs.iter().filter(|it| !it.is_empty()).map(|it| it.join("\\\n")).collect()
}

/// A line of metadata: any text is a string of YAML in quotes.
pub(super) fn metadata(name: &str, value: &str) -> String {
    let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{name}: \"{quoted}\"")
}

/// An address in angle brackets.
pub(super) fn address(link: &str) -> String {
    let safe = link.replace('<', "%3C").replace('>', "%3E").replace([' ', '\n'], "%20");
    format!("<{safe}>")
}

#[cfg(test)]
mod tests {
    use super::{inline, line, paragraphs};

    #[test]
    fn marks_are_escaped_and_words_are_not() {
        for (text, escaped) in [
            ("Go, at 5.5 % (K&C 2022) - fine!", "Go, at 5.5 % (K&C 2022) - fine!"),
            ("*a* _b_ `c` ~d~ | $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\| \\$e\\$"),
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("![x](y) &amp; AT&T &#60;", "\\!\\[x\\](y) \\&amp; AT&T \\&#60;"),
            ("https://a.b www.c.d e@f.g", "https\\://a.b www\\.c.d e\\@f.g"),
            ("C:\\dir", "C:\\\\dir"),
        ] {
            assert_eq!(inline(text), escaped);
        }
    }

    #[test]
    fn no_line_begins_something() {
        for (text, escaped) in [
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("12. a", "12\\. a"),
            ("3) a", "3\\) a"),
            ("=====", "\\====="),
            ("    code", "code"),
            ("2022 was", "2022 was"),
        ] {
            assert_eq!(line(text), escaped);
        }
    }

    #[test]
    fn lines_and_paragraphs_stay() {
        assert_eq!(paragraphs("a\nb\n\n\n- c\n"), ["a\\\nb", "\\- c"]);
        assert_eq!(paragraphs(""), Vec::<String>::new());
    }
}
