//! The subject of a verb: the phrase before it, or that with which its clause opens.

use super::{
    phrase::{
        LONGEST, Voice, ends_with, from, is_adverb, is_name, name_end, name_start,
        pronoun,
    },
    words::Word,
};
use crate::scene::Scene;

/// Who the verb at `verb` has as its subject, in tokens from `floor` on.
pub(super) fn before(scene: &Scene<'_>, verb: usize, floor: usize) -> Option<Voice> {
    let mut at = verb;
    loop {
        let last = at.checked_sub(1).filter(|&last| last >= floor)?;
        let cue = scene.cue(last);
        if cue.any(Word::PRONOUN)
            && let Some(voice) = pronoun(scene, last)
        {
            return Some(voice);
        }
        if cue.any(Word::HELPS) || is_adverb(scene, last) && !is_name(scene, last) {
            at = last;
        } else if scene.is(last, ')') || scene.is(last, ']') {
            at = bracket_start(scene, last, floor)?;
        } else if scene.is(last, ',') || scene.is(last, '–') || scene.is(last, '-') {
            if ends_with(scene, verb, "ing") {
                return clause(scene, floor, last);
            }
            return headed(scene, floor, last)
                .or_else(|| aside(scene, last, floor))
                .or_else(|| clause(scene, floor, last));
        } else if cue.any(Word::JOINS) {
            return relative(scene, last, floor).or_else(|| clause(scene, floor, last));
        } else if cue.any(Word::PREPOSITION) || !scene.tokens[last].is_word() {
            return clause(scene, floor, last);
        } else if scene.time(last).is_some() {
            at = last;
        } else {
            return phrase_before(scene, last, floor)
                .or_else(|| clause(scene, floor, last));
        }
    }
}

/// "One historian of Ulm, writing in 1901, said": the subject with which the sentence opens,
/// where no other verb stands before the comma.
fn headed(scene: &Scene<'_>, floor: usize, comma: usize) -> Option<Voice> {
    let (voice, end) = opening(scene, floor, comma)?;
    let hangs = scene.is(end, ',') || scene.cues(end, Word::PREPOSITION);
    let who = |at: usize| scene.has(at, crate::lexicon::Class::WHO);
    let acts = (end..comma)
        .take_while(|&at| !who(at))
        .any(|at| scene.cues(at, Word::HELPS.or(Word::PRONOUN)));
    (hangs && !acts).then_some(voice)
}

fn bracket_start(scene: &Scene<'_>, close: usize, floor: usize) -> Option<usize> {
    let open = if scene.is(close, ')') { '(' } else { '[' };
    (floor.max(close.saturating_sub(30))..close).rev().find(|&at| scene.is(at, open))
}

/// "Mr Weber, the member for Ulm, said": the name before the words between commas.
fn aside(scene: &Scene<'_>, comma: usize, floor: usize) -> Option<Voice> {
    let from = floor.max(comma.saturating_sub(40));
    let open = (from..comma)
        .rev()
        .find(|&at| scene.is(at, ',') && at > floor && scene.time(at - 1).is_none())?;
    let last = open.checked_sub(1).filter(|&last| last >= floor)?;
    let person = scene.tokens[last].is_word() && !scene.cues(last, Word::PREPOSITION);
    if !person {
        return None;
    }
    if scene.cues(last, Word::PRONOUN) {
        return pronoun(scene, last);
    }
    let voice = phrase_before(scene, last, floor)?;
    // Another pair of commas may stand before: "The member, Mr Weber, who had …, said".
    Some(voice)
}

/// "who wrote": the noun before.
fn relative(scene: &Scene<'_>, who: usize, floor: usize) -> Option<Voice> {
    if !scene.has(who, crate::lexicon::Class::WHO) && scene.text(who) != "which" {
        return None;
    }
    let mut last = who.checked_sub(1).filter(|&last| last >= floor)?;
    if scene.is(last, ',') {
        last = last.checked_sub(1).filter(|&last| last >= floor)?;
    }
    scene.tokens[last].is_word().then(|| phrase_before(scene, last, floor))?
}

