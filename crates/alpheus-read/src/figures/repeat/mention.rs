//! What is kept of a figure that may be told again.

use super::super::{
    Sentence,
    counted::{counted, is_name, is_plural, stem},
};
use crate::{events, lexicon::Class, scene::Scene};
use alpheus_number::{Figure, Found, Hedge, Interval, Measure};
use alpheus_text::{Span, key};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// How many of the words around a figure are kept.
pub(super) const WORDS: usize = 12;
/// Words farther from the figure than this, in tokens, say little of it.
pub(super) const REACH: usize = 14;

/// A sentence has at least so many words without a capital.
const SMALL_WORDS: usize = 4;

/// A figure as it is kept to be compared with others: some sixty bytes.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Which of the accounts that are compared it is of.
    pub(super) account: u16,
    /// The number with its unit.
    pub(super) figure: Span,
    /// Its sentence, to be read again.
    pub(super) sentence: Span,
    /// Its digits, without a point.
    pub(super) digits: u64,
    /// The worth of the last digit, as a power of ten.
    pub(super) scale: i8,
    /// How it is hedged.
    pub(super) hedge: Hedge,
    /// What is counted, and in what.
    pub(super) noun: u32,
    /// The words of weight around it, the nearest first; 0 where there are fewer.
    pub(super) words: [u16; WORDS],
}

impl Mention {
    /// The figure's value.
    #[expect(clippy::cast_precision_loss, reason = "they were read as a float")]
    pub(super) fn value(&self) -> f64 {
        self.digits as f64 * 10_f64.powi(i32::from(self.scale))
    }

    /// Whether two stand in one sentence.
    pub(super) fn stands_with(&self, other: &Mention) -> bool {
        self.account == other.account && self.sentence == other.sentence
    }

    /// Whether it is told without a hedge.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.hedge, Hedge::Plain | Hedge::Exactly)
    }

    /// What its hedge allows: the same as [`Figure::interval`] does, without rounding.
    ///
    /// [`Figure::interval`]: alpheus_number::Figure::interval
    pub(super) fn interval(&self) -> Interval {
        let value = self.value();
        let figure = Figure {
            span: self.figure,
            value,
            to: value,
            step: 1.0,
            hedge: self.hedge,
            measure: Measure::Count,
            in_words: false,
        };
        figure.interval()
    }
}

/// Keeps the figures of a sentence that are told exactly and count something.
pub(super) fn read(sentence: &Sentence<'_>, out: &mut Vec<Mention>) {
    if !is_prose(sentence) {
        return;
    }
    for (index, found) in sentence.figures.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &sentence.figures[before]);
        out.extend(mention(sentence, found, before));
    }
}

/// Not an index, a table or a list of names: small words, and several to a figure.
fn is_prose(sentence: &Sentence<'_>) -> bool {
    let tokens = &sentence.scene.tokens[sentence.tokens.clone()];
    let words = tokens.iter().filter(|token| token.is_word()).count();
    let small = tokens.iter().filter(|token| token.is_word() && !token.capital).count();
    words >= 3 * sentence.figures.len() && small >= SMALL_WORDS
}

#[expect(clippy::cast_sign_loss, reason = "a figure of two digits and more is no less")]
fn mention(
    sentence: &Sentence<'_>,
    found: &Found,
    before: Option<&Found>,
) -> Option<Mention> {
    let scene = sentence.scene;
    let figure = &found.figure;
    let scale = figure.step.log10().round();
    let digits = (figure.value / figure.step).round();
    let in_digits = !figure.in_words
        && digits >= 10.0
        && (figure.step / 10_f64.powf(scale) - 1.0).abs() < 1e-9;
    if figure.is_range()
        || !in_digits
        || is_part(scene, found)
        || converts(scene, found, before)
    {
        return None;
    }
    let noun = noun(sentence, found)?;
    Some(Mention {
        account: 0,
        figure: figure.span,
        sentence: scene.span(sentence.tokens.start, sentence.tokens.end - 1),
        digits: digits as u64,
        scale: scale as i8,
        hedge: figure.hedge,
        noun,
        words: words(sentence, found),
    })
}

/// "24-pounder", "No. 12", "Type 77", "1:50": a part of a name or of another number.
fn is_part(scene: &Scene<'_>, found: &Found) -> bool {
    let joins =
        |at: usize| ['-', '–', '/', ':', '\''].iter().any(|&mark| scene.is(at, mark));
    let next = scene.tokens.get(found.end).filter(|next| !next.spaced);
    // "200th", "1:50"
    if next.is_some_and(|next| next.is_word() || joins(found.end) && !next.is('-')) {
        return true;
    }
    // "a 24-pound gun" is a kind of gun.
    let kind = |at: usize| scene.is(at, '-') && !scene.tokens[at].spaced;
    if matches!(found.figure.measure, Measure::Unit(_))
        && (found.first..found.end).any(kind)
    {
        return true;
    }
    let Some(last) = found.first.checked_sub(1) else { return false };
    // "Type 77"
    let numbers = is_name(scene, last) && found.figure.measure == Measure::Count;
    !scene.tokens[found.first].spaced && joins(last) || numbers
}

/// "610 kilometres (380 mi)": what stands in the bracket says nothing new.
fn converts(scene: &Scene<'_>, found: &Found, before: Option<&Found>) -> bool {
    let measured = |found: &Found| matches!(found.figure.measure, Measure::Unit(_));
    before.is_some_and(|before| {
        measured(before)
            && measured(found)
            && found.first == before.end + 1
            && !scene.tokens[before.end].is_word()
    })
}

/// The key of what is counted: the unit, or else the noun.
fn noun(sentence: &Sentence<'_>, found: &Found) -> Option<u32> {
    let mut hasher = FxHasher::default();
    match found.figure.measure {
        measure @ (Measure::Unit(_) | Measure::Money(_)) => measure.hash(&mut hasher),
        Measure::Count => {
            let counted = counted(sentence.scene, &sentence.tokens, found);
            let noun =
                counted.noun.filter(|&noun| noun >= found.end && !counted.supposed)?;
            // "103 Pearl Street" counts nothing.
            if is_name(sentence.scene, noun) && !is_plural(sentence.scene, noun) {
                return None;
            }
            stem(sentence.scene, noun).hash(&mut hasher);
        }
        _ => return None,
    }
    Some((hasher.finish() >> 32) as u32)
}

/// The nearest words of weight, those before the figure and those behind it in turn.
fn words(sentence: &Sentence<'_>, found: &Found) -> [u16; WORDS] {
    let mut words = [0; WORDS];
    let mut count = 0;
    for by in 0..REACH {
        let left =
            found.first.checked_sub(by + 1).filter(|&at| at >= sentence.tokens.start);
        let right = Some(found.end + by).filter(|&at| at < sentence.tokens.end);
        for at in [left, right].into_iter().flatten() {
            if count < WORDS && is_weighty(sentence.scene, at) {
                let text = sentence.scene.doc.slice(sentence.scene.tokens[at].span);
                words[count] = short(key(events::stem(text)));
                count += 1;
            }
        }
    }
    words
}

fn is_weighty(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].is_word()
        && scene.tokens[at].span.len() > 3
        && !scene.has(at, Class::COMMON)
        && scene.time(at).is_none()
}

/// A word's key in sixteen bits, never 0. Two words with one short key look commoner than
/// they are, so no harm is done.
pub(super) fn short(key: u64) -> u16 {
    ((key ^ key >> 16 ^ key >> 32 ^ key >> 48) as u16).max(1)
}
