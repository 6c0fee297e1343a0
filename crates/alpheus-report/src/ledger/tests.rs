//! What is written reads back, and what is filled in is kept.

use super::{Delimiter, Entry, Filled, Format, Ledger, Row, entries, keep};
use crate::{Screen, clean::columns};
use alpheus_check::{ClaimKind, Options, check_with_claims};
use alpheus_text::{Document, Format as TextFormat};
use std::collections::BTreeSet;

const SCREEN: Screen = Screen { width: 80, color: false };

const TEXT: &str = "# The mill\n\nIt was the largest mill of the valley. No record of a fire \
                    is left.\n\n# The weir\n\nNo record of a fire is left. It was built on 31 \
                    April 1866 by \"only two men\".\n";

fn listed(name: &str, text: &str) -> Vec<Entry> {
    let doc = Document::parse(name, text, TextFormat::Markdown);
    let (checked, claims) = check_with_claims(&doc, &Options::default());
    entries(&doc, &claims, &checked)
}

fn ledger(text: &str) -> Ledger {
    let rows = listed("mill.md", text).into_iter();
    let rows = rows.map(|entry| Row { entry, ..Row::default() }).collect();
    Ledger { rows, ..Ledger::default() }
}

fn read(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// Fills in the verdict of the first row that fits.
fn fill<'l>(
    ledger: &'l mut Ledger,
    kind: &str,
    heading: &str,
    verdict: &str,
) -> &'l mut Row {
    let mut rows = ledger.rows.iter_mut();
    let row =
        rows.find(|row| row.entry.kind == kind && row.entry.heading == heading).unwrap();
    row.filled.verdict = verdict.to_owned();
    row
}

fn verdicts(ledger: &Ledger) -> Vec<(&str, &str, &str)> {
    let filled = ledger.rows.iter().filter(|row| row.is_filled());
    filled.map(|row| (&*row.entry.heading, &*row.filled.verdict, &*row.status)).collect()
}

#[test]
fn a_claim_is_listed_with_its_place_and_what_was_found() {
    let rows = ledger(TEXT).rows;
    let largest = &rows[0].entry;
    assert_eq!((largest.line, largest.column, &*largest.heading), (3, 1, "The mill"));
    assert_eq!((&*largest.kind, &*largest.cue), ("superlative", "largest"));
    assert_eq!(&TEXT[largest.start as usize..largest.end as usize], largest.claim);
    let date = rows.iter().find(|row| row.entry.kind == "dated-event").unwrap();
    assert_eq!(date.entry.check, "conflicts");
    assert!(date.entry.check_note.starts_with("impossible-date: "), "{date:?}");
    assert!(rows.iter().all(|row| !row.entry.settled_by.is_empty()));
}

#[test]
fn every_kind_says_what_would_settle_it() {
    let said: BTreeSet<&str> =
        ClaimKind::ALL.into_iter().map(super::settled_by).collect();
    assert_eq!(said.len(), ClaimKind::ALL.len(), "no two kinds are settled alike");
}

#[test]
fn csv_and_json_lines_read_back() {
    let mut written = ledger(TEXT);
    fill(&mut written, "absence", "The weir", "true, \"see\" note;\nand more");
    written.mark = true;
    written.added = vec!["page".to_owned()];
    for row in &mut written.rows {
        row.extra = vec!["12".to_owned()];
    }
    for delimiter in Delimiter::ALL {
        written.delimiter = delimiter;
        let text = written.write(Format::Csv, SCREEN);
        assert!(text.starts_with("\u{feff}document") && text.contains("\r\n"), "{text}");
        assert_eq!(Ledger::read(text.as_bytes()).unwrap(), written);
    }
    let text = written.write(Format::Jsonl, SCREEN);
    let back = Ledger::read(text.as_bytes()).unwrap();
    assert_eq!((back.rows, back.added), (written.rows, written.added));
}

#[test]
fn no_cell_of_the_text_is_a_formula() {
    for words in
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''=1", "'tis so", "plain"]
    {
        let entry = Entry {
            document: "a".into(),
            claim: words.into(),
            kind: "figure".into(),
            ..Entry::default()
        };
        let filled = Filled { note: words.into(), ..Filled::default() };
        let ledger = Ledger {
            rows: vec![Row { entry, filled, ..Row::default() }],
            ..Ledger::default()
        };
        let text = ledger.write(Format::Csv, SCREEN);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        assert!(!record[5].starts_with(['=', '+', '-', '@', '\t']), "{text}");
        assert_eq!(&record[16], words, "what a person wrote is put back as it stood");
        assert_eq!(Ledger::read(text.as_bytes()).unwrap(), ledger);
    }
}

#[test]
fn a_file_that_is_no_ledger_is_refused() {
    for (bytes, why) in [
        (&b"name,age\nAnn,3\n"[..], "no column `document`"),
        (b"document,kind,claim,source,verdict,initials\n", "no column `note`"),
        (b"{\"claim\": \"x\"}\n", "no column `document`"),
        (b"{\"document\": 3}\n", "line 1 is no row"),
        (b"caf\xe9", "not UTF-8"),
    ] {
        let error = Ledger::read(bytes).unwrap_err().to_string();
        assert!(error.starts_with("is no ledger: ") && error.contains(why), "{error}");
    }
}

