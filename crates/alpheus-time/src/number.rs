//! Counts and ordinals, in digits and in words: the numerals that every reader shares, with
//! what is told of a count ("several", "two or three").

use alpheus_text::numeral;

use crate::{cursor::Cursor, lexicon::Word};

/// How many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    /// "three", "2.5"
    Exact(f64),
    /// "two or three", "30–40"
    Between(f64, f64),
    /// "several"
    Vague,
}

/// A count at `i`: its amount and the token after it.
pub(crate) fn amount(c: Cursor<'_>, i: usize) -> Option<(Amount, usize)> {
    if let Some(end) = vague(c, i) {
        return Some((Amount::Vague, end));
    }
    let (low, end) = cardinal(c, i)?;
    let joined = match c.word(end) {
        Word::Or | Word::To => Some(end + 1),
        Word::Mark('-' | '–') if c.word(end + 1) == Word::Digits => Some(end + 1),
        _ => None,
    };
    if let Some((high, end)) = joined.and_then(|at| cardinal(c, at))
        && high > low
    {
        return Some((Amount::Between(low, high), end));
    }
    Some((Amount::Exact(low), end))
}

/// "several", "a few", "a couple of", "dozens of", "a number of".
fn vague(c: Cursor<'_>, i: usize) -> Option<usize> {
    let j = if c.word(i) == Word::A { i + 1 } else { i };
    match c.word(j) {
        Word::Vague => Some(j + 1),
        Word::Couple => Some(if c.word(j + 1) == Word::Of { j + 2 } else { j + 1 }),
        Word::Multitude if c.word(j + 1) == Word::Of => Some(j + 2),
        _ => None,
    }
}

/// A cardinal number at `i`: its value and the token after it.
pub(crate) fn cardinal(c: Cursor<'_>, i: usize) -> Option<(f64, usize)> {
    let (value, used) = match c.word(i) {
        Word::Digits
        | Word::One
        | Word::Cardinal(_)
        | Word::Scale
        | Word::A
        | Word::Half => numeral::cardinal(&c.tokens[i..], c.text)?,
        _ => return None,
    };
    Some((value, i + used))
}

/// An ordinal at `i` ("third", "twenty-first", "21st"): its value and the token after it.
pub(crate) fn ordinal(c: Cursor<'_>, i: usize) -> Option<(u32, usize)> {
    /// Of digits, more are no days or centuries.
    const MOST: u32 = 200;
    let (value, used) = match c.word(i) {
        // Few digits have letters right behind them, and these alone are worth reading.
        Word::Digits
            if c.tokens.get(i + 1).is_some_and(|next| next.is_word() && !next.spaced) =>
        {
            numeral::ordinal(&c.tokens[i..], c.text)
                .filter(|&(value, used)| value <= MOST && used == 2)?
        }
        Word::Ordinal(_) | Word::Second | Word::Cardinal(_) | Word::One | Word::Scale => {
            numeral::ordinal(&c.tokens[i..], c.text)?
        }
        _ => return None,
    };
    Some((value, i + used))
}

/// A Roman numeral of the letters I, V and X, in capitals: "XVIII".
pub(crate) fn roman(text: &str) -> Option<u32> {
    let capitals = text.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    capitals.then(|| numeral::roman(text)).flatten()
}
