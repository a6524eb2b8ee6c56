//! Charts and codes.

use decision_widget::appearance::Theme;
use decision_widget::link;
use decision_widget::record::{self, svg};

use super::{CASES, CLEAR, CONFLICT, Case, NOTHING};

#[test]
fn pictures_are_sound_and_carry_their_title() {
    let mut drawn = 0;
    for case in CASES.iter() {
        for chart in svg::Chart::ALL {
            for theme in [Theme::Light, Theme::Dark] {
                let Some(picture) = svg::draw(&case.record(), chart, theme) else { continue };
                let xml = roxmltree::Document::parse(&picture)
                    .unwrap_or_else(|error| panic!("{} is no XML: {error}", chart.name()));
                assert!(
                    xml.descendants()
                        .all(|it| !it.has_tag_name("script") && !it.has_tag_name("img")),
                    "text has become an element"
                );
                let title = xml
                    .descendants()
                    .find(|it| it.has_tag_name(("http://www.w3.org/2000/svg", "title")));
                assert!(title.and_then(|it| it.text()).is_some_and(|it| !it.is_empty()));
                // Colours stand in the picture, and no style of a page is asked for.
                assert!(!picture.contains("var(") && !picture.contains("class="));
                drawn += 1;
            }
        }
    }
    assert!(drawn > 20, "only {drawn} were drawn");
}

#[test]
fn themes_have_the_colours_of_the_page() {
    let case = Case::of(CLEAR);
    let drawn = |theme| svg::draw(&case.record(), svg::Chart::Shares, theme).expect("there is one");
    let (light, dark) = (drawn(Theme::Light), drawn(Theme::Dark));
    let tokens = include_str!("../../styles/tokens.css");
    for (picture, colour) in [(&light, "#005a8f"), (&dark, "#4a9fd8"), (&dark, "#16181b")] {
        assert!(tokens.contains(colour) && picture.contains(colour), "{colour}");
    }
    assert!(!light.contains("gray"), "a token was not found");
}

#[test]
fn bars_are_as_long_as_their_shares() {
    let case = Case::of(CLEAR);
    let picture = svg::draw(&case.record(), svg::Chart::Shares, Theme::Light).unwrap();
    let xml = roxmltree::Document::parse(&picture).unwrap();
    let bars = xml.descendants().filter(|it| it.attribute("height") == Some("14"));
    let widths: Vec<f64> = bars.map(|it| it.attribute("width").unwrap().parse().unwrap()).collect();
    let shares = widths.chunks(2).map(|pair| pair[1] / pair[0]);
    for (drawn, option) in shares.zip(&case.report.options) {
        assert!((drawn - option.first_rank()).abs() < 0.002, "{}", option.id);
    }
}

#[test]
fn without_a_verdict_there_is_nothing_to_draw() {
    let case = Case::of(NOTHING);
    assert_eq!(svg::draw(&case.record(), svg::Chart::Shares, Theme::Light), None);
    assert_eq!(svg::draw(&case.record(), svg::Chart::Contributions, Theme::Light), None);
    assert!(svg::draw(&case.record(), svg::Chart::Assessments, Theme::Light).is_some());
}

/// Reads a code as a camera would.
fn scanned(code: &record::QrCode) -> String {
    const SCALE: usize = 4;
    let size = usize::try_from(code.size).unwrap();
    let mut dark = vec![false; size * size];
    for run in code.path.split('M').skip(1) {
        let numbers = run.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
        let numbers: Vec<usize> = numbers.map(|it| it.parse().unwrap()).collect();
        let [x, y, length, ..] = numbers[..] else { panic!("{run}") };
        dark[y * size + x..][..length].fill(true);
    }
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
            if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 }
        });
    let grids = image.detect_grids();
    grids.first().expect("there is a code").decode().expect("it can be read").1
}

#[test]
fn a_code_opens_the_same_decision() {
    for answers in [CLEAR, CONFLICT, NOTHING] {
        let case = Case::of(answers);
        let read = scanned(&record::qr_code(&case.link).expect("it is short enough"));
        let (base, state) = read.rsplit_once("#d=").unwrap_or((&read, ""));
        assert_eq!(base, "https://example.org/a_b/");
        assert_eq!(link::decode(&case.dataset, state).decision, case.decision);
    }
}

#[test]
fn a_link_that_no_camera_reads_is_said_so() {
    let link = format!("https://example.org/#d=1{}", "z".repeat(2_000));
    assert_eq!(
        record::qr_code(&link),
        Err("The link is too long for a code that a camera can read. Shorten the notes, or send \
             the link."
            .to_string())
    );
}
