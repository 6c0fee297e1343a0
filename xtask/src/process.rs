//! Running other programs, and what a run cost.

use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use wait4::Wait4;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the workspace").to_path_buf()
}

/// Where tasks put what they make; under `target`, so that nothing is left behind.
///
/// # Errors
/// If the directory can't be made.
pub(crate) fn scratch(name: &str) -> Result<PathBuf> {
    let dir = root().join("target").join(name);
    fs::create_dir_all(&dir).with_context(|| format!("making {}", dir.display()))?;
    Ok(dir)
}

/// The last lines of standard output of a program that has to succeed.
///
/// # Errors
/// If it can't be started or fails; its standard error is part of the message.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = format!("{command:?}");
    let out = command.output().with_context(|| format!("running {shown}"))?;
    if !out.status.success() {
        bail!("{shown} failed:\n{}", String::from_utf8_lossy(&out.stderr));
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// Runs a program that has to succeed, its output shown as it comes.
///
/// # Errors
/// If it can't be started or fails.
pub(crate) fn succeed(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command.status().with_context(|| format!("running {shown}"))?;
    if !status.success() {
        bail!("{shown} failed ({status})");
    }
    Ok(())
}

/// Builds the command as users build it, and gives the path of the binary.
///
/// # Errors
/// If it does not build.
pub(crate) fn release_binary() -> Result<PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    succeed(cargo.current_dir(root()).args([
        "build",
        "--release",
        "--quiet",
        "--package",
        "alpheus",
    ]))?;
    Ok(root().join("target/release/alpheus"))
}

/// What a run cost.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// From start to end.
    pub(crate) wall: Duration,
    /// Processor time, in user and system mode, of all threads.
    pub(crate) cpu: Duration,
    /// Peak resident memory, in bytes.
    pub(crate) memory: u64,
}

/// Runs a program with its standard output into `out`, or thrown away, and measures it.
/// Exit codes up to 1 are success: 1 means that something was found.
///
/// # Errors
/// If it can't be started, or ends with another code or a signal.
pub(crate) fn measure(command: &mut Command, out: Option<&Path>) -> Result<Cost> {
    let shown = format!("{command:?}");
    let sink = match out {
        Some(path) => Stdio::from(File::create(path)?),
        None => Stdio::null(),
    };
    let said = scratch("")?.join("stderr.txt");
    let begin = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(sink)
        .stderr(File::create(&said)?)
        .spawn()
        .with_context(|| format!("running {shown}"))?;
    let used = child.wait4()?;
    let wall = begin.elapsed();
    match used.status.code() {
        Some(0 | 1) => Ok(Cost {
            wall,
            cpu: used.rusage.utime + used.rusage.stime,
            memory: used.rusage.maxrss,
        }),
        _ => bail!("{shown} ended with {}\n{}", used.status, fs::read_to_string(&said)?),
    }
}
