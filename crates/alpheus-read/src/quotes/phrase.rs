//! Who stands before or after a verb of saying: a name, a pronoun, or a phrase such as
//! "one of the other operators".

use super::words::Word;
use crate::scene::Scene;
use alpheus_text::Span;

/// Who says something, as the words beside it name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// A name or a phrase.
    Named(Span),
    /// "he", "him", "his".
    He(Span),
    /// "she".
    She(Span),
    /// "it": a text.
    It(Span),
    /// "I": whoever tells the account.
    Narrator(Span),
    /// "they": more than one, of whom the text need not have spoken as one.
    They,
}

/// Phrases are not longer than this.
pub(super) const LONGEST: usize = 12;

/// What an adverb is or ends with.
pub(super) fn is_adverb(scene: &Scene<'_>, at: usize) -> bool {
    // "the family"
    let noun = at > 0 && scene.cues(at - 1, Word::DETERMINER);
    scene.cues(at, Word::ADVERB)
        || !noun
            && scene.tokens.get(at).is_some_and(|token| {
                token.is_word()
                    && (!token.capital || token.starts_sentence)
                    && token.span.len() > 4
            })
            && scene.text(at).ends_with("ly")
}

pub(super) fn ends_with(scene: &Scene<'_>, at: usize, ending: &str) -> bool {
    scene.tokens.get(at).is_some_and(|token| {
        token.is_word() && scene.doc.slice(token.span).ends_with(ending)
    })
}

/// Whether a word of a name stands at `at`: a capital that is none of the small words that
/// begin sentences, an initial's full stop, a hyphen, or an apostrophe within.
pub(super) fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| token.is_word() && token.capital)
        && scene.time(at).is_none()
        && !scene.cues(at, Word::PLAIN.or(Word::ADVERB))
        && !(scene.tokens[at].starts_sentence
            && (scene.cues(at, Word::SAY) || only_begins(scene, at)))
}

/// "Certainly he", "Defying Weber": a capital that only the sentence gives.
fn only_begins(scene: &Scene<'_>, at: usize) -> bool {
    let Some(next) = scene.tokens.get(at + 1) else { return false };
    let goes_on = next.capital || scene.cues(at + 1, Word::DETERMINER.or(Word::PRONOUN));
    ends_with(scene, at, "ing") && goes_on && scene.tokens[at].span.len() > 5
        || ends_with(scene, at, "ly") && (next.is(',') || goes_on)
}

/// Whether the token at `at` joins the words of a name on both sides of it.
fn joins_name(scene: &Scene<'_>, at: usize) -> bool {
    let (Some(token), Some(before)) = (scene.tokens.get(at), at.checked_sub(1)) else {
        return false;
    };
    let tight = !token.spaced;
    let next_tight = scene.tokens.get(at + 1).is_some_and(|next| !next.spaced);
    if token.is('.') {
        return tight
            && (scene.tokens[before].span.len() <= 2
                || scene.cues(before, Word::HONOUR));
    }
    (token.is('-') || token.is('\'')) && tight && next_tight
        || scene.has(at, crate::lexicon::Class::PARTICLE)
            && !token.capital
            && token.spaced
}

/// The first token of the name whose last is `last`.
pub(super) fn name_start(scene: &Scene<'_>, last: usize, floor: usize) -> usize {
    let mut first = last;
    while first > floor && last - first < LONGEST && !scene.tokens[first].starts_sentence
    {
        let before = first - 1;
        if is_name(scene, before) {
            first = before;
        } else if before > floor
            && joins_name(scene, before)
            && named_before(scene, before)
        {
            first = before - 1;
        } else {
            break;
        }
    }
    first
}

fn named_before(scene: &Scene<'_>, at: usize) -> bool {
    is_name(scene, at - 1) || scene.is(at, '\'') && scene.tokens[at - 1].is_word()
}

