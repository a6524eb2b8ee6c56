//! Texts of the catalogue, where pages and scripts have their names in two pairs
//! of braces.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// What the prerenderer writes of the catalogue and of the comparison.
#[derive(Debug, Deserialize)]
pub(crate) struct Texts {
    language: String,
    direction: String,
    texts: BTreeMap<String, String>,
    /// Links of the situations that an author may start from, with their names.
    presets: Vec<(String, String)>,
}

/// The root of every page as it is written.
const ROOT: &str = "<html lang=\"en\">";
/// Where a page offers situations.
const PRESETS: &str = "<!-- presets -->\n";

impl Texts {
    /// Reads what the prerenderer wrote.
    ///
    /// # Errors
    /// When it is something else.
    pub(crate) fn read(json: &str) -> Result<Self> {
        serde_json::from_str(json).context("the prerenderer wrote no texts")
    }

    /// Whether lines begin on the right.
    pub(crate) fn are_rtl(&self) -> bool {
        self.direction == "rtl"
    }

    /// A text as it stands in a page.
    pub(crate) fn get(&self, name: &str) -> Result<String> {
        Ok(markup(self.plain(name)?))
    }

    fn plain(&self, name: &str) -> Result<&str> {
        let found = self.texts.get(name);
        Ok(found.with_context(|| format!("the catalogue has no text \"{name}\""))?)
    }

    /// A page with its texts.
    ///
    /// # Errors
    /// When it names a text that the catalogue does not have.
    pub(crate) fn in_page(&self, page: &str) -> Result<String> {
        ensure!(page.contains(ROOT), "the page has no {ROOT}");
        let direction = match self.direction.as_str() {
            "ltr" => String::new(),
            other => format!(" dir=\"{other}\""),
        };
        let page = page.replacen(ROOT, &format!("<html lang=\"{}\"{direction}>", self.language), 1);
        let preset = |(link, name): &(String, String)| {
            format!("<option value=\"{link}\">{}</option>\n", markup(name))
        };
        let presets: String = self.presets.iter().map(preset).collect();
        self.filled(&page.replacen(PRESETS, &presets, 1), |text| Ok(markup(text)))
    }

    /// A script with its texts, each between backticks already.
    ///
    /// # Errors
    /// When it names a text that the catalogue does not have, or a text something
    /// that the script does not know.
    pub(crate) fn in_script(&self, script: &str) -> Result<String> {
        self.filled(script, |text| {
            for name in text.split('{').skip(1).filter_map(|it| it.split_once('}')) {
                ensure!(
                    script.contains(name.0),
                    "a script does not know {{{}}} of {text:?}",
                    name.0
                );
            }
            Ok(text.replace('\\', "\\\\").replace('`', "\\`").replace('{', "${"))
        })
    }

    fn filled(&self, template: &str, written: impl Fn(&str) -> Result<String>) -> Result<String> {
        let mut pieces = template.split("{{");
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once("}}").context("a name of a text has no end")?;
            filled.push_str(&written(self.plain(name)?)?);
            filled.push_str(rest);
        }
        Ok(filled)
    }
}

/// Text in markup; what stands between backticks is code.
fn markup(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let pieces = escaped.replace('"', "&quot;");
    let pieces = pieces.split('`').enumerate();
    pieces
        .map(|(at, it)| if at % 2 == 1 { format!("<code>{it}</code>") } else { it.to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Texts;

    fn texts(direction: &str) -> Texts {
        let texts = [("a", "1 < 2 in `<b>`"), ("b", "no {reason} `at` all")];
        Texts {
            language: "xx".to_owned(),
            direction: direction.to_owned(),
            texts: texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into(),
            presets: vec![("1a".to_owned(), "A & B".to_owned())],
        }
    }

    #[test]
    fn pages_have_texts_a_language_and_situations() {
        let page = "<html lang=\"en\"><p title=\"{{a}}\">\n<!-- presets -->\n";
        let filled = texts("rtl").in_page(page).unwrap();
        let expected = "<html lang=\"xx\" dir=\"rtl\"><p title=\"1 &lt; 2 in <code>&lt;b&gt;</code>\">\n\
                        <option value=\"1a\">A &amp; B</option>\n";
        assert_eq!(filled, expected);
        assert_eq!(texts("ltr").in_page("<html lang=\"en\">").unwrap(), "<html lang=\"xx\">");
    }

    #[test]
    fn scripts_have_texts_with_what_they_know() {
        let filled = texts("ltr").in_script("say(reason, `{{b}}`)").unwrap();
        assert_eq!(filled, "say(reason, `no ${reason} \\`at\\` all`)");
    }

    #[test]
    fn what_is_unknown_is_named() {
        let error = |it: anyhow::Result<String>| it.unwrap_err().to_string();
        assert_eq!(error(texts("ltr").in_script("`{{c}}`")), "the catalogue has no text \"c\"");
        let unknown = error(texts("ltr").in_script("`{{b}}`"));
        assert_eq!(unknown, "a script does not know {reason} of \"no {reason} `at` all\"");
        assert_eq!(error(texts("ltr").in_page("<p>")), "the page has no <html lang=\"en\">");
    }
}
