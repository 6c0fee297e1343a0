//! Where the words of one text stand in the parts of a library.
//!
//! Seeds are looked up, chained, and the chains aligned from an anchor outwards; what then is
//! to be believed is decided in [`crate::chance`].

mod raw;
mod work;

use crate::{
    Folded, Folding,
    align::{Aligner, EQUAL, Letters, Run, Step},
    chain::Hit,
    chance::Evidence,
    fold::shape_of,
    followed::Followed,
    part::Part,
    seed::{self, LENGTH},
    words::Model,
};
use alpheus_text::Span;
use std::ops::Range;
use work::Work;

/// How texts are looked up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// What is folded away; for a library, as it was built.
    pub folding: Folding,
    /// Seeds that stand in more places of a part than this are passed over.
    pub common: usize,
    /// The longest gap within a passage, in letters; more than 200 count as that.
    pub gap: usize,
    /// How few words may be a passage where nothing marks them off.
    pub least_words: usize,
    /// How many passages that stand in a library by chance may be shown for one text.
    pub chance: f64,
}

impl Default for Options {
    fn default() -> Self {
        let folding = Folding::default();
        Options { folding, common: 96, gap: 35, least_words: 8, chance: 1e-3 }
    }
}

/// Letters of one text that stand in another.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    /// The part of the library, and the document in it.
    pub(crate) part: usize,
    pub(crate) document: usize,
    /// The letters of the text that was looked up.
    pub(crate) query: Range<usize>,
    /// The bytes of the part's text.
    pub(crate) target: Span,
    pub(crate) score: i32,
    pub(crate) runs: Vec<Run>,
    pub(crate) evidence: Evidence,
    /// The letters and bytes that it covered before it was ended at whole words.
    pub(crate) reach: (Range<usize>, Span),
}

impl Alignment {
    /// How many letters are equal, and how many are aligned, gaps counted.
    pub(crate) fn counts(&self) -> (u32, u32) {
        let equal = self.runs.iter().filter(|run| run.step == Step::Equal);
        (equal.map(|run| run.count).sum(), self.runs.iter().map(|run| run.count).sum())
    }

    /// Equal letters among all that are aligned.
    pub(crate) fn identity(&self) -> f64 {
        let (equal, all) = self.counts();
        f64::from(equal) / f64::from(all.max(1))
    }

    /// Where it stands, in the order of the text that was looked up.
    pub(crate) fn place(&self) -> (usize, usize, usize, usize, u32, u32) {
        let Range { start, end } = self.query;
        (start, end, self.part, self.document, self.target.start, self.target.end)
    }
}

/// How many bytes beside a seed say whether its run goes on, as a rule.
const SHORT_RUN: usize = 8;
/// How many hits' surroundings are read before the first of these is followed.
const AHEAD: usize = 256;

/// What is asked of seeds before their surroundings are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bars {
    /// The least score of a first look.
    look: i32,
    /// A chain that scores as much needs no first look.
    chain: i32,
    /// A lone seed needs an ungapped run that scores as much: itself and a little more.
    run: i32,
}

impl Default for Bars {
    fn default() -> Self {
        Bars { look: 34, chain: 26, run: 15 }
    }
}

impl Bars {
    /// The bars for a corpus of so many bytes, all of whose texts are looked up in all.
    ///
    /// What two texts share by chance grows with the square of the corpus, while a letter more
    /// that has to agree makes it rarer by half and more. So the bars rise by a letter with each
    /// doubling, and the work of vain looks grows hardly faster than the corpus.
    pub(crate) fn in_corpus(bytes: u64) -> Self {
        /// The size at which no more is asked than in a library.
        const SMALL: u64 = 1_400_000;
        let Bars { look, chain, run } = Bars::default();
        let mut doublings = 0;
        let mut size = bytes / 2;
        while size >= SMALL {
            doublings += 1;
            size /= 2;
        }
        Bars {
            look: look + EQUAL * doublings,
            chain: chain + doublings,
            // Misprints break runs: a whole letter would cost passages.
            run: run + doublings / 2,
        }
    }
}

/// The memory that mapping is done in.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    aligner: Aligner,
    hits: Vec<Hit>,
}

/// A text to look up, with its letters in both directions.
pub(crate) struct Query<'q> {
    pub(crate) folded: &'q Folded<'q>,
    letters: Letters,
    turned: Letters,
    /// Where seeds are taken from: stretches of letters, in order.
    stretches: Vec<Range<usize>>,
}

impl<'q> Query<'q> {
    pub(crate) fn new(folded: &'q Folded<'q>) -> Self {
        let letters = Letters::new(folded.letters());
        let turned = letters.turned();
        let whole = 0..folded.len();
        Query { folded, letters, turned, stretches: vec![whole] }
    }

    /// The same, of which only some stretches are looked up; they are in order and apart.
    pub(crate) fn only(self, stretches: Vec<Range<usize>>) -> Self {
        Query { stretches, ..self }
    }

