//! Rows of Markdown and HTML, from the blocks of a document.

use super::{
    cell::{self, Field},
    ledger::{Ledger, Words},
    line::BAR,
    row::{Cell, Row},
};
use alpheus_text::{Block, BlockKind, Document};

/// Reads the rows of a document into a ledger.
pub(super) fn read(doc: &Document, ledger: &mut Ledger) {
    let mut reader = Reader { doc, row: Row::default(), end: 0 };
    for (at, block) in doc.blocks().iter().enumerate() {
        if block.kind == BlockKind::Row {
            let next = doc
                .blocks()
                .get(at + 1)
                .map_or(doc.text().len(), |b| b.span.start as usize);
            reader.row(block, next, ledger);
        } else {
            ledger.end();
        }
    }
    ledger.end();
}

struct Reader<'d> {
    doc: &'d Document,
    row: Row,
    /// Where the row before ended.
    end: usize,
}

impl Reader<'_> {
    fn row(&mut self, block: &Block, next: usize, ledger: &mut Ledger) {
        let range = block.span.range();
        if self.parts_tables(self.end.min(range.start)..range.start) {
            ledger.end();
        }
        self.end = range.end;
        let prose = &self.doc.prose()[range.clone()];
        let trailing = self.trailing(range.end..next);
        let count = memchr::memchr_iter(b'|', prose.as_bytes()).count() + trailing;
        self.row.clear();
        let mut at = range.start;
        for (index, words) in prose.split('|').enumerate() {
            self.field(words, at as u32, index, count);
            at += words.len() + 1;
        }
        self.row.close();
        if !self.row.cells.is_empty() {
            ledger.row(&self.row);
        } else if ledger.is_open() {
            ledger.blank();
            ledger.words(Words::default());
        }
    }

    fn field(&mut self, words: &str, at: u32, index: usize, count: usize) {
        // Counted from the right: what is left out or drawn together stands on the left.
        let left = (BAR * 2).saturating_sub((count - index) as u32 * 100);
        match cell::field(words, at) {
            Field::Number(number) if !(number.tailed && index == 0 && count > 0) => {
                let (entry, odd) = (number.entry, number.odd);
                let (total, ruled) = (self.row.is_total(), false);
                self.row.cells.push(Cell {
                    entry,
                    left,
                    right: left + 1,
                    total,
                    ruled,
                    odd,
                });
            }
            Field::Words => self.row.words(words),
            Field::Number(_) | Field::Dashes(_) | Field::Mark => {}
        }
    }

    /// Whether one table ends and another begins between two rows.
    fn parts_tables(&self, gap: std::ops::Range<usize>) -> bool {
        let gap = self.doc.text().as_bytes().get(gap).unwrap_or_default();
        gap.windows(2).any(|pair| pair == b"\n\n") && !gap.contains(&b'<')
            || gap.windows(6).any(|tag| tag.eq_ignore_ascii_case(b"<table"))
    }

    /// How many empty cells end a row: bars behind it, up to the line's or the row's end.
    fn trailing(&self, gap: std::ops::Range<usize>) -> usize {
        let (text, prose) = (self.doc.text().as_bytes(), self.doc.prose().as_bytes());
        let (text, prose) = (&text[gap.clone()], &prose[gap]);
        let row = |tag: &[u8]| {
            tag.eq_ignore_ascii_case(b"<tr") || tag.eq_ignore_ascii_case(b"/tr")
        };
        let tag = text.windows(3).position(row);
        let end = tag.or_else(|| memchr::memchr(b'\n', text)).unwrap_or(text.len());
        memchr::memchr_iter(b'|', &prose[..end]).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{TableSum, read};
    use crate::statement::Assertion;
    use alpheus_text::{Document, Format};

    fn sums(text: &str, format: Format) -> Vec<(f64, f64, bool)> {
        let mut found = Vec::new();
        read(&Document::parse("", text, format), &mut found);
        let sum = |sum: &TableSum| (sum.total.value, sum.sum(), sum.doubt.is_none());
        let of = |assertion: &Assertion| match assertion {
            Assertion::TableSum(table) => Some(sum(table)),
            _ => None,
        };
        found.iter().filter_map(|statement| of(&statement.assertion)).collect()
    }

    #[test]
    fn markdown() {
        let text = "| Ship | Guns | Crew |\n|---|---:|---:|\n| Argo | 20 | |\n\
                    | Hero | 30 | 210 |\n| Lion | 44 | 300 |\n| **Total** | 94 | 510 |\n";
        assert_eq!(
            sums(text, Format::Markdown),
            [(94.0, 94.0, true), (510.0, 510.0, true)]
        );
        let text = text.replace("| 94 |", "| 49 |");
        assert_eq!(sums(&text, Format::Markdown)[0], (49.0, 94.0, true));
    }

    #[test]
    fn tables_that_follow_each_other_stay_apart() {
        let one = "| A | 1,200 |\n|---|---|\n| B | 1,300 |\n| C | 1,400 |\n";
        let text = format!(
            "{one}\n| D | 2,000 |\n|---|---|\n| E | 2,100 |\n| Total | 4,100 |\n"
        );
        assert_eq!(sums(&text, Format::Markdown), [(4100.0, 4100.0, true)]);
    }

    #[test]
    fn html() {
        let text = "<table><tr><th>Ship<th>Guns<th>Crew</tr>\
                    <tr><td>Argo</td>\n<td>20<sup>[1]</sup></td>\n<td></td></tr>\
                    <tr><td>Hero</td><td>30</td><td>210</td></tr>\
                    <tr><td colspan=1>Lion</td><td>&#163;44</td><td>300</td></tr>\
                    <tr><th>Total</th><td>94</td><td>501</td></tr></table>";
        assert_eq!(sums(text, Format::Html), [(94.0, 94.0, true), (501.0, 510.0, true)]);
    }
}
