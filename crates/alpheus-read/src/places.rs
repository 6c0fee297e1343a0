//! Where time expressions stand: what a block leaves behind of its tokens for the links.

use crate::{lexicon::Class, scene::Scene, statement::Hedge, stops::Stop};
use alpheus_text::key;
use std::ops::Range;

/// What stands around a time expression: a set of marks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks(u16);

impl Marks {
    /// A bracket opens before it.
    pub(crate) const BRACKET: u16 = 1;
    /// It stands beside the time expression before, as one date beside its other name.
    pub(crate) const APPOSED: u16 = 1 << 1;
    /// "until" stands before it.
    pub(crate) const UNTIL: u16 = 1 << 2;
    /// "lasting" stands just before it.
    pub(crate) const LASTING: u16 = 1 << 3;
    /// "and", "or" or a semicolon stands between the one before and it.
    pub(crate) const JOINED: u16 = 1 << 4;
    /// A name stands before its bracket.
    pub(crate) const NAMED: u16 = 1 << 5;
    /// "exactly", "just" leads it in.
    pub(crate) const EXACT: u16 = 1 << 6;
    /// "about", "nearly", "some" leads it in.
    pub(crate) const ROUGH: u16 = 1 << 7;
    /// What it tells is planned, ordered, reported or supposed.
    pub(crate) const UNREAL: u16 = 1 << 8;
    /// "within", "every", "a": the length bounds or rates something else.
    pub(crate) const BOUND: u16 = 1 << 9;
    /// "a total of", "a period of": leads in a length that sums up.
    pub(crate) const SUM: u16 = 1 << 11;
    /// "between" stands between the one before and it.
    pub(crate) const BETWEEN: u16 = 1 << 12;
    /// "a little": the bound that follows is near.
    pub(crate) const LITTLE: u16 = 1 << 13;
    /// "after studying for": the length is over when what follows happens.
    pub(crate) const AFTER: u16 = 1 << 14;
    /// "of", "until", "since", "dated": it places something else than the story.
    pub(crate) const ASIDE: u16 = 1 << 10;

    pub(crate) fn has(self, mark: u16) -> bool {
        self.0 & mark != 0
    }

    /// How exactly what stands here is told.
    pub(crate) fn hedge(self) -> Hedge {
        if self.has(Marks::LITTLE) {
            Hedge::Little
        } else if self.has(Marks::ROUGH) {
            Hedge::Roughly
        } else if self.has(Marks::EXACT) {
            Hedge::Exactly
        } else {
            Hedge::Plain
        }
    }

    fn set(&mut self, mark: u16, on: bool) {
        self.0 |= if on { mark } else { 0 };
    }
}

/// Where a time expression stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Counted through the document; a block's end counts as one more.
    pub(crate) sentence: u32,
    /// Tokens from the end of the time expression before, in the same sentence.
    pub(crate) since: u16,
    pub(crate) marks: Marks,
}

/// Notes the places of a block's time expressions; `sentence` runs through the document.
pub(crate) fn note(scene: &Scene<'_>, sentence: &mut u32, out: &mut Vec<Place>) {
    *sentence += 1;
    if !scene.has_times() {
        return;
    }
    let (mut last_end, mut next) = (0, 0);
    for at in scene.stops(Stop::TIME.or(Stop::SENTENCE)) {
        if at < next {
            continue;
        }
        if scene.tokens[at].starts_sentence && at > 0 {
            *sentence += 1;
            last_end = at;
        }
        if scene.time(at).is_none() {
            continue;
        }
        let end = scene.after_time(at);
        out.push(Place {
            sentence: *sentence,
            since: u16::try_from(at - last_end).unwrap_or(u16::MAX),
            marks: marks(scene, last_end, at, end),
        });
        (next, last_end) = (end, end);
    }
}

/// What stands around the time expression of tokens `at..end`, the one before having ended
/// at `from`.
fn marks(scene: &Scene<'_>, from: usize, at: usize, end: usize) -> Marks {
    let mut marks = Marks::default();
    let near = |reach: usize| at.saturating_sub(reach).max(from)..at;
    let any = |class: Class, mut among: Range<usize>| among.any(|k| scene.has(k, class));
    let opens = |k: usize| scene.is(k, '(') || scene.is(k, '[');
    let bracket = near(3).rev().find(|&k| opens(k));
    let name = bracket.and_then(|k| k.checked_sub(1));
    marks.set(Marks::BRACKET, bracket.is_some());
    marks.set(Marks::NAMED, name.is_some_and(|k| scene.tokens[k].capital));
    marks.set(Marks::APPOSED, from > 0 && apposed(scene, from..at));
    marks.set(Marks::UNTIL, any(Class::UNTIL, near(1)));
    marks.set(Marks::LASTING, any(Class::LASTING, near(2)));
    // "eight years and a half" is one length.
    let half = |k: usize| {
        scene.tokens.get(k + 2).is_some_and(|t| t.key == const { key("half") })
    };
    let joins =
        |k: usize| scene.has(k, Class::AND.or(Class::OR)) && !half(k) || scene.is(k, ';');
    marks.set(Marks::JOINED, (from..at).any(joins));
    marks.set(Marks::EXACT, any(Class::EXACT, at.saturating_sub(1)..(at + 1).min(end)));
    let rough = Class::ABOUT.or(Class::MORE);
    marks.set(Marks::ROUGH, any(rough, near(4).start..end));
    marks.set(Marks::UNREAL, any(Class::UNREAL, near(4)));
    // "15 % a year": a rate, where a length alone would be "one year".
    let rate = scene.has(at, Class::ARTICLE) && end == at + 2;
    marks.set(Marks::BOUND, rate || any(Class::BOUND, at.saturating_sub(2)..end));
    let clause = near(8).rev().take_while(|&k| !scene.is(k, ','));
    let after = clause.into_iter().any(|k| scene.tokens[k].key == const { key("after") });
    marks.set(Marks::AFTER, after);
    marks.set(Marks::SUM, any(Class::SUM, near(3)));
    marks.set(Marks::BETWEEN, any(Class::BETWEEN, from..at));
    marks.set(Marks::LITTLE, any(Class::LITTLE, near(4).start..end));
    let aside = Class::OF.or(Class::ASIDE);
    marks.set(Marks::ASIDE, any(aside, near(2)));
    marks
}

/// Whether a date stands in apposition to the time expression before it: a comma, a
/// bracket or "on" parts the two, and nothing else but "the" and the like.
fn apposed(scene: &Scene<'_>, between: Range<usize>) -> bool {
    let mark = |k: usize| !scene.tokens[k].is_word();
    let parts = |k: usize| mark(k) || scene.has(k, Class::ON.or(Class::FROM));
    let small = Class::APPOSING.or(Class::IN);
    let inside = between.clone().any(|k| scene.has(k, Class::IN));
    between.len() <= 4
        && between.clone().any(parts)
        && between.clone().all(|k| parts(k) || scene.has(k, small))
        && (between.clone().any(mark) || !inside)
}
