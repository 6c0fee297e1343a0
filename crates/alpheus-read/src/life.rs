//! Births, deaths and ages: "was born at Roth on …", "d. in 1744"; and what only the
//! living do.

use crate::{
    ages,
    lexicon::Class,
    persons::Persons,
    scene::{LONGEST_SENTENCE, Scene},
    statement::{
        Assertion, LifeDate, LifeEnd, Modality, Speaker, Statement, Subject, When,
    },
    stops::Stop,
};
use alpheus_text::Token;
use alpheus_time::TimexKind;

/// A date of a birth or a death stands within so many tokens of the verb.
const REACH: usize = 26;

/// The words at which a statement of this kind is looked for.
pub(crate) const TRIGGERS: Class = Class::BORN
    .or(Class::DIED)
    .or(Class::B)
    .or(Class::D)
    .or(Class::AGED)
    .or(Class::AGE)
    .or(Class::HIS)
    .or(Class::THEN)
    .or(Class::BE)
    .or(Class::DEED);

/// Reads the births, deaths and ages of a block.
pub(crate) fn read(scene: &Scene<'_>, persons: &mut Persons, out: &mut Vec<Statement>) {
    let mut quoted = false;
    for (start, at) in scene.stops_in_sentences(Stop::LIFE.or(Stop::QUOTE)) {
        quoted ^= scene.is(at, '"');
        if !scene.has(at, TRIGGERS) {
            continue;
        }
        let speaker = if quoted { Speaker::Quoted } else { Speaker::Author };
        if let Some(end) = life_verb(scene, at) {
            out.extend(life(scene, persons, start, at, end, speaker));
        } else if let Some((age, next)) = ages::age(scene, at) {
            out.extend(ages::aged(scene, persons, start, at, next, age, speaker));
        } else if scene.has(at, Class::DEED) {
            out.extend(deed(scene, persons, start, at, speaker));
        }
    }
}

/// Which end of a life the word at `at` tells of.
fn life_verb(scene: &Scene<'_>, at: usize) -> Option<LifeEnd> {
    let stopped = || scene.is(at + 1, '.') && !scene.tokens[at].capital;
    if scene.has(at, Class::BORN) {
        let told = (at.saturating_sub(5)..at).any(|before| scene.has(before, Class::BE));
        told.then_some(LifeEnd::Birth)
    } else if scene.has(at, Class::DIED) {
        Some(LifeEnd::Death)
    } else if scene.has(at, Class::B) && stopped() {
        (at > 0 && scene.has(at - 1, Class::BE)).then_some(LifeEnd::Birth)
    } else if scene.has(at, Class::D) && stopped() && at > 0 {
        let before = &scene.tokens[at - 1];
        let noun = scene.has(at - 1, Class::ARTICLE.or(Class::HIS));
        (!noun && (before.is_word() || before.is('.') || before.is(',')))
            .then_some(LifeEnd::Death)
    } else {
        None
    }
}

fn life(
    scene: &Scene<'_>,
    persons: &mut Persons,
    start: usize,
    at: usize,
    end: LifeEnd,
    speaker: Speaker,
) -> Option<Statement> {
    let bracketed =
        (start..at).rev().find(|&before| scene.is(before, '(') || scene.is(before, ')'));
    if bracketed.is_some_and(|mark| scene.is(mark, '(')) {
        return None;
    }
    if is_said_of_a_thing(scene, at) {
        return None;
    }
    let (time, from) = date_after(scene, at + 1)?;
    let rough = (from.saturating_sub(2)..scene.after_time(from))
        .any(|before| scene.has(before, Class::ABOUT.or(Class::CIRCA)))
        || (from..(from + 6).min(scene.tokens.len()))
            .any(|after| scene.has(after, Class::OR));
    let date = LifeDate { when: When::Time(time), rough };
    let modality = modality(scene, start, at);
    let known = persons.any();
    let mut person = match persons.head_subject(scene, at) {
        Some(head) if end == LifeEnd::Birth => Subject::Person(head),
        _ => persons.subject(scene, start, at),
    };
    if end == LifeEnd::Birth
        && modality == Modality::Asserted
        && !known
        && let Some(name) = subject_name(scene, start, at)
    {
        let born = persons.born(scene, name, date);
        person = born.map_or(person, Subject::Person);
    }
    if let (Subject::Person(person), Modality::Asserted) = (person, modality) {
        persons.learn(person, end, date);
    }
    Some(Statement {
        assertion: Assertion::Life { person, end, date },
        span: scene.span(at, scene.after_time(from) - 1),
        modality,
        speaker,
    })
}

/// "The idea was born", "thirty died": the word before the verb is no person.
fn is_said_of_a_thing(scene: &Scene<'_>, verb: usize) -> bool {
    let mut before = verb;
    let skipped = Class::BE.or(Class::ADVERB);
    while before > 0 && scene.has(before - 1, skipped) {
        before -= 1;
    }
    let Some(token) = before.checked_sub(1).map(|at| &scene.tokens[at]) else {
        return false;
    };
    let word = scene.doc.slice(token.span);
    let noun =
        token.is_word() && !token.capital && scene.class(before - 1) == Class::NONE;
    scene.has(before - 1, Class::COUNT)
        || token.number().is_some() && scene.time(before - 1).is_none()
        || noun && word.len() > 2 && !word.ends_with("ly")
}

