//! Whether a passage can stand in two texts by chance.
//!
//! A passage tells as much as its words surprise, reckoned with the library's own counts, less
//! what it takes to note the differences. That is the length saved by writing it as a copy, and
//! a text without copies saves *d* bits somewhere with a probability of at most 2^-*d*
//! (Milosavljević and Jurka 1993, algorithmic significance). Over all pairs of places that are
//! compared, the number to be expected by chance is *m n* 2^-*d*: the E-value of Karlin and
//! Altschul (1990), with the words of a language in place of letters drawn alone.

use crate::{
    Folded,
    align::{Run, Step},
    words::Model,
};
use std::ops::Range;

/// What noting a difference costs, in bits, beside the letters that it does not explain: where
/// it stands, and its kind.
const DIFFERENCE: f64 = 2.5;
/// What each further letter of a gap costs.
const GAP_LETTER: f64 = 0.25;

/// How many bits an alignment tells. The letters of each word that stand in both texts count
/// with their share of the word.
#[expect(clippy::cast_precision_loss, reason = "passages are short")]
pub(crate) fn tells(
    model: &Model<'_>,
    target: &Folded<'_>,
    letters: Range<usize>,
    runs: &[Run],
) -> f64 {
    if letters.is_empty() {
        return 0.0;
    }
    let first = target.word_of(letters.start);
    let words = first..target.word_of(letters.end - 1) + 1;
    let mut equal = vec![0_u32; words.len()];
    let mut at = letters.start;
    let mut cost = 0.0;
    for run in runs {
        let count = f64::from(run.count);
        match run.step {
            Step::Equal => count_equal(&mut equal, first, target, at..at + run.count as usize),
            Step::Differ => cost += DIFFERENCE * count,
            Step::Query | Step::Target => cost += DIFFERENCE + GAP_LETTER * (count - 1.0),
        }
        if run.step != Step::Query {
            at += run.count as usize;
        }
    }
    let surprises = model.surprises(target, words.clone());
    let told = words.zip(surprises).zip(equal).map(|((word, bits), equal)| {
        bits * f64::from(equal) / target.word(word).len().max(1) as f64
    });
    told.sum::<f64>() - cost
}

/// Counts equal letters by the words that they are in.
fn count_equal(
    equal: &mut [u32],
    first: usize,
    target: &Folded<'_>,
    letters: Range<usize>,
) {
    let mut at = letters.start;
    while at < letters.end {
        let word = target.word_of(at);
        let end = target.word(word).end.min(letters.end);
        if let Some(count) = equal.get_mut(word.saturating_sub(first)) {
            *count += (end - at) as u32;
        }
        if end <= at {
            break;
        }
        at = end;
    }
}

/// How many passages that tell so much stand by chance somewhere in so many words of a library
/// for so many words that are looked up.
pub(crate) fn expected(bits: f64, library: f64, looked_up: f64) -> f64 {
    library.max(1.0) * looked_up.max(1.0) * (-bits).exp2()
}
