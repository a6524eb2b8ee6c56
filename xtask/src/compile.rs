//! Cargo's part of the bundle.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use decision_widget::appearance::View;

use crate::language::Language;
use crate::recipe::Recipe;
use crate::shell::{Running, cargo, root, run, start, target};
use crate::texts::Texts;
use crate::tools::{self, WASM};

/// What cargo and the prerenderer leave behind.
pub(crate) struct Compiled {
    /// The page's program.
    pub(crate) page: PathBuf,
    /// The reader of other datasets.
    pub(crate) loader: PathBuf,
    /// wasm-bindgen as a program.
    pub(crate) bindgen: PathBuf,
    /// What the element shows before any script runs.
    pub(crate) markup: Markup,
    /// What pages and scripts around it say.
    pub(crate) texts: Texts,
    /// The same as the prerenderer wrote it.
    pub(crate) texts_as_read: String,
}

/// Drawn natively, with nothing answered.
pub(crate) struct Markup {
    /// Every view by its name, as a page of its own.
    pub(crate) views: Vec<(&'static str, String)>,
    /// The full view as a guest.
    pub(crate) embedded: String,
}

impl Markup {
    fn read(folder: &Path) -> Result<Self> {
        let file = |name: &str| Ok(fs::read_to_string(folder.join(name).with_extension("html"))?);
        let views = View::NAMES.map(|name| file(name).map(|markup| (name, markup)));
        Ok(Markup { views: views.into_iter().collect::<Result<_>>()?, embedded: file("embedded")? })
    }

    /// What the stand-alone page shows.
    pub(crate) fn full(&self) -> &str {
        self.views.iter().find(|(name, _)| *name == FULL).map_or("", |(_, markup)| markup)
    }
}

/// The view that is the whole page.
pub(crate) const FULL: &str = "full";

/// Compiles everything, the page beside the tools: they share no folder.
pub(crate) fn compile(recipe: &Recipe, language: &Language) -> Result<Compiled> {
    let standard_library = StandardLibrary::choose()?;
    eprintln!("building the page with {}", standard_library.description());
    let tools = start_tools()?;
    // The relocations tell what refers to what, without which nothing can be
    // cut off.
    run(standard_library
        .cargo("rustc")
        .args(["--package", "decision-widget", "--features", &language.features("split")])
        .args(["--bin", &recipe.bin])
        .args(["--", "-Clink-arg=--emit-relocs"]))?;
    run(standard_library
        .cargo("build")
        .arg("--manifest-path")
        .arg(root().join(&recipe.loader))
        .arg("--lib"))?;
    tools.finish()?;
    let written = prerender(language)?;
    let texts_as_read = fs::read_to_string(written.join("texts.json"))?;
    let wasm = |name: &str| standard_library.folder().join(WASM).join("release").join(name);
    Ok(Compiled {
        page: wasm(&format!("{}.wasm", recipe.bin)),
        loader: wasm(&format!("{}.wasm", package_of(&recipe.loader)?.replace('-', "_"))),
        bindgen: target().join("tools/bindgen"),
        markup: Markup::read(&written)?,
        texts: Texts::read(&texts_as_read)?,
        texts_as_read,
    })
}

fn start_tools() -> Result<Running> {
    start(cargo().args(["build", "--quiet", "--profile", "tools", "--package", "bindgen"]))
}

/// Draws the page natively, as far as that goes without a reader.
fn prerender(language: &Language) -> Result<PathBuf> {
    let folder = language.scratch("prerendered");
    fs::create_dir_all(&folder)?;
    run(cargo()
        .args(["run", "--quiet", "--profile", "tools"])
        .args(["--bin", "prerender", "--features", &language.features("prerender"), "--"])
        .arg(&folder))?;
    Ok(folder)
}

fn package_of(manifest: &str) -> Result<String> {
    let text = fs::read_to_string(root().join(manifest))?;
    text.lines()
        .find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("{manifest} has no name"))
}

/// Which standard library the page is linked with.
#[derive(Clone, Copy)]
enum StandardLibrary {
    /// Compiled with the page, for size, without panic messages.
    Rebuilt,
    /// The one that rustup brings.
    Shipped,
}

impl StandardLibrary {
    fn choose() -> Result<Self> {
        let sources = tools::standard_library_sources()?;
        Ok(if sources { StandardLibrary::Rebuilt } else { StandardLibrary::Shipped })
    }

    fn description(self) -> &'static str {
        match self {
            StandardLibrary::Rebuilt => "a standard library rebuilt for size",
            StandardLibrary::Shipped => {
                "the standard library of rustup (rust-src cannot be had, so the page is larger)"
            }
        }
    }

    /// A folder of its own for each: they would undo each other's work.
    fn folder(self) -> PathBuf {
        target().join(match self {
            StandardLibrary::Rebuilt => "page",
            StandardLibrary::Shipped => "page-shipped-std",
        })
    }

    fn cargo(self, verb: &str) -> Command {
        let mut command = cargo();
        command.args([verb, "--release", "--target", WASM, "--target-dir"]).arg(self.folder());
        if let StandardLibrary::Rebuilt = self {
            // Rebuilding the standard library has no stable name yet; the
            // toolchain's version pins what these flags mean.
            command
                .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
                .env("RUSTC_BOOTSTRAP", "1")
                // The variable takes the place of what .cargo/config.toml says.
                .env(
                    "RUSTFLAGS",
                    "-Zunstable-options -Cpanic=immediate-abort -Ctarget-feature=+simd128",
                );
        }
        command
    }
}

/// Reads a file of the repository.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = root().join(path);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}
