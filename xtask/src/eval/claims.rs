//! Findings: recall on texts with one planted slip each, false alarms on the same texts as
//! they were printed.

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The kinds of slip that the rules look for, with the recall aimed at.
const KINDS: [(&str, f64); 18] = [
    ("weekday", 0.95),
    ("weekday_pair", 0.90),
    ("range_order", 0.95),
    ("lifespan", 0.85),
    ("age", 0.70),
    ("duration", 0.75),
    ("relative", 0.60),
    ("date_repeat", 0.35),
    ("anniversary", 1.0),
    ("sum", 0.80),
    ("table_total", 0.85),
    ("percent", 0.60),
    ("percent_sum", 0.80),
    ("unit", 0.95),
    ("direction", 0.85),
    ("count_list", 0.60),
    ("figure_repeat", 0.25),
    ("margin", 1.0),
];

/// False alarms allowed in 10,000 words of clean text, by all rules together.
const FALSE_ALARMS: f64 = 0.05;

/// The share of findings on the planted texts that must hit a planted slip; those that the
/// text has without it are judged as false alarms or slips of the print, and left out here.
const PRECISION: f64 = 0.95;

/// Checks the texts with and without slips, and scores the findings.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let dir = setting.data.join("eval/claims/dev");
    let planted = check(setting, &dir.join("planted"), "planted")?;
    let clean = check(setting, &dir.join("clean"), "clean")?;
    let scores = score(setting, &dir, &planted, &clean)?;
    let mut table = Table::quality("Findings (recall on planted slips, false alarms)");
    for (kind, target) in KINDS {
        let recall = scores["per_kind"][kind].as_f64().context("a kind has no score")?;
        table.add(format!("recall, {kind}"), Target::AtLeast(target), recall, 2, "");
    }
    let (found, known) = natural(&dir.join("natural.jsonl"), &clean)?;
    table.add(
        "slips of the printed texts, found",
        Target::AtLeast(f64::from(known)),
        f64::from(found),
        0,
        "",
    );
    let all = scores["precision"].as_f64().context("no precision")?;
    table.add("precision on planted texts, all findings", Target::None, all, 3, "");
    let new = scores["precision_new"].as_f64().context("no precision of new findings")?;
    table.add(
        "precision on planted texts, without what the printed text has too",
        Target::AtLeast(PRECISION),
        new,
        3,
        "",
    );
    let alarms = scores["fa_per_10k"].as_f64().context("no false alarms counted")?;
    table.add(
        "false alarms in 10,000 words",
        Target::AtMost(FALSE_ALARMS),
        alarms,
        4,
        "",
    );
    let count = scores["false_alarms"].as_f64().context("no false alarms counted")?;
    table.add("false alarms, all", Target::None, count, 0, "");
    let unverified = unverified(&clean)?;
    table.add(
        "of these, no slip of the printed text when read by hand",
        Target::None,
        f64::from(unverified),
        0,
        "",
    );
    Ok(table)
}

/// How many findings on the printed texts are not among those that were read by hand and
/// found to be slips of the print.
fn unverified(findings: &Path) -> Result<u32> {
    let mut verified: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for slip in lines(&process::root().join("eval/natural-findings.jsonl"))? {
        verified.entry(stem(&slip)).or_default().push(slip);
    }
    let mut count = 0;
    for finding in lines(findings)? {
        let known = verified.get(&stem(&finding)).is_some_and(|slips| {
            slips.iter().any(|slip| {
                slip["rule"] == finding["rule"] && slip["span"] == finding["spans"][0]
            })
        });
        count += u32::from(!known);
    }
    Ok(count)
}

fn check(setting: &Setting, texts: &Path, name: &str) -> Result<PathBuf> {
    let out = setting.scratch.join(format!("{name}.jsonl"));
    let mut check = Command::new(&setting.binary);
    check.args(["check", "--format", "jsonl"]).arg(texts);
    process::measure(&mut check, Some(&out))?;
    Ok(out)
}

fn score(setting: &Setting, dir: &Path, planted: &Path, clean: &Path) -> Result<Value> {
    let scores = setting.scratch.join("claims.json");
    let mut scorer = Command::new("python3");
    scorer.arg(dir.join("../score_findings.py"));
    scorer.arg("--gold").arg(dir.join("gold.jsonl")).arg("--findings").arg(planted);
    scorer.arg("--clean").arg(clean).arg("--words").arg(dir.join("docs.tsv"));
    scorer.arg("--known").arg(dir.join("natural.jsonl")).arg("--json").arg(&scores);
    if setting.verbose {
        scorer.args(["--by-code", "--misses"]);
    }
    let said = process::output(&mut scorer)?;
    if setting.verbose {
        println!("{said}");
    }
    let mut scores: Value = serde_json::from_str(&fs::read_to_string(scores)?)?;
    scores["precision_new"] = json!(precision_of_new(&said));
    Ok(scores)
}

/// The precision of findings that the unchanged text does not have, which the scorer prints
/// and does not write.
fn precision_of_new(said: &str) -> Option<f64> {
    let (_, after) = said.split_once("new since the clean text:")?;
    let (_, precision) = after.split_once("precision ")?;
    precision.split_whitespace().next()?.parse().ok()
}

/// How many of the known slips of the printed texts are found, and how many there are, of the
/// kinds that the rules look for.
fn natural(known: &Path, findings: &Path) -> Result<(u32, u32)> {
    let kinds: BTreeSet<&str> = KINDS.iter().map(|&(kind, _)| kind).collect();
    let mut spans: BTreeMap<String, Vec<(u64, u64)>> = BTreeMap::new();
    for finding in lines(findings)? {
        spans.entry(stem(&finding)).or_default().extend(pairs(&finding["spans"]));
    }
    let (mut found, mut all) = (0, 0);
    for slip in lines(known)? {
        if !slip["kind"].as_str().is_some_and(|kind| kinds.contains(kind)) {
            continue;
        }
        all += 1;
        let here = spans.get(&stem(&slip)).map_or(&[][..], Vec::as_slice);
        let hit =
            pairs(&slip["spans"]).any(|a| here.iter().any(|b| a.0 < b.1 && b.0 < a.1));
        found += u32::from(hit);
    }
    Ok((found, all))
}

pub(super) fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path)?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// The name of a document without its directory and ending.
fn stem(record: &Value) -> String {
    let name = record["doc"].as_str().unwrap_or_default();
    let name = name.rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".txt").unwrap_or(name).to_owned()
}

pub(super) fn pairs(spans: &Value) -> impl Iterator<Item = (u64, u64)> + '_ {
    spans
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|pair| Some((pair.get(0)?.as_u64()?, pair.get(1)?.as_u64()?)))
}
