//! `bindgen IN.wasm OUT_DIR`: what `wasm-bindgen --target web` does, compiled
//! from the very version that the page depends on.
//!
//! `bindgen --split IN.wasm OUT_DIR` first cuts the file in two: what is only
//! reached through a function marked `#[wasm_split(NAME)]` goes into
//! `split_NAME.wasm`, and `split.js` fetches it once the function is called.

#![forbid(unsafe_code)]

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};
use wasm_split_cli_support::{Options, transform};

/// The module that fetches what was cut off.
const LINK: &str = "./split.js";

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

/// Cuts the file in two; returns where the first half lies.
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
    Ok(main)
}
