//! The description of the build that Trunk reads too: the `data-trunk` lines
//! of index.html.

use anyhow::{Context, Result};

/// What index.html says of the build.
#[derive(Debug, PartialEq)]
pub(crate) struct Recipe {
    /// The binary that becomes the page's module.
    pub(crate) bin: String,
    /// How hard wasm-opt tries, for instance `z`.
    pub(crate) level: String,
    /// Further arguments of wasm-opt.
    pub(crate) parameters: Vec<String>,
    /// The manifest of the module that reads other datasets.
    pub(crate) loader: String,
    /// The stylesheets of the first visit, the page's own first.
    pub(crate) styles: Vec<String>,
    /// Those that come with the first part of the program.
    pub(crate) later: Vec<String>,
    /// Those for texts that are written from right to left.
    pub(crate) rtl: Vec<String>,
    /// The script that starts the page.
    pub(crate) entry: String,
    /// The script that reads other datasets.
    pub(crate) other: String,
    /// Each line as it stands in the page, to be replaced.
    pub(crate) lines: Vec<String>,
}

impl Recipe {
    /// Reads the page's `data-trunk` lines.
    pub(crate) fn read(page: &str) -> Result<Self> {
        let tags: Vec<Tag> = tags(page);
        let rust = |kind: &str| {
            tags.iter().find(|tag| {
                tag.get("rel") == Some("rust") && tag.get("data-type").unwrap_or("main") == kind
            })
        };
        let main = rust("main").context("index.html names no program (rel=\"rust\")")?;
        let loader = rust("worker").context("index.html names no loader (data-type=\"worker\")")?;
        let entry = tags.iter().find_map(|tag| tag.get("src"));
        Ok(Recipe {
            bin: required(main, "data-bin")?,
            level: required(main, "data-wasm-opt")?,
            parameters: required(main, "data-wasm-opt-params")?
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            loader: required(loader, "href")?,
            styles: styles(&tags, None)?,
            later: styles(&tags, Some("data-later"))?,
            rtl: styles(&tags, Some("data-rtl"))?,
            entry: entry.context("index.html names no script that starts the page")?.to_owned(),
            other: required(
                tags.iter()
                    .find(|tag| tag.get("rel") == Some("copy-file"))
                    .context("index.html names no script for other datasets (rel=\"copy-file\")")?,
                "href",
            )?,
            lines: tags.into_iter().map(|tag| tag.text.to_owned()).collect(),
        })
    }
}

/// The stylesheets with this mark, or those without any.
fn styles(tags: &[Tag], mark: Option<&str>) -> Result<Vec<String>> {
    let sheets = tags.iter().filter(|tag| tag.get("rel") == Some("css"));
    let mark_of =
        |tag: &Tag| ["data-later", "data-rtl"].into_iter().find(|it| tag.text.contains(it));
    let wanted = sheets.filter(|tag| mark_of(tag) == mark);
    wanted.map(|tag| required(tag, "href")).collect()
}

fn required(tag: &Tag, name: &str) -> Result<String> {
    let value = tag.get(name).with_context(|| format!("{} has no {name}", tag.text))?;
    Ok(value.to_owned())
}

/// An element that Trunk takes care of.
struct Tag<'a> {
    text: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

/// Finds `<link data-trunk …>` and `<script data-trunk …></script>`. The page
/// is ours, so attribute values hold no `>` and are always quoted.
fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    for name in ["<link data-trunk", "<script data-trunk"] {
        for (start, _) in page.match_indices(name) {
            let rest = &page[start..];
            let Some(end) = rest.find('>') else { continue };
            let closing = "</script>";
            let whole = if rest[end + 1..].starts_with(closing) {
                end + 1 + closing.len()
            } else {
                end + 1
            };
            found
                .push(Tag { text: &rest[..whole], attributes: attributes(&rest[name.len()..end]) });
        }
    }
    found
}

fn attributes(text: &str) -> Vec<(&str, &str)> {
    let mut pieces = text.split('"');
    let mut found = Vec::new();
    while let (Some(name), Some(value)) = (pieces.next(), pieces.next()) {
        found.push((name.trim().trim_end_matches('='), value));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Recipe;

    const PAGE: &str = r#"
<link data-trunk rel="css" href="a.css" />
<link data-trunk rel="css" href="b.css" data-later />
<link data-trunk rel="css" href="c.css" data-rtl />
<link data-trunk rel="rust" data-bin="page" data-wasm-opt="z"
  data-wasm-opt-params="--one --two" />
<link data-trunk rel="rust" href="l/Cargo.toml" data-type="worker" />
<link data-trunk rel="copy-file" href="src/other.js" />
<script data-trunk type="module" src="src/entry.js"></script>
<script src="other.js"></script>"#;

    #[test]
    fn the_lines_of_trunk_are_read() {
        let recipe = Recipe::read(PAGE).unwrap();
        assert_eq!(recipe.bin, "page");
        assert_eq!(recipe.level, "z");
        assert_eq!(recipe.parameters, ["--one", "--two"]);
        assert_eq!(recipe.loader, "l/Cargo.toml");
        assert_eq!(recipe.styles, ["a.css"]);
        assert_eq!(recipe.later, ["b.css"]);
        assert_eq!(recipe.rtl, ["c.css"]);
        assert_eq!(recipe.entry, "src/entry.js");
        assert_eq!(recipe.lines.len(), 7);
        assert_eq!(recipe.other, "src/other.js");
        assert!(recipe.lines[6].ends_with("</script>"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = Recipe::read("<link data-trunk rel=\"css\" href=\"a.css\">").unwrap_err();
        assert_eq!(error.to_string(), "index.html names no program (rel=\"rust\")");
    }
}
