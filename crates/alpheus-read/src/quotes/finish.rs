//! Settling who is meant, when the whole text has been read.

use crate::statement::{Speaker, Statement};

use super::{
    Conclusion, Draft, Found, Frame, Quotation, Quotes, Who, people::Told, repeat,
};
use alpheus_text::{Document, Span};

impl Quotes {
    /// The quotations in the order of the text.
    pub(crate) fn finish(mut self, doc: &Document) -> Found {
        self.abandon();
        let mut settled: Vec<[Option<Who>; 2]> = Vec::with_capacity(self.drafts.len());
        for draft in &self.drafts {
            let speaker = self.settle(doc, draft.speaker.as_ref(), None, &settled);
            let addressee =
                self.settle(doc, draft.addressee.as_ref(), speaker.as_ref(), &settled);
            settled.push([speaker, addressee]);
        }
        let drafts = std::mem::take(&mut self.drafts);
        let mut quotations = Vec::with_capacity(drafts.len());
        let mut held: Option<Held> = None;
        let mut frames = std::mem::take(&mut self.frames).into_iter().peekable();
        for (mut draft, [speaker, addressee]) in drafts.into_iter().zip(settled) {
            let start = draft.quotation.span().start;
            while let Some(frame) = frames.next_if(|frame| frame.at < start) {
                held = self.hold(doc, &frame).or(held);
            }
            draft.quotation.speaker = speaker;
            draft.quotation.addressee = addressee;
            if let Some(held) = &held {
                held.fill(doc, &mut draft);
            }
            if draft.quotation.depth == 0 {
                held = Held::of(&draft).or(held);
            }
            quotations.push(draft.quotation);
        }
        let mut order: Vec<u32> = (0..quotations.len() as u32).collect();
        order.sort_by_key(|&index| {
            let span = quotations[index as usize].span();
            (span.start, std::cmp::Reverse(span.end))
        });
        let conclusions = conclusions(&self.conclusions, &order);
        let mut quotations: Vec<_> = quotations.into_iter().map(Some).collect();
        let mut quotations: Vec<_> =
            order.iter().filter_map(|&index| quotations[index as usize].take()).collect();
        let requotes = repeat::find(doc, &quotations);
        repeat::fill(&mut quotations, &requotes);
        self.strays.sort_unstable();
        Found { quotations, strays: self.strays, conclusions, requotes }
    }

    fn settle(
        &self,
        doc: &Document,
        told: Option<&Told>,
        other: Option<&Who>,
        settled: &[[Option<Who>; 2]],
    ) -> Option<Who> {
        match told? {
            Told::SpeakerOf(index) => settled[*index as usize][0].clone(),
            Told::AddresseeOf(index) => settled[*index as usize][1].clone(),
            told => self.people.who(doc, told, other),
        }
    }

    fn hold(&self, doc: &Document, frame: &Frame) -> Option<Held> {
        let speaker = self.people.who(doc, &frame.speaker, None)?;
        let addressee = frame
            .addressee
            .as_ref()
            .and_then(|told| self.people.who(doc, told, Some(&speaker)));
        Some(Held {
            block: frame.block,
            end: frame.end,
            speaker: speaker.name,
            addressee,
            date: frame.date,
            source: frame.source,
        })
    }
}

/// A date is carried over so many bytes: to the next sentence.
const NEAR: u32 = 300;

/// When and where somebody speaks, carried on within a block while he speaks.
struct Held {
    block: u32,
    end: u32,
    speaker: Option<Span>,
    addressee: Option<Who>,
    date: Option<u32>,
    source: Option<Span>,
}

impl Held {
    fn of(draft: &Draft) -> Option<Held> {
        let quotation = &draft.quotation;
        let speaker = quotation.speaker.as_ref()?;
        if quotation.date.is_none() && quotation.source.is_none() {
            return None;
        }
        Some(Held {
            block: draft.block,
            end: quotation.span().end,
            speaker: speaker.name,
            addressee: quotation.addressee.clone().filter(|_| quotation.source.is_some()),
            date: quotation.date,
            source: quotation.source,
        })
    }

    fn fill(&self, doc: &Document, draft: &mut Draft) {
        let quotation = &mut draft.quotation;
        let same = quotation
            .speaker
            .as_ref()
            .is_some_and(|who| is_same(doc, who.name, self.speaker));
        let bare = quotation.date.is_none() && quotation.source.is_none();
        if draft.block != self.block || !same || !bare || !quotation.is_said() {
            return;
        }
        let near = quotation.span().start.saturating_sub(self.end) < NEAR;
        quotation.date = self.date.filter(|_| near);
        quotation.source = self.source;
        if quotation.addressee.is_none() {
            quotation.addressee.clone_from(&self.addressee);
        }
    }
}

/// Whether two names end with the same word.
fn is_same(doc: &Document, one: Option<Span>, other: Option<Span>) -> bool {
    let last = |span: Span| doc.slice(span).rsplit(' ').next();
    match (one, other) {
        (Some(one), Some(other)) => one == other || last(one) == last(other),
        (one, other) => one == other,
    }
}

/// The conclusions, each with the place of its quotation in the order of the text.
fn conclusions(found: &[(Span, Span, u32)], order: &[u32]) -> Vec<Conclusion> {
    let place = |draft: u32| order.iter().position(|&index| index == draft);
    let conclusion = |&(span, name, draft): &(Span, Span, u32)| {
        Some(Conclusion { span, name, quotation: place(draft)? as u32 })
    };
    found.iter().filter_map(conclusion).collect()
}

/// Says of the statements within words that somebody said that he makes them.
pub(crate) fn mark_quoted(quotations: &[Quotation], statements: &mut [Statement]) {
    let mut parts: Vec<Span> = quotations
        .iter()
        .filter(|quotation| quotation.is_said())
        .flat_map(|q| &q.parts)
        .copied()
        .collect();
    parts.sort_unstable();
    for statement in statements {
        // Parts within parts begin later, so the last before the statement need not hold it.
        let before = parts.partition_point(|part| part.start <= statement.span.start);
        let near = parts[before.saturating_sub(NESTED)..before].iter();
        if near.rev().any(|part| part.contains(statement.span)) {
            statement.speaker = Speaker::Quoted;
        }
    }
}

/// So many quotations within one are looked past.
const NESTED: usize = 16;
