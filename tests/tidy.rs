//! What holds for every file of the repository: how long it may grow, which
//! module may import which, where colours live, which classes exist.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file that grows beyond this wants splitting.
const LONGEST: usize = 350;

/// A file with its path from the root of the repository.
struct File {
    path: String,
    text: String,
}

fn files(folder: &str, extension: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), extension, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| File {
            text: fs::read_to_string(&path).expect("a listed file can be read"),
            path: path.strip_prefix(root).expect("it lies in the root").display().to_string(),
        })
        .collect()
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
}

#[track_caller]
fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// Every line of code that holds one of `words`; comments may speak of
/// anything.
fn lines_with<'a>(files: impl IntoIterator<Item = &'a File>, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if let Some(word) = words.iter().find(|word| code.contains(**word)) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    found
}

fn is_view(file: &&File) -> bool {
    file.path.starts_with("src/views/")
}

/// The modules that may know a browser at all.
fn is_of_the_page(file: &&File) -> bool {
    is_view(file)
        || file.path.starts_with("src/element")
        || file.path.starts_with("src/bin/")
        || file.path.starts_with("src/browser")
        || ["src/details.rs", "src/main.rs", "src/lib.rs"].contains(&&*file.path)
}

#[test]
fn no_file_grows_too_long() {
    let folders = ["src", "crates", "xtask", "tests"];
    let sources = folders.iter().flat_map(|folder| files(folder, "rs"));
    let scripts = ["src", "site", "tests/e2e"]
        .into_iter()
        .flat_map(|folder| files(folder, "js").into_iter().chain(files(folder, "mjs")));
    let long = sources.chain(scripts).filter(|file| file.text.lines().count() > LONGEST);
    none(long.map(|it| format!("{}: {} lines", it.path, it.text.lines().count())).collect());
}

#[test]
fn pure_modules_know_no_browser() {
    let sources = files("src", "rs");
    let pure = sources.iter().filter(|file| !is_of_the_page(file));
    none(lines_with(pure, &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"]));
}

#[test]
fn views_compute_nothing() {
    let sources = files("src", "rs");
    none(lines_with(sources.iter().filter(is_view), &["smaa"]));
}

#[test]
fn one_module_touches_the_browser() {
    let sources = files("src", "rs");
    let others = sources
        .iter()
        .filter(|file| !file.path.starts_with("src/browser"))
        .filter(|file| !file.path.starts_with("src/element"));
    let touches = [
        "web_sys::window",
        "gloo::utils",
        "gloo::timers",
        "gloo::storage",
        "gloo::history",
        "location()",
        "history()",
        "clipboard()",
        "set_timeout",
    ];
    none(lines_with(others, &touches));
}

#[test]
fn views_write_no_markup_as_text() {
    let sources = files("src/views", "rs");
    none(lines_with(&sources, &["serde_json", "set_inner_html", "from_html_unchecked"]));
}

/// A strict content security policy forbids `style` attributes.
#[test]
fn views_write_no_style_attributes() {
    let sources = files("src", "rs");
    none(lines_with(sources.iter().filter(is_view), &[" style=", "{style}", "\"style\""]));
}

#[test]
fn colours_live_in_the_tokens_file_only() {
    let sheets = files("styles", "css");
    let others = sheets.iter().filter(|sheet| !sheet.path.ends_with("tokens.css"));
    let mut found = Vec::new();
    for sheet in others {
        for (number, line) in sheet.text.lines().enumerate() {
            let is_colour = has_hex_colour(line) || FUNCTIONS.iter().any(|it| line.contains(it));
            if is_colour {
                found.push(format!("{}:{}: {}", sheet.path, number + 1, line.trim()));
            }
        }
    }
    none(found);
}

const FUNCTIONS: [&str; 7] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch("];

/// `#` and at least three hexadecimal digits, in a value.
fn has_hex_colour(line: &str) -> bool {
    let Some((_, value)) = line.split_once(':') else { return false };
    value
        .split('#')
        .skip(1)
        .any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3)
}

#[test]
fn every_class_is_used_and_has_a_rule() {
    let sheets = files("styles", "css");
    let sources = files("src/views", "rs");
    let styled: BTreeSet<String> = sheets
        .iter()
        .flat_map(|sheet| names_after(&without_css_comments(&sheet.text), '.'))
        .collect();
    let used: BTreeSet<String> = sources.iter().flat_map(|file| classes_of(&file.text)).collect();
    let unstyled = used.difference(&styled).map(|it| format!(".{it} is used but has no rule"));
    let unused = styled.difference(&used).map(|it| format!(".{it} has a rule but is not used"));
    none(unstyled.chain(unused).collect());
}

const PREFIX: &str = "dw-";

/// The widget's names that follow `mark` in a stylesheet.
fn names_after(css: &str, mark: char) -> Vec<String> {
    css.split(mark).skip(1).filter_map(name_at_start).collect()
}

/// The widget's names in the string literals of a view. Classes are written
/// out in full, so that they can be found.
fn classes_of(source: &str) -> Vec<String> {
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let literals = code.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    literals.iter().flat_map(|it| it.split_whitespace()).filter_map(name_at_start).collect()
}

fn name_at_start(text: &str) -> Option<String> {
    let end = text
        .find(|it: char| !it.is_ascii_alphanumeric() && it != '-' && it != '_')
        .unwrap_or(text.len());
    text.starts_with(PREFIX).then(|| text[..end].to_owned())
}

fn without_css_comments(css: &str) -> String {
    let pieces = css.split("/*");
    let code = pieces.enumerate().map(|(at, piece)| match at {
        0 => piece,
        _ => piece.split_once("*/").map_or("", |(_, code)| code),
    });
    code.collect()
}

/// Trunk and `cargo xtask dist` join what the page lists.
#[test]
fn every_stylesheet_is_part_of_the_page() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html"))
        .expect("the page can be read");
    let is_missing = |file: &File| !page.contains(&format!("rel=\"css\" href=\"{}\"", file.path));
    let missing = files("styles", "css").into_iter().filter(is_missing);
    none(missing.map(|file| format!("index.html does not list {}", file.path)).collect());
}

/// A language may be written from right to left: sides are start and end.
#[test]
fn styles_name_no_left_or_right() {
    let physical = |line: &str| {
        let Some((name, value)) = line.split_once(':') else { return false };
        let value = value.trim().trim_end_matches(';');
        let sides: Vec<&str> = value.split_whitespace().collect();
        let is_shorthand = ["padding", "margin", "inset", "border-radius"].contains(&name.trim());
        let is_uneven = is_shorthand && sides.len() == 4 && sides[1] != sides[3];
        name.split('-').chain(sides).any(|it| matches!(it.trim(), "left" | "right")) || is_uneven
    };
    let mut found = Vec::new();
    for sheet in files("styles", "css").into_iter().chain(files("site", "css")) {
        let lines = without_css_comments(&sheet.text);
        let lines = lines.lines().filter(|it| physical(it));
        found.extend(lines.map(|it| format!("{}: {}", sheet.path, it.trim())));
    }
    none(found);
}
