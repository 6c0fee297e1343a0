//! Numbers in words and digits, ordinals and Roman numerals, read off tokens.
//!
//! Shared by the readers of time and of quantities, neither of which knows the other. Every
//! reader takes the tokens from where a number may begin, and answers with its value and how
//! many tokens it takes; where none begins it answers `None` after one look at the first.

mod digits;
mod ordinal;
mod roman;
mod sum;
mod words;

use crate::{Token, TokenKind};
use digits::{digits, vulgar};
use sum::{and_rest, in_words};
use words::{
    PARTS,
    Part::{
        A, And, Half, Hundred, Lot, Nth, Oh, Scale, Scales, Share, Shares, Ten, Times,
        Unit,
    },
    joint, part,
};

pub use ordinal::ordinal;
pub use roman::roman;

/// What a word may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A cardinal: see [`number`].
    Cardinal,
    /// "a" or "an", which a cardinal or a fraction may come behind.
    Article,
    /// "half".
    Half,
    /// An ordinal: see [`ordinal`]. "first" and "second" are more often said of time.
    Ordinal,
    /// So many times as much: "twice", "double", "threefold".
    Multiple(u32),
}

/// What the word with this key may begin: the one look that a reader takes at every word.
#[inline]
pub fn start(key: u64) -> Option<Start> {
    Some(match PARTS.get(key)? {
        Unit(_) | Ten(_) | Hundred | Scale(_) | Lot(_) => Start::Cardinal,
        A => Start::Article,
        Half => Start::Half,
        Share(4) if key == const { crate::key("quarter") } => return None,
        Share(_) | Nth => Start::Ordinal,
        Times(times) => Start::Multiple(times),
        Scales(_) | Shares(_) | And | Oh => return None,
    })
}

/// What the word with this key multiplies by: "hundred", "million", "dozen".
pub fn scale(key: u64) -> Option<f64> {
    match PARTS.get(key)? {
        Hundred => Some(100.0),
        Scale(scale) | Scales(scale) => Some(scale),
        Lot(size) => Some(f64::from(size)),
        _ => None,
    }
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Its value.
    pub value: f64,
    /// The worth of the last place that is written out: 1 in "23,186" and "fifty", 0.1 in
    /// "74.5", 0.5 in "3½", 100 in "two hundred", 1000 in "twenty thousand" and in "a hundred
    /// and fifty thousand", 12 in "two dozen", 100,000 in "1.5 million".
    pub step: f64,
    /// How many tokens it takes.
    pub used: usize,
}

impl Numeral {
    fn times(self, scale: f64, used: usize) -> Self {
        Numeral { value: self.value * scale, step: self.step * scale, used }
    }
}

/// The value of a cardinal in words or digits, and how many tokens it takes, as [`number`]
/// reads it.
///
/// # Example: words and digits
/// ```
/// use alpheus_text::{Document, numeral::cardinal};
/// let read = |text: &str| {
///     let doc = Document::plain("", text);
///     let mut tokens = Vec::new();
///     doc.tokenize(&doc.blocks()[0], &mut tokens);
///     cardinal(&tokens, text)
/// };
/// assert_eq!(read("one hundred and eighty-nine men"), Some((189.0, 6)));
/// assert_eq!(read("1.5 million"), Some((1_500_000.0, 4)));
/// assert_eq!(read("two and three"), Some((2.0, 1)));
/// assert_eq!(read("a man"), None);
/// ```
pub fn cardinal(tokens: &[Token], text: &str) -> Option<(f64, usize)> {
    number(tokens, text).map(|read| (read.value, read.used))
}

/// A cardinal in words or digits.
///
/// "a hundred", "a dozen", "half a million", "two and a half" and "3 1/2" are read whole; "a"
/// alone is no number. A year said in pairs is read by [`paired`], a bare fraction in words by
/// [`fraction`].
pub fn number(tokens: &[Token], text: &str) -> Option<Numeral> {
    let first = tokens.first()?;
    match first.kind {
        TokenKind::Number => Some(scaled(tokens, digits(tokens, text)?)),
        TokenKind::Word => match PARTS.get(first.key)? {
            Unit(_) | Ten(_) | Hundred | Scale(_) => Some(in_words(tokens, 0)),
            A => match part(tokens.get(1))? {
                Hundred | Scale(_) => Some(in_words(tokens, 1)),
                Lot(size) => Some(lot(size, 2)),
                _ => None,
            },
            Lot(size) => Some(and_rest(tokens, lot(size, 1))),
            Half => half_of(tokens),
            _ => None,
        },
        TokenKind::Mark(mark) => Some(scaled(tokens, part_of_one(1, vulgar(mark)?, 1))),
    }
}

