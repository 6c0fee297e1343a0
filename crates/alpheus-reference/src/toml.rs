//! Tables in TOML: `[[event]]`, `[[life]]` and their kin, a table a row.

use crate::{
    mistake::Mistake,
    raw::{Cell, Entry, RawRow},
    row::Kind,
};
use alpheus_text::Span;
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The rows of a table, in the order of the text.
pub(crate) fn read(text: &str, mistakes: &mut Vec<Mistake>) -> Vec<RawRow> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = span(error.span().unwrap_or(0..0), text);
        mistakes.push(Mistake::new(at, error.message().replace('\n', " ")));
    }
    let mut rows = Vec::new();
    for (name, value) in table.get_ref() {
        let kind = Cell::new(name.get_ref().as_ref(), span(name.span(), text));
        match value.get_ref() {
            DeValue::Array(tables) if is_kind(&kind.text) => {
                let read = |row| self::row(text, &kind, row, mistakes);
                rows.extend(tables.iter().filter_map(read));
            }
            // What the table is, for those who read it.
            DeValue::String(_) if kind.text == "title" => {}
            _ => mistakes.push(stray(&kind)),
        }
    }
    rows.sort_by_key(|row| row.kind.span);
    rows
}

fn is_kind(name: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.name() == name)
}

fn stray(name: &Cell) -> Mistake {
    let message = if is_kind(&name.text) {
        format!("a row begins with `[[{}]]`", name.text)
    } else {
        format!("there is no table `{}`", name.text)
    };
    let names = Kind::ALL.map(|kind| format!("`[[{}]]`", kind.name()));
    Mistake::new(name.span, message)
        .help(format!("expected `title` or some of {}", names.join(", ")))
}

fn row(
    text: &str,
    kind: &Cell,
    row: &Spanned<DeValue<'_>>,
    mistakes: &mut Vec<Mistake>,
) -> Option<RawRow> {
    let at = span(row.span(), text);
    let DeValue::Table(table) = row.get_ref() else {
        mistakes.push(stray(&Cell::new(kind.text.clone(), at)));
        return None;
    };
    let mut entries = Vec::new();
    for (name, value) in table {
        let field = Cell::new(name.get_ref().as_ref(), span(name.span(), text));
        entries.extend(entry(text, field, value, mistakes));
    }
    entries.sort_by_key(|entry| entry.field.span);
    Some(RawRow { kind: Cell::new(kind.text.clone(), at), entries })
}

fn entry(
    text: &str,
    field: Cell,
    value: &Spanned<DeValue<'_>>,
    mistakes: &mut Vec<Mistake>,
) -> Option<Entry> {
    let at = span(value.span(), text);
    let (values, list) = match value.get_ref() {
        DeValue::Array(items) => {
            (items.iter().map(|item| scalar(text, item)).collect::<Option<_>>(), true)
        }
        _ => (scalar(text, value).map(|cell| vec![cell]), false),
    };
    if values.is_none() {
        let message = format!("`{}` is a text, a number or a list of texts", field.text);
        mistakes.push(Mistake::new(at, message));
    }
    let mut values: Vec<Cell> = values?;
    values.retain(|cell| !cell.text.is_empty());
    (!values.is_empty()).then_some(Entry { field, values, span: at, list })
}

/// A text; or a number or a date, as it is written.
fn scalar(text: &str, value: &Spanned<DeValue<'_>>) -> Option<Cell> {
    let at = span(value.span(), text);
    match value.get_ref() {
        DeValue::String(words) => Some(Cell::new(words.trim(), at)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
            Some(Cell::new(&text[at.range()], at))
        }
        DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// A range of bytes as a span that slices the text.
fn span(range: Range<usize>, text: &str) -> Span {
    let whole = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at as u32
    };
    let start = whole(range.start);
    Span::new(start, whole(range.end).max(start))
}
