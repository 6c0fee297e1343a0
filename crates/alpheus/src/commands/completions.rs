//! `alpheus completions`: a script that completes the command in a shell.

use crate::{
    Exit,
    args::{Cli, Completions},
    output,
};
use clap::CommandFactory as _;

pub(crate) fn run(args: &Completions) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "alpheus", &mut script);
    let mut out = output::open(None)?;
    out.write_all(&script)?;
    out.flush()?;
    Ok(Exit::Clean)
}
