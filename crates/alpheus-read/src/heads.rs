//! Heads of entries and articles: a name, and in a bracket the dates of a life.

use crate::{
    lexicon::Class,
    names::is_possessive,
    scene::Scene,
    statement::{LifeDate, When},
};
use alpheus_text::Token;
use alpheus_time::Part;

/// A head's name and aliases end within so many tokens.
pub(crate) const NAME_TOKENS: usize = 36;
/// So does the bracket with its dates.
const BRACKET_TOKENS: usize = 48;
/// A stretch of years after a name is a life if it is at least as long.
const SHORTEST_LIFE: i32 = 15;

/// Whether a block begins with a name set in capitals, as a dictionary's heads do: "LE
/// TELLIER, MICHEL", but not "HMS Fearless".
pub(crate) fn is_heading(scene: &Scene<'_>) -> bool {
    let Some(first) = scene.tokens.first() else { return false };
    let set = |token: &Token| token.upper || token.capital && token.span.len() == 1;
    let mut rest = scene.tokens.iter().skip_while(|token| {
        token.is_word() && set(token) || token.is('\'') || token.is('-')
    });
    let headed = scene.tokens.iter().take(3).any(|token| token.upper);
    let mixed = rest.next().is_some_and(|next| next.is_word() && next.capital);
    first.is_word() && set(first) && headed && !mixed
}

/// The head of an entry or an article: where its name ends, and the dates.
///
/// An article's head is a life from birth to death, or says "born"; in a dictionary the
/// setting in capitals is enough.
pub(crate) fn head(
    scene: &Scene<'_>,
    dictionary: bool,
) -> Option<(usize, Option<LifeDate>, Option<LifeDate>)> {
    let first = scene.tokens.first()?;
    // "HMS Ambrose (1903–1946)", "The Old Mill (1790–1850)": no persons.
    let thing = !dictionary && (first.upper || scene.has(0, Class::ARTICLE));
    if !first.capital || thing {
        return None;
    }
    for at in 1..NAME_TOKENS.min(scene.tokens.len()) {
        let token = &scene.tokens[at];
        if token.is('(')
            && (dictionary || is_life(scene, at) && names_a_person(scene, at))
            && let Some((birth, death)) = dates(scene, at)
        {
            return Some((at, birth, death));
        }
        let ends = scene.has(at, Class::BE) && !scene.has(at, Class::ALIAS)
            || token.starts_sentence && !dictionary;
        if ends {
            return None;
        }
    }
    None
}

/// Whether a name that may be a person's stands before the bracket at `open`: not "Weber's
/// rule (1876–1910)", "the Meiji period (1868–1912)".
fn names_a_person(scene: &Scene<'_>, open: usize) -> bool {
    let last = &scene.tokens[open - 1];
    let whose = (1..open).any(|at| scene.is(at, '\'') && is_possessive(scene, at))
        && last.is_word()
        && !last.capital;
    !whose && !scene.has(open - 1, Class::ERA)
}

/// Whether the bracket that opens at `open` holds the dates of a life.
pub(crate) fn is_life(scene: &Scene<'_>, open: usize) -> bool {
    let year = |date: LifeDate| match date.when {
        When::Year(year) => Some(year.value),
        When::Time(time) => scene.timex(time).written.year.map(|year| year.value),
    };
    match dates(scene, open) {
        Some((Some(birth), Some(death))) => {
            year(birth).zip(year(death)).is_some_and(|(b, d)| d - b >= SHORTEST_LIFE)
        }
        dates => dates.is_some(),
    }
}

/// The dates in the bracket that opens at `open`, if they are those of a life.
pub(crate) fn dates(
    scene: &Scene<'_>,
    open: usize,
) -> Option<(Option<LifeDate>, Option<LifeDate>)> {
    let limit = scene.tokens.len().min(open + BRACKET_TOKENS);
    let close = (open + 1..limit).find(|&at| scene.is(at, ')'))?;
    let inside = open + 1..close;
    if inside.clone().any(|at| scene.has(at, Class::REIGN)) {
        return None;
    }
    let found = anchors(scene, inside.clone());
    let says = |class: Class, letter: Class| {
        inside.clone().any(|at| {
            scene.has(at, class) || scene.has(at, letter) && scene.is(at + 1, '.')
        })
    };
    match found[..] {
        [(at, date)] if says(Class::DIED, Class::D) || scene.is(at - 1, '–') => {
            Some((None, Some(date)))
        }
        [(_, date)] if says(Class::BORN, Class::B) => Some((Some(date), None)),
        [(first, birth), (second, death)] => {
            let parted = (first..second).any(|at| {
                scene.is(at, '–') || scene.is(at, '-') || scene.has(at, Class::DIED)
            });
            parted.then_some((Some(birth), Some(death)))
        }
        _ => None,
    }
}

/// The dates among some tokens, each with the index of its first token.
pub(crate) fn anchors(
    scene: &Scene<'_>,
    inside: std::ops::Range<usize>,
) -> Vec<(usize, LifeDate)> {
    let mut found: Vec<(usize, LifeDate)> = Vec::new();
    for at in inside {
        let token = &scene.tokens[at];
        let when = match scene.time(at) {
            Some(time) if scene.timex(time).written.year.is_some() => When::Time(time),
            _ => match token.number() {
                Some(year @ 100..=2100) => {
                    When::Year(Part { value: year as i32, span: token.span })
                }
                _ => continue,
            },
        };
        if found.last().is_some_and(|last| last.1.when == when) {
            continue;
        }
        let rough = (at.saturating_sub(2)..at)
            .any(|before| scene.has(before, Class::CIRCA.or(Class::ABOUT)))
            || scene.has(at, Class::CIRCA.or(Class::ABOUT))
            || scene.is(at + 1, '?')
            || (at + 1..at + 3).any(|after| scene.has(after, Class::OR));
        found.push((at, LifeDate { when, rough }));
    }
    found
}
