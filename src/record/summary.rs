//! A few lines for a chat.

use crate::report::Status;
use crate::words::record as words;

use super::Record;

/// Arguments that are named for and against the option that leads.
const NAMED: usize = 2;

/// The verdict, the shares, what speaks for and against it, what would change
/// it, and the link: plain text, a line each.
pub fn text_summary(record: &Record) -> String {
    let report = record.report;
    let mut lines = vec![words::heading(&record.subject(), &record.found())];
    lines.push(report.verdict.sentence.clone());
    if record.has_shares() {
        let ranked = record.ranked();
        let open = ranked.iter().filter(|it| it.status != Status::Excluded);
        let share = |it: &&crate::report::OptionReport| (record.option(it.id), it.first_rank());
        lines.push(words::best_in(&open.map(share).collect::<Vec<_>>()));
        if let Some(leader) = report.verdict.options.first().and_then(|it| report.option(it)) {
            let name = |it: &crate::report::Argument| record.criterion(it.criterion);
            let strengths: Vec<&str> = leader.strengths.iter().take(NAMED).map(name).collect();
            let weaknesses: Vec<&str> = leader.weaknesses.iter().take(NAMED).map(name).collect();
            lines.extend(words::speaks(record.option(leader.id), &strengths, &weaknesses));
        }
    }
    for it in report.options.iter().filter(|it| it.status == Status::Excluded) {
        let because: Vec<&str> = it
            .reasons
            .iter()
            .filter(|it| it.status == Status::Excluded)
            .map(|it| it.because.as_str())
            .collect();
        lines.push(words::ruled_out(record.option(it.id), &because));
    }
    lines.extend(report.outlook.tipping.first().map(|it| words::would_change(&it.sentence)));
    lines.push(words::told(report.progress.answered, report.progress.questions));
    lines.push(record.link.to_owned());
    lines.retain(|it| !it.is_empty());
    lines.join("\n")
}
