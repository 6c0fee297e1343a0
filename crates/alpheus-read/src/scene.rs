//! A block as the readers see it: tokens, their classes, and the times among them.

use crate::{
    lexicon::{Class, entry_of},
    quotes::words::Word,
    stops::{Places, Stop, Stops},
};
use alpheus_text::{Block, Document, Span, Token};
use alpheus_time::{Tagger, Timex, TimexKind};
use std::ops::Range;

/// Readers look no farther than this many tokens either way, so that a text without
/// sentences takes no longer than another.
pub(crate) const LONGEST_SENTENCE: usize = 250;

const NO_TIME: u32 = u32::MAX;

/// One block: its tokens, what class each word belongs to, and which time expression,
/// if any, each token is part of.
pub(crate) struct Scene<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) tokens: &'a [Token],
    classes: &'a [Class],
    pub(crate) cues: &'a [Word],
    stops: &'a Stops,
    spoken_of: Class,
    times: &'a [u32],
    timexes: &'a [Timex],
    has_times: bool,
}

/// What is known of a block as it goes through the phases, reused from block to block.
#[derive(Default)]
pub(crate) struct Page {
    tokens: Vec<Token>,
    classes: Vec<Class>,
    cues: Vec<Word>,
    stops: Stops,
    /// The classes of all of them.
    spoken_of: Class,
    times: Vec<u32>,
    /// Its time expressions, as indices into the document's.
    found: Range<usize>,
}

impl Page {
    /// Reads its tokens.
    pub(crate) fn tokenize(&mut self, doc: &Document, block: &Block) {
        doc.tokenize(block, &mut self.tokens);
    }

    /// Reads its time expressions.
    pub(crate) fn tag(&mut self, doc: &Document, block: &Block, tagger: &mut Tagger) {
        self.found = tagger.block(doc, block, &self.tokens);
    }

    /// Looks up the classes of its words, and lays its time expressions, which are among
    /// `timexes`, over the tokens.
    pub(crate) fn lay(&mut self, timexes: &[Timex]) {
        self.classes.clear();
        self.classes.reserve(self.tokens.len());
        self.cues.clear();
        self.cues.reserve(self.tokens.len());
        self.spoken_of = Class::NONE;
        self.stops.fill(self.tokens.iter().map(|token| {
            let entry = entry_of(token);
            self.classes.push(entry.class);
            self.cues.push(entry.cue);
            self.spoken_of = self.spoken_of.or(entry.class);
            entry.stop.or(Stop::of_token(token))
        }));
        self.times.clear();
        self.times.resize(self.tokens.len(), NO_TIME);
        let mut at = 0;
        for (index, timex) in self.found.clone().zip(&timexes[self.found.clone()]) {
            while at < self.tokens.len() && self.tokens[at].span.end <= timex.span.start {
                at += 1;
            }
            let mut inside = at;
            while inside < self.tokens.len()
                && self.tokens[inside].span.start < timex.span.end
            {
                self.times[inside] = index as u32;
                self.stops.add(inside, Stop::TIME);
                inside += 1;
            }
        }
    }

    /// The block as the readers see it.
    pub(crate) fn scene<'a>(
        &'a self,
        doc: &'a Document,
        timexes: &'a [Timex],
    ) -> Scene<'a> {
        Scene {
            doc,
            tokens: &self.tokens,
            classes: &self.classes,
            cues: &self.cues,
            stops: &self.stops,
            spoken_of: self.spoken_of,
            times: &self.times,
            timexes,
            has_times: !self.found.is_empty(),
        }
    }
}

impl Scene<'_> {
    /// The classes of a token; out of bounds there is none.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or(Class::NONE)
    }

    /// Whether the token is of one of these classes.
    pub(crate) fn has(&self, at: usize, class: Class) -> bool {
        self.class(at).any(class)
    }

    /// Whether any word is of one of these classes.
    pub(crate) fn speaks_of(&self, class: Class) -> bool {
        self.spoken_of.any(class)
    }

    /// The tokens at which any of these has to look.
    pub(crate) fn stops(&self, wanted: Stop) -> Places<'_> {
        self.stops.from(0, wanted)
    }

    /// Those from `from` on.
    pub(crate) fn stops_from(&self, from: usize, wanted: Stop) -> Places<'_> {
        self.stops.from(from, wanted)
    }

    /// The tokens at which any of these has to look, each behind the start of its sentence, or
    /// of as much of it as anyone reads.
    pub(crate) fn stops_in_sentences(
        &self,
        wanted: Stop,
    ) -> impl Iterator<Item = (usize, usize)> {
        let mut start = 0;
        self.stops(wanted.or(Stop::SENTENCE)).map(move |at| {
            start = if self.tokens[at].starts_sentence {
                at
            } else {
                at - (at - start) % (LONGEST_SENTENCE + 1)
            };
            (start, at)
        })
    }

    /// The end of the sentence that a token is in, or of as much of it as anyone reads.
    pub(crate) fn sentence_end(&self, at: usize) -> usize {
        let limit = self.tokens.len().min(at + LONGEST_SENTENCE);
        (at + 1..limit).find(|&next| self.tokens[next].starts_sentence).unwrap_or(limit)
    }

    /// The tokens of the sentence that a token is in, or as much of it as anyone reads.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        let limit = at.saturating_sub(LONGEST_SENTENCE);
        let start = (limit..=at).rev().find(|&token| self.tokens[token].starts_sentence);
        start.unwrap_or(limit)..self.sentence_end(at)
    }

    /// Whether the token is part of a date or a time of day, whose numbers count nothing.
    pub(crate) fn is_dated(&self, at: usize) -> bool {
        self.time(at).is_some_and(|time| {
            matches!(self.timex(time).kind, TimexKind::Date | TimexKind::Time)
        })
    }

    /// The index of the time expression that a token is part of.
    pub(crate) fn time(&self, at: usize) -> Option<u32> {
        self.times.get(at).copied().filter(|&time| time != NO_TIME)
    }

    /// A time expression as recognised; its value may still be open.
    pub(crate) fn timex(&self, time: u32) -> &Timex {
        &self.timexes[time as usize]
    }

    /// Whether the block has time expressions.
    pub(crate) fn has_times(&self) -> bool {
        self.has_times
    }

    /// Whether the token is this mark.
    pub(crate) fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// The span from the first to the last of these tokens, both included.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    /// The first token after the time expression that `at` is part of.
    pub(crate) fn after_time(&self, at: usize) -> usize {
        let time = self.times[at];
        (at..self.times.len())
            .find(|&next| self.times[next] != time)
            .unwrap_or(self.times.len())
    }
}
