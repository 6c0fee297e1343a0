//! The ledger for a terminal: where, what kind, and the words cut around the cue.

use super::{Ledger, Row, settled_by};
use crate::{
    Screen,
    clean::{clean, columns, wrap},
    excerpt,
};
use alpheus_check::ClaimKind;
use alpheus_text::Span;
use annotate_snippets::renderer::{Effects, Style};
use std::fmt::Write as _;

const BOLD: Style = Style::new().effects(Effects::BOLD);
/// How many columns the names of the kinds take.
const KIND: usize = 18;

pub(super) fn write(ledger: &Ledger, screen: Screen) -> String {
    let mut out = String::new();
    let mut document = None;
    let place = |row: &Row| format!("{}:{}", row.entry.line, row.entry.column);
    let at = ledger.rows.iter().map(|row| columns(&place(row))).max().unwrap_or(0);
    for row in &ledger.rows {
        if document != Some(&row.entry.document) {
            let gap = if document.is_some() { "\n" } else { "" };
            let _ =
                writeln!(out, "{gap}{}", bold(&clean(&row.entry.document), screen.color));
            document = Some(&row.entry.document);
        }
        let indent = at + KIND + 4;
        let room = screen.width.saturating_sub(indent).max(24);
        let (place, words) = (place(row), claim(row, room, screen.color));
        let _ = writeln!(out, "{place:at$}  {:KIND$}  {words}", row.entry.kind);
        for note in notes(row) {
            for line in wrap(&clean(&note), room) {
                let _ = writeln!(out, "{:indent$}{line}", "");
            }
        }
    }
    out + &legend(ledger, screen)
}

/// The claim cut around its cue.
fn claim(row: &Row, room: usize, color: bool) -> String {
    let entry = &row.entry;
    let start = entry.claim.find(&entry.cue).unwrap_or(0);
    let end = (start + entry.cue.len()).min(entry.claim.len());
    let (text, range) =
        excerpt::line(&entry.claim, Span::new(start as u32, end as u32), room);
    if !color {
        return text;
    }
    let (before, rest) = text.split_at(range.start);
    let (cue, after) = rest.split_at(range.len());
    format!("{before}{BOLD}{cue}{BOLD:#}{after}")
}

/// What is known of a claim, a line each.
fn notes(row: &Row) -> Vec<String> {
    let Row { entry, filled, status, .. } = row;
    let said = [
        ("", status.as_str()),
        ("said by: ", if entry.speaker == "author" { "" } else { &entry.speaker }),
        ("source in the text: ", &entry.text_source),
        ("verdict: ", &filled.verdict),
        ("source: ", &filled.source),
        ("note: ", &filled.note),
    ];
    let said = said.iter().filter(|(_, words)| !words.is_empty());
    let said = said.map(|(name, words)| format!("{name}{words}"));
    let check = (!entry.check.is_empty())
        .then(|| format!("{}: {}", entry.check, entry.check_note));
    check.into_iter().chain(said).collect()
}

/// What would settle the kinds that are listed.
fn legend(ledger: &Ledger, screen: Screen) -> String {
    let listed =
        |kind: &&ClaimKind| ledger.rows.iter().any(|row| row.entry.kind == kind.name());
    let mut out = String::new();
    for kind in ClaimKind::ALL.iter().filter(listed) {
        if out.is_empty() {
            let _ = write!(out, "\n{}\n", bold("What would settle them", screen.color));
        }
        let room = screen.width.saturating_sub(KIND + 2).max(24);
        let mut name = kind.name();
        for line in wrap(settled_by(*kind), room) {
            let _ = writeln!(out, "{name:KIND$}  {line}");
            name = "";
        }
    }
    out
}

fn bold(text: &str, color: bool) -> String {
    if color { format!("{BOLD}{text}{BOLD:#}") } else { text.to_owned() }
}
