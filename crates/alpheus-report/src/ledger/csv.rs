//! The ledger as CSV (RFC 4180), written for spreadsheets and read back from them.
//!
//! A cell of the text that begins with `=`, `+`, `-` or `@` would be run as a formula, so an
//! apostrophe is put before it, which is taken away when the file is read back. What a person
//! wrote is put back as it stood.

use super::{Delimiter, Entry, Error, Filled, Ledger, Row};
use std::{borrow::Cow, collections::BTreeSet};

/// The columns, in the order in which they are written.
const COLUMNS: [&str; 22] = [
    "document",
    "line",
    "column",
    "heading",
    "kind",
    "claim",
    "cue",
    "speaker",
    "modality",
    "text_source",
    "check",
    "check_note",
    "settled_by",
    "source",
    "verdict",
    "initials",
    "note",
    "status",
    "start",
    "end",
    "cue_start",
    "cue_end",
];

/// Without these a row can't be told, or what was filled in would be lost.
const NEEDED: [&str; 7] =
    ["document", "kind", "claim", "source", "verdict", "initials", "note"];

const APOSTROPHE: char = '\'';

impl Delimiter {
    pub(super) const ALL: [Delimiter; 3] =
        [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];

    const fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
        }
    }

    /// The one that parts most cells of the first line.
    fn of(text: &str) -> Delimiter {
        let line = text.lines().next().unwrap_or_default();
        let count =
            |with: &Delimiter| line.bytes().filter(|&byte| byte == with.byte()).count();
        // Of equals the last wins, so they are asked from the rarest on.
        Delimiter::ALL.into_iter().rev().max_by_key(count).unwrap_or_default()
    }
}

pub(super) fn write(ledger: &Ledger) -> String {
    let mut out = csv::WriterBuilder::new()
        .delimiter(ledger.delimiter.byte())
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let names = COLUMNS.iter().copied().chain(ledger.added.iter().map(String::as_str));
    let mut write = |cells: &mut dyn Iterator<Item = Cow<'_, str>>| {
        let written = out.write_record(cells.map(Cow::into_owned));
        written.expect("memory takes rows of one length");
    };
    write(&mut names.map(Cow::Borrowed));
    for row in &ledger.rows {
        let entry = COLUMNS.iter().map(|name| cell(row, name));
        let blank = std::iter::repeat(Cow::Borrowed(""));
        let extra = row.extra.iter().map(|cell| Cow::Borrowed(cell.as_str()));
        write(&mut entry.chain(extra.chain(blank).take(ledger.added.len())));
    }
    let bytes = out.into_inner().expect("memory takes all that is written to it");
    let text = String::from_utf8(bytes).expect("cells of text make a text");
    if ledger.mark { format!("\u{feff}{text}") } else { text }
}

/// The cell of a row in a column, safe in a spreadsheet where it comes from the text.
fn cell<'r>(row: &'r Row, column: &str) -> Cow<'r, str> {
    let Entry { line, column: at, start, end, cue_start, cue_end, .. } = row.entry;
    let number = |number: u32| Cow::Owned(number.to_string());
    match column {
        "line" => number(line),
        "column" => number(at),
        "start" => number(start),
        "end" => number(end),
        "cue_start" => number(cue_start),
        "cue_end" => number(cue_end),
        "source" => Cow::Borrowed(&row.filled.source),
        "verdict" => Cow::Borrowed(&row.filled.verdict),
        "initials" => Cow::Borrowed(&row.filled.initials),
        "note" => Cow::Borrowed(&row.filled.note),
        "status" => Cow::Borrowed(&row.status),
        _ => guarded(words(&row.entry, column)),
    }
}

/// The words of a claim that stand in a column.
fn words<'e>(entry: &'e Entry, column: &str) -> &'e str {
    match column {
        "document" => &entry.document,
        "heading" => &entry.heading,
        "kind" => &entry.kind,
        "claim" => &entry.claim,
        "cue" => &entry.cue,
        "speaker" => &entry.speaker,
        "modality" => &entry.modality,
        "text_source" => &entry.text_source,
        "check" => &entry.check,
        "check_note" => &entry.check_note,
        "settled_by" => &entry.settled_by,
        _ => "",
    }
}

