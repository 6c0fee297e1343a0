//! Passages as passim writes its pairwise alignments: a JSON object a line, offsets in code
//! points.

use crate::json::write;
use alpheus_text::unmasked;
use alpheus_trace::{Corpus, Match, Source};
use serde::Serialize;
use std::io;

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

/// The line of a pair of passages of a corpus.
///
/// # Errors
/// If the corpus can't be read where it lies.
pub fn line(corpus: &Corpus, one: &Match) -> io::Result<String> {
    let first = corpus.source(one.first)?;
    let second = corpus.source(one.second)?;
    let words = corpus.words(one.first, one.first_span)?;
    let words2 = corpus.words(one.second, one.second_span)?;
    let [words, words2] = [&words, &words2].map(|words| unmasked(words));
    let mut row = Row {
        id: &first.id,
        series: series(&first),
        date: first.date.as_deref(),
        begin: one.first_points.start,
        end: one.first_points.end,
        id2: &second.id,
        series2: series(&second),
        date2: second.date.as_deref(),
        begin2: one.second_points.start,
        end2: one.second_points.end,
        matches: one.equal,
        length: one.length,
        score: one.score,
        bits: (one.bits * 10.0).round() / 10.0,
        s1: &words,
        s2: &words2,
    };
    if first.when().zip(second.when()).is_some_and(|(a, b)| b < a) {
        row.turn();
    }
    Ok(write(&row) + "\n")
}

fn series(source: &Source) -> &str {
    source.series.as_deref().unwrap_or(&source.id)
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
