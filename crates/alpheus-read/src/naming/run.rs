//! Runs of capitals: which tokens may make up one name.
//!
//! A run goes on over initials with their points, particles ("de la"), hyphens and the
//! apostrophe of "O'Brien"; it ends with the sentence, at a time expression and at any other
//! mark.

use super::lexicon::{Roles, roles_of};
use crate::scene::Scene;

/// No name has more words.
const MOST_WORDS: usize = 12;

/// A word of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its token.
    pub(super) at: usize,
    pub(super) roles: Roles,
    /// One capital with a point.
    pub(super) initial: bool,
}

/// Whether a run may begin at `at`.
pub(super) fn opens(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    token.is_word()
        && (token.capital || is_particle(scene, at) && capital(scene, at + 1))
        && scene.time(at).is_none()
}

/// Reads the run that begins at `at` into `words`; the token after it.
pub(super) fn read(scene: &Scene<'_>, at: usize, words: &mut Vec<Word>) -> usize {
    words.clear();
    words.push(word(scene, at));
    let mut end = at + 1;
    while words.len() < MOST_WORDS {
        let Some(next) = next_word(scene, end) else { break };
        words.push(word(scene, next));
        end = next + 1;
    }
    end
}

fn word(scene: &Scene<'_>, at: usize) -> Word {
    let token = &scene.tokens[at];
    let initial = token.span.len() == 1 && scene.is(at + 1, '.');
    let roles = if token.capital { roles_of(token) } else { Roles::PARTICLE };
    Word { at, roles, initial }
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
    let close = |at: usize| {
        continues(scene, at)
            && !scene.tokens[at].spaced
            && !scene.tokens[at].starts_sentence
    };
    if next.is('-') && !next.spaced && close(end + 1) {
        return Some(end + 1);
    }
    if next.is('\'') && !next.spaced && close(end + 1) && is_prefix(scene, end - 1) {
        return Some(end + 1);
    }
    let open = |at: usize| continues(scene, at) && !scene.tokens[at].starts_sentence;
    (next.is('.') && !next.spaced && is_short(scene, end - 1) && open(end + 1))
        .then_some(end + 1)
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
    scene.tokens.get(at).is_some_and(|token| {
        token.is_word() && !token.capital && roles_of(token).any(Roles::PARTICLE)
    })
}

/// "O", "D", "L", "M": stand before an apostrophe.
fn is_prefix(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].span.len() == 1
}

/// A word that a point cuts short: an initial, a title or a given name.
fn is_short(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    token.span.len() == 1
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
