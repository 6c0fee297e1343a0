//! Tables in CSV: RFC 4180, with a header that names the columns of its choice.
//!
//! Every cell keeps its place in the text, which is why no general reader is used. Aliases
//! are parted by `|`.

use crate::{
    mistake::Mistake,
    raw::{Cell, Entry, RawRow},
    validate::FIELDS,
};
use alpheus_text::Span;

/// What parts aliases in a cell.
const BAR: char = '|';

/// The rows of a table; a row with a mistake in its form is left out.
pub(crate) fn read(text: &str, mistakes: &mut Vec<Mistake>) -> Vec<RawRow> {
    let mut lines =
        Lines { text, at: text.len() - text.trim_start_matches('\u{feff}').len() };
    let Some(header) = lines.next_line(mistakes) else {
        mistakes.push(Mistake::new(Span::new(0, 0), "the table is empty").help(HEADER));
        return Vec::new();
    };
    check_header(&header, mistakes);
    let mut rows = Vec::new();
    while let Some(line) = lines.next_line(mistakes) {
        rows.extend(row(&header, line, mistakes));
    }
    rows
}

const HEADER: &str = "the first line names the columns, such as `kind,name,date,source`";

fn check_header(header: &[Cell], mistakes: &mut Vec<Mistake>) {
    for (at, cell) in header.iter().enumerate() {
        let known = cell.text == "kind" || FIELDS.contains(&cell.text.as_str());
        if !known {
            let message = format!("there is no column `{}`", cell.text);
            let help = format!("expected some of `kind`, `{}`", FIELDS.join("`, `"));
            mistakes.push(Mistake::new(cell.span, message).help(help));
        } else if header[..at].iter().any(|before| before.text == cell.text) {
            let message = format!("the column `{}` is named twice", cell.text);
            mistakes.push(Mistake::new(cell.span, message));
        }
    }
    if !header.iter().any(|cell| cell.text == "kind") {
        let at = header.first().map_or_else(Span::default, |cell| cell.span);
        mistakes.push(Mistake::new(at, "there is no column `kind`").help(HEADER));
    }
}

fn row(header: &[Cell], line: Vec<Cell>, mistakes: &mut Vec<Mistake>) -> Option<RawRow> {
    if let Some(extra) = line.get(header.len()) {
        let message =
            format!("the line has more cells than the header's {}", header.len());
        let help = "put a cell with a comma in it into \"quotes\"";
        mistakes.push(Mistake::new(extra.span, message).help(help));
        return None;
    }
    let all = line.first()?.span.cover(line.last()?.span);
    let mut kind = None;
    let mut entries = Vec::new();
    for (column, cell) in header.iter().zip(line) {
        if cell.text.is_empty() {
            continue;
        }
        if column.text == "kind" {
            kind = Some(cell);
        } else {
            entries.push(entry(&column.text, cell));
        }
    }
    if kind.is_none() && header.iter().any(|cell| cell.text == "kind") {
        mistakes.push(Mistake::new(all, "the row has no `kind`"));
    }
    Some(RawRow { kind: kind?, entries })
}

fn entry(column: &str, cell: Cell) -> Entry {
    let span = cell.span;
    let field = Cell::new(column, span);
    if column != "aliases" {
        return Entry { field, values: vec![cell], span, list: false };
    }
    let names = cell.text.split(BAR).map(str::trim).filter(|name| !name.is_empty());
    let values = names.map(|name| Cell::new(name, span)).collect();
    Entry { field, values, span, list: true }
}

/// Reads a line after the other; one with a quoted cell may go on over several.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Lines<'_> {
    /// The cells of the next line that has any.
    fn next_line(&mut self, mistakes: &mut Vec<Mistake>) -> Option<Vec<Cell>> {
        while self.at < self.text.len() {
            let mut cells = vec![self.cell(mistakes)];
            while self.eat(b",") {
                cells.push(self.cell(mistakes));
            }
            let _ = self.eat(b"\r\n") || self.eat(b"\n") || self.eat(b"\r");
            if cells.iter().any(|cell| !cell.text.is_empty()) {
                return Some(cells);
            }
        }
        None
    }

    fn eat(&mut self, mark: &[u8]) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(mark);
        self.at += if found { mark.len() } else { 0 };
        found
    }

    fn cell(&mut self, mistakes: &mut Vec<Mistake>) -> Cell {
        if self.eat(b"\"") { self.quoted(mistakes) } else { self.bare() }
    }

    fn bare(&mut self) -> Cell {
        let rest = &self.text[self.at..];
        let len = rest.find([',', '\r', '\n']).unwrap_or(rest.len());
        let words = &rest[..len];
        let start = self.at + (len - words.trim_start().len());
        self.at += len;
        let text = words.trim();
        Cell::new(text, span(start.min(self.at), start.min(self.at) + text.len()))
    }

    /// The rest of a quoted cell; what stands behind its closing mark is a mistake.
    fn quoted(&mut self, mistakes: &mut Vec<Mistake>) -> Cell {
        let start = self.at;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(len) = rest.find('"') else {
                let open = span(start - 1, start);
                mistakes.push(Mistake::new(open, "the quotation mark is never closed"));
                self.at = self.text.len();
                return Cell::new("", open);
            };
            text += &rest[..len];
            self.at += len + 1;
            if !self.eat(b"\"") {
                break;
            }
            text.push('"');
        }
        let inside = span(start, self.at - 1);
        let after = self.bare();
        if !after.text.is_empty() {
            let message = "something follows the closing quotation mark";
            let help = "a quotation mark inside a quoted cell is written twice";
            mistakes.push(Mistake::new(after.span, message).help(help));
        }
        Cell::new(text.trim(), inside)
    }
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> (Vec<Vec<String>>, usize) {
        let mut mistakes = Vec::new();
        let mut lines = Lines { text, at: 0 };
        let mut all = Vec::new();
        while let Some(line) = lines.next_line(&mut mistakes) {
            let plain = |cell: &&Cell| !cell.text.is_empty() && !cell.text.contains('"');
            for cell in line.iter().filter(plain) {
                assert_eq!(text[cell.span.range()].trim(), cell.text);
            }
            all.push(line.into_iter().map(|cell| cell.text).collect());
        }
        (all, mistakes.len())
    }

    #[test]
    fn cells_keep_their_places() {
        let (lines, mistakes) = cells("a, b ,\"c, d\"\r\n\r\n\"e \"\"f\"\"\ng\",é,\n");
        assert_eq!(lines, [vec!["a", "b", "c, d"], vec!["e \"f\"\ng", "é", ""]]);
        assert_eq!(mistakes, 0);
    }

    #[test]
    fn broken_quotes_are_named_and_end() {
        assert_eq!(cells("a,\"b").1, 1);
        assert_eq!(cells("\"a\"b,c").1, 1);
        assert_eq!(cells("\"").1, 1);
        assert_eq!(cells(",,,\n,,").0.len(), 0);
    }
}
