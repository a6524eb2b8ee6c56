//! An Architecture Decision Record in the form of MADR 4 (Markdown Architectural
//! Decision Records, 4.0.0).

use smaa::sort_by;

use crate::decision::Importance;
use crate::layout::{Strength, strength};
use crate::prose;
use crate::report::{Argument, CriterionReport, Method, OptionReport, Reason, Status, VerdictKind};
use crate::words::{self as sentences, page, record as words};

use super::Record;
use super::markdown::{address, inline, line, metadata, paragraphs};

/// The status of a record that nobody has decided on yet, as MADR names it.
const PROPOSED: &str = "proposed";
/// The line below the head of the table of shares.
const SHARES_RULE: &str = "| --- | --- | --- |";
/// Criteria that are named as drivers.
const DRIVERS: usize = 8;
/// Answers, importances and claims each that would change it.
const TIPS: usize = 3;
/// Claims that are quoted for one argument.
const CLAIMS: usize = 2;

/// The record. Its reader needs nothing else: it says what was asked, what was
/// told, what came out, how sure that is, who says so, and where it goes on.
pub fn madr(record: &Record) -> String {
    let mut text = Text(String::new());
    head(record, &mut text);
    context(record, &mut text);
    drivers(record, &mut text);
    considered(record, &mut text);
    outcome(record, &mut text);
    consequences(record, &mut text);
    confidence(record, &mut text);
    confirmation(record, &mut text);
    options(record, &mut text);
    more(record, &mut text);
    text.0
}

/// Markdown in blocks with an empty line between them.
struct Text(String);

impl Text {
    fn block(&mut self, block: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(block);
        self.0.push('\n');
    }

    fn list(&mut self, items: &[String]) {
        if !items.is_empty() {
            let items: Vec<String> = items.iter().map(|it| format!("* {it}")).collect();
            self.block(&items.join("\n"));
        }
    }
}

fn head(record: &Record, text: &mut Text) {
    let mut lines = vec!["---".to_string(), metadata("status", PROPOSED)];
    lines.extend(record.date.map(|it| metadata("date", it)));
    lines.push("---".to_string());
    text.block(&lines.join("\n"));
    let title = words::heading(&record.subject(), &record.found());
    text.block(&format!("# {}", line(&title)));
}

fn context(record: &Record, text: &mut Text) {
    text.block(words::CONTEXT);
    for paragraph in paragraphs(&prose::notes(record.decision)) {
        text.block(&paragraph);
    }
    let progress = record.report.progress;
    let sources = record.dataset.sources.len();
    text.block(&line(&words::asked(&record.dataset.title, progress, sources)));
    let mut told = Vec::new();
    for question in &record.dataset.questions {
        let Some(choices) = record.decision.answers.get(&question.id) else { continue };
        let labels: Vec<&str> = choices
            .iter()
            .filter_map(|it| question.choice(&it))
            .map(|it| it.label.as_str())
            .collect();
        if !labels.is_empty() {
            told.push(inline(&words::answered(&question.ask, &labels)));
        }
    }
    text.list(&told);
}

fn drivers(record: &Record, text: &mut Text) {
    let mut driving: Vec<&CriterionReport> = record
        .report
        .criteria
        .iter()
        .filter(|it| it.points > 0 || it.importance.is_some_and(|level| level > 1))
        .collect();
    sort_by(&mut driving, |a, b| b.weight.total_cmp(&a.weight));
    let mut items: Vec<String> =
        driving.into_iter().take(DRIVERS).map(|it| driver(record, it)).collect();
    items.extend(rulings(record));
    if items.is_empty() {
        return;
    }
    text.block(words::DRIVERS);
    text.list(&items);
}

/// Each ruling once, with all the options that it is on.
fn rulings(record: &Record) -> Vec<String> {
    let mut rulings: Vec<(Status, &str, Vec<&str>)> = Vec::new();
    for option in &record.report.options {
        for reason in &option.reasons {
            let because = reason.because.as_str();
            let name = record.option(option.id);
            let known = rulings.iter_mut().find(|it| (it.0, it.1) == (reason.status, because));
            match known {
                Some((_, _, names)) if names.contains(&name) => {}
                Some((_, _, names)) => names.push(name),
                None => rulings.push((reason.status, because, vec![name])),
            }
        }
    }
    rulings
        .iter()
        .map(|(status, because, names)| inline(&words::ruling(names, *status, because)))
        .collect()
}

