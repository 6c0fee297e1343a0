//! The figures that an account gives of what a reference names: the noun that the reference
//! counts, in a sentence that has all words of the name.

use super::mention::Mention;
use crate::{events, figures::counted::noun_key, names};
use alpheus_number::{Hedge, Measure, Reader};
use alpheus_text::{Block, BlockKind, Document, Span, Token, key};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// A figure that an account gives of something that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counting {
    /// Where the figure stands.
    pub figure: Span,
    /// Its value.
    pub value: f64,
    /// The least and the greatest that its hedge and its round digits allow.
    pub range: (f64, f64),
    /// Why it may be of something else.
    pub doubt: Option<&'static str>,
}

/// The figures that count a noun, of those kept of an account, in sentences that have all
/// words of a name. Only these sentences are read again.
pub fn figures_of(
    doc: &Document,
    figures: &[Mention],
    name: &str,
    noun: &str,
) -> Vec<Counting> {
    let noun = noun_hash(noun);
    let words: Vec<u64> =
        names::weighty(name).map(|word| key(events::stem(word))).collect();
    let counted: Vec<_> = figures.iter().filter(|mention| mention.noun == noun).collect();
    let mut tokens = Vec::new();
    let mut found = Vec::new();
    for mention in &counted {
        if !words.is_empty() && tells_of(doc, mention, &words, &mut tokens) {
            let beside =
                counted.iter().filter(|other| other.stands_with(mention)).count();
            found.push(Counting {
                figure: mention.figure,
                value: mention.value(),
                range: range(mention),
                doubt: (beside > 1)
                    .then_some("the sentence gives several figures of this noun"),
            });
        }
    }
    found
}

/// The key of a noun, as it is kept of a figure that counts it.
fn noun_hash(noun: &str) -> u32 {
    let doc = Document::plain("", format!("12 {noun}"));
    let mut tokens = Vec::new();
    let mut figures = Vec::new();
    if let Some(block) = doc.blocks().first() {
        doc.tokenize(block, &mut tokens);
        Reader::default().block(&doc, &tokens, |_| None, &mut figures);
    }
    let mut hasher = FxHasher::default();
    match figures.first().map(|found| found.figure.measure) {
        Some(measure @ (Measure::Unit(_) | Measure::Money(_))) => {
            measure.hash(&mut hasher);
        }
        _ => noun_key(noun.trim()).hash(&mut hasher),
    }
    (hasher.finish() >> 32) as u32
}

fn tells_of(
    doc: &Document,
    mention: &Mention,
    words: &[u64],
    tokens: &mut Vec<Token>,
) -> bool {
    let block = Block { span: mention.sentence, kind: BlockKind::Paragraph };
    doc.tokenize(&block, tokens);
    let stems = |token: &Token| key(events::stem(doc.slice(token.span)));
    let stems: Vec<u64> =
        tokens.iter().filter(|token| token.is_word()).map(stems).collect();
    words.iter().all(|word| stems.contains(word))
}

/// What a figure may stand for: its hedge, and half the place of its last digit that is
/// not 0.
fn range(mention: &Mention) -> (f64, f64) {
    let mut place = 10_f64.powi(i32::from(mention.scale));
    let mut digits = mention.digits;
    while digits > 0 && digits.is_multiple_of(10) {
        (digits, place) = (digits / 10, place * 10.0);
    }
    let half = if mention.hedge == Hedge::Exactly { 0.0 } else { place / 2.0 };
    let hedged = mention.interval();
    (hedged.low.min(mention.value() - half), hedged.high.max(mention.value() + half))
}
