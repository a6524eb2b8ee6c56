//! `lab`: what the workload model expects of every option under a load.

use std::fs;
use std::path::Path;

use anyhow::{Context, Error, Result, anyhow, bail};
use decision_widget::embedded;
use decision_widget::lab::{LabReport, ProfileFile};
use serde_json::{Map, Value};

/// Prints the prediction as JSON.
pub(crate) fn print(file: &Path) -> Result<()> {
    let text =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    println!("{}", predicted(&text).with_context(|| format!("{} cannot be used", file.display()))?);
    Ok(())
}

fn predicted(json: &str) -> Result<String> {
    let dataset = embedded::dataset();
    // A list would be read as the fields in their order.
    let fields: Map<String, Value> = serde_json::from_str(json)?;
    let file: ProfileFile = serde_json::from_value(Value::Object(fields.clone()))
        .map_err(|error| no_number(&fields).unwrap_or_else(|| error.into()))?;
    match file.into_profile(&dataset) {
        Ok((profile, factors)) => {
            let report = LabReport::new(&dataset, &profile, &factors);
            Ok(serde_json::to_string_pretty(&report)?)
        }
        Err(problems) => bail!("{}", problems.join("\n")),
    }
}

/// The first field that should hold a number and does not, which the parser
/// does not name.
fn no_number(fields: &Map<String, Value>) -> Option<Error> {
    let is_known = |field: &str| ProfileFile::NUMBERS.contains(&field);
    let (field, value) =
        fields.iter().find(|(field, value)| is_known(field) && !value.is_number())?;
    Some(anyhow!("{field} is {value}. Use a number."))
}

#[cfg(test)]
mod tests {
    use super::predicted;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        let error = predicted(json).expect_err("it cannot be used");
        assert_eq!(format!("{error:#}"), expected);
    }

    #[test]
    fn mistakes_are_named() {
        check("[1]", "invalid type: sequence, expected a map at line 1 column 0");
        check(r#"{"rps": "many"}"#, "rps is \"many\". Use a number.");
        check(
            r#"{"rqs": 1}"#,
            "unknown field `rqs`, expected one of `rps`, `calls`, `io_ms`, `cpu_ms`, \
             `heavy_share`, `heavy_cpu_ms`, `cores`, `processes`, `runtime_factor`",
        );
        check(
            r#"{"rps": -5, "cores": 1.5}"#,
            "cores is 1.5. Use a whole number, 0 or more.\n\
             rps is -5. Use a number from 0.001 to 1000000.",
        );
    }
}
