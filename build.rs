//! Prepares what the page carries: the comparison in its compact form, and the
//! catalogue where that is not written by hand.

use std::path::Path;
use std::{env, fs, process};

use dataset::Compact;

const COMPARISON: &str = "data/go-or-node.json";

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={COMPARISON}");
    let Compact { outline, wording } = compact_comparison();
    write(&out.join("dataset.outline"), &outline);
    write(&out.join("dataset.wording"), &wording);
    #[cfg(feature = "pseudo")]
    write(&out.join("words.rs"), catalogue().as_bytes());
}

fn compact_comparison() -> Compact {
    let json = fs::read_to_string(COMPARISON)
        .unwrap_or_else(|error| fail(&format!("{COMPARISON} cannot be read: {error}")));
    #[cfg(feature = "pseudo")]
    let json = pseudolocale::comparison(&json).unwrap_or_else(|error| fail(&error));
    match dataset::read(&json) {
        Ok(dataset) => dataset::compact(&dataset),
        Err(problems) => {
            let lines: Vec<_> = problems.iter().map(|it| format!("  {it}")).collect();
            fail(&format!("{COMPARISON} has problems:\n{}", lines.join("\n")))
        }
    }
}

/// The catalogue of the pseudo-locale.
#[cfg(feature = "pseudo")]
fn catalogue() -> String {
    const ENGLISH: &str = "src/words/en";
    println!("cargo::rerun-if-changed={ENGLISH}");
    let root = Path::new(ENGLISH).join("mod.rs");
    pseudolocale::catalogue(&root).unwrap_or_else(|error| fail(&error))
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
