//! From compiled parts to the files of `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compile::{Compiled, read};
use crate::dist;
use crate::offline;
use crate::policy;
use crate::recipe::Recipe;
use crate::shell::{output, program, root, run_quietly, target};
use crate::shorten::{self, Names};
use crate::tools::npm_program;

/// The names that embedders rely on.
pub(crate) const SCRIPT: &str = "decision-widget.js";
pub(crate) const WASM: &str = "decision-widget.wasm";
pub(crate) const STYLESHEET: &str = "decision-widget.css";
pub(crate) const PAGE: &str = "index.html";
pub(crate) const OFFLINE: &str = "decision-widget.html";
const LOADER_SCRIPT: &str = "decision-widget-loader.js";
const LOADER_WASM: &str = "decision-widget-loader.wasm";

/// The element whose inner markup is the fallback.
const OPENING: &str = "<decision-widget>";
const CLOSING: &str = "</decision-widget>";

/// Makes a fresh `dist/`.
pub(crate) fn assemble(page: &str, recipe: &Recipe, compiled: &Compiled) -> Result<()> {
    let staging = Staging::fresh()?;
    let out = Out::fresh()?;
    staging.bind(&compiled.bindgen, &compiled.page)?;
    staging.finish(recipe, &recipe.bin, &out.file(WASM))?;
    staging.bind(&compiled.bindgen, &compiled.loader)?;
    staging.finish(recipe, "decision_widget_loader", &out.file(LOADER_WASM))?;

    let entry = staging.folder.join("entry.js");
    fs::copy(root().join(&recipe.entry), &entry)?;
    bundle(&entry, &out.file(SCRIPT))?;
    bundle(&staging.folder.join("decision_widget_loader.js"), &out.file(LOADER_SCRIPT))?;

    let styles = stylesheet(recipe, compiled, &staging.folder.join(STYLESHEET))?;
    fs::write(out.file(STYLESHEET), &styles)?;
    let page = filled(page, &compiled.markup)?;
    fs::write(out.file(PAGE), online(&page, recipe))?;
    let script = fs::read_to_string(out.file(SCRIPT))?;
    let wasm = fs::read(out.file(WASM))?;
    let parts = offline::Parts { script: &script, styles: &styles, wasm: &wasm };
    fs::write(out.file(OFFLINE), offline::page(&without_build_lines(&page, recipe), &parts)?)?;
    Ok(())
}

/// Where the parts lie side by side before they are joined.
struct Staging {
    folder: PathBuf,
}

impl Staging {
    fn fresh() -> Result<Self> {
        let folder = target().join("staging");
        empty(&folder)?;
        Ok(Staging { folder })
    }

    fn bind(&self, bindgen: &Path, wasm: &Path) -> Result<()> {
        run_quietly(program(bindgen).arg(wasm).arg(&self.folder))
    }

    /// Shrinks the wasm of `stem` into `to`, and makes its glue use the short
    /// names and look for the file under the name that it has in `dist/`.
    fn finish(&self, recipe: &Recipe, stem: &str, to: &Path) -> Result<()> {
        let wasm = format!("{stem}_bg.wasm");
        let names = optimise(recipe, &self.folder.join(&wasm), to)?;
        let glue = self.folder.join(format!("{stem}.js"));
        let text = fs::read_to_string(&glue)
            .with_context(|| format!("wasm-bindgen left no {}", glue.display()))?;
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        Ok(fs::write(&glue, names.apply(&text).replace(&wasm, &name))?)
    }
}

struct Out {
    folder: PathBuf,
}

impl Out {
    fn fresh() -> Result<Self> {
        let folder = dist::folder();
        empty(&folder)?;
        Ok(Out { folder })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

fn optimise(recipe: &Recipe, from: &Path, to: &Path) -> Result<Names> {
    let printed = output(
        program(npm_program("wasm-opt"))
            .arg(format!("-O{}", recipe.level))
            .arg(shorten::PASS)
            .args(&recipe.parameters)
            .arg(from)
            .arg("-o")
            .arg(to),
    )?;
    Names::read(&printed)
}

/// Joins a module and all that it imports into one short file. The loader is
/// left apart: most readers never need it.
fn bundle(from: &Path, to: &Path) -> Result<()> {
    run_quietly(
        program(npm_program("esbuild"))
            .arg(from)
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--log-level=warning",
            ])
            .arg(format!("--external:./{LOADER_SCRIPT}"))
            .arg(format!("--outfile={}", to.display())),
    )
}

/// The page's own rules, and the widget's for its fallback, which stands in
/// the page and not in a shadow root.
fn stylesheet(recipe: &Recipe, compiled: &Compiled, scratch: &Path) -> Result<String> {
    let mut rules = String::new();
    for file in &recipe.styles {
        rules.push_str(&read(file)?);
    }
    rules.push_str(&outside_a_shadow_root(&compiled.stylesheet));
    fs::write(scratch, rules)?;
    let short = scratch.with_extension("min.css");
    run_quietly(
        program(npm_program("esbuild"))
            .arg(scratch)
            .args(["--minify", "--log-level=error"])
            .arg(format!("--outfile={}", short.display())),
    )?;
    Ok(fs::read_to_string(short)?.trim().to_owned())
}

/// `:host(X)` and `:host` speak of the element itself; so does its name.
fn outside_a_shadow_root(rules: &str) -> String {
    let mut out = String::with_capacity(rules.len());
    let mut rest = rules;
    while let Some((before, after)) = rest.split_once(":host") {
        out.push_str(before);
        out.push_str("decision-widget");
        rest = match after.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
            Some((condition, after)) => {
                out.push_str(condition);
                after
            }
            None => after,
        };
    }
    out + rest
}

/// The page with the prerendered widget as fallback.
fn filled(page: &str, markup: &str) -> Result<String> {
    let (before, rest) =
        page.split_once(OPENING).with_context(|| format!("index.html has no {OPENING}"))?;
    let (_, after) =
        rest.split_once(CLOSING).with_context(|| format!("index.html has no {CLOSING}"))?;
    Ok([before, OPENING, markup, CLOSING, after].concat())
}

fn without_build_lines(page: &str, recipe: &Recipe) -> String {
    let mut page = page.to_owned();
    for line in &recipe.lines {
        page = page.replace(line, "");
    }
    page.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

/// The page as it goes online: everything it needs is asked for at once.
fn online(page: &str, recipe: &Recipe) -> String {
    let head = format!(
        "{policy}\n\
         <link rel=\"stylesheet\" href=\"{STYLESHEET}\">\n\
         <link rel=\"modulepreload\" href=\"{SCRIPT}\">\n\
         <link rel=\"preload\" href=\"{WASM}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{SCRIPT}\"></script>\n\
         </head>",
        policy = policy::online(),
    );
    without_build_lines(page, recipe).replacen("</head>", &head, 1)
}

#[cfg(test)]
mod tests {
    use super::{filled, outside_a_shadow_root};

    #[test]
    fn the_elements_own_rules_hold_outside_a_shadow_root() {
        let inside = ":host{a:b}:host([theme=dark]) .x{c:d}";
        let outside = "decision-widget{a:b}decision-widget[theme=dark] .x{c:d}";
        assert_eq!(outside_a_shadow_root(inside), outside);
    }

    #[test]
    fn the_fallback_is_replaced() {
        let page = "a<decision-widget>old</decision-widget>b";
        assert_eq!(filled(page, "new").unwrap(), "a<decision-widget>new</decision-widget>b");
    }
}
