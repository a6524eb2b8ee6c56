//! The record as JSON, and the way back.

use dataset::{Answer, Dataset, Id, Table};

use crate::decision::{AnswersFile, Decision, Importance};
use crate::link;
use crate::prose;
use crate::words::record as words;

use super::Record;

/// The form of this JSON; it changes when an older reader would misread it.
const FORM: &str = "decision-record-1";

/// Plain data. It stands in for a library's, whose parser would weigh more than
/// the record: a browser parses JSON itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Several in order.
    List(Vec<Json>),
    /// Several by name, in the order of writing.
    Object(Vec<(String, Json)>),
}

/// The record: the decision, from which [`import`] makes the same decision
/// again, and what it comes to.
pub fn json(record: &Record) -> String {
    let report = record.report;
    let option = |it: &crate::report::OptionReport| {
        object([
            ("id", text(&it.id)),
            ("name", text(record.option(it.id))),
            ("status", text(status(it.status))),
            ("rank_acceptability", list(&it.rank_acceptability, |it| Json::Number(*it))),
            ("value", Json::Number(it.value)),
            ("coverage", Json::Number(it.coverage)),
        ])
    };
    let verdict = object([
        ("kind", text(report.verdict.kind.name())),
        ("options", ids(report.verdict.options.iter().copied())),
        ("share", Json::Number(report.verdict.share)),
        ("sentence", text(&report.verdict.sentence)),
    ]);
    let dataset = object([
        ("id", text(&report.dataset.id)),
        ("version", text(&report.dataset.version)),
        ("title", text(&record.dataset.title)),
    ]);
    let whole = object([
        ("form", text(FORM)),
        ("date", record.date.map_or(Json::Null, text)),
        ("link", text(record.link)),
        ("dataset", dataset),
        ("decision", decision(record.decision)),
        ("verdict", verdict),
        ("options", list(&report.options, option)),
        ("error", Json::Number(report.error)),
    ]);
    let mut written = String::new();
    whole.write(&mut written, 0);
    written.push('\n');
    written
}

/// What was told, in the form of an answers file.
fn decision(decision: &Decision) -> Json {
    let answer = |(id, choices): (Id, &dataset::IdSet)| (id.to_string(), ids(choices.iter()));
    let importance =
        |(id, it): (Id, &Importance)| (id.to_string(), Json::Number(f64::from(it.level())));
    object([
        ("answers", Json::Object(decision.answers.iter().map(answer).collect())),
        ("importance", Json::Object(decision.importance.iter().map(importance).collect())),
        ("hidden", ids(decision.hidden.iter())),
        ("left_out", ids(decision.left_out.iter())),
        ("ageless", Json::Bool(decision.ageless)),
        ("title", text(&prose::title(decision))),
        ("notes", text(&prose::notes(decision))),
    ])
}

/// Reads a record back. What was edited in its `decision` counts; what only its
/// link holds, because this dataset has no words for it, is taken from there.
///
/// # Errors
/// One sentence for each thing that cannot be understood.
pub fn import(dataset: &Dataset, json: &Json) -> Result<Decision, Vec<String>> {
    let form = json.get("form").and_then(Json::as_text);
    if form != Some(FORM) {
        return Err(vec![words::not_a_record(form)]);
    }
    let told = json.get("decision").ok_or_else(|| vec![words::missing("decision")])?;
    let mut decision = answers_file(told)?.into_decision(dataset)?;
    let link = json.get("link").and_then(Json::as_text).unwrap_or_default();
    let state = link.rsplit_once("#d=").map_or("", |(_, state)| state);
    let mut unread = link::decode(dataset, state).decision.unread;
    for tag in [link::TITLE, link::NOTES] {
        unread.replace(tag, decision.unread.tagged(tag).map(<[u8]>::to_vec));
    }
    decision.unread = unread;
    Ok(decision)
}

fn answers_file(json: &Json) -> Result<AnswersFile, Vec<String>> {
    let mut reader = Reader { json, problems: Vec::new() };
    let answers = reader.table("answers", |it| match it {
        Json::Text(choice) => Some(Answer(vec![Id::from(choice.clone())])),
        other => other.as_ids().map(Answer),
    });
    let importance = reader.table("importance", |it| match it {
        Json::Number(level) if level.fract() == 0.0 && (0.0..=4.0).contains(level) => {
            Importance::new(*level as u8)
        }
        _ => None,
    });
    let file = AnswersFile {
        answers,
        importance,
        hidden: reader.field("hidden", Json::as_ids),
        left_out: reader.field("left_out", Json::as_ids),
        ageless: reader.field("ageless", Json::as_bool),
        // The link holds it, with what became of it.
        workload: None,
        title: reader.field("title", |it| it.as_text().map(str::to_owned)),
        notes: reader.field("notes", |it| it.as_text().map(str::to_owned)),
    };
    if reader.problems.is_empty() { Ok(file) } else { Err(reader.problems) }
}

