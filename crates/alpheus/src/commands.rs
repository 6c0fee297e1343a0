//! The verbs, one file each.

mod check;
mod completions;
mod rule;
mod tag;
mod timeline;

use crate::{
    Exit,
    args::{self, Cli, Command},
    output,
    paths::Source,
};
use alpheus_read::{Domain, Options};
use alpheus_report::Unread;
use alpheus_time::Calendar;

/// Does what the command line asks.
pub(crate) fn run(cli: Cli) -> anyhow::Result<Exit> {
    match cli.command {
        Command::Check(args) => check::run(&args, cli.color),
        Command::Tag(args) => tag::run(&args),
        Command::Timeline(args) => timeline::run(&args, cli.color),
        Command::Rule(args) => rule::run(&args, cli.color),
        Command::Completions(args) => completions::run(&args),
    }
}

/// How times are read in a source: by the command line, else by the configuration.
fn reading(input: &args::Input, source: &Source) -> Options {
    let mut options = Options::default();
    if let Some(domain) = input.domain.or(source.config.domain) {
        options.domain = match domain {
            args::Domain::Narrative => Domain::Narrative,
            args::Domain::News => Domain::News,
        };
    }
    if let Some(calendar) = input.calendar.or(source.config.calendar) {
        options.calendar = match calendar {
            args::Calendar::Gregorian => Calendar::Gregorian,
            args::Calendar::Julian => Calendar::Julian,
        };
    }
    options
}

/// Names what could not be read, and keeps it.
fn lose(unread: &mut Vec<Unread>, lost: Unread) {
    output::unread(&lost);
    unread.push(lost);
}

/// How a run ends in which nothing is judged.
fn exit(unread: &[Unread]) -> Exit {
    if unread.is_empty() { Exit::Clean } else { Exit::Failed }
}

/// The time expressions of a document.
fn times(doc: &alpheus_text::Document, options: Options) -> alpheus_read::Times {
    alpheus_read::read(doc, options).times
}
