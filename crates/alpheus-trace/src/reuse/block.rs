//! A block of the corpus: some texts, and an index of their seeds.

use super::{
    common::{Common, EVERY, Frequent},
    corpus::{Corpus, Texts},
};
use crate::{
    Folded, Folding,
    packed::{self, Packed},
    part::Part,
    seed,
};
use std::{io, ops::Range};

/// Where a seed of a block stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The byte of the block.
    pub(crate) byte: u32,
    /// Whether the seed stands in many places of the corpus.
    pub(crate) frequent: bool,
}

impl Place {
    /// As a value of a table, in the order of the bytes.
    pub(crate) fn packed(self) -> u32 {
        self.byte << 1 | u32::from(self.frequent)
    }

    pub(crate) fn of(packed: u32) -> Place {
        Place { byte: packed >> 1, frequent: packed & 1 == 1 }
    }
}

/// Texts with an index of their seeds.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) range: Range<usize>,
    pub(crate) texts: Texts,
    seeds: Vec<u8>,
}

impl Block {
    /// What it takes in memory while it is made, for each byte of its text: the text, the seeds
    /// of half of its letters twice while they are sorted, the packed seeds.
    pub(crate) const BYTES_IN_MEMORY: usize = 9;

    /// Reads and indexes some texts. Seeds in more than `most` places of the corpus are left out.
    pub(crate) fn read(
        corpus: &Corpus,
        range: Range<usize>,
        common: &Common,
        folding: Folding,
        most: usize,
    ) -> io::Result<Block> {
        let texts = corpus.texts(range.clone())?;
        let mut seeds = seeds(&texts, folding);
        mark(&mut seeds, &mut common.frequent()?, most)?;
        Ok(Block { range, texts, seeds: packed::pack(&seeds) })
    }

    pub(crate) fn seeds(&self) -> Packed<'_> {
        Packed::of(&self.seeds).expect("a table that was just packed")
    }

    pub(crate) fn part<'a>(&'a self, common: &'a Common) -> Part<'a> {
        Part {
            text: self.texts.text.as_bytes(),
            starts: &self.texts.starts,
            seeds: self.seeds(),
            counts: common.counts(),
        }
    }
}

/// The kept seeds of texts (high halves) with their places, sorted.
fn seeds(texts: &Texts, folding: Folding) -> Vec<u64> {
    let mut all = Vec::with_capacity(texts.text.len() / EVERY);
    for (index, &base) in texts.starts.iter().enumerate().take(texts.starts.len() - 1) {
        let folded = Folded::part(texts.text(index), base, folding);
        let seeds = seed::seeds(folded.letters()).enumerate().step_by(EVERY);
        all.extend(seeds.map(|(letter, seed)| {
            let place = Place { byte: folded.at(letter), frequent: false };
            u64::from(seed) << 32 | u64::from(place.packed())
        }));
    }
    // The sort is stable, and the places are in order.
    radsort::sort_by_key(&mut all, |pair| (pair >> 32) as u32);
    all
}

/// Marks the seeds that are frequent, and leaves those out that are too frequent.
fn mark(
    seeds: &mut Vec<u64>,
    frequent: &mut Frequent<'_>,
    most: usize,
) -> io::Result<()> {
    let mut kept = 0;
    let mut start = 0;
    while let Some(&first) = seeds.get(start) {
        let same = seeds[start..].iter().take_while(|one| *one >> 32 == first >> 32);
        let end = start + same.count();
        let places = frequent.places((first >> 32) as u32)?;
        if places <= most {
            for at in start..end {
                seeds[kept] = seeds[at] | u64::from(places > 0);
                kept += 1;
            }
        }
        start = end;
    }
    seeds.truncate(kept);
    Ok(())
}
