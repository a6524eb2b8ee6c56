//! From the pages as they are written to the pages as they are served.

use anyhow::{Context, Result};

use crate::assemble::{SCRIPT, STYLESHEET, WASM};
use crate::policy;
use crate::recipe::Recipe;

/// The element whose inner markup is what is shown before any script runs.
const OPENING: &str = "<decision-widget>";
const CLOSING: &str = "</decision-widget>";

/// Shows the inner markup. A root that came later would have it laid out anew.
const ROOT: &str = "<template shadowrootmode=\"open\"><slot></slot></template>";

/// The page with the prerendered widget as fallback; `attributes` begin with a
/// space.
pub(crate) fn filled(page: &str, attributes: &str, markup: &str) -> Result<String> {
    let (before, rest) =
        page.split_once(OPENING).with_context(|| format!("the page has no {OPENING}"))?;
    let (_, after) =
        rest.split_once(CLOSING).with_context(|| format!("the page has no {CLOSING}"))?;
    let opening = OPENING.trim_end_matches('>');
    Ok([before, opening, attributes, ">", ROOT, markup, CLOSING, after].concat())
}

/// The page without the lines that describe the build.
pub(crate) fn without_build_lines(page: &str, recipe: &Recipe) -> String {
    let mut page = page.to_owned();
    for line in &recipe.lines {
        page = page.replace(line, "");
    }
    page.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

/// The page as it goes online: everything it needs is asked for at once.
pub(crate) fn online(page: &str) -> String {
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{STYLESHEET}\">\n\
         <link rel=\"preload\" href=\"{WASM}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{SCRIPT}\"></script>\n\
         </head>"
    );
    guarded(&page.replacen("</head>", &head, 1))
}

/// The page with its policy, before anything that the policy is about.
pub(crate) fn guarded(page: &str) -> String {
    let head = format!("<head>\n{}", policy::online());
    page.replacen("<head>", &head, 1)
}

#[cfg(test)]
mod tests {
    use super::{ROOT, filled, online};

    #[test]
    fn the_fallback_is_replaced() {
        let page = "a<decision-widget>old</decision-widget>b";
        let expected = format!("a<decision-widget x>{ROOT}new</decision-widget>b");
        assert_eq!(filled(page, " x", "new").unwrap(), expected);
        let error = filled("<p>", "", "new").unwrap_err();
        assert_eq!(error.to_string(), "the page has no <decision-widget>");
    }

    #[test]
    fn the_policy_comes_before_what_it_is_about() {
        let page = online("<head>\n<title></title></head>");
        let policy = page.find("Content-Security-Policy").expect("it has a policy");
        assert!(policy < page.find("<link").expect("it has links"), "{page}");
    }
}
