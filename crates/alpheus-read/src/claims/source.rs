//! Whether a sentence says whence it has what it claims.
//!
//! Taken for a source: a note's mark ("[12]", a raised figure), an author with a year in a
//! bracket, "according to" or "in the words of" with a name, a name with a verb of saying.

use super::{view::View, words::Words};
use alpheus_text::Span;

/// The words that give the source.
pub(super) fn given(view: &View<'_>) -> Option<Span> {
    let all = view.tokens.clone();
    all.clone()
        .find_map(|at| note(view, at).or_else(|| work(view, at)))
        .or_else(|| all.clone().find_map(|at| according(view, at)))
        .or_else(|| all.clone().find_map(|at| named(view, at)))
}

/// "[12]", "¹".
fn note(view: &View<'_>, at: usize) -> Option<Span> {
    let raised = view.scene.doc.slice(view.scene.tokens[at].span);
    if raised.chars().all(|c| "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c)) {
        return Some(view.scene.tokens[at].span);
    }
    let close = view.scene.is(at, '[').then_some(at + 2)?;
    let number = view.tokens.contains(&close)
        && view.scene.tokens[at + 1].number().is_some()
        && view.scene.is(close, ']');
    number.then(|| view.scene.span(at, close))
}

/// "(Taylor 1961, p. 3)".
fn work(view: &View<'_>, at: usize) -> Option<Span> {
    let author = view.scene.is(at, '(') && view.is_name(at + 1);
    if !author {
        return None;
    }
    let close =
        (at + 2..view.tokens.end.min(at + 16)).find(|&at| view.scene.is(at, ')'))?;
    let inside = || at + 2..close;
    let year =
        inside().any(|at| matches!(view.scene.tokens[at].number(), Some(1400..=2100)));
    let page = inside().any(|at| view.has(at, Words::CITED));
    let dated = year && !inside().any(|at| view.scene.is(at, '–'));
    (page || dated && close - at <= 5).then(|| view.scene.span(at, close))
}

/// "According to the admiral's memoirs".
fn according(view: &View<'_>, at: usize) -> Option<Span> {
    if !view.has(at, Words::ACCORDING) || !view.has(at + 1, Words::TO) {
        return None;
    }
    let end = (at + 2..view.tokens.end.min(at + 12))
        .find(|&at| !view.is_word(at) && !view.scene.is(at, '\''));
    let end = end.unwrap_or(view.tokens.end.min(at + 12));
    let named = (at + 2..end).any(|at| view.is_name(at) || view.has(at, Words::WORK));
    named.then(|| view.scene.span(at, end - 1))
}

/// "Historian Anna Weber notes".
fn named(view: &View<'_>, at: usize) -> Option<Span> {
    let says = view.has(at, Words::SAYS) && at > view.tokens.start + 1;
    let name = says
        && view.scene.tokens[at - 1].capital
        && view.is_word(at - 1)
        && view.scene.time(at - 1).is_none();
    let that = view.find(at + 1, 2, Words::THAT).is_some() || view.scene.is(at + 1, ':');
    let first = |last: usize| {
        let inside = view.tokens.start..last;
        let mut back = inside.rev();
        let stop = back.find(|&at| !view.is_word(at) || !view.scene.tokens[at].capital);
        stop.map_or(view.tokens.start, |at| at + 1)
    };
    (name && that).then(|| view.scene.span(first(at), at))
}
