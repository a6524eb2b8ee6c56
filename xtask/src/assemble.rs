//! From compiled parts to the files of `dist/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::compile::{Compiled, read};
use crate::glue;
use crate::language::Language;
use crate::offline;
use crate::page::{filled, online, without_build_lines};
use crate::parts::{INDEX, Parts};
use crate::policy;
use crate::recipe::Recipe;
use crate::shell::{output, program, run_quietly};
use crate::shorten::{self, Names};
use crate::site::{self, PAGE_SCRIPT};
use crate::tools::npm_program;

/// The names that embedders rely on.
pub(crate) const SCRIPT: &str = "decision-widget.js";
pub(crate) const WASM: &str = "decision-widget.wasm";
pub(crate) const STYLESHEET: &str = "decision-widget.css";
/// The rules that come with the first part that is fetched, for pages that show
/// what parts draw before any script runs.
pub(crate) const LATER_STYLESHEET: &str = "decision-widget-later.css";
pub(crate) const PAGE: &str = "index.html";
pub(crate) const OFFLINE: &str = "decision-widget.html";
pub(crate) const LOADER_SCRIPT: &str = "decision-widget-other.js";
pub(crate) const LOADER_WASM: &str = "decision-widget-loader.wasm";

/// Only the page that is served has others beside it. The script goes on when it
/// finds this.
fn footer(text: &str) -> String {
    format!(
        "</main>\n<footer id=\"decision-widget-page\"><a href=\"embed.html\">{text}</a></footer>"
    )
}

/// Makes a fresh `dist/`.
pub(crate) fn assemble(
    page: &str,
    recipe: &Recipe,
    compiled: &Compiled,
    language: &Language,
) -> Result<()> {
    let staging = Staging::fresh(language)?;
    let out = Out::fresh(language)?;
    let texts = &compiled.texts;
    staging.bind(program(&compiled.bindgen).arg("--split").arg(&compiled.page))?;
    let cut_off = Parts::read(&staging.folder)?;
    staging.shorten_glue(&recipe.bin)?;
    staging.extend_glue(&recipe.bin, &cut_off.glue())?;
    staging.finish(recipe, &recipe.bin, &out.file(WASM))?;
    for file in cut_off.files() {
        let from = staging.folder.join(&file.stem).with_extension("wasm");
        optimise(recipe, &[], &from, &out.file(&file.name))?;
    }
    let mut styles = recipe.styles.clone();
    if texts.are_rtl() {
        styles.extend(recipe.rtl.clone());
    }
    let styles = stylesheet(&styles, &staging.folder.join(STYLESHEET))?;
    fs::write(out.file(STYLESHEET), &styles)?;
    let later = stylesheet(&recipe.later, &staging.folder.join(LATER_STYLESHEET))?;
    fs::write(out.file(LATER_STYLESHEET), &later)?;
    let index = cut_off.index(&later, |name| Ok(policy::hash(&fs::read(out.file(name))?)))?;
    fs::write(out.file(INDEX), index)?;
    staging.extend_glue(&recipe.bin, &hashes(&out, &[WASM, STYLESHEET, INDEX])?)?;
    staging.bind(program(&compiled.bindgen).arg(&compiled.loader))?;
    staging.finish(recipe, "decision_widget_loader", &out.file(LOADER_WASM))?;

    let staged = |name: &str| staging.folder.join(name);
    fs::write(staged("entry.js"), texts.in_script(&read(&recipe.entry)?)?)?;
    bundle(&staged("entry.js"), &out.file(SCRIPT))?;
    fs::rename(staged("decision_widget_loader.js"), staged("decision-widget-loader.js"))?;
    fs::write(staged(LOADER_SCRIPT), texts.in_script(&read(&recipe.other)?)?)?;
    bundle(&staged(LOADER_SCRIPT), &out.file(LOADER_SCRIPT))?;

    let page = texts.in_page(&without_build_lines(page, recipe))?;
    let page = filled(&page, "", compiled.markup.full())?;
    fs::write(
        out.file(PAGE),
        online(&page).replacen("</main>", &footer(&texts.get("put_on_page")?), 1),
    )?;
    let script = fs::read_to_string(out.file(SCRIPT))?;
    let names = cut_off.files().into_iter().map(|it| it.name);
    let wasm = std::iter::once(WASM.to_owned()).chain(names);
    let wasm = wasm.map(|name| Ok((fs::read(out.file(&name))?, name))).collect::<Result<_>>()?;
    let index = fs::read_to_string(out.file(INDEX))?;
    let parts = offline::Parts { script: &script, styles: &styles, index: &index, wasm };
    fs::write(out.file(OFFLINE), offline::page(&page, &parts)?)?;
    let mut parts: Vec<String> = cut_off.files().into_iter().map(|it| it.name).collect();
    parts.push(INDEX.to_owned());
    site::write(&out.folder, &staging.folder, compiled, &parts)
}

/// Where the parts lie side by side before they are joined.
struct Staging {
    folder: PathBuf,
}

