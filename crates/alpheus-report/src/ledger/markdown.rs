//! The ledger as a checklist: a box for each claim, ticked where it has a verdict.

use super::{Entry, Ledger, Row};
use std::fmt::Write as _;

pub(super) fn write(ledger: &Ledger) -> String {
    let mut out = String::from("# Claims to check\n");
    let mut before: Option<&Entry> = None;
    for row in &ledger.rows {
        let entry = &row.entry;
        if before.is_none_or(|before| before.document != entry.document) {
            let _ = write!(out, "\n## {}\n\n", escaped(&entry.document));
        }
        let under = before.filter(|before| before.document == entry.document);
        if under.map_or("", |before| &before.heading) != entry.heading {
            let _ = write!(out, "\n### {}\n\n", escaped(&entry.heading));
        }
        out += &item(row);
        before = Some(entry);
    }
    out
}

fn item(row: &Row) -> String {
    let Row { entry, filled, status, .. } = row;
    let tick = if filled.verdict.trim().is_empty() { ' ' } else { 'x' };
    let mut out = format!(
        "- [{tick}] **{}** (line {}, {}): {}\n",
        entry.kind,
        entry.line,
        entry.speaker,
        marked(entry)
    );
    let about = [
        ("status", status.as_str()),
        ("source in the text", &entry.text_source),
        (&entry.check, &entry.check_note),
        ("to settle it", &entry.settled_by),
        ("source", &filled.source),
        ("verdict", &filled.verdict),
        ("initials", &filled.initials),
        ("note", &filled.note),
    ];
    for (name, words) in about.iter().filter(|(_, words)| !words.trim().is_empty()) {
        let _ = writeln!(out, "  - {name}: {}", escaped(words));
    }
    out
}

/// The claim with its cue in bold.
fn marked(entry: &Entry) -> String {
    let parts = entry.claim.split_once(&entry.cue);
    match parts.filter(|_| !entry.cue.is_empty() && entry.cue != entry.claim) {
        Some((before, after)) => {
            let (before, cue, after) =
                (escaped(before), escaped(&entry.cue), escaped(after));
            format!("{before}**{cue}**{after}")
        }
        None => escaped(&entry.claim),
    }
}

/// The words on one line, with nothing in them that Markdown would obey.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::clean::clean(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
