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
mod told_of;

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_text::{Document, Span};
use scope::Scopes;

pub use mention::Mention;
pub use slip::Likeness;
pub use told_of::{Counting, figures_of};

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
/// Sentences of two accounts share this much; what is rare in one is less so in many.
const SAME_ACROSS: f64 = 14.0;

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

    /// Compares all that was kept, and hands it on.
    pub(crate) fn finish(self, doc: &Document, out: &mut Vec<Statement>) -> Vec<Mention> {
        let mentions = self.mentions;
        out.extend(pairs(&[doc], &mentions).iter().map(|pair| {
            let repeat = repeat(&mentions, pair);
            Statement {
                assertion: Assertion::Repeat(repeat),
                span: mentions[pair.mentions[1]].sentence,
                modality: Modality::Asserted,
                speaker: Speaker::Author,
            }
        }));
        mentions
    }
}

/// One thing that is told of in two accounts, each with its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The accounts, by their places in the list that was given.
    pub accounts: [usize; 2],
    /// The two figures, each in its account.
    pub repeat: Repeat,
    /// The sentences that they stand in.
    pub sentences: [Span; 2],
}

/// The figures that two accounts tell of one thing: in each, what was kept when it was read.
///
/// Of more than 65,536 accounts, the rest is not compared.
pub fn shared_figures(accounts: &[(&Document, &[Mention])]) -> Vec<Shared> {
    let docs: Vec<_> = accounts.iter().map(|(doc, _)| *doc).collect();
    let mut mentions = Vec::new();
    for (account, (_, told)) in (0..=u16::MAX).zip(accounts) {
        mentions.extend(told.iter().map(|&mention| Mention { account, ..mention }));
    }
    let found = pairs(&docs, &mentions);
    let shared = found.iter().map(|pair| {
        let told = pair.mentions.map(|index| &mentions[index]);
        Shared {
            accounts: told.map(|mention| usize::from(mention.account)),
            repeat: repeat(&mentions, pair),
            sentences: told.map(|mention| mention.sentence),
        }
    });
    shared.collect()
}

/// The mentions that are of one thing, in one account or, where there are several, in two.
fn pairs(docs: &[&Document], mentions: &[Mention]) -> Vec<Pair> {
    if mentions.len() < 2 {
        return Vec::new();
    }
    let across = docs.len() > 1;
    let mut scopes = Scopes::new(docs, mentions);
    let mut pairs = Vec::new();
    let mut twins = vec![false; mentions.len()];
    slip::alike(mentions, |b, a, likeness| {
        if across && mentions[a].account == mentions[b].account {
            return;
        }
        let Some((shared, formula)) = scopes.evidence(mentions, a, b, likeness) else {
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
    choose(pairs, &twins)
}

/// The figures that are told twice, and each odd one's best pair.
///
/// Where both of two figures are told again with the same value, they are of two things.
fn choose(pairs: Vec<Pair>, twins: &[bool]) -> Vec<Pair> {
    let (same, odd): (Vec<_>, Vec<_>) =
        pairs.into_iter().partition(|pair| pair.likeness == Likeness::Same);
    let mut told = vec![false; twins.len()];
    let mut chosen: Vec<_> = same
        .into_iter()
        .filter(|pair| !std::mem::replace(&mut told[pair.mentions[1]], true))
        .collect();
    let mut spent = vec![false; twins.len()];
    chosen.extend(odd.into_iter().filter(|pair| {
        let [a, b] = pair.mentions;
        let free = !(spent[a] || spent[b] || twins[a] && twins[b]);
        spent[a] |= free;
        spent[b] |= free;
        free
    }));
    chosen
}

fn repeat(mentions: &[Mention], pair: &Pair) -> Repeat {
    let [first, second] = pair.mentions.map(|index| &mentions[index]);
    let same = if first.account == second.account { SAME } else { SAME_ACROSS };
    let doubt = (pair.evidence < same)
        .then_some("the two sentences share too little to be surely of one thing");
    Repeat {
        first: first.figure,
        second: second.figure,
        values: [first.value(), second.value()],
        likeness: pair.likeness,
        doubt,
    }
}
