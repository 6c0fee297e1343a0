//! Kept results: one a day, with notes on the machine; the history of a day is the
//! repository's.

use super::{machine::Machine, table::Table};
use crate::process::root;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

fn dir() -> PathBuf {
    root().join("eval/results")
}

/// Writes the result as Markdown to read and as JSON to compare.
///
/// # Errors
/// If a file can't be written or the machine's state can't be read.
pub(crate) fn save(tables: &[Table], date: Option<&str>) -> Result<()> {
    let machine = Machine::here(date)?;
    let stem = dir().join(&machine.date);
    let body: Vec<String> = tables.iter().map(Table::markdown).collect();
    let (date, notes) = (&machine.date, machine.markdown());
    let page = format!("# Evaluation of {date}\n\n{notes}\n{}", body.join("\n"));
    write(&stem.with_extension("md"), &page)?;
    let json = serde_json::json!({
        "machine": machine.json(),
        "tables": tables.iter().map(Table::json).collect::<Vec<_>>(),
    });
    write(&stem.with_extension("json"), &format!("{json:#}\n"))
}

/// Compares with the last kept result.
///
/// # Errors
/// If a figure of quality is worse.
pub(crate) fn compare(tables: &[Table]) -> Result<()> {
    let Some(path) = last()? else {
        println!("no kept result to compare with");
        return Ok(());
    };
    let kept: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let old = kept["tables"].as_array().context("a kept result has tables")?;
    let worse: Vec<String> =
        tables.iter().flat_map(|new| old.iter().flat_map(|old| new.worse(old))).collect();
    ensure!(worse.is_empty(), "worse than in {}:\n{}", path.display(), worse.join("\n"));
    println!("no figure of quality is worse than in {}", path.display());
    Ok(())
}

/// The result with the latest date.
fn last() -> Result<Option<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir())? {
        found.push(entry?.path());
    }
    found.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    Ok(found.into_iter().max())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))?;
    eprintln!("wrote {}", path.display());
    Ok(())
}