/// The phrase that ends with the word at `last`: the name, or the nouns back to "the"; where
/// it hangs on a preposition ("a historian of the war"), what that hangs on.
fn phrase_before(scene: &Scene<'_>, last: usize, floor: usize) -> Option<Voice> {
    let mut end = last;
    let mut name = None;
    for _ in 0..6 {
        let (first, named) = chunk(scene, end, floor)?;
        let whole = Voice::Named(scene.span(first, end));
        name = name.or(named.then_some(whole));
        let before = first.checked_sub(1).filter(|&before| before >= floor);
        let hangs = before.filter(|&before| {
            scene.cues(before, Word::PREPOSITION) || ends_with(scene, before, "ing")
        });
        match hangs {
            Some(on)
                if on > floor
                    && scene.tokens[on - 1].is_word()
                    && !scene.tokens[on].starts_sentence =>
            {
                // "the Duke of Weimar" is one name.
                if named && scene.has(on, crate::lexicon::Class::OF) {
                    let (head, _) = chunk(scene, on - 1, floor)?;
                    let titled =
                        is_name(scene, on - 1) || scene.cues(on - 1, Word::PERSON);
                    if titled {
                        return Some(Voice::Named(scene.span(head, end)));
                    }
                }
                if scene.time(on - 1).is_some() || !is_nominal(scene, on - 1) {
                    return named.then(|| Voice::Named(scene.span(first, end)));
                }
                end = on - 1;
            }
            Some(_) if name.is_some() => return name,
            _ if named || stands_alone(scene, first, end) => {
                return Some(Voice::Named(scene.span(first, end)));
            }
            _ => return None,
        }
    }
    None
}

/// Whether nouns without a name can be a subject: "the guard", "officials".
fn stands_alone(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    scene.cues(first, Word::DETERMINER) && first < last
        || scene.cues(last, Word::PERSON)
        || scene.tokens[first].starts_sentence && ends_with(scene, last, "s")
}

fn is_nominal(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].is_word()
        && !scene.cues(at, Word::HELPS.or(Word::JOINS).or(Word::PRONOUN).or(Word::SAY))
}

/// The first token of the noun phrase that ends at `last`, and whether it is a name.
fn chunk(scene: &Scene<'_>, last: usize, floor: usize) -> Option<(usize, bool)> {
    if is_name(scene, last) || ends_name(scene, last) {
        let first = name_start(scene, last, floor);
        let the = first > floor
            && !scene.tokens[first].starts_sentence
            && scene.cues(first - 1, Word::DETERMINER);
        return Some((first - usize::from(the), true));
    }
    let stops = Word::PREPOSITION.or(Word::JOINS).or(Word::HELPS).or(Word::PRONOUN);
    let mut first = last + 1;
    while first > floor && last + 1 - first < LONGEST {
        let at = first - 1;
        let token = &scene.tokens[at];
        let within = token.is_word() && !scene.cues(at, stops)
            || scene.cues(at, Word::DETERMINER)
            || token.number().is_some()
            || token.is('-') && !token.spaced
            || token.is('\'') && !token.spaced;
        if !within || scene.time(at).is_some() && token.is_word() {
            break;
        }
        first = at;
        let more = first > floor && scene.cues(first - 1, Word::DETERMINER);
        if token.starts_sentence || scene.cues(at, Word::DETERMINER) && !more {
            break;
        }
    }
    (first <= last).then_some((first, false))
}

/// "III" after a name.
fn ends_name(scene: &Scene<'_>, last: usize) -> bool {
    scene.tokens[last].upper && last > 0 && is_name(scene, last - 1)
}

/// The subject of the clause that begins at `floor`: its first phrase, after the adverbials
/// that lead it in.
pub(super) fn clause(scene: &Scene<'_>, floor: usize, end: usize) -> Option<Voice> {
    opening(scene, floor, end).map(|(voice, _)| voice)
}

fn opening(scene: &Scene<'_>, floor: usize, end: usize) -> Option<(Voice, usize)> {
    let mut at = floor;
    while at < end
        && (is_adverb(scene, at) && !is_name(scene, at)
            || !scene.tokens[at].is_word() && !scene.is(at, '(')
            || scene.text(at).eq_ignore_ascii_case("and")
            || scene.text(at).eq_ignore_ascii_case("but")
            || scene.time(at).is_some())
    {
        at += 1;
    }
    if at >= end {
        return None;
    }
    let led =
        scene.cues(at, Word::PREPOSITION.or(Word::JOINS)) || ends_with(scene, at, "ing");
    if led {
        let comma = (at..end).find(|&at| scene.is(at, ','))?;
        at = comma + 1;
        while at < end && (scene.time(at).is_some() || scene.is(at, ',')) {
            at += 1;
        }
    }
    let (voice, after) = from(scene, at, end)?;
    Some(apposed(scene, at, after, end).unwrap_or((voice, after)))
}

/// "The member, Mr Weber, who": the name of him who is first called by what he is.
fn apposed(
    scene: &Scene<'_>,
    first: usize,
    comma: usize,
    end: usize,
) -> Option<(Voice, usize)> {
    let called = (first..comma).any(|at| is_name(scene, at));
    if called || !scene.is(comma, ',') || !is_name(scene, comma + 1) {
        return None;
    }
    let after = name_end(scene, comma + 1, end);
    scene.is(after, ',').then(|| (Voice::Named(scene.span(comma + 1, after - 1)), after))
}
