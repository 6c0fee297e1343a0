//! The verbs, one file each.

mod check;
mod clusters;
mod completions;
mod ledger;
mod library;
mod new;
mod reference;
mod report;
mod reuse;
mod rule;
mod serve;
mod shown;
mod tag;
mod timeline;
mod trace;
mod weigh;

pub(crate) use weigh::CASE;

use crate::{
    Exit,
    args::{self, Cli, Command},
    output,
    paths::Source,
};
use alpheus_report::Unread;
use alpheus_time::{Calendar, Domain, Options};

/// Does what the command line asks.
pub(crate) fn run(cli: Cli) -> anyhow::Result<Exit> {
    match cli.command {
        Command::Check(args) => check::run(&args, cli.color),
        Command::Tag(args) => tag::run(&args),
        Command::Timeline(args) => timeline::run(&args, cli.color),
        Command::Weigh(args) => weigh::run(&args, cli.color),
        Command::New(args) => new::run(&args),
        Command::Ledger(args) => ledger::run(&args, cli.color),
        Command::Library(args) => library::run(&args),
        Command::Trace(args) => trace::run(&args, cli.color),
        Command::Reuse(args) => reuse::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Serve(args) => serve::run(args),
        Command::Rule(args) => rule::run(&args, cli.color),
        Command::Reference(args) => reference::run(&args),
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

/// The format that the command line says all inputs have.
fn form(input: &args::Input) -> Option<alpheus_text::Format> {
    input.input.map(Into::into)
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
