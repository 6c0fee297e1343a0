//! Accounts against each other.

use crate::{Dir, Run};
use serde_json::Value;
use std::path::Path;

const ONE: &str =
    "The Treaty of Weston was signed on 4 May 1805. It was kept for a year.\n";
const TWO: &str = "# Weston\n\nThe Treaty of Weston (14 May 1805) was kept for a year.\n";

fn dir() -> Dir {
    Dir::with(&[("one.txt", ONE), ("two.md", TWO)])
}

fn together(dir: &Dir, more: &[&str]) -> Run {
    dir.run(&[&["check", "one.txt", "two.md", "--together"], more].concat())
}

#[test]
fn accounts_are_compared_only_when_asked_for() {
    let dir = dir();
    let alone = dir.run(&["check", "one.txt", "two.md"]);
    assert_eq!(alone.code, Some(0), "{alone:?}");
    let run = together(&dir, &[]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let whole = dir.run(&["check", ".", "--together", "--format", "concise"]);
    assert!(whole.out.contains("two.md:3:23: warning[accounts-differ]"), "{whole:?}");
}

#[test]
fn both_files_are_shown_with_their_words() {
    let run = together(&dir(), &["--width", "90"]);
    let expected = "\
warning[accounts-differ]: Treaty of Weston is dated 14 May 1805 by this account and 4 May
                          1805 by one.txt
 --> two.md:3:23
  |
3 | The Treaty of Weston (14 May 1805) was kept for a year.
  |                       ^^^^^^^^^^^ 14 May 1805 here
  |
 ::: one.txt:1:36
  |
1 | The Treaty of Weston was signed on 4 May 1805. It was kept for a year.
  |                                    ---------- 4 May 1805 here
  |
  = note: 4 May 1805 is not 14 May 1805

1 checked: 0 hold, 1 conflicts, 0 undecided
1 thing is told by several accounts: 0 alike, 1 in more than one way (--show agreement)
";
    assert!(run.out.starts_with(expected), "{}", run.out);
}

#[test]
fn every_format_names_the_other_document() {
    let dir = dir();
    let out = |format| together(&dir, &["--format", format]).out;
    assert!(out("concise").contains("(see one.txt:1:36)"), "{}", out("concise"));
    assert!(out("github").contains("one.txt, line 1: “4 May 1805”"), "{}", out("github"));
    let line: Value = serde_json::from_str(out("jsonl").trim()).unwrap();
    assert_eq!(line["docs"], serde_json::json!(["two.md", "one.txt"]));
    let [start, end] = [0, 1].map(|end| line["spans"][1][end].as_u64().unwrap() as usize);
    assert_eq!(&ONE[start..end], "4 May 1805");
    assert_eq!(line["spans"][1], line["disk"][1]);
    let sarif: Value = serde_json::from_str(&out("sarif")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let uri =
        |place: &Value| place["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(uri(&result["locations"][0]), "two.md");
    assert_eq!(uri(&result["relatedLocations"][0]), "one.txt");
}

#[test]
fn agreement_is_listed_when_asked_for() {
    let dir = dir();
    dir.write("three.txt", "The Treaty of Weston (4 May 1805) was broken.");
    let args = ["check", ".", "--together", "--show", "agreement", "--format"];
    let run = |format: &str| dir.run(&[&args[..], &[format]].concat()).out;
    let table = "Treaty of Weston\n    4 May 1805   one.txt:1:36, three.txt:1:23\n    \
                 14 May 1805  two.md:3:23\n";
    assert!(run("full").contains(table), "{}", run("full"));
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(json["agreement"][0]["told"][2]["value"], "14 May 1805");
    let last = run("jsonl").lines().last().unwrap().to_owned();
    assert!(last.starts_with("{\"agreement\":"), "{last}");
    // Two against one: the odd one out is named.
    assert!(run("concise").contains("two.md:3:23: warning"), "{}", run("concise"));
    let without = dir.run(&["check", "one.txt", "--show", "agreement"]);
    assert_eq!(without.code, Some(2), "{without:?}");
}

#[test]
fn a_suppression_holds_for_what_is_found_between_accounts() {
    let dir = dir();
    dir.write("two.md.alpheus-ignore", "accounts-differ \"14 May 1805\"\n");
    let run = together(&dir, &[]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("1 suppressed"), "{run:?}");
    let off = together(&dir, &["--ignore", "accounts-differ"]);
    assert!(!off.out.contains("accounts-differ"), "{off:?}");
}

#[test]
fn threads_change_nothing() {
    let dir = Dir::new();
    for number in 0..40 {
        let day = 4 + number % 3;
        let text = format!("The Treaty of Weston was signed on {day} May 1805.");
        dir.write(&format!("{number:02}.txt"), text);
    }
    let args = ["check", ".", "--together", "--show", "holds,agreement", "--threads"];
    let run = |threads: &str| dir.run(&[&args[..], &[threads]].concat()).out;
    assert_eq!(run("1"), run("4"));
    assert!(run("1").matches("warning[accounts-differ]").count() >= 26);
}

#[test]
fn the_examples_differ_in_one_date_and_in_their_calendars() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/together");
    let path = root.to_str().unwrap();
    let run = Dir::new().run(&[
        "check",
        path,
        "--together",
        "--format",
        "jsonl",
        "--show",
        "holds",
    ]);
    let records: Vec<Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let differ: Vec<_> =
        records.iter().filter(|record| record["rule"] == "accounts-differ").collect();
    let findings: Vec<_> =
        differ.iter().filter(|record| record["level"].is_string()).collect();
    assert_eq!(findings.len(), 1, "{}", run.out);
    assert!(
        findings[0]["message"].as_str().unwrap().starts_with("Treaty of Paris is dated")
    );
    let styles = |record: &&&Value| {
        record["sum"].as_str().is_some_and(|s| s.contains("Old Style"))
    };
    assert_eq!(differ.iter().filter(styles).count(), 3, "{}", run.out);
}