fn driver(record: &Record, criterion: &CriterionReport) -> String {
    let because = match criterion.importance.and_then(Importance::new) {
        Some(level) => words::set_by_hand(sentences::IMPORTANCES[usize::from(level.level())]),
        None => {
            let pushes = criterion.because.iter().filter(|it| it.points > 0);
            let labels: Vec<&str> =
                pushes.map(|it| record.answer(it.question, it.choice).1).collect();
            words::because_you_said(&labels)
        }
    };
    inline(&words::driver(record.criterion(criterion.id), criterion.weight, &because))
}

fn considered(record: &Record, text: &mut Text) {
    text.block(words::CONSIDERED);
    let name = |it: &OptionReport| inline(record.option(it.id));
    text.list(&record.report.options.iter().map(name).collect::<Vec<_>>());
    let hidden: Vec<&str> = record.decision.hidden.iter().map(|id| record.option(id)).collect();
    if !hidden.is_empty() {
        text.block(&line(&words::not_compared(&hidden)));
    }
}

fn outcome(record: &Record, text: &mut Text) {
    let verdict = &record.report.verdict;
    text.block(words::OUTCOME);
    let names = record.options(&verdict.options);
    text.block(&line(&words::chosen(verdict.kind, &names, verdict.share, &verdict.sentence)));
    if record.has_shares() {
        text.block(&line(&record.report.stages.sentence));
    }
    let ways = verdict.ways_out.iter().map(|it| {
        let (ask, label) = record.answer(it.question, it.choice);
        inline(&words::way_out(ask, label, &record.options(&it.excludes), &it.says))
    });
    text.list(&ways.collect::<Vec<_>>());
}

/// What the choice brings: only where something is chosen.
fn consequences(record: &Record, text: &mut Text) {
    let verdict = &record.report.verdict;
    if !matches!(verdict.kind, VerdictKind::Clear | VerdictKind::Lean) {
        return;
    }
    let Some(leader) = verdict.options.first().and_then(|it| record.report.option(it)) else {
        return;
    };
    text.block(words::CONSEQUENCES);
    let good = leader.strengths.iter().map(|it| consequence(record, words::GOOD, it));
    let bad = leader.weaknesses.iter().map(|it| consequence(record, words::BAD, it));
    let warnings = leader.reasons.iter().map(|it| inline(&words::warning(it)));
    text.list(&good.chain(bad).chain(warnings).collect::<Vec<_>>());
}

/// A criterion in which the choice is better or worse than the others, with
/// what that looks like at its end of the scale.
fn consequence(record: &Record, word: &str, argument: &Argument) -> String {
    let criterion = record.dataset.criterion(&argument.criterion);
    let about = criterion.map_or("", |it| it.about.as_str());
    let how_much = page::strength(strength(argument.difference));
    inline(&words::consequence(word, record.criterion(argument.criterion), how_much, about))
}

fn confidence(record: &Record, text: &mut Text) {
    if !record.has_shares() {
        return;
    }
    let report = record.report;
    text.block(words::CONFIDENCE);
    text.block(&line(&words::how_sure(report.verdict.kind)));
    let mut rows = vec![words::SHARES_HEAD.to_string(), SHARES_RULE.to_string()];
    for option in record.ranked() {
        let share = match option.status {
            Status::Excluded => page::RULED_OUT.to_string(),
            _ => sentences::percent(option.first_rank()),
        };
        let name = inline(record.option(option.id));
        rows.push(words::share_row(&name, &share, &sentences::percent(option.coverage)));
    }
    text.block(&rows.join("\n"));
    let method = match report.method {
        Method::Exact => page::EXACT.to_string(),
        // A standard error, in tenths of a percentage point.
        Method::Sampled => page::method_line(report.points, (report.error * 1000.0).ceil() as i32),
    };
    text.block(&line(&words::method(&method)));
}

