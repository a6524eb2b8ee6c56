//! placeholder
use std::process::ExitCode;
use anyhow::Result;
pub(crate) fn run(_only: &[String]) -> Result<ExitCode> { Ok(ExitCode::SUCCESS) }
