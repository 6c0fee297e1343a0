//! Figures: how many, how much, what share.
//!
//! Cue: a figure with its unit; of two that are one claim ("36 of the boats (45%)", "100 miles
//! (160 km)") the first leads, and the bracket goes with it.
//! Silent: ordinals, "one" that counts nothing, numbers in dates, notes and citations.

use super::{
    view::{Cue, View},
    words::Words,
};
use alpheus_number::{Found, Measure};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let found = view.figures.partition_point(|found| found.first < at);
    let found = view.figures.get(found).filter(|found| found.first == at)?;
    let timed = view.scene.time(at).is_some();
    if timed
        || is_score(view, found)
        || !counts(view, found)
        || in_bracket_of_another(view, at)
        || is_cited(view, at)
    {
        return None;
    }
    let end = bracket(view, found.end).unwrap_or(found.end);
    Some(at..end.min(view.tokens.end))
}

fn counts(view: &View<'_>, found: &Found) -> bool {
    let figure = &found.figure;
    let bare_one = figure.in_words
        && found.end == found.first + 1
        && (figure.value - 1.0).abs() < 0.5;
    let unnamed = !view.is_word(found.end)
        && figure.measure == Measure::Count
        && figure.may_be_year();
    figure.measure != Measure::Ordinal
        && figure.measure != Measure::Multiple
        && !unnamed
        && !(bare_one && figure.measure == Measure::Count)
}

/// The token after the bracket at `open`, if that holds a figure of its own.
fn bracket(view: &View<'_>, open: usize) -> Option<usize> {
    if !view.scene.is(open, '(') {
        return None;
    }
    let close = (open + 1..open + 8).find(|&at| view.scene.is(at, ')'))?;
    (open + 1..close).any(|at| view.is_figure(at)).then_some(close + 1)
}

/// "0–6": the score of a game, or a row of pages.
fn is_score(view: &View<'_>, found: &Found) -> bool {
    let dash = |at: usize| view.scene.is(at, '–') || view.scene.is(at, '-');
    let number =
        |at: usize| view.tokens.contains(&at) && view.scene.tokens[at].number().is_some();
    let before = found.first >= 2 && dash(found.first - 1) && number(found.first - 2);
    let after = dash(found.end) && number(found.end + 1);
    found.figure.measure == Measure::Count && (before || after)
}

/// Whether the figure stands in a bracket that the figure before it takes along.
fn in_bracket_of_another(view: &View<'_>, at: usize) -> bool {
    let before = view.figures.partition_point(|found| found.first < at);
    let before = before.checked_sub(1).and_then(|at| view.figures.get(at));
    before.is_some_and(|before| bracket(view, before.end).is_some_and(|end| at < end))
}

/// "p. 5", "[12]", "No. 3": a number that finds a place in a book.
fn is_cited(view: &View<'_>, at: usize) -> bool {
    let note = at > 0 && view.scene.is(at - 1, '[') && view.scene.is(at + 1, ']');
    note || view.any_before(at, 2, Words::CITED)
}
