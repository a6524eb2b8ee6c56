//! What the commands need on the machine. Each function returns at once when
//! the thing is there, and else installs it and says why.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::{answers, cargo, output, program, root, run, run_quietly, target};

/// The target that browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

fn installing(what: &str, why: &str) {
    eprintln!("installing {what}: {why}");
}

/// The standard library for browsers.
pub(crate) fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(WASM).exists() {
        return Ok(());
    }
    installing(&format!("the Rust target {WASM}"), "the page is compiled for it");
    run_quietly(program("rustup").args(["target", "add", WASM]))
}

/// The sources of the standard library; `false` when they cannot be had.
pub(crate) fn standard_library_sources() -> Result<bool> {
    let sources = sysroot()?.join("lib/rustlib/src/rust/library/std/Cargo.toml");
    if sources.exists() {
        return Ok(true);
    }
    installing("rust-src", "the page is a seventh smaller with a standard library built for size");
    Ok(run_quietly(program("rustup").args(["component", "add", "rust-src"])).is_ok())
}

/// The formatter and the linter.
pub(crate) fn rustfmt_and_clippy() -> Result<()> {
    for (component, tool) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !answers(cargo().args([tool, "--version"])) {
            installing(component, "the code is held to its rules");
            run_quietly(program("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The packages of package.json, in the very versions of its lock file.
pub(crate) fn npm_packages() -> Result<()> {
    let lock =
        fs::read(root().join("package-lock.json")).context("package-lock.json is missing")?;
    let installed = root().join("node_modules/.installed-from");
    if fs::read(&installed).is_ok_and(|it| it == lock) {
        return Ok(());
    }
    if !answers(program("npm").arg("--version")) {
        bail!("npm is missing: install Node.js 20 or newer, which brings it");
    }
    installing("npm packages into node_modules", "they join, shrink and test the page");
    run_quietly(program("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, lock)?;
    Ok(())
}

/// A program that npm installed.
pub(crate) fn npm_program(name: &str) -> PathBuf {
    root().join("node_modules/.bin").join(name)
}

/// The browsers that the tests drive, and the driver of one of them.
pub(crate) fn browsers() -> Result<()> {
    let missing: Vec<&str> = [
        ("chromium", "chromium"),
        ("chromium-driver", "chromedriver"),
        ("firefox-esr", "firefox-esr"),
    ]
    .into_iter()
    .filter(|(_, file)| !is_on_path(file))
    .map(|(package, _)| package)
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    installing(&missing.join(", "), "the tests open the page in real browsers");
    run_quietly(as_root("apt-get").args(["update", "--quiet"]))?;
    run_quietly(
        as_root("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(missing),
    )
}

/// wasm-bindgen's test runner, of the version that the lock file names.
pub(crate) fn wasm_test_runner() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    let folder = target().join("installed").join(format!("wasm-bindgen-{version}"));
    let runner = folder.join("bin/wasm-bindgen-test-runner");
    if !runner.exists() {
        installing(
            &format!("wasm-bindgen-cli {version}"),
            "its test runner takes tests into a real browser (one to two minutes)",
        );
        run(cargo()
            .args(["install", "--quiet", "wasm-bindgen-cli", "--version", &format!("={version}")])
            .args(["--debug", "--root"])
            .arg(&folder))?;
    }
    Ok(runner)
}

fn as_root(name: &str) -> std::process::Command {
    let is_root = output(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root || !is_on_path("sudo") {
        return program(name);
    }
    let mut command = program("sudo");
    command.arg("--preserve-env=DEBIAN_FRONTEND").arg(name);
    command
}

fn is_on_path(name: &str) -> bool {
    find(name).is_ok()
}

/// Where a program lies.
pub(crate) fn find(name: &str) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|folder| folder.join(name)).find(|it| it.is_file());
    found.with_context(|| format!("{name} is not installed"))
}

fn sysroot() -> Result<PathBuf> {
    let printed = output(program("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(printed.trim()).to_owned())
}

fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock does not name {package}"))
}
