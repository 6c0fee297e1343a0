//! Ranges of figures and of years: "between 400 and 500 men", "from 1861 to 1865",
//! "(1861–1865)".

use crate::{
    lexicon::Class,
    scene::Scene,
    statement::{Assertion, Bound, Modality, Speaker, Statement},
};
use alpheus_text::numeral;
use alpheus_time::Part;

/// Reads the ranges of a block.
pub(crate) fn read(scene: &Scene<'_>, out: &mut Vec<Statement>) {
    for at in 0..scene.tokens.len() {
        if scene.has(at, Class::BETWEEN) {
            out.extend(between(scene, at));
        } else if scene.has(at, Class::FROM) {
            out.extend(from_to(scene, at));
        } else if scene.is(at, '–') || scene.is(at, '-') {
            out.extend(dash(scene, at));
        }
    }
}

fn statement(
    scene: &Scene<'_>,
    begin: (Bound, usize),
    end: (Bound, usize),
    last: usize,
) -> Statement {
    Statement {
        assertion: Assertion::Range { begin: begin.0, end: end.0 },
        span: scene.span(begin.1, last - 1),
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}

/// "between 400 and 500".
fn between(scene: &Scene<'_>, at: usize) -> Option<Statement> {
    let (begin, and) = bound(scene, at + 1)?;
    if !scene.has(and, Class::AND) {
        return None;
    }
    let (end, next) = bound(scene, and + 1)?;
    same_kind(begin, end).then(|| statement(scene, (begin, at), (end, and + 1), next))
}

/// "from 1861 to 1865": of figures a fall ("from 600 to 350") is no fault.
fn from_to(scene: &Scene<'_>, at: usize) -> Option<Statement> {
    let (begin, to) = bound(scene, at + 1)?;
    if !scene.has(to, Class::TO) {
        return None;
    }
    let (end, next) = bound(scene, to + 1)?;
    let times = matches!((begin, end), (Bound::Time(_), Bound::Time(_)));
    times.then(|| statement(scene, (begin, at), (end, to + 1), next))
}

/// "1861–1865", "4 May 1861–3 March 1865".
fn dash(scene: &Scene<'_>, at: usize) -> Option<Statement> {
    let before = at.checked_sub(1)?;
    let (first, second) = (scene.time(before)?, scene.time(at + 1)?);
    let dated = |time: u32| {
        let written = scene.timex(time).written;
        written.year.is_some() || written.month.is_some() || written.day.is_some()
    };
    if first == second || !dated(first) || !dated(second) {
        return None;
    }
    let begin =
        (0..=before).rev().take_while(|&t| scene.time(t) == Some(first)).last()?;
    let next = scene.after_time(at + 1);
    let whole =
        |at: usize| !['-', '–', '/', '.'].into_iter().any(|mark| scene.is(at, mark));
    let clear = begin == 0 || whole(begin - 1);
    let clear_after = next >= scene.tokens.len() || scene.is(next, '.') || whole(next);
    (clear && clear_after).then(|| {
        statement(scene, (Bound::Time(first), begin), (Bound::Time(second), at + 1), next)
    })
}

fn same_kind(begin: Bound, end: Bound) -> bool {
    matches!(
        (begin, end),
        (Bound::Time(_), Bound::Time(_)) | (Bound::Figure(_), Bound::Figure(_))
    )
}

/// A year or date, or a figure, at `at`, and the token after it.
fn bound(scene: &Scene<'_>, at: usize) -> Option<(Bound, usize)> {
    if let Some(time) = scene.time(at) {
        let dated = scene.timex(time).written.year.is_some();
        return dated.then(|| (Bound::Time(time), scene.after_time(at)));
    }
    let token = scene.tokens.get(at)?;
    token.number()?;
    let (value, used) = numeral::cardinal(&scene.tokens[at..], scene.doc.prose())?;
    let span = scene.span(at, at + used - 1);
    // Hours, distances on a scale and the like run both ways; large figures count things.
    (value >= 25.0).then_some((Bound::Figure(Part { value, span }), at + used))
}
