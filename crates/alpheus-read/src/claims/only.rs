//! Only: two claims in one, that it was so and that nothing else was.
//!
//! Cue: "only", "sole", "alone", "exclusively", "nothing but", "nothing … except".
//! Silent: "not only", "if only"; "only" before a figure or a small amount, which says how little
//! and not that there was nothing else; "alone" of somebody who is by himself.

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let only = view.has(at, Words::ONLY) && !is_amount(view, at + 1);
    let alone = view.has(at, Words::ALONE)
        && !view.any_before(at, 3, Words::LEFT)
        && !view.any_before(at, 12, Words::NOT);
    let cue = (only || alone).then(|| at..at + 1).or_else(|| but(view, at));
    cue.filter(|_| !view.is_memoir(at))
}

fn is_amount(view: &View<'_>, at: usize) -> bool {
    view.is_figure(at) || view.scene.time(at).is_some() || view.has(at, Words::LITTLE)
}

/// "Nothing … except", "no claim but": the exception.
fn but(view: &View<'_>, at: usize) -> Option<Cue> {
    let denied = view.any_before(at, 10, Words::NONE);
    let parted = view.before(at, 1, Words::NOT) || view.begins_clause(at + 1);
    let leaves = view.has(at, Words::BUT) && !view.scene.tokens[at].starts_sentence;
    let clause = view.has(at + 1, Words::PERSON.or(Words::SPEAKER).or(Words::THE));
    let word = leaves && view.scene.doc.slice(view.scene.tokens[at].span) == "but";
    (leaves && denied && !parted && !(word && clause)).then_some(at..at + 1)
}
