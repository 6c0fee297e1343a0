//! Shares: a part of a whole with its percentage, and percentages that divide one whole.

mod division;
mod part;

pub use division::Shares;
pub use part::Share;

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Found, Measure};
use alpheus_text::Span;

/// Reads what a sentence says of shares.
pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    part::read(sentence, out);
    division::read(sentence, out);
}

fn is_percent(found: &Found) -> bool {
    found.figure.measure == Measure::Percent
}

fn statement(assertion: Assertion, span: Span) -> Statement {
    Statement { assertion, span, modality: Modality::Asserted, speaker: Speaker::Author }
}
