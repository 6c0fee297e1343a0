//! Quotations: spans, kinds, speakers, addressees, dates and sources against excerpts that
//! were labelled by hand.

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::{fs, process::Command};

/// A figure of the scorer: what it is called here, where it stands there, and the target.
type Figure = (&'static str, [&'static str; 2], Target);

const FIGURES: [Figure; 12] = [
    ("spans, overlap F1", ["span_overlap", "f1"], Target::AtLeast(95.0)),
    ("spans, exact F1", ["span_exact", "f1"], Target::AtLeast(88.0)),
    ("kinds", ["kind_acc", "acc"], Target::AtLeast(90.0)),
    ("kinds of what nobody said", ["kind_acc", "acc_on_other"], Target::None),
    ("speakers", ["speaker", "acc"], Target::AtLeast(85.0)),
    (
        "speakers, of those named here",
        ["speaker", "precision_where_system_names_one"],
        Target::None,
    ),
    ("addressees, precision", ["addressee", "p"], Target::AtLeast(85.0)),
    ("addressees, recall", ["addressee", "r"], Target::AtLeast(60.0)),
    ("dates, precision", ["date", "p"], Target::AtLeast(85.0)),
    ("dates, recall", ["date", "r"], Target::AtLeast(60.0)),
    ("sources, precision", ["source", "p"], Target::AtLeast(85.0)),
    ("sources, recall", ["source", "r"], Target::AtLeast(60.0)),
];

/// Tags the labelled excerpts and has them scored.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let mut table = Table::quality("Quotations (percent)");
    let dir = setting.data.join("eval/quotes");
    if !dir.is_dir() {
        println!("quotations skipped: no data at {}", dir.display());
        return Ok(table);
    }
    let mut tag = Command::new(&setting.binary);
    tag.args(["tag", "--layer", "quotation", "--format", "jsonl"]).arg(dir.join("dev"));
    let tagged = setting.scratch.join("quotes.jsonl");
    fs::write(&tagged, process::output(&mut tag)?)?;
    let mut scorer = Command::new("python3");
    scorer
        .arg(dir.join("score_quotes.py"))
        .arg(dir.join("quotes_dev.jsonl"))
        .arg(&tagged)
        .args(["--json", "--docs"])
        .arg(dir.join("dev"))
        .arg("--traps")
        .arg(dir.join("traps_dev.jsonl"));
    let said = process::output(&mut scorer)?;
    if setting.verbose {
        println!("{said}");
    }
    let scores: Value = serde_json::from_str(&said)?;
    for (what, [of, which], target) in FIGURES {
        let score = scores[of][which].as_f64().context("a score is missing")?;
        table.add(what.to_owned(), target, 100.0 * score, 1, "");
    }
    let hit = scores["traps"]["hit"].as_f64().context("a score is missing")?;
    table.add("traps taken for quotations".to_owned(), Target::AtMost(0.0), hit, 0, "");
    Ok(table)
}
