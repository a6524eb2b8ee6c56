//! Every text comes from the catalogue. Where the program was built in the
//! pseudo-locale, whose texts hold no plain letter, a plain word in what it
//! draws or writes is a text from elsewhere.
//!
//! `cargo test --test pseudo --features prerender,pseudo` looks at all of it;
//! without these features only the detector is tested.

#![cfg(not(target_arch = "wasm32"))]

mod markup;
#[cfg(all(feature = "pseudo", feature = "prerender"))]
mod pages;
#[cfg(all(feature = "pseudo", feature = "prerender"))]
mod records;

use markup::{plain_words, said};

#[test]
fn a_plain_word_is_found() {
    for (text, found) in [
        ("Çöþý ţĥîš", vec![]),
        ("Çöþý this", vec!["this"]),
        ("under\u{a0}1 %", vec!["under"]),
        ("P99 in 5 x 5", vec!["in"]),
        ("http://127.0.0.1:8080/#d=117h18300r8tx and more", vec!["and", "more"]),
    ] {
        assert_eq!(plain_words(text), found, "{text}");
    }
}

#[test]
fn all_that_is_said_is_heard() {
    let html = "<p class=\"dw-note\">A &amp; <b>B</b></p><img alt=\"C\"><code>D</code>\
                <input type=\"radio\" aria-label=\"E &#x27;F&#x27;\" title=\"G\">H";
    let heard: Vec<String> = said(html).into_iter().map(|it| it.text).collect();
    assert_eq!(heard, ["A & ", "B", "C", "E 'F'", "G", "H"]);
    assert_eq!(said(html)[1].place, "b");
}

/// What the detector is for: the English page is full of plain words.
#[test]
#[cfg(all(feature = "prerender", not(feature = "pseudo")))]
fn english_is_found() {
    #[path = "../common/drawing.rs"]
    mod drawing;

    use decision_widget::appearance::View;
    let dataset = decision_widget::embedded::dataset();
    let link = drawing::link_to(&dataset, "{}");
    let html = drawing::drawn(dataset, &link, View::Full);
    let found: Vec<String> = said(&html).iter().flat_map(|it| plain_words(&it.text)).collect();
    assert!(found.len() > 1000, "{found:?}");
    assert!(found.contains(&"Skip".to_owned()), "{found:?}");
}
