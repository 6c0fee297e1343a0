//! Passages that any two texts of a corpus share.
//!
//! Each text is looked up in those before it, so that each pair is compared once. The corpus is
//! indexed in blocks, one at a time in memory; the other texts are read again for each block.
//! Texts, counts and matches beyond the memory that is allowed go to temporary files. What
//! is found depends neither on the blocks nor on the number of threads.

mod block;
mod common;
mod corpus;
mod join;
mod spill;
mod spool;
mod tally;

pub use corpus::Corpus;

use crate::{
    Folded, Options,
    align::Aligner,
    chain::Hit,
    choose::Choice,
    map::{Alignment, Bars, Mapper, Query},
};
use alpheus_text::Span;
use block::Block;
use common::Common;
use corpus::Texts;
use join::Joined;
use rayon::{ThreadPool, prelude::*};
use spill::Spill;
use std::{io, ops::Range};

/// How many texts, in bytes, are looked up together: enough to go through a block's seeds about
/// in order, and few enough that there is work for each thread.
const TOGETHER: Range<usize> = 1 << 16..1 << 19;
/// How many such groups are looked up before what they share is handed on.
const BATCH: usize = 64;
/// The smallest block, in bytes of text.
const SMALLEST: usize = 1 << 16;

/// A passage that two texts share. Texts are numbered in the order of the corpus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The earlier text of the corpus.
    pub first: usize,
    /// Its words, in bytes.
    pub first_span: Span,
    /// Its words, in code points.
    pub first_points: Span,
    /// The later text.
    pub second: usize,
    /// Its words, in bytes.
    pub second_span: Span,
    /// Its words, in code points.
    pub second_points: Span,
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
    /// How much memory may be taken, in bytes, beside that of the corpus itself.
    pub memory: usize,
    /// The least share of equal letters, from 0 to 1.
    pub least_identity: f64,
    /// The first so many texts of the corpus are references: the others are compared with these
    /// only, and these with nothing.
    pub references: Option<usize>,
}

impl Default for ReuseOptions {
    fn default() -> Self {
        let mapping =
            Options { least_words: 10, gap: 24, common: 32, ..Options::default() };
        ReuseOptions { mapping, memory: 1 << 30, least_identity: 0.0, references: None }
    }
}

/// Finds the passages that texts of different series share, and hands them to `sink`: in the
/// order of the second texts, then of the first, then of their places. `done` is told how many
/// bytes more were looked up.
///
/// # Errors
/// Those of `sink`, at the first of which it ends; if a temporary file can't be written or read.
pub fn pairs<E: From<io::Error>>(
    corpus: &Corpus,
    options: &ReuseOptions,
    pool: &ThreadPool,
    mut sink: impl FnMut(Match) -> Result<(), E>,
    mut done: impl FnMut(u64),
) -> Result<(), E> {
    let folding = options.mapping.folding;
    let looked_in = options.looked_in(corpus);
    let common = Common::count(corpus, &looked_in, folding, options.memory / 2, pool)?;
    let series = corpus.series_numbers();
    let blocks = options.blocks(corpus);
    let mut spill = Spill::new(options.memory / 16);
    for range in &blocks {
        let most = options.mapping.common;
        let block = Block::read(corpus, range.clone(), &common, folding, most)?;
        let comparison = Comparison::new(corpus, &block, &common, &series, options);
        let texts = options.looked_up(corpus, range);
        spill.begin();
        for batch in corpus.groups(texts, options.together(&block)).chunks(BATCH) {
            let found: Vec<io::Result<Vec<Match>>> = pool.install(|| {
                let look_up =
                    |memory: &mut Memory, group| comparison.look_up(group, memory);
                batch.par_iter().map_init(Memory::default, look_up).collect()
            });
            for found in found {
                if blocks.len() == 1 {
                    found?.into_iter().try_for_each(&mut sink)?;
                } else {
                    spill.extend(&found?)?;
                }
            }
            done(batch.iter().map(|group| corpus.sizes(group.clone())).sum());
        }
    }
    spill.merge(sink)
}

/// How many bytes [`pairs`] will look up.
pub fn work(corpus: &Corpus, options: &ReuseOptions) -> u64 {
    let blocks = options.blocks(corpus);
    blocks.iter().map(|block| corpus.sizes(options.looked_up(corpus, block))).sum()
}

impl ReuseOptions {
    /// The texts in which others are looked up.
    fn looked_in(&self, corpus: &Corpus) -> Range<usize> {
        0..self.references.unwrap_or(usize::MAX).min(corpus.len())
    }

    /// The texts that are looked up in a block.
    fn looked_up(&self, corpus: &Corpus, block: &Range<usize>) -> Range<usize> {
        let first = self.references.unwrap_or(block.start + 1);
        first.min(corpus.len())..corpus.len()
    }

