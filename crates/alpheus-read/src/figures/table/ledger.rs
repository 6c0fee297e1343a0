//! The ledger of a table: its columns, and its totals as they come.

use super::{
    Entry, TableSum,
    column::{Column, Item, Match},
};

/// A figure in a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) entry: Entry,
    /// Where it begins and ends in the line, in characters.
    pub(super) left: u32,
    pub(super) right: u32,
    /// The label to its left says that it is a total.
    pub(super) total: bool,
    /// A rule is drawn before it in the cell.
    pub(super) ruled: bool,
    pub(super) odd: bool,
}

/// A row that has figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) cells: &'a [Cell],
    /// It has words.
    pub(super) named: bool,
    /// They say that it is a total.
    pub(super) total: bool,
    /// They say that its figures are taken off.
    pub(super) less: bool,
    pub(super) indent: u32,
    /// It begins with a small letter.
    pub(super) small: bool,
}

/// A line of words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words {
    /// It is cut by bars.
    pub(super) barred: bool,
    /// It names a total.
    pub(super) total: bool,
    /// It is too long to be in a table.
    pub(super) prose: bool,
    /// It is as long as a line of prose.
    pub(super) wide: bool,
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
    rules: Vec<(u32, u32)>,
    /// A rule was drawn right above.
    ruled: bool,
    grid: bool,
    blanks: u32,
    lines: u32,
    wide: u32,
    /// The line of words right above, if there is one.
    above: Option<Words>,
    /// A figure since the last total may belong to no column.
    astray: bool,
    found: Vec<TableSum>,
}

impl Ledger {
    /// Whether a table has begun.
    pub(super) fn is_open(&self) -> bool {
        self.row > 0
    }

