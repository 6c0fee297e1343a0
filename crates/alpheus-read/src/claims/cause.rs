//! Causes: one thing said to come of another.
//!
//! Cue: "because", "due to", "led to", "enabled", "as a result"; "thus" and "hence" at the
//! front of a clause.
//! Silent: "since", "as" and "for", which have other lives; "two months hence"; "led the army".

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let plain = view.has(at, Words::BECAUSE)
        || view.has(at, Words::CAUSED) && !view.before(at, 1, Words::OWNED);
    let front = view.has(at, Words::THUS) && view.begins_clause(at) && follows(view, at);
    if plain || front {
        return Some(at..at + 1);
    }
    led_to(view, at).or_else(|| reason(view, at))
}

/// "Thus the war", "hence came"; "so," at the front, but not "so great".
fn follows(view: &View<'_>, at: usize) -> bool {
    let so = view.scene.tokens[at].span.len() == 2;
    !so || view.scene.is(at + 1, ',')
}

/// "Led to", "led him to attempt", "leading to".
fn led_to(view: &View<'_>, at: usize) -> Option<Cue> {
    if !view.has(at, Words::LED) {
        return None;
    }
    let to = view.find(at + 1, 4, Words::TO)?;
    let aside = view.has(at + 1, Words::THE.or(Words::A)) && !view.has(at + 3, Words::TO);
    let near =
        to == at + 1 || !aside && view.is_small(to + 1) && !view.has(to + 1, Words::THE);
    near.then_some(at..to + 1)
}

/// "The reason why", "the cause of".
fn reason(view: &View<'_>, at: usize) -> Option<Cue> {
    let noun = view.has(at, Words::REASON)
        && view.any_before(at, 3, Words::THE.or(Words::OWNED));
    // "The cause of liberty" is none, but what "was the cause of" it is.
    let is =
        view.find(at + 1, 8, Words::BE).is_some() || view.any_before(at, 3, Words::BE);
    let noun = noun && (is || view.has(at + 1, Words::THAT.or(Words::ASK)));
    noun.then_some(at..at + 1)
}
