//! Totals across: rows in which a figure is the sum of those to its left.
//!
//! No word tells that a column holds the totals of its rows, or none that can be told to
//! stand over it. The rows tell it themselves: where nearly all of them come out, the others
//! are meant to.

use super::{Entry, TableSum, slip};

/// The most rows that are kept of a table.
const ROWS: usize = 1024;
/// So many rows must come out before one that does not is doubted, and so many for each
/// that does not.
const LEAST: usize = 4;

/// The rows of a table that have three figures or more.
#[derive(Default)]
pub(super) struct Across {
    entries: Vec<Entry>,
    /// Where each row ends among the entries.
    ends: Vec<u32>,
}

/// Which figures of a row make which.
#[derive(Clone, Copy)]
enum Pattern {
    /// All but the last make the last.
    Last,
    /// The figure at this place and the next make the third, in rows of so many figures.
    Pair(usize, usize),
}

impl Across {
    pub(super) fn push(&mut self, row: impl Iterator<Item = Entry>) {
        if self.ends.len() == ROWS {
            return;
        }
        let start = self.entries.len();
        self.entries.extend(row);
        if self.entries.len() < start + 3 {
            self.entries.truncate(start);
        } else {
            self.ends.push(self.entries.len() as u32);
        }
    }

    /// The totals across, where the rows show that there are any.
    pub(super) fn sums(&self) -> Vec<TableSum> {
        let width = self.rows().map(<[Entry]>::len).max().unwrap_or_default();
        let pairs = (0..width.saturating_sub(3)).map(|at| Pattern::Pair(at, width));
        let last = self.read(Pattern::Last);
        if last.is_empty() {
            pairs.flat_map(|pair| self.read(pair)).collect()
        } else {
            last
        }
    }

    fn rows(&self) -> impl Iterator<Item = &[Entry]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(from, &to)| &self.entries[from as usize..to as usize])
    }

    /// The totals of one pattern, if the rows follow it.
    fn read(&self, pattern: Pattern) -> Vec<TableSum> {
        let mut sums: Vec<_> = self.rows().filter_map(|row| pattern.sum(row)).collect();
        let hold = sums.iter().filter(|sum| sum.holds()).count();
        if hold < LEAST || hold < LEAST * (sums.len() - hold) {
            return Vec::new();
        }
        for sum in sums.iter_mut().filter(|sum| !sum.holds()) {
            sum.doubt = match slip::slip(sum.total.value, sum.sum()) {
                Some(_) => None,
                None => {
                    Some("the sum is far from the total, which may be meant otherwise")
                }
            };
        }
        sums
    }
}

impl Pattern {
    /// What the pattern says of a row; nothing of one with a single figure beside noughts.
    fn sum(self, row: &[Entry]) -> Option<TableSum> {
        let (parts, total) = match self {
            Pattern::Last => row.split_last().map(|(total, parts)| (parts, total))?,
            Pattern::Pair(at, width) if row.len() == width => {
                (row.get(at..at + 2)?, row.get(at + 2)?)
            }
            Pattern::Pair(..) => return None,
        };
        let some = parts.iter().filter(|part| part.value != 0.0).count() > 1;
        some.then(|| TableSum {
            total: *total,
            parts: parts.to_vec(),
            across: true,
            doubt: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_text::Span;

    fn sums(rows: &[&[f64]]) -> Vec<(f64, bool)> {
        let mut across = Across::default();
        for row in rows {
            let entry =
                |value: &f64| Entry { value: *value, places: 0, span: Span::new(0, 1) };
            across.push(row.iter().map(entry));
        }
        across.sums().iter().map(|sum| (sum.total.value, sum.holds())).collect()
    }

    #[test]
    fn rows_that_come_out_show_what_the_others_mean() {
        let rows: [&[f64]; 5] = [
            &[3.0, 40.0, 43.0],
            &[5.0, 61.0, 66.0],
            &[2.0, 37.0, 39.0],
            &[8.0, 90.0, 98.0],
            &[6.0, 74.0, 90.0],
        ];
        assert_eq!(sums(&rows).last(), Some(&(90.0, false)));
        assert_eq!(sums(&rows[..4]).len(), 4);
        assert_eq!(sums(&rows[1..]), []);
    }

    #[test]
    fn totals_amid_a_row() {
        let rows: [&[f64]; 5] = [
            &[3.0, 40.0, 43.0, 7.0],
            &[5.0, 61.0, 66.0, 9.0],
            &[2.0, 37.0, 39.0, 1.0],
            &[8.0, 90.0, 98.0, 4.0],
            &[6.0, 74.0, 80.0, 5.0],
        ];
        assert_eq!(sums(&rows).len(), 5);
    }
}
