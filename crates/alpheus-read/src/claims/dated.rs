//! Dated events: what is told with a date of the calendar.
//!
//! Cue: a date or a time of day that names a year, a month, a day, a decade or a weekday; the
//! two ends of a range are one cue.
//! Silent: "then", "now", "the next day", "in those years"; dates that are a note's.

use super::{
    view::{Cue, View},
    words::Words,
};
use alpheus_time::{Timex, TimexKind};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let end = date_at(view, at)?;
    let joint = ["–", "-", "/", "to", "and", "or"];
    let joins = |at: usize| {
        view.tokens.contains(&at)
            && joint.contains(&view.scene.doc.slice(view.scene.tokens[at].span))
    };
    let second = joins(end).then(|| date_at(view, end + 1)).flatten();
    let is_range = second.is_some() && is_led_in(view, at, end);
    Some(at..second.filter(|_| is_range).unwrap_or(end))
}

/// Whether two dates are a range: "from … to", "between … and", or a dash.
fn is_led_in(view: &View<'_>, at: usize, joint: usize) -> bool {
    let lead = at.checked_sub(1).filter(|at| view.tokens.contains(at));
    let word = lead.map(|at| view.scene.doc.slice(view.scene.tokens[at].span));
    let leads = word.is_some_and(|word| {
        ["from", "between"].iter().any(|lead| word.eq_ignore_ascii_case(lead))
    });
    leads || !view.scene.tokens[joint].is_word()
}

/// The token after the date that begins at a token.
fn date_at(view: &View<'_>, at: usize) -> Option<usize> {
    let time = view.scene.time(at)?;
    let begins = !view.tokens.contains(&at.wrapping_sub(1))
        || view.scene.time(at - 1) != Some(time);
    // "4 May 1808, a Wednesday": the weekday is the date's.
    let timex = view.scene.timex(time);
    let told = timex.written.weekday.is_some() && view.before(at, 1, Words::A);
    let is_date = begins && !told && is_of_calendar(timex);
    is_date.then(|| view.scene.after_time(at))
}

fn is_of_calendar(timex: &Timex) -> bool {
    let written = &timex.written;
    let named = written.year.is_some()
        || written.month.is_some()
        || written.day.is_some()
        || written.century.is_some()
        || written.weekday.is_some();
    let decade =
        timex.value.len() == 3 && timex.value.bytes().all(|b| b.is_ascii_digit());
    matches!(timex.kind, TimexKind::Date | TimexKind::Time) && (named || decade)
}
