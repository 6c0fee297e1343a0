//! Titles of books, newspapers and plays: after the word for them ("the novel Emma"), or
//! between marks ("_Quarterly Review_").

use super::{
    NameKind,
    form::{Form, Person},
    gazetteer::combine,
    lexicon::{Roles, roles_of},
};
use crate::{lexicon::Class, scene::Scene};

/// No title is longer.
const MOST_TOKENS: usize = 14;

/// The title that begins at `at`, if one does.
pub(super) fn title(scene: &Scene<'_>, at: usize) -> Option<Form> {
    let mark = at.checked_sub(1).filter(|&mark| is_mark(scene, mark));
    let lead = mark.unwrap_or(at).checked_sub(1)?;
    let led =
        !scene.tokens[lead].capital && roles_of(&scene.tokens[lead]).any(Roles::WRITING);
    let italic = mark.is_some_and(|mark| scene.is(mark, '_'));
    if !led && !italic {
        return None;
    }
    let end = end(scene, at, mark.is_some());
    let closed = mark.is_none_or(|mark| {
        scene.tokens.get(end).is_some_and(|t| t.kind == scene.tokens[mark].kind)
    });
    let capitals = scene.tokens[at..end].iter().filter(|token| token.capital).count();
    // One capital is a title only between marks: "the story Weber told".
    let least = if led && mark.is_some() { 1 } else { 2 };
    let named = capitals >= least && !scene.tokens[at].starts_sentence;
    (closed && named).then(|| form(scene, at, end))
}

fn is_mark(scene: &Scene<'_>, at: usize) -> bool {
    ['_', '"', '\''].iter().any(|&mark| scene.is(at, mark))
}

/// The token after a title: its words are capitals, and between them small ones.
fn end(scene: &Scene<'_>, at: usize, marked: bool) -> usize {
    let limit = scene.sentence_end(at).min(at + MOST_TOKENS);
    let mut end = at;
    for next in at..limit {
        let token = &scene.tokens[next];
        if token.is_word() && token.capital && scene.time(next).is_none() {
            end = next + 1;
        } else if !is_small(scene, next, marked) {
            break;
        }
    }
    end
}

fn is_small(scene: &Scene<'_>, at: usize, marked: bool) -> bool {
    let joins = Class::OF.or(Class::AND).or(Class::ARTICLE).or(Class::IN).or(Class::TO);
    let within = marked && (scene.is(at, '\'') || scene.is(at, ',') || scene.is(at, '-'));
    scene.has(at, joins.or(Class::ON).or(Class::FROM)) || within
}

fn form(scene: &Scene<'_>, at: usize, end: usize) -> Form {
    let words = scene.tokens[at..end].iter().filter(|token| token.is_word());
    let keys = words.clone().map(|token| token.key);
    Form {
        tokens: at..end,
        kind: NameKind::Work,
        key: keys.reduce(combine).unwrap_or_default(),
        person: Person::default(),
        words: words.count() as u8,
        weak: false,
    }
}
