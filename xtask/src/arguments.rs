//! The command line.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::language::Language;

/// What `cargo xtask` and `cargo xtask --help` print.
pub(crate) const HELP: &str = include_str!("help.txt");

/// A parsed command line.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Serve { port: u16 },
    Dist { language: Language },
    Size,
    Gallery,
    Test { only: Vec<String> },
    Decide(Question),
    Record(Wanted),
    Compare(Links),
    CheckDataset { file: PathBuf },
    Lab { file: PathBuf },
    Bench { only: Vec<String> },
    Fuzz { count: u64 },
}

/// What `record` is asked.
#[derive(Debug, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) question: Question,
    /// In which form, by its name.
    pub(crate) form: String,
    /// Which chart, by its name.
    pub(crate) chart: Option<String>,
    /// Where the link in the record points.
    pub(crate) base: Option<String>,
    /// The day of the record.
    pub(crate) date: Option<String>,
}

/// What `compare` is asked.
#[derive(Debug, PartialEq)]
pub(crate) struct Links {
    pub(crate) dataset: Option<PathBuf>,
    /// Votes by member; empty: one each.
    pub(crate) voices: Vec<u8>,
    /// In which form, by its name; absent: JSON.
    pub(crate) form: Option<String>,
    pub(crate) links: Vec<String>,
}

/// What `decide` is asked.
#[derive(Debug, PartialEq)]
pub(crate) struct Question {
    /// Absent: the comparison that the page carries.
    pub(crate) dataset: Option<PathBuf>,
    pub(crate) told: Told,
}

/// Where the reader's answers come from.
#[derive(Debug, PartialEq)]
pub(crate) enum Told {
    Link(String),
    Answers(PathBuf),
    Nothing,
}

const DEFAULT_PORT: u16 = 8080;
const DEFAULT_FUZZ: u64 = 10_000_000;

/// Reads this process's command line.
pub(crate) fn read() -> Result<Command> {
    parse(Parser::from_env())
}

fn parse(mut parser: Parser) -> Result<Command> {
    let Some(first) = parser.next()? else { return Ok(Command::Help) };
    let name = match first {
        Arg::Value(name) => name.string()?,
        Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
        other => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "serve" => serve(parser),
        "dist" => dist(parser),
        "size" => nothing_more(parser, Command::Size),
        "gallery" => nothing_more(parser, Command::Gallery),
        "test" => Ok(Command::Test { only: values(parser)? }),
        "decide" => decide(parser),
        "record" => record(parser),
        "compare" => compare(parser),
        "fuzz" => fuzz(parser),
        "check-dataset" => file(parser, "check-dataset wants the FILE to check", |file| {
            Command::CheckDataset { file }
        }),
        "lab" => file(parser, "lab wants the FILE with the load", |file| Command::Lab { file }),
        "bench" => Ok(Command::Bench { only: values(parser)? }),
        _ => bail!("there is no command \"{name}\"\n\n{HELP}"),
    }
}

fn dist(parser: Parser) -> Result<Command> {
    let language = option(parser, "language")?;
    Ok(Command::Dist { language: language.map_or(Language::ENGLISH, |it| Language::of(&it)) })
}

