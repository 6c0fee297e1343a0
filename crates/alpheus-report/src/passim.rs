//! Passages as passim writes its pairwise alignments: a JSON object a line, offsets in code
//! points.

use crate::json::write;
use alpheus_text::Span;
use alpheus_trace::{Match, Record};
use serde::Serialize;

/// A pair of passages: `id` is the earlier by date, or else the earlier in the corpus.
#[derive(Serialize)]
struct Row<'r> {
    id: &'r str,
    series: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'r str>,
    begin: u32,
    end: u32,
    id2: &'r str,
    series2: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date2: Option<&'r str>,
    begin2: u32,
    end2: u32,
    /// Letters that are equal.
    matches: u32,
    #[serde(rename = "alignedLength")]
    length: u32,
    score: i32,
    bits: f64,
    s1: &'r str,
    s2: &'r str,
}

/// Writes the passages of a corpus.
pub struct Writer<'c> {
    corpus: &'c [Record],
    /// For each text, code points before every so many bytes, counted when first needed.
    marks: Vec<Option<Vec<u32>>>,
}

const STEP: usize = 1024;

impl<'c> Writer<'c> {
    /// A writer for a corpus.
    pub fn new(corpus: &'c [Record]) -> Self {
        Writer { corpus, marks: vec![None; corpus.len()] }
    }

    /// The line of a pair of passages.
    pub fn line(&mut self, one: &Match) -> String {
        let (begin, end) = self.chars(one.first, one.first_span);
        let (begin2, end2) = self.chars(one.second, one.second_span);
        let [first, second] = [one.first, one.second].map(|text| &self.corpus[text]);
        let series = |record: &'c Record| {
            record.source.series.as_deref().unwrap_or(record.source.id.as_str())
        };
        let mut row = Row {
            id: &first.source.id,
            series: series(first),
            date: first.source.date.as_deref(),
            begin,
            end,
            id2: &second.source.id,
            series2: series(second),
            date2: second.source.date.as_deref(),
            begin2,
            end2,
            matches: one.equal,
            length: one.length,
            score: one.score,
            bits: (one.bits * 10.0).round() / 10.0,
            s1: &first.text[one.first_span.range()],
            s2: &second.text[one.second_span.range()],
        };
        if first.source.when().zip(second.source.when()).is_some_and(|(a, b)| b < a) {
            row.turn();
        }
        write(&row) + "\n"
    }

    fn chars(&mut self, text: usize, span: Span) -> (u32, u32) {
        let words = self.corpus[text].text.as_str();
        let marks = self.marks[text].get_or_insert_with(|| marks(words));
        (chars_before(words, marks, span.start), chars_before(words, marks, span.end))
    }
}

impl Row<'_> {
    /// The other text first.
    fn turn(&mut self) {
        std::mem::swap(&mut self.id, &mut self.id2);
        std::mem::swap(&mut self.series, &mut self.series2);
        std::mem::swap(&mut self.date, &mut self.date2);
        std::mem::swap(&mut self.begin, &mut self.begin2);
        std::mem::swap(&mut self.end, &mut self.end2);
        std::mem::swap(&mut self.s1, &mut self.s2);
    }
}

fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}

fn marks(text: &str) -> Vec<u32> {
    let mut before = 0;
    let mut marks = Vec::with_capacity(text.len() / STEP + 1);
    for chunk in text.as_bytes().chunks(STEP) {
        marks.push(before);
        before += starts(chunk);
    }
    marks
}

fn chars_before(text: &str, marks: &[u32], offset: u32) -> u32 {
    let mark = (offset as usize / STEP).min(marks.len().saturating_sub(1));
    let rest = &text.as_bytes()[mark * STEP..offset as usize];
    marks.get(mark).copied().unwrap_or(0) + starts(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_from_the_nearest_mark() {
        let text = "é—x".repeat(2000);
        let marks = marks(&text);
        for offset in [0, 2, 5, 6, 1023 / 6 * 6, 6000, text.len()] {
            let counted = chars_before(&text, &marks, offset as u32) as usize;
            assert_eq!(counted, text[..offset].chars().count());
        }
    }
}
