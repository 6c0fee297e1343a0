//! Named events with their times: "World War I began on 28 July 1914", "on 4 August the
//! battle of Wissembourg was fought", "two days after the battle of Wissembourg".
//!
//! A name of two words or more with a verb of beginning or ending, or a noun of happening
//! with the name of a place or person, make an event that can be known again elsewhere in
//! the account, so a step told in one place can be held against the date told in another.

use crate::{
    lexicon::Class,
    names::is_possessive,
    persons::{Person, Persons},
    scene::Scene,
    statement::When,
    stops::Stop,
};
use alpheus_text::key;

/// What is said of a named event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Onset {
    /// The name and the verb's phase, folded to one key.
    pub(crate) event: u64,
    /// Index of the time expression.
    pub(crate) time: u32,
    /// What the time is to the event.
    pub(crate) tie: Tie,
}

/// What a time is to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// It is when the event was.
    When,
    /// It is told beside the event's name, and is its day if it is a date.
    Beside,
    /// It is reckoned from the event.
    From,
}

/// The longest name, in tokens.
const LONGEST: usize = 8;
/// How far behind the verb its date stands, in tokens.
const REACH: usize = 3;

/// The words at which an onset is looked for; "death" is one of them.
pub(crate) const TRIGGERS: Class = Class::BEGAN.or(Class::ENDED).or(Class::HAPPENING);

/// Reads the onsets of a block.
pub(crate) fn read(scene: &Scene<'_>, persons: &Persons, out: &mut Vec<Onset>) {
    if !scene.has_times() {
        return;
    }
    for verb in scene.stops(Stop::DATED) {
        if scene.has(verb, Class::BEGAN.or(Class::ENDED)) {
            out.extend(onset(scene, verb));
        } else if scene.has(verb, Class::HAPPENING) && scene.has(verb + 1, Class::OF) {
            out.extend(happening(scene, verb));
        } else if scene.tokens[verb].key == DEATH {
            out.extend(of_a_life(scene, persons, verb));
        }
    }
}

/// "the battle of Wissembourg", with the date or the step that it is told with.
fn happening(scene: &Scene<'_>, noun: usize) -> Option<Onset> {
    let named = |at: usize| {
        scene.tokens.get(at).is_some_and(|token| token.is_word() && token.capital)
            && scene.time(at).is_none()
    };
    let (mut at, mut event) = (noun + 2, scene.tokens[noun].key.rotate_left(1));
    while at < noun + LONGEST && named(at) {
        event = event.rotate_left(7) ^ scene.tokens[at].key;
        at += 1;
    }
    if at == noun + 2 {
        return None;
    }
    let first =
        if noun > 0 && scene.has(noun - 1, Class::ARTICLE) { noun - 1 } else { noun };
    // "two days after the battle": the preposition may stand outside of the step.
    let step = step_before(scene, first);
    if let Some(time) = step {
        return Some(Onset { event, time, tie: Tie::From });
    }
    let reach = scene.sentence_end(noun).min(at + REACH);
    let after = || (at..reach).find_map(|at| scene.time(at));
    let time = leading(scene, first).or_else(after)?;
    Some(Onset { event, time, tie: Tie::Beside })
}

/// The step that a name stands behind: "two days after the battle".
fn step_before(scene: &Scene<'_>, first: usize) -> Option<u32> {
    // The preposition may stand outside of the step.
    (1..=2).find_map(|back| {
        let at = first.checked_sub(back)?;
        (back == 1 || scene.has(at + 1, Class::PREP)).then(|| scene.time(at))?
    })
}

const DEATH: u64 = key("death");

/// "four weeks after Nobel's death": reckoned from a life that the account dates.
fn of_a_life(scene: &Scene<'_>, persons: &Persons, noun: usize) -> Option<Onset> {
    let mark = noun.checked_sub(2)?;
    let name = mark.checked_sub(1).filter(|_| is_possessive(scene, mark))?;
    let person = persons.named(scene.tokens[name].key)?;
    let first = (0..=name).rev().take_while(|&at| scene.tokens[at].capital).last()?;
    let time = step_before(scene, first)?;
    Some(Onset { event: death_of(person), time, tie: Tie::From })
}

/// The deaths of the persons whom the account dates.
pub(crate) fn deaths(persons: &[Person]) -> impl Iterator<Item = Onset> + '_ {
    persons.iter().enumerate().filter_map(|(person, told)| match told.death?.when {
        When::Time(time) => {
            Some(Onset { event: death_of(person as u32), time, tie: Tie::Beside })
        }
        When::Year(_) => None,
    })
}

fn death_of(person: u32) -> u64 {
    DEATH ^ u64::from(person)
}

fn onset(scene: &Scene<'_>, verb: usize) -> Option<Onset> {
    let (first, name) = name_before(scene, verb)?;
    let end = scene.sentence_end(verb);
    let after = (verb + 1..end.min(verb + 1 + REACH)).find_map(|at| scene.time(at));
    let time = after.or_else(|| leading(scene, first))?;
    let phase = u64::from(scene.has(verb, Class::BEGAN));
    Some(Onset { event: name.rotate_left(1) ^ phase, time, tie: Tie::When })
}

/// The name that the verb is said of: where it begins, and its words folded to one key.
fn name_before(scene: &Scene<'_>, verb: usize) -> Option<(usize, u64)> {
    let between = |at: usize| {
        !scene.tokens[at].is_word()
            || scene.has(at, Class::WHO.or(Class::CLAUSE).or(Class::HAD))
    };
    let mut at = verb;
    while at > 0 && verb - at < REACH && between(at - 1) {
        at -= 1;
    }
    let named = |at: usize| {
        let token = &scene.tokens[at];
        token.is_word() && token.capital && scene.time(at).is_none()
    };
    let joins = |at: usize| {
        scene.has(at, Class::OF.or(Class::ARTICLE)) && !scene.tokens[at].capital
    };
    let (mut first, mut key, mut words) = (at, 0_u64, 0);
    while first > 0 && at - first < LONGEST && (named(first - 1) || joins(first - 1)) {
        first -= 1;
        if named(first) && !scene.has(first, Class::ARTICLE.or(Class::OF).or(Class::PREP))
        {
            key = key.rotate_left(7) ^ scene.tokens[first].key;
            words += 1;
        }
    }
    (words >= 2).then_some((first, key))
}

/// The time expression that opens the clause: "a week later, the war began".
fn leading(scene: &Scene<'_>, first: usize) -> Option<u32> {
    let comma = first.checked_sub(1).filter(|&at| scene.is(at, ','))?;
    scene.time(comma.checked_sub(1)?)
}
