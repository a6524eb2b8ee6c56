//! A sheet that grows downwards.

use crate::appearance::Theme;
use crate::layout::{Place, glyph};
use crate::words::{DIRECTION, LANGUAGE};

/// The width of every picture, in pixels.
const WIDTH: i32 = 720;
const MARGIN: i32 = 28;
/// Whether the picture is the mirror image of what is said here of left and
/// right.
const IS_MIRRORED: bool = matches!(DIRECTION.as_bytes(), b"rtl");
/// What a line of text takes, in hundredths of its size.
const LEADING: i32 = 140;
const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Roboto, sans-serif";

/// The page's colours are the pictures' colours.
const TOKENS: &str = include_str!("../../../styles/tokens.css");

/// How large and heavy text is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    size: i32,
    weight: i32,
    colour: &'static str,
}

pub(super) const TITLE: Style = Style { size: 20, weight: 600, colour: "ink" };
pub(super) const HEADING: Style = Style { size: 16, weight: 600, colour: "ink" };
pub(super) const NORMAL: Style = Style { size: 15, weight: 400, colour: "ink" };
pub(super) const STRONG: Style = Style { size: 15, weight: 600, colour: "ink" };
pub(super) const SOFT: Style = Style { size: 13, weight: 400, colour: "soft" };

/// Where a line of text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing and how far it has come, in pixels.
pub(super) struct Canvas {
    theme: Theme,
    title: String,
    body: String,
    y: i32,
}

impl Canvas {
    pub(super) fn new(theme: Theme) -> Self {
        Canvas { theme, title: String::new(), body: String::new(), y: MARGIN }
    }

    /// From where to where there is room.
    pub(super) const LEFT: i32 = MARGIN;
    pub(super) const RIGHT: i32 = WIDTH - MARGIN;