/// One past the last token of the name that begins at `first`.
pub(super) fn name_end(scene: &Scene<'_>, first: usize, ceiling: usize) -> usize {
    let mut end = first + 1;
    while end < ceiling && end - first < LONGEST {
        let sentence = scene.tokens[end].starts_sentence;
        if is_name(scene, end) && !sentence {
            end += 1;
        } else if joins_name(scene, end)
            && end + 1 < ceiling
            && (is_name(scene, end + 1) || scene.is(end, '\''))
            && !is_possessive(scene, end)
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// Whether "'s" or the apostrophe of "Lyons'" stands at `at`.
pub(super) fn is_possessive(scene: &Scene<'_>, at: usize) -> bool {
    let mark = scene.tokens.get(at).is_some_and(|token| token.is('\'') && !token.spaced);
    mark && scene.tokens.get(at + 1).is_none_or(|next| {
        next.spaced || next.is_word() && scene.doc.slice(next.span) == "s"
    })
}

pub(super) fn pronoun(scene: &Scene<'_>, at: usize) -> Option<Voice> {
    let span = scene.tokens[at].span;
    match scene.doc.slice(span) {
        "he" | "He" | "him" => Some(Voice::He(span)),
        "she" | "She" | "her" | "Her" => Some(Voice::She(span)),
        "it" | "It" => Some(Voice::It(span)),
        "I" | "me" => Some(Voice::Narrator(span)),
        "they" | "They" | "them" | "we" | "We" | "us" => Some(Voice::They),
        _ => None,
    }
}

/// "his", "my": whose the next word is.
pub(super) fn possessor(scene: &Scene<'_>, at: usize) -> Option<Voice> {
    let span = scene.tokens.get(at)?.span;
    match scene.text(at) {
        "his" | "His" => Some(Voice::He(span)),
        "her" | "Her" => Some(Voice::She(span)),
        "its" | "Its" => Some(Voice::It(span)),
        "my" | "My" => Some(Voice::Narrator(span)),
        _ => None,
    }
}

/// The phrase that begins at `at`, with one past its last token.
pub(super) fn from(
    scene: &Scene<'_>,
    at: usize,
    ceiling: usize,
) -> Option<(Voice, usize)> {
    if at >= ceiling {
        return None;
    }
    let her = scene.cues(at, Word::DETERMINER)
        && scene.tokens.get(at + 1).is_some_and(alpheus_text::Token::is_word)
        && at + 1 < ceiling
        && !scene.cues(at + 1, Word::PREPOSITION.or(Word::JOINS).or(Word::DETERMINER));
    if !her && let Some(voice) = pronoun(scene, at) {
        return Some((voice, at + 1));
    }
    let (first, end) = undetermined(scene, at, ceiling);
    if let Some(name) = described(scene, first, end, ceiling) {
        return Some((
            Voice::Named(scene.span(name, name_end(scene, name, ceiling) - 1)),
            name_end(scene, name, ceiling),
        ));
    }
    // "a Weimar newspaper", "the Times correspondent".
    let kind = Word::DOCUMENT.or(Word::PERSON);
    let compound = first > at
        && end < ceiling
        && scene.cues(end, kind)
        && !scene.tokens[end].capital;
    let end = of_chain(scene, at, end + usize::from(compound), ceiling);
    if end == at {
        return None;
    }
    let many = ends_with(scene, end - 1, "s")
        && scene.cues(end, Word::SAY.or(Word::PREPOSITION));
    let named = is_name(scene, at) || scene.cues(at, Word::PERSON);
    let determined = first > at;
    (end > first && (determined || named || many))
        .then(|| (Voice::Named(scene.span(at, end - 1)), end))
}

/// "Art critic Anna Weber": where the name begins that the words before it describe.
fn described(
    scene: &Scene<'_>,
    first: usize,
    end: usize,
    ceiling: usize,
) -> Option<usize> {
    if is_name(scene, first) {
        if acts(scene, end) {
            return None;
        }
        let nouns = noun_end(scene, end, ceiling.min(end + 4));
        let name = (end..nouns).find(|&at| scene.tokens[at].capital)?;
        return (name > end && is_name(scene, name)).then_some(name);
    }
    let name = (first + 1..end).find(|&at| is_name(scene, at))?;
    let whole = name_end(scene, name, ceiling) >= end;
    (whole && scene.cues(name - 1, Word::PERSON)).then_some(name)
}

/// One past the last noun of a phrase without a name: "ticket collector".
fn noun_end(scene: &Scene<'_>, first: usize, ceiling: usize) -> usize {
    let stops = Word::PREPOSITION
        .or(Word::JOINS)
        .or(Word::HELPS)
        .or(Word::PRONOUN)
        .or(Word::ADVERB)
        .or(Word::DETERMINER);
    let ends = |at: usize| {
        let token = &scene.tokens[at];
        let hyphen = token.is('-') && !token.spaced;
        !(token.is_word() || hyphen)
            || token.starts_sentence && at > first
            || scene.cues(at, stops)
            || at > first && (acts(scene, at) || is_adverb(scene, at))
    };
    (first..ceiling.min(first + LONGEST))
        .find(|&at| ends(at))
        .unwrap_or(ceiling.min(first + LONGEST))
}

/// A verb in the past, by its form.
fn acts(scene: &Scene<'_>, at: usize) -> bool {
    is_verb_of_saying(scene, at)
        || ends_with(scene, at, "ed")
        || scene.has(at, crate::lexicon::Class::PAST)
}

/// "of Hippo", "of the other operators".
fn of_chain(scene: &Scene<'_>, at: usize, end: usize, ceiling: usize) -> usize {
    let of = end < ceiling && end > at && scene.has(end, crate::lexicon::Class::OF);
    if !of {
        return end;
    }
    match pronoun_or_phrase_end(scene, end + 1, ceiling) {
        Some(after) => after,
        None => end,
    }
}

fn pronoun_or_phrase_end(scene: &Scene<'_>, at: usize, ceiling: usize) -> Option<usize> {
    if at >= ceiling {
        return None;
    }
    if pronoun(scene, at).is_some() && !scene.cues(at, Word::DETERMINER) {
        return Some(at + 1);
    }
    let (first, end) = undetermined(scene, at, ceiling);
    (end > first).then_some(end)
}

pub(super) fn is_verb_of_saying(scene: &Scene<'_>, at: usize) -> bool {
    scene.cues(at, Word::SAY.or(Word::TELL)) && !is_noun(scene, at)
}

/// Whether a word that may be a verb stands as a noun: "his reports", "the notes of".
pub(super) fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let bare = |at: usize| {
        let cue = scene.cue(at);
        cue.any(Word::DETERMINER) && !cue.any(Word::SPOKEN.or(Word::PRONOUN))
            || is_possessive(scene, at)
            || at > 0 && is_possessive(scene, at - 1)
            || cue.any(Word::PREPOSITION) && !scene.has(at, crate::lexicon::Class::TO)
    };
    if scene.is(before, '-') && !scene.tokens[at].spaced {
        return true;
    }
    let gerund = ends_with(scene, at, "ing");
    let past = ends_with(scene, at, "ed");
    !gerund && !past && bare(before)
}

/// The name or noun that a phrase beginning at `at` has behind its articles and the like: its
/// first token, and the one after it.
fn undetermined(scene: &Scene<'_>, at: usize, ceiling: usize) -> (usize, usize) {
    let determined = |&at: &usize| scene.cues(at, Word::DETERMINER);
    let first = at + (at..ceiling).take_while(determined).count();
    let end = if first < ceiling && is_name(scene, first) {
        name_end(scene, first, ceiling)
    } else {
        noun_end(scene, first, ceiling)
    };
    (first, end)
}
