//! `dist/`: what a website puts online, and what people keep on their disk.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;

use crate::assemble::assemble;
use crate::compile::{Compiled, compile, read};
use crate::language::Language;
use crate::policy::hash;
use crate::recipe::Recipe;
use crate::shell::root;
use crate::site;
use crate::stamp::Stamp;
use crate::tools;

/// The finished bundle.
pub(crate) fn folder() -> PathBuf {
    Language::ENGLISH.dist()
}

/// Prints what an embedding page may demand of each file, as its attribute
/// `integrity` has it.
pub(crate) fn print_hashes(language: &Language) -> Result<()> {
    let folder = language.dist();
    let mut names: Vec<String> = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    names.retain(|name| [".js", ".css", ".wasm"].iter().any(|it| name.ends_with(it)));
    names.sort();
    println!("integrity");
    for name in names {
        println!("{name:30} {}", hash(&fs::read(folder.join(&name))?));
    }
    Ok(())
}

/// Builds `dist/`, or finds that it is up to date.
pub(crate) fn build() -> Result<()> {
    build_in(&Language::ENGLISH)
}

/// The same in another language, in a folder of its own.
pub(crate) fn build_in(language: &Language) -> Result<()> {
    let begin = Instant::now();
    tools::wasm_target()?;
    tools::npm_packages()?;
    let page = read("index.html")?;
    let recipe = Recipe::read(&page)?;
    let compiled = compile(&recipe, language)?;
    let stamp = stamp(&page, &recipe, &compiled)?;
    let folder = language.dist();
    let name = folder.strip_prefix(root()).unwrap_or(&folder).display();
    if stamp.is_on(&folder) {
        eprintln!("{name}/ is up to date ({:.1} s)", begin.elapsed().as_secs_f64());
        return Ok(());
    }
    assemble(&page, &recipe, &compiled, language)?;
    stamp.put_on(&folder)?;
    eprintln!("{name}/ is ready ({:.1} s)", begin.elapsed().as_secs_f64());
    Ok(())
}

fn stamp(page: &str, recipe: &Recipe, compiled: &Compiled) -> Result<Stamp> {
    let mut texts =
        vec![page.to_owned(), compiled.markup.embedded.clone(), compiled.texts_as_read.clone()];
    texts.extend(compiled.markup.views.iter().map(|(_, markup)| markup.clone()));
    for file in site::FILES {
        texts.push(read(file)?);
    }
    let styles = recipe.styles.iter().chain(&recipe.later).chain(&recipe.rtl);
    let others = [&recipe.entry, &recipe.other, &"package-lock.json".to_owned()].map(String::clone);
    for file in styles.chain(&others) {
        texts.push(read(file)?);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let this_program = env::current_exe()?;
    Stamp::of(&[&compiled.page, &compiled.loader, &compiled.bindgen, &this_program], &texts)
}
