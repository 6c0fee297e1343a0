//! Names turned round, as dictionaries head their entries: "GESNER, JOHANN (1691–1761)".

use super::{
    NameKind,
    form::{Form, Person},
    lexicon::{Roles, roles_of},
};
use crate::{heads::is_heading, scene::Scene};

/// A surname has no more words.
const SURNAME: usize = 4;
/// Given names and titles have no more tokens.
const GIVEN: usize = 8;

/// The name at the head of an entry: the surname, a comma, and the given names up to a bracket.
pub(super) fn head(scene: &Scene<'_>) -> Option<Form> {
    if !is_heading(scene) {
        return None;
    }
    let comma = (1..=SURNAME).find(|&at| scene.is(at, ','))?;
    let set = |at: &usize| {
        scene.tokens[*at].is_word() || scene.is(*at, '\'') || scene.is(*at, '-')
    };
    let last = (0..comma).rev().find(|&at| scene.tokens[at].upper)?;
    let named = |at: &usize| {
        scene.tokens.get(*at).is_some_and(|token| token.is_word() && token.capital)
            || scene.is(*at, '.')
    };
    let end = (comma + 1..comma + 1 + GIVEN).take_while(named).last()? + 1;
    if !(0..comma).all(|at| set(&at)) || !scene.is(end, '(') {
        return None;
    }
    let words = (comma + 1..end).filter(|&at| scene.tokens[at].is_word());
    let mut person = Person::default();
    let mut initials = person.initials.iter_mut();
    for at in words {
        let (token, roles) = (&scene.tokens[at], roles_of(&scene.tokens[at]));
        if roles.any(Roles::TITLE) {
            person.title = token.key;
        } else if let Some(slot) = initials.next() {
            *slot = scene.doc.prose().as_bytes()[token.span.start as usize];
            let first = person.given == 0 && token.span.len() > 1;
            person.given = if first { token.key } else { person.given };
        }
        let sex = roles.and(Roles::MAN.or(Roles::WOMAN));
        person.sex = if person.sex == Roles::NONE { sex } else { person.sex };
    }
    let count = (0..end).filter(|&at| scene.tokens[at].is_word()).count();
    Some(Form {
        tokens: 0..end,
        kind: NameKind::Person,
        key: scene.tokens[last].key,
        person,
        words: count as u8,
        weak: false,
    })
}