    /// The texts that are looked in, in blocks that fit into memory while they are indexed; a
    /// larger text has one to itself.
    fn blocks(&self, corpus: &Corpus) -> Vec<Range<usize>> {
        let most = self.memory / 3 * 2 / Block::BYTES_IN_MEMORY;
        let most = most.clamp(SMALLEST, crate::part::MOST_TEXT);
        corpus.groups(self.looked_in(corpus), most)
    }

    /// How many bytes of text are looked up together.
    fn together(&self, block: &Block) -> usize {
        let most = (self.memory / 1024).clamp(TOGETHER.start, TOGETHER.end);
        (block.texts.text.len() / 64).clamp(TOGETHER.start, most)
    }
}

/// Texts that are looked up in a block.
struct Comparison<'c> {
    corpus: &'c Corpus,
    block: &'c Block,
    mapper: Mapper<'c>,
    /// The series of all texts.
    series: &'c [u32],
    options: &'c ReuseOptions,
}

/// What a thread works in.
#[derive(Debug, Default)]
struct Memory {
    joined: Joined,
    aligner: Aligner,
}

impl<'c> Comparison<'c> {
    fn new(
        corpus: &'c Corpus,
        block: &'c Block,
        common: &'c Common,
        series: &'c [u32],
        options: &'c ReuseOptions,
    ) -> Self {
        let mut mapper = Mapper::new(vec![block.part(common)], options.mapping);
        mapper.bars = Bars::in_corpus(corpus.sizes(0..corpus.len()));
        Comparison { corpus, block, mapper, series, options }
    }

    /// What some texts share with those before them in the block.
    fn look_up(
        &self,
        group: &Range<usize>,
        memory: &mut Memory,
    ) -> io::Result<Vec<Match>> {
        let texts = self.corpus.texts(group.clone())?;
        let folding = self.options.mapping.folding;
        let folded: Vec<(Folded<'_>, u32)> = (0..group.len())
            .map(|index| {
                (Folded::new(texts.text(index), folding), self.below(group.start + index))
            })
            .collect();
        memory.joined.join(&folded, self.block.seeds());
        let mut matches = Vec::new();
        for (index, (folded, _)) in folded.iter().enumerate() {
            let Memory { joined, aligner } = &mut *memory;
            let from = matches.len();
            let hits = joined.hits(index);
            let found = self.alignments(group.start + index, folded, hits, aligner);
            matches
                .extend(found.iter().map(|one| self.found(one, &texts, index, folded)));
            matches[from..].sort_by_key(Match::place);
        }
        matches.retain(|one| {
            f64::from(one.equal) >= self.options.least_identity * f64::from(one.length)
        });
        Ok(matches)
    }

    /// Where those texts of the block end that come before another.
    fn below(&self, text: usize) -> u32 {
        let within = text.checked_sub(self.block.range.start);
        let within = within.filter(|&at| at < self.block.range.len());
        within.map_or(u32::MAX, |at| self.block.texts.starts[at])
    }

    /// What a text shares with those in which the hits lie.
    fn alignments(
        &self,
        text: usize,
        folded: &Folded<'_>,
        hits: &[Hit],
        aligner: &mut Aligner,
    ) -> Vec<Alignment> {
        let series = &self.series[self.block.range.clone()];
        let wanted = |other: usize| series[other] != self.series[text];
        let query = Query::new(folded);
        let found = self.mapper.aligned(&query, 0, wanted, hits, aligner);
        let choice = Choice {
            text: folded,
            cues: None,
            library: self.mapper.model.total(),
            options: &self.options.mapping,
            rivals: false,
        };
        choice.choose(found)
    }

    fn found(
        &self,
        one: &Alignment,
        texts: &Texts,
        index: usize,
        folded: &Folded<'_>,
    ) -> Match {
        let start = self.block.texts.starts[one.document];
        let first_span = Span::new(one.target.start - start, one.target.end - start);
        let second_span = folded.span(one.query.clone());
        let (equal, length) = one.counts();
        Match {
            first: self.block.range.start + one.document,
            first_span,
            first_points: self.block.texts.in_points(one.document, first_span),
            second: texts.first + index,
            second_span,
            second_points: texts.in_points(index, second_span),
            equal,
            length,
            score: one.score,
            bits: one.evidence.bits,
        }
    }
}

impl Match {
    /// Where it stands in its two texts.
    fn place(&self) -> (usize, u32, u32, u32, u32) {
        let (first, second) = (self.first_span, self.second_span);
        (self.first, second.start, second.end, first.start, first.end)
    }
}

#[cfg(test)]
mod tests;
