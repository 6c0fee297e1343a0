//! Quotations traced and passages shared: quality by the data's own scorer, the kinds of
//! alteration, and speed.

use super::{
    Setting, corpus,
    table::{Table, Target},
};
use crate::process;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The size of a corpus of newspaper articles, in bytes.
const CORPUS: usize = 7_000_000;

/// Which verdicts name a kind of alteration rightly.
const KINDS: [(&str, &[&str]); 9] = [
    ("verbatim", &["verbatim"]),
    ("surface", &["light", "verbatim"]),
    ("ocr1", &["light"]),
    ("ocr3", &["light"]),
    ("ocr8", &["light"]),
    ("modern", &["light"]),
    ("bracket", &["bracketed"]),
    ("ellipsis", &["elided", "spliced"]),
    ("joined", &["spliced"]),
];

/// Traces and compares the labelled texts, and scores what is found.
pub(crate) fn measure(setting: &Setting) -> Result<Vec<Table>> {
    let data = setting.data.join("eval/reuse");
    let mut quality = Table::quality("Quotations traced and passages shared");
    let library = setting.scratch.join("library");
    build(setting, &[data.join("quotes_dev/library.jsonl")], &library)?;
    quotes(setting, &data, &library, &mut quality)?;
    pairs(setting, &data, &mut quality)?;
    natural(setting, &data, &mut quality)?;
    if setting.quality_only {
        return Ok(vec![quality]);
    }
    let mut speed = Table::speed("Speed of tracing and comparing");
    tracing(setting, &data, &mut speed)?;
    comparing(setting, &mut speed)?;
    Ok(vec![quality, speed])
}

/// Builds a library anew.
fn build(
    setting: &Setting,
    sources: &[PathBuf],
    library: &Path,
) -> Result<process::Cost> {
    if library.exists() {
        fs::remove_dir_all(library)?;
    }
    let mut add = Command::new(&setting.binary);
    process::measure(add.args(["library", "add"]).arg(library).args(sources), None)
}

fn trace(
    setting: &Setting,
    queries: &Path,
    library: &Path,
    format: &str,
) -> Result<PathBuf> {
    let out = setting.scratch.join(format!("traced-{format}.jsonl"));
    let mut trace = Command::new(&setting.binary);
    trace.args(["trace", "--passages", "--format", format, "--library"]).arg(library);
    process::measure(trace.arg(queries), Some(&out))?;
    Ok(out)
}

fn score(data: &Path, args: &[&Path], kind: &str, setting: &Setting) -> Result<Value> {
    let mut scorer = Command::new("python3");
    scorer.arg(data.join("score_reuse.py")).arg(kind).args(args).arg("--json");
    let said = process::output(&mut scorer)?;
    if setting.verbose {
        println!("{said}");
    }
    Ok(serde_json::from_str(said.trim())?)
}

fn figure(scores: &Value, path: &str) -> Result<f64> {
    scores.pointer(path).and_then(Value::as_f64).with_context(|| format!("no {path}"))
}

fn quotes(
    setting: &Setting,
    data: &Path,
    library: &Path,
    table: &mut Table,
) -> Result<()> {
    let queries = data.join("quotes_dev/queries.jsonl");
    let truth = data.join("quotes_dev/truth.jsonl");
    let found = trace(setting, &queries, library, "passim")?;
    let scores = score(data, &[&truth, &found], "quotes", setting)?;
    let rows = [
        ("quotations, recall", "/recall", 0.985),
        ("quotations, right document", "/right_document_top", 0.985),
        ("quotations, overlap of half and more", "/recall_iou50", 0.97),
        ("quotations, precision", "/precision_matches", 0.99),
    ];
    for (what, path, target) in rows {
        table.add(what, Target::AtLeast(target), figure(&scores, path)?, 4, "");
    }
    let absent = figure(&scores, "/absent_docs_with_match")?;
    table.add("absent quotations with a match", Target::AtMost(0.0), absent, 0, "");
    let verdicts = trace(setting, &queries, library, "jsonl")?;
    let right = named_rightly(setting, &truth, &verdicts)?;
    table.add(
        "quotations, alteration named rightly",
        Target::AtLeast(0.95),
        right,
        4,
        "",
    );
    Ok(())
}