/// Reads fields and collects what is wrong with them.
struct Reader<'a> {
    json: &'a Json,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn field<T: Default>(&mut self, name: &str, read: impl Fn(&Json) -> Option<T>) -> T {
        let Some(value) = self.json.get(name) else { return T::default() };
        read(value).unwrap_or_else(|| {
            self.problems.push(words::not_understood(name));
            T::default()
        })
    }

    fn table<T>(&mut self, name: &str, read: impl Fn(&Json) -> Option<T>) -> Table<T> {
        let Some(Json::Object(fields)) = self.json.get(name) else {
            self.field(name, |_| None::<()>);
            return Table::default();
        };
        let mut table = Table::default();
        for (id, value) in fields {
            match read(value) {
                Some(value) => table.insert(Id::from(id.clone()), value),
                None => self.problems.push(words::not_understood(&format!("{name}.{id}"))),
            }
        }
        table
    }
}

impl Json {
    /// The value of this name in an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(fields) = self else { return None };
        fields.iter().find(|(it, _)| it == name).map(|(_, value)| value)
    }

    fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    fn as_bool(&self) -> Option<bool> {
        if let Json::Bool(is) = self { Some(*is) } else { None }
    }

    fn as_ids(&self) -> Option<Vec<Id>> {
        let Json::List(items) = self else { return None };
        items.iter().map(|it| Some(Id::from(it.as_text()?.to_owned()))).collect()
    }

    /// Appends it as JSON, indented by so many levels.
    fn write(&self, to: &mut String, level: usize) {
        match self {
            Json::Null => to.push_str("null"),
            Json::Bool(is) => to.push_str(if *is { "true" } else { "false" }),
            Json::Number(number) => to.push_str(&decimal(*number, 6)),
            Json::Text(text) => write_text(text, to),
            Json::List(items) => {
                let write = |it: &Json, to: &mut String| it.write(to, level + 1);
                write_all(to, level, ['[', ']'], items, write);
            }
            Json::Object(fields) => {
                let write = |(name, value): &(String, Json), to: &mut String| {
                    write_text(name, to);
                    to.push_str(": ");
                    value.write(to, level + 1);
                };
                write_all(to, level, ['{', '}'], fields, write);
            }
        }
    }
}

fn write_all<T>(
    to: &mut String,
    level: usize,
    [open, close]: [char; 2],
    items: &[T],
    write: impl Fn(&T, &mut String),
) {
    to.push(open);
    for (at, item) in items.iter().enumerate() {
        to.push_str(if at == 0 { "\n" } else { ",\n" });
        to.push_str(&"  ".repeat(level + 1));
        write(item, to);
    }
    if !items.is_empty() {
        to.push('\n');
        to.push_str(&"  ".repeat(level));
    }
    to.push(close);
}

/// RFC 8259, section 7. `<` is escaped as well, so that the text may stand in a
/// page's script.
fn write_text(text: &str, to: &mut String) {
    to.push('"');
    for character in text.chars() {
        match character {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\n' => to.push_str("\\n"),
            '\0'..='\u{1f}' | '<' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                to.push_str(&format!("\\u{:04x}", character as u32));
            }
            _ => to.push(character),
        }
    }
    to.push('"');
}

/// A number with at most so many decimals, without zeros at the end; printed by
/// way of whole numbers, for the code that prints floats is large.
pub(super) fn decimal(number: f64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let scaled = (number.abs() * scale as f64).round() as u64;
    let sign = if number < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, rest) = (scaled / scale, scaled % scale);
    let digits = format!("{rest:0width$}", width = places as usize);
    match digits.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        digits => format!("{sign}{whole}.{digits}"),
    }
}

fn status(status: crate::report::Status) -> &'static str {
    status.name()
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn list<T>(items: &[T], json: impl Fn(&T) -> Json) -> Json {
    Json::List(items.iter().map(json).collect())
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn ids(ids: impl Iterator<Item = Id>) -> Json {
    Json::List(ids.map(|id| text(&id)).collect())
}