fn lot(size: u32, used: usize) -> Numeral {
    Numeral { value: f64::from(size), step: f64::from(size.min(20)), used }
}

/// "half a million", "half-dozen".
fn half_of(tokens: &[Token]) -> Option<Numeral> {
    let mut at = 1 + joint(tokens, 1);
    if part(tokens.get(at)) == Some(A) {
        at += 1;
    }
    let whole = match part(tokens.get(at))? {
        Hundred => 100.0,
        Scale(scale) => scale,
        Lot(size) => f64::from(size),
        _ => return None,
    };
    Some(part_of_one(1, (1, 2), 1).times(whole, at + 1))
}

/// `count` times a fraction, which its own denominator is the last place of.
fn part_of_one(count: u32, (over, under): (u32, u32), used: usize) -> Numeral {
    let step = 1.0 / f64::from(under);
    Numeral { value: f64::from(count * over) * step, step, used }
}

/// A number with the words after it that multiply it: "1.5 million", "2 dozen", "3 hundred".
fn scaled(tokens: &[Token], mut number: Numeral) -> Numeral {
    loop {
        let at = number.used + joint(tokens, number.used);
        let scale = match part(tokens.get(at)) {
            Some(Hundred) => 100.0,
            Some(Scale(scale) | Scales(scale)) => scale,
            Some(Lot(size)) => f64::from(size),
            _ => return number,
        };
        number = number.times(scale, at + 1);
    }
}

/// The value of a fraction in words, and how many tokens it takes: "half", "a quarter",
/// "one-third", "three quarters". A bare "third" or "quarter" is none.
pub fn fraction(tokens: &[Token]) -> Option<(f64, usize)> {
    fraction_of(tokens).map(|read| (read.value, read.used))
}

/// A fraction in words as [`fraction`] reads it; its last place is the one part.
pub fn fraction_of(tokens: &[Token]) -> Option<Numeral> {
    let at = 1 + joint(tokens, 1);
    let count = match part(tokens.first())? {
        Half => return Some(part_of_one(1, (1, 2), 1)),
        A => 1,
        Unit(n) if n > 0 => n,
        _ => return None,
    };
    let under = match part(tokens.get(at))? {
        Half => 2,
        Share(under) if count == 1 || under == 4 => under,
        Shares(under) if count > 1 => under,
        _ => return None,
    };
    (count < under).then(|| part_of_one(count, (1, under), at + 1))
}

/// The value of a number of four digits that is said in pairs, as years are, and how many
/// tokens it takes: "nineteen forty-one", "seventeen seventy-six", "nineteen oh five".
pub fn paired(tokens: &[Token]) -> Option<(u32, usize)> {
    let (high, used) = pair(tokens)?;
    let at = used + joint(tokens, used);
    if part(tokens.get(at)) == Some(Oh) {
        let at = at + 1 + joint(tokens, at + 1);
        return match part(tokens.get(at))? {
            Unit(n @ 1..=9) => Some((high * 100 + n, at + 1)),
            _ => None,
        };
    }
    let (low, taken) = pair(&tokens[at..])?;
    (high >= 10 && low >= 10).then_some((high * 100 + low, at + taken))
}

/// A number of at most two digits in words.
fn pair(tokens: &[Token]) -> Option<(u32, usize)> {
    match part(tokens.first())? {
        Unit(n) => Some((n, 1)),
        Ten(n) => {
            let at = 1 + joint(tokens, 1);
            match part(tokens.get(at)) {
                Some(Unit(unit @ 1..=9)) => Some((n + unit, at + 1)),
                _ => Some((n, 1)),
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
