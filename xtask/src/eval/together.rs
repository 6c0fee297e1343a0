//! Accounts against each other: texts with a planted slip against the same texts as they were
//! printed, and all printed texts against each other.

use super::{
    Setting, claims,
    table::{Table, Target},
};
use crate::process;
use anyhow::Result;
use serde_json::Value;
use std::{collections::BTreeMap, path::Path, process::Command};

/// The kinds of slip that change what another account may tell too, with the recall aimed at:
/// dates told twice, births and deaths, figures.
const KINDS: [(&str, f64); 3] =
    [("date_repeat", 0.5), ("lifespan", 0.5), ("figure_repeat", 0.7)];

/// Findings of one kind of slip.
#[derive(Default)]
struct Score {
    slips: u32,
    hit: u32,
    /// Findings that touch neither the slip nor what it clashes with.
    beside: u32,
}

/// Compares the texts, and scores the findings.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let dir = setting.data.join("eval/claims/dev");
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for slip in claims::lines(&dir.join("gold.jsonl"))? {
        if let Some(&(kind, _)) = KINDS.iter().find(|(kind, _)| slip["kind"] == *kind) {
            let score = scores.entry(kind).or_default();
            pair(setting, &dir, &slip, score)?;
        }
    }
    let mut table = Table::quality("Accounts against each other");
    for (kind, target) in KINDS {
        let score = scores.entry(kind).or_default();
        let recall = f64::from(score.hit) / f64::from(score.slips.max(1));
        table.add(format!("recall, {kind}"), Target::AtLeast(target), recall, 2, "");
    }
    let beside: u32 = scores.values().map(|score| score.beside).sum();
    table.add("findings beside the slips", Target::AtMost(0.0), f64::from(beside), 0, "");
    let clean = findings(setting, &[&dir.join("clean")])?;
    let count = f64::from(clean.len() as u32);
    table.add("findings among all texts as printed", Target::AtMost(0.0), count, 0, "");
    Ok(table)
}

/// A text with a slip against the same text without it.
fn pair(setting: &Setting, dir: &Path, slip: &Value, score: &mut Score) -> Result<()> {
    let name = |field: &str| format!("{}.txt", slip[field].as_str().unwrap_or_default());
    let printed = dir.join("clean").join(name("source"));
    let planted = dir.join("planted").join(name("doc"));
    let wanted: Vec<_> =
        claims::pairs(&slip["spans"]).chain(claims::pairs(&slip["counter"])).collect();
    let mut hit = false;
    for finding in findings(setting, &[&printed, &planted])? {
        let claim = claims::pairs(&finding["spans"]).next();
        let touches = |a: (u64, u64)| wanted.iter().any(|b| a.0 < b.1 && b.0 < a.1);
        if claim.is_some_and(touches) {
            hit = true;
        } else {
            score.beside += 1;
        }
    }
    score.slips += 1;
    score.hit += u32::from(hit);
    Ok(())
}

fn findings(setting: &Setting, texts: &[&Path]) -> Result<Vec<Value>> {
    let out = setting.scratch.join("together.jsonl");
    let mut check = Command::new(&setting.binary);
    check.args([
        "check",
        "--together",
        "--select",
        "accounts-differ",
        "--format",
        "jsonl",
    ]);
    check.args(texts);
    process::measure(&mut check, Some(&out))?;
    claims::lines(&out)
}
