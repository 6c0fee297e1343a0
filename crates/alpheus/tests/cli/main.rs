//! Drives the command as a user does, in a directory of its own.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod check;
mod config;
mod examples;
mod formats;
mod input;
mod ledger;
mod library;
mod lineage;
mod reference;
mod report;
mod serve;
mod suppress;
mod together;
mod trace;
mod verbs;
mod weigh;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A sentence with a slip: the day was a Tuesday.
const SLIP: &str = "The squadron sailed on Monday, 23 July 1907, from Spithead.";
/// The same sentence put right.
const RIGHT: &str = "The squadron sailed on Tuesday, 23 July 1907, from Spithead.";

/// A directory that goes away with the test.
struct Dir(tempfile::TempDir);

/// How a run of the command ended.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Dir {
    fn new() -> Dir {
        Dir(tempfile::tempdir().unwrap())
    }

    /// A directory with these files.
    fn with(files: &[(&str, &str)]) -> Dir {
        let dir = Dir::new();
        for (name, text) in files {
            dir.write(name, text);
        }
        dir
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alpheus"));
        command.current_dir(self.path()).args(args);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command
    }

    fn run(&self, args: &[&str]) -> Run {
        ended(self.command(args).stdin(Stdio::null()).output().unwrap())
    }

    fn run_with_input(&self, args: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        ended(child.wait_with_output().unwrap())
    }
}

fn ended(output: std::process::Output) -> Run {
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
