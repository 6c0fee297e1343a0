//! First, last and never: places in the order of time that one example upsets.
//!
//! Cue: "the first", "was first", "their last", "never".
//! Silent: "at first", "first of all", "the last century" and other times; names ("the First
//! Army"); what is only numbered ("the first round", "the first … the second").

use super::{
    view::{Cue, View},
    words::Words,
};

/// How far on the second of a row may stand.
const ROW: usize = 30;

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    if view.scene.time(at).is_some()
        || view.is_own(at)
        || !view.is_small(at) && at != view.first_word()
    {
        return None;
    }
    let never = view.has(at, Words::NEVER);
    let ordinal = view.has(at, Words::FIRST.or(Words::LAST)) && is_placed(view, at);
    (never || ordinal).then_some(at..at + 1)
}

fn is_placed(view: &View<'_>, at: usize) -> bool {
    let lead = Words::THE.or(Words::OWNED).or(Words::S);
    let lead = if view.has(at, Words::FIRST) { lead.or(Words::BE) } else { lead };
    let led = view.before(at, 1, lead)
        || view.before(at, 2, lead) && view.is_small(at - 1)
        || view.scene.is(at.wrapping_sub(1), '\'');
    let numbered = view.find(at + 1, 2, Words::NUMBERED).is_some()
        || view.is_figure(at + 1)
        || !view.is_word(at + 1) && view.has(at, Words::FIRST);
    led && !numbered && !is_in_row(view, at)
}

/// "The first … the second", "the former … the last".
fn is_in_row(view: &View<'_>, at: usize) -> bool {
    let end = view.tokens.end.min(at + ROW);
    (at + 1..end).any(|next| {
        let word = view.scene.doc.slice(view.scene.tokens[next].span);
        matches!(word, "second" | "secondly" | "third") && !view.scene.is(next - 1, '-')
    })
}
