//! What names look like: runs of capitals, with particles and initials, and whether a name
//! is what its clause speaks of or hangs on a preposition.

use crate::{
    lexicon::{Class, class_of_word},
    scene::Scene,
};
use alpheus_text::{Lexicon, key};

/// Whether "'s" begins at `at`.
pub(crate) fn is_possessive(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, '\'') && scene.tokens.get(at + 1).is_some_and(|next| !next.spaced)
}

/// Whether a name is that of a relative or a wife: "their son Charles", "Mrs. Weber", or
/// stands within a clause on somebody else: "whom Weber".
pub(crate) fn introduced(scene: &Scene<'_>, start: usize, name: usize) -> bool {
    (start.max(name.saturating_sub(4))..name).any(|before| {
        scene.has(before, Class::KIN.or(Class::HERS))
            && !scene.has(name - 1, Class::ARTICLE)
    }) || name > start && scene.has(name - 1, Class::WHO)
}

/// Whether a word of a name may stand at `at`, seen from behind.
pub(crate) fn continues_name(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let part = token.is_word() && (token.capital || scene.has(at, Class::PARTICLE))
        || token.is('-')
        || token.is('\'')
        || token.is('.') && at > 0 && scene.tokens[at - 1].span.len() == 1;
    part && scene.time(at).is_none()
        && !scene.has(at, Class::HE.or(Class::SHE).or(Class::HIS))
}

/// The first token, not before `floor`, of the name that ends at `last`, with a nickname in
/// marks: 'Anna "Nan" Weber', '"Nan" Weber'.
pub(crate) fn name_start(scene: &Scene<'_>, floor: usize, last: usize) -> usize {
    let mut first = last;
    while first > floor && continues_name(scene, first - 1) {
        first -= 1;
    }
    let nickname = first >= floor + 3
        && scene.is(first - 1, '"')
        && scene.is(first - 3, '"')
        && scene.tokens[first - 2].capital;
    match nickname {
        true if first > floor + 3 && continues_name(scene, first - 4) => {
            name_start(scene, floor, first - 4)
        }
        true => first - 2,
        false => first,
    }
}

/// The token after a name that begins at `at`.
pub(crate) fn name_end(scene: &Scene<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while end < scene.tokens.len()
        && continues_name(scene, end)
        && !scene.tokens[end].starts_sentence
    {
        end += 1;
    }
    end
}

/// Whether a capital is that of a people ("Swiss mathematician") and no name.
pub(crate) fn is_demonym(scene: &Scene<'_>, at: usize) -> bool {
    const ENDINGS: [&str; 8] = ["ish", "ian", "ean", "ese", "can", "man", "ch", "ss"];
    const WORDS: [&str; 5] = ["Greek", "Czech", "Welsh", "Norse", "Jew"];
    let word = scene.doc.slice(scene.tokens[at].span);
    let verb = Class::BE.or(Class::DIED).or(Class::BORN);
    let noun =
        scene.tokens.get(at + 1).is_some_and(|next| next.is_word() && !next.capital)
            && !scene.has(at + 1, verb);
    noun && (ENDINGS.iter().any(|ending| word.ends_with(ending)) || WORDS.contains(&word))
}

/// Whether a noun phrase whose head or first word is at `at` hangs on a preposition.
pub(crate) fn after_preposition(scene: &Scene<'_>, at: usize) -> bool {
    let before = Class::PREP.or(Class::OF).or(Class::FROM).or(Class::TO);
    let within = Class::ARTICLE.or(Class::HIS).or(Class::TITLE);
    for back in 1..=3.min(at) {
        let at = at - back;
        if scene.has(at, before) {
            return true;
        }
        let token = &scene.tokens[at];
        let adjective = token.is_word()
            && !token.capital
            && (scene.class(at) == Class::NONE || scene.has(at, Class::COUNT))
            && at > 0
            && scene.has(at - 1, within);
        if !adjective && !scene.has(at, within) && !token.is('.') {
            return false;
        }
    }
    false
}

