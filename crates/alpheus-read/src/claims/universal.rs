//! Universals: all of a kind, without exception; the silent scope is what has to be asked for.
//!
//! Cue: "all", "every", "everyone", "always", "the whole", "the entire".
//! Silent: "not all", "nearly all", "at all", "above all" and the other idioms; "all" that sums
//! up a figure ("in all 2,800"); "each", which only
//! shares out; the author's own doings.

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let all = view.has(at, Words::ALL) && !is_sum(view, at);
    let whole = view.has(at, Words::WHOLE)
        && view.any_before(at, 2, Words::THE.or(Words::OWNED).or(Words::S).or(Words::A));
    let short =
        view.any_before(at, 2, Words::SHORT_OF) || view.before(at, 1, Words::SOME);
    let compound = view.scene.is(at + 1, '-') && !view.scene.tokens[at + 1].spaced;
    let legal = view.has(at + 1, Words::SUCH);
    ((all || whole) && !short && !compound && !legal && !view.is_memoir(at))
        .then_some(at..at + 1)
}

/// "In all 2,800 men", "numbered in all, with the guns".
fn is_sum(view: &View<'_>, at: usize) -> bool {
    view.before(at, 1, Words::IN) && !view.is_small(at + 1)
        || view.before(at, 1, Words::IN)
            && (view.is_figure(at + 1) || view.has(at + 1, Words::LITTLE))
}
