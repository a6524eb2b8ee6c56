//! What markup says to those who read it, and to those who hear it.

/// A text with the place where it stands.
#[derive(Debug)]
pub(crate) struct Said {
    /// The start of the element, as it is written.
    pub(crate) place: String,
    pub(crate) text: String,
}

/// Attributes that are read out or shown.
const SPOKEN: [&str; 6] =
    ["alt", "aria-label", "aria-valuetext", "content", "placeholder", "title"];

/// All texts of a piece of markup but those of code.
pub(crate) fn said(html: &str) -> Vec<Said> {
    let mut found = Vec::new();
    let mut place = String::new();
    for piece in html.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        for name in SPOKEN {
            let value =
                tag.split_once(&format!(" {name}=\"")).and_then(|(_, it)| it.split_once('"'));
            found.extend(value.map(|(it, _)| Said { place: tag.to_owned(), text: decoded(it) }));
        }
        if !tag.starts_with('/') {
            tag.clone_into(&mut place);
        }
        if !text.is_empty() && !["code", "script", "style"].contains(&tag) {
            found.push(Said { place: place.clone(), text: decoded(text) });
        }
    }
    found
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// Words of two letters and more that carry no accent; addresses hold none.
pub(crate) fn plain_words(text: &str) -> Vec<String> {
    let words =
        text.split_whitespace().filter(|it| !it.trim_start_matches('<').starts_with("http"));
    let runs = words.flat_map(|it| it.split(|it: char| !it.is_ascii_alphabetic()));
    runs.filter(|it| it.len() > 1).map(str::to_owned).collect()
}

/// Fails with the plain words among these texts, each with its place.
#[cfg(all(feature = "pseudo", feature = "prerender"))]
#[track_caller]
pub(crate) fn no_plain_words(texts: impl IntoIterator<Item = Said>, allowed: &[&str]) {
    let mut count = 0;
    let mut found = std::collections::BTreeSet::new();
    for Said { place, text } in texts {
        count += 1;
        let words = plain_words(&text);
        let words = words.into_iter().filter(|it| !allowed.contains(&it.as_str()));
        found.extend(words.map(|word| format!("{word}: <{place}> {text}")));
    }
    assert!(count > 0, "there are texts");
    assert!(found.is_empty(), "not from the catalogue:\n{}", Vec::from_iter(found).join("\n"));
}
