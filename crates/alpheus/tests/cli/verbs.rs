//! The other verbs.

use crate::{Dir, RIGHT, SLIP};
use serde_json::Value;
use std::{
    io::{BufRead as _, BufReader},
    process::Stdio,
};

const STORY: &str = "The canal was begun in April 1804. It was opened on 25 October 1822, \
                     and closed for two years in 1843.";

#[test]
fn rules_are_listed_and_explained() {
    let dir = Dir::new();
    let list = dir.run(&["rule"]);
    assert!(list.out.lines().any(|line| line.starts_with("T005  error  ")), "{list:?}");
    for name in ["weekday-mismatch", "T005", "t005"] {
        let page = dir.run(&["rule", name]);
        assert_eq!(page.code, Some(0));
        assert!(page.out.starts_with("weekday-mismatch (T005, error)\n"), "{page:?}");
        for heading in ["What it does", "Why it matters", "When it stays silent"] {
            assert!(page.out.contains(&format!("\n{heading}\n")), "{page:?}");
        }
    }
    let wrong = dir.run(&["rule", "weekday"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("did you mean `weekday-mismatch`?"), "{wrong:?}");
}

#[test]
fn completions_are_for_this_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = Dir::new().run(&["completions", shell]);
        assert!(run.out.contains("alpheus") && run.out.contains("timeline"), "{shell}");
    }
}

#[test]
fn tags_slice_the_text_by_code_points() {
    let text = format!("Überall — {STORY}");
    let dir = Dir::with(&[("canal.txt", &text)]);
    let run = dir.run(&["tag", "canal.txt"]);
    let record: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(record["id"], "canal.txt");
    let timexes = record["timex"].as_array().unwrap();
    assert!(timexes.len() >= 4, "{run:?}");
    for timex in timexes {
        let at = |key: &str| timex[key].as_u64().unwrap() as usize;
        let words: String = text.chars().take(at("end")).skip(at("start")).collect();
        assert_eq!(timex["text"], words.as_str());
    }
    let opened = timexes.iter().find(|timex| timex["value"] == "1822-10-25").unwrap();
    assert_eq!(
        (&opened["type"], &opened["edtf"]),
        (&"DATE".into(), &"1822-10-25".into())
    );
}

#[test]
fn figures_are_tagged_beside_dates() {
    let text = "On 25 October 1822, at 9.30 a.m., some 3,400 people — a third of the town — \
                saw the first of 12 boats come down the 84 miles (135 km) from Überlingen.";
    let dir = Dir::with(&[("canal.txt", text)]);
    let run = dir.run(&["tag", "canal.txt", "--layer", "number"]);
    let record: Value = serde_json::from_str(&run.out).unwrap();
    let figures = record["figure"].as_array().unwrap();
    let words: Vec<_> = figures.iter().map(|f| f["text"].as_str().unwrap()).collect();
    for figure in ["3,400", "a third", "12", "84 miles", "135 km"] {
        assert!(words.contains(&figure), "{figure}: {run:?}");
    }
    for date in ["25", "1822", "9.30"] {
        assert!(!words.contains(&date), "{date}: {run:?}");
    }
    for figure in figures {
        let at = |key: &str| figure[key].as_u64().unwrap() as usize;
        let words: String = text.chars().take(at("end")).skip(at("start")).collect();
        assert_eq!(figure["text"], words.as_str());
    }
    assert_eq!(figures[0]["hedge"], "about");
    let miles = figures.iter().find(|figure| figure["text"] == "84 miles").unwrap();
    assert_eq!((&miles["value"], &miles["unit"]), (&84.into(), &"miles".into()));
    assert_eq!(miles["interval"], serde_json::json!([83.5, 84.5]));
}

#[test]
fn names_are_tagged_a_line_a_mention() {
    let text =
        "They were in Köln. Ada Byron (1815–1852) met Lord Melbourne. Byron wrote of it.";
    let dir = Dir::with(&[("visit.txt", text)]);
    let run = dir.run(&["tag", "visit.txt", "--layer", "name"]);
    let rows: Vec<Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let words: Vec<_> = rows.iter().map(|row| row["text"].as_str().unwrap()).collect();
    assert_eq!(words, ["Köln", "Ada Byron", "Lord Melbourne", "Byron"], "{run:?}");
    for row in &rows {
        let at = |key: &str| row[key].as_u64().unwrap() as usize;
        assert_eq!(row["text"], text[at("start")..at("end")]);
        assert_eq!(row["doc"], "visit");
    }
    assert_eq!((&rows[0]["kind"], &rows[1]["kind"]), (&"place".into(), &"person".into()));
    assert_eq!((&rows[3]["entity"], &rows[3]["name"]), (&1.into(), &"Ada Byron".into()));
    assert_eq!((&rows[3]["born"], &rows[3]["died"]), (&"1815".into(), &"1852".into()));
    // The id of a line of JSON is the document.
    let line = "{\"id\":\"letter 4\",\"text\":\"Dear Mr. Weber, come.\"}\n";
    let run = dir.run_with_input(
        &["tag", "-", "--input", "jsonl", "--layer", "name"],
        line.as_bytes(),
    );
    assert!(run.out.starts_with("{\"doc\":\"letter 4\""), "{run:?}");
}

