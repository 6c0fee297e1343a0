//! Superlatives: the greatest of a kind, which takes a list of all the kind to settle.
//!
//! Cue: "the largest", "their best", "the most secretive", "unparalleled", "exceeding … any".
//! Silent: "most of", "a most able man", "did his best", "at the most", and superlatives that
//! only say "very" ("with the utmost care", "the greatest admiration").

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    if view.has(at, Words::MATCHLESS) {
        return Some(at..at + 1);
    }
    than_any(view, at).or_else(|| nothing_more(view, at)).or_else(|| highest(view, at))
}

/// "The strongest", "his most brilliant".
fn highest(view: &View<'_>, at: usize) -> Option<Cue> {
    let most = view.has(at, Words::MOST) && view.is_small(at + 1);
    let graded = most || view.has(at, Words::BEST) || is_est(view, at);
    if !graded
        || most && view.has(at + 1, Words::OF.or(Words::THE))
        || !is_determined(view, at)
    {
        return None;
    }
    let end = at + 1 + usize::from(most);
    let degree = view.find(end, 3, Words::DEGREE).is_some();
    (!degree).then_some(at..end)
}

fn is_est(view: &View<'_>, at: usize) -> bool {
    view.is_small(at)
        && !view.has(at, Words::NO_SUPERLATIVE)
        && view.scene.tokens[at].span.len() > 5
        && view.scene.doc.slice(view.scene.tokens[at].span).ends_with("est")
}

/// Whether "the" or a possessive stands before, with at most a number between.
fn is_determined(view: &View<'_>, at: usize) -> bool {
    let lead = Words::THE.or(Words::OWNED).or(Words::S).or(Words::THAT);
    let second = |at: usize| view.is_figure(at) || view.has(at, Words::WIDELY);
    view.before(at, 1, lead)
        || at.checked_sub(1).is_some_and(second) && view.before(at, 2, lead)
}

/// "Larger than any", "exceeded the height of all".
fn than_any(view: &View<'_>, at: usize) -> Option<Cue> {
    if !view.has(at, Words::EXCEED) {
        return None;
    }
    let any = view.find(at + 1, 5, Words::ANY.or(Words::ALL))?;
    let comma = (at..any).any(|at| view.scene.is(at, ','));
    (!comma).then_some(at..any + 1)
}

/// "Nothing could be fouler": a superlative by denial.
fn nothing_more(view: &View<'_>, at: usize) -> Option<Cue> {
    let can_be = view.has(at, Words::NONE)
        && view.has(at + 1, Words::DARE)
        && view.has(at + 2, Words::BE);
    let more = view.is_small(at + 3)
        && view.scene.doc.slice(view.scene.tokens[at + 3].span).ends_with('r')
        || can_be
            && view.is_word(at + 3)
            && view.scene.doc.slice(view.scene.tokens[at + 3].span) == "more";
    (can_be && more).then_some(at..at + 4)
}