/// "he moved to Leipzig in 1723", "in 1723 he moved".
fn deed(
    scene: &Scene<'_>,
    persons: &mut Persons,
    start: usize,
    at: usize,
    speaker: Speaker,
) -> Option<Statement> {
    let before = at.checked_sub(1).filter(|_| persons.any())?;
    let agent =
        scene.has(before, Class::HE.or(Class::SHE)) || scene.tokens[before].capital;
    let leading = || {
        let first = (start..(start + 4).min(at)).find_map(|at| scene.time(at))?;
        is_date(scene, first).then_some(first)
    };
    let governed = || date_after(scene, at + 1).map(|(time, _)| time);
    let time = agent.then(|| leading().or_else(governed))??;
    let person = persons.subject(scene, start, at);
    Some(Statement {
        assertion: Assertion::Deed { person, time },
        span: scene.span(before, at),
        modality: modality(scene, start, at),
        speaker,
    })
}

/// The first date after a verb that the verb can govern.
fn date_after(scene: &Scene<'_>, from: usize) -> Option<(u32, usize)> {
    let end = scene.sentence_end(from.saturating_sub(1)).min(from + REACH);
    let mut at = from;
    while at < end {
        if let Some(time) = scene.time(at) {
            if is_date(scene, time) {
                return Some((time, at));
            }
            at = scene.after_time(at);
            continue;
        }
        let joined = scene.has(at, Class::AND)
            && !scene.tokens.get(at + 1).is_some_and(|token| token.capital);
        let stop = joined
            || scene.is(at, ';')
            || scene.is(at, '(')
            || scene.has(at, STOPS)
            || scene.tokens[at].is('"')
            || scene.is(at, ',') && begins_clause(scene, at + 1);
        if stop {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a new subject with its verb stands after a comma: ", Keble became".
fn begins_clause(scene: &Scene<'_>, from: usize) -> bool {
    let capital = |at: usize| {
        scene.tokens.get(at).is_some_and(|token| token.is_word() && token.capital)
    };
    let mut at = from;
    while capital(at) || scene.has(at, Class::PARTICLE) || at > from && scene.is(at, '.')
    {
        at += 1;
    }
    let verb = scene.tokens.get(at).is_some_and(Token::is_word)
        && scene.time(at).is_none()
        && !scene.has(at, Class::PREP.or(Class::OF).or(Class::ABOUT).or(Class::AND));
    scene.has(from, Class::HE.or(Class::SHE))
        || capital(from) && scene.time(from).is_none() && verb
}

/// Words over which a verb governs no date.
const STOPS: Class = Class::CLAUSE
    .or(Class::WHO)
    .or(Class::DIED)
    .or(Class::BORN)
    .or(Class::LIMIT)
    .or(Class::BIRTHDAY)
    .or(Class::HAD);

fn is_date(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    timex.kind == TimexKind::Date && timex.written.year.is_some()
}

/// The name that "was born" is said of, at the front of its sentence.
fn subject_name(
    scene: &Scene<'_>,
    start: usize,
    at: usize,
) -> Option<std::ops::Range<usize>> {
    if scene.has(at - 1, Class::BE)
        && at >= 2
        && scene.has(at - 2, Class::HE.or(Class::SHE))
    {
        return last_name(scene, at - 2);
    }
    let first = (start..at)
        .find(|&first| !scene.has(first, Class::TITLE) && !scene.is(first, '.'))?;
    let capital = |at: usize| scene.tokens[at].is_word() && scene.tokens[at].capital;
    let mut end = first;
    while end < at
        && (capital(end) || scene.has(end, Class::PARTICLE) || scene.is(end, '.'))
    {
        end += 1;
    }
    let pronoun =
        Class::HE.or(Class::SHE).or(Class::HIS).or(Class::ARTICLE).or(Class::PREP);
    let named = end > first
        && !scene.has(first, pronoun)
        && scene.has(end, Class::BE.or(Class::BORN));
    named.then_some(first..end)
}

/// The last full name before a token, whom "he" at the front of the next sentence means:
/// two capitals or more, or one after a title; of places, one that hangs on no preposition.
fn last_name(scene: &Scene<'_>, before: usize) -> Option<std::ops::Range<usize>> {
    let capital = |at: usize| {
        scene.tokens[at].is_word()
            && scene.tokens[at].capital
            && scene.time(at).is_none()
            && !scene.has(at, Class::TITLE)
    };
    let mut end = before;
    let limit = before.saturating_sub(LONGEST_SENTENCE);
    while end > limit {
        let mut first = end;
        while first > 0 && capital(first - 1) {
            first -= 1;
        }
        let title = first > 0
            && (scene.has(first - 1, Class::TITLE)
                || first > 1
                    && scene.is(first - 1, '.')
                    && scene.has(first - 2, Class::TITLE));
        if end - first >= 2 || end > first && title {
            return Some(first..end);
        }
        end = if first < end { first } else { end - 1 };
    }
    None
}

/// Doubts and hearsay stand close to the verb.
pub(crate) fn modality(scene: &Scene<'_>, start: usize, at: usize) -> Modality {
    let near = start.max(at.saturating_sub(6))..scene.sentence_end(at).min(at + 5);
    let hedged = near.into_iter().any(|at| scene.has(at, Class::HEDGE));
    if hedged { Modality::Reported } else { Modality::Asserted }
}
