//! Prepares what the page carries: the comparison in its compact form.

use std::path::Path;
use std::{env, fs, process};

use dataset::Compact;

const COMPARISON: &str = "data/go-or-node.json";

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let Compact { outline, wording } = compact_comparison();
    write(&Path::new(&out).join("dataset.outline"), &outline);
    write(&Path::new(&out).join("dataset.wording"), &wording);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={COMPARISON}");
}

fn compact_comparison() -> Compact {
    let json = fs::read_to_string(COMPARISON)
        .unwrap_or_else(|error| fail(&format!("{COMPARISON} cannot be read: {error}")));
    match dataset::read(&json) {
        Ok(dataset) => dataset::compact(&dataset),
        Err(problems) => {
            let lines: Vec<_> = problems.iter().map(|it| format!("  {it}")).collect();
            fail(&format!("{COMPARISON} has problems:\n{}", lines.join("\n")))
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes)
        .unwrap_or_else(|error| fail(&format!("{} cannot be written: {error}", path.display())));
}

/// A problem in the data is no crash of the build script.
fn fail(message: &str) -> ! {
    eprintln!("{message}");
    process::exit(1)
}