fn confirmation(record: &Record, text: &mut Text) {
    let outlook = &record.report.outlook;
    text.block(words::CONFIRMATION);
    let answers = outlook.tipping.iter().take(TIPS).map(|it| it.sentence.as_str());
    let weights = outlook.tipping_importance.iter().take(TIPS).map(|it| it.sentence.as_str());
    let claims = outlook.tipping_claims.iter().take(TIPS).map(|it| it.sentence.as_str());
    let tips: Vec<String> = answers.chain(weights).chain(claims).map(inline).collect();
    if tips.is_empty() {
        text.block(&line(words::nothing_turns_it(record.report.verdict.kind)));
    } else {
        text.block(words::TURNS_IT);
        text.list(&tips);
    }
    let hanging = outlook.without_source.iter().filter(|it| it.changes);
    let hanging: Vec<String> = hanging
        .map(|it| {
            let stand = words::stand(it.kind, &record.options(&it.options));
            inline(&words::without(record.source(it.source), &stand))
        })
        .collect();
    if !hanging.is_empty() {
        text.block(words::HANGS_ON);
        text.list(&hanging);
    }
}

fn options(record: &Record, text: &mut Text) {
    text.block(words::PROS_AND_CONS);
    for option in &record.report.options {
        let found = record.dataset.option(&option.id);
        text.block(&format!("### {}", line(record.option(option.id))));
        if let Some(found) = found {
            let about = [found.about.as_str(), found.fits.as_str()];
            let about: Vec<&str> = about.into_iter().filter(|it| !it.is_empty()).collect();
            if let [about, fits] = about[..] {
                text.block(&line(&words::about(about, fits)));
            } else if let [about] = about[..] {
                text.block(&line(about));
            }
        }
        let good = option.strengths.iter().map(|it| argument(record, words::GOOD, it));
        let bad = option.weaknesses.iter().map(|it| argument(record, words::BAD, it));
        let rulings = option.reasons.iter().map(|it| ruling(record, it));
        let items: Vec<String> = good.chain(bad).chain(rulings).collect();
        text.list(&items);
        if items.is_empty() {
            text.block(words::NOTHING_STANDS_OUT);
        }
    }
}

/// An argument with the claims that it rests on, each with its place.
fn argument(record: &Record, word: &str, argument: &Argument) -> String {
    let claims = argument.claims.iter().filter_map(|id| record.dataset.claim(id));
    let mut told: Vec<(&str, String)> = Vec::new();
    for claim in claims {
        let source = words::cited(record.source(claim.source), &claim.place);
        match told.iter_mut().find(|(says, _)| *says == claim.says.as_str()) {
            Some((_, sources)) => *sources = format!("{sources}; {source}"),
            None => told.push((claim.says.as_str(), source)),
        }
    }
    let more = told.len().saturating_sub(CLAIMS);
    let quoted: Vec<String> =
        told.iter().take(CLAIMS).map(|(says, source)| words::quoted(says, source)).collect();
    let how_much = strength(argument.difference);
    let sentence = words::argument(word, record.criterion(argument.criterion), &quoted, more);
    let weight = if how_much >= Strength::Strong { page::strength(how_much) } else { "" };
    inline(&words::weighed(&sentence, weight))
}

fn ruling(record: &Record, reason: &Reason) -> String {
    let (ask, label) = record.answer(reason.question, reason.choice);
    let source = words::cited(record.source(reason.basis.source), &reason.basis.place);
    inline(&words::ruling_in_full(reason, ask, label, &source))
}

fn more(record: &Record, text: &mut Text) {
    text.block(words::MORE);
    text.block(&words::reopen(&address(record.link)));
    let name = &record.report.dataset;
    text.block(&line(&words::made_with(&record.dataset.title, &name.id, &name.version)));
    let out: Vec<&str> = record.decision.left_out.iter().map(|id| record.source(id)).collect();
    if !out.is_empty() {
        text.block(&line(&words::not_heard(&out)));
    }
    if record.decision.ageless {
        text.block(words::AGELESS);
    }
    text.block(words::SOURCES);
    let source = |it: &dataset::Source| {
        let date = it.date.as_deref().map_or(page::UNDATED.to_string(), page::date);
        inline(&words::source(&it.short, &it.title, &it.author, &date, &it.stance))
    };
    text.list(&record.dataset.sources.iter().map(source).collect::<Vec<_>>());
}
