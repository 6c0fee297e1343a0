//! The command: one file a verb, and around them what all verbs share: which files are
//! meant, how they are read side by side, where the output goes.

mod args;
mod browser;
mod commands;
mod config;
mod corpus;
mod decisions;
mod nearest;
mod output;
mod paths;
mod progress;
mod references;
mod rows;
mod run;
mod source;
mod suppress;
mod timings;
mod watch;

use clap::Parser;
use std::{io, process::ExitCode};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Nothing was found.
    Clean,
    /// There are findings at or above the failing level.
    Findings,
    /// Something could not be read or run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
        })
    }
}

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    match commands::run(cli) {
        Ok(exit) => exit.into(),
        // Whoever reads the output has seen enough.
        Err(error) if is_broken_pipe(&error) => Exit::Clean.into(),
        Err(error) => {
            output::complain(&error);
            Exit::Failed.into()
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