impl Staging {
    fn fresh(language: &Language) -> Result<Self> {
        let folder = language.scratch("staging");
        empty(&folder)?;
        Ok(Staging { folder })
    }

    fn bind(&self, bindgen: &mut Command) -> Result<()> {
        run_quietly(bindgen.arg(&self.folder))
    }

    /// Appends to the glue of `stem`.
    fn extend_glue(&self, stem: &str, more: &str) -> Result<()> {
        let glue = self.folder.join(format!("{stem}.js"));
        Ok(fs::write(&glue, fs::read_to_string(&glue)? + more)?)
    }

    /// Takes out of the glue of `stem` what this page has no use for.
    fn shorten_glue(&self, stem: &str) -> Result<()> {
        let glue = self.folder.join(format!("{stem}.js"));
        Ok(fs::write(&glue, glue::shorten(&fs::read_to_string(&glue)?)?)?)
    }

    /// Shrinks the wasm of `stem` into `to`, and makes its glue use the short
    /// names and look for the file under the name that it has in `dist/`.
    fn finish(&self, recipe: &Recipe, stem: &str, to: &Path) -> Result<()> {
        let wasm = format!("{stem}_bg.wasm");
        let names = optimise(recipe, &[shorten::PASS], &self.folder.join(&wasm), to)?;
        let names = Names::read(&names)?;
        let glue = self.folder.join(format!("{stem}.js"));
        let text = fs::read_to_string(&glue)
            .with_context(|| format!("wasm-bindgen left no {}", glue.display()))?;
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        Ok(fs::write(&glue, names.apply(&text).replace(&wasm, &name))?)
    }
}

/// For the glue: what the script must find beside it.
fn hashes(out: &Out, names: &[&str]) -> Result<String> {
    let hash = |name: &&str| Ok((name.to_string(), policy::hash(&fs::read(out.file(name))?)));
    let hashes = names.iter().map(hash).collect::<Result<BTreeMap<_, _>>>()?;
    Ok(format!("export const hashes = {};\n", serde_json::json!(hashes)))
}

struct Out {
    folder: PathBuf,
}

impl Out {
    fn fresh(language: &Language) -> Result<Self> {
        let folder = language.dist();
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

/// What makes wasm-opt's work smaller, found by trying: a first round on code
/// taken apart and put together anew, no copying of larger functions into
/// their only caller, and no list of features, which browsers do not read.
/// Functions that stand in the order of their names stand beside their like,
/// which takes 0.4 % off what a compressor makes of them.
///
/// The lowest kilobyte of memory is the end of the stack, so nothing that is
/// pointed to lies there and addresses do not wrap around it.
const FIRST: [&str; 4] =
    ["--low-memory-unused", "--optimize-added-constants-propagate", "--flatten", "--rereloop"];
const BETWEEN: [&str; 1] = ["--optimize-instructions"];
const LAST: [&str; 4] = [
    "--always-inline-max-function-size=5",
    "--one-caller-inline-max-function-size=48",
    "--reorder-functions-by-name",
    "--strip-target-features",
];

/// Shrinks a wasm file; returns what wasm-opt says.
fn optimise(recipe: &Recipe, passes: &[&str], from: &Path, to: &Path) -> Result<String> {
    let level = format!("-O{}", recipe.level);
    output(
        program(npm_program("wasm-opt"))
            .args(FIRST)
            .arg(&level)
            .args(BETWEEN)
            .arg(&level)
            .args(passes)
            .args(LAST)
            .args(&recipe.parameters)
            .arg(from)
            .arg("-o")
            .arg(to),
    )
}

/// Joins a module and all that it imports into one short file. What is not
/// wanted at once is left apart.
pub(crate) fn bundle(from: &Path, to: &Path) -> Result<()> {
    run_quietly(
        program(npm_program("esbuild"))
            .arg(from)
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--log-level=warning",
                // Names that nobody but the glue itself uses.
                "--mangle-props=^(_wbg_cb_unref|__destroy_into_raw|__wbg_ptr|__wrap)$",
            ])
            .args([LOADER_SCRIPT, PAGE_SCRIPT].map(|it| format!("--external:./{it}")))
            .arg("--allow-overwrite")
            .arg(format!("--outfile={}", to.display())),
    )
}

/// The rules of these files: the page's own, and the widget's, which hold in a
/// shadow root as for the fallback in the page.
fn stylesheet(files: &[String], scratch: &Path) -> Result<String> {
    let mut rules = String::new();
    for file in files {
        rules.push_str(&read(file)?);
    }
    fs::write(scratch, rules)?;
    let short = scratch.with_extension("min.css");
    run_quietly(
        program(npm_program("esbuild"))
            .arg(scratch)
            .args(["--minify", "--log-level=error"])
            .arg(format!("--outfile={}", short.display())),
    )?;
    // It leaves the values of custom properties as they are; no rule holds a text.
    Ok(fs::read_to_string(short)?.trim().replace(": ", ":").replace(", ", ","))
}
