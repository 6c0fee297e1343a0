//! Ranges of years and dates: "between 1861 and 1865", "from 1861 to 1865", "(1861–1865)".

use crate::{
    lexicon::Class,
    scene::Scene,
    statement::{Assertion, Bound, Modality, Speaker, Statement},
    stops::Stop,
};

/// The words at which a range is looked for.
pub(crate) const TRIGGERS: Class = Class::BETWEEN.or(Class::FROM);

/// Reads the ranges of dates of a block.
pub(crate) fn read(scene: &Scene<'_>, out: &mut Vec<Statement>) {
    if !scene.has_times() {
        return;
    }
    for at in scene.stops(Stop::DATED) {
        if scene.has(at, Class::BETWEEN) {
            out.extend(range(scene, at, Class::AND));
        } else if scene.has(at, Class::FROM) {
            out.extend(range(scene, at, Class::TO));
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

/// "between 1861 and 1865", "from 1861 to 1865".
fn range(scene: &Scene<'_>, at: usize, joint: Class) -> Option<Statement> {
    let (begin, next) = dated(scene, at + 1)?;
    if !scene.has(next, joint) {
        return None;
    }
    let (end, after) = dated(scene, next + 1)?;
    Some(statement(scene, (begin, at), (end, next + 1), after))
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

/// A year or date at `at`, and the token after it.
fn dated(scene: &Scene<'_>, at: usize) -> Option<(Bound, usize)> {
    let time = scene.time(at)?;
    let dated = scene.timex(time).written.year.is_some();
    dated.then(|| (Bound::Time(time), scene.after_time(at)))
}
