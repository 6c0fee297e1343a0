//! Figures given twice: one thing in one scope, told in two places.
//!
//! What a text counts changes from page to page, and so do its figures; two that differ are
//! seldom about the same thing. But a figure that was copied wrongly has a twin that is one
//! slip of the pen away, with the same noun behind it and the same words around it. So only
//! figures that are equal or a slip apart are compared, and how much their sentences share
//! decides.
//!
//! A long text has hundreds of thousands of figures, so of each only a small [`Mention`] is
//! kept; mentions are joined by what they count and by their digits, and only the sentences
//! of the few that are joined are read again.

mod mention;
mod scope;
mod slip;

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_text::{Document, Span};
use mention::Mention;
use scope::Scopes;

pub use slip::Likeness;

/// One thing is told of in two places, each with its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeat {
    /// The figure as it is told first, without its unit.
    pub first: Span,
    /// As it is told the second time.
    pub second: Span,
    /// The two values.
    pub values: [f64; 2],
    /// How the two are alike.
    pub likeness: Likeness,
    /// Why the two may not be of one thing.
    pub doubt: Option<&'static str>,
}

/// Sentences that share this much (in nats, as told in [`scope`]) speak of one thing.
const SAME: f64 = 10.0;
/// From here on they may.
const ALIKE: f64 = 8.0;

/// The figures of a document that may be told again.
#[derive(Default)]
pub(crate) struct Repeats {
    mentions: Vec<Mention>,
}

/// Two mentions that are alike, and how much speaks for it that they are of one thing.
struct Pair {
    evidence: f64,
    mentions: [usize; 2],
    likeness: Likeness,
}

impl Repeats {
    /// Keeps the figures of a sentence that are worth it.
    pub(crate) fn sentence(&mut self, sentence: &Sentence<'_>) {
        mention::read(sentence, &mut self.mentions);
    }

    /// Compares all that was kept.
    pub(crate) fn finish(self, doc: &Document, out: &mut Vec<Statement>) {
        if self.mentions.len() < 2 {
            return;
        }
        let mentions = self.mentions.as_slice();
        let mut scopes = Scopes::new(doc, mentions);
        let mut pairs = Vec::new();
        let mut twins = vec![false; mentions.len()];
        slip::alike(mentions, |b, a, likeness| {
            let Some((shared, formula)) = scopes.evidence(mentions, a, b, likeness)
            else {
                return;
            };
            twins[a] |= likeness == Likeness::Same;
            twins[b] |= likeness == Likeness::Same;
            let evidence = shared - formula;
            if evidence >= ALIKE {
                pairs.push(Pair { evidence, mentions: [a, b], likeness });
            }
        });
        pairs.sort_by(|a, b| b.evidence.total_cmp(&a.evidence));
        self.choose(&pairs, &twins, out);
    }

    /// States the figures that are told twice, and each odd one's best pair.
    ///
    /// Where both of two figures are told again with the same value, they are of two things.
    fn choose(&self, pairs: &[Pair], twins: &[bool], out: &mut Vec<Statement>) {
        let mut told = vec![false; self.mentions.len()];
        for pair in pairs.iter().filter(|pair| pair.likeness == Likeness::Same) {
            let [_, b] = pair.mentions;
            if !std::mem::replace(&mut told[b], true) {
                out.push(self.statement(pair));
            }
        }
        let mut spent = vec![false; self.mentions.len()];
        for pair in pairs.iter().filter(|pair| pair.likeness != Likeness::Same) {
            let [a, b] = pair.mentions;
            if !(spent[a] || spent[b] || twins[a] && twins[b]) {
                (spent[a], spent[b]) = (true, true);
                out.push(self.statement(pair));
            }
        }
    }

    fn statement(&self, pair: &Pair) -> Statement {
        let [first, second] = pair.mentions.map(|index| &self.mentions[index]);
        let doubt = (pair.evidence < SAME)
            .then_some("the two sentences share too little to be surely of one thing");
        Statement {
            assertion: Assertion::Repeat(Repeat {
                first: first.figure,
                second: second.figure,
                values: [first.value(), second.value()],
                likeness: pair.likeness,
                doubt,
            }),
            span: second.sentence,
            modality: Modality::Asserted,
            speaker: Speaker::Author,
        }
    }
}
