//! `record`: a decision to take away, without a browser.

use anyhow::{Result, bail};
use decision_widget::link::{self, Stamp};
use decision_widget::record::{self, Record, svg};
use decision_widget::since::since;
use decision_widget::{appearance::Theme, evaluate};

use crate::arguments::{Told, Wanted};
use crate::decide::{Asked, asked, dataset};

/// Where links point unless told: where `serve` shows the page.
const BASE: &str = "http://127.0.0.1:8080/";

/// Prints the record.
pub(crate) fn print(wanted: &Wanted) -> Result<()> {
    let dataset = dataset(wanted.question.dataset.as_deref())?;
    let Asked { decision, stamp } = asked(&dataset, &wanted.question.told)?;
    let report = evaluate(&dataset, &decision);
    if let Some(since) = stamp.and_then(|it| since(&dataset, &it, &report.verdict)) {
        eprintln!("note: {}", since.sentence);
    }
    let state = link::encode(&dataset, &decision, &Stamp::of(&dataset, &report.verdict));
    let base = wanted.base.as_deref().or(base_of(&wanted.question.told)).unwrap_or(BASE);
    let address = if state.is_empty() { base.to_owned() } else { format!("{base}#d={state}") };
    let record = Record {
        dataset: &dataset,
        decision: &decision,
        report: &report,
        link: &address,
        date: wanted.date.as_deref(),
    };
    let text = match wanted.form.as_str() {
        "madr" => record::madr(&record),
        "json" => record::json(&record),
        "csv" => record::csv(&record),
        "text" => record::text_summary(&record) + "\n",
        "svg" => chart(&record, wanted.chart.as_deref())?,
        "qr" => match record::qr_code(&address) {
            Ok(code) => svg::code(&code),
            Err(sentence) => bail!(sentence),
        },
        other => {
            bail!("there is no form \"{other}\"; the forms are madr, json, csv, text, qr, svg")
        }
    };
    print!("{text}");
    Ok(())
}

/// What stands before the decision in the link that was given.
fn base_of(told: &Told) -> Option<&str> {
    let Told::Link(url) = told else { return None };
    url.rsplit_once("#d=").map(|(base, _)| base).filter(|base| !base.is_empty())
}

fn chart(record: &Record, name: Option<&str>) -> Result<String> {
    let name = name.unwrap_or("shares");
    match svg::Chart::of(name) {
        Some(chart) => match svg::draw(record, chart, Theme::Light) {
            Some(svg) => Ok(svg),
            None => bail!("there is nothing to draw yet: too little was told"),
        },
        None => {
            let known = svg::Chart::ALL.map(svg::Chart::name).join(", ");
            bail!("there is no chart \"{name}\"; the charts are {known}")
        }
    }
}
