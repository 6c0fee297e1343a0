//! Notes on the machine and the state of the tree that a result was measured on.

use crate::process::{output, root};
use anyhow::Result;
use serde_json::{Value, json};
use std::{fs, process::Command, thread};

/// Where and of what a result was measured.
pub(crate) struct Machine {
    /// The day, YYYY-MM-DD.
    pub(crate) date: String,
    cpu: String,
    cores: usize,
    memory: String,
    kernel: String,
    rustc: String,
    commit: String,
}

impl Machine {
    /// This machine, and this tree's last commit.
    pub(crate) fn here(date: Option<&str>) -> Result<Self> {
        let date = match date {
            Some(date) => date.to_owned(),
            None => git(&["show", "--no-patch", "--format=%cs", "HEAD"])?,
        };
        let mut commit = git(&["rev-parse", "HEAD"])?;
        let changed = git(&["status", "--porcelain", "--", "crates", "Cargo.lock"])?;
        if !changed.is_empty() {
            commit.push_str(" with uncommitted changes");
        }
        Ok(Machine {
            date,
            cpu: field("/proc/cpuinfo", "model name"),
            cores: thread::available_parallelism().map_or(0, usize::from),
            memory: field("/proc/meminfo", "MemTotal"),
            kernel: read("/proc/sys/kernel/osrelease").trim().to_owned(),
            rustc: output(Command::new("rustc").arg("--version"))?.trim().to_owned(),
            commit,
        })
    }

    /// As a list.
    pub(crate) fn markdown(&self) -> String {
        format!(
            "- commit: {}\n- processor: {}, {} cores\n- memory: {}\n- kernel: {}\n- compiler: {}\n",
            self.commit, self.cpu, self.cores, self.memory, self.kernel, self.rustc
        )
    }

    /// As JSON.
    pub(crate) fn json(&self) -> Value {
        json!({ "date": self.date, "commit": self.commit, "cpu": self.cpu, "cores": self.cores,
                "memory": self.memory, "kernel": self.kernel, "rustc": self.rustc })
    }
}

fn git(args: &[&str]) -> Result<String> {
    Ok(output(Command::new("git").current_dir(root()).args(args))?.trim().to_owned())
}

/// A field of one of the kernel's tables; "unknown" elsewhere than on Linux.
fn field(path: &str, name: &str) -> String {
    let text = read(path);
    let line = text.lines().find(|line| line.starts_with(name));
    let value = line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim());
    value.unwrap_or("unknown").to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|_| "unknown".to_owned())
}