/// The value of the one option that a command takes.
fn option(mut parser: Parser, name: &str) -> Result<Option<String>> {
    let mut value = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long(it) if it == name => value = Some(parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(value)
}

fn nothing_more(mut parser: Parser, command: Command) -> Result<Command> {
    match parser.next()? {
        None => Ok(command),
        Some(argument) => Err(argument.unexpected().into()),
    }
}

fn values(mut parser: Parser) -> Result<Vec<String>> {
    let mut values = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(value) => values.push(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(values)
}

fn serve(parser: Parser) -> Result<Command> {
    let port = option(parser, "port")?.map_or(Ok(DEFAULT_PORT), |it| it.parse());
    Ok(Command::Serve { port: port.context("--port wants a number up to 65535")? })
}

/// What `decide` and `record` are asked, as far as it was read.
#[derive(Default)]
struct Asked {
    dataset: Option<PathBuf>,
    link: Option<String>,
    answers: Option<PathBuf>,
}

impl Asked {
    /// Takes an option that belongs to it; gives back any other.
    fn take<'a>(&mut self, name: &'a str, parser: &mut Parser) -> Result<Option<&'a str>> {
        match name {
            "dataset" => self.dataset = Some(PathBuf::from(parser.value()?)),
            "link" => self.link = Some(parser.value()?.string()?),
            "answers" => self.answers = Some(PathBuf::from(parser.value()?)),
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    fn question(self, command: &str) -> Result<Question> {
        let told = match (self.link, self.answers) {
            (Some(link), None) => Told::Link(link),
            (None, Some(file)) => Told::Answers(file),
            // A published model states its weights and asks nothing.
            (None, None) if self.dataset.is_some() => Told::Nothing,
            (None, None) => bail!("{command} wants --link URL or --answers FILE"),
            (Some(_), Some(_)) => bail!("{command} wants --link or --answers, not both"),
        };
        Ok(Question { dataset: self.dataset, told })
    }
}

fn decide(mut parser: Parser) -> Result<Command> {
    let mut asked = Asked::default();
    while let Some(argument) = parser.next()? {
        let name = long(&argument)?;
        if asked.take(&name, &mut parser)?.is_some() {
            bail!("invalid option '--{name}'");
        }
    }
    Ok(Command::Decide(asked.question("decide")?))
}

fn record(mut parser: Parser) -> Result<Command> {
    let mut asked = Asked::default();
    let (mut form, mut chart, mut base, mut date) = (None, None, None, None);
    while let Some(argument) = parser.next()? {
        let name = long(&argument)?;
        match asked.take(&name, &mut parser)? {
            None => {}
            Some("as") => form = Some(parser.value()?.string()?),
            Some("chart") => chart = Some(parser.value()?.string()?),
            Some("base") => base = Some(parser.value()?.string()?),
            Some("date") => date = Some(parser.value()?.string()?),
            Some(other) => bail!("invalid option '--{other}'"),
        }
    }
    let form = form.context("record wants --as madr, json, csv, text, qr or svg")?;
    let question = asked.question("record")?;
    Ok(Command::Record(Wanted { question, form, chart, base, date }))
}

fn compare(mut parser: Parser) -> Result<Command> {
    let mut asked = Links { dataset: None, voices: Vec::new(), form: None, links: Vec::new() };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(link) => asked.links.push(link.string()?),
            Arg::Long("dataset") => asked.dataset = Some(PathBuf::from(parser.value()?)),
            Arg::Long("as") => asked.form = Some(parser.value()?.string()?),
            Arg::Long("voices") => {
                let list = parser.value()?.string()?;
                let votes = list.split(',').map(|it| it.trim().parse::<u8>());
                asked.voices = votes.collect::<Result<_, _>>().context(
                    "--voices wants numbers from 1 to 9 with commas between them, one for each link",
                )?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Compare(asked))
}

fn fuzz(parser: Parser) -> Result<Command> {
    let count = option(parser, "count")?.map_or(Ok(DEFAULT_FUZZ), |it| it.parse());
    Ok(Command::Fuzz { count: count.context("--count wants a number")? })
}

/// The name of a long option.
fn long(argument: &Arg<'_>) -> Result<String> {
    match argument {
        Arg::Long(name) => Ok((*name).to_owned()),
        Arg::Short(name) => bail!("invalid option '-{name}'"),
        Arg::Value(value) => bail!("unexpected argument {value:?}"),
    }
}

/// A command that takes one file.
fn file(mut parser: Parser, missing: &str, command: fn(PathBuf) -> Command) -> Result<Command> {
    match parser.next()? {
        Some(Arg::Value(file)) => nothing_more(parser, command(PathBuf::from(file))),
        Some(other) => Err(other.unexpected().into()),
        None => bail!("{missing}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Command, DEFAULT_PORT, HELP, Language, Links, Parser, Question, Told, Wanted, parse,
    };

    #[track_caller]
    fn check(line: &str, expected: Result<Command, &str>) {
        let words = std::iter::once("xtask").chain(line.split_whitespace());
        let parsed = parse(Parser::from_iter(words)).map_err(|error| format!("{error:#}"));
        assert_eq!(parsed, expected.map_err(str::to_owned));
    }

    #[test]
    fn commands() {
        check("", Ok(Command::Help));
        check("--help", Ok(Command::Help));
        check("serve", Ok(Command::Serve { port: DEFAULT_PORT }));
        check("serve --port 9000", Ok(Command::Serve { port: 9000 }));
        check("test", Ok(Command::Test { only: vec![] }));
        check("test format e2e", Ok(Command::Test { only: vec!["format".into(), "e2e".into()] }));
        check("gallery", Ok(Command::Gallery));
        check("bench error", Ok(Command::Bench { only: vec!["error".into()] }));
        check("check-dataset a.json", Ok(Command::CheckDataset { file: "a.json".into() }));
        check("lab load.json", Ok(Command::Lab { file: "load.json".into() }));
        check(
            "decide --dataset d.json --link #d=1",
            Ok(Command::Decide(Question {
                dataset: Some("d.json".into()),
                told: Told::Link("#d=1".into()),
            })),
        );
    }

    #[test]
    fn a_model_needs_no_answers() {
        let dataset = Some("m.json".into());
        check(
            "decide --dataset m.json",
            Ok(Command::Decide(Question { dataset, told: Told::Nothing })),
        );
    }

    #[test]
    fn records_and_comparisons() {
        check(
            "record --link #d=1 --as svg --chart shares --date 2026-11-02",
            Ok(Command::Record(Wanted {
                question: Question { dataset: None, told: Told::Link("#d=1".into()) },
                form: "svg".into(),
                chart: Some("shares".into()),
                base: None,
                date: Some("2026-11-02".into()),
            })),
        );
        check(
            "compare --voices 2,1 #d=1 #d=2",
            Ok(Command::Compare(Links {
                dataset: None,
                voices: vec![2, 1],
                form: None,
                links: vec!["#d=1".into(), "#d=2".into()],
            })),
        );
        check("fuzz --count 5", Ok(Command::Fuzz { count: 5 }));
    }

    #[test]
    fn mistakes_are_named() {
        let language = Language::pseudo();
        check("dist --language pseudo", Ok(Command::Dist { language }));
        check("dist --fast", Err("invalid option '--fast'"));
        check("decide", Err("decide wants --link URL or --answers FILE"));
        check("decide --link x --answers y", Err("decide wants --link or --answers, not both"));
        check("decide --fast", Err("invalid option '--fast'"));
        check("record --link x", Err("record wants --as madr, json, csv, text, qr or svg"));
        check("check-dataset", Err("check-dataset wants the FILE to check"));
        check("lab", Err("lab wants the FILE with the load"));
        check("sevre", Err(&format!("there is no command \"sevre\"\n\n{HELP}")));
    }
}
