//! The accounts that are shipped as examples, and what the README says of one.

use crate::Dir;
use serde_json::Value;
use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// A slip that was put into an account.
#[derive(Debug, serde::Deserialize)]
struct Slip {
    rule: String,
    /// The words of the claim, which stand once in the account.
    claim: String,
}

#[derive(serde::Deserialize)]
struct Slips {
    slip: Vec<Slip>,
}

fn slips(account: &Path) -> Vec<Slip> {
    match fs::read_to_string(account.with_extension("slips.toml")) {
        Ok(text) => toml::from_str::<Slips>(&text).unwrap().slip,
        Err(_) => Vec::new(),
    }
}

/// Where words stand in a text, whatever the white space between them.
fn find(text: &str, words: &str) -> Range<usize> {
    let mut parts = words.split_whitespace();
    let first = parts.next().unwrap();
    let rest: Vec<_> = parts.collect();
    let ends = |start: usize| {
        rest.iter().try_fold(start + first.len(), |at, word| {
            let after = text[at..].trim_start();
            after.starts_with(word).then(|| text.len() - after.len() + word.len())
        })
    };
    let mut found = text.match_indices(first).filter_map(|(at, _)| Some(at..ends(at)?));
    found.next().unwrap_or_else(|| panic!("“{words}” stands in the account"))
}

/// The slips of an account that no finding answers, and the findings that answer none.
fn unmatched(account: &Path) -> (Vec<Slip>, Vec<String>) {
    let run = Dir::new().run(&["check", account.to_str().unwrap(), "--format", "jsonl"]);
    let text = fs::read_to_string(account).unwrap();
    let mut slips = slips(account);
    let mut alarms = Vec::new();
    for line in run.out.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        let at = |i: usize| finding["spans"][0][i].as_u64().unwrap() as usize;
        let answers = |slip: &Slip| {
            let claim = find(&text, &slip.claim);
            slip.rule == finding["rule"] && claim.start < at(1) && at(0) < claim.end
        };
        match slips.iter().position(answers) {
            Some(slip) => drop(slips.remove(slip)),
            None => alarms.push(line.to_owned()),
        }
    }
    (slips, alarms)
}

fn accounts() -> Vec<PathBuf> {
    let dir = fs::read_dir(root().join("examples/accounts")).unwrap();
    let mut paths: Vec<_> = dir.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "toml"));
    paths.sort();
    assert!(paths.len() >= 3, "{paths:?}");
    paths
}

#[test]
fn exactly_the_slips_are_found_in_the_examples() {
    let mut with_slips = 0;
    for account in accounts() {
        let (missed, alarms) = unmatched(&account);
        assert!(alarms.is_empty(), "{}: {alarms:#?}", account.display());
        assert!(missed.is_empty(), "{}: {missed:#?}", account.display());
        with_slips += usize::from(!slips(&account).is_empty());
    }
    assert_eq!(with_slips, 2, "two accounts have slips");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let blocks = readme.split("```text\n").skip(1);
    let shown: Vec<_> = blocks
        .filter_map(|block| block.split("```").next())
        .filter(|block| block.starts_with("error["))
        .collect();
    let account = "examples/accounts/franco-prussian-war.md";
    let mut command = Dir::new().command(&["check", account]);
    let output = command.current_dir(root()).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(shown.len() >= 2, "findings on dates and on figures");
    for block in shown {
        assert!(printed.contains(block), "{block}\nin\n{printed}");
    }
}
