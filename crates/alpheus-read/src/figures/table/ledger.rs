//! The ledger of a table: its columns, and its totals as they come.

use super::{
    TableSum,
    across::Across,
    column::{Column, Item, Match},
    judge::Case,
    line::BAR,
    row::{Cell, Label, Row},
};

/// How a line of words lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    Short,
    /// It is as long as a line of prose.
    Wide,
    /// It is too long to be in a table.
    Prose,
    /// It is cut by bars.
    Barred,
}

/// A line of words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words {
    pub(super) shape: Shape,
    /// It names a total.
    pub(super) total: bool,
    /// It ends with a number.
    pub(super) digits: bool,
    pub(super) indent: u32,
}

/// The ledger.
#[derive(Default)]
pub(super) struct Ledger {
    columns: Vec<Column>,
    /// The last figure of every row, whatever its column.
    ragged: Column,
    /// Rows that have more than one figure, since the last total.
    many: u32,
    row: u32,
    /// Rows above which a heading stands, since the last total.
    soft: Vec<u32>,
    /// The row that the lines began with that no blank line parts.
    fresh: u32,
    rules: Vec<(u32, u32)>,
    /// A rule was drawn right above.
    ruled: bool,
    /// A rule that is no part of a grid was drawn since the last row.
    parted: bool,
    blanks: u32,
    lines: u32,
    wide: u32,
    /// The line of words right above, if there is one.
    above: Option<Words>,
    /// A figure since the last total may belong to no column.
    astray: bool,
    across: Across,
    found: Vec<TableSum>,
    /// The first total of the table among those found.
    first: usize,
}

impl Ledger {
    /// Whether a table has begun.
    pub(super) fn is_open(&self) -> bool {
        self.row > 0
    }

    /// Ends the table.
    pub(super) fn end(&mut self) {
        if self.is_open() {
            let mut found = std::mem::take(&mut self.found);
            // A total that its column shows to be wrong needs no second word.
            let told = |sum: &TableSum| {
                let wrong = |other: &&TableSum| other.doubt.is_none() && !other.holds();
                let mut wrong = found[self.first..].iter().filter(wrong);
                let has = |other: &TableSum| {
                    [&sum.total]
                        .into_iter()
                        .chain(&sum.parts)
                        .any(|e| e.span == other.total.span)
                };
                !sum.holds() && wrong.any(has)
            };
            let mut across = self.across.sums();
            across.retain(|sum| !told(sum));
            found.extend(across);
            let first = found.len();
            *self = Ledger { found, first, ..Ledger::default() };
        }
    }

    pub(super) fn finish(self) -> Vec<TableSum> {
        self.found
    }

    pub(super) fn blank(&mut self) {
        if self.is_open() {
            self.blanks += 1;
            self.above = None;
            if self.blanks >= 4 {
                self.end();
            }
        }
    }

    pub(super) fn words(&mut self, words: Words) {
        self.lines += u32::from(words.shape != Shape::Barred);
        self.wide = if words.shape == Shape::Wide { self.wide + 1 } else { 0 };
        if words.shape == Shape::Prose || self.wide >= 3 || self.lines > 12 {
            return self.end();
        }
        if self.blanks > 0 {
            self.soft.push(self.row);
            self.fresh = self.row;
        }
        self.astray |= words.digits;
        (self.ruled, self.blanks) = (false, 0);
        self.above = Some(words);
    }

    pub(super) fn rule(&mut self, rules: &[(u32, u32)], grid: bool) {
        self.rules.clear();
        self.rules.extend_from_slice(rules);
        (self.ruled, self.above) = (true, None);
        self.parted |= !grid;
    }

    /// The rule right above was drawn behind these words.
    pub(super) fn beside_rule(&mut self, words: Words) {
        self.above = Some(words);
    }

    pub(super) fn row(&mut self, row: &Row) {
        if is_heading(row) {
            return self.words(Words::default());
        }
        if self.blanks > 0 {
            self.fresh = self.row;
        }
        let broken = self.above.is_some_and(|above| {
            above.total && (row.small || !row.is_named() || row.indent > above.indent)
        });
        self.across
            .push(row.cells.iter().filter(|cell| !cell.odd).map(|cell| cell.entry));
        let below = self.ruled && !row.is_named();
        if row.is_total() || broken || below || row.cells.iter().any(|cell| cell.ruled) {
            self.totals(row, row.is_total() || broken);
        } else {
            if self.parted {
                self.part();
            }
            self.items(row);
        }
        (self.ruled, self.parted, self.above) = (false, false, None);
        (self.blanks, self.lines, self.wide) = (0, 0, 0);
        self.row += 1;
    }

    /// Begins a new group in every column.
    fn part(&mut self) {
        for column in self.columns.iter_mut().chain([&mut self.ragged]) {
            column.start = column.items.len();
        }
        self.soft.retain(|&row| row == self.row);
        (self.many, self.astray) = (0, false);
    }

    fn items(&mut self, row: &Row) {
        let less = row.label == Label::Less;
        for cell in &row.cells {
            let item = self.item(cell, less);
            let at = self.column(cell);
            self.columns[at].push(item);
        }
        if let Some(last) = row.cells.last() {
            let item = self.item(last, less);
            self.ragged.push(item);
        }
        self.many += u32::from(row.cells.len() > 1);
    }

    fn item(&self, cell: &Cell, less: bool) -> Item {
        let mut entry = cell.entry;
        if less {
            entry.value = -entry.value;
        }
        Item { entry, ought: entry.value, row: self.row, total: false, odd: cell.odd }
    }

