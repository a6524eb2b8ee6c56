//! `bindgen IN.wasm OUT_DIR`: what `wasm-bindgen --target web` does, compiled
//! from the very version that the page depends on.
//!
//! `bindgen --split IN.wasm OUT_DIR` first cuts the file up: what is only
//! reached through a split function of NAME goes into `split_NAME.wasm`, what
//! only several of them reach into `chunk_N.wasm`. `parts.json` tells which
//! files each needs, `split.js` what those need of the rest.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};
use wasm_split_cli_support::{Options, transform};

/// The module that fetches what was cut off.
const LINK: &str = "./split.js";

/// Which files each part needs.
const PARTS: &str = "parts.json";

fn main() -> Result<()> {
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let is_split = arguments.first().is_some_and(|it| it == "--split");
    if is_split {
        arguments.remove(0);
    }
    let [input, folder] = &arguments[..] else {
        anyhow::bail!("the arguments are the wasm file to read and the folder to write into");
    };
    let (input, folder) = (PathBuf::from(input), Path::new(folder));
    let input = if is_split { split(&input, folder)? } else { input };
    Bindgen::new()
        .input_path(&input)
        .web(true)?
        .typescript(false)
        // Both files call each other through the table, which counts as one.
        .keep_lld_exports(is_split)
        // Every browser that can run the page has it.
        .encode_into(EncodeInto::Always)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen cannot read {}", input.display()))
}

/// Cuts the file up; returns where what is always needed lies.
fn split(input: &Path, folder: &Path) -> Result<PathBuf> {
    let stem = input.file_stem().context("the wasm file has no name")?.to_string_lossy();
    let main = folder.join(format!("{stem}.wasm"));
    let module = format!("./{stem}.js");
    let bytes = fs::read(input).with_context(|| format!("no {}", input.display()))?;
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = &module;
    let split = transform(options)
        .map_err(|error| anyhow!("{} cannot be cut in two: {error:#}", input.display()))?;
    ensure!(!split.split_modules.is_empty(), "nothing was cut off {}", input.display());
    let parts: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    fs::write(folder.join(PARTS), serde_json::to_string(&parts)?)?;
    Ok(main)
}
