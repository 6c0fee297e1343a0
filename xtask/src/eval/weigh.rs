//! Weighing: published answers, properties over many random cases, and a large case's time.
//!
//! The answers and the properties are tests of `alpheus-weigh`; those that take long are
//! ignored there and run here. How far each is from the published answers is printed by them.

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process::{self, measure as run, root};
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Beyond this many decimal places only the order of summation is compared.
const PLACES: f64 = 12.0;

/// Runs the tests, and weighs a large case.
pub(crate) fn measure(setting: &Setting) -> Result<[Table; 2]> {
    Ok([quality(setting)?, speed(setting)?])
}

fn quality(setting: &Setting) -> Result<Table> {
    let mut table = Table::quality("Weighing (decimal places that agree, properties)");
    if !setting.data.join("eval/weigh").is_dir() {
        println!(
            "published answers skipped: no data at {}/eval/weigh",
            setting.data.display()
        );
        return Ok(table);
    }
    let golden = tests("golden")?;
    for (name, difference) in differences(&golden) {
        let places = (-difference.log10()).min(PLACES);
        let least = if ["alarm", "sachs"].contains(&name.as_str()) { 8.0 } else { 9.0 };
        // Published figures with fewer places than that.
        let least = if name == "people-v-collins" { 8.0 } else { least };
        table.add(name, Target::AtLeast(least), places, 1, "");
    }
    let properties = tests("properties")?;
    let count = |outcome: &str| {
        properties
            .lines()
            .filter(|line| line.starts_with("test ") && line.ends_with(outcome))
            .count()
    };
    let (held, failed) = (count("... ok"), count("... FAILED"));
    ensure!(held + failed > 0, "no property was tested:\n{properties}");
    #[expect(clippy::cast_precision_loss, reason = "there are some dozens of tests")]
    table.add(
        "properties that hold",
        Target::AtLeast((held + failed) as f64),
        held as f64,
        0,
        "",
    );
    if setting.verbose {
        println!("{golden}\n{properties}");
    }
    Ok(table)
}

/// What one of the crate's tests prints, with all that are ignored elsewhere.
fn tests(name: &str) -> Result<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(["test", "--quiet", "--profile", "testrelease"]);
    cargo.args(["--package", "alpheus-weigh", "--test", name, "--", "--include-ignored"]);
    // One thread: lines of tests are not mixed. Not quiet: each is named.
    cargo.args(["--nocapture", "--test-threads", "1", "--format", "pretty"]);
    let out = cargo.output().with_context(|| format!("running the tests {name}"))?;
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// The greatest difference of each problem.
fn differences(printed: &str) -> BTreeMap<String, f64> {
    let mut worst = BTreeMap::new();
    for line in printed.lines() {
        let Some((_, told)) = line.split_once("golden: ") else { continue };
        let Some((name, difference)) = told.rsplit_once(": ") else { continue };
        let difference = difference.trim().parse().unwrap_or(f64::INFINITY);
        let before = worst.entry(name.to_owned()).or_insert(0.0_f64);
        *before = before.max(difference);
    }
    worst
}

fn speed(setting: &Setting) -> Result<Table> {
    const RUNS: usize = 5;
    let mut table = Table::speed("Weighing (speed)");
    let path = large_case(&setting.scratch)?;
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let mut command = Command::new(&setting.binary);
        command.arg("weigh").arg(&path).args(["--format", "json"]);
        best = best.min(run(&mut command, None)?.wall.as_secs_f64());
    }
    let what = "10 hypotheses, 200 items, 40 sources, 30 ranged inputs";
    table.add(what, Target::AtMost(1.0), best, 3, " s");
    if let Some(seconds) = alarm(setting)? {
        table.add("alarm, all posteriors", Target::None, seconds * 1e6, 0, " µs");
    }
    Ok(table)
}

/// Seconds for the posteriors of a published network of 37 variables.
fn alarm(setting: &Setting) -> Result<Option<f64>> {
    let path = setting.data.join("eval/weigh/bif/alarm.bif");
    if !path.is_file() {
        println!("alarm skipped: no data at {}", path.display());
        return Ok(None);
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(["run", "--release", "--quiet", "--package"]);
    cargo.args(["alpheus-weigh", "--example", "network", "--"]).arg(path).arg("200");
    let told: serde_json::Value = serde_json::from_str(&process::output(&mut cargo)?)?;
    Ok(told["anew"].as_f64())
}

/// Writes the case: 40 sources of five items each, of which 24 have a range, and six groups of
/// copies whose chances are ranges too.
fn large_case(scratch: &Path) -> Result<PathBuf> {
    const HYPOTHESES: usize = 10;
    const SOURCES: usize = 40;
    const ITEMS: usize = 200;
    let mut text = "weigh = 1\nquestion = \"How long?\"\n[hypotheses]\n".to_owned();
    for h in 0..HYPOTHESES {
        writeln!(text, "h{h} = \"Hypothesis {h}\"")?;
    }
    text += "[sources]\n";
    for s in 0..SOURCES {
        let accuracy = if s < 24 { "[0.6, 0.9]" } else { "0.8" };
        writeln!(text, "s{s} = {{ accuracy = {accuracy} }}")?;
    }
    for i in 0..ITEMS {
        writeln!(text, "[evidence.i{i}]\nsource = \"s{}\"\nif = {{", i % SOURCES)?;
        for h in 0..HYPOTHESES {
            // Some spread over the unit interval, the same on every machine.
            let chance = (i * 37 + h * 61 + i * h * 13) % 97 + 2;
            writeln!(text, "  h{h} = 0.{chance:02},")?;
        }
        text += "}\n";
    }
    for g in 0..6 {
        let (origin, copy) = (g * 7, g * 7 + 81);
        writeln!(
            text,
            "[[dependence]]\nitems = [\"i{origin}\", \"i{copy}\"]\norigin = \"i{origin}\"\n\
             chance = [0.3, 0.8]"
        )?;
    }
    let path = scratch.join("large-case.toml");
    fs::write(&path, text)?;
    Ok(path)
}
