//! Quotations that "he said" or a bracket interrupts: several pairs of marks, one quotation.

use super::behind;
use super::{
    Quotation, QuoteKind, cue::Cue, kind::Look, marks::Pair, part, phrase, words::Word,
};
use crate::{lexicon::Class, scene::Scene};

/// The pairs of marks of one quotation, with what stands behind one of them.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) pairs: Vec<Pair>,
    pub(super) cue: Option<Cue>,
    /// One past the cue.
    pub(super) end: usize,
}

impl Group {
    pub(super) fn open(&self) -> usize {
        self.pairs.first().map_or(0, |pair| pair.open)
    }

    pub(super) fn close(&self) -> usize {
        self.pairs.last().map_or(0, |pair| pair.close)
    }

    /// The opening mark of its last part.
    pub(super) fn last_open(&self) -> usize {
        self.pairs.last().map_or(0, |pair| pair.open)
    }

    /// What all its words look like.
    pub(super) fn look(&self, scene: &Scene<'_>) -> Look {
        let longest = self.pairs.iter().max_by_key(|pair| pair.close - pair.open);
        longest.map_or(Look::default(), |pair| Look::of(scene, pair.open + 1, pair.close))
    }

    /// The quotation; `None` where there is nothing between the marks.
    pub(super) fn quotation(&self, scene: &Scene<'_>) -> Option<Quotation> {
        let inner = self.pairs.iter().map(|pair| (pair.open + 1, pair.close));
        let parts: Vec<_> =
            inner.filter_map(|(first, end)| part(scene, first, end)).collect();
        if parts.is_empty() {
            return None;
        }
        Some(Quotation::bare(parts, QuoteKind::Direct, self.pairs.first()?.mark, 0))
    }
}

/// The outermost quotations of a block, those joined that are one.
pub(super) fn groups(scene: &Scene<'_>, pairs: &[Pair]) -> Vec<Group> {
    let mut outer: Vec<Pair> = Vec::new();
    for &pair in pairs {
        if outer.last().is_none_or(|last| pair.open > last.close) {
            outer.push(pair);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for (index, &pair) in outer.iter().enumerate() {
        // The original in a bracket behind a translation parts nothing.
        let next = outer[index + 1..]
            .iter()
            .find(|next| !(scene.is(next.open - 1, '(') && next.open <= pair.close + 3));
        let ceiling = next.map_or(scene.tokens.len(), |next| next.open);
        let behind = behind::behind(scene, pair.close, ceiling);
        if let Some(last) = groups.last_mut()
            && joins(scene, last, &pair, behind.is_some())
        {
            last.pairs.push(pair);
            if last.cue.is_none() {
                last.cue = behind.map(|(cue, _)| cue);
                last.end = behind.map_or(pair.close, |(_, end)| end);
            }
            continue;
        }
        let (cue, end) = behind.map_or((None, pair.close), |(cue, end)| (Some(cue), end));
        groups.push(Group { pairs: vec![pair], cue, end });
    }
    groups
}

/// The words between two parts of a quotation are not more than this.
const GAP: usize = 45;

/// Whether `next` goes on with the quotation of `group`.
fn joins(scene: &Scene<'_>, group: &Group, next: &Pair, has_cue: bool) -> bool {
    let from = group.close() + 1;
    if next.open - from > GAP || from >= next.open {
        return false;
    }
    if is_bracket(scene, from, next.open) {
        return !has_cue;
    }
    // The cue stands behind the original in a bracket: that is a quotation by itself.
    if group.end > next.open {
        return false;
    }
    if group.cue.is_none() || group.pairs.len() > 1 && group.end < group.close() {
        return false;
    }
    let rest = group.end.min(next.open)..next.open;
    let parted = (rest.start..=next.open).any(|at| scene.tokens[at].starts_sentence);
    if parted {
        let slight = rest.clone().all(|at| is_slight(scene, at));
        !has_cue && (slight || closes_bracket(scene, &rest))
    } else {
        let led = rest.is_empty()
            || [',', ';', ':', '–', '-']
                .iter()
                .any(|&mark| scene.is(next.open - 1, mark));
        led && !rest.clone().any(|at| starts_anew(scene, at))
    }
}

/// A bracket and nothing else.
fn is_bracket(scene: &Scene<'_>, from: usize, end: usize) -> bool {
    scene.is(from, '(')
        && scene.is(end - 1, ')')
        && !(from + 1..end - 1).any(|at| scene.is(at, ')') || scene.is(at, '('))
}

/// "(September 1)." behind the cue.
fn closes_bracket(scene: &Scene<'_>, rest: &std::ops::Range<usize>) -> bool {
    scene.is(rest.start, '(')
        && rest.end >= rest.start + 3
        && (scene.is(rest.end - 1, ')') || scene.is(rest.end - 2, ')'))
}

fn is_slight(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    !token.is_word() && token.number().is_none() || phrase::is_adverb(scene, at)
}

/// A second clause: "but Weber", "and added".
fn starts_anew(scene: &Scene<'_>, at: usize) -> bool {
    let joins =
        scene.has(at, Class::AND) || matches!(scene.text(at), "but" | "then" | "while");
    joins
        || scene.cues(at, Word::SAY)
            && phrase::is_verb_of_saying(scene, at)
            && at > 0
            && !scene.cues(at - 1, Word::PREPOSITION.or(Word::HELPS).or(Word::JOINS))
            && !scene.text(at).ends_with("ing")
}
