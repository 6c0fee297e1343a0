//! When words were said and where they stand: the date and the document beside the verb.

use super::subject;
use super::{
    cue::{Cue, REACH, person},
    phrase::{self, Voice, is_noun},
    words::Word,
};
use crate::{lexicon::Class, scene::Scene};
use alpheus_text::Span;
use alpheus_time::TimexKind;
use std::ops::Range;

/// Adds what the words say of when and where.
pub(super) fn frame(
    scene: &Scene<'_>,
    region: &Range<usize>,
    verb: usize,
    mut cue: Cue,
) -> Cue {
    if cue.speaker.is_none() {
        return cue;
    }
    cue.date = date(scene, region, verb, false);
    if let Some((source, to)) = document(scene, region) {
        cue.source = Some(source);
        cue.addressee = cue.addressee.or(to);
    }
    cue
}

/// The date nearest to the verb, before what is told begins.
fn date(
    scene: &Scene<'_>,
    region: &Range<usize>,
    verb: usize,
    free: bool,
) -> Option<u32> {
    let told = (verb..region.end)
        .find(|&at| matches!(scene.text(at), "that" | "though" | "although"))
        .unwrap_or(region.end);
    // Behind the verb stands what is told, unless the verb is the first of the region.
    let told = if verb == region.start || free { told } else { told.min(verb + CLOSE) };
    (region.start..told)
        .filter(|&at| scene.is_dated(at) && places(scene, at, region.start))
        .filter_map(|at| Some((at.abs_diff(verb), scene.time(at)?)))
        .filter(|&(_, time)| is_day_or_year(scene, time))
        .min()
        .map(|(_, time)| time)
}

/// A date that belongs to the verb before it begins within so many tokens.
const CLOSE: usize = 5;

/// Whether a date says when, and is no part of a name: "the 1941 election".
fn places(scene: &Scene<'_>, at: usize, floor: usize) -> bool {
    let time = scene.time(at);
    let Some(before) = (floor..at).rev().find(|&before| scene.time(before) != time)
    else {
        return true;
    };
    !scene.tokens[before].is_word()
        || scene.cues(before, Word::PREPOSITION.or(Word::ADVERB))
        || matches!(scene.text(before), "dated" | "day" | "the")
            && !scene.tokens.get(scene.after_time(at)).is_some_and(|next| {
                next.is_word() && scene.cue(scene.after_time(at)) == Word::NONE
            })
}

fn is_day_or_year(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    let written = &timex.written;
    timex.kind == TimexKind::Date
        && (written.day.is_some() || written.month.is_some() || written.year.is_some())
}

/// "in a letter to Weber": the document, and to whom it is.
pub(super) fn document(
    scene: &Scene<'_>,
    region: &Range<usize>,
) -> Option<(Span, Option<Voice>)> {
    for at in region.clone().rev() {
        if !scene.cues(at, Word::DOCUMENT) || phrase::is_verb_of_saying(scene, at) {
            continue;
        }
        let first = determined(scene, at, region.start);
        let led = first > region.start
            && (first < at && hangs_on_verb(scene, first - 1, region.start)
                || is_sent(scene, first - 1)
                    && (first < at || scene.text(at).ends_with('s')));
        if !led {
            continue;
        }
        return Some((scene.span(first, at), receiver(scene, at + 1, region.end)));
    }
    None
}

/// "to Weber", behind "letter" or "letter of Palmer (his son)".
fn receiver(scene: &Scene<'_>, mut at: usize, end: usize) -> Option<Voice> {
    if scene.has(at, Class::OF.or(Class::FROM)) && at < end {
        at = phrase::from(scene, at + 1, end)?.1;
    }
    if scene.is(at, '(') {
        at = (at..end).find(|&at| scene.is(at, ')'))? + 1;
    }
    scene.has(at, Class::TO).then(|| person(scene, at + 1, end))?
}

/// "in" and the like, where a verb, a subject or nothing stands before: "he wrote in", but
/// not "his silence in".
fn hangs_on_verb(scene: &Scene<'_>, at: usize, floor: usize) -> bool {
    if !matches!(scene.text(at), "in" | "In" | "from" | "From" | "by") {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else {
        return true;
    };
    let cue = scene.cue(before);
    !scene.tokens[before].is_word()
        || cue != Word::NONE && !cue.any(Word::DOCUMENT.or(Word::SPEECH))
        || phrase::is_name(scene, before)
        || phrase::is_adverb(scene, before)
        || scene.text(before).ends_with("ed")
        || scene.tokens[at].starts_sentence
}

/// The first word of the phrase that ends with the noun at `noun`.
pub(super) fn determined(scene: &Scene<'_>, noun: usize, floor: usize) -> usize {
    let from = floor.max(noun.saturating_sub(4));
    let words = (from..noun).rev().take_while(|&at| {
        scene.tokens[at].is_word()
            && !scene.cues(at, Word::PREPOSITION.or(Word::JOINS).or(Word::HELPS))
    });
    let mut first = noun;
    for at in words {
        first = at;
        if scene.cues(at, Word::DETERMINER) {
            break;
        }
    }
    first
}

fn is_sent(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.text(at),
        "sent" | "wrote" | "gave" | "delivered" | "him" | "had" | "has" | "received"
    )
}

/// What a sentence without a quotation says of when and where its subject speaks or writes.
pub(super) fn frame_of(scene: &Scene<'_>, floor: usize, end: usize) -> Option<Cue> {
    let region = floor..end.min(floor + REACH);
    let speaks = Word::SAY.or(Word::TELL);
    let verb = region.clone().find(|&at| {
        let part = scene.text(at) == "written" || scene.text(at).ends_with("ing");
        scene.cues(at, speaks) && !is_noun(scene, at) && !part
    });
    let document = document(scene, &region);
    let at = verb.or_else(|| {
        document.as_ref()?;
        region.clone().find(|&at| scene.has(at, Class::BE.or(Class::PAST)))
    })?;
    let speaker = subject::before(scene, at, floor);
    let mut cue = frame(scene, &region, at, Cue { speaker, ..Cue::default() });
    cue.date = speaker.and_then(|_| date(scene, &region, at, true));
    (cue.date.is_some() || cue.source.is_some()).then_some(cue)
}
