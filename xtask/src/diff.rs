//! What two builds find in the same files: the review of a change to a rule.

use crate::process::{measure, scratch};
use anyhow::Result;
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Two binaries, and what they are to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The binary before the change.
    old: PathBuf,
    /// The binary after it.
    new: PathBuf,
    /// Files and directories to check.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

/// Prints the findings that only one of the two has: `-` the old, `+` the new.
///
/// # Errors
/// If a binary fails.
pub(crate) fn run(args: &Args) -> Result<()> {
    let dir = scratch("diff")?;
    let old = findings(&args.old, &args.paths, &dir.join("old.jsonl"))?;
    let new = findings(&args.new, &args.paths, &dir.join("new.jsonl"))?;
    for gone in old.difference(&new) {
        println!("- {gone}");
    }
    for added in new.difference(&old) {
        println!("+ {added}");
    }
    let (gone, added) = (old.difference(&new).count(), new.difference(&old).count());
    println!("{gone} gone, {added} new, {} in both", old.intersection(&new).count());
    Ok(())
}

/// The findings as lines that sort by document and place.
fn findings(binary: &Path, paths: &[PathBuf], out: &Path) -> Result<BTreeSet<String>> {
    let mut check = Command::new(binary);
    measure(check.args(["check", "--format", "jsonl"]).args(paths), Some(out))?;
    fs::read_to_string(out)?.lines().map(shown).collect()
}

fn shown(line: &str) -> Result<String> {
    let finding: Value = serde_json::from_str(line)?;
    let text = |name: &str| finding[name].as_str().unwrap_or_default().to_owned();
    let (doc, rule, message) = (text("doc"), text("rule"), text("message"));
    Ok(format!("{doc} {} {rule}: {message}", finding["spans"][0]))
}
