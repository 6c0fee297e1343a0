//! What is counted over a whole corpus before it is compared: words and pairs of words, by which
//! chance is reckoned, and the seeds that stand in many places.
//!
//! The corpus is compared block by block, but all of this is of the whole of it, so that
//! what is found does not depend on the blocks.

use super::{
    corpus::Corpus,
    spool::{Spool, Stretch},
    tally::Tally,
};
use crate::{
    Folded, Folding, packed, seed,
    words::{self, Counts},
};
use rayon::{ThreadPool, prelude::*};
use std::{io, ops::Range};

/// Of the letters of a text that is looked in, one in so many begins a seed that is kept: runs of
/// eleven letters are sure to be found.
pub(crate) const EVERY: usize = 2;
/// A seed in more places than this tells too little to be followed where it stands alone.
pub(crate) const FREQUENT: usize = 12;
/// Texts, in bytes, that are counted together.
const TOGETHER: usize = 1 << 18;
/// How many such groups are read before they are counted.
const BATCH: usize = 16;

/// What is counted.
#[derive(Debug)]
pub(crate) struct Common {
    words: Vec<u8>,
    pairs: Vec<u8>,
    total: u64,
    /// Seeds in more than [`FREQUENT`] places with the number of these, sorted.
    seeds: Spool,
}

/// The keys of some texts.
#[derive(Default)]
struct Keys {
    words: Vec<u32>,
    pairs: Vec<u32>,
    seeds: Vec<u32>,
}

impl Common {
    /// Counts `texts` in about so much memory; seeds only of those in `looked_in`.
    pub(crate) fn count(
        corpus: &Corpus,
        looked_in: &Range<usize>,
        folding: Folding,
        memory: usize,
        pool: &ThreadPool,
    ) -> io::Result<Common> {
        // Words have five letters and a space.
        let bytes = corpus.sizes(0..corpus.len()) as usize;
        let seeds = corpus.sizes(looked_in.clone()) as usize / EVERY;
        let mut tallies =
            [bytes / 6, bytes / 6, seeds].map(|n| Tally::new(n, memory / 3));
        let mut total = 0;
        for batch in corpus.groups(0..corpus.len(), TOGETHER).chunks(BATCH) {
            let read = |group: &Range<usize>| keys(corpus, group, looked_in, folding);
            let all: Vec<_> = pool.install(|| batch.par_iter().map(read).collect());
            for keys in all {
                let Keys { words, pairs, seeds } = keys?;
                total += words.len() as u64;
                for (tally, keys) in tallies.iter_mut().zip([words, pairs, seeds]) {
                    tally.extend(&keys)?;
                }
            }
        }
        let [words, pairs, seeds] = tallies;
        // What occurs once only counts for nothing beside its own place, and of a pair that is
        // rarer than one in eight million that is as good as true: the table stays small.
        let rare = (total >> 23) as usize;
        let (words, pairs) = (packed(words, 1)?, packed(pairs, rare.max(1))?);
        Ok(Common { words, pairs, total, seeds: frequent(seeds, memory / 8)? })
    }

    pub(crate) fn counts(&self) -> Counts<'_> {
        Counts::of(&self.words, &self.pairs, self.total)
            .expect("tables that were just packed")
    }

    /// The frequent seeds, in order.
    pub(crate) fn frequent(&self) -> io::Result<Frequent<'_>> {
        let rest = Stretch::new(&self.seeds, 0..self.seeds.len());
        let mut frequent = Frequent { rest, next: None };
        frequent.advance()?;
        Ok(frequent)
    }
}

fn keys(
    corpus: &Corpus,
    group: &Range<usize>,
    looked_in: &Range<usize>,
    folding: Folding,
) -> io::Result<Keys> {
    let texts = corpus.texts(group.clone())?;
    let mut keys = Keys::default();
    for (index, text) in group.clone().enumerate() {
        let folded = Folded::new(texts.text(index), folding);
        words::keys(&folded, &mut keys.words, &mut keys.pairs);
        if looked_in.contains(&text) {
            keys.seeds.extend(seed::seeds(folded.letters()).step_by(EVERY));
        }
    }
    Ok(keys)
}

/// The keys that come more than so many times, with their counts.
fn packed(tally: Tally, times: usize) -> io::Result<Vec<u8>> {
    let mut counts = Vec::new();
    tally.finish(|key, count| {
        if count > times {
            counts.push(u64::from(key) << 32 | count as u64);
        }
        Ok(())
    })?;
    Ok(packed::pack(&counts))
}

fn frequent(tally: Tally, memory: usize) -> io::Result<Spool> {
    let mut spool = Spool::new(memory);
    let mut bytes = Vec::new();
    tally.finish(|seed, count| {
        if count > FREQUENT {
            bytes.extend(seed.to_le_bytes());
            bytes.extend((count as u32).to_le_bytes());
        }
        if bytes.len() < 1 << 16 {
            return Ok(());
        }
        spool.append(&std::mem::take(&mut bytes))
    })?;
    spool.append(&bytes)?;
    Ok(spool)
}

/// The frequent seeds, to be asked for in order.
pub(crate) struct Frequent<'c> {
    rest: Stretch<'c>,
    /// The next seed and its count; none at the end.
    next: Option<(u32, u32)>,
}

impl Frequent<'_> {
    /// In how many places a seed stands in the corpus; 0 if it is not frequent.
    pub(crate) fn places(&mut self, seed: u32) -> io::Result<usize> {
        while let Some((next, count)) = self.next.filter(|next| next.0 <= seed) {
            if next == seed {
                return Ok(count as usize);
            }
            self.advance()?;
        }
        Ok(0)
    }

    fn advance(&mut self) -> io::Result<()> {
        self.next = self.rest.next::<8>()?.map(|[a, b, c, d, count @ ..]| {
            (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes(count))
        });
        Ok(())
    }
}