#[test]
fn figures_have_no_timeml() {
    let dir = Dir::with(&[("canal.txt", STORY)]);
    let run = dir.run(&["tag", "canal.txt", "--layer", "number", "--format", "timeml"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
    assert!(run.err.contains("TimeML holds times only"), "{run:?}");
}

#[test]
fn json_lines_come_out_in_the_order_they_went_in() {
    let dir = Dir::new();
    let ids: Vec<String> = (0..500).map(|i| format!("doc {i}")).collect();
    let line = |id: &String| format!("{{\"id\":\"{id}\",\"text\":\"{RIGHT}\"}}\n");
    let lines: String = ids.iter().map(line).collect();
    let args = ["tag", "-", "--input", "jsonl", "--threads", "3", "--domain", "news"];
    let run = dir.run_with_input(&args, lines.as_bytes());
    let read = run.out.lines().map(|line| {
        let record: Value = serde_json::from_str(line).unwrap();
        record["id"].as_str().unwrap().to_owned()
    });
    assert_eq!(read.collect::<Vec<_>>(), ids);
}

#[test]
fn timeml_keeps_the_text() {
    let dir = Dir::with(&[("canal.txt", STORY)]);
    let run = dir.run(&["tag", "canal.txt", "--format", "timeml"]);
    let (_, rest) = run.out.split_once("<TEXT>").unwrap();
    let (text, _) = rest.split_once("</TEXT>").unwrap();
    assert!(text.contains("value=\"1822-10-25\""), "{text}");
    let mut plain = String::new();
    for part in text.split('<') {
        plain += part.split_once('>').map_or(part, |(_, after)| after);
    }
    assert_eq!(plain, STORY);
}

#[test]
fn a_timeline_is_in_the_order_of_time() {
    let dir = Dir::with(&[
        ("canal.txt", STORY),
        ("older.txt", "Work had been proposed in 1773."),
    ]);
    let run = dir.run(&["timeline", ".", "--width", "100"]);
    let whens: Vec<_> =
        run.out.lines().filter_map(|line| line.split("  ").next()).collect();
    assert_eq!(whens, ["1773", "April 1804", "25 October 1822", "1843"], "{}", run.out);
    let run = dir.run(&["timeline", ".", "--format", "json"]);
    let entries: Value = serde_json::from_str(&run.out).unwrap();
    let entry = &entries[2];
    assert_eq!(entry["begin"], serde_json::json!(["1822-10-25", "1822-10-25"]));
    assert_eq!((&entry["doc"], &entry["line"]), (&"canal.txt".into(), &1.into()));
    assert!(entry["statement"].as_str().unwrap().starts_with("It was opened"));
}

#[test]
fn a_command_line_that_makes_no_sense_is_2() {
    let dir = Dir::new();
    for args in [&["check"][..], &["chekc", "a"], &["check", "a", "--format", "pdf"]] {
        let run = dir.run(args);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
    }
}

#[test]
fn a_file_that_changes_is_checked_again() {
    let dir = Dir::with(&[("a.txt", RIGHT), ("b.txt", SLIP)]);
    let mut command = dir.command(&["check", "a.txt", "b.txt", "--watch"]);
    command.args(["--format", "concise"]).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut err = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(out.next().unwrap().unwrap().starts_with("b.txt:1:"));
    let watching =
        err.by_ref().find(|line| line.as_ref().unwrap().starts_with("watching"));
    assert_eq!(watching.unwrap().unwrap(), "watching 2 files; Ctrl-C ends");
    dir.write("a.txt", format!("{SLIP} {RIGHT}"));
    assert!(
        out.next().unwrap().unwrap().starts_with("a.txt:1:"),
        "only what has changed"
    );
    let changed = err.by_ref().find(|line| line.as_ref().unwrap().starts_with("changed"));
    assert_eq!(changed.unwrap().unwrap(), "changed: a.txt");
    child.kill().unwrap();
    child.wait().unwrap();
}