/// Whether a name is a place or an object: "in Waterloo, Belgium".
pub(crate) fn is_oblique(scene: &Scene<'_>, start: usize, mut first: usize) -> bool {
    while !after_preposition(scene, first) {
        let listed = first >= start + 2
            && scene.is(first - 1, ',')
            && continues_name(scene, first - 2);
        if !listed {
            return false;
        }
        first -= 2;
        while first > start && continues_name(scene, first - 1) {
            first -= 1;
        }
    }
    true
}

/// Whether the word at `at`, which stands after a lone capital, is that capital's verb.
pub(crate) fn acts(scene: &Scene<'_>, at: usize) -> bool {
    let Some(subject) = at.checked_sub(1) else { return false };
    let verb = scene.tokens.get(at).is_some_and(|token| {
        token.is_word() && !token.capital && scene.doc.slice(token.span).ends_with("ed")
    });
    scene.class(subject) == Class::NONE && (verb || scene.has(at, Class::BE))
}

/// Where the words before a verb are read from: "Weber, who is named after his father, was
/// born" speaks of Weber.
pub(crate) fn before_clause(scene: &Scene<'_>, start: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > start && scene.has(at - 1, Class::BE) {
        at -= 1;
    }
    if at == start || !scene.is(at - 1, ',') {
        return verb;
    }
    let who = (start + 1..at - 1).rev().find(|&who| scene.has(who, Class::WHO));
    who.filter(|&who| scene.is(who - 1, ',')).map_or(verb, |who| who - 1)
}

/// One key for a name, whatever its case, its marks, its articles and its "of".
///
/// # Example: two ways to write one name
/// ```
/// use alpheus_read::name_key;
/// assert_eq!(name_key("The Battle of the Marne"), name_key("battle of Marne"));
/// assert_ne!(name_key("Battle of Sedan"), name_key("Siege of Sedan"));
/// ```
pub fn name_key(name: &str) -> u64 {
    fold(words(name))
}

/// One key for the full name of a person, whatever titles stand before it; `None` for a
/// surname or a given name alone, which many bear.
///
/// # Example: a title, and a dictionary's order
/// ```
/// use alpheus_read::person_key;
/// assert_eq!(person_key("Sir Isaac Newton"), person_key("NEWTON, ISAAC"));
/// assert_eq!(person_key("Mr. Newton"), None);
/// ```
pub fn person_key(name: &str) -> Option<u64> {
    let (surname, given) = match name.split_once(',') {
        Some((surname, rest)) if !surname.contains(char::is_lowercase) => {
            (surname, rest.split(',').next().unwrap_or_default())
        }
        // What follows a comma is a title or a place: "Weber, of Halle".
        _ => ("", name.split(',').next().unwrap_or_default()),
    };
    let titled = |word: &&str| class_of_word(key(word)).any(Class::TITLE);
    let all: Vec<&str> = words(given).skip_while(titled).chain(words(surname)).collect();
    let long = all.iter().filter(|word| word.chars().nth(1).is_some()).count();
    (long >= 2).then(|| fold(all.into_iter()))
}

/// Whether a name is that of a ruler or a president, whose years in a bracket may be those of
/// the rule.
pub fn is_ruler(name: &str) -> bool {
    words(name).next().is_some_and(|first| RULERS.has(key(first)))
}

static RULERS: Lexicon<(), 32> = Lexicon::new(&[(
    "king queen emperor empress tsar czar tsarina pope sultan shah caliph khan president",
    (),
)]);

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a name but its articles and "of".
pub(crate) fn weighty(name: &str) -> impl Iterator<Item = &str> {
    words(name).filter(|word| !is_small(key(word)))
}

fn is_small(word: u64) -> bool {
    const { [key("the"), key("of"), key("a")] }.contains(&word)
}

fn fold<'n>(words: impl Iterator<Item = &'n str>) -> u64 {
    words
        .map(key)
        .filter(|&word| !is_small(word))
        .fold(0, |all, word| all.rotate_left(7) ^ word)
}
