//! `cargo xtask …`: every command of this repository. Each one installs what
//! it lacks and says so.

#![forbid(unsafe_code)]

mod arguments;
mod assemble;
mod bench;
mod check_dataset;
mod compare;
mod compile;
mod decide;
mod dist;
mod fuzz;
mod gallery;
mod glue;
mod lab;
mod language;
mod offline;
mod page;
mod parts;
mod policy;
mod recipe;
mod record;
mod serve;
mod shell;
mod shorten;
mod site;
mod size;
mod stamp;
mod test;
mod texts;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use arguments::Command;

fn main() -> ExitCode {
    match arguments::read().and_then(run) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Help => print!("{}", arguments::HELP),
        Command::Serve { port } => {
            dist::build()?;
            serve::serve(port)?;
        }
        Command::Dist { language } => {
            dist::build_in(&language)?;
            dist::print_hashes(&language)?;
        }
        Command::Size => {
            dist::build()?;
            size::against_budget()?;
        }
        Command::Gallery => gallery::take()?,
        Command::Test { only } => return test::run_steps(&only),
        Command::Decide(question) => decide::print(&question)?,
        Command::Record(wanted) => record::print(&wanted)?,
        Command::Compare(links) => compare::print(&links)?,
        Command::Fuzz { count } => fuzz::run(count)?,
        Command::CheckDataset { file } => return check_dataset::report(&file),
        Command::Lab { file } => lab::print(&file)?,
        Command::Bench { only } => bench::run_parts(&only)?,
    }
    Ok(ExitCode::SUCCESS)
}
