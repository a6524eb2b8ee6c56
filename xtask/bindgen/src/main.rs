//! `bindgen IN.wasm OUT_DIR`: what `wasm-bindgen --target web` does, compiled
//! from the very version that the page depends on.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let input = arguments.next().context("the first argument is the wasm file to read")?;
    let folder = arguments.next().context("the second argument is the folder to write into")?;
    Bindgen::new()
        .input_path(&input)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .with_context(|| format!("wasm-bindgen cannot read {}", input.display()))
}
