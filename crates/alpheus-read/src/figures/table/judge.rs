//! What is said of a total that does not come out: which figures are meant, and how surely.
//!
//! A sum that misses its total is no slip of the book by itself: the reader of the table may
//! have missed a figure, or taken one too many. So the layout must say where the figures of
//! the total begin, or another column of the same row must come out over the same rows; and
//! the total must be what a slip makes of the sum. A misread sum hardly ever is, least of
//! all among large figures.

use super::{
    Entry, TableSum,
    column::{Column, Item},
    slip::{self, Slip},
};

/// From here on a figure has so many digits that a slip is hardly met by chance.
const LARGE: f64 = 1000.0;

/// From here on a total with nothing but its figures right above it needs no rule.
const CLOSE: f64 = 100.0;

/// A total that is not the sum of what is above it.
pub(super) struct Case<'a> {
    pub(super) column: &'a Column,
    pub(super) total: &'a Item,
    /// Its label says that it is a total.
    pub(super) named: bool,
    /// A rule is drawn above it.
    pub(super) ruled: bool,
    /// The rows above which a heading stands, since the last total.
    pub(super) soft: &'a [u32],
    /// The first row of the lines above that no blank line parts.
    pub(super) fresh: u32,
    /// The rows of what another column of the row is the sum of; empty where none comes out.
    pub(super) rows: &'a [u32],
    /// A figure of the group may belong to no column.
    pub(super) astray: bool,
}

impl Case<'_> {
    /// The sum that is meant, and its first item; none where too little is above the total.
    pub(super) fn judge(&self) -> Option<(TableSum, usize)> {
        if let Some(found) = self.where_others_are() {
            return Some(found);
        }
        let near = self.near();
        let slip = near.iter().find_map(|&start| Some((start, self.slip(start)?)));
        let far = || self.far()?.find(|&start| self.slip(start) == Some(Slip::Digits));
        let (start, slip) = match slip {
            Some((start, slip)) => (start, Some(slip)),
            None => match far() {
                Some(start) => (start, Some(Slip::Digits)),
                None => (*near.first()?, None),
            },
        };
        let mut sum = self.sum(start);
        sum.doubt = self.doubt(start, slip, &sum);
        Some((sum, start))
    }

    /// What comes out of the rows that the other column has figures in: the rest are parts
    /// of another figure, or are told twice.
    fn where_others_are(&self) -> Option<(TableSum, usize)> {
        let items = self.column.items.iter().enumerate();
        let shared = items.filter(|(_, item)| self.rows.contains(&item.row));
        let start = shared.clone().next()?.0;
        let parts = shared.map(|(_, item)| item.entry).collect();
        let sum = TableSum { total: self.total.entry, parts, across: false, doubt: None };
        (sum.parts.len() > 1 && sum.holds()).then_some((sum, start))
    }

    /// Where the figures of the total may begin: with those of the column that comes out, or
    /// with the group, or under a heading in it.
    fn near(&self) -> Vec<usize> {
        let items = &self.column.items;
        let at_row = |row: u32| items.iter().position(|item| item.row >= row);
        let others = self.rows.first().and_then(|&row| at_row(row));
        let soft = self.soft.iter().filter(|_| others.is_none());
        let soft = soft.filter_map(|&row| at_row(row));
        let soft = soft.filter(|&start| start > self.column.start);
        let mut starts: Vec<usize> =
            others.into_iter().chain([self.column.start]).chain(soft).collect();
        starts.retain(|start| start + 2 <= items.len());
        starts
    }

    /// Where a grand total may begin: with the table, or with an earlier total.
    fn far(&self) -> Option<impl Iterator<Item = usize>> {
        let items = &self.column.items;
        let last = self.column.start.min(items.len().saturating_sub(2) + 1);
        (self.named && self.rows.is_empty() && items.len() >= 2).then(|| {
            let begins =
                |&at: &usize| at + 2 <= items.len() && (at == 0 || items[at].total);
            (0..last).rev().filter(begins).filter(|&at| {
                let totals = items[at..].iter().all(|item| item.total);
                let least = match (self.ruled, totals) {
                    (true, true) => CLOSE,
                    (true, false) => LARGE,
                    (false, _) => 10.0 * LARGE,
                };
                self.total.entry.value >= least
            })
        })
    }

    fn slip(&self, start: usize) -> Option<Slip> {
        let parts = self.column.items[start..].iter();
        slip::slip(self.total.entry.value, parts.map(|item| item.entry.value).sum())
    }

    fn sum(&self, start: usize) -> TableSum {
        let parts = self.column.items[start..].iter().map(|item| item.entry);
        TableSum {
            total: self.total.entry,
            parts: parts.collect(),
            across: false,
            doubt: None,
        }
    }

    fn doubt(
        &self,
        start: usize,
        slip: Option<Slip>,
        sum: &TableSum,
    ) -> Option<&'static str> {
        let items = &self.column.items[start..];
        let first = items.first().map_or(0, |item| item.row);
        let close = self.named
            && self.total.row > self.fresh
            && first >= self.fresh
            && self.total.entry.value >= CLOSE
            && slip == Some(Slip::Digits);
        let clear = !self.rows.is_empty()
            || ((self.ruled || close) && self.soft.iter().all(|&row| row <= first));
        // Subtotals under a rule that come to a slip of the total are what it is the sum of.
        let grand = self.ruled && items.iter().all(|item| item.total);
        let large = self.total.entry.value >= LARGE;
        if self.total.odd || items.iter().any(|item| item.odd) {
            Some("a figure in the column is not given plainly")
        } else if self.astray && !(large && slip == Some(Slip::Digits)) {
            Some("a figure may belong to the column or not")
        } else if is_rounded(sum) {
            Some("the total may be rounded")
        } else if !clear && comes_out_without_one(&sum.total, items) {
            Some("the sum comes out without one of the figures")
        } else if slip.is_some() && (clear || large || grand) {
            None
        } else if clear {
            Some("the sum is far from the total, which may be meant otherwise")
        } else {
            Some("it can't be told where the figures of the total begin")
        }
    }
}

/// Whether the items come to a total but for one, which may be a part of another.
fn comes_out_without_one(total: &Entry, items: &[Item]) -> bool {
    let sum: f64 = items.iter().map(|item| item.entry.value).sum();
    let over = sum - total.value;
    items.iter().any(|item| (item.entry.value - over).abs() < 1e-6)
}

/// Whether a round total may stand for a sum that is not.
fn is_rounded(sum: &TableSum) -> bool {
    let exact = sum.parts.iter().any(|part| part.value % 100.0 != 0.0);
    let near = (sum.sum() - sum.total.value).abs() < 50.0;
    exact && near && sum.total.value % 100.0 == 0.0
}
