//! `compare`: several decisions side by side, without a browser.

use anyhow::{Context, Result, anyhow, bail, ensure};
use decision_widget::appearance::Theme;
use decision_widget::group::{Voice, compare, read};
use decision_widget::record::svg::ranks;

use crate::arguments::Links;
use crate::decide::dataset;

/// Prints the comparison as JSON, or its chart.
pub(crate) fn print(asked: &Links) -> Result<()> {
    let dataset = dataset(asked.dataset.as_deref())?;
    // A line each: nothing that is given as one link becomes two.
    let lines: Vec<String> = asked.links.iter().map(|it| it.replace(['\n', '\r'], " ")).collect();
    let mut group = read(&dataset, &lines.join("\n")).map_err(|it| anyhow!(it))?;
    for skipped in &group.skipped {
        eprintln!("skipped: link {}: {}", skipped.place, skipped.says);
    }
    if !asked.voices.is_empty() {
        ensure!(
            asked.voices.len() == group.members.len(),
            "there are {} voices for {} decisions; give one for each",
            asked.voices.len(),
            group.members.len()
        );
        for (member, votes) in group.members.iter_mut().zip(&asked.voices) {
            member.voice = Voice::new(*votes).context("a voice is a number from 1 to 9")?;
        }
    }
    let comparison = compare(&dataset, group);
    match asked.form.as_deref() {
        None | Some("json") => println!("{}", serde_json::to_string_pretty(&comparison)?),
        Some("svg") => print!("{}", ranks(&dataset, &comparison, Theme::Light)),
        Some(other) => bail!("there is no form \"{other}\"; the forms are json and svg"),
    }
    Ok(())
}
