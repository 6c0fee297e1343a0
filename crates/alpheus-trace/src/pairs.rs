//! Passages that any two texts of a corpus share.
//!
//! Each text is looked up in those before it, so that each pair is compared once. The corpus is
//! indexed in blocks, one at a time in memory; the texts are read again for each block, and what
//! is found goes out block by block.

use crate::{
    Folded, Options, Record,
    choose::Choice,
    join::Joined,
    map::{Alignment, Bars, Mapper, Query, Scratch},
    part::{Built, PartBuilder},
};
use alpheus_text::Span;
use rayon::{ThreadPool, prelude::*};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// One seed in two is kept: runs of eleven letters are sure to be found.
const EVERY: usize = 2;
/// What a text takes in memory while its block is indexed, for each of its bytes: the text
/// twice, seeds before and after they are packed, words and pairs of words.
const BYTES_IN_MEMORY: usize = 14;
/// How many texts, in bytes, are looked up together: enough to go through a block's seeds about
/// in order, and few enough that there is work for each thread.
const TOGETHER: Range<usize> = 1 << 16..1 << 19;
/// How many such groups are looked up before what they share is handed on.
const BATCH: usize = 64;

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
        let mapping =
            Options { least_words: 10, gap: 24, common: 32, ..Options::default() };
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
    let series = series(corpus);
    let size = bytes(corpus);
    for range in blocks(corpus, options.memory) {
        let built = index(&corpus[range.clone()], options);
        let mut mapper = Mapper::new(vec![built.part()], options.mapping);
        mapper.bars = Bars::in_corpus(size);
        let texts = range.start + 1..corpus.len();
        let most = (built.text.len() / 64).clamp(TOGETHER.start, TOGETHER.end);
        let block =
            Block { corpus, series: &series, range, built: &built, mapper, options };
        for batch in groups(corpus, texts, most).chunks(BATCH) {
            let found: Vec<Vec<Match>> = pool.install(|| {
                let groups = batch.par_iter();
                groups
                    .map_init(Memory::default, |memory, group| {
                        block.look_up(group, memory)
                    })
                    .collect()
            });
            found.into_iter().flatten().try_for_each(&mut sink)?;
            let texts = batch.iter().flat_map(Range::clone);
            done(texts.map(|text| corpus[text].text.len() as u64).sum());
        }
    }
    Ok(())
}

/// A number for the series of each text; none where it is alone.
fn series(corpus: &[Record]) -> Vec<Option<usize>> {
    let mut numbers = FxHashMap::default();
    let mut number = |name| {
        let next = numbers.len();
        *numbers.entry(name).or_insert(next)
    };
    let names = corpus.iter().map(|record| record.source.series.as_deref());
    names.map(|name| name.map(&mut number)).collect()
}

fn bytes(corpus: &[Record]) -> usize {
    corpus.iter().map(|record| record.text.len()).sum()
}

/// How many bytes [`pairs`] will look up.
pub fn work(corpus: &[Record], options: &ReuseOptions) -> u64 {
    let looked_up = |block: Range<usize>| bytes(&corpus[block.start + 1..]) as u64;
    blocks(corpus, options.memory).into_iter().map(looked_up).sum()
}

/// The corpus in blocks whose index fits into memory; a larger text has one to itself.
fn blocks(corpus: &[Record], memory: usize) -> Vec<Range<usize>> {
    let most = (memory / BYTES_IN_MEMORY).clamp(1 << 16, crate::part::MOST_TEXT);
    groups(corpus, 0..corpus.len(), most)
}

/// Texts in groups of so many bytes; a larger text has one to itself.
fn groups(corpus: &[Record], texts: Range<usize>, most: usize) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut bytes = 0;
    for text in texts {
        bytes += corpus[text].text.len();
        match groups.last_mut() {
            Some(group) if bytes <= most => group.end = text + 1,
            _ => {
                bytes = corpus[text].text.len();
                groups.push(text..text + 1);
            }
        }
    }
    groups
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
    series: &'b [Option<usize>],
    range: Range<usize>,
    built: &'b Built,
    mapper: Mapper<'b>,
    options: &'b ReuseOptions,
}

/// What a thread works in.
#[derive(Debug, Default)]
struct Memory {
    joined: Joined,
    scratch: Scratch,
}

impl Block<'_> {
    /// What some texts share with those before them in the block.
    fn look_up(&self, texts: &Range<usize>, memory: &mut Memory) -> Vec<Match> {
        let folded: Vec<(Folded<'_>, u32)> =
            texts.clone().map(|text| (self.folded(text), self.below(text))).collect();
        let common = self.options.mapping.common;
        memory.joined.join(&folded, self.built.part().seeds, common);
        let mut matches = Vec::new();
        for (index, (text, (folded, _))) in texts.clone().zip(&folded).enumerate() {
            memory.joined.hits(index, folded, &mut memory.scratch.hits);
            matches.extend(self.matches(text, folded, &mut memory.scratch));
        }
        matches
    }

    fn folded(&self, text: usize) -> Folded<'_> {
        Folded::new(&self.corpus[text].text, self.options.mapping.folding)
    }

    /// Where those texts of the block end that come before another.
    fn below(&self, text: usize) -> u32 {
        let within = text.checked_sub(self.range.start);
        let within = within.filter(|&at| at < self.range.len());
        within.map_or(u32::MAX, |at| self.built.starts[at])
    }

    /// What a text shares with those in which the hits lie.
    fn matches(
        &self,
        text: usize,
        folded: &Folded<'_>,
        scratch: &mut Scratch,
    ) -> Vec<Match> {
        let own = self.series[text];
        let wanted = |other: usize| {
            let series = self.series[self.range.start + other];
            series.is_none() || series != own
        };
        let query = Query::new(folded);
        let found = self.mapper.aligned(&query, 0, wanted, scratch);
        let choice = Choice {
            text: folded,
            cues: None,
            library: self.mapper.model.total(),
            options: &self.options.mapping,
            rivals: false,
        };
        let chosen = choice.choose(found);
        let matches = chosen.iter().map(|one| self.found(one, text, folded));
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
    fn threads_do_not_change_the_order() {
        // Three texts have the same words.
        let word = |text: usize, word: usize| {
            format!("{:x} ", (text / 3 * 31 + word + 1).wrapping_mul(0x9e37_79b9_7f4a))
        };
        let text = |at: usize| (0..30).map(|index| word(at, index)).collect();
        let corpus: Vec<Record> =
            (0..600).map(|at| record("x", &at.to_string(), text(at))).collect();
        let all = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let mut all = Vec::new();
            let sink = |one| {
                all.push(one);
                Ok::<(), ()>(())
            };
            let options = ReuseOptions::default();
            pairs(&corpus, &options, &pool.build().unwrap(), sink, |_| {}).unwrap();
            all
        };
        assert!(groups(&corpus, 0..corpus.len(), TOGETHER.start).len() > 1);
        assert!(all(1).len() >= 600);
        assert_eq!(all(1), all(4));
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
