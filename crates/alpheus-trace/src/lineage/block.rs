//! Words aligned to columns of a frame, where no anchor helps (Needleman and Wunsch 1970, with
//! the gaps of Gotoh 1982).

use super::{frame::Column, vocabulary::Vocabulary};

const SAME: i32 = 4;
const KIN: i32 = 3;
const DIFFER: i32 = -2;
const OPEN: i32 = 4;
const EXTEND: i32 = 1;
const NONE: i32 = i32::MIN / 2;
/// Blocks of more cells are not aligned: texts that share no run of three words over
/// thousands are not the same there.
const MOST_CELLS: usize = 1 << 24;

/// A step of an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A word in a column.
    Both,
    /// A word that has no column yet.
    Word,
    /// A column without a word.
    Column,
}

/// A stretch of the frame and the words that belong there.
#[derive(Debug)]
pub(crate) struct Block<'a> {
    pub(crate) columns: &'a [Column],
    pub(crate) text: &'a [u32],
    /// Whether the text begins here: it may do so in the middle of the frame.
    pub(crate) first: bool,
    /// Whether it ends here.
    pub(crate) last: bool,
}

/// The best scores of a cell that end with each step.
type Cell = [i32; 3];
const BOTH: usize = 0;
const WORD: usize = 1;
const COLUMN: usize = 2;
const STEPS: [Step; 3] = [Step::Both, Step::Word, Step::Column];

impl Block<'_> {
    /// Adds the steps through the block.
    pub(crate) fn align(&self, vocabulary: &mut Vocabulary, steps: &mut Vec<Step>) {
        let (columns, words) = (self.columns.len(), self.text.len());
        let cells = columns.saturating_mul(words);
        if cells == 0 || cells > MOST_CELLS {
            // At the end of a text what it has more comes first, so that it stays with its own.
            steps.extend(std::iter::repeat_n(Step::Word, words));
            steps.extend(std::iter::repeat_n(Step::Column, columns));
            return;
        }
        let mut back = Vec::with_capacity((words + 1) * (columns + 1));
        let mut row = self.first_row(&mut back);
        for (at, &word) in self.text.iter().enumerate() {
            let last = self.last && at + 1 == words;
            row = self.next_row(&row, word, last, vocabulary, &mut back);
        }
        let from = best(row[columns]);
        self.trace(&back, from, steps);
    }

    #[expect(clippy::cast_possible_wrap, reason = "a block has fewer cells than 2^24")]
    fn first_row(&self, back: &mut Vec<[u8; 3]>) -> Vec<Cell> {
        let skip = |column: i32| match column {
            0 => [0, NONE, NONE],
            _ if self.first => [NONE, NONE, 0],
            _ => [NONE, NONE, -OPEN - column * EXTEND],
        };
        back.extend((0..=self.columns.len()).map(|at| {
            let before = if at == 1 { BOTH } else { COLUMN };
            [BOTH as u8, WORD as u8, before as u8]
        }));
        (0..=self.columns.len() as i32).map(skip).collect()
    }

    fn next_row(
        &self,
        above: &[Cell],
        word: u32,
        last: bool,
        vocabulary: &mut Vocabulary,
        back: &mut Vec<[u8; 3]>,
    ) -> Vec<Cell> {
        let mut row: Vec<Cell> = Vec::with_capacity(above.len());
        for (at, &up) in above.iter().enumerate() {
            let (down, from_up) = gap(up, WORD, false);
            let (mut both, mut from_diagonal) = (NONE, BOTH);
            let (mut across, mut from_left) = (NONE, COLUMN);
            if let Some(column) = at.checked_sub(1) {
                from_diagonal = best(above[column]);
                let fit = fit(word, &self.columns[column], vocabulary);
                both = above[column][from_diagonal] + fit;
                (across, from_left) = gap(row[column], COLUMN, last);
            }
            row.push([both, down, across]);
            back.push([from_diagonal as u8, from_up as u8, from_left as u8]);
        }
        row
    }

    fn trace(&self, back: &[[u8; 3]], from: usize, steps: &mut Vec<Step>) {
        let width = self.columns.len() + 1;
        let (mut word, mut column, mut step) = (self.text.len(), width - 1, from);
        let start = steps.len();
        while word > 0 || column > 0 {
            let before = back[word * width + column][step] as usize;
            steps.push(STEPS[step]);
            word -= usize::from(step != COLUMN);
            column -= usize::from(step != WORD);
            step = before;
        }
        steps[start..].reverse();
    }
}

/// The step that a cell is best left from; of equal ones the first.
fn best(cell: Cell) -> usize {
    let mut best = BOTH;
    for step in [WORD, COLUMN] {
        if cell[step] > cell[best] {
            best = step;
        }
    }
    best
}

/// A gap of one kind, begun or gone on with; it may be free.
fn gap(cell: Cell, kind: usize, free: bool) -> (i32, usize) {
    let mut out = (NONE, kind);
    for (step, &score) in cell.iter().enumerate() {
        let cost = match (free, step == kind) {
            (true, _) => 0,
            (false, true) => EXTEND,
            (false, false) => OPEN + EXTEND,
        };
        if score - cost > out.0 {
            out = (score - cost, step);
        }
    }
    out
}

/// How well a word fits a column.
fn fit(word: u32, column: &Column, vocabulary: &mut Vocabulary) -> i32 {
    if column.cells.iter().any(|cell| cell.1 == word) {
        return SAME;
    }
    let mut last = None;
    for &(_, other) in &column.cells {
        if last != Some(other) && vocabulary.are_kin(word, other) {
            return KIN;
        }
        last = Some(other);
    }
    DIFFER
}
