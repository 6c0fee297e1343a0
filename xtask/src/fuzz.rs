//! Fuzzing on stable Rust.
//!
//! libFuzzer needs only that the code counts its edges and shows its comparisons, which is
//! an LLVM pass and no matter of the toolchain's channel; so the flags are given here, and
//! no other tool has to be installed. The targets are in `fuzz/`, a workspace of its own.

use crate::process::{output, root, succeed};
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command},
};

/// Coverage for libFuzzer, the checks of a debug build, and line numbers in traces.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    --cfg fuzzing -Clink-dead-code -Ccodegen-units=1 -Cdebug-assertions=on \
    -Cdebuginfo=line-tables-only";

/// What to fuzz, and how long.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Seconds for each target.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// How many targets run at a time.
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// Only these targets.
    targets: Vec<String>,
}

/// Builds the targets and runs them; what is found over time is kept under `target`.
///
/// # Errors
/// If a target does not build, or if it finds an input that fails.
pub(crate) fn run(args: &Args) -> Result<()> {
    let dir = root().join("fuzz");
    let all = targets(&dir)?;
    let chosen: Vec<&String> = all
        .iter()
        .filter(|t| args.targets.is_empty() || args.targets.contains(t))
        .collect();
    if let Some(unknown) = args.targets.iter().find(|target| !all.contains(target)) {
        bail!("no fuzz target `{unknown}`; there are {}", all.join(", "));
    }
    let bin = build(&dir)?;
    let mut failed = Vec::new();
    for group in chosen.chunks(args.jobs.max(1)) {
        let started: Result<Vec<_>> =
            group.iter().map(|target| start(&bin, &dir, target, args.seconds)).collect();
        for (target, mut child, log) in started? {
            let ok = child.wait()?.success();
            println!("{target}: {}", summary(&log, ok)?);
            if !ok {
                failed.push(target);
            }
        }
    }
    if !failed.is_empty() {
        bail!("failed on some input: {}", failed.join(", "));
    }
    Ok(())
}

/// The targets' names, from the files that they are in.
fn targets(dir: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir.join("src/bin"))? {
        let path = entry?.path();
        let name = path.file_stem().context("a target has no name")?;
        names.push(name.to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn build(dir: &Path) -> Result<PathBuf> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc names no host")?;
    let made = root().join("target/fuzz");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(dir).args(["build", "--release", "--quiet", "--bins", "--locked"]);
    // With a target named, build scripts and proc macros are built without the flags.
    cargo.args(["--target", host]).arg("--target-dir").arg(&made);
    succeed(cargo.env("RUSTFLAGS", FLAGS))?;
    Ok(made.join(host).join("release"))
}

fn start(
    bin: &Path,
    dir: &Path,
    target: &str,
    seconds: u32,
) -> Result<(String, Child, PathBuf)> {
    let kept = root().join("target/fuzz/corpus").join(target);
    let failures = root().join("target/fuzz/failures").join(target);
    fs::create_dir_all(&kept)?;
    fs::create_dir_all(&failures)?;
    let log = failures.join("log.txt");
    let mut command = Command::new(bin.join(target));
    command.arg(format!("-max_total_time={seconds}"));
    command.args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"]);
    command.arg(format!("-artifact_prefix={}/", failures.display()));
    command.arg(&kept);
    for seeds in [dir.join("seeds").join(target), root().join("examples/accounts")] {
        if seeds.is_dir() {
            command.arg(seeds);
        }
    }
    let child = command
        .stdout(File::create(&log)?)
        .stderr(File::options().append(true).open(&log)?);
    let child = child.spawn().with_context(|| format!("starting {target}"))?;
    Ok((target.to_owned(), child, log))
}

/// The last line of the log that says how many runs there were; all of its end on a failure.
fn summary(log: &Path, ok: bool) -> Result<String> {
    let text = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    if ok {
        let done = text.lines().rev().find(|line| line.starts_with("Done "));
        return Ok(done.unwrap_or("ended early").to_owned());
    }
    let lines: Vec<&str> = text.lines().collect();
    let end = lines[lines.len().saturating_sub(60)..].join("\n");
    Ok(format!("FAILED, see {}\n{end}", log.display()))
}
