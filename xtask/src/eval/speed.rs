//! Speed and memory, over the same books as the findings.
//!
//! Every figure is of a fresh process on one thread. The best of a few runs is taken: other
//! work on the machine can only add to a run.

#![expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52 bytes")]

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process::{Cost, measure as run};
use anyhow::Result;
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::Command,
};

const MB: usize = 1_000_000;
const RUNS: usize = 5;

/// Measures `tag` and `check`.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let clean = setting.data.join("eval/claims/dev/clean");
    let small = prose(setting, &clean, 5 * MB)?;
    let large = prose(setting, &clean, 40 * MB)?;
    let huge = prose(setting, &clean, 100 * MB)?;
    let mut table = Table::speed("Speed and memory (one thread)");

    let tag = best(RUNS, || command(setting, &["tag", "--layer", "time"], &large))?;
    throughput(&mut table, "`tag`, 40 MB of prose", 40.0, &tag, bytes(&large)?);
    let check = best(RUNS, || command(setting, &["check"], &clean))?;
    throughput(&mut table, "`check`, the clean set", 15.0, &check, bytes(&clean)?);
    for (phase, share) in phases(setting, &clean)? {
        table.add(format!("`check`, share of {phase}"), Target::None, share, 1, " %");
    }

    let cold = best(RUNS, || command(setting, &["check"], &small))?;
    let seconds = cold.wall.as_secs_f64();
    table.add("`check`, 5 MB cold, time", Target::AtMost(0.5), seconds, 3, " s");
    table.add(
        "`check`, 5 MB cold, memory",
        Target::AtMost(100.0),
        mb(cold.memory),
        0,
        " MB",
    );
    let most = best(1, || command(setting, &["check"], &huge))?;
    let times = most.memory as f64 / (100 * MB) as f64;
    table.add("`check`, 100 MB, memory by size", Target::AtMost(4.0), times, 2, "");
    Ok(table)
}

fn command(setting: &Setting, args: &[&str], path: &Path) -> Command {
    let mut command = Command::new(&setting.binary);
    command.args(args).args(["--threads", "1", "--format", "jsonl"]).arg(path);
    command
}

/// The share of each phase in the time of a check, in percent.
fn phases(setting: &Setting, path: &Path) -> Result<Vec<(String, f64)>> {
    let out = command(setting, &["check", "--timings"], path).output()?;
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    let row = |line: &str| {
        let mut cells = line.split_whitespace();
        let phase = cells.next()?.to_owned();
        Some((phase, cells.nth(1)?.strip_suffix('%')?.parse().ok()?))
    };
    let rows: Vec<_> = said.lines().filter_map(row).collect();
    anyhow::ensure!(!rows.is_empty(), "`check --timings` printed no times:\n{said}");
    Ok(rows.into_iter().filter(|(phase, _)| phase != "all").collect())
}

fn best(runs: usize, command: impl Fn() -> Command) -> Result<Cost> {
    let costs: Result<Vec<Cost>> = (0..runs).map(|_| run(&mut command(), None)).collect();
    Ok(costs?.into_iter().min_by_key(|cost| cost.wall).expect("at least one run"))
}

fn throughput(table: &mut Table, what: &str, target: f64, cost: &Cost, bytes: u64) {
    let by = |time: std::time::Duration| mb(bytes) / time.as_secs_f64();
    table.add(
        format!("{what}, by the clock"),
        Target::AtLeast(target),
        by(cost.wall),
        1,
        " MB/s",
    );
    table.add(
        format!("{what}, by processor time"),
        Target::None,
        by(cost.cpu),
        1,
        " MB/s",
    );
}

fn mb(bytes: u64) -> f64 {
    bytes as f64 / MB as f64
}

/// The size of a file, or of all files in a directory.
fn bytes(path: &Path) -> Result<u64> {
    if path.is_file() {
        return Ok(path.metadata()?.len());
    }
    Ok(listed(path)?
        .iter()
        .filter_map(|file| file.metadata().ok())
        .map(|m| m.len())
        .sum())
}

/// A file of about `size` bytes, made of the texts in order and begun anew at the end.
///
/// One text is held at a time: the system counts this process's peak memory into that of the
/// processes that it starts.
fn prose(setting: &Setting, texts: &Path, size: usize) -> Result<PathBuf> {
    let path = setting.scratch.join(format!("prose-{}.txt", size / MB));
    let mut out = BufWriter::new(File::create(&path)?);
    let files = listed(texts)?;
    let mut written = 0;
    for file in files.iter().cycle().take(files.len() * 10) {
        if written >= size {
            break;
        }
        let text = fs::read(file)?;
        out.write_all(&text)?;
        out.write_all(b"\n\n")?;
        written += text.len();
    }
    out.flush()?;
    Ok(path)
}

fn listed(dir: &Path) -> Result<Vec<PathBuf>> {
    let entries: std::io::Result<Vec<_>> = fs::read_dir(dir)?.collect();
    let mut files: Vec<PathBuf> =
        entries?.into_iter().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}
