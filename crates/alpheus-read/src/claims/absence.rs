//! Absences: there was none, which one counterexample settles.
//!
//! Cue: "no" before a noun, "none", "nothing", "nobody", "not a single", "without any", "could
//! not find any".
//! Silent: "no doubt", "no longer", "by no means" and the other idioms; "No. 5"; "no" that
//! answers; "nothing but", which is a kind of only.

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let no = view.has(at, Words::NO)
        && view.is_word(at + 1)
        && !view.is_name(at)
        && !view.has(at + 2, Words::EXCEED);
    let none = view.has(at, Words::NONE) && !can_be_more(view, at);
    let cue = (no || none).then(|| at..at + 1).or_else(|| not_any(view, at));
    cue.filter(|_| !view.is_own(at))
}

/// "Nothing could be fouler" is a superlative.
fn can_be_more(view: &View<'_>, at: usize) -> bool {
    view.has(at + 1, Words::DARE) && view.has(at + 2, Words::BE)
}

/// "Did not find any", "never had any".
fn not_any(view: &View<'_>, at: usize) -> Option<Cue> {
    let not = view.has(at, Words::NOT) && !view.has(at, Words::DO.or(Words::NEVER))
        || view.has(at, Words::NOT.or(Words::NEVER)) && view.has(at, Words::NOT);
    if !not {
        return None;
    }
    let any = view.find(at + 1, 3, Words::ANY)?;
    Some(at..any + 1)
}
