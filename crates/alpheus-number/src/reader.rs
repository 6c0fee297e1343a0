//! Reads figures off the tokens of a block.

use crate::{Currency, Figure, Measure, compound, hedge, unit};
use alpheus_text::{
    Document, Lexicon, Token, TokenKind,
    numeral::{self, Numeral},
};

/// A figure with the tokens that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The figure.
    pub figure: Figure,
    /// Its first token.
    pub first: usize,
    /// The token after it.
    pub end: usize,
}

/// Reads the figures of a document, block by block.
#[derive(Debug, Default)]
pub struct Reader {}

/// All figures of a document, in one call.
pub fn figures(doc: &Document) -> Vec<Figure> {
    let mut reader = Reader::default();
    let mut tokens = Vec::new();
    let mut found = Vec::new();
    let mut figures = Vec::new();
    for block in doc.blocks() {
        doc.tokenize(block, &mut tokens);
        reader.block(doc, &tokens, |_| None, &mut found);
        figures.extend(found.iter().map(|found| found.figure));
    }
    figures
}

impl Reader {
    /// Reads the figures of a block into `found`, which is cleared first.
    ///
    /// `taken` says of a token that it belongs to something else, a date for one, and which
    /// token comes after that.
    pub fn block(
        &mut self,
        doc: &Document,
        tokens: &[Token],
        taken: impl Fn(usize) -> Option<usize>,
        found: &mut Vec<Found>,
    ) {
        found.clear();
        let mut at = 0;
        while at < tokens.len() {
            if let Some(after) = taken(at) {
                at = after.max(at + 1);
            } else if let Some(figure) = figure(doc.prose(), tokens, at) {
                at = figure.end;
                found.push(figure);
            } else {
                at += 1;
            }
        }
        compound::join(tokens, found);
    }
}

fn figure(text: &str, tokens: &[Token], at: usize) -> Option<Found> {
    let currency = match tokens[at].kind {
        TokenKind::Mark('£') => Some(Currency::Pound),
        TokenKind::Mark('$') => Some(Currency::Dollar),
        TokenKind::Mark('€') => Some(Currency::Euro),
        _ => None,
    };
    let first = at + usize::from(currency.is_some());
    let Numeral { value, step, used } = numeral::number(tokens.get(first..)?, text)?;
    let (measure, end) = match currency {
        Some(currency) => (Measure::Money(currency), first + used),
        None => measure(tokens, first + used),
    };
    let figure = Figure {
        span: tokens[at].span.cover(tokens[end - 1].span),
        value,
        to: value,
        step,
        hedge: hedge::before(tokens, at),
        measure,
        in_words: tokens[first].is_word(),
    };
    Some(Found { figure, first: at, end })
}

static PERCENT: Lexicon<(), 8> = Lexicon::new(&[("percent", ())]);

/// What stands behind a number: a sign or a unit.
fn measure(tokens: &[Token], at: usize) -> (Measure, usize) {
    let Some(next) = tokens.get(at) else { return (Measure::Count, at) };
    let key = |at: usize| tokens.get(at).map_or(0, |token: &Token| token.key);
    if next.is('%') || PERCENT.has(next.key) {
        return (Measure::Percent, at + 1);
    }
    if key(at) == const { alpheus_text::key("per") }
        && key(at + 1) == const { alpheus_text::key("cent") }
    {
        return (Measure::Percent, at + 2);
    }
    match unit::read(tokens, at) {
        Some((unit, end)) => (Measure::Unit(unit), end),
        None => (Measure::Count, at),
    }
}
