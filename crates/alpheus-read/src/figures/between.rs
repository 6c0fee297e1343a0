//! Ranges of figures: "between 400 and 500 men".
//!
//! Two figures that rise are read as one with two ends; those that fall stay two, and show
//! here that they were meant as a range.

use super::Sentence;
use crate::{
    lexicon::Class,
    statement::{Assertion, Bound, Modality, Speaker, Statement},
};
use alpheus_number::{Figure, Found, Measure};
use alpheus_time::Part;

/// Hours, distances on a scale and the like run both ways; larger figures count things.
const LEAST: f64 = 25.0;

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    let scene = sentence.scene;
    for (index, found) in sentence.figures.iter().enumerate() {
        let between = found.first.checked_sub(1);
        if between.is_some_and(|at| scene.has(at, Class::BETWEEN))
            && let Some((begin, end)) =
                ends(sentence, found, sentence.figures.get(index + 1))
            && begin.value >= LEAST
            && end.value >= LEAST
        {
            out.push(Statement {
                assertion: Assertion::Range {
                    begin: Bound::Figure(begin),
                    end: Bound::Figure(end),
                },
                span: begin.span.cover(end.span),
                modality: Modality::Asserted,
                speaker: Speaker::Author,
            });
        }
    }
}

/// The two ends of the range that a figure is or begins.
fn ends(
    sentence: &Sentence<'_>,
    first: &Found,
    next: Option<&Found>,
) -> Option<(Part<f64>, Part<f64>)> {
    let Figure { value, to, span, .. } = first.figure;
    if first.figure.is_range() {
        return Some((Part { value, span }, Part { value: to, span }));
    }
    let next = next.filter(|next| {
        next.first == first.end + 1 && sentence.scene.has(first.end, Class::AND)
    })?;
    let alike = first.figure.measure == next.figure.measure
        || first.figure.measure == Measure::Count;
    // "70 000": digits behind may belong to the number.
    let whole =
        sentence.scene.tokens.get(next.end).is_none_or(|token| token.number().is_none());
    let end = Part { value: next.figure.value, span: next.figure.span };
    (alike && whole && !next.figure.is_range()).then_some((Part { value, span }, end))
}
