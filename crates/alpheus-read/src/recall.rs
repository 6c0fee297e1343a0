//! Anniversaries and centuries: "the 20th anniversary in 2009 of the rising of 1989",
//! "in the eighteenth century (1750)".

use crate::{
    lexicon::Class,
    scene::Scene,
    statement::{Assertion, Modality, Speaker, Statement},
    stops::Stop,
};
use alpheus_text::numeral;
use alpheus_time::{Part, TimexKind};

/// The words at which an anniversary is looked for.
pub(crate) const TRIGGERS: Class = Class::ANNIVERSARY;

/// Reads the anniversaries and centuries of a block.
pub(crate) fn read(scene: &Scene<'_>, out: &mut Vec<Statement>) {
    if !scene.has_times() {
        return;
    }
    for (start, at) in scene.stops_in_sentences(Stop::DATED.or(Stop::BRACKET)) {
        if scene.has(at, Class::ANNIVERSARY) {
            out.extend(anniversary(scene, start, at));
        } else if scene.is(at, '(') {
            out.extend(century(scene, at));
        }
    }
}

fn statement(
    scene: &Scene<'_>,
    first: usize,
    last: usize,
    assertion: Assertion,
) -> Statement {
    Statement {
        assertion,
        span: scene.span(first, last),
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}

fn anniversary(scene: &Scene<'_>, start: usize, at: usize) -> Option<Statement> {
    let (nth, first) = nth_before(scene, start, at)?;
    let end = scene.sentence_end(at);
    // "anniversary of", "anniversary in 2016 of"; not "the anniversary issue of".
    // The anniversary with what it recalls may be one expression of time.
    let apart = |of: usize| scene.time(of).is_none() || scene.time(of) == scene.time(at);
    let of = (at + 1..end).find(|&of| apart(of) && !scene.has(of, Class::PREP))?;
    let range = first > 0 && scene.has(first - 1, Class::TO.or(Class::AND));
    let birthday = (of..end.min(of + 6)).any(|at| scene.has(at, Class::BIRTHDAY));
    if !scene.has(of, Class::OF) || range || birthday {
        return None;
    }
    let recalled = dates(scene, of..end.min(of + 16));
    let mut held = dates(scene, at..of);
    if held.is_empty() {
        held = dates(scene, start..first);
        // The nearest date before is the likeliest.
        held.reverse();
    }
    (!recalled.is_empty() && !held.is_empty()).then(|| {
        statement(scene, first, at, Assertion::Anniversary { nth, held, recalled })
    })
}

/// "20th", "twentieth", "one-hundredth", before the word at `at`.
fn nth_before(scene: &Scene<'_>, start: usize, at: usize) -> Option<(Part<u16>, usize)> {
    (start.max(at.saturating_sub(6))..at).find_map(|first| {
        let (value, used) =
            numeral::ordinal(&scene.tokens[first..at], scene.doc.prose())?;
        let value = u16::try_from(value).ok().filter(|_| first + used == at)?;
        Some((Part { value, span: scene.span(first, at - 1) }, first))
    })
}

/// The dates among some tokens whose years are written.
fn dates(scene: &Scene<'_>, among: std::ops::Range<usize>) -> Vec<u32> {
    let mut times: Vec<u32> = Vec::new();
    for time in among.filter_map(|at| scene.time(at)) {
        let timex = scene.timex(time);
        let dated = timex.kind == TimexKind::Date && timex.written.year.is_some();
        if dated && times.last() != Some(&time) {
            times.push(time);
        }
    }
    times
}

/// "the eighteenth century (1750)".
fn century(scene: &Scene<'_>, open: usize) -> Option<Statement> {
    let century = scene.time(open.checked_sub(1)?)?;
    scene.timex(century).written.century?;
    // In the name of a book, what follows is the year of its print.
    let first =
        (0..open).rev().take_while(|&at| scene.time(at) == Some(century)).last()?;
    let titled = (first.saturating_sub(4)..first).any(|at| scene.tokens[at].capital)
        || scene.tokens[open - 1].capital;
    if titled {
        return None;
    }
    let date = scene.time(open + 1)?;
    scene.timex(date).written.year?;
    let next = scene.after_time(open + 1);
    let assertion = Assertion::Century { century, date };
    scene.is(next, ')').then(|| statement(scene, open - 1, next - 1, assertion))
}