    /// A colour of the page by its token's name.
    fn colour(&self, token: &str) -> &'static str {
        let pair = TOKENS
            .split("--dw-")
            .find_map(|it| it.strip_prefix(token)?.strip_prefix(": light-dark("))
            .and_then(|it| it.split_once(')'))
            .and_then(|(pair, _)| pair.split_once(", "));
        match (pair, self.theme) {
            (Some((_, dark)), Theme::Dark) => dark,
            (Some((light, _)), _) => light,
            (None, _) => "gray",
        }
    }

    /// The colour of an option by its place in the dataset.
    pub(super) fn option_colour(&self, slot: Option<usize>) -> &'static str {
        let name = slot.map_or_else(|| "none".to_string(), |it| (it % 6).to_string());
        self.colour(&format!("option-{name}"))
    }

    pub(super) fn y(&self) -> i32 {
        self.y
    }

    /// Leaves room.
    pub(super) fn down(&mut self, by: i32) {
        self.y += by;
    }

    /// The title, in the picture and for those who hear it.
    pub(super) fn title(&mut self, text: &str, below: &str) {
        self.title = text.to_owned();
        self.paragraph(text, TITLE);
        if !below.is_empty() {
            self.down(2);
            self.paragraph(below, SOFT);
        }
        self.down(14);
    }

    /// Text over the whole width, in as many lines as it takes.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) {
        self.column(text, style, Canvas::LEFT, Canvas::RIGHT - Canvas::LEFT);
    }

    /// Text in a column, in as many lines as it takes.
    pub(super) fn column(&mut self, text: &str, style: Style, x: i32, width: i32) {
        for line in wrapped(text, style, width) {
            self.down(style.size * LEADING / 100);
            self.text(&line, style, x, Anchor::Start);
        }
    }

    /// A line of text on the present line.
    pub(super) fn text(&mut self, text: &str, style: Style, x: i32, anchor: Anchor) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let Style { size, weight, colour } = style;
        let (colour, y, x) = (self.colour(colour), self.y, across(x));
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{colour}\" text-anchor=\"{anchor}\">{}</text>",
            escaped(text)
        ));
    }

    /// A line of text that ends with `…` where there is no room for all of it.
    pub(super) fn clipped(&mut self, text: &str, style: Style, x: i32, anchor: Anchor, width: i32) {
        let mut shown = text.to_owned();
        while estimate(&shown, style) > width && !shown.is_empty() {
            shown = shown.trim_end_matches('…').to_owned();
            shown.pop();
            shown = format!("{}…", shown.trim_end());
        }
        self.text(&shown, style, x, anchor);
    }

    /// A bar between two places of an axis from `x` on.
    pub(super) fn bar(&mut self, [x, width]: [i32; 2], [start, length]: [Place; 2], fill: Fill) {
        let colour = match fill {
            Fill::Ground => self.colour("sunken"),
            Fill::Option(slot) | Fill::Faint(slot) => self.option_colour(slot),
        };
        let opacity = if matches!(fill, Fill::Faint(_)) { " fill-opacity=\"0.35\"" } else { "" };
        let (x, width) = (x + start.of(width), length.of(width));
        let (x, y) = (if IS_MIRRORED { across(x + width) } else { x }, self.y);
        self.put(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\" \
             fill=\"{colour}\"{opacity}/>"
        ));
    }

    /// A line in the colour of a token, or of an option.
    pub(super) fn line(&mut self, [x1, y1]: [i32; 2], [x2, y2]: [i32; 2], stroke: Stroke) {
        let (colour, width, opacity) = match stroke {
            Stroke::Axis => (self.colour("line"), 1, ""),
            Stroke::Span(slot) => (self.option_colour(Some(slot)), 5, " stroke-opacity=\"0.4\""),
            Stroke::Slope(slot) => (self.option_colour(Some(slot)), 3, ""),
        };
        let (x1, x2) = (across(x1), across(x2));
        self.put(&format!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" \
             stroke-width=\"{width}\" stroke-linecap=\"round\"{opacity}/>"
        ));
    }

    /// The shape of an option.
    pub(super) fn mark(&mut self, slot: usize, [x, y]: [i32; 2]) {
        let (colour, x) = (self.option_colour(Some(slot)), across(x));
        self.put(&format!(
            "<path transform=\"translate({x} {y})\" fill=\"{colour}\" d=\"{}\"/>",
            glyph(slot)
        ));
    }

    fn put(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// The picture with its last line: where it comes from.
    pub(super) fn finish(mut self, origin: &str) -> String {
        self.down(14);
        self.paragraph(origin, SOFT);
        let height = self.y + MARGIN;
        let ground = self.colour("ground");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
             width=\"{WIDTH}\" height=\"{height}\" role=\"img\" xml:lang=\"{LANGUAGE}\" \
             direction=\"{DIRECTION}\" font-family=\"{FONTS}\">\n\
             <title>{}</title>\n<desc>{}</desc>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{ground}\"/>\n{}</svg>\n",
            escaped(&self.title),
            escaped(origin),
            self.body
        )
    }
}

/// Where a place across the picture is drawn.
fn across(x: i32) -> i32 {
    if IS_MIRRORED { WIDTH - x } else { x }
}

/// How high a bar is.
pub(super) const BAR: i32 = 14;

/// What fills a bar; the place of an option, or none.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fill {
    Ground,
    Option(Option<usize>),
    Faint(Option<usize>),
}

/// What draws a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stroke {
    Axis,
    Span(usize),
    Slope(usize),
}

/// Text as XML has it. Characters that XML forbids become the sign for what
/// cannot be shown.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push('\u{fffd}')
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Lines that fit into a width. Fonts differ, so the widths are estimates on
/// the safe side: most letters take a little more than half their size.
fn wrapped(text: &str, style: Style, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a line");
        let together = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if estimate(&together, style) <= width {
            *line = together;
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for character in word.chars() {
            let line = lines.last_mut().expect("there is a line");
            line.push(character);
            if estimate(line, style) > width {
                line.pop();
                lines.push(character.to_string());
            }
        }
    }
    lines
}

/// The width of a text in pixels.
fn estimate(text: &str, style: Style) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|it| match it {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' => 35,
            'm' | 'w' | 'M' | 'W' | '%' | '@' => 92,
            'A'..='Z' => 68,
            '\u{1100}'.. => 105,
            _ => 57,
        })
        .sum();
    let bold = if style.weight > 400 { 106 } else { 100 };
    hundredths * style.size * bold / 10_000
}
