//! The evaluation: quality against labelled data, speed and memory against their targets.
//!
//! The data lies beside the project, not in it; where it is missing, nothing is measured and
//! that is said. Quality is scored by the data's own scripts, so that figures of other
//! programs can be compared.

mod claims;
mod corpus;
mod kept;
mod labelled;
mod ledger;
mod lineage;
mod machine;
mod name;
mod number;
mod quotes;
mod reference;
mod reuse;
mod speed;
mod table;
mod time;
mod together;
mod weigh;

use crate::process;
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::path::PathBuf;
use table::Table;

/// What to measure, and where to keep it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Measure only this part (may be repeated).
    #[arg(long, value_enum)]
    only: Vec<Part>,
    /// The directory that holds `eval/`, instead of `../shared`.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The binary to measure, instead of a release build of this tree.
    #[arg(long)]
    binary: Option<PathBuf>,
    /// Keep the result under `eval/results`, with notes on the machine.
    #[arg(long)]
    save: bool,
    /// The date of a kept result (YYYY-MM-DD), instead of the last commit's.
    #[arg(long, requires = "save")]
    date: Option<String>,
    /// Also print what the scorers say, with counts by rule and the misses.
    #[arg(long)]
    verbose: bool,
    /// Fail if a figure of quality is worse than in the last kept result. Speed depends on
    /// the machine: it never fails, and is measured only if named with `--only`.
    #[arg(long)]
    no_worse: bool,
}

/// A part of the evaluation.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Time expressions.
    Time,
    /// Figures.
    Number,
    /// Quotations, with who says them.
    Quotes,
    /// Names.
    Name,
    /// Conflicts found, and false alarms.
    Claims,
    /// Rival hypotheses weighed.
    Weigh,
    /// The ledger's claims.
    Ledger,
    /// Quotations traced to a library, and passages that texts share.
    Reuse,
    /// Who copied whom, in simulated copies.
    Lineage,
    /// Speed and memory.
    Speed,
    /// Accounts against each other.
    Together,
    /// Making a reference of a dump; needs no data.
    Reference,
}

/// Where everything is that a measurement needs.
struct Setting {
    binary: PathBuf,
    data: PathBuf,
    scratch: PathBuf,
    verbose: bool,
    /// Speed is not asked for.
    quality_only: bool,
}

/// Measures, prints the tables, and keeps them if asked.
///
/// # Errors
/// If the command or a scorer fails, or if `--no-worse` is given and a figure
/// is worse.
pub(crate) fn run(args: &Args) -> Result<()> {
    let data = args.data.clone().unwrap_or_else(|| process::root().join("../shared"));
    if args.only != [Part::Reference] && !data.join("eval").is_dir() {
        println!(
            "evaluation skipped: no data at {} (nothing was measured)",
            data.join("eval").display()
        );
        return Ok(());
    }
    let binary = match &args.binary {
        Some(path) => path.clone(),
        None => process::release_binary()?,
    };
    let setting = Setting {
        binary,
        data,
        scratch: process::scratch("eval")?,
        verbose: args.verbose,
        quality_only: args.no_worse,
    };
    let tables = measure(&setting, &args.only)?;
    for table in &tables {
        println!("{}", table.markdown());
    }
    if args.no_worse {
        kept::compare(&tables)?;
    }
    if args.save {
        kept::save(&tables, args.date.as_deref())?;
    }
    Ok(())
}

fn measure(setting: &Setting, only: &[Part]) -> Result<Vec<Table>> {
    let is_speed = |part| matches!(part, Part::Speed | Part::Reference);
    let wanted = |part| match only {
        [] => !(setting.quality_only && is_speed(part)),
        only => only.contains(&part),
    };
    let mut tables = Vec::new();
    // First, as the system counts this process's peak memory into that of its children.
    if wanted(Part::Speed) {
        tables.push(speed::measure(setting).context("measuring speed")?);
    }
    if wanted(Part::Reference) {
        tables.push(reference::measure(setting).context("measuring references")?);
    }
    if wanted(Part::Time) {
        tables.push(time::measure(setting).context("measuring time expressions")?);
    }
    if wanted(Part::Number) {
        tables.push(number::measure(setting).context("measuring figures")?);
    }
    if wanted(Part::Quotes) {
        tables.push(quotes::measure(setting).context("measuring quotations")?);
    }
    if wanted(Part::Name) {
        tables.push(name::measure(setting).context("measuring names")?);
    }
    if wanted(Part::Claims) {
        tables.push(claims::measure(setting).context("measuring findings")?);
    }
    if wanted(Part::Weigh) {
        tables.extend(weigh::measure(setting).context("measuring the weighing")?);
    }
    if wanted(Part::Ledger) {
        tables.push(ledger::measure(setting).context("measuring the ledger")?);
    }
    if wanted(Part::Reuse) {
        tables.extend(reuse::measure(setting).context("measuring quotations and reuse")?);
    }
    if wanted(Part::Lineage) {
        tables.push(lineage::measure());
    }
    if wanted(Part::Together) {
        tables.push(together::measure(setting).context("comparing accounts")?);
    }
    Ok(tables)
}
