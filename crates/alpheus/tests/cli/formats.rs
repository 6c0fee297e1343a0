//! Each format reads back.

use crate::{Dir, SLIP};
use serde_json::Value;

fn shelf() -> Dir {
    let before = "Überall „Zeit“: naïve façade.\n\n";
    Dir::with(&[("a.txt", &format!("{before}{SLIP}")), ("b,c:d%.txt", SLIP)])
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn json_lines_have_every_field() {
    let dir = shelf();
    let run = dir.run(&["check", ".", "--format", "jsonl"]);
    let text = std::fs::read_to_string(dir.path().join("a.txt")).unwrap();
    let records: Vec<Value> = run.out.lines().map(json).collect();
    assert_eq!(records.len(), 2, "{run:?}");
    let first = &records[0];
    assert_eq!(first["doc"], "a.txt");
    assert_eq!(first["rule"], "weekday-mismatch");
    assert_eq!(first["code"], "T005");
    assert_eq!(first["level"], "error");
    assert!(first["message"].as_str().unwrap().contains("Tuesday"), "{first}");
    assert!(first["proof"].is_array() && first.get("help").is_some());
    let spans = first["spans"].as_array().unwrap();
    assert_eq!(spans.len(), first["labels"].as_array().unwrap().len());
    let words: Vec<_> = spans
        .iter()
        .map(|span| {
            let at = |i: usize| span[i].as_u64().unwrap() as usize;
            &text[at(0)..at(1)]
        })
        .collect();
    assert!(words[0].contains("Monday"), "{words:?}");
    assert_eq!(first["line"], 3);
}

#[test]
fn one_json_object_tells_the_run() {
    let run = shelf().run(&["check", ".", "gone.txt", "--format", "json"]);
    let json = json(&run.out);
    assert_eq!(json["documents"].as_array().unwrap().len(), 2);
    assert_eq!(json["documents"][0]["findings"][0]["code"], "T005");
    assert_eq!(json["summary"]["conflict"], 2);
    assert_eq!(json["unread"][0]["path"], "gone.txt");
}

#[test]
fn sarif_names_its_rules_and_places() {
    let run = shelf().run(&["check", ".", "--format", "sarif"]);
    let json = json(&run.out);
    assert_eq!(json["version"], "2.1.0");
    let run = &json["runs"][0];
    let result = &run["results"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a.txt");
    assert_eq!(place["region"]["startLine"], 3);
    let uri = &run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(uri["uri"], "b%2Cc%3Ad%25.txt");
}

#[test]
fn sarif_places_a_json_line_by_its_bytes() {
    let lines = format!("{{\"id\":\"a\\u00e9\",\"text\":\"Caf\\u00e9. {SLIP}\"}}\n");
    let dir = Dir::with(&[("docs.jsonl", &lines)]);
    let json = json(&dir.run(&["check", "docs.jsonl", "--format", "sarif"]).out);
    let place = &json["runs"][0]["results"][0]["locations"][0];
    assert_eq!(place["logicalLocations"][0]["name"], "aé");
    let place = &place["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "docs.jsonl");
    let at = |key: &str| place["region"][key].as_u64().unwrap() as usize;
    let (offset, length) = (at("byteOffset"), at("byteLength"));
    assert_eq!(lines[offset..offset + length], place["region"]["snippet"]["text"]);
    assert_eq!(place["region"].get("startLine"), None);
}

#[test]
fn formats_without_findings_are_whole() {
    let dir = Dir::with(&[("a.txt", "Nothing.")]);
    for format in ["json", "sarif"] {
        let run = dir.run(&["check", ".", "--format", format]);
        assert!(json(&run.out).is_object(), "{run:?}");
        assert_eq!(run.code, Some(0), "{run:?}");
    }
    assert_eq!(dir.run(&["check", ".", "--format", "jsonl"]).out, "");
}

#[test]
fn github_commands_are_escaped() {
    let run = shelf().run(&["check", ".", "--format", "github"]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(lines.len(), 2, "{run:?}");
    assert!(lines[0].starts_with("::error file=a.txt,line=3,endLine=3,col="), "{run:?}");
    assert!(lines[1].starts_with("::error file=b%2Cc%3Ad%25.txt,line=1,"), "{run:?}");
}

#[test]
fn the_full_form_fits_the_width_asked_for() {
    let long = "and the column marched on through the rain ".repeat(40);
    let dir = Dir::with(&[("long.txt", &format!("It rained, {long}. {SLIP} {long}"))]);
    for width in ["60", "100", "160"] {
        let run = dir.run(&["check", "long.txt", "--width", width]);
        let most = run.out.lines().map(|line| line.chars().count()).max();
        assert!(most <= width.parse().ok(), "{most:?}\n{}", run.out);
        assert!(run.out.contains("Monday, 23 July 1907"), "{}", run.out);
    }
}
