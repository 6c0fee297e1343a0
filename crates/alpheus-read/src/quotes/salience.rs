//! How much a mention of a person stands out in its sentence.

use super::{
    phrase::{self, is_name, is_possessive},
    words::Word,
};
use crate::{lexicon::Class, scene::Scene};

pub(super) fn is_boundary(scene: &Scene<'_>, at: usize) -> bool {
    scene.cues(at, Word::PREPOSITION.or(Word::JOINS).or(Word::HELPS))
}

/// "in", "at", "from": what follows is a place.
pub(super) fn is_placing(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::IN.or(Class::FROM))
        || matches!(
            scene.text(at),
            "at" | "near"
                | "into"
                | "through"
                | "beyond"
                | "across"
                | "towards"
                | "outside"
                | "via"
        )
}

/// Whether the verb at `at` has more than one subject.
pub(super) fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| {
        matches!(scene.doc.slice(token.span), "were" | "are" | "have")
    })
}

pub(super) fn acts(scene: &Scene<'_>, at: usize) -> bool {
    let Some(token) = scene.tokens.get(at) else { return false };
    scene.has(at, Class::BE.or(Class::PAST))
        || scene.cues(at, Word::HELPS.or(Word::SAY).or(Word::TELL).or(Word::HOLD))
        || phrase::is_adverb(scene, at)
        || token.is_word()
            && !token.capital
            && scene.cue(at) == Word::NONE
            && scene.doc.slice(token.span).ends_with(['d', 's'])
}

/// How much a mention stands out in its sentence.
pub(super) fn weight(scene: &Scene<'_>, first: usize, end: usize) -> i32 {
    let the = first > 0 && scene.has(first - 1, Class::ARTICLE);
    let before = first.checked_sub(1 + usize::from(the));
    let before = before.map(|before| scene.cue(before)).unwrap_or_default();
    // "Farther on the guard came in."
    let noun = scene.has(first, Class::ARTICLE) && acts(scene, end);
    if before.any(Word::PREPOSITION) {
        return if noun { 3 } else { -1 };
    }
    let possessive = is_possessive(scene, end);
    let verb = after_bracket(scene, end);
    let subject =
        acts(scene, verb) || scene.is(end, ',') && scene.tokens[first].starts_sentence;
    let main = leads_sentence(scene, first);
    // "The chairman, Carl Weber, spoke".
    if main && !subject && first > 0 && scene.is(first - 1, ',') && scene.is(end, ',') {
        return 6;
    }
    let told = first > 0 && scene.text(first - 1) == "that";
    match (subject, possessive) {
        (true, _) if told => 2,
        (true, _) => 4 + 2 * i32::from(main),
        (_, true) => 1,
        _ => 0,
    }
}

/// Behind "(1750–1812)" or "of Hippo".
fn after_bracket(scene: &Scene<'_>, end: usize) -> usize {
    if scene.is(end, '(') {
        let close = (end..scene.tokens.len().min(end + 14)).find(|&at| scene.is(at, ')'));
        return close.map_or(end, |close| close + 1);
    }
    if scene.has(end, Class::OF) && is_name(scene, end + 1) {
        return phrase::name_end(scene, end + 1, scene.tokens.len());
    }
    end
}

/// Whether nothing but adverbials stands in the sentence before: no verb, no other subject.
fn leads_sentence(scene: &Scene<'_>, first: usize) -> bool {
    let from = first.saturating_sub(12);
    let Some(start) = (from..=first).rev().find(|&at| scene.tokens[at].starts_sentence)
    else {
        return false;
    };
    !(start..first).any(|at| {
        scene.has(at, Class::BE.or(Class::PAST))
            || scene.cues(at, Word::HELPS.or(Word::SAY).or(Word::HOLD).or(Word::PRONOUN))
    })
}
