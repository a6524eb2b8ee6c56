//! The whole comparison as a table for spreadsheets: RFC 4180, UTF-8.
//!
//! It begins with a byte order mark, without which Excel takes UTF-8 for
//! something else. A cell that a spreadsheet would take for a formula begins
//! with an apostrophe instead, as OWASP advises (*CSV Injection*); numbers are
//! written by this program and never negative.

use crate::report::AssessmentReport;
use crate::words::{page, record as words};

use super::Record;
use super::json::decimal;

/// What tells readers that this is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What makes a spreadsheet calculate; the wide forms stand for the same.
const FORMULAS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A row for each criterion and option: what the sources say, and what it adds.
pub fn csv(record: &Record) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    row(&mut table, &words::COLUMNS.map(text));
    for criterion in &record.report.criteria {
        let found = record.dataset.criterion(&criterion.id);
        let unit = found.and_then(|it| it.measure.as_ref()).map_or("", |it| it.unit.as_str());
        let group = found.map_or("", |it| page::group(it.group));
        for assessment in &criterion.assessments {
            let share = record.report.option(&assessment.option).filter(|_| record.has_shares());
            let share = share.map_or_else(String::new, |it| decimal(it.first_rank(), 4));
            let [low, best, high] = levels(assessment);
            row(
                &mut table,
                &[
                    text(group),
                    text(record.criterion(criterion.id)),
                    decimal(criterion.weight, 4),
                    decimal(criterion.weight_range[0], 4),
                    decimal(criterion.weight_range[1], 4),
                    text(record.option(assessment.option)),
                    low,
                    best,
                    high,
                    text(unit),
                    decimal(assessment.contribution, 4),
                    share,
                    text(&sources(record, assessment)),
                ],
            );
        }
    }
    table
}

/// Lowest, best and highest level; empty where no source speaks.
fn levels(assessment: &AssessmentReport) -> [String; 3] {
    assessment.level.map_or_else(Default::default, |it| {
        [it.low, it.best, it.high]
            .map(|level| if level < 0.0 { text(&decimal(level, 2)) } else { decimal(level, 2) })
    })
}

fn sources(record: &Record, assessment: &AssessmentReport) -> String {
    let mut names: Vec<&str> = Vec::new();
    for source in &assessment.sources {
        let name = record.source(*source);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

/// A cell that is text, whatever it looks like.
fn text(text: &str) -> String {
    let mark = if text.starts_with(FORMULAS) { "'" } else { "" };
    let needs_quotes = text.contains([',', '"', '\n', '\r', ';', '\t', '\'']);
    if needs_quotes || !mark.is_empty() {
        format!("\"{mark}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn row(table: &mut String, cells: &[String]) {
    table.push_str(&cells.join(","));
    table.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, written) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("=1+1", "\"'=1+1\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""),
            ("＝1", "\"'＝1\""),
        ] {
            assert_eq!(text(cell), written);
        }
    }
}
