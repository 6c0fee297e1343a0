//! A table as it is written, before its cells are judged: the same from TOML and CSV.

use alpheus_text::Span;

/// A piece of text with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>, span: Span) -> Self {
        Cell { text: text.into(), span }
    }
}

/// A named value: several pieces where it is a list.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The name, with where it is written for this row.
    pub(crate) field: Cell,
    pub(crate) values: Vec<Cell>,
    /// All of the value.
    pub(crate) span: Span,
    /// Whether it is written as a list.
    pub(crate) list: bool,
}

/// A row as it is written; empty cells are left out.
#[derive(Clone, Debug)]
pub(crate) struct RawRow {
    pub(crate) kind: Cell,
    pub(crate) entries: Vec<Entry>,
}
