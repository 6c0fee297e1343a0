//! Quotations as claims: that somebody said this.
//!
//! Cue: the words quoted, as the reader of quotations found them.
//! Silent: scare quotes, names, terms and titles.

use super::{Claim, ClaimKind};
use crate::{
    quotes::Quotation,
    statement::{Modality, Speaker},
};
use alpheus_text::Span;

/// A stretch of words in quotation marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    /// The words without the marks.
    pub(super) span: Span,
    /// The work, or who speaks.
    pub(super) source: Option<Span>,
    /// Who speaks.
    pub(super) voice: Option<Span>,
}

/// The stretches that are quoted, in the order of the text; what is quoted within one of them
/// belongs to it.
pub(super) fn stretches(quotations: &[Quotation]) -> Vec<Quoted> {
    let outer = quotations.iter().filter(|quotation| quotation.depth == 0);
    let mut stretches: Vec<Quoted> = outer
        .flat_map(|quotation| {
            let (source, voice) = (source(quotation), voice(quotation));
            quotation.parts.iter().map(move |&span| Quoted { span, source, voice })
        })
        .collect();
    stretches.sort_by_key(|stretch| stretch.span);
    stretches
}

/// The claim that somebody said this, if they are words that somebody said.
pub(super) fn claim(quotation: &Quotation) -> Option<Claim> {
    let span = quotation.span();
    (quotation.is_said() && !span.is_empty()).then(|| Claim {
        kind: ClaimKind::Quotation,
        span,
        cue: span,
        speaker: Speaker::Quoted,
        voice: voice(quotation),
        modality: Modality::Reported,
        source: source(quotation),
        answer: None,
    })
}

/// The work that it is from, else who speaks.
fn source(quotation: &Quotation) -> Option<Span> {
    quotation.source.or_else(|| voice(quotation))
}

/// The name of who speaks, else the words that stand for him.
fn voice(quotation: &Quotation) -> Option<Span> {
    quotation.speaker.as_ref().map(|who| who.name.unwrap_or(who.mention))
}
