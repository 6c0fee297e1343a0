//! Letters that face each other along an antidiagonal.

use super::{LANES, Lanes, lanes};
use crate::fold::shape;

/// No letter is this byte.
const NO_LETTER: u8 = 0;

/// Letters to align with others, with their shapes; before and behind them are some that are none,
/// to be read in vain.
#[derive(Clone, Debug)]
pub(crate) struct Letters {
    letters: Vec<u8>,
    shapes: Vec<u8>,
}

impl Letters {
    pub(crate) fn new(letters: &[u8]) -> Self {
        let mut padded = Vec::with_capacity(letters.len() + LANES + 2);
        padded.push(NO_LETTER);
        padded.extend(letters);
        padded.extend([NO_LETTER; LANES + 1]);
        let shapes = padded.iter().map(|&letter| shape(letter)).collect();
        Letters { letters: padded, shapes }
    }

    pub(crate) fn turned(&self) -> Self {
        let turned = |of: &[u8]| {
            let mut turned = of.to_vec();
            turned[1..=self.len()].reverse();
            turned
        };
        Letters { letters: turned(&self.letters), shapes: turned(&self.shapes) }
    }

    /// The shapes of all letters.
    pub(crate) fn shapes(&self) -> &[u8] {
        &self.shapes[1..=self.len()]
    }

    /// How many letters there are.
    pub(crate) fn len(&self) -> usize {
        self.letters.len() - LANES - 2
    }
}

/// What is aligned with what: a query from a letter on, and as many letters of a target, which is
/// turned round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'p> {
    pub(super) query: &'p Letters,
    pub(super) from: usize,
    pub(super) turned: &'p Letters,
    pub(super) columns: usize,
}

impl Pair<'_> {
    /// The letters before some cells in a row, and their shapes.
    pub(super) fn facing(&self, cell: usize, sum: usize) -> [[&Lanes; 2]; 2] {
        let (query, turned) = (self.from + cell, 1 + cell + self.columns - sum);
        [
            [lanes(&self.query.letters, query), lanes(&self.query.shapes, query)],
            [lanes(&self.turned.letters, turned), lanes(&self.turned.shapes, turned)],
        ]
    }

    /// Whether the letters before a cell are equal.
    pub(super) fn is_equal(&self, row: usize, column: usize) -> bool {
        let query = self.query.letters[self.from + row];
        query == self.turned.letters[1 + self.columns - column]
    }
}
