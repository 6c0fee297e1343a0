//! What the words behind a quotation say of it: "wrote Weber", "he said", "was the reply".

use super::{
    cue::{Cue, REACH, addressee, is_passive, owner, writes},
    frame::frame,
    phrase::{self, Voice},
    words::Word,
};
use crate::{lexicon::Class, scene::Scene};

/// What the words after the closing mark say, and one past the last of them.
pub(super) fn behind(
    scene: &Scene<'_>,
    close: usize,
    ceiling: usize,
) -> Option<(Cue, usize)> {
    let mut at = close + 1;
    if scene.is(at, ',') {
        at += 1;
    }
    if scene.is(at, '(') {
        at = (at..ceiling.min(at + REACH)).find(|&at| scene.is(at, ')'))? + 1;
    }
    let ended = close.checked_sub(1).is_some_and(|last| {
        scene.is(last, '.') && scene.tokens.get(at).is_some_and(|next| next.capital)
    });
    let end = clause_end(scene, at, ceiling);
    if at >= end || ended {
        return None;
    }
    reply(scene, at, end)
        .or_else(|| inverted(scene, at, end))
        .or_else(|| straight(scene, at, end, close))
}

/// Where the sentence or the words before the next quotation end.
fn clause_end(scene: &Scene<'_>, at: usize, ceiling: usize) -> usize {
    let ceiling = ceiling.min(at + REACH);
    (at + 1..ceiling).find(|&next| scene.tokens[next].starts_sentence).unwrap_or(ceiling)
}

/// "was the droll answer".
fn reply(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Cue, usize)> {
    let be = scene.has(at, Class::BE) || scene.text(at) == "came";
    if !be || !scene.cues(at + 1, Word::DETERMINER) {
        return None;
    }
    let noun = (at + 2..end.min(at + 6)).find(|&at| scene.cues(at, Word::SPEECH))?;
    let owner = owner(scene, noun, &(at..end)).map(|(voice, _)| voice);
    let cue =
        Cue { speaker: owner, strong: true, reply: owner.is_none(), ..Cue::default() };
    Some((cue, noun + 1))
}

/// "said Weber".
fn inverted(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Cue, usize)> {
    let said = scene.cues(at, Word::SAY.or(Word::TELL)) && !scene.tokens[at].capital;
    if !said {
        return None;
    }
    let (speaker, after) = phrase::from(scene, at + 1, end)?;
    let (speaker, after) =
        named_last(scene, at + 1, after, end).unwrap_or((speaker, after));
    let cue = Cue { speaker: Some(speaker), strong: true, ..Cue::default() };
    Some(finish(scene, at, after, end, cue))
}

/// "wrote one of the leaders of the movement, Carl Weber.": the name at the end.
fn named_last(
    scene: &Scene<'_>,
    first: usize,
    after: usize,
    end: usize,
) -> Option<(Voice, usize)> {
    if (first..after).any(|at| phrase::is_name(scene, at)) {
        return None;
    }
    let comma = (after..end.min(after + 14))
        .find(|&at| !scene.tokens[at].is_word() && !scene.is(at, '-'))?;
    if !scene.is(comma, ',') || !phrase::is_name(scene, comma + 1) {
        return None;
    }
    let name = phrase::name_end(scene, comma + 1, end);
    let ends = name >= end || !scene.tokens[name].is_word();
    ends.then(|| (Voice::Named(scene.span(comma + 1, name - 1)), name))
}

fn finish(
    scene: &Scene<'_>,
    verb: usize,
    after: usize,
    end: usize,
    mut cue: Cue,
) -> (Cue, usize) {
    cue.addressee = addressee(scene, verb, after, end);
    cue.letter = (verb..end).any(|at| writes(scene, at));
    (frame(scene, &(verb..end), verb, cue), after)
}

/// "he wrote", "Mr Weber, who had been ill, once said".
fn straight(
    scene: &Scene<'_>,
    at: usize,
    end: usize,
    close: usize,
) -> Option<(Cue, usize)> {
    let as_said = scene.text(at) == "as";
    let first = at + usize::from(as_said);
    let (speaker, mut verb) = phrase::from(scene, first, end)?;
    if scene.is(verb, ',') {
        let comma = (verb + 1..end.min(verb + 20)).find(|&at| scene.is(at, ','))?;
        verb = comma + 1;
    }
    if scene.cues(verb, Word::PREPOSITION) {
        let words =
            (verb + 1..end.min(verb + 8)).take_while(|&at| scene.tokens[at].is_word());
        verb = words.skip(1).find(|&at| phrase::is_verb_of_saying(scene, at))?;
    }
    while verb < end && (phrase::is_adverb(scene, verb) || scene.cues(verb, Word::HELPS))
    {
        verb += 1;
    }
    let word = scene.doc.slice(scene.tokens.get(verb)?.span);
    let says = scene.cues(verb, Word::SAY.or(Word::TELL)) || as_said && word == "put";
    // "'…?' He said nothing" is a sentence of its own.
    let tokens = &scene.tokens;
    let comma = scene.is(close + 1, ',') || close > 0 && scene.is(close - 1, ',');
    let asks = close > 0
        && scene.is(close - 1, '?')
        && matches!(scene.text(verb), "asked" | "asks" | "inquired" | "demanded");
    let apart = !comma
        && !asks
        && tokens[first].capital
        && !matches!(speaker, Voice::Narrator(_))
        && tokens.get(verb + 1).is_some_and(alpheus_text::Token::is_word)
        && !phrase::is_adverb(scene, verb + 1);
    if verb >= end || !says || apart {
        return None;
    }
    let passive = is_passive(scene, verb, first);
    let cue = if passive && scene.cues(verb, Word::TELL) {
        Cue { addressee: Some(speaker), asked: true, strong: true, ..Cue::default() }
    } else if passive && !is_hearsay(scene, verb) {
        return None;
    } else {
        Cue { speaker: Some(speaker), strong: true, ..Cue::default() }
    };
    let addressee = cue.addressee;
    let (mut cue, after) = finish(scene, verb, verb + 1, end, cue);
    cue.addressee = addressee.or(cue.addressee);
    Some((cue, after))
}

/// "is reported to have said", "was quoted as saying".
fn is_hearsay(scene: &Scene<'_>, verb: usize) -> bool {
    matches!(
        (scene.text(verb + 1), scene.text(verb + 2)),
        ("to", "have") | ("as", "saying")
    )
}