    /// Whether the best run without gaps through a seed scores enough: one a letter, less two a
    /// wrong one. Letters of more than one byte are passed over, since this is only a first look.
    fn has_run(&self, letter: usize, text: &[u8], at: usize, enough: i32) -> bool {
        let (before, after) = text.split_at(at.min(text.len()));
        let ahead = best_run(&self.letters.shapes()[letter..], after.iter(), enough);
        let back = &self.turned.shapes()[self.folded.len() - letter..];
        ahead + best_run(back, before.iter().rev(), enough - ahead) >= enough
    }
}

/// Parts of a library, ready for looking up.
#[derive(Clone, Debug)]
pub(crate) struct Mapper<'a> {
    pub(crate) parts: Vec<Part<'a>>,
    pub(crate) model: Model<'a>,
    pub(crate) options: Options,
    pub(crate) bars: Bars,
}

impl<'a> Mapper<'a> {
    pub(crate) fn new(parts: Vec<Part<'a>>, options: Options) -> Self {
        let model = Model::new(parts.iter().map(|part| part.counts).collect());
        Mapper { parts, model, options, bars: Bars::default() }
    }

    /// All that could be a passage of `query` in the documents of a part that are wanted.
    pub(crate) fn alignments(
        &self,
        query: &Query<'_>,
        part: usize,
        wanted: impl Fn(usize) -> bool,
        scratch: &mut Scratch,
    ) -> Vec<Alignment> {
        let Some(target) = self.parts.get(part) else { return Vec::new() };
        let Scratch { aligner, hits } = scratch;
        self.look_up(query, target, hits);
        self.aligned(query, part, wanted, hits, aligner)
    }

    /// All that could be a passage about some hits, which are in the order of the part's text.
    pub(crate) fn aligned(
        &self,
        query: &Query<'_>,
        part: usize,
        wanted: impl Fn(usize) -> bool,
        hits: &[Hit],
        aligner: &mut Aligner,
    ) -> Vec<Alignment> {
        let Some(target) = self.parts.get(part) else { return Vec::new() };
        let mut found = Vec::new();
        let mut document = 0;
        let mut rest = hits;
        let mut unread = rest;
        while let Some(first) = rest.first() {
            if rest.len() <= unread.len() {
                let (next, after) = unread.split_at(unread.len().min(AHEAD));
                fetch(target.text, next);
                unread = after;
            }
            document = target.document_from(document, first.target);
            let end = target.bounds(document).end;
            let count = rest.iter().take_while(|hit| hit.target < end).count().max(1);
            let (here, after) = rest.split_at(count);
            rest = after;
            if wanted(document) {
                let work = Work {
                    mapper: self,
                    query,
                    part,
                    document,
                    aligner,
                    followed: Followed::default(),
                    found: &mut found,
                };
                work.align(here);
            }
        }
        found
    }

    /// The seeds of a query that stand in a part, in the order of the part's text.
    fn look_up(&self, query: &Query<'_>, part: &Part<'_>, hits: &mut Vec<Hit>) {
        hits.clear();
        let text = query.folded;
        let seeds = query.stretches.iter().flat_map(|stretch| {
            stretch.clone().zip(seed::seeds(&text.letters()[stretch.clone()]))
        });
        for (letter, seed) in seeds {
            let places = part.seeds.values(seed);
            if places.at_most() > self.options.common + 16 {
                continue;
            }
            let query = text.at(letter);
            let letter = letter as u32;
            hits.extend(places.map(|target| Hit {
                target,
                query,
                letter,
                frequent: false,
            }));
        }
        // The sort is stable: in one place, hits stay in the order of the letters.
        radsort::sort_by_key(hits, |hit| hit.target);
    }
}

/// Reads the text about hits, so that it is in the cache when they are followed. Hits lie far from
/// each other, and following one waits for memory before it gets to the next; these reads don't
/// wait for each other.
fn fetch(text: &[u8], hits: &[Hit]) {
    let read = |at: usize| text.get(at).copied().unwrap_or_default();
    let about = |hit: &Hit| {
        let at = hit.target as usize;
        read(at.saturating_sub(SHORT_RUN)) ^ read(at + LENGTH + SHORT_RUN)
    };
    let followed = hits.iter().filter(|hit| !hit.frequent);
    std::hint::black_box(followed.map(about).fold(0, u8::wrapping_add));
}

/// The best score of a run; of a good one, no more than is enough.
fn best_run<'t>(shapes: &[u8], text: impl Iterator<Item = &'t u8>, enough: i32) -> i32 {
    let (mut best, mut score) = (0, 0);
    let seen = text.map(|&byte| shape_of(byte)).filter(|&shape| shape > 0);
    for (&shape, seen) in shapes.iter().zip(seen) {
        score += if shape == seen { 1 } else { -2 };
        best = best.max(score);
        if score < best - 6 || best >= enough {
            break;
        }
    }
    best
}
