//! The command line.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

/// What `cargo xtask` and `cargo xtask --help` print.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]      build the release bundle and serve it at http://127.0.0.1:8080/
  test [STEP...]        everything: format, lints, native, wasm in a browser, end to end;
                        or only the named steps
  dist                  build dist/ only
  size                  weigh what a first visit loads
  decide [--dataset FILE] (--link URL | --answers FILE)
                        print the report for a decision as JSON; a dataset that states its
                        weights needs neither link nor answers
  lab FILE              print as JSON what the workload model expects of every option under
                        the load in FILE (docs/workload.md lists the fields)
  check-dataset FILE    name every problem of a dataset
  bench [PART...]       measurements; the parts are engine, samples, exact,
                        page, error, footprint and lab (an hour)
";

/// A parsed command line.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Serve { port: u16 },
    Dist,
    Size,
    Test { only: Vec<String> },
    Decide(Question),
    CheckDataset { file: PathBuf },
    Lab { file: PathBuf },
    Bench { only: Vec<String> },
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
        "dist" => nothing_more(parser, Command::Dist),
        "size" => nothing_more(parser, Command::Size),
        "test" => Ok(Command::Test { only: values(parser)? }),
        "decide" => decide(parser),
        "check-dataset" => file(parser, "check-dataset wants the FILE to check", |file| {
            Command::CheckDataset { file }
        }),
        "lab" => file(parser, "lab wants the FILE with the load", |file| Command::Lab { file }),
        "bench" => Ok(Command::Bench { only: values(parser)? }),
        _ => bail!("there is no command \"{name}\"\n\n{HELP}"),
    }
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

fn serve(mut parser: Parser) -> Result<Command> {
    let mut port = DEFAULT_PORT;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("port") => {
                port = parser.value()?.parse().context("--port wants a number up to 65535")?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Serve { port })
}

fn decide(mut parser: Parser) -> Result<Command> {
    let (mut dataset, mut link, mut answers) = (None, None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("dataset") => dataset = Some(PathBuf::from(parser.value()?)),
            Arg::Long("link") => link = Some(parser.value()?.string()?),
            Arg::Long("answers") => answers = Some(PathBuf::from(parser.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let told = match (link, answers) {
        (Some(link), None) => Told::Link(link),
        (None, Some(file)) => Told::Answers(file),
        // A published model states its weights and asks nothing.
        (None, None) if dataset.is_some() => Told::Nothing,
        (None, None) => bail!("decide wants --link URL or --answers FILE"),
        (Some(_), Some(_)) => bail!("decide wants --link or --answers, not both"),
    };
    Ok(Command::Decide(Question { dataset, told }))
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
    use super::{Command, DEFAULT_PORT, HELP, Parser, Question, Told, parse};

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
    fn mistakes_are_named() {
        check("dist --fast", Err("invalid option '--fast'"));
        check("decide", Err("decide wants --link URL or --answers FILE"));
        check("decide --link x --answers y", Err("decide wants --link or --answers, not both"));
        check("check-dataset", Err("check-dataset wants the FILE to check"));
        check("lab", Err("lab wants the FILE with the load"));
        check("sevre", Err(&format!("there is no command \"sevre\"\n\n{HELP}")));
    }
}
