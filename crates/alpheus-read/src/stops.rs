//! Where readers stop: of every token, which of them have to look at it.
//!
//! Most readers wait for a few words or marks and pass over all others, and there are many
//! readers. What they wait for is noted once, when a word is looked up, in a byte a token; a
//! reader goes from stop to stop, eight tokens a step. A stop promises nothing: the reader
//! looks at what stands there.

use crate::{
    lexicon::Class,
    life, onsets,
    quotes::{people, words::Word},
    ranges, recall,
};
use alpheus_text::{Token, TokenKind};

/// Who has to look at a token: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stop(u8);

impl Stop {
    /// "born", "aged": whoever reads lives.
    pub(crate) const LIFE: Stop = Stop(1);
    /// "between", a dash, "battle": whoever reads what is told with its dates.
    pub(crate) const DATED: Stop = Stop(1 << 1);
    /// An opening bracket, round or square.
    pub(crate) const BRACKET: Stop = Stop(1 << 2);
    /// A capital, or a particle, which may stand before one.
    pub(crate) const NAME: Stop = Stop(1 << 3);
    /// "he", "father", "letter": who or what is told of, without a name.
    pub(crate) const TOLD: Stop = Stop(1 << 4);
    /// A mark that may be one of a quotation's.
    pub(crate) const QUOTE: Stop = Stop(1 << 5);
    /// The first token of a sentence.
    pub(crate) const SENTENCE: Stop = Stop(1 << 6);
    /// A token of a time expression.
    pub(crate) const TIME: Stop = Stop(1 << 7);

    pub(crate) const NONE: Stop = Stop(0);

    pub(crate) const fn or(self, other: Stop) -> Stop {
        Stop(self.0 | other.0)
    }

    const fn when(self, on: bool) -> Stop {
        if on { self } else { Stop::NONE }
    }

    /// Who looks at the words of a class.
    pub(crate) fn of_class(class: Class) -> Stop {
        let dated = ranges::TRIGGERS.or(recall::TRIGGERS).or(onsets::TRIGGERS);
        Stop::LIFE
            .when(class.any(life::TRIGGERS))
            .or(Stop::DATED.when(class.any(dated)))
            .or(Stop::NAME.when(class.any(Class::PARTICLE)))
            .or(Stop::TOLD.when(class.any(people::TRIGGERS)))
    }

    /// Who looks at the words of a cue.
    pub(crate) fn of_cue(cue: Word) -> Stop {
        Stop::TOLD.when(cue.any(people::CUES))
    }

    /// Who looks at a token for its shape or its place.
    #[inline]
    pub(crate) fn of_token(token: &Token) -> Stop {
        let own = match token.kind {
            TokenKind::Mark(mark) => Stop::of_mark(mark),
            TokenKind::Word | TokenKind::Number => Stop::NONE,
        };
        own.or(Stop::NAME.when(token.capital))
            .or(Stop::SENTENCE.when(token.starts_sentence))
    }

    const fn of_mark(mark: char) -> Stop {
        match mark {
            '(' | '[' => Stop::BRACKET,
            '-' | '–' => Stop::DATED,
            '"' | '\'' | '`' | '‚' | '«' | '»' | '‹' | '›' => Stop::QUOTE,
            _ => Stop::NONE,
        }
    }
}

/// So many tokens are looked at in a step.
const STEP: usize = size_of::<u64>();

/// The stops of a block's tokens, one byte a token.
#[derive(Debug, Default)]
pub(crate) struct Stops {
    /// Filled up with none to a whole number of steps.
    stops: Vec<u8>,
}

impl Stops {
    /// Takes down those of a block's tokens.
    pub(crate) fn fill(&mut self, stops: impl Iterator<Item = Stop>) {
        self.stops.clear();
        self.stops.extend(stops.map(|stop| stop.0));
        self.stops.resize(self.stops.len().next_multiple_of(STEP), 0);
    }

    /// Adds to the stops of a token.
    pub(crate) fn add(&mut self, at: usize, stop: Stop) {
        self.stops[at] |= stop.0;
    }

    /// The tokens from `from` on at which any of `wanted` has to stop.
    pub(crate) fn from(&self, from: usize, wanted: Stop) -> Places<'_> {
        let steps = self.stops.as_chunks().0.get(from / STEP..).unwrap_or_default();
        let wanted = u64::from_le_bytes([wanted.0; STEP]);
        let mut places =
            Places { steps: steps.iter(), wanted, at: from / STEP * STEP, left: 0 };
        places.load();
        places.left &= u64::MAX << (from % STEP * 8);
        places
    }
}

/// The tokens at which a reader has to stop, in order.
pub(crate) struct Places<'a> {
    /// The steps not taken yet.
    steps: std::slice::Iter<'a, [u8; STEP]>,
    wanted: u64,
    /// The first token of this step, and of its stops those that are left.
    at: usize,
    left: u64,
}

impl Places<'_> {
    /// Reads the step at `at`; whether there is one.
    #[inline]
    fn load(&mut self) -> bool {
        let step = self.steps.next();
        self.left = step.map_or(0, |step| u64::from_le_bytes(*step) & self.wanted);
        step.is_some()
    }
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.at += STEP;
            if !self.load() {
                return None;
            }
        }
        let byte = self.left.trailing_zeros() / 8;
        self.left &= !(0xff << (byte * 8));
        Some(self.at + byte as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::{Stop, Stops};

    #[test]
    fn every_stop_is_found_from_anywhere() {
        let is_stop = |at: usize| at.is_multiple_of(3) || at % 7 == 1;
        let mut stops = Stops::default();
        stops.fill((0..45).map(|at| Stop::NAME.or(Stop::LIFE.when(is_stop(at)))));
        for from in 0..60 {
            let found: Vec<usize> = stops.from(from, Stop::LIFE).collect();
            let meant: Vec<usize> = (from..45).filter(|&at| is_stop(at)).collect();
            assert_eq!(found, meant, "from {from}");
        }
        assert_eq!(stops.from(0, Stop::TIME).next(), None);
    }
}
