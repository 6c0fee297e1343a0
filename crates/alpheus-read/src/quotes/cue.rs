//! The words that say who speaks, to whom, when and where: "he wrote to her on 3 May".

use super::frame::{determined, frame};
use super::{
    phrase::{self, Voice, is_noun, is_possessive},
    words::Word,
};
use super::{salience, subject};
use crate::{lexicon::Class, scene::Scene};
use alpheus_text::Span;
use std::ops::Range;

/// What the words around a quotation say of it.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is read beside words, each by itself"
)]
pub(super) struct Cue {
    pub(super) speaker: Option<Voice>,
    pub(super) addressee: Option<Voice>,
    /// A time expression.
    pub(super) date: Option<u32>,
    pub(super) source: Option<Span>,
    /// Whether the words are its object, not only in its sentence.
    pub(super) strong: bool,
    /// A word is told: "the term", "was called".
    pub(super) term: bool,
    /// "was the reply": of whoever was spoken to.
    pub(super) reply: bool,
    /// "he was asked": by whom is not said.
    pub(super) asked: bool,
    /// "wrote": a letter, if it speaks to somebody.
    pub(super) letter: bool,
}

/// Cues stand no farther off than this.
pub(super) const REACH: usize = 60;

const VERB: Word = Word::SAY.or(Word::TELL).or(Word::HOLD);

/// What the words from `floor` to the opening mark at `open` say.
pub(super) fn before(scene: &Scene<'_>, floor: usize, open: usize) -> Option<Cue> {
    let floor = floor.max(open.saturating_sub(REACH));
    let lead = open.checked_sub(1).filter(|&lead| lead >= floor)?;
    let strong = leads(scene, lead);
    let verb = (floor..open).rev().find(|&at| {
        scene.cues(at, VERB) && !is_noun(scene, at) && !is_idle(scene, at, floor, open)
    });
    let region = floor..open;
    if (open.saturating_sub(2)..open).any(|at| at >= floor && scene.cues(at, Word::TITLE))
    {
        return Some(Cue { term: true, ..Cue::default() });
    }
    if let Some(verb) = verb
        && (strong || open - verb <= 24 && governs(scene, verb, open))
    {
        let strong = strong || verb == lead || scene.text(lead) == "as";
        return Some(at_verb(scene, verb, &region, strong));
    }
    if let Some(cue) = without_verb(scene, &region, strong) {
        return Some(cue);
    }
    let dash = |at: usize| scene.is(at, '–') || scene.is(at, '-');
    let mark = (floor..open).rev().find(|&at| !dash(at))?;
    if !scene.is(mark, ',') && !scene.is(mark, ':') {
        return None;
    }
    let speaker =
        subject::clause(scene, floor, open).filter(|voice| acts(scene, *voice, open));
    let addressee = speaker.and_then(|_| turning(scene, floor, open));
    Some(frame(scene, &region, lead, Cue { speaker, addressee, ..Cue::default() }))
}

/// Whether words with no verb of saying may still be spoken by the subject of the clause
/// before them: "He smiled, '…'", "And Weber on the 14th: '…'".
fn acts(scene: &Scene<'_>, voice: Voice, open: usize) -> bool {
    let Voice::Named(span) = voice else {
        return !matches!(voice, Voice::They | Voice::It(_));
    };
    let first = scene.tokens.partition_point(|token| token.span.start < span.start);
    let after = scene.tokens.partition_point(|token| token.span.end <= span.end);
    let comma = scene.is(open - 1, ',');
    // "Yes, '…'", "Needless to say, '…'": any word has a capital where its sentence begins.
    let lone = after - first == 1 && scene.tokens[first].starts_sentence;
    if lone && comma && !salience::acts(scene, after) {
        return false;
    }
    let noun = scene.tokens.get(after).is_some_and(|next| {
        next.is_word()
            && !next.capital
            && scene.cue(after) == Word::NONE
            && scene.time(after).is_none()
    });
    phrase::is_name(scene, first)
        && !scene.tokens[first].upper
        && !noun
        && (!comma || open - first <= 9)
}

/// "would be assured, that": a passive that tells nobody anything.
fn is_idle(scene: &Scene<'_>, verb: usize, floor: usize, open: usize) -> bool {
    is_passive(scene, verb, floor)
        && open - verb > 2
        && !(verb + 1..open.min(verb + 4)).any(|at| scene.text(at) == "by")
}

