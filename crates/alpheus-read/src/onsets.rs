//! Named events that are said to begin or end: "World War I began on 28 July 1914",
//! "exactly a week later, the Crimean War ended".
//!
//! A name of two words or more and a verb of beginning or ending make an event that can be
//! known again elsewhere in the account, so a step told in one place can be held against
//! the date told in another.

use crate::{lexicon::Class, scene::Scene};

/// What is said of a named event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Onset {
    /// The name and the verb's phase, folded to one key.
    pub(crate) event: u64,
    /// Index of the time expression.
    pub(crate) time: u32,
}

/// The longest name, in tokens.
const LONGEST: usize = 8;
/// How far behind the verb its date stands, in tokens.
const REACH: usize = 3;

/// Reads the onsets of a block.
pub(crate) fn read(scene: &Scene<'_>, out: &mut Vec<Onset>) {
    if !scene.has_times() {
        return;
    }
    for verb in 0..scene.tokens.len() {
        if scene.has(verb, Class::BEGAN.or(Class::ENDED)) {
            out.extend(onset(scene, verb));
        }
    }
}

fn onset(scene: &Scene<'_>, verb: usize) -> Option<Onset> {
    let (first, name) = name_before(scene, verb)?;
    let end = scene.sentence_end(verb);
    let after = (verb + 1..end.min(verb + 1 + REACH)).find_map(|at| scene.time(at));
    let time = after.or_else(|| leading(scene, first))?;
    let phase = u64::from(scene.has(verb, Class::BEGAN));
    Some(Onset { event: name.rotate_left(1) ^ phase, time })
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
        if named(first) && !scene.has(first, Class::ARTICLE) {
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
