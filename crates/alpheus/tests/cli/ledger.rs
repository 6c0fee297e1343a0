//! The ledger of claims.

use crate::Dir;
use serde_json::Value;

const TEXT: &str = "# The canal\n\nIt was the longest canal of the county. There were no locks on \
                    it.\n\nWork was planned for 1804, because the mayor wished it.\n";

/// The records of a CSV file.
fn records(path: &std::path::Path) -> Vec<csv::StringRecord> {
    let bytes = std::fs::read(path).unwrap();
    csv::Reader::from_reader(&bytes[..]).records().map(Result::unwrap).collect()
}

/// Puts a verdict into the row of a kind, as a person does in a spreadsheet.
fn fill(path: &std::path::Path, kind: &str, verdict: &str) {
    let bytes = std::fs::read(path).unwrap();
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|has| has == name).unwrap();
    let mut out = csv::Writer::from_path(path).unwrap();
    out.write_record(&header).unwrap();
    for record in reader.records() {
        let mut cells: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        if cells[column("kind")] == kind {
            verdict.clone_into(&mut cells[column("verdict")]);
        }
        out.write_record(&cells).unwrap();
    }
    out.flush().unwrap();
}

#[test]
fn claims_are_listed_in_every_format() {
    let dir = Dir::with(&[("canal.md", TEXT)]);
    let text = dir.run(&["ledger", "canal.md", "--width", "100"]);
    assert_eq!(text.code, Some(0));
    assert!(text.out.starts_with("canal.md\n3:1 "), "{text:?}");
    assert!(text.out.contains("One counterexample refutes it"), "{text:?}");
    let lines = dir.run(&["ledger", "canal.md", "--format", "jsonl"]).out;
    let kinds: Vec<String> = lines
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let at = |key: &str| row[key].as_u64().unwrap() as usize;
            assert_eq!(row["cue"], TEXT[at("cue_start")..at("cue_end")]);
            row["kind"].as_str().unwrap().to_owned()
        })
        .collect();
    for kind in
        ["superlative", "absence", "unrealised", "dated-event", "cause", "thought"]
    {
        assert!(kinds.iter().any(|has| has == kind), "{kind}: {kinds:?}");
    }
    let page = dir.run(&["ledger", "canal.md", "--format", "markdown"]).out;
    assert!(
        page.contains("- [ ] **superlative** (line 3, author): It was the **longest**")
    );
    let table = dir.run(&["ledger", "canal.md", "--format", "csv", "--bom"]).out;
    assert!(
        table.starts_with("\u{feff}document,line,column,heading,kind,claim"),
        "{table}"
    );
}

#[test]
fn what_is_filled_in_outlives_a_change_of_the_text() {
    let dir = Dir::with(&[("canal.md", TEXT)]);
    let sheet = dir.path().join("ledger.csv");
    assert_eq!(dir.run(&["ledger", "canal.md", "-o", "ledger.csv"]).err, "6 claims\n");
    fill(&sheet, "absence", "false: two, see Weber p. 3");
    fill(&sheet, "superlative", "not settled");
    dir.write(
        "canal.md",
        TEXT.replace("# The canal", "# The canal\n\nIt was dug by hand.")
            .replace("It was the longest canal of the county. ", ""),
    );
    let again = dir.run(&["ledger", "canal.md", "-o", "ledger.csv"]);
    assert_eq!(again.code, Some(0));
    assert!(again.err.contains("1 filled row kept"), "{again:?}");
    assert!(
        again.err.contains(
            "canal.md: gone from the text: superlative: It was the longest canal"
        ),
        "{again:?}"
    );
    let rows = records(&sheet);
    assert!(
        rows.iter().any(|row| &row[4] == "absence" && row[14].starts_with("false: two"))
    );
    let last = rows.last().unwrap();
    assert_eq!((&last[4], &last[14], &last[17]), ("superlative", "not settled", "gone"));
    let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing is left beside the ledger");
}

#[test]
fn a_checklist_is_made_from_a_kept_table() {
    let dir = Dir::with(&[("canal.md", TEXT)]);
    dir.run(&["ledger", "canal.md", "-o", "ledger.csv"]);
    fill(&dir.path().join("ledger.csv"), "absence", "false");
    let args = ["ledger", "canal.md", "--keep", "ledger.csv", "-o", "list.md"];
    assert_eq!(dir.run(&args).code, Some(0));
    let page = std::fs::read_to_string(dir.path().join("list.md")).unwrap();
    assert_eq!(page.matches("- [x] ").count(), 1, "{page}");
    let again = dir.run(&args);
    assert_eq!(again.code, Some(2), "what is ticked there would be lost");
    assert!(again.err.contains("list.md exists"), "{again:?}");
}

#[test]
fn a_file_that_is_no_ledger_is_left_alone() {
    let dir = Dir::with(&[
        ("canal.md", TEXT),
        ("list.csv", "name,age\nAnn,3\n"),
        ("notes.txt", "x"),
    ]);
    let run = dir.run(&["ledger", "canal.md", "-o", "list.csv"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.err.contains("list.csv is left as it is: is no ledger: it has no column"),
        "{run:?}"
    );
    assert_eq!(
        std::fs::read_to_string(dir.path().join("list.csv")).unwrap(),
        "name,age\nAnn,3\n"
    );
    let run = dir.run(&["ledger", "canal.md", "-o", "notes.txt"]);
    assert!(run.code == Some(2) && run.err.contains("notes.txt exists"), "{run:?}");
    let run = dir.run(&["ledger", "canal.md", "--keep", "gone.csv"]);
    assert!(
        run.code == Some(2) && run.err.contains("could not read gone.csv"),
        "{run:?}"
    );
}

#[test]
fn rows_of_other_documents_stay_and_threads_make_no_difference() {
    let dir = Dir::with(&[("a.md", TEXT), ("b.md", "No bridge stood."), ("c.md", TEXT)]);
    let run = |threads: &str| {
        dir.run(&["ledger", ".", "--format", "jsonl", "--threads", threads]).out
    };
    assert_eq!(run("1"), run("3"));
    dir.run(&["ledger", ".", "-o", "ledger.csv"]);
    let sheet = dir.path().join("ledger.csv");
    let before = records(&sheet).len();
    dir.run(&["ledger", "b.md", "-o", "ledger.csv"]);
    let rows = records(&sheet);
    assert_eq!(rows.len(), before);
    assert_eq!(rows.iter().filter(|row| &row[17] == "not read").count(), before - 1);
}
