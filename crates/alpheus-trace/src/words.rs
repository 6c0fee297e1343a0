//! How common words are in a library, and so how much it tells that two texts share them.
//!
//! The surprise of a word after another, in bits, is read from the counts of words and of pairs
//! of words (a bigram model that falls back on single words, Jelinek and Mercer 1980). The
//! place that is looked at is left out of the counts, so that a phrase is not thought to be
//! common because it was found.

use crate::{Folded, packed};

/// Counts of words and of pairs of words, read where they lie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts<'a> {
    words: packed::Packed<'a>,
    pairs: packed::Packed<'a>,
    total: u64,
}

/// Counts the words of texts.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    words: Vec<u32>,
    pairs: Vec<u32>,
}

/// The packed counts.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(crate) words: Vec<u8>,
    pub(crate) pairs: Vec<u8>,
    pub(crate) total: u64,
}

impl Counter {
    pub(crate) fn add(&mut self, text: &Folded<'_>) {
        let mut before = None;
        for index in 0..text.words().len() {
            let word = hash(&text.letters()[text.word(index)]);
            self.words.push(word);
            if let Some(before) = before {
                self.pairs.push(pair(before, word));
            }
            before = Some(word);
        }
    }

    /// Packs the counts. What occurs once only is left out: without its own place it would
    /// count for nothing.
    pub(crate) fn finish(self) -> Counted {
        let total = self.words.len() as u64;
        Counted { words: packed(self.words), pairs: packed(self.pairs), total }
    }
}

fn packed(mut keys: Vec<u32>) -> Vec<u8> {
    radsort::sort(&mut keys);
    let runs = keys.chunk_by(|a, b| a == b).filter(|run| run.len() > 1);
    let pairs: Vec<u64> =
        runs.map(|run| u64::from(run[0]) << 32 | run.len() as u64).collect();
    packed::pack(&pairs)
}

/// A word's key.
pub(crate) fn hash(letters: &[u8]) -> u32 {
    let sum = letters.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, &letter| {
        (sum ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    });
    (sum ^ sum >> 32) as u32
}

fn pair(first: u32, second: u32) -> u32 {
    let mixed =
        (u64::from(first) << 32 | u64::from(second)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as u32
}

impl<'a> Counts<'a> {
    /// `None` if the bytes are no tables.
    pub(crate) fn of(words: &'a [u8], pairs: &'a [u8], total: u64) -> Option<Self> {
        let (words, pairs) = (packed::Packed::of(words)?, packed::Packed::of(pairs)?);
        Some(Counts { words, pairs, total })
    }

    /// How many words were counted.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }
}

/// The counts of several parts of a library, added up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model<'a> {
    parts: Vec<Counts<'a>>,
    total: f64,
}

impl<'a> Model<'a> {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 words")]
    pub(crate) fn new(parts: Vec<Counts<'a>>) -> Self {
        let total = parts.iter().map(|part| part.total).sum::<u64>() as f64;
        Model { parts, total }
    }

    /// How many words there are.
    pub(crate) fn total(&self) -> f64 {
        self.total
    }

    /// Whether a word stands in several places.
    pub(crate) fn knows(&self, letters: &[u8]) -> bool {
        self.sum(|part| part.words, hash(letters)) >= 2.0
    }

    /// Whether a word is so rare beside another that it stands for it by a misprint sooner than
    /// by anybody's choice.
    pub(crate) fn is_far_rarer(&self, word: &[u8], other: &[u8]) -> bool {
        /// A scanner misreads a letter in a hundred, or in a thousand; whoever puts another
        /// word in takes a common one as a rule.
        const TIMES: f64 = 100.0;
        let count = |letters| self.sum(|part| part.words, hash(letters));
        count(word) * TIMES < count(other)
    }

    /// The surprise of each word of some letters of a text, in bits.
    pub(crate) fn surprises(
        &self,
        text: &Folded<'_>,
        words: std::ops::Range<usize>,
    ) -> Vec<f64> {
        let mut before = None;
        let surprise = |index| {
            let letters = &text.letters()[text.word(index)];
            let word = hash(letters);
            let bits = self.surprise(before, word).min(most(letters.len()));
            before = Some(word);
            bits
        };
        words.map(surprise).collect()
    }

    fn surprise(&self, before: Option<u32>, word: u32) -> f64 {
        /// The share of the pairs in the mixture.
        const PAIRS: f64 = 0.6;
        let alone = (self.others(word) + 0.5) / (self.total + 1.0);
        let after = before.map_or(0.0, |before| {
            let pairs = self.sum(|part| part.pairs, pair(before, word));
            (pairs - 1.0).max(0.0) / self.others(before).max(1.0)
        });
        -(PAIRS * after.min(1.0) + (1.0 - PAIRS) * alone).log2()
    }

    /// How often a word stands in other places than the one looked at.
    fn others(&self, word: u32) -> f64 {
        (self.sum(|part| part.words, word) - 1.0).max(0.0)
    }

    fn sum(&self, table: impl Fn(&Counts<'a>) -> packed::Packed<'a>, key: u32) -> f64 {
        let counts = self.parts.iter().filter_map(|part| table(part).values(key).next());
        counts.map(f64::from).sum()
    }
}

/// The most that a word can tell, however rare: a small library has not seen all words. Letters
/// of English words carry little more than two bits each (Shannon 1951).
#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn most(letters: usize) -> f64 {
    2.0 + 2.3 * letters as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Folding;

    #[test]
    fn common_words_tell_little() {
        let text = "the king and the queen and the bishop of the realm and the peers";
        let folded = Folded::new(text, Folding::default());
        let mut counter = Counter::default();
        counter.add(&folded);
        let counted = counter.finish();
        let counts = Counts::of(&counted.words, &counted.pairs, counted.total).unwrap();
        let model = Model::new(vec![counts]);
        let bits = model.surprises(&folded, 0..folded.words().len());
        // "the" is common, "the" after "and" more so, "king" is not.
        assert!(bits[0] < bits[1] && bits[3] < bits[0], "{bits:?}");
    }
}
