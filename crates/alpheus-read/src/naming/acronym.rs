//! Acronyms with what they are short for: "International Labour Organization (ILO)".
//!
//! From the bracket, the letters are matched backwards against the first letters of the words
//! before it, as in Schwartz and Hearst, "A simple algorithm for identifying abbreviation
//! definitions in biomedical text" (Pacific Symposium on Biocomputing, 2003); but each letter
//! has to begin a capitalised word, and only small words may be passed over.

use super::table::{Placed, Table};
use crate::{
    lexicon::Class,
    scene::Scene,
    statement::{Assertion, Modality, Speaker, Statement},
    stops::Stop,
};
use alpheus_text::{Span, key};
use std::ops::Range;

/// An acronym, and the words that it is short for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The acronym.
    pub acronym: Span,
    /// The words.
    pub expansion: Span,
    /// The keys of the words that its letters begin.
    pub words: Vec<u64>,
}

/// Acronyms of fewer letters or more are read in no bracket.
const LETTERS: std::ops::RangeInclusive<u32> = 2..=8;

/// Reads the acronyms of a block, and joins each with its expansion.
pub(super) fn read(scene: &Scene<'_>, table: &mut Table, out: &mut Vec<Statement>) {
    for at in scene.stops_from(1, Stop::BRACKET) {
        if !scene.is(at, '(') {
            continue;
        }
        let Some(token) = scene.tokens.get(at + 1) else { break };
        let acronym = token.upper && LETTERS.contains(&token.span.len());
        if !acronym || !scene.is(at + 2, ')') {
            continue;
        }
        let Some(words) = expansion(scene, at, scene.doc.slice(token.span)) else {
            continue;
        };
        join(table, &words, token.span);
        let expansion = scene.span(words[0], at - 1);
        let keys = words.iter().map(|&word| scene.tokens[word].key).collect();
        out.push(Statement {
            assertion: Assertion::Acronym(Acronym {
                acronym: token.span,
                expansion,
                words: keys,
            }),
            span: expansion.cover(token.span),
            modality: Modality::Asserted,
            speaker: Speaker::Author,
        });
    }
}

/// The words before the bracket at `open` that the letters of an acronym begin.
fn expansion(scene: &Scene<'_>, open: usize, acronym: &str) -> Option<Vec<usize>> {
    let mut letters = acronym.chars().rev().peekable();
    let mut words = Vec::new();
    let mut at = open;
    while let Some(letter) = letters.peek() {
        at = at.checked_sub(1)?;
        let token = &scene.tokens[at];
        let word = scene.doc.slice(token.span);
        if token.is_word() && token.capital && word.starts_with(*letter) {
            words.push(at);
            letters.next();
        } else if !is_small(scene, at) || words.is_empty() {
            return None;
        }
        if token.starts_sentence && letters.peek().is_some() {
            return None;
        }
    }
    words.reverse();
    Some(words)
}

/// A word or mark that no letter stands for.
fn is_small(scene: &Scene<'_>, at: usize) -> bool {
    const WORDS: [u64; 11] = [
        key("for"),
        key("on"),
        key("s"),
        key("de"),
        key("la"),
        key("du"),
        key("des"),
        key("der"),
        key("und"),
        key("et"),
        key("del"),
    ];
    let token = &scene.tokens[at];
    let joins = Class::OF.or(Class::AND).or(Class::ARTICLE).or(Class::IN).or(Class::TO);
    token.is('-')
        || token.is('\'')
        || token.is('&')
        || !token.capital && (scene.has(at, joins) || WORDS.contains(&token.key))
}

/// Makes the acronym a name of what the words name, if they are one name.
fn join(table: &mut Table, words: &[usize], acronym: Span) {
    let covers = |placed: &&Placed| {
        let Range { start, end } = placed.tokens;
        start <= words[0] && words[words.len() - 1] < end
    };
    let name = table.placed.iter().find(covers).map(|placed| placed.record);
    let short = table.placed.iter().find(|placed| placed.span == acronym);
    if let (Some(name), Some(short)) = (name, short.map(|placed| placed.record)) {
        table.join(name, short);
    }
}