#[test]
fn what_is_filled_in_moves_with_its_words() {
    let mut old = ledger(TEXT);
    fill(&mut old, "absence", "The weir", "weir");
    fill(&mut old, "absence", "The mill", "mill");
    let longer = format!("New words come first. {TEXT}")
        .replace("# The mill", "Old.\n\n# The mill");
    let kept = keep(listed("./mill.md", &longer), &read(&["./mill.md"]), old);
    assert_eq!((kept.found, kept.gone), (2, 0));
    assert_eq!(
        verdicts(&kept.ledger),
        [("The mill", "mill", ""), ("The weir", "weir", "")]
    );
}

#[test]
fn of_equal_words_the_heading_decides() {
    let mut old = ledger(TEXT);
    fill(&mut old, "absence", "The weir", "weir");
    let turned = "# The weir\n\nNo record of a fire is left.\n\n# The mill\n\nNo record of a \
                  fire is left.\n";
    let kept = keep(listed("mill.md", turned), &read(&["mill.md"]), old);
    assert_eq!(verdicts(&kept.ledger), [("The weir", "weir", "")]);
}

#[test]
fn what_is_gone_is_put_at_the_end_and_comes_back() {
    let mut old = ledger(TEXT);
    fill(&mut old, "superlative", "The mill", "false");
    let shorter = TEXT.replace("It was the largest mill of the valley. ", "");
    let kept = keep(listed("mill.md", &shorter), &read(&["mill.md"]), old);
    assert_eq!((kept.found, kept.gone), (0, 1));
    assert_eq!(kept.ledger.rows.last().unwrap().status, "gone");
    let again = keep(listed("mill.md", TEXT), &read(&["mill.md"]), kept.ledger);
    assert_eq!(verdicts(&again.ledger), [("The mill", "false", "")]);
}

#[test]
fn rows_of_what_was_not_read_stay() {
    let old = ledger(TEXT);
    let count = old.rows.len();
    let kept = keep(listed("other.md", "No bridge stood."), &read(&["other.md"]), old);
    assert_eq!(kept.ledger.rows.len(), count + 1);
    assert!(kept.ledger.rows[1..].iter().all(|row| row.status == "not read"));
}

#[test]
fn cells_beside_the_table_are_kept() {
    let text = "document,kind,claim,source,verdict,initials,note,page,page,,note\r\n\
                a,absence,No bridge stood.,,,,,1,2,3,4,5\r\n";
    let read = Ledger::read(text.as_bytes()).unwrap();
    assert_eq!(read.added, ["page", "page (2)", "", "note (2)", " (2)"]);
    assert_eq!(read.rows[0].extra, ["1", "2", "3", "4", "5"]);
    for format in [Format::Csv, Format::Jsonl] {
        let mut again = Ledger::read(read.write(format, SCREEN).as_bytes()).unwrap();
        let mut cells = std::mem::take(&mut again.rows[0].extra);
        cells.sort();
        assert_eq!(cells, ["1", "2", "3", "4", "5"], "{format:?}");
    }
}

#[test]
fn a_column_that_a_person_added_is_filled_in_too() {
    let mut old = ledger(TEXT);
    old.added = vec!["page".to_owned()];
    for row in &mut old.rows {
        row.extra = vec![String::new()];
    }
    old.rows[0].extra = vec!["117".to_owned()];
    let kept = keep(listed("mill.md", TEXT), &read(&["mill.md"]), old).ledger;
    assert_eq!((&*kept.rows[0].extra[0], &*kept.rows[1].extra[0]), ("117", ""));
}

#[test]
fn thousands_of_equal_claims_are_matched_in_no_time() {
    let text = "No bridge stood. ".repeat(4000);
    let rows = listed("mill.md", &text).into_iter().map(|entry| Row {
        entry,
        filled: Filled { verdict: "so".into(), ..Filled::default() },
        ..Row::default()
    });
    let old = Ledger { rows: rows.collect(), ..Ledger::default() };
    let count = old.rows.len();
    assert_eq!(keep(listed("mill.md", &text), &read(&["mill.md"]), old).found, count);
}

#[test]
fn a_checklist_is_ticked_where_there_is_a_verdict() {
    let mut ledger = ledger(TEXT);
    fill(&mut ledger, "superlative", "The mill", "false").filled.initials =
        "A_B".to_owned();
    let page = ledger.write(Format::Markdown, SCREEN);
    let expected = "- [x] **superlative** (line 3, author): It was the **largest** mill of the \
                    valley.\n  - to settle it: A list of all of its kind, with the same \
                    measure.\n  - verdict: false\n  - initials: A\\_B\n";
    assert!(page.contains(expected), "{page}");
    assert!(
        page.contains("\n### The weir\n") && page.contains("- [ ] **absence**"),
        "{page}"
    );
}

#[test]
fn text_keeps_its_width() {
    let text = ledger(TEXT).write(Format::Text, SCREEN);
    assert!(text.lines().all(|line| columns(line) <= SCREEN.width), "{text}");
    assert!(
        text.contains("What would settle them\nfigure") || text.contains("dated-event")
    );
}
