//! The accounts under `examples/`: each planted slip is found by its rule, and nothing else
//! is found.
//!
//! A slip is listed beside its account with the words of the claim and of what it clashes
//! with. Words are quoted as they read; a line end in the account counts as a space.

use serde_json::Value;
use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
    process::Command,
};

#[test]
fn a_war_with_slips() {
    compare("franco-prussian-war.md");
}

#[test]
fn a_biography_with_slips() {
    compare("alfred-nobel.txt");
}

#[test]
fn a_lighthouse_without_slips() {
    compare("eddystone-light.html");
}

/// A planted slip: the rule that is to find it, and where its words stand.
struct Slip {
    rule: String,
    claim: String,
    spans: Vec<Range<usize>>,
}

fn compare(account: &str) {
    let path = accounts().join(account);
    let text = fs::read_to_string(&path).unwrap();
    let slips = slips(&path, &text);
    let findings = findings(&path);
    for slip in &slips {
        let hits = findings.iter().filter(|finding| hits(finding, slip)).count();
        assert_eq!(hits, 1, "{account}: findings of {} for “{}”", slip.rule, slip.claim);
    }
    for finding in &findings {
        assert!(
            slips.iter().any(|slip| hits(finding, slip)),
            "{account}: not planted: {} at {:?}: {}",
            finding["rule"],
            spans(finding).map(|span| &text[span]).collect::<Vec<_>>(),
            finding["message"]
        );
    }
}

fn accounts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/accounts")
}

/// The slips listed beside an account; none where there is no list.
fn slips(account: &Path, text: &str) -> Vec<Slip> {
    let list = account.with_extension("slips.toml");
    if !list.exists() {
        return Vec::new();
    }
    let table: toml::Table = fs::read_to_string(list).unwrap().parse().unwrap();
    let entries = table["slip"].as_array().unwrap();
    let words = |value: &toml::Value| value.as_str().unwrap().to_owned();
    let read = |entry: &toml::Value| {
        let claim = words(&entry["claim"]);
        let mut spans = vec![place(text, &claim)];
        let against = entry["against"].as_array().unwrap();
        spans.extend(against.iter().map(|quoted| place(text, &words(quoted))));
        Slip { rule: words(&entry["rule"]), claim, spans }
    };
    entries.iter().map(read).collect()
}

/// Where words stand in a text; they have to stand there once.
fn place(text: &str, words: &str) -> Range<usize> {
    let spaced = text.replace('\n', " ");
    let mut found = spaced.match_indices(words);
    let (start, _) =
        found.next().unwrap_or_else(|| panic!("not in the account: {words}"));
    assert!(found.next().is_none(), "more than once in the account: {words}");
    start..start + words.len()
}

/// What the command finds, a JSON value a finding.
fn findings(account: &Path) -> Vec<Value> {
    let run = Command::new(env!("CARGO_BIN_EXE_alpheus"))
        .args(["check", "--format", "jsonl"])
        .arg(account)
        .output()
        .unwrap();
    let lines = String::from_utf8(run.stdout).unwrap();
    let findings: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected = i32::from(!findings.is_empty());
    assert_eq!(
        run.status.code(),
        Some(expected),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    findings
}

/// Whether a finding is of the slip's rule and points at its claim.
fn hits(finding: &Value, slip: &Slip) -> bool {
    let claim = &slip.spans[0];
    finding["rule"] == slip.rule
        && spans(finding).any(|span| span.start < claim.end && claim.start < span.end)
}

fn spans(finding: &Value) -> impl Iterator<Item = Range<usize>> + '_ {
    let offset = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    finding["spans"].as_array().unwrap().iter().map(move |p| offset(&p[0])..offset(&p[1]))
}
