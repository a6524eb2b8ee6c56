//! `check-dataset`: every problem of a dataset at once.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

/// Prints the problems, or what the dataset holds.
pub(crate) fn report(file: &Path) -> Result<ExitCode> {
    let json =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    match dataset::read(&json) {
        Ok(dataset) => {
            println!(
                "{} is sound: {} {}, {} options, {} criteria, {} claims of {} sources, {} questions",
                file.display(),
                dataset.id,
                dataset.version,
                dataset.options.len(),
                dataset.criteria.len(),
                dataset.claims.len(),
                dataset.sources.len(),
                dataset.questions.len(),
            );
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            eprintln!("{} has {} problem(s)", file.display(), problems.len());
            Ok(ExitCode::FAILURE)
        }
    }
}
