//! A column: the figures that no total has summed up yet, and what a total may be the sum of.

use super::{Entry, TableSum, slack};

/// How many figures a sum is sought among.
const REACH: usize = 512;

/// A figure in a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) entry: Entry,
    /// What it ought to be, where it is a total that is not the sum of its parts.
    pub(super) ought: f64,
    /// The row it stands in.
    pub(super) row: u32,
    /// It is a total.
    pub(super) total: bool,
    pub(super) odd: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    /// Where its last figure begins and ends.
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) items: Vec<Item>,
    /// The first item of the group: behind the last total, or a rule between groups.
    pub(super) start: usize,
}

/// What a total is the sum of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Match {
    /// The items from this one on.
    From(usize),
    /// The items from this one on, one total among them put right.
    Ought(usize),
}

impl Match {
    /// The first item of the sum.
    pub(super) fn from(self) -> usize {
        match self {
            Match::From(from) | Match::Ought(from) => from,
        }
    }
}

impl Column {
    /// The sum that a total is; none where it takes another figure than one that is given.
    pub(super) fn sum_of(&self, total: &Entry, found: Match) -> Option<TableSum> {
        let Match::From(from) = found else { return None };
        let parts = self.items[from..].iter().map(|item| item.entry);
        let sum = TableSum {
            total: *total,
            parts: parts.collect(),
            across: false,
            doubt: None,
        };
        (total.value != 0.0).then_some(sum)
    }

    /// The items of the group.
    pub(super) fn group(&self) -> &[Item] {
        &self.items[self.start.min(self.items.len())..]
    }

    pub(super) fn push(&mut self, item: Item) {
        if self.items.len() >= 4 * REACH {
            let drop = self.items.len() - REACH;
            self.items.drain(..drop);
            self.start = self.start.saturating_sub(drop);
        }
        self.items.push(item);
    }

    /// What a total is the sum of, the group before all.
    pub(super) fn find(&self, total: &Entry) -> Option<Match> {
        let sums = |value: fn(&Item) -> f64| {
            let mut sum = 0.0;
            let mut places = total.places;
            let items = self.items.iter().enumerate().rev().take(REACH);
            items.enumerate().find_map(move |(count, (at, item))| {
                sum += value(item);
                places = places.max(item.entry.places);
                let off: f64 = sum - total.value;
                (count > 0 && off.abs() <= slack(places, count + 2)).then_some(at)
            })
        };
        sums(|item| item.entry.value)
            .map(Match::From)
            .or_else(|| sums(|item| item.ought).map(Match::Ought))
    }

    /// Has a total stand for the items from `from` on.
    pub(super) fn reduce(&mut self, from: usize, total: Item) {
        let total = Item { total: true, ..total };
        self.items.truncate(from);
        self.push(total);
        self.start = self.items.len();
    }
}
