//! A part of a library: texts one after the other, their seeds, and the counts of their words.

use crate::{
    Folded, Folding,
    packed::{self, Packed},
    seed,
    words::{Counted, Counter, Counts},
};
use alpheus_text::Span;

/// The most text that a part holds, in bytes; seeds point into it with 32 bits.
pub(crate) const MOST_TEXT: usize = 1 << 30;

/// A part of a library, in borrowed bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'a> {
    pub(crate) text: &'a [u8],
    /// Where each text begins, and at last where all end.
    pub(crate) starts: &'a [u32],
    pub(crate) seeds: Packed<'a>,
    pub(crate) counts: Counts<'a>,
}

impl<'a> Part<'a> {
    /// The document that a byte of the text is in, if it lies in `document` or, more likely
    /// the nearer, in one after it.
    pub(crate) fn document_from(&self, document: usize, byte: u32) -> usize {
        let (mut low, mut step) = (document, 1);
        while self.starts.get(low + step).is_some_and(|&start| start <= byte) {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.starts.len());
        let between = self.starts.get(low + 1..high).unwrap_or_default();
        low + between.partition_point(|&start| start <= byte)
    }

    /// Where a document stands in the text.
    pub(crate) fn bounds(&self, document: usize) -> Span {
        let start = self.starts.get(document).copied().unwrap_or_default();
        let end = self.starts.get(document + 1).copied().unwrap_or(start);
        Span::new(start, end.max(start))
    }

    /// The text between two bytes, without the characters that they cut; nothing where the
    /// bytes are damaged.
    pub(crate) fn slice(&self, span: Span) -> (u32, &'a str) {
        let whole = |&byte: &u8| byte & 0xc0 != 0x80;
        let bytes = self.text.get(span.range()).unwrap_or_default();
        let start = bytes.iter().position(whole).unwrap_or(bytes.len());
        let after = self.text.get(span.end as usize..).unwrap_or_default();
        let more = after.iter().position(whole).unwrap_or(after.len()).min(3);
        let end = span.end as usize + more;
        let from = span.start as usize + start;
        let text = self.text.get(from..end).unwrap_or_default();
        (from as u32, std::str::from_utf8(text).unwrap_or_default())
    }

    /// The letters between two bytes.
    pub(crate) fn fold(&self, span: Span, folding: Folding) -> Folded<'a> {
        let (base, text) = self.slice(span);
        Folded::part(text, base, folding)
    }
}

/// Makes a part, text by text.
#[derive(Debug)]
pub(crate) struct PartBuilder {
    folding: Folding,
    /// One seed in so many is kept.
    every: usize,
    text: Vec<u8>,
    starts: Vec<u32>,
    seeds: Vec<u64>,
    counter: Counter,
}

/// A part in memory.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) text: Vec<u8>,
    pub(crate) starts: Vec<u32>,
    pub(crate) seeds: Vec<u8>,
    pub(crate) counted: Counted,
}

impl PartBuilder {
    pub(crate) fn new(folding: Folding, every: usize) -> Self {
        PartBuilder {
            folding,
            every,
            text: Vec::new(),
            starts: vec![0],
            seeds: Vec::new(),
            counter: Counter::default(),
        }
    }

    /// Whether a text of so many bytes still fits.
    pub(crate) fn fits(&self, bytes: usize) -> bool {
        self.text.len() + bytes <= MOST_TEXT
    }

    /// How many bytes of text it holds.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Adds a text.
    pub(crate) fn add(&mut self, text: &str) {
        let base = self.text.len() as u32;
        let folded = Folded::part(text, base, self.folding);
        self.text.extend(text.as_bytes());
        self.starts.push(self.text.len() as u32);
        self.counter.add(&folded);
        let seeds = seed::sparse(folded.letters(), self.every);
        self.seeds.reserve(folded.len() / self.every + 1);
        self.seeds.extend(
            seeds.map(|(letter, seed)| {
                u64::from(seed) << 32 | u64::from(folded.at(letter))
            }),
        );
    }

    /// Sorts and packs.
    pub(crate) fn finish(mut self) -> Built {
        // The sort is stable, and the places of a seed came in order.
        radsort::sort_by_key(&mut self.seeds, |pair| (pair >> 32) as u32);
        let seeds = packed::pack(&self.seeds);
        drop(self.seeds);
        let counted = self.counter.finish();
        Built { text: self.text, starts: self.starts, seeds, counted }
    }
}

#[cfg(test)]
impl Built {
    pub(crate) fn part(&self) -> Part<'_> {
        Part {
            text: &self.text,
            starts: &self.starts,
            seeds: Packed::of(&self.seeds).expect("a table that was just packed"),
            counts: Counts::of(
                &self.counted.words,
                &self.counted.pairs,
                self.counted.total,
            )
            .expect("tables that were just packed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_leads_to_its_document() {
        let mut builder = PartBuilder::new(Folding::default(), 1);
        for text in ["first text", "", "the third, é"] {
            builder.add(text);
        }
        let built = builder.finish();
        let part = built.part();
        assert_eq!(part.document_from(0, 0), 0);
        assert_eq!(part.document_from(0, 10), 2);
        assert_eq!(part.document_from(2, 22), 2);
        assert_eq!(part.bounds(2), Span::new(10, 23));
        assert_eq!(part.slice(Span::new(11, 22)).1, "he third, é");
        assert_eq!(part.fold(Span::new(10, 13), Folding::default()).letters(), b"the");
    }
}
