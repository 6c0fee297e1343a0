//! Tables: their totals, with the figures that each is the sum of.
//!
//! A document's lines are read once, in order. What looks like a row is cut into cells
//! ([`cell`], [`line`]); the rows of Markdown and HTML come from the document's blocks
//! ([`marked`]). A [`ledger`] keeps the figures of each column that no total has summed up
//! yet, as an accountant would: a total takes the place of what it is the sum of, and may be
//! an item of the next one. Nothing is kept of a table once it ends. Lists under a line that
//! gives their total are read from the blocks ([`headed`]).

mod across;
mod cell;
mod column;
mod headed;
mod judge;
mod ledger;
mod line;
mod marked;
mod row;
mod slip;

use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_text::{Document, Format, Span};
use ledger::Ledger;

/// A figure in a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Its value; negative where it is taken off.
    pub value: f64,
    /// How many decimals it has.
    pub places: u8,
    /// Where it stands.
    pub span: Span,
}

/// A total, with the figures that it should be the sum of.
#[derive(Clone, Debug, PartialEq)]
pub struct TableSum {
    /// The total.
    pub total: Entry,
    /// What is added, in the order of the text; never empty.
    pub parts: Vec<Entry>,
    /// Whether the parts stand to the left of the total, not above it.
    pub across: bool,
    /// Why the parts may not be all, or more than, what is meant; `None` where the layout
    /// is plain.
    pub doubt: Option<&'static str>,
}

impl TableSum {
    /// The sum of the parts.
    pub fn sum(&self) -> f64 {
        self.parts.iter().map(|part| part.value).sum()
    }

    /// How far the total may be off by rounding: nothing among whole numbers, half a unit of
    /// the last decimal for each figure among decimals.
    pub fn slack(&self) -> f64 {
        let all = self.parts.iter().chain([&self.total]);
        slack(all.map(|entry| entry.places).max().unwrap_or(0), self.parts.len() + 1)
    }

    /// Whether the total is the sum with two neighbouring digits swapped.
    pub fn is_swapped(&self) -> bool {
        slip::is_swapped(self.total.value, self.sum())
    }

    /// Whether the sum comes out.
    pub fn holds(&self) -> bool {
        (self.sum() - self.total.value).abs() <= self.slack()
    }
}

/// How far a sum may be off by the rounding of `count` figures, the total among them.
fn slack(places: u8, count: usize) -> f64 {
    match places {
        0 => 1e-6,
        _ => 0.1_f64.powi(i32::from(places)) * 0.5 * f64::from(count as u32) + 1e-6,
    }
}

/// Reads the tables of a document.
pub(crate) fn read(doc: &Document, out: &mut Vec<Statement>) {
    let mut ledger = Ledger::default();
    match doc.format() {
        Format::Plain | Format::JsonLines => line::read(doc.text(), &mut ledger),
        Format::Markdown | Format::Html => marked::read(doc, &mut ledger),
    }
    let mut found = ledger.finish();
    headed::read(doc, &mut found);
    for sum in found {
        let span =
            sum.parts.iter().fold(sum.total.span, |span, part| span.cover(part.span));
        out.push(Statement {
            assertion: Assertion::TableSum(sum),
            span,
            modality: Modality::Asserted,
            speaker: Speaker::Author,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECES: [&str; 40] = [
        "12",
        "1,345",
        "0.5",
        "½",
        "£",
        "$",
        "[3]",
        "(",
        ")",
        "{",
        "}",
        "|",
        "||",
        "+",
        "--",
        "------",
        "=====",
        "—",
        "…",
        "....",
        " . .",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\n  ",
        "Total",
        "Grand total ",
        "less",
        "about 7",
        "é",
        "„",
        "│",
        "\0",
        "\r\n",
        "1862",
        "<tr><td>",
        "</table>",
        "9999999999999999",
    ];

    #[test]
    fn any_text_is_read() {
        let mut state = 7_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            for _ in 0..2000 {
                let text: String = (0..60).map(|_| PIECES[next(PIECES.len())]).collect();
                let doc = Document::parse("", text, format);
                let mut found = Vec::new();
                read(&doc, &mut found);
                for statement in &found {
                    let Assertion::TableSum(sum) = &statement.assertion else { continue };
                    assert!(!sum.parts.is_empty());
                    for entry in sum.parts.iter().chain([&sum.total]) {
                        let words = doc.slice(entry.span);
                        assert!(words.contains(|c: char| c.is_numeric()), "{words:?}");
                    }
                }
            }
        }
    }
}
