//! Cases: weighing, changing and beginning them, and those that are shipped.

use crate::{Dir, Run};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples/cases")
        .canonicalize()
        .unwrap()
}

fn weigh(case: &str, more: &[&str]) -> Run {
    let path = cases().join(case);
    let args = [&["weigh", path.to_str().unwrap()], more].concat();
    Dir::new().run(&args)
}

fn json(case: &str, more: &[&str]) -> Value {
    let run = weigh(case, &[&["--format", "json"], more].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{run:?}"))
}

fn shares(result: &Value) -> Vec<f64> {
    let rows = result["hypotheses"].as_array().unwrap();
    rows.iter().map(|row| row["posterior"].as_f64().unwrap()).collect()
}

#[test]
fn the_cases_that_are_shipped_have_no_fault() {
    for case in ["mary-rose", "peking-1900", "1941"] {
        let run = weigh(case, &[]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{case}");
        assert!(run.out.contains("Limits"), "{run:?}");
    }
}

#[test]
fn the_newspapers_of_1900_are_one_witness() {
    let copied = json("peking-1900", &[]);
    assert_eq!(copied["leader"], "holding");
    let naive = json("peking-1900", &["--set", "dependence.0.chance=0"]);
    assert_eq!(naive["leader"], "fallen");
    // What the page says of both.
    let page = fs::read_to_string(cases().join("README.md")).unwrap();
    for (result, row) in [(copied, "copies of one"), (naive, "as four witnesses")] {
        let line = page
            .lines()
            .find(|line| line.starts_with('|') && line.contains(row))
            .unwrap();
        let told = line.split('|').filter_map(|cell| cell.trim().strip_suffix(" %"));
        let told: Vec<f64> = told.map(|share| share.parse().unwrap()).collect();
        let apart = told.iter().zip(shares(&result)).map(|(a, b)| (a - 100.0 * b).abs());
        assert_eq!(told.len(), 3);
        assert!(apart.fold(0.0, f64::max) < 0.51, "{line}");
    }
}

/// Every line of figures in a page is a line that is printed.
fn shows(page: &str, case: &str) -> usize {
    let page = fs::read_to_string(cases().join("../..").join(page)).unwrap();
    let printed = weigh(case, &[]).out;
    let figures =
        page.lines().filter(|line| line.contains(['●', '─']) || line.contains(" : 1 to"));
    let figures: Vec<&str> = figures.map(str::trim).collect();
    for line in &figures {
        assert!(printed.lines().any(|shown| shown == *line), "{line}");
    }
    figures.len()
}

#[test]
fn the_pages_show_what_is_printed() {
    assert_eq!(shows("README.md", "peking-1900"), 3);
    assert_eq!(shows("docs/tutorial-weighing.md", "mary-rose"), 6);
}

#[test]
fn the_case_of_1941_claims_no_result() {
    let result = json("1941", &[]);
    let rows = result["hypotheses"].as_array().unwrap();
    let (none, named) = rows.split_last().unwrap();
    assert_eq!(none["key"], "none of these");
    let most = named.iter().map(|row| row["bounds"]["high"].as_f64().unwrap());
    assert!(most.fold(1.0, f64::min) > 0.9, "each reading may be right");
    assert!(named.iter().all(|row| row["eliminated_by"].is_null()));
    let shares = shares(&result);
    assert!(shares.iter().all(|share| (0.1..0.3).contains(share)), "{shares:?}");
    assert!(result["note"].as_str().unwrap().contains("illustrative"));
    // There is evidence for and against each.
    let items = result["items"].as_array().unwrap();
    for row in named {
        assert!(
            items.iter().any(|item| item["in_place"]["for"] == row["key"]
                || item["alone"]["for"] == row["key"]),
            "{row}"
        );
        assert!(
            items.iter().any(|item| item["in_place"]["against"] == row["key"]),
            "{row}"
        );
    }
}

#[test]
fn every_form_tells_the_same_leader() {
    for format in ["text", "md", "html", "json"] {
        let run = weigh("mary-rose", &["--format", format]);
        assert_eq!(run.code, Some(0));
        assert!(run.out.contains("What sank the Mary Rose"), "{run:?}");
        assert!(run.out.contains("none of these"), "{run:?}");
        assert_eq!(run.out, weigh("mary-rose", &["--format", format]).out);
    }
}

#[test]
fn the_text_fits_the_width_asked_for() {
    for width in ["70", "80", "100"] {
        let run = weigh("mary-rose", &["--width", width]);
        let most = run.out.lines().map(|line| line.chars().count()).max();
        assert!(most <= Some(width.parse().unwrap()), "{width}: {most:?}");
    }
}

#[test]
fn a_source_is_set_aside_and_a_value_changed() {
    let whole = json("mary-rose", &[]);
    let without = json("mary-rose", &["--without", "ambassador"]);
    assert!(shares(&without)[0] < shares(&whole)[0]);
    assert_eq!(without["without"][0], "ambassador");
    let left_out = &whole["sources"][0]["posterior"];
    assert!((left_out[0].as_f64().unwrap() - shares(&without)[0]).abs() < 1e-12);
    let set = json("mary-rose", &["--set", "evidence.heeled.if.turn=unlikely"]);
    assert!(shares(&set)[0] < shares(&whole)[0]);
    let kent = json("mary-rose", &["--scale", "kent1964"]);
    assert_eq!(kent["scale"], "kent1964");
    assert_eq!(shares(&kent).len(), 4);
    assert_eq!(kent["other_scale"]["scale"], "icd203");
}

#[test]
fn what_can_t_be_done_is_said() {
    let unknown = weigh("mary-rose", &["--without", "ambasador"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("did you mean `ambassador`?"), "{unknown:?}");
    let words = weigh("mary-rose", &["--scale", "numbers"]);
    assert_eq!((words.code, words.out.as_str()), (Some(2), ""));
    assert!(words.err.contains("error[unknown-word]"), "{words:?}");
    let place = weigh("mary-rose", &["--set", "sources.nobody.grade=A"]);
    assert_eq!(place.code, Some(2));
    assert!(place.err.contains("no place `sources.nobody.grade`"), "{place:?}");
    let value = weigh("mary-rose", &["--set", "none_of_these=1.2"]);
    assert!(value.err.contains("1.2 is not a probability"), "{value:?}");
    assert!(value.err.contains("none_of_these = 1.2"), "the changed line is shown");
    let missing = Dir::new().run(&["weigh", "nowhere"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.contains("nowhere"), "{missing:?}");
}

#[test]
fn a_new_case_works_at_once() {
    let dir = Dir::new();
    let made = dir.run(&["new", "mill"]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let run = dir.run(&["weigh", "mill"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    let schema = fs::read_to_string(dir.path().join("mill/case.schema.json")).unwrap();
    assert!(serde_json::from_str::<Value>(&schema).is_ok());
    let again = dir.run(&["new", "mill"]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("is there already"), "{again:?}");
}

#[test]
fn words_that_have_gone_and_references_that_are_not_there_are_told() {
    let dir = Dir::new();
    dir.run(&["new", "mill"]);
    let letter = dir.path().join("mill/sources/letter.txt");
    fs::write(&letter, "Dear brother, the dryer never threw a spark.").unwrap();
    let run = dir.run(&["weigh", "mill"]);
    assert_eq!(run.code, Some(1), "it may mislead: {run:?}");
    assert!(run.err.contains("warning[words-gone]"), "{run:?}");
    fs::remove_file(&letter).unwrap();
    assert!(
        dir.run(&["weigh", "mill"]).err.contains("there is no text `sources/letter.txt`")
    );
    let run = dir.run(&["weigh", "mill", "--set", "sources.paper.cite=gazete1812"]);
    assert!(run.err.contains("warning[unknown-citation]"), "{run:?}");
    assert!(run.err.contains("did you mean `gazette1812`?"), "{run:?}");
    let run = dir.run(&["weigh", "mill", "--set", "sources.letter.file=../letter.txt"]);
    assert_eq!(run.code, Some(2), "a case stays in its folder: {run:?}");
}

#[test]
fn what_is_kept_keeps_the_comments() {
    let dir = Dir::new();
    dir.run(&["new", "mill"]);
    let file = dir.path().join("mill/case.toml");
    let before = fs::read_to_string(&file).unwrap();
    dir.run(&["weigh", "mill", "--set", "none_of_these=0.2"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), before, "nothing is kept unasked");
    dir.run(&["weigh", "mill", "--set", "none_of_these=0.2", "--write"]);
    let after = fs::read_to_string(&file).unwrap();
    assert_eq!(after, before.replace("none_of_these = 0.10", "none_of_these = 0.2"));
    dir.run(&["weigh", "mill", "--set", "none_of_these=2", "--write"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), after, "a mistake is not kept");
}

#[test]
fn a_lineage_is_taken_in() {
    let dir = Dir::new();
    dir.run(&["new", "mill"]);
    let file = dir.path().join("mill/case.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (head, tail) = text.split_once("[[dependence]]").unwrap();
    let text = format!("{head}[[test]]{}", tail.split_once("[[test]]").unwrap().1);
    fs::write(
        &file,
        text.replace(", cite = \"gazette1812\"", ", file = \"sources/paper.txt\""),
    )
    .unwrap();
    dir.write("mill/sources/paper.txt", "We hear that the dryer threw sparks.");
    dir.write(
        "lineage.jsonl",
        "{\"origin\": \"sources/letter.txt\", \"copies\": [\"sources/paper.txt\"], \
         \"passage\": \"the dryer threw sparks\", \"chance\": 0.9}\n",
    );
    let run = dir.run(&["weigh", "mill", "--lineage", "lineage.jsonl", "--write"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("dependence of spark, spark-printed"), "{run:?}");
    let told = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("they share the words \"the dryer threw sparks\""), "{told}");
    let again = dir.run(&["weigh", "mill", "--lineage", "lineage.jsonl"]);
    assert!(again.err.contains("depends on something already"), "{again:?}");
    dir.write("lineage.jsonl", "{}");
    assert!(
        dir.run(&["weigh", "mill", "--lineage", "lineage.jsonl"]).err.contains("line 1")
    );
}

#[test]
fn nothing_of_a_case_is_obeyed() {
    let dir = Dir::new();
    dir.run(&["new", "mill"]);
    let set = ["--set", "question=<script>alert(1)</script>\x1b[31m|_x_"];
    let html = dir.run(&[&["weigh", "mill", "--format", "html"], &set[..]].concat());
    assert!(
        !html.out.contains("<script") && html.out.contains("&lt;script&gt;"),
        "{html:?}"
    );
    assert!(!html.out.contains("http://") && !html.out.contains("https://"), "{html:?}");
    for format in ["text", "md", "html"] {
        let run = dir.run(&[&["weigh", "mill", "--format", format], &set[..]].concat());
        assert!(!run.out.contains('\x1b'), "{format}: {run:?}");
    }
}
