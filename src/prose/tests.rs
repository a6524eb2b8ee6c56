use proptest::prelude::*;

use super::*;

/// What 1,000 characters may take in a link, so that all of it stays below
/// 2,000 with a full checklist beside them.
const ROOM: usize = 1_940;

#[track_caller]
fn round_trip(text: &str) -> usize {
    let symbols = pack(text);
    assert_eq!(unpack(&symbols), text);
    assert!(symbols.iter().all(|it| *it < 32));
    symbols.len()
}

#[test]
fn a_thousand_characters_find_room_in_any_script() {
    for (name, text) in [
        ("English", include_str!("../../tests/texts/english.txt")),
        ("German", include_str!("../../tests/texts/german.txt")),
        ("Russian", include_str!("../../tests/texts/russian.txt")),
        ("Chinese", include_str!("../../tests/texts/chinese.txt")),
        ("Japanese", include_str!("../../tests/texts/japanese.txt")),
        ("Korean", include_str!("../../tests/texts/korean.txt")),
        ("emoji", include_str!("../../tests/texts/emoji.txt")),
    ] {
        let text: String = text.trim().chars().take(LONGEST_NOTES).collect();
        let length = round_trip(&text);
        println!("{name}: {} characters take {length} symbols", text.chars().count());
        assert!(length <= ROOM, "{name} takes {length}");
    }
}

#[test]
fn a_short_title_takes_little() {
    for (text, most) in
        [("Backend for the shop", 12), ("Бэкенд магазина", 24), ("后端", 10), ("🚀", 8)]
    {
        let length = round_trip(text);
        assert!(length <= most, "{text} takes {length}");
    }
}

#[test]
fn links_depend_on_every_symbol_of_this() {
    let golden = include_str!("golden.txt");
    assert!(golden.lines().count() >= 19, "lines are only ever added");
    for (text, symbols) in golden.lines().map(|it| it.split_once('\t').expect("text, symbols")) {
        let text = text.replace("\\n", "\n");
        let digits: String =
            pack(&text).iter().map(|it| char::from_digit(u32::from(*it), 32).unwrap()).collect();
        assert_eq!(digits, symbols, "{text}");
        round_trip(&text);
    }
}

#[test]
fn what_steers_is_left_out_and_counted() {
    for (entered, lines, text, left_out) in [
        ("  a\r\nb\rc\u{2028}d\te  ", Lines::Many, "a\nb\nc\nd e", 0),
        ("a\r\nb", Lines::One, "a b", 0),
        ("a\0b\u{7}c\u{1b}[31m", Lines::Many, "abc[31m", 3),
        ("exe.\u{202e}txt\u{2066}!\u{feff}", Lines::One, "exe.txt!", 3),
        ("<script>alert(1)</script>", Lines::One, "<script>alert(1)</script>", 0),
        ("👩\u{200d}💻 مرحبا \u{200f}", Lines::One, "👩\u{200d}💻 مرحبا \u{200f}", 0),
    ] {
        assert_eq!(tidy(entered, lines), Entry { text: text.to_owned(), left_out }, "{entered:?}");
    }
}

#[test]
fn what_is_too_long_is_refused_with_a_sentence() {
    let mut decision = Decision::default();
    assert_eq!(
        set_title(&mut decision, &"ä".repeat(101)),
        Err("The title has 101 characters, but a link has room for 100. Shorten by 1 or more."
            .to_string())
    );
    assert_eq!(
        set_notes(&mut decision, &"😀".repeat(1200)),
        Err(
            "The notes have 1200 characters, but a link has room for 1000. Shorten by 200 or more."
                .to_string()
        )
    );
    assert_eq!(decision, Decision::default());
}

#[test]
fn title_and_notes_replace_one_another_and_go() {
    let mut decision = Decision::default();
    set_notes(&mut decision, "Two\nlines").unwrap();
    set_title(&mut decision, "First").unwrap();
    set_title(&mut decision, "Second").unwrap();
    assert_eq!((title(&decision), notes(&decision)), ("Second".into(), "Two\nlines".into()));
    assert!(!decision.unread.is_foreign());
    let tags: Vec<u8> = decision.unread.sections.iter().map(|(tag, _)| *tag).collect();
    assert_eq!(tags, [TITLE, NOTES]);
    set_title(&mut decision, " \n").unwrap();
    set_notes(&mut decision, "").unwrap();
    assert_eq!(decision, Decision::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_tidied_text_comes_back(text in "(?s).{0,120}") {
        let text = tidy(&text, Lines::Many).text;
        prop_assert_eq!(unpack(&pack(&text)), text);
    }

    #[test]
    fn any_symbols_are_a_text_of_bounded_length(symbols in prop::collection::vec(0u8..32, 0..80)) {
        prop_assert!(unpack(&symbols).chars().count() <= LONGEST_NOTES);
    }
}