    /// Ends the table.
    pub(super) fn end(&mut self) {
        if self.is_open() {
            let found = std::mem::take(&mut self.found);
            *self = Ledger { found, ..Ledger::default() };
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
        self.lines += u32::from(!words.barred);
        self.wide = if words.wide && !words.barred { self.wide + 1 } else { 0 };
        if (words.prose && !words.barred) || self.wide >= 3 || self.lines > 12 {
            return self.end();
        }
        if self.blanks > 0 {
            self.soft.push(self.row);
        }
        self.astray |= words.digits;
        (self.ruled, self.blanks) = (false, 0);
        self.above = Some(words);
    }

    pub(super) fn rule(&mut self, rules: &[(u32, u32)], grid: bool) {
        self.rules.clear();
        self.rules.extend_from_slice(rules);
        (self.ruled, self.grid, self.above) = (true, grid, None);
    }

    pub(super) fn row(&mut self, row: &Row<'_>) {
        if is_heading(row) {
            return self.words(Words::default());
        }
        let broken = self.above.is_some_and(|above| {
            above.total && (row.small || !row.named || row.indent > above.indent)
        });
        let below = self.ruled && !row.named;
        if row.total || broken || below {
            self.totals(row, row.total || broken);
        } else {
            if self.ruled && !self.grid {
                self.part();
            }
            self.items(row);
        }
        (self.ruled, self.blanks, self.lines, self.wide) = (false, 0, 0, 0);
        self.above = None;
        self.row += 1;
    }

    /// Begins a new group in every column.
    fn part(&mut self) {
        for column in self.columns.iter_mut().chain([&mut self.ragged]) {
            column.start = column.items.len();
        }
        self.soft.clear();
        (self.many, self.astray) = (0, false);
    }

    fn items(&mut self, row: &Row<'_>) {
        for cell in row.cells {
            let item = self.item(cell, row.less);
            let at = self.column(cell);
            self.columns[at].push(item);
        }
        if let Some(last) = row.cells.last() {
            let item = self.item(last, row.less);
            self.ragged.push(item);
        }
        self.many += u32::from(row.cells.len() > 1);
    }

    fn item(&self, cell: &Cell, less: bool) -> Item {
        let mut entry = cell.entry;
        if less {
            entry.value = -entry.value;
        }
        Item { entry, ought: entry.value, row: self.row, odd: cell.odd }
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
    fn totals(&mut self, row: &Row<'_>, named: bool) {
        let found = self.found.len();
        let beside = row.cells.iter().any(|cell| cell.total);
        for cell in row.cells {
            let named = named && (cell.total || !beside);
            if named || cell.ruled || self.is_ruled(cell) {
                self.total(cell, row.cells.len() == 1, named);
            } else {
                let item = self.item(cell, false);
                let at = self.column(cell);
                self.columns[at].push(item);
            }
        }
        if let [.., last] = row.cells {
            // What the rows end with is summed up too, whether or not it was meant.
            let total = self.item(last, false);
            let from = match self.ragged.find(&last.entry) {
                Some(
                    Match::From(from) | Match::Ought(from) | Match::But { from, .. },
                ) => from,
                None => self.ragged.start.min(self.ragged.items.len()),
            };
            self.ragged.reduce(from, total);
        }
        doubt_units(&mut self.found[found..]);
        self.part();
    }

    fn is_ruled(&self, cell: &Cell) -> bool {
        let over = |&(from, to): &(u32, u32)| from < cell.right + 2 && cell.left < to + 2;
        self.ruled && (cell.left >= super::line::BAR || self.rules.iter().any(over))
    }

    fn total(&mut self, cell: &Cell, alone: bool, named: bool) {
        let at = self.column(cell);
        let total = self.item(cell, false);
        let own = &self.columns[at];
        if let Some(found) = own.find(&cell.entry) {
            let (sum, from) = sum_of(own, &total, found);
            self.found.extend(sum);
            self.columns[at].reduce(from, total);
            return;
        }
        let ragged = alone && self.many == 0;
        if ragged && let Some(found) = self.ragged.find(&cell.entry) {
            self.found.extend(sum_of(&self.ragged, &total, found).0);
            let from = own.start.min(own.items.len());
            self.columns[at].reduce(from, total);
            return;
        }
        let own_items = own.group().len();
        let column = if ragged && own_items < self.ragged.group().len() {
            &self.ragged
        } else {
            own
        };
        let ruled = cell.ruled || self.is_ruled(cell);
        let mut total = total;
        if column.group().len() >= 2 {
            let start = column.slip(&cell.entry, &self.soft);
            let doubt = self.doubt(column, &total, start, named, ruled);
            let parts = &column.items[start.unwrap_or(column.start)..];
            let sum = TableSum {
                total: cell.entry,
                parts: parts.iter().map(|item| item.entry).collect(),
                across: false,
                doubt,
            };
            total.ought = sum.sum();
            self.found.push(sum);
        }
        let own = &mut self.columns[at];
        let from = own.start.min(own.items.len());
        own.reduce(from, total);
    }

    /// Why it can't be told what a total is the sum of.
    fn doubt(
        &self,
        column: &Column,
        total: &Item,
        slip: Option<usize>,
        named: bool,
        ruled: bool,
    ) -> Option<&'static str> {
        let group = column.group();
        if total.odd || group.iter().any(|item| item.odd) {
            return Some("a figure in the column is not given plainly");
        }
        if self.astray {
            return Some("a figure may belong to the column or not");
        }
        let clear = ruled
            && self
                .soft
                .iter()
                .all(|&row| group.first().is_some_and(|first| row <= first.row));
        if slip.is_some() && (clear || total.entry.value >= 1000.0) {
            return None;
        }
        if clear && named {
            Some("the sum is far from the total: it may be meant otherwise")
        } else {
            Some("it can't be told where the figures of the total begin")
        }
    }
}

fn sum_of(column: &Column, total: &Item, found: Match) -> (Option<TableSum>, usize) {
    let (from, but) = match found {
        Match::From(from) => (from, None),
        Match::But { from, but } => (from, Some(but)),
        Match::Ought(from) => return (None, from),
    };
    let items = column.items.iter().enumerate().skip(from);
    let parts = items.filter(|(at, _)| Some(*at) != but).map(|(_, item)| item.entry);
    let sum = TableSum {
        total: total.entry,
        parts: parts.collect(),
        across: false,
        doubt: None,
    };
    (Some(sum), from)
}

/// Doubts the totals of a row in which one column carries into the next: pence into shillings.
fn doubt_units(totals: &mut [TableSum]) {
    let carries = totals.windows(2).any(|pair| {
        let [more, less] = pair else { return false };
        let off = |sum: &TableSum| sum.total.value - sum.sum();
        !more.holds() && !less.holds() && off(more) > 0.0 && off(less) < 0.0
    });
    if carries {
        for sum in totals {
            sum.doubt = sum.doubt.or(Some("one column may carry into the next"));
        }
    }
}

/// Whether the figures of a row are years at the heads of columns.
fn is_heading(row: &Row<'_>) -> bool {
    let year = |cell: &Cell| {
        (1400.0..2100.0).contains(&cell.entry.value)
            && cell.entry.span.len() == 4
            && cell.entry.places == 0
    };
    row.cells.len() > 1
        && !row.total
        && row.cells.iter().all(year)
        && row.cells.windows(2).all(|pair| pair[0].entry.value < pair[1].entry.value)
}