    /// The column that a cell stands in.
    fn column(&mut self, cell: &Cell) -> usize {
        let by = |near: &dyn Fn(&Column) -> bool| self.columns.iter().position(near);
        let found = by(&|column| column.right == cell.right)
            .or_else(|| by(&|column| column.right.abs_diff(cell.right) <= 1))
            .or_else(|| {
                by(&|column| column.left < cell.right && cell.left < column.right)
            });
        let at = found.unwrap_or_else(|| {
            self.columns.push(Column::default());
            self.columns.len() - 1
        });
        (self.columns[at].left, self.columns[at].right) = (cell.left, cell.right);
        at
    }

    /// A row of totals, or of figures under a rule.
    fn totals(&mut self, row: &Row, named: bool) {
        let found = self.found.len();
        let alone = row.cells.len() == 1;
        let beside = row.cells.iter().any(|cell| cell.total);
        let rows = if alone { Vec::new() } else { self.since(&row.cells) };
        for cell in &row.cells {
            let named = named && (cell.total || !beside);
            if named || alone || cell.ruled || self.is_ruled(cell) {
                self.total(cell, alone, named, &rows);
            } else {
                let item = self.item(cell, false);
                let at = self.column(cell);
                self.columns[at].push(item);
            }
        }
        if let [.., last] = row.cells.as_slice() {
            // What the rows end with is summed up too, whether or not it was meant.
            let total = self.item(last, false);
            let from = match self.ragged.find(&last.entry) {
                Some(found) => found.from(),
                None => self.ragged.start.min(self.ragged.items.len()),
            };
            self.ragged.reduce(from, total);
        }
        doubt_units(&mut self.found[found..]);
        self.part();
    }

    fn is_ruled(&self, cell: &Cell) -> bool {
        let over = |&(from, to): &(u32, u32)| from < cell.right + 2 && cell.left < to + 2;
        self.ruled && (cell.left >= BAR || self.rules.iter().any(over))
    }

    /// The rows of what the largest figure of a row that comes out is the sum of.
    fn since(&mut self, cells: &[Cell]) -> Vec<u32> {
        let mut most = (0.0, Vec::new());
        for cell in cells {
            let at = self.column(cell);
            let column = &self.columns[at];
            if let Some(Match::From(from)) = column.find(&cell.entry)
                && cell.entry.value > most.0
            {
                let rows = column.items[from..].iter().map(|item| item.row);
                most = (cell.entry.value, rows.collect());
            }
        }
        most.1
    }

    fn total(&mut self, cell: &Cell, alone: bool, named: bool, rows: &[u32]) {
        let at = self.column(cell);
        let mut total = self.item(cell, false);
        let own = &self.columns[at];
        let mut from = own.start.min(own.items.len());
        let ragged = (alone && self.many == 0).then_some(&self.ragged);
        let sum = if let Some(found) = own.find(&cell.entry) {
            from = found.from();
            own.sum_of(&cell.entry, found)
        } else if let Some((column, found)) =
            ragged.and_then(|column| Some((column, column.find(&cell.entry)?)))
        {
            column.sum_of(&cell.entry, found)
        } else {
            let fuller = |column: &&Column| column.group().len() > own.group().len();
            let column = ragged.filter(fuller).unwrap_or(own);
            let barred = named && cell.left >= BAR && cell.entry.value >= 100.0;
            let ruled = cell.ruled || self.is_ruled(cell) || barred;
            let (soft, fresh, astray) = (self.soft.as_slice(), self.fresh, self.astray);
            let total = &total;
            Case { column, total, named, ruled, soft, fresh, rows, astray }.judge().map(
                |(sum, start)| {
                    if std::ptr::eq(column, own) && sum.doubt.is_none() {
                        from = start;
                    }
                    sum
                },
            )
        };
        total.ought = sum.as_ref().map_or(total.ought, TableSum::sum);
        self.found.extend(sum);
        self.columns[at].reduce(from, total);
    }
}

/// How many of a unit make the next at most: pounds in a hundredweight.
const CARRY: f64 = 112.0;

/// Doubts the totals of a row in which one column carries into the next: pence into shillings.
fn doubt_units(totals: &mut [TableSum]) {
    let carries = totals.windows(2).any(|pair| {
        let [more, less] = pair else { return false };
        let off = |sum: &TableSum| sum.total.value - sum.sum();
        let small =
            less.total.value < CARRY && less.parts.iter().all(|part| part.value < CARRY);
        small && !more.holds() && !less.holds() && off(more) > 0.0 && off(less) < 0.0
    });
    if carries {
        for sum in totals {
            sum.doubt = sum.doubt.or(Some("one column may carry into the next"));
        }
    }
}

/// Whether the figures of a row are years at the heads of columns.
fn is_heading(row: &Row) -> bool {
    let plain = |cell: &Cell| cell.entry.span.len() == 4 && cell.entry.places == 0;
    let year = |cell: &Cell| plain(cell) && (1400.0..2100.0).contains(&cell.entry.value);
    let steps =
        row.cells.windows(2).map(|pair| pair[1].entry.value - pair[0].entry.value);
    let near = if row.is_named() { 1.0..=10.0 } else { 1.0..=100.0 };
    row.cells.len() > 1
        && !row.is_total()
        && row.cells.iter().all(year)
        && steps.into_iter().all(|step| near.contains(&step))
}