/// The share of the quotations whose kind of alteration is named rightly.
fn named_rightly(setting: &Setting, truth: &Path, verdicts: &Path) -> Result<f64> {
    let mut traced: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in fs::read_to_string(verdicts)?.lines() {
        let one: Value = serde_json::from_str(line)?;
        traced
            .entry(one["doc"].as_str().unwrap_or_default().to_owned())
            .or_default()
            .push(one);
    }
    let (mut right, mut all) = (0, 0);
    let mut wrong: BTreeMap<(String, String), u32> = BTreeMap::new();
    for line in fs::read_to_string(truth)?.lines() {
        let quote: Value = serde_json::from_str(line)?;
        if quote["segs"].as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        all += 1;
        let id = quote["id"].as_str().unwrap_or_default();
        let kind = quote["kind"].as_str().unwrap_or_default();
        let (begin, end) = (quote["qbegin"].as_u64(), quote["qend"].as_u64());
        let shared = |one: &&Value| {
            let from = one["begin"].as_u64().max(begin);
            let to = one["end"].as_u64().min(end);
            to.unwrap_or(0).saturating_sub(from.unwrap_or(0))
        };
        let here = traced.get(id).map_or(&[][..], Vec::as_slice);
        let best = here.iter().max_by_key(shared).filter(|one| shared(one) > 0);
        let verdict = best.and_then(|one| one["verdict"].as_str()).unwrap_or("none");
        let known = KINDS.iter().find(|(name, _)| *name == kind);
        let wanted = known.map_or(&["altered"][..], |(_, verdicts)| verdicts);
        // Where no letter was misread, or none of a quotation this short, it is verbatim.
        let whole = best.is_some_and(|one| {
            one["begin"].as_u64() <= begin && one["end"].as_u64() >= end
        });
        let untouched = kind.starts_with("ocr") && verdict == "verbatim" && whole;
        if wanted.contains(&verdict) || untouched {
            right += 1;
        } else {
            *wrong.entry((kind.to_owned(), verdict.to_owned())).or_default() += 1;
            if setting.verbose {
                println!("{id}: {kind} taken for {verdict}");
            }
        }
    }
    if setting.verbose {
        println!("{wrong:?}");
    }
    Ok(f64::from(right) / f64::from(all.max(1)))
}

fn compare(
    setting: &Setting,
    corpus: &Path,
    out: &Path,
    more: &[&str],
) -> Result<process::Cost> {
    let mut reuse = Command::new(&setting.binary);
    process::measure(reuse.arg("reuse").arg(corpus).args(more), Some(out))
}

fn pairs(setting: &Setting, data: &Path, table: &mut Table) -> Result<()> {
    let docs = data.join("pairs_dev/docs.jsonl");
    let truth = data.join("pairs_dev/truth.jsonl");
    let found = setting.scratch.join("pairs.jsonl");
    compare(setting, &docs, &found, &[])?;
    let scores = score(data, &[&truth, &docs, &found], "pairs", setting)?;
    let rows = [
        ("pairs, F1 by letters", "/char_macro/F1", Target::AtLeast(0.994)),
        ("pairs, F1 by passages", "/passage/F1", Target::AtLeast(0.999)),
        ("pairs, granularity", "/granularity", Target::AtMost(1.0)),
    ];
    for (what, path, target) in rows {
        table.add(what, target, figure(&scores, path)?, 4, "");
    }
    Ok(())
}

