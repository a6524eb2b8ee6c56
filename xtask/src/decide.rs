//! `decide`: the report for a decision, without a browser; and what other
//! commands need to know of a decision.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use dataset::Dataset;
use decision_widget::link::{self, Damage, Opened, Stamp};
use decision_widget::record::{Json, import};
use decision_widget::since::{Since, since};
use decision_widget::{AnswersFile, Decision, Report, embedded, evaluate};
use serde::Serialize;

use crate::arguments::{Question, Told};

/// What is printed.
#[derive(Serialize)]
struct Printed {
    #[serde(flatten)]
    report: Report,
    /// What has changed since the link was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Since>,
}

/// Prints the report as JSON.
pub(crate) fn print(question: &Question) -> Result<()> {
    let dataset = dataset(question.dataset.as_deref())?;
    let Asked { decision, stamp } = asked(&dataset, &question.told)?;
    let report = evaluate(&dataset, &decision);
    let since = stamp.and_then(|it| since(&dataset, &it, &report.verdict));
    if let Some(since) = &since {
        eprintln!("note: {}", since.sentence);
    }
    println!("{}", serde_json::to_string_pretty(&Printed { report, since })?);
    Ok(())
}

/// A decision, and when its link was made, if there was one.
pub(crate) struct Asked {
    pub(crate) decision: Decision,
    pub(crate) stamp: Option<Stamp>,
}

/// The comparison in a file, or the one that the page carries.
pub(crate) fn dataset(file: Option<&Path>) -> Result<Dataset> {
    file.map_or_else(|| Ok(embedded::dataset()), read_dataset)
}

/// What was told.
pub(crate) fn asked(dataset: &Dataset, told: &Told) -> Result<Asked> {
    Ok(match told {
        Told::Link(url) => {
            let opened = opened(dataset, url);
            let stamp = opened.dated().cloned();
            Asked { decision: opened.decision, stamp }
        }
        Told::Answers(file) => Asked { decision: answered(dataset, file)?, stamp: None },
        Told::Nothing => Asked { decision: Decision::default(), stamp: None },
    })
}

fn read_dataset(file: &Path) -> Result<Dataset> {
    match dataset::read(&text_of(file)?) {
        Ok(dataset) => Ok(dataset),
        Err(problems) => bail!("{} has problems\n{}", file.display(), lines(&problems)),
    }
}

/// Whatever is wrong with a link, what could be read counts, as on the page.
fn opened(dataset: &Dataset, url: &str) -> Opened {
    let state = url.rsplit_once("#d=").map_or(url, |(_, state)| state);
    let opened = link::decode(dataset, state);
    match opened.damage {
        Some(Damage::Broken) => {
            eprintln!("warning: the link is damaged; what could be read counts")
        }
        Some(Damage::Newer) => {
            eprintln!("warning: the link is of a newer version and was not read")
        }
        Some(Damage::TooLong) => eprintln!("warning: the link is too long; its beginning counts"),
        None => {}
    }
    if opened.has_unknown {
        eprintln!("warning: the link holds answers that this dataset does not know");
    }
    opened
}

/// An answers file, or a record that was exported as JSON.
fn answered(dataset: &Dataset, file: &Path) -> Result<Decision> {
    let text = text_of(file)?;
    let json: serde_json::Value =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?;
    let decision = if json.get("form").is_some() {
        import(dataset, &plain(json))
    } else {
        let answers: AnswersFile = serde_json::from_str(&text)
            .with_context(|| format!("{} is no answers file", file.display()))?;
        answers.into_decision(dataset)
    };
    match decision {
        Ok(decision) => Ok(decision),
        Err(problems) => bail!("{} cannot be used\n{}", file.display(), lines(&problems)),
    }
}

fn plain(json: serde_json::Value) -> Json {
    match json {
        serde_json::Value::Null => Json::Null,
        serde_json::Value::Bool(is) => Json::Bool(is),
        serde_json::Value::Number(number) => Json::Number(number.as_f64().unwrap_or(f64::NAN)),
        serde_json::Value::String(text) => Json::Text(text),
        serde_json::Value::Array(items) => Json::List(items.into_iter().map(plain).collect()),
        serde_json::Value::Object(fields) => {
            Json::Object(fields.into_iter().map(|(name, value)| (name, plain(value))).collect())
        }
    }
}

fn text_of(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn lines(problems: &[impl ToString]) -> String {
    problems.iter().map(|it| format!("  {}", it.to_string())).collect::<Vec<_>>().join("\n")
}
