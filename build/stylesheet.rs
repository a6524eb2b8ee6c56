//! The widget's stylesheet: the files of a folder one after the other, without
//! comments and without the white space that only people need.

use std::fs;
use std::path::{Path, PathBuf};

/// Styles the stand-alone page around the widget, not the widget.
const NOT_OF_THE_WIDGET: &str = "page.css";

/// The tokens come first, so that every other file may use them.
const FIRST: &str = "tokens.css";

/// All stylesheets of `folder` as one text.
pub(crate) fn of_folder(folder: &str) -> String {
    let Ok(entries) = fs::read_dir(folder) else { return String::new() };
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| is_of_the_widget(path)).collect();
    files.sort_by_key(|path| (!path.ends_with(FIRST), path.clone()));
    let texts: Vec<String> = files
        .iter()
        .map(|path| fs::read_to_string(path).expect("a listed stylesheet can be read"))
        .collect();
    shorten(&texts.join("\n"))
}

fn is_of_the_widget(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "css") && !path.ends_with(NOT_OF_THE_WIDGET)
}

/// Drops comments, and white space next to braces, semicolons and commas. It
/// knows no more of CSS than that, so it cannot change what a rule means;
/// strings stay as they are.
pub(crate) fn shorten(css: &str) -> String {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '/' if rest.starts_with("/*") => comment_length(rest),
            '"' | '\'' => {
                let length = string_length(rest, next);
                short.push_str(&rest[..length]);
                length
            }
            _ if next.is_whitespace() => {
                let length = rest.len() - rest.trim_start().len();
                if !short.ends_with(is_separator) && !short.ends_with(' ') {
                    short.push(' ');
                }
                length
            }
            _ => {
                if is_separator(next) && short.ends_with(' ') {
                    short.pop();
                }
                if next == '}' && short.ends_with(';') {
                    short.pop();
                }
                short.push(next);
                next.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    short.trim().to_owned()
}

fn is_separator(it: char) -> bool {
    matches!(it, '{' | '}' | ';' | ',')
}

fn comment_length(text: &str) -> usize {
    text.find("*/").map_or(text.len(), |end| end + 2)
}

fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, it) in text.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if it == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}
