//! Which alignments are shown: those that can't well be chance, and of those that explain the
//! same words only the ones that explain them about as well as the best.

use crate::{
    Folded, Options, chance::Evidence, cue::Cues, map::Alignment, verdict::is_omission,
};
use rustc_hash::FxHashMap;
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
        let (halves, rest) = self.halves(rest);
        for one in halves {
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

    fn is_sure(&self, one: &Alignment) -> bool {
        self.tells(one.evidence, &self.words(one), 1.0)
    }

    /// Whether evidence of so many words of the text tells enough, if the passage could stand in so
    /// many ways at each place of the library.
    #[expect(clippy::cast_precision_loss, reason = "a setting")]
    fn tells(&self, evidence: Evidence, words: &Range<usize>, ways: f64) -> bool {
        let marked = self.cues.is_some_and(|cues| cues.held(words) == [true, true]);
        let least = self.options.least_words as f64 * READABLE;
        let least = if marked { LEAST_MARKED.min(least) } else { least };
        let all = self.text.words().len() as f64;
        let places = self.cues.map_or(all, |cues| cues.places(words));
        evidence.words >= least
            && evidence.expected(self.library, places) * ways <= self.options.chance
    }

    /// Weak passages that tell enough together, being two sides of a gap; and the others.
    fn halves(&self, weak: Vec<Alignment>) -> (Vec<Alignment>, Vec<Alignment>) {
        let mut whole = vec![false; weak.len()];
        // A long text has weak passages by the ten thousand.
        let mut beginning: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        if self.cues.is_some() {
            for (index, one) in weak.iter().enumerate() {
                beginning.entry(self.words(one).start).or_default().push(index);
            }
        }
        for (index, first) in weak.iter().enumerate() {
            let Some(next) =
                self.cues.and_then(|_| self.behind_gap(self.words(first).end))
            else {
                continue;
            };
            let mut there = beginning.get(&next).into_iter().flatten().copied();
            if let Some(second) = there.find(|&one| self.are_halves(first, &weak[one])) {
                (whole[index], whole[second]) = (true, true);
            }
        }
        let mut flags = whole.into_iter();
        weak.into_iter().partition(|_| flags.next().unwrap_or_default())
    }

    /// The word with which a quotation goes on, where a mark says that words are left out before
    /// `word`, or where brackets open that hold a few words.
    fn behind_gap(&self, word: usize) -> Option<usize> {
        /// How many words an account puts in at most.
        const PUT_IN: usize = 12;
        let all = self.text.words().len();
        let between = self.text.between(word);
        let closes = |word: &usize| self.text.between(*word).contains([']', ')']);
        if word >= all {
            None
        } else if is_omission(between) {
            Some(word)
        } else if between.contains(['[', '(']) {
            (word + 1..all.min(word + PUT_IN)).find(closes)
        } else {
            None
        }
    }

    /// Whether two passages on both sides of a gap tell enough together. Each of the places that
    /// are as near as the second could be where it begins, before or behind the first.
    fn are_halves(&self, first: &Alignment, second: &Alignment) -> bool {
        let document = (first.part, first.document) == (second.part, second.document);
        let gap = second.target.start.checked_sub(first.target.end);
        let evidence = Evidence {
            bits: first.evidence.bits + second.evidence.bits,
            words: first.evidence.words + second.evidence.words,
        };
        let words = self.words(first).start..self.words(second).end;
        document
            && gap.is_some_and(|gap| {
                let ways = f64::from(1 + gap / 6) * 2.0;
                gap <= NEAR && self.tells(evidence, &words, ways)
            })
    }

    /// Whether a weaker passage goes on where a sure one stops, in both texts: what it has to
    /// be told from by chance is the few words about there, not the library.
    fn follows(&self, sure: &Alignment, one: &Alignment) -> bool {
        if (sure.part, sure.document) != (one.part, one.document) {
            return false;
        }
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
        after.or(before).is_some_and(|(a, b)| a <= 80 && b <= NEAR)
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