/// Whether a verb without a comma or colon behind it has the words in its clause; those of
/// thinking and calling, only by "that" or "as" or close by.
fn governs(scene: &Scene<'_>, verb: usize, open: usize) -> bool {
    let linked = |at: usize| matches!(scene.text(at), "that" | "as");
    scene.cues(verb, Word::SAY.or(Word::TELL))
        || open - verb <= 3
        || (verb + 1..open).any(linked)
}

/// Whether words are led in here: by a comma, a colon, or "that".
fn leads(scene: &Scene<'_>, lead: usize) -> bool {
    [',', ':', '–', '-'].iter().any(|&mark| scene.is(lead, mark))
        || scene.tokens[lead].is_word() && scene.text(lead) == "that"
}

fn at_verb(scene: &Scene<'_>, verb: usize, region: &Range<usize>, strong: bool) -> Cue {
    let (mut cue, from) = if is_passive(scene, verb, region.start) {
        passive(scene, verb, region)
    } else {
        active(scene, verb, region)
    };
    cue.strong = strong;
    cue.letter = writes(scene, verb);
    if cue.addressee.is_none() {
        cue.addressee = addressee(scene, verb, from, region.end);
    }
    if cue.addressee.is_none() {
        cue.addressee = turning(scene, region.start, verb);
    }
    frame(scene, region, verb, cue)
}

pub(super) fn writes(scene: &Scene<'_>, verb: usize) -> bool {
    matches!(scene.text(verb), "wrote" | "writes" | "writing" | "telegraphed" | "cabled")
}

pub(super) fn is_passive(scene: &Scene<'_>, verb: usize, floor: usize) -> bool {
    let word = scene.text(verb);
    let mut at = verb;
    while at > floor && phrase::is_adverb(scene, at - 1) {
        at -= 1;
    }
    let be = ["was", "were", "been", "is", "are", "being", "be"];
    at > floor && !word.ends_with("ing") && be.contains(&scene.text(at - 1))
}

/// "was introduced by Weber", "he was asked".
fn passive(scene: &Scene<'_>, verb: usize, region: &Range<usize>) -> (Cue, usize) {
    let by = (verb + 1..region.end.min(verb + 4)).find(|&at| scene.text(at) == "by");
    let agent = by.and_then(|by| phrase::from(scene, by + 1, region.end));
    let speaker = agent.map(|(voice, _)| voice);
    let tell = scene.cues(verb, Word::TELL);
    let addressee = if tell { subject::before(scene, verb, region.start) } else { None };
    let term = speaker.is_none() && scene.cues(verb, Word::HOLD);
    (
        Cue { speaker, addressee, term, asked: tell, ..Cue::default() },
        agent.map_or(verb + 1, |(_, end)| end),
    )
}

fn active(scene: &Scene<'_>, verb: usize, region: &Range<usize>) -> (Cue, usize) {
    let speaker = subject::before(scene, verb, region.start);
    if speaker.is_some() {
        return (Cue { speaker, ..Cue::default() }, verb + 1);
    }
    // "and added": of whoever spoke before.
    let joined = verb > region.start
        && (scene.cues(verb - 1, Word::JOINS) || scene.is(verb - 1, ','));
    if joined || scene.cues(verb, Word::TELL) {
        return (Cue::default(), verb + 1);
    }
    // "Said one of them:".
    let inverted = phrase::from(scene, verb + 1, region.end);
    let speaker = inverted.map(|(voice, _)| voice);
    (Cue { speaker, ..Cue::default() }, inverted.map_or(verb + 1, |(_, end)| end))
}

/// "told her", "wrote to Weber".
pub(super) fn addressee(
    scene: &Scene<'_>,
    verb: usize,
    from: usize,
    end: usize,
) -> Option<Voice> {
    let mut at = from;
    while at < end && phrase::is_adverb(scene, at) {
        at += 1;
    }
    if at < end && scene.has(at, Class::TO) {
        return person(scene, at + 1, end);
    }
    // "Weber asked what it was, to which he replied".
    let which = (verb.saturating_sub(6)..verb).find(|&at| scene.text(at) == "which");
    if let Some(which) = which
        && which > 1
        && scene.has(which - 1, Class::TO)
    {
        return asker(scene, which - 1);
    }
    let letter = scene.text(verb).starts_with("wr");
    if scene.cues(verb, Word::TELL) || letter && scene.cues(at, Word::PRONOUN) {
        return person(scene, at, end).or_else(|| listeners(scene, verb, at, end));
    }
    None
}

