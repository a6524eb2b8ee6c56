//! What stands in `dist/` around the widget: the page that writes the lines for
//! other pages, the pages for frames, and the worker that keeps the page for
//! when there is no network.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use decision_widget::appearance::View;

use crate::assemble::{LATER_STYLESHEET, PAGE, SCRIPT, STYLESHEET, WASM, bundle};
use crate::compile::{Compiled, Markup, read};
use crate::page::{filled, guarded, online};
use crate::policy::hash;
use crate::shell::root;
use crate::texts::Texts;

/// What the files are made from.
pub(crate) const FILES: [&str; 8] = [
    "site/embed.css",
    "site/embed.html",
    "site/embed.js",
    "site/frame.html",
    "site/frame.js",
    "site/host.js",
    "site/page.js",
    "site/service-worker.js",
];

/// The modules, with what follows the widget's name in `dist/`.
const MODULES: [(&str, &str); 5] = [
    ("site/embed.css", "decision-widget-embed.css"),
    ("site/embed.js", "decision-widget-embed.js"),
    ("site/frame.js", "decision-widget-frame.js"),
    ("site/host.js", "decision-widget-host.js"),
    ("site/page.js", PAGE_SCRIPT),
];

/// What index.html does after it has loaded.
pub(crate) const PAGE_SCRIPT: &str = "decision-widget-page.js";
/// It must lie beside the page that it answers for.
pub(crate) const WORKER: &str = "service-worker.js";

/// Writes them into `folder`, where the widget is already, by way of `staging`.
/// `parts` are the files that index.html asks for when they are wanted.
pub(crate) fn write(
    folder: &Path,
    staging: &Path,
    compiled: &Compiled,
    parts: &[String],
) -> Result<()> {
    let Compiled { markup, texts, .. } = compiled;
    for (from, to) in MODULES {
        let mut from = root().join(from);
        if to.ends_with(".js") {
            let script = texts.in_script(&read(&from)?)?;
            from = staging.join(to);
            fs::write(&from, script)?;
        }
        bundle(&from, &folder.join(to))?;
    }
    let site = Site { folder: folder.to_owned() };
    site.write_frames(markup, texts)?;
    site.write_embed_page(texts)?;
    fs::write(folder.join("snippet.html"), snippet(&markup.embedded, texts)?)?;
    site.write_worker(parts)
}

struct Site {
    folder: PathBuf,
}

impl Site {
    fn hash(&self, name: &str) -> Result<String> {
        Ok(hash(&fs::read(self.folder.join(name))?))
    }

    /// A page for each view, so that a frame shows something before any script
    /// runs, and shows the same afterwards. It shows all of it at once: half a
    /// chart would move when the other half comes.
    fn write_frames(&self, markup: &Markup, texts: &Texts) -> Result<()> {
        let frame = texts.in_page(&read("site/frame.html")?)?;
        for (view, markup) in &markup.views {
            let attributes = format!(" view=\"{view}\" link-base=\"{PAGE}\"");
            let mut page = online(&filled(&frame, &attributes, markup)?);
            if matches!(View::of(view), View::Chart(chart) if chart.is_fetched()) {
                let link =
                    format!("<link rel=\"stylesheet\" href=\"{LATER_STYLESHEET}\">\n</head>");
                page = page.replacen("</head>", &link, 1);
            }
            fs::write(self.folder.join(format!("frame-{view}.html")), page)?;
        }
        Ok(())
    }

    fn write_embed_page(&self, texts: &Texts) -> Result<()> {
        let page = texts.in_page(&read("site/embed.html")?)?;
        let page = replaced(&page, "data-integrity=\"\"", |_| {
            Ok(format!("data-integrity=\"{}\"", self.hash(SCRIPT)?))
        })?;
        Ok(fs::write(self.folder.join("embed.html"), guarded(&page))?)
    }

    fn write_worker(&self, parts: &[String]) -> Result<()> {
        let mut files = BTreeMap::from([("./", self.hash(PAGE)?)]);
        let always = [SCRIPT, STYLESHEET, WASM, PAGE_SCRIPT];
        for name in always.into_iter().chain(parts.iter().map(String::as_str)) {
            files.insert(name, self.hash(name)?);
        }
        let files = serde_json::to_string(&files)?;
        let version = hash(files.as_bytes());
        let worker = read("site/service-worker.js")?;
        let worker = replaced(&worker, "FILES = {}", |_| Ok(format!("FILES = {files}")))?;
        let worker =
            replaced(&worker, "VERSION = \"\"", |_| Ok(format!("VERSION = \"{version}\"")))?;
        let draft = self.folder.join(WORKER);
        fs::write(&draft, worker)?;
        bundle(&draft, &draft)
    }
}

fn replaced(text: &str, old: &str, new: impl FnOnce(&str) -> Result<String>) -> Result<String> {
    ensure!(text.matches(old).count() == 1, "{old:?} must stand in the file once");
    Ok(text.replacen(old, &new(old)?, 1))
}

/// The element with a declared shadow root, for those who build their pages by a
/// program: all can be read before any script runs. The place of the files is
/// the page's own folder.
fn snippet(markup: &str, texts: &Texts) -> Result<String> {
    let (title, about) = (texts.get("title")?, texts.get("about")?);
    Ok(format!(
        "<script type=\"module\" src=\"{SCRIPT}\"></script>\n\
         <decision-widget>\n\
         <template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{STYLESHEET}\">\
         <div part=\"widget\">{markup}</div></template>\n\
         <p><a href=\"{PAGE}\">{title}</a> {about}</p>\n\
         </decision-widget>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn what_is_replaced_must_be_there_once() {
        let replace =
            |text| replaced(text, "a", |it| Ok(format!("{it}b"))).map_err(|it| it.to_string());
        assert_eq!(replace("xax"), Ok("xabx".to_owned()));
        for text in ["", "aa"] {
            assert_eq!(
                replace(text),
                Err("\"a\" must stand in the file once".to_owned()),
                "{text}"
            );
        }
    }
}
