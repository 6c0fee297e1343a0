//! Runs of capitals: which tokens may make up one name.
//!
//! A run goes on over initials with their points, particles ("de la"), hyphens and the
//! apostrophe of "O'Brien"; it ends with the sentence, at a time expression and at any other
//! mark.

use super::{
    gazetteer::combine,
    lexicon::{Roles, roles_of},
};
use crate::{lexicon::Class, scene::Scene};

/// No name has more words.
const MOST_WORDS: usize = 12;

/// A word of a run; what a hyphen or an apostrophe joins is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its first token.
    pub(super) at: usize,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) key: u64,
    pub(super) roles: Roles,
    /// One capital with a point.
    pub(super) initial: bool,
}

/// Whether a run may begin at `at`.
pub(super) fn opens(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    token.is_word()
        && (token.capital || capital(scene, at + 1) && is_particle(scene, at))
        && scene.time(at).is_none()
}

/// Whether a capital that stands alone is no name, as that of most sentences is: "The
/// troops".
pub(super) fn is_common(scene: &Scene<'_>, at: usize) -> bool {
    let goes_on = scene.tokens.get(at + 1).is_some_and(|next| {
        next.is_word()
            && (next.capital || scene.has(at + 1, Class::PARTICLE.or(Class::OF)))
            || !next.is_word() && !next.spaced
    });
    !goes_on && roles_of(&scene.tokens[at]).any(Roles::NEVER)
}

/// Reads the run that begins at `at` into `words`.
pub(super) fn read(scene: &Scene<'_>, at: usize, words: &mut Vec<Word>) {
    words.clear();
    words.push(word(scene, at));
    while words.len() < MOST_WORDS {
        let end = words[words.len() - 1].end;
        let Some(next) = next_word(scene, end) else { break };
        words.push(word(scene, next));
    }
}

fn word(scene: &Scene<'_>, at: usize) -> Word {
    let token = &scene.tokens[at];
    let initial = is_letter(scene, at) && scene.is(at + 1, '.');
    let roles = if token.capital { roles_of(token) } else { Roles::PARTICLE };
    let mut word = Word { at, end: at + 1, key: token.key, roles, initial };
    while let Some(next) = joined(scene, word.end) {
        word.key = combine(word.key, scene.tokens[next].key);
        word.end = next + 1;
        let next = roles_of(&scene.tokens[next]);
        let given = word.roles.and(Roles::GIVEN.or(Roles::MAN).or(Roles::WOMAN));
        // "Major-General" is a title, "Jean-Baptiste" a given name.
        word.roles = if next.any(Roles::TITLE) { next } else { given };
    }
    word
}

/// The token that a hyphen or an apostrophe joins to the word before `end`.
fn joined(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let mark = scene.tokens.get(end)?;
    let joins = mark.is('-') || mark.is('\'') && scene.tokens[end - 1].span.len() == 1;
    let next = scene.tokens.get(end + 1)?;
    let close = !mark.spaced && !next.spaced && !next.starts_sentence;
    (joins && close && continues(scene, end + 1)).then_some(end + 1)
}

/// The token of the run's next word, its last having ended before `end`.
fn next_word(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let next = scene.tokens.get(end)?;
    if next.starts_sentence {
        return None;
    }
    if next.is_word() {
        return continues(scene, end).then_some(end);
    }
    if let Some(body) = plural_owner(scene, end) {
        return Some(body);
    }
    let open = continues(scene, end + 1) && !scene.tokens[end + 1].starts_sentence;
    (next.is('.') && !next.spaced && is_short(scene, end - 1) && open).then_some(end + 1)
}

/// The body in "Transport Workers' Federation": its owners end before `end`.
fn plural_owner(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let owners = scene.doc.slice(scene.tokens[end - 1].span).ends_with('s');
    let next = scene.tokens.get(end + 1)?;
    let body = next.capital && next.spaced && roles_of(next).any(Roles::ORGANISATION);
    (owners && scene.is(end, '\'') && body && !next.starts_sentence).then_some(end + 1)
}

/// Whether the word at `at` may be the next of a run.
fn continues(scene: &Scene<'_>, at: usize) -> bool {
    let named = capital(scene, at) && scene.time(at).is_none();
    named
        || is_particle(scene, at)
            && (capital(scene, at + 1)
                || is_particle(scene, at + 1) && capital(scene, at + 2))
}

fn capital(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .tokens
        .get(at)
        .is_some_and(|token| token.is_word() && token.capital && !token.starts_sentence)
}

/// "de", "von", in small letters.
fn is_particle(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::PARTICLE)
        && scene.tokens[at].span.len() > 1
        && !scene.tokens[at].capital
}

/// Whether a word is one letter.
fn is_letter(scene: &Scene<'_>, at: usize) -> bool {
    scene.doc.slice(scene.tokens[at].span).chars().nth(1).is_none()
}

/// A word that a point cuts short: an initial, a title or a given name.
fn is_short(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    is_letter(scene, at)
        || token.span.len() <= 6
            && roles_of(token).any(Roles::TITLE.or(Roles::PLACE_FRONT))
        || scene.doc.slice(token.span).len() <= 5
            && SHORT_GIVEN.contains(&scene.doc.slice(token.span))
}

/// Given names as old books cut them.
const SHORT_GIVEN: [&str; 14] = [
    "Wm", "Geo", "Jas", "Jos", "Chas", "Thos", "Robt", "Saml", "Benj", "Alex", "Edw",
    "Jno", "Danl", "Fredk",
];