/// "told his followers": whatever is told something hears it.
fn listeners(scene: &Scene<'_>, verb: usize, at: usize, end: usize) -> Option<Voice> {
    let tells =
        ["told", "tells", "tell", "telling", "assured", "informed", "reminded", "warned"];
    let (voice, after) = phrase::from(scene, at, end)?;
    let heard = tells.contains(&scene.text(verb)) && scene.cues(at, Word::DETERMINER);
    let whole =
        after == end || !scene.tokens[after].is_word() || scene.cues(after, Word::JOINS);
    (heard && whole && matches!(voice, Voice::Named(_))).then_some(voice)
}

/// Who asked, in the clause that ends before `end`.
fn asker(scene: &Scene<'_>, end: usize) -> Option<Voice> {
    let from = end.saturating_sub(20);
    let asked = (from..end).rev().find(|&at| scene.cues(at, Word::SAY.or(Word::TELL)))?;
    subject::before(scene, asked, from)
}

/// A phrase that may be spoken to: a name, a pronoun, or a person.
pub(super) fn person(scene: &Scene<'_>, at: usize, end: usize) -> Option<Voice> {
    let (voice, after) = phrase::from(scene, at, end)?;
    match voice {
        Voice::They | Voice::It(_) => None,
        Voice::Named(_) => {
            let human = (at..after).any(|at| {
                phrase::is_name(scene, at)
                    || scene.cues(at, Word::PERSON)
                    || scene.has(at, Class::PERSONAGE.or(Class::KIN))
            });
            (human && !is_possessive(scene, after)).then_some(voice)
        }
        other => Some(other),
    }
}

/// "turning to her father, she said".
fn turning(scene: &Scene<'_>, floor: usize, verb: usize) -> Option<Voice> {
    let at = (floor..verb)
        .find(|&at| matches!(scene.text(at), "turning" | "Turning" | "turned"))?;
    scene.has(at + 1, Class::TO).then(|| person(scene, at + 2, verb))?
}

/// "according to Weber", "Weber's comment was", "in the words of Weber", "the term".
fn without_verb(scene: &Scene<'_>, region: &Range<usize>, strong: bool) -> Option<Cue> {
    let mut found = None;
    for at in region.clone().rev() {
        let cue = scene.cue(at);
        if cue.any(Word::TERM.or(Word::TITLE)) && region.end - at <= 3 {
            return Some(Cue { term: true, ..Cue::default() });
        }
        let noun = cue.any(Word::SPEECH) || cue.any(Word::DOCUMENT) && strong;
        let speaker = if scene.text(at).eq_ignore_ascii_case("according") {
            scene.has(at + 1, Class::TO).then(|| phrase::from(scene, at + 2, region.end))
        } else if noun {
            Some(owner(scene, at, region))
        } else {
            None
        };
        let speaker = speaker.flatten().or_else(|| writer(scene, at, region));
        if let Some((speaker, _)) = speaker {
            let cue = Cue { speaker: Some(speaker), strong, ..Cue::default() };
            found = Some(frame(scene, region, at, cue));
            break;
        }
    }
    found
}

/// Whose words: "Weber's famous remark", "the words of Weber".
pub(super) fn owner(
    scene: &Scene<'_>,
    noun: usize,
    region: &Range<usize>,
) -> Option<(Voice, usize)> {
    let of =
        scene.has(noun + 1, Class::OF.or(Class::FROM)) && scene.time(noun + 2).is_none();
    if of && (!scene.text(noun).ends_with('s') || scene.cues(noun, Word::SPEECH)) {
        return phrase::from(scene, noun + 2, region.end);
    }
    let from = region.start.max(noun.saturating_sub(5));
    (from..noun).rev().find_map(|at| {
        if is_possessive(scene, at) && at > region.start {
            subject::before(scene, at, region.start).map(|voice| (voice, at))
        } else if scene.has(at, Class::HIS) {
            phrase::possessor(scene, at).map(|voice| (voice, at))
        } else {
            None
        }
    })
}

/// Who "in a speech", "in his memoirs" says something.
fn writer(
    scene: &Scene<'_>,
    noun: usize,
    region: &Range<usize>,
) -> Option<(Voice, usize)> {
    if !scene.cues(noun, Word::DOCUMENT) {
        return None;
    }
    let first = determined(scene, noun, region.start);
    let led = first > region.start && matches!(scene.text(first - 1), "in" | "In");
    let near = || {
        let last = first.checked_sub(2).filter(|&last| last >= region.start)?;
        let named = phrase::is_name(scene, last) || scene.cues(last, Word::PRONOUN);
        named.then(|| subject::before(scene, first - 1, region.start))?
    };
    led.then(|| near().or_else(|| phrase::possessor(scene, first)))?
        .map(|voice| (voice, noun))
}
