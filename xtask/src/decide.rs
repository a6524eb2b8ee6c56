//! `decide`: the report for a decision, without a browser.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use dataset::Dataset;
use decision_widget::link::{self, Damage};
use decision_widget::{AnswersFile, Decision, embedded, evaluate};

use crate::arguments::{Question, Told};

/// Prints the report as JSON.
pub(crate) fn print(question: &Question) -> Result<()> {
    let dataset = match &question.dataset {
        Some(file) => read_dataset(file)?,
        None => embedded::dataset(),
    };
    let decision = match &question.told {
        Told::Link(url) => opened(&dataset, url),
        Told::Answers(file) => answered(&dataset, file)?,
        Told::Nothing => Decision::default(),
    };
    println!("{}", serde_json::to_string_pretty(&evaluate(&dataset, &decision))?);
    Ok(())
}

fn read_dataset(file: &Path) -> Result<Dataset> {
    match dataset::read(&text_of(file)?) {
        Ok(dataset) => Ok(dataset),
        Err(problems) => bail!("{} has problems\n{}", file.display(), lines(&problems)),
    }
}

/// Whatever is wrong with a link, what could be read counts, as on the page.
fn opened(dataset: &Dataset, url: &str) -> Decision {
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
    opened.decision
}

fn answered(dataset: &Dataset, file: &Path) -> Result<Decision> {
    let answers: AnswersFile = serde_json::from_str(&text_of(file)?)
        .with_context(|| format!("{} is no answers file", file.display()))?;
    match answers.into_decision(dataset) {
        Ok(decision) => Ok(decision),
        Err(problems) => bail!("{} cannot be used\n{}", file.display(), lines(&problems)),
    }
}

fn text_of(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn lines(problems: &[impl ToString]) -> String {
    problems.iter().map(|it| format!("  {}", it.to_string())).collect::<Vec<_>>().join("\n")
}
