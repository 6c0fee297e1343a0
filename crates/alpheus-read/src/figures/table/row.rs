//! A row as it is read: its figures, and what its words say of them.

use super::{Entry, cell};

/// A figure in a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) entry: Entry,
    /// Where it begins and ends in the line, in characters; or the place of its cell.
    pub(super) left: u32,
    pub(super) right: u32,
    /// The words to its left say that it is a total.
    pub(super) total: bool,
    /// A rule is drawn before it in the cell.
    pub(super) ruled: bool,
    pub(super) odd: bool,
}

/// What the words of a row say of its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Label {
    /// There are none.
    #[default]
    None,
    /// What is counted.
    Item,
    /// That they are taken off.
    Less,
    /// That they are totals.
    Total,
}

/// A row; what it allocates is used for the next one.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) label: Label,
    /// How far it is indented.
    pub(super) indent: u32,
    /// It begins with a small letter.
    pub(super) small: bool,
    /// It begins with a number that counts the rows.
    numbered: bool,
}

impl Row {
    pub(super) fn clear(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        *self = Row { cells, ..Row::default() };
        self.cells.clear();
    }

    /// Adds words.
    pub(super) fn words(&mut self, words: &str) {
        if self.label == Label::None {
            self.numbered = self.cells.len() == 1;
            self.label = if cell::is_less(words) { Label::Less } else { Label::Item };
        }
        if cell::is_total(words) {
            self.label = Label::Total;
        }
    }

    /// Leaves out the number that counts the rows, where there is one.
    pub(super) fn close(&mut self) {
        if self.numbered && self.cells.len() > 1 {
            self.cells.remove(0);
        }
    }

    pub(super) fn is_named(&self) -> bool {
        self.label != Label::None
    }

    pub(super) fn is_total(&self) -> bool {
        self.label == Label::Total
    }
}
