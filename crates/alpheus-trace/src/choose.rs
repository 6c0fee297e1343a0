//! Which alignments are shown: those that can't well be chance, and of those that explain the
//! same words only the ones that explain them about as well as the best.

use crate::{Folded, Options, cue::Cues, map::Alignment};
use std::ops::Range;

/// How much of a passage's words may be misread without its being too short.
const READABLE: f64 = 0.92;
/// How few words may be a passage where a quotation's marks hold it at both ends.
const LEAST_MARKED: f64 = 5.5;
/// A passage is explained by a better one that covers this much of its words,
const COVERED: f64 = 0.6;
/// unless it tells this share of what the better one tells.
const AS_GOOD: f64 = 0.9;
/// How far from an accepted passage, in bytes of either text, a weaker one may follow it.
const NEAR: u32 = 1500;

/// What is looked up, and in how much.
pub(crate) struct Choice<'c> {
    pub(crate) text: &'c Folded<'c>,
    /// Where quotations could begin and end, if the text has any.
    pub(crate) cues: Option<&'c Cues>,
    /// Words of the library.
    pub(crate) library: f64,
    pub(crate) options: &'c Options,
    /// Whether a passage in one document explains away a worse one in another.
    pub(crate) rivals: bool,
}

impl Choice<'_> {
    /// Those of the alignments of a text that are shown, in the order of the text.
    pub(crate) fn choose(&self, mut found: Vec<Alignment>) -> Vec<Alignment> {
        found.sort_by(|a, b| {
            let bits = b.evidence.bits.total_cmp(&a.evidence.bits);
            bits.then_with(|| a.place().cmp(&b.place()))
        });
        let (sure, rest): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|one| self.is_sure(one));
        let mut kept: Vec<Alignment> = Vec::new();
        for one in sure {
            if !kept.iter().any(|better| self.explains(better, &one)) {
                kept.push(one);
            }
        }
        let first = kept.len();
        for one in rest {
            let follows = kept[..first].iter().any(|sure| self.follows(sure, &one));
            if follows && !kept.iter().any(|better| self.explains(better, &one)) {
                kept.push(one);
            }
        }
        kept.sort_by_key(Alignment::place);
        kept
    }

    fn words(&self, one: &Alignment) -> Range<usize> {
        self.text.word_of(one.query.start)..self.text.word_of(one.query.end - 1) + 1
    }

    #[expect(clippy::cast_precision_loss, reason = "a setting")]
    fn is_sure(&self, one: &Alignment) -> bool {
        let words = self.words(one);
        let marked = self.cues.is_some_and(|cues| cues.held(&words) == [true, true]);
        let least = self.options.least_words as f64 * READABLE;
        let least = if marked { LEAST_MARKED.min(least) } else { least };
        let all = self.text.words().len() as f64;
        let places = self.cues.map_or(all, |cues| cues.places(&words));
        one.evidence.words >= least
            && one.evidence.expected(self.library, places) <= self.options.chance
    }

    /// Whether a weaker passage goes on where a sure one stops, in both texts: what it has to
    /// be told from by chance is the few words about there, not the library.
    fn follows(&self, sure: &Alignment, one: &Alignment) -> bool {
        let document = (sure.part, sure.document) == (one.part, one.document);
        let apart = |a: (u32, u32), b: (u32, u32)| {
            if b.0 >= a.1 { Some(b.0 - a.1) } else { None }
        };
        let bytes = |one: &Alignment| {
            let span = self.text.span(one.query.clone());
            (span.start, span.end)
        };
        let target = |one: &Alignment| (one.target.start, one.target.end);
        let after = apart(bytes(sure), bytes(one)).zip(apart(target(sure), target(one)));
        let before = apart(bytes(one), bytes(sure)).zip(apart(target(one), target(sure)));
        // Each of the words near by could be where it begins, on both sides.
        let needed = 2.0 * f64::from(NEAR / 6).log2() - self.options.chance.log2();
        document
            && after.or(before).is_some_and(|(a, b)| a <= 80 && b <= NEAR)
            && one.evidence.bits >= needed
    }

    /// Whether a better alignment explains the words of another.
    fn explains(&self, better: &Alignment, other: &Alignment) -> bool {
        let start = better.query.start.max(other.query.start);
        let end = better.query.end.min(other.query.end);
        let share = ratio(end.saturating_sub(start), other.query.len());
        let document = (better.part, better.document) == (other.part, other.document);
        let same = document && better.target.overlaps(other.target);
        let worse = other.evidence.bits < AS_GOOD * better.evidence.bits;
        share >= COVERED && (same || worse && self.rivals)
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of passages")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
