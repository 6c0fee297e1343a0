//! Durations: lengths of time, and steps of a told length.
//!
//! Cue: a time expression that is a length ("for nearly a decade"), or a step that has one
//! ("two weeks later").
//! Silent: "the next day", "every year", "for some time": nothing is measured.

use super::view::{Cue, View};
use alpheus_time::{Anchor, Timex, TimexKind, Unit};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let time = view.scene.time(at)?;
    let begins = at == view.tokens.start || view.scene.time(at - 1) != Some(time);
    let is_length = begins && is_measured(view, view.scene.timex(time));
    is_length.then(|| at..view.scene.after_time(at))
}

fn is_measured(view: &View<'_>, timex: &Timex) -> bool {
    match timex.kind {
        TimexKind::Duration => !is_vague(view, timex),
        TimexKind::Date | TimexKind::Time => may_step(timex),
        TimexKind::Set => false,
    }
}

/// Whether a date may be a step from another, which is told when all times are settled.
fn may_step(timex: &Timex) -> bool {
    timex.written.year.is_none()
        && timex.written.month.is_none()
        && timex.written.day.is_none()
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

/// "That day", "the night": a length by its unit, and by nothing else.
fn is_vague(view: &View<'_>, timex: &Timex) -> bool {
    let words = view.scene.doc.slice(timex.span);
    let mut words = words.split_whitespace();
    let first = words.next().unwrap_or_default().to_ascii_lowercase();
    matches!(first.as_str(), "the" | "that" | "this" | "his" | "those" | "these")
        && words.clone().count() < 2
        // "A second" is the next one as often as it is a moment.
        || first == "a" && words.next() == Some("second")
}
