//! References: checked, compared with, made of a dump.

use crate::Dir;
use serde_json::Value;
use std::path::{Path, PathBuf};

const TABLE: &str = "[[event]]\nname = \"Treaty of Weston\"\naliases = [\"Peace of Weston\"]\n\
    date = \"1805-05-04\"\nsource = \"Registers of Weston, fol. 3\"\n\n\
    [[figure]]\nname = \"siege of Weston\"\ncounted = \"prisoners\"\nvalue = 1940\n\
    source = \"Registers of Weston, fol. 9\"\n";

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").canonicalize().unwrap()
}

#[test]
fn a_difference_is_shown_with_its_citation() {
    let text = "The Peace of Weston (14 May 1805) held.";
    let dir = Dir::with(&[("a.txt", text), ("weston.toml", TABLE)]);
    let run = dir.run(&["check", "a.txt", "--reference", "weston.toml"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    for words in [
        "warning[reference-differs]: Peace of Weston is dated 14 May 1805 by this account",
        "::: weston.toml:4:8",
        "4 May 1805: Registers of Weston, fol. 3",
        "the reference cites Registers of Weston, fol. 3",
    ] {
        assert!(run.out.contains(words), "{words} in\n{}", run.out);
    }
    assert_eq!(dir.run(&["check", "a.txt"]).code, Some(0));
}

#[test]
fn the_configuration_names_references_too() {
    let text = "The Treaty of Weston was signed on 5 May 1805.";
    let dir = Dir::with(&[
        ("book/a.txt", text),
        ("book/alpheus.toml", "reference = [\"tables/weston.toml\"]\n"),
        ("book/tables/weston.toml", TABLE),
    ]);
    let run = dir.run(&["check", "book/a.txt", "--format", "concise"]);
    let expected = "book/a.txt:1:36: warning[reference-differs]: ";
    assert!(run.out.starts_with(expected), "{run:?}");
    assert!(run.out.contains("(see book/tables/weston.toml:4:8)"), "{run:?}");
}

#[test]
fn figures_are_compared_where_the_sentence_names_the_subject() {
    let sentence = |count: &str| {
        format!(
            "When the siege of Weston ended, {count} prisoners were marched to the coast."
        )
    };
    let dir = Dir::with(&[("t.toml", TABLE)]);
    let findings = |count: &str| {
        dir.write("a.txt", sentence(count));
        let run = dir.run(&[
            "check",
            "a.txt",
            "--reference",
            "t.toml",
            "--show",
            "holds,undecided",
        ]);
        let results = ["warning[reference", "holds[reference", "undecided[reference"];
        results.map(|result| run.out.matches(result).count())
    };
    assert_eq!(findings("1,490"), [1, 0, 0], "two digits are swapped");
    assert_eq!(findings("1,940"), [0, 1, 0]);
    assert_eq!(findings("about 1,900"), [0, 1, 0], "a round figure");
    assert_eq!(findings("230"), [0, 0, 1], "perhaps a part");
}

#[test]
fn tables_are_checked_with_all_their_mistakes() {
    let dir = Dir::with(&[
        ("good.toml", TABLE),
        ("bad.csv", "kind,name,born\nlife,Ada,1815-13\n"),
    ]);
    let good = dir.run(&["reference", "check", "good.toml"]);
    assert_eq!(
        (good.code, good.out.as_str()),
        (Some(0), "good.toml: 1 event, 1 figure\n")
    );
    let bad = dir.run(&["reference", "check", "good.toml", "bad.csv"]);
    assert_eq!(bad.code, Some(1), "{bad:?}");
    assert!(bad.err.contains("the row has no `source`"), "{}", bad.err);
    assert!(bad.err.contains("`1815-13` is no extended date"), "{}", bad.err);
    assert!(bad.err.contains("--> bad.csv:2:10"), "{}", bad.err);
    let gone = dir.run(&["reference", "check", "gone.csv", "good.txt"]);
    assert_eq!(gone.code, Some(2), "{gone:?}");
    dir.write("a.txt", "Nothing.");
    let check = dir.run(&["check", "a.txt", "--reference", "bad.csv"]);
    assert_eq!(check.code, Some(2), "{check:?}");
    assert!(
        check.err.contains("`alpheus reference check bad.csv` shows them all"),
        "{check:?}"
    );
}

#[test]
fn the_examples_are_compared_with_their_references() {
    let examples = examples();
    let path = |name: &str| examples.join(name).to_str().unwrap().to_owned();
    let tables = [path("references/wars.toml"), path("references/lives.csv")];
    let check = Dir::new().run(&["reference", "check", &tables[0], &tables[1]]);
    assert_eq!(check.code, Some(0), "{check:?}");
    let args =
        ["check", &path("accounts"), &path("together"), "--select", "reference-differs"];
    let more =
        ["--reference", &tables[0], "--reference", &tables[1], "--format", "jsonl"];
    let run = Dir::new().run(&[&args[..], &more[..], &["--show", "holds"]].concat());
    let records: Vec<Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (held, found): (Vec<_>, Vec<_>) =
        records.iter().partition(|record| record["result"] == "holds");
    let messages: Vec<_> =
        found.iter().map(|finding| finding["message"].as_str().unwrap()).collect();
    let [frankfurt, paris] = messages[..] else { panic!("{messages:?}") };
    assert!(
        frankfurt.starts_with("Treaty of Frankfurt is dated 20 May 1871"),
        "{frankfurt}"
    );
    assert!(paris.starts_with("Treaty of Paris is dated 28 March 1856"), "{paris}");
    assert!(held.len() >= 12, "{}", run.out);
}

/// Two entities, of which one is good.
const DUMP: &str = r#"[
{"type":"item","id":"Q9095","labels":{"en":{"language":"en","value":"James Clerk Maxwell"}},"claims":{"P569":[{"mainsnak":{"datavalue":{"type":"time","value":{"time":"+1831-06-13T00:00:00Z","precision":11,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"}}},"rank":"normal"}]}},
{"type":"item","id":"Q1","claims":{"P569":[
]
"#;

#[test]
fn a_dump_becomes_a_table_to_compare_with() {
    let dir = Dir::with(&[("dump.json", DUMP)]);
    let made = dir.run(&["reference", "from-wikidata", "dump.json", "-o", "lives.csv"]);
    assert_eq!(made.code, Some(2), "a line is broken: {made:?}");
    assert!(made.err.contains("dump.json:3: "), "{made:?}");
    assert!(
        made.err.contains("2 entities, 1 rows")
            || made.err.contains("1 entities, 1 rows")
    );
    dir.write(
        "a.txt",
        "James Clerk Maxwell (13 July 1831 – 5 November 1879) was a physicist.",
    );
    let run = dir.run(&["check", "a.txt", "--reference", "lives.csv"]);
    assert!(run.out.contains("Wikidata, P569 (Q9095)"), "{run:?}");
    let piped = dir.run_with_input(&["reference", "from-wikidata", "-"], DUMP.as_bytes());
    assert_eq!(piped.out, std::fs::read_to_string(dir.path().join("lives.csv")).unwrap());
    let odd = dir.run(&["reference", "from-wikidata", "dump.json", "--class", "battle"]);
    assert!(odd.err.contains("is no QID"), "{odd:?}");
}
