//! `lab`: what the workload model expects of every option under a load.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use decision_widget::embedded;
use decision_widget::lab::{LabReport, ProfileFile};

/// Prints the prediction as JSON.
pub(crate) fn print(file: &Path) -> Result<()> {
    let text =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    println!("{}", predicted(&text).with_context(|| format!("{} cannot be used", file.display()))?);
    Ok(())
}

fn predicted(json: &str) -> Result<String> {
    let dataset = embedded::dataset();
    let file: ProfileFile = serde_json::from_str(json)?;
    match file.into_profile(&dataset) {
        Ok((profile, factors)) => {
            let report = LabReport::new(&dataset, &profile, &factors);
            Ok(serde_json::to_string_pretty(&report)?)
        }
        Err(problems) => bail!("{}", problems.join("\n")),
    }
}
