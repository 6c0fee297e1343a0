//! Plans, orders and hypotheses: what did not have to happen, and is not compared with what did.
//!
//! Cue: "planned", "was ordered to", "were to be", "if", "would have", "might", "must".
//! Silent: "in order to", "as if"; "would" of habit; the author's own ("we may say"); orders of
//! battle.

use super::{
    view::{Cue, View},
    words::Words,
};
use crate::statement::Modality;

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let cue = planned(view, at)
        .or_else(|| ordered(view, at))
        .or_else(|| supposed(view, at))
        .or_else(|| is_to(view, at))?;
    (!view.is_own(at)).then_some(cue)
}

/// How what the cue says is meant.
pub(super) fn modality(view: &View<'_>, cue: &Cue) -> Modality {
    let classes = Words::ORDERED.or(Words::MODAL);
    if view.has(cue.start, Words::ORDERED) {
        Modality::Ordered
    } else if view.has(cue.start, Words::IF.or(Words::WOULD).or(classes)) {
        Modality::Hypothetical
    } else {
        Modality::Planned
    }
}

fn planned(view: &View<'_>, at: usize) -> Option<Cue> {
    let noun = view.has(at, Words::PLAN)
        && view.any_before(at, 3, Words::A.or(Words::OWNED).or(Words::S))
        && !view.is_name(at);
    (view.has(at, Words::PLANNED) && !view.is_name(at) || noun).then_some(at..at + 1)
}

/// "Was ordered to", "ordered him to", "instructed".
fn ordered(view: &View<'_>, at: usize) -> Option<Cue> {
    let aim = view.find(at + 1, 5, Words::TO.or(Words::THAT)).is_some()
        || view.before(at, 1, Words::BE) && !view.has(at + 1, Words::FROM);
    (view.has(at, Words::ORDERED) && !view.is_name(at) && aim).then_some(at..at + 1)
}

/// "If", "might", "must".
fn supposed(view: &View<'_>, at: usize) -> Option<Cue> {
    let may = view.has(at, Words::MODAL) && view.is_small(at + 1) && view.is_small(at);
    let whether = view.any_before(at, 3, Words::SAYS.or(Words::ASK));
    let own = view.has(at + 1, Words::SPEAKER);
    let given = view.has(at, Words::IF) && !whether && !own && view.is_word(at + 1);
    (may || given).then_some(at..at + 1)
}

/// "Was to shift", "were to march".
fn is_to(view: &View<'_>, at: usize) -> Option<Cue> {
    let is_to =
        view.has(at, Words::BE) && view.has(at + 1, Words::TO) && view.is_small(at + 2);
    let it = view.before(at, 1, Words::IT);
    let person =
        is_to && !it && !view.has(at + 2, Words::THE.or(Words::A).or(Words::OWNED));
    person.then_some(at..at + 2)
}
