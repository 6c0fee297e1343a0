//! Passages that any two texts of a corpus share.
//!
//! Each text is looked up in those before it, so that each pair is compared once. The corpus is
//! indexed in blocks, one at a time in memory; the texts are read again for each block, and what
//! is found goes out block by block.

use crate::{
    Folded, Options, Record,
    choose::Choice,
    map::{Alignment, Mapper, Query, Scratch},
    part::{Built, PartBuilder},
};
use alpheus_text::Span;
use rayon::{ThreadPool, prelude::*};
use std::ops::Range;

/// One seed in two is kept: runs of eleven letters are sure to be found.
const EVERY: usize = 2;
/// What a text takes in memory while its block is indexed, for each of its bytes: the text
/// twice, seeds before and after they are packed, words and pairs of words.
const BYTES_IN_MEMORY: usize = 14;
/// How many texts are looked up before what they share is handed on.
const BATCH: usize = 512;

/// A passage that two texts share. Texts are numbered in the order of the corpus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The earlier text of the corpus.
    pub first: usize,
    /// Its words, in bytes.
    pub first_span: Span,
    /// The later text.
    pub second: usize,
    /// Its words, in bytes.
    pub second_span: Span,
    /// Equal letters.
    pub equal: u32,
    /// Letters of the alignment, gaps counted.
    pub length: u32,
    /// The score of the alignment.
    pub score: i32,
    /// How much it tells, in bits.
    pub bits: f64,
}

/// What is compared with what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReuseOptions {
    /// How texts are looked up.
    pub mapping: Options,
    /// How much memory the index of a block may take, in bytes.
    pub memory: usize,
    /// The least share of equal letters, from 0 to 1.
    pub least_identity: f64,
}

impl Default for ReuseOptions {
    fn default() -> Self {
        let mapping = Options { least_words: 10, gap: 24, ..Options::default() };
        ReuseOptions { mapping, memory: 1 << 30, least_identity: 0.0 }
    }
}

/// Finds the passages that texts of different series share, and hands them to `sink` as they
/// are found, in an order that does not depend on the number of threads. `done` is told how
/// many bytes more were looked up.
///
/// # Errors
/// Those of `sink`, at the first of which it ends.
pub fn pairs<E>(
    corpus: &[Record],
    options: &ReuseOptions,
    pool: &ThreadPool,
    mut sink: impl FnMut(Match) -> Result<(), E>,
    mut done: impl FnMut(u64),
) -> Result<(), E> {
    for block in blocks(corpus, options.memory) {
        let built = index(&corpus[block.clone()], options);
        let mapper = Mapper::new(vec![built.part()], options.mapping);
        let work = Block { corpus, range: block.clone(), built: &built, mapper, options };
        for batch in (block.start + 1..corpus.len()).collect::<Vec<_>>().chunks(BATCH) {
            let found: Vec<Vec<Match>> = pool.install(|| {
                let texts = batch.par_iter();
                texts
                    .map_init(Scratch::default, |scratch, &text| {
                        work.look_up(text, scratch)
                    })
                    .collect()
            });
            found.into_iter().flatten().try_for_each(&mut sink)?;
            done(batch.iter().map(|&text| corpus[text].text.len() as u64).sum());
        }
    }
    Ok(())
}

/// How many bytes [`pairs`] will look up.
pub fn work(corpus: &[Record], options: &ReuseOptions) -> u64 {
    let bytes = |range: Range<usize>| -> u64 {
        corpus[range].iter().map(|record| record.text.len() as u64).sum()
    };
    let all = corpus.len();
    blocks(corpus, options.memory)
        .into_iter()
        .map(|block| bytes((block.start + 1).min(all)..all))
        .sum()
}

/// The corpus in blocks whose index fits into memory; a larger text has one to itself.
fn blocks(corpus: &[Record], memory: usize) -> Vec<Range<usize>> {
    let most = (memory / BYTES_IN_MEMORY).clamp(1 << 16, crate::part::MOST_TEXT);
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut bytes = 0;
    for (text, record) in corpus.iter().enumerate() {
        bytes += record.text.len();
        match blocks.last_mut() {
            Some(block) if bytes <= most => block.end = text + 1,
            _ => {
                bytes = record.text.len();
                blocks.push(text..text + 1);
            }
        }
    }
    blocks
}

