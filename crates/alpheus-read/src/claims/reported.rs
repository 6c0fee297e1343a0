//! Reported views: what others say or hold, told without their words; not charged to the author.
//!
//! Cue: "claimed that", "according to", "it was rumoured", "is said to have", "in his view",
//! "allegedly", "the theory that".
//! Silent: verbs of saying beside words in quotation marks, where the quotation is the claim;
//! the author's own ("as I have said").

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let cue = according(view, at)
        .or_else(|| says(view, at))
        .or_else(|| passive(view, at))
        .or_else(|| noun(view, at))?;
    (!view.is_own(at)).then_some(cue)
}

/// "He argued that", "the press claimed".
fn says(view: &View<'_>, at: usize) -> Option<Cue> {
    let noun = view.before(at, 1, Words::THE.or(Words::A).or(Words::OWNED).or(Words::S));
    if !view.has(at, Words::SAYS.or(Words::CLAIMS)) || noun {
        return None;
    }
    let that = view.find(at + 1, 4, Words::THAT);
    let quoted = (at + 1..at + 5).any(|at| view.scene.is(at, '"'));
    let said = that.is_some() || view.has(at, Words::CLAIMS) && view.is_word(at + 1);
    (said && !quoted).then_some(at..at + 1)
}

/// "According to the admiral", but not "according to plan".
fn according(view: &View<'_>, at: usize) -> Option<Cue> {
    let manner = view.find(at + 2, 3, Words::MANNER).is_some();
    let told = view.has(at, Words::ACCORDING) && view.has(at + 1, Words::TO) && !manner;
    told.then_some(at..at + 2)
}

/// "Is believed to", "was described as".
fn passive(view: &View<'_>, at: usize) -> Option<Cue> {
    let stated = view.before(at, 1, Words::BE)
        || view.before(at, 2, Words::BE) && view.before(at, 1, Words::WIDELY);
    let said = view.has(at, Words::SAID) && stated;
    let dropped = said
        && (view.has(at + 1, Words::TO.or(Words::THAT)) || view.is_small(at + 1))
        && !view.any_before(at, 2, Words::PERSON.or(Words::NOT));
    dropped.then_some(at..at + 1)
}

/// "The theory that", "rumours", "one hypothesis holds".
fn noun(view: &View<'_>, at: usize) -> Option<Cue> {
    let held = view.has(at, Words::VIEW) && view.find(at + 1, 2, Words::THAT).is_some();
    let rumour = view.has(at, Words::RUMOUR) && !view.is_name(at);
    (held || rumour).then_some(at..at + 1)
}
