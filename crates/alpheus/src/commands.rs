//! The verbs, one file each.

mod check;
mod completions;
mod rule;
mod tag;
mod timeline;

use crate::{
    Exit,
    args::{Cli, Command},
};

/// Does what the command line asks.
pub(crate) fn run(cli: Cli) -> anyhow::Result<Exit> {
    match cli.command {
        Command::Check(args) => check::run(&args, cli.color),
        Command::Tag(args) => tag::run(&args),
        Command::Timeline(args) => timeline::run(&args),
        Command::Rule(args) => rule::run(&args, cli.color),
        Command::Completions(args) => completions::run(&args),
    }
}
