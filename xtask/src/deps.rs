//! The gates on dependencies: allowed licences, a reason for each, none unused.
//!
//! The allow-list is `deny.toml`, so `cargo deny` reads the same. These checks need nothing
//! installed and no network, so they run wherever the tests do.

use crate::process::{output, root};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Checks the licences of all dependencies, and how the workspace's crates declare theirs.
///
/// # Errors
/// If there is a fault; all of them are named.
pub(crate) fn check() -> Result<()> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(["metadata", "--format-version", "1", "--locked"]);
    let metadata: Value = serde_json::from_str(&output(&mut cargo)?)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let mut faults = licences(packages)?;
    for package in packages.iter().filter(|package| package["source"].is_null()) {
        let manifest = package["manifest_path"].as_str().context("no manifest")?;
        declared(Path::new(manifest), &mut faults)?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    println!(
        "{} packages: licences allowed, dependencies explained and used",
        packages.len()
    );
    Ok(())
}

/// The packages whose licence is not on the list of `deny.toml`.
fn licences(packages: &[Value]) -> Result<Vec<String>> {
    let deny: toml::Table = fs::read_to_string(root().join("deny.toml"))?.parse()?;
    let allowed = deny["licenses"]["allow"].as_array().context("no list of licences")?;
    let allowed: BTreeSet<&str> =
        allowed.iter().filter_map(|name| name.as_str()).collect();
    let mut faults = Vec::new();
    for package in packages {
        let name = &package["name"];
        let Some(licence) = package["license"].as_str() else {
            faults.push(format!("{name} names no licence"));
            continue;
        };
        let expression = Expression::parse_mode(licence, ParseMode::LAX)
            .with_context(|| format!("the licence of {name}"))?;
        if !expression.evaluate(|req| allowed.contains(req.license.to_string().as_str()))
        {
            faults.push(format!(
                "{name} is under {licence}, which deny.toml does not allow"
            ));
        }
    }
    Ok(faults)
}

/// Each dependency of a manifest needs a comment before it, and has to occur in the sources.
fn declared(manifest: &Path, faults: &mut Vec<String>) -> Result<()> {
    let text = fs::read_to_string(manifest)?;
    let dir = manifest.parent().context("a manifest lies in a directory")?;
    let sources = sources(dir)?;
    for (name, explained) in dependencies(&text) {
        let mut fault =
            |what| faults.push(format!("{}: `{name}` {what}", manifest.display()));
        if !explained && !name.starts_with("alpheus") {
            fault("has no reason");
        }
        if !sources.contains(&name.replace('-', "_")) {
            fault("is not used");
        }
    }
    Ok(())
}

/// The dependencies that a manifest names, each with whether a comment stands before it.
fn dependencies(manifest: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let mut within = false;
    let mut explained = false;
    for line in manifest.lines() {
        let comment = line.starts_with('#');
        if line.starts_with('[') {
            within = line.ends_with("dependencies]");
        } else if within
            && !comment
            && let Some((name, _)) = line.split_once(['=', '.'])
        {
            found.push((name.trim(), explained));
        }
        explained = comment;
    }
    found
}

/// All Rust source of a crate, its tests and benches with it.
fn sources(dir: &Path) -> Result<String> {
    let mut text = String::new();
    let mut open: Vec<PathBuf> = vec![dir.to_path_buf()];
    while let Some(dir) = open.pop() {
        for entry in
            fs::read_dir(&dir).with_context(|| format!("reading {}", dir.display()))?
        {
            let path = entry?.path();
            if path.is_dir() && !path.ends_with("target") {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                text.push_str(&fs::read_to_string(&path)?);
            }
        }
    }
    if text.is_empty() {
        bail!("{} has no sources", dir.display());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    #[test]
    fn a_comment_before_a_dependency_is_its_reason() {
        let manifest = "[package]\nname = \"a\"\n\n[dependencies]\n# Why.\nserde = \"1\"\n\
                        toml.workspace = true\n\n[lints]\nworkspace = true\n";
        assert_eq!(dependencies(manifest), [("serde", true), ("toml", false)]);
    }
}