fn natural(setting: &Setting, data: &Path, table: &mut Table) -> Result<()> {
    let sets = [("gospels", "synoptic"), ("New Testament quoting the Old", "ntot")];
    for (what, name) in sets {
        let docs = data.join(format!("natural/{name}.docs.jsonl"));
        let truth = data.join(format!("natural/{name}.truth.jsonl"));
        let found = setting.scratch.join(format!("{name}.jsonl"));
        compare(setting, &docs, &found, &["--min-words", "6"])?;
        let scores = score(data, &[&truth, &found], "natural", setting)?;
        for (which, path) in [
            ("parallels found", "/gold_found"),
            ("passages that are parallels", "/pred_in_gold"),
        ] {
            let what = format!("{what}, {which}");
            table.add(what, Target::None, figure(&scores, path)?, 3, "");
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files")]
fn tracing(setting: &Setting, data: &Path, table: &mut Table) -> Result<()> {
    // Copies under other names make a library of forty megabytes.
    let source = fs::read_to_string(data.join("quotes_dev/library.jsonl"))?;
    let path = setting.scratch.join("large.jsonl");
    let made = setting.scratch.join("made.jsonl");
    corpus::write(&made, 34_000_000)?;
    fs::write(&path, source + &fs::read_to_string(&made)?)?;
    let library = setting.scratch.join("large");
    let cost = build(setting, std::slice::from_ref(&path), &library)?;
    let bytes = fs::metadata(&path)?.len() as f64;
    let rate = bytes / 1e6 / cost.cpu.as_secs_f64();
    table.add(
        "building a library, by processor time",
        Target::AtLeast(20.0),
        rate,
        1,
        " MB/s",
    );
    let info = process::output(
        Command::new(&setting.binary).args(["library", "info"]).arg(&library),
    )?;
    let number = |name: &str| -> Option<f64> {
        let line = info.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    let (text, index) = number("text").zip(number("index")).context("no sizes")?;
    table.add(
        "index, beside the text",
        Target::AtMost(1.5),
        index / text,
        2,
        " of the text",
    );
    let queries = quotations(setting, data)?;
    let mut trace = Command::new(&setting.binary);
    trace.args(["trace", "--passages", "--format", "passim", "--timings", "--library"]);
    let said = trace.arg(&library).arg(&queries).output()?;
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    let seconds = |name: &str| -> Option<f64> {
        let line = said.lines().find(|line| line.trim_start().starts_with(name))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    let opening = seconds("opening").context("no time of opening")?;
    table.add("opening forty megabytes", Target::AtMost(10.0), opening, 1, " ms");
    let tracing = seconds("tracing").context("no time of tracing")?;
    table.add(
        "1,500 quotations in forty megabytes",
        Target::AtMost(1000.0),
        tracing,
        0,
        " ms",
    );
    Ok(())
}

/// Fifteen hundred quotations, without the texts about them.
fn quotations(setting: &Setting, data: &Path) -> Result<PathBuf> {
    let read = |name: &str| fs::read_to_string(data.join("quotes_dev").join(name));
    let mut texts = BTreeMap::new();
    for line in read("queries.jsonl")?.lines() {
        let query: Value = serde_json::from_str(line)?;
        let id = query["id"].as_str().unwrap_or_default().to_owned();
        texts.insert(id, query["text"].as_str().unwrap_or_default().to_owned());
    }
    let truth = read("truth.jsonl")?;
    let quotes: Result<Vec<Value>, _> = truth.lines().map(serde_json::from_str).collect();
    let quotes = quotes?;
    let mut out = String::new();
    for number in 0..1500 {
        let quote = &quotes[number % quotes.len()];
        let Some(text) = texts.get(quote["id"].as_str().unwrap_or_default()) else {
            continue;
        };
        let at = |name: &str| quote[name].as_u64().unwrap_or(0) as usize;
        let words: String =
            text.chars().skip(at("qbegin")).take(at("qend") - at("qbegin")).collect();
        out +=
            &serde_json::json!({"id": format!("q{number}"), "text": words}).to_string();
        out.push('\n');
    }
    let path = setting.scratch.join("quotations.jsonl");
    fs::write(&path, out)?;
    Ok(path)
}

#[expect(clippy::cast_precision_loss, reason = "megabytes")]
fn comparing(setting: &Setting, table: &mut Table) -> Result<()> {
    let out = setting.scratch.join("reuse.jsonl");
    let mut first = None;
    for times in [1, 4, 16] {
        let path = setting.scratch.join("corpus.jsonl");
        corpus::write(&path, CORPUS * times)?;
        let cost = compare(setting, &path, &out, &[])?;
        let seconds = cost.wall.as_secs_f64();
        let what = format!("{} MB of noisy articles", CORPUS * times / 1_000_000);
        let target = if times == 1 { Target::AtMost(3.0) } else { Target::None };
        table.add(what, target, seconds, 1, " s");
        let own = cost.cpu.as_secs_f64();
        let base = *first.get_or_insert(own);
        if times > 1 {
            let growth = own / base / times as f64;
            let what = format!(
                "processor time for each megabyte, {times} times as much against one"
            );
            table.add(what, Target::AtMost(1.3), growth, 2, "");
        }
        let memory = cost.memory as f64 / f64::from(1 << 20);
        table.add(
            format!("memory, {times} times as much"),
            Target::None,
            memory,
            0,
            " MiB",
        );
    }
    bounded(setting, &out, table)
}

/// The largest corpus again in a quarter of the memory, which must not change what is written.
#[expect(clippy::cast_precision_loss, reason = "megabytes")]
fn bounded(setting: &Setting, whole: &Path, table: &mut Table) -> Result<()> {
    let path = setting.scratch.join("corpus.jsonl");
    let out = setting.scratch.join("reuse-bounded.jsonl");
    let cost = compare(setting, &path, &out, &["--memory", "256M"])?;
    let memory = cost.memory as f64 / f64::from(1 << 20);
    let what = "memory, 16 times as much, with --memory 256M";
    table.add(what, Target::AtMost(256.0), memory, 0, " MiB");
    table.add(
        "16 times as much, with --memory 256M",
        Target::None,
        cost.wall.as_secs_f64(),
        1,
        " s",
    );
    ensure!(fs::read(whole)? == fs::read(&out)?, "the output depends on --memory");
    Ok(())
}
