//! Durations: lengths of time, and steps of a told length.
//!
//! Cue: a time expression that is a length ("for nearly a decade"), or a step that has one
//! ("two weeks later").
//! Silent: "the next day", "every year", "for some time": nothing is measured.

use super::{
    view::{Cue, View},
    words::Words,
};
use alpheus_time::{Anchor, Timex, TimexKind, Unit};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let time = view.scene.time(at)?;
    let begins = at == view.tokens.start || view.scene.time(at - 1) != Some(time);
    let is_length = begins && may_be_length(view, at, view.scene.timex(time));
    is_length.then(|| at..view.scene.after_time(at))
}

fn may_be_length(view: &View<'_>, at: usize, timex: &Timex) -> bool {
    let words: Vec<&str> = view.scene.doc.slice(timex.span).split_whitespace().collect();
    let points = POINTING.iter().any(|word| words[0].eq_ignore_ascii_case(word));
    match timex.kind {
        // "That day", "the night": a length by its unit, and by nothing else.
        TimexKind::Duration if points => words.len() > 2,
        TimexKind::Duration => words.len() > 1 && !is_rate(view, at, &words),
        TimexKind::Date | TimexKind::Time => !points && may_step(timex),
        TimexKind::Set => false,
    }
}

/// Words that point to a time and measure none.
const POINTING: [&str; 10] = [
    "the",
    "that",
    "this",
    "those",
    "these",
    "his",
    "last",
    "next",
    "previous",
    "following",
];

/// "Eight dispatches a day"; "a second", which is the next as often as a moment.
fn is_rate(view: &View<'_>, at: usize, words: &[&str]) -> bool {
    let one = words.len() == 2 && matches!(words[0], "a" | "an");
    let free = view.begins_clause(at) || view.before(at, 1, Words::DURING);
    one && (!free || words[1] == "second")
}

/// Whether a date may be a step from another, which is told when all times are settled.
fn may_step(timex: &Timex) -> bool {
    let written = &timex.written;
    written.year.is_none() && written.month.is_none() && written.day.is_none()
}

/// Whether a time expression, now that it is settled, is a length or a step of a told length.
pub(super) fn is_length(timex: &Timex) -> bool {
    let step = match timex.anchor {
        Anchor::Offset { amount, unit, .. } | Anchor::Event { amount, unit } => {
            amount.abs() > 1 || amount != 0 && unit > Unit::Night
        }
        Anchor::None | Anchor::Document | Anchor::Carried(_) => false,
    };
    timex.kind == TimexKind::Duration || step
}
