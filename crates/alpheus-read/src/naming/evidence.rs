//! What the words around a name show of its kind, and the life dates in the bracket after it.

use super::{
    NameKind,
    form::Form,
    lexicon::{Roles, roles_of},
};
use crate::{
    heads::{dates, is_life},
    lexicon::Class,
    names::is_possessive,
    scene::Scene,
    statement::LifeDate,
};
use alpheus_text::key;

/// What the words around a name show.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// It does what persons do.
    pub(super) person: bool,
    /// It is where places are.
    pub(super) place: bool,
    /// "the" stands before it.
    pub(super) article: bool,
    pub(super) birth: Option<LifeDate>,
    pub(super) death: Option<LifeDate>,
}

/// Looks at the words around a name.
pub(super) fn of(scene: &Scene<'_>, form: &Form) -> Evidence {
    let (first, end) = (form.tokens.start, form.tokens.end);
    let mut found = Evidence::default();
    if matches!(form.kind, NameKind::Unknown | NameKind::Place) {
        let before =
            first.checked_sub(1).map_or(Roles::NONE, |before| role(scene, before));
        let owner = is_possessive(scene, end);
        found.person = acts(scene, first, end, before, owner);
        found.place = !owner && holds(scene, first, end, before);
    }
    found.article = first > 0 && scene.has(first - 1, Class::ARTICLE);
    let living = matches!(form.kind, NameKind::Person | NameKind::Unknown);
    if living
        && scene.is(end, '(')
        && is_life(scene, end)
        && let Some((birth, death)) = dates(scene, end)
    {
        found = Evidence { person: true, birth, death, ..found };
    }
    found
}

fn role(scene: &Scene<'_>, at: usize) -> Roles {
    scene.tokens.get(at).map_or(Roles::NONE, roles_of)
}

const HAS: u64 = key("has");
const BY: u64 = key("by");

/// Whether a name is that of somebody who acts or has something: "Weber said", "said Weber",
/// "the painter Weber", "Weber's brigade".
fn acts(scene: &Scene<'_>, first: usize, end: usize, led_by: Roles, owner: bool) -> bool {
    let before = first.wrapping_sub(1);
    let small = |at: usize| {
        scene.tokens.get(at).is_some_and(|token| token.is_word() && !token.capital)
    };
    let word = |at: usize, word: u64| {
        scene.tokens.get(at).is_some_and(|token| token.key == word)
    };
    let verb = small(end)
        && (role(scene, end).any(Roles::SPEECH)
            || scene.has(end, Class::WHO)
            || word(end, HAS)
            || scene.has(end, Class::HAD)
            || scene.doc.slice(scene.tokens[end].span).ends_with("ed"));
    let kin = Class::KIN.or(Class::PERSONAGE).or(Class::TITLE);
    let led = small(before)
        && (led_by.any(Roles::SPEECH) || scene.has(before, kin) || word(before, BY));
    !scene.has(before, Class::ARTICLE) && (owner || verb || led)
}

/// Whether a name is that of a place: "in Soria", "reached Soria", "the village of Soria".
fn holds(scene: &Scene<'_>, first: usize, end: usize, led_by: Roles) -> bool {
    let noun = || {
        let of = first.checked_sub(2).filter(|_| scene.has(first - 1, Class::OF));
        of.map_or(led_by, |noun| role(scene, noun)).any(Roles::PLACE_NOUN)
    };
    let named = scene.doc.slice(scene.tokens[end - 1].span);
    led_by.any(Roles::WHERE.or(Roles::APPROACH))
        || noun()
        || PLACE_ENDINGS.iter().any(|ending| named.ends_with(ending))
}

/// How names of places end, and surnames seldom.
const PLACE_ENDINGS: [&str; 8] =
    ["ville", "burg", "shire", "grad", "stan", "polis", "abad", "heim"];
