//! Nameless authority: who says so can't be looked up.
//!
//! Cue: "historians agree", "any naval expert will tell you", "some writers", "it is well
//! known", "is generally regarded as".
//! Silent: authorities with a name; "known as", which only gives another name.

use super::{
    view::{Cue, View},
    words::Words,
};

/// How far behind an authority its verb may stand.
const REACH: usize = 6;

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    experts(view, at).or_else(|| held(view, at))
}

/// "Many historians believe", "any naval expert will tell you".
fn experts(view: &View<'_>, at: usize) -> Option<Cue> {
    if !view.has(at, Words::AUTHORITY) || view.is_name(at) || view.is_name(at + 1) {
        return None;
    }
    let some = (1..=3).find(|&steps| view.before(at, steps, Words::SOME));
    let plural = view.scene.doc.slice(view.scene.tokens[at].span).ends_with('s');
    let bare = plural && !view.any_before(at, 2, Words::THE.or(Words::OWNED));
    let says = view.find(at + 1, REACH, Words::SAYS.or(Words::HOLDS));
    let named = says.is_some_and(|says| (at + 1..says).any(|at| view.is_name(at)));
    let quantified = some.is_some_and(|_| {
        says.is_some()
            || view.before(at, 3, Words::ACCORDING)
            || view.before(at, 2, Words::TO)
    });
    let spoken = bare && says.is_some();
    if named || !(quantified || spoken) {
        return None;
    }
    Some(at - some.unwrap_or(0)..says.map_or(at, |says| says) + 1)
}

/// "It is well known", "is regarded as": who holds it is left out.
fn held(view: &View<'_>, at: usize) -> Option<Cue> {
    if !view.has(at, Words::HELD) {
        return None;
    }
    let back = (1..=3).find(|&steps| view.before(at, steps, Words::BE))?;
    let between = (1..back).all(|steps| view.before(at, steps, Words::WIDELY));
    let by = view.is_word(at + 1)
        && view.scene.doc.slice(view.scene.tokens[at + 1].span) == "by";
    let plan = view.before(at, back + 1, Words::PERSON) && view.has(at + 1, Words::TO);
    let known = view.scene.doc.slice(view.scene.tokens[at].span) == "known";
    let widely = back > 1 || view.has(at + 1, Words::THAT);
    (between && !by && !plan && (!known || widely)).then_some(at - back..at + 1)
}
