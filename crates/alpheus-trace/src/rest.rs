//! The words of a quotation that are in no part of it that was found.

use crate::{
    Quoted,
    ends::{self, Beside},
    trace::{Part, Place, View},
    verdict::Verdict,
};
use alpheus_text::Span;

/// How far from a part words are looked for that stand beyond a mark of omission, in bytes.
const FAR: u32 = 400;

impl<'l> View<'_, 'l> {
    /// The words of a quotation that are in none of its parts.
    pub(crate) fn missing(&self, quoted: &Quoted, parts: &[Part<'l>]) -> Vec<Span> {
        let span = quoted.span();
        let mut missing: Vec<Span> = Vec::new();
        let first = self.text.word_of(self.text.letter_from(span.start));
        for word in first..self.text.words().len() {
            let here = self.text.span(self.text.word(word));
            if here.start >= span.end {
                break;
            }
            let found = parts.iter().any(|part| part.place.here.overlaps(here));
            if found || here.start < span.start || !quoted.has(here) {
                continue;
            }
            match missing.last_mut() {
                Some(last)
                    if quoted.is_one(last.cover(here))
                        && self.text.word_of(self.text.letter_from(last.start))
                            < word
                        && !parts.iter().any(|part| {
                            part.place.here.start >= last.end
                                && part.place.here.end <= here.start
                        }) =>
                {
                    *last = last.cover(here);
                }
                _ => missing.push(here),
            }
        }
        missing
    }
    /// The missing words without those that the source has right beside a part, and the worst
    /// that became of these.
    pub(crate) fn unexplained(
        &self,
        missing: Vec<Span>,
        parts: &[Part<'l>],
    ) -> (Vec<Span>, Verdict) {
        let mut worst = Verdict::Verbatim;
        let mut left = Vec::new();
        for words in missing {
            match self.beside(words, parts) {
                Some(verdict) => worst = worst.max(verdict),
                None => left.push(words),
            }
        }
        (left, worst)
    }

    /// What became of some words, if the source has them beside the next or the last part.
    fn beside(&self, words: Span, parts: &[Part<'l>]) -> Option<Verdict> {
        let next = parts.iter().find(|part| part.place.here.start >= words.end);
        let last = parts.iter().rfind(|part| part.place.here.end <= words.start);
        [(next, true), (last, false)].into_iter().find_map(|(part, before)| {
            let place = &part?.place;
            let here = place.here;
            let (from, to) =
                if before { (words.end, here.start) } else { (here.end, words.start) };
            let elided = ends::is_elided(self.text, from, to);
            let beside = Beside {
                words: self.text.bytes(self.with_brackets(words)),
                source: self.around(
                    place,
                    before,
                    if elided { FAR } else { words.len() * 2 + 40 },
                ),
                before,
                elided,
            };
            let mapper = &self.tracer.mapper;
            beside.explained(&mapper.model, mapper.options.folding)
        })
    }

    /// Some words with the brackets that they stand in.
    fn with_brackets(&self, words: Span) -> Span {
        let before = self.text.bytes(Span::new(0, words.start));
        let after = self.text.bytes(Span::new(words.end, self.text.at(self.text.len())));
        let opens = before.trim_end().ends_with(['[', '(']);
        let closes = after.find([']', ')']).filter(|&at| at < 4);
        Span::new(
            if opens { before.trim_end().len() as u32 - 1 } else { words.start },
            words.end + closes.map_or(0, |at| at as u32 + 1),
        )
    }

    /// Some bytes of the source before or after a place of it.
    fn around(&self, place: &Place<'l>, before: bool, bytes: u32) -> &'l str {
        let (part, start) = place.origin;
        let part = &self.tracer.mapper.parts[part];
        let document = part.bounds(part.document_from(0, start));
        let (from, to) = (start + place.there.start, start + place.there.end);
        part.slice(if before {
            Span::new(from.saturating_sub(bytes).max(document.start), from)
        } else {
            Span::new(to, (to + bytes).min(document.end))
        })
        .1
    }
}