fn index(corpus: &[Record], options: &ReuseOptions) -> Built {
    let mut builder = PartBuilder::new(options.mapping.folding, EVERY);
    for record in corpus {
        builder.add(&record.text);
    }
    builder.finish()
}

/// A block of the corpus that is indexed.
struct Block<'b> {
    corpus: &'b [Record],
    range: Range<usize>,
    built: &'b Built,
    mapper: Mapper<'b>,
    options: &'b ReuseOptions,
}

impl Block<'_> {
    /// What a text shares with those before it in the block.
    fn look_up(&self, text: usize, scratch: &mut Scratch) -> Vec<Match> {
        let record = &self.corpus[text];
        let folded = Folded::new(&record.text, self.options.mapping.folding);
        let query = Query::new(&folded);
        let within =
            text.checked_sub(self.range.start).filter(|&at| at < self.range.len());
        let below = within.map_or(u32::MAX, |at| self.built.starts[at]);
        let wanted = |other: usize| {
            let series = &self.corpus[self.range.start + other].source.series;
            series.is_none() || *series != record.source.series
        };
        let found = self.mapper.alignments(&query, 0, below, wanted, scratch);
        let choice = Choice {
            text: &folded,
            cues: None,
            library: self.mapper.model.total(),
            options: &self.options.mapping,
            rivals: false,
        };
        let chosen = choice.choose(found);
        let matches = chosen.iter().map(|one| self.found(one, text, &folded));
        matches
            .filter(|one| {
                f64::from(one.equal)
                    >= self.options.least_identity * f64::from(one.length)
            })
            .collect()
    }

    fn found(&self, one: &Alignment, second: usize, folded: &Folded<'_>) -> Match {
        let start = self.built.starts[one.document];
        let (equal, length) = one.counts();
        Match {
            first: self.range.start + one.document,
            first_span: Span::new(one.target.start - start, one.target.end - start),
            second,
            second_span: folded.span(one.query.clone()),
            equal,
            length,
            score: one.score,
            bits: one.evidence.bits,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Source;

    const SHARED: &str = "the keeper of the lower ferry swore before the magistrates that no \
        boat had crossed the river between dusk and the ringing of the morning bell";

    fn record(id: &str, series: &str, text: String) -> Record {
        let source =
            Source { id: id.into(), series: Some(series.into()), ..Source::default() };
        Record { source, text }
    }

    fn corpus() -> Vec<Record> {
        vec![
            record("a", "1", format!("Of the assizes. {SHARED}. Nobody believed him.")),
            record(
                "b",
                "2",
                "Nothing whatever of this stands in the second paper.".into(),
            ),
            record(
                "c",
                "3",
                format!("Last week {}, it is reported.", SHARED.to_uppercase()),
            ),
            record("d", "1", format!("Again: {SHARED}.")),
        ]
    }

    fn found(options: &ReuseOptions) -> Vec<(usize, usize, String)> {
        let corpus = corpus();
        let mut all = Vec::new();
        pairs(
            &corpus,
            options,
            &rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap(),
            |one| {
                let words =
                    corpus[one.second].text[one.second_span.range()].to_lowercase();
                all.push((one.first, one.second, words));
                Ok::<(), ()>(())
            },
            |_| {},
        )
        .unwrap();
        all.sort();
        all
    }

    #[test]
    fn texts_of_other_series_are_compared_once() {
        let all = found(&ReuseOptions::default());
        let pairs: Vec<_> = all.iter().map(|(a, b, _)| (*a, *b)).collect();
        assert_eq!(pairs, [(0, 2), (2, 3)]);
        assert_eq!(all[0].2, SHARED);
    }

    #[test]
    fn blocks_do_not_change_what_is_found() {
        let whole = found(&ReuseOptions::default());
        let corpus = corpus();
        assert_eq!(blocks(&corpus, 1 << 30).len(), 1);
        let small: Vec<Record> = (0..40)
            .map(|at| {
                record("x", &at.to_string(), format!("{at} {}", "word ".repeat(1000)))
            })
            .collect();
        assert!(blocks(&small, 1).len() > 1);
        assert_eq!(found(&ReuseOptions { memory: 1, ..ReuseOptions::default() }), whole);
    }
}