/// Whether a spreadsheet would run the cell, or it looks as if it had been guarded.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(APOSTROPHE).starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(format!("{APOSTROPHE}{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(APOSTROPHE).filter(|rest| is_formula(rest)).unwrap_or(cell)
}

pub(super) fn read(text: &str) -> Result<Ledger, Error> {
    let delimiter = Delimiter::of(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.byte())
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    let has = |name: &str| header.iter().any(|has| has.trim() == name);
    if let Some(missing) = NEEDED.iter().find(|name| !has(name)) {
        return Err(Error::missing(missing));
    }
    let records = reader.records().collect::<Result<Vec<_>, _>>()?;
    let widest = records.iter().map(csv::StringRecord::len).max().unwrap_or(0);
    let columns = columns(&header, widest);
    let added = columns.iter().filter_map(|column| match column {
        Column::Ours(_) => None,
        Column::Added(name) => Some(name.clone()),
    });
    let filled =
        records.iter().filter(|record| record.iter().any(|cell| !cell.is_empty()));
    Ok(Ledger {
        rows: filled.map(|record| row(&columns, record)).collect(),
        added: added.collect(),
        delimiter,
        mark: false,
    })
}

/// A column of a file that is read.
enum Column {
    /// One that is written here.
    Ours(&'static str),
    /// One that a person added, with a name that no other has.
    Added(String),
}

/// The columns of a file. Cells that a person wrote beside the table are in columns without a
/// name, and are kept like the others.
fn columns(header: &csv::StringRecord, widest: usize) -> Vec<Column> {
    let mut seen = BTreeSet::new();
    let names = header.iter().chain(std::iter::repeat("")).take(widest.max(header.len()));
    let column = |name: &str| {
        let name = name.trim();
        let ours = COLUMNS.iter().find(|ours| **ours == name);
        if let Some(ours) = ours.filter(|_| seen.insert(name.to_owned())) {
            return Column::Ours(ours);
        }
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut free = std::iter::once(name.to_owned()).chain(numbered);
        let free = free.find(|name| seen.insert(name.clone()));
        Column::Added(free.expect("there is always another number"))
    };
    names.map(column).collect()
}

fn row(columns: &[Column], record: &csv::StringRecord) -> Row {
    let mut row = Row::default();
    let cells = record.iter().chain(std::iter::repeat(""));
    for (column, cell) in columns.iter().zip(cells) {
        match column {
            Column::Ours(name) => set(&mut row, name, cell),
            Column::Added(_) => row.extra.push(cell.to_owned()),
        }
    }
    row
}

/// Puts a cell that was read into its row. A number that is none any more is left out: a row is
/// known by its words.
fn set(row: &mut Row, column: &str, cell: &str) {
    let Row { entry, filled, status, .. } = row;
    let Filled { source, verdict, initials, note } = filled;
    let number = || cell.trim().parse().unwrap_or_default();
    let words = || unguarded(cell).to_owned();
    match column {
        "line" => entry.line = number(),
        "column" => entry.column = number(),
        "start" => entry.start = number(),
        "end" => entry.end = number(),
        "cue_start" => entry.cue_start = number(),
        "cue_end" => entry.cue_end = number(),
        "source" => cell.clone_into(source),
        "verdict" => cell.clone_into(verdict),
        "initials" => cell.clone_into(initials),
        "note" => cell.clone_into(note),
        "status" => cell.clone_into(status),
        "document" => entry.document = words(),
        "heading" => entry.heading = words(),
        "kind" => entry.kind = words(),
        "claim" => entry.claim = words(),
        "cue" => entry.cue = words(),
        "speaker" => entry.speaker = words(),
        "modality" => entry.modality = words(),
        "text_source" => entry.text_source = words(),
        "check" => entry.check = words(),
        "check_note" => entry.check_note = words(),
        "settled_by" => entry.settled_by = words(),
        _ => {}
    }
}
