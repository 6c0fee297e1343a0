//! Coincidence offered as proof: an inference without its base rate.
//!
//! Cue: "by a strange coincidence", "cannot be a coincidence", "it is no accident", "mere
//! chance".
//! Silent: accidents that happen ("no accident occurred"), chances that are taken, things that
//! happen to be.

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let chance = view.has(at, Words::CHANCE)
        && view.before(at, 1, Words::MERE)
        && view.before(at, 2, Words::BE);
    (view.has(at, Words::COINCIDENCE) || chance).then_some(at..at + 1)
}
