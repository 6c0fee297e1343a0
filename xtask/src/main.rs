//! Developer tasks, run as `cargo xtask TASK`.
//!
//! What CI runs, a developer runs with the same words: the evaluation with its targets, the
//! pages written from the rules, fuzzing, and the gates on dependencies.

#![expect(clippy::print_stdout, reason = "a task's tables go to standard output")]
#![expect(clippy::print_stderr, reason = "a task says on standard error what it does")]

mod deps;
mod diff;
mod docs;
mod eval;
mod fuzz;
mod process;

use clap::{Parser, Subcommand};

/// Developer tasks of Alpheus.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measure quality and speed, and print them beside their targets.
    Eval(eval::Args),
    /// Write the pages that are generated from the rules.
    Docs,
    /// Fail if a generated page differs from what its rule declares.
    CheckGenerated,
    /// Build and run the fuzz targets on stable Rust.
    Fuzz(fuzz::Args),
    /// Compare what two builds of `alpheus` find in the same files.
    Diff(diff::Args),
    /// Check that every dependency is allowed, explained and used.
    Deps,
}

fn main() -> anyhow::Result<()> {
    match Command::parse().task {
        Task::Eval(args) => eval::run(&args),
        Task::Docs => docs::write(),
        Task::CheckGenerated => docs::check(),
        Task::Fuzz(args) => fuzz::run(&args),
        Task::Diff(args) => diff::run(&args),
        Task::Deps => deps::check(),
    }
}
