//! A bare number: digits by the document's usage or words, with the magnitude behind it.

use crate::{convention::Point, cursor::Cursor};
use alpheus_text::{
    Lexicon, TokenKind,
    numeral::{self, Numeral},
};

/// A number without sign, unit or hedge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) step: f64,
    /// The token after it.
    pub(crate) end: usize,
}

/// The number that begins at `at`.
pub(crate) fn read(c: Cursor<'_>, at: usize) -> Option<Number> {
    let first = c.get(at)?;
    if first.kind == TokenKind::Number
        && first.span.len() <= 3
        && let Usage::Told(number) = by_usage(c, at)
    {
        return number;
    }
    let Numeral { value, step, used } = numeral::number(&c.tokens[at..], c.text)?;
    let number = Number { value, step, end: at + used };
    Some(if first.is_word() { number } else { abbreviated(c, number) })
}

/// What the usage of the document tells of digits.
enum Usage {
    /// They are to be read as in English.
    Common,
    /// What they are; `None` where that cannot be told.
    Told(Option<Number>),
}

/// The value of digits that only the usage of the document can tell.
fn by_usage(c: Cursor<'_>, at: usize) -> Usage {
    let three = |at: usize| {
        c.get(at).is_some_and(|token| token.span.len() == 3) && c.number(at).is_some()
    };
    if c.links(at + 1, '.') && three(at + 2) && c.slice(at) != "0" {
        return match c.convention().point {
            Point::Groups => {
                Usage::Told(grouped(c, at, |at| c.links(at, '.').then_some(at + 1)))
            }
            Point::Unknown if c.slice(at + 2).ends_with("00") => Usage::Told(None),
            Point::Decimal | Point::Unknown => Usage::Common,
        };
    }
    // "000" is never a number by itself.
    let spaced = |at: usize| c.gap(at) == " " && three(at + 1);
    if spaced(at)
        && c.slice(at) != "0"
        && (c.slice(at + 1) == "000" || c.convention().spaced)
    {
        let spaced = |next: usize| (c.gap(next - 1) == " ").then_some(next);
        return Usage::Told(grouped(c, at, spaced));
    }
    if c.links(at + 1, ',')
        && c.get(at + 2).is_some_and(|token| token.span.len() <= 2)
        && c.convention().point == Point::Groups
    {
        return Usage::Told(c.value(at).and_then(|whole| decimals(c, at + 1, whole)));
    }
    Usage::Common
}

/// Whether the digits at `at` are grouped by points, as the document does.
pub(super) fn is_grouped(c: Cursor<'_>, at: usize) -> bool {
    let three = |at: usize| c.get(at).is_some_and(|token| token.span.len() == 3);
    three(at + 2) && three(at + 4) && c.convention().point == Point::Groups
}

/// Digits in groups; `next` tells where the group after a mark or gap at `at` stands.
fn grouped(
    c: Cursor<'_>,
    at: usize,
    next: impl Fn(usize) -> Option<usize>,
) -> Option<Number> {
    let mut value = c.value(at)?;
    let mut end = at + 1;
    while let Some(group) = next(end)
        && c.get(group).is_some_and(|token| token.span.len() == 3)
        && let Some(digits) = c.value(group)
    {
        value = value * 1000.0 + digits;
        end = group + 1;
    }
    if c.links(end, ',') && c.number(end + 1).is_some() {
        return decimals(c, end, value);
    }
    Some(abbreviated(c, Number { value, step: 1.0, end }))
}

/// The decimals behind a comma at `at`.
fn decimals(c: Cursor<'_>, at: usize, whole: f64) -> Option<Number> {
    let digits = c.value(at + 1)?;
    let places = c.places(at + 1);
    let number =
        Number { value: whole + digits / places, step: 1.0 / places, end: at + 2 };
    Some(abbreviated(c, number))
}

static MAGNITUDES: Lexicon<f64, 32> = Lexicon::new(&[
    ("k", 1e3),
    ("mn mln mio mill", 1e6),
    ("bn bln mrd", 1e9),
    ("tn", 1e12),
]);

/// A number with the abbreviated magnitude behind it: "37k", "4.5 bn". A lone "m" is read
/// behind a sign for money only.
fn abbreviated(c: Cursor<'_>, number: Number) -> Number {
    let tight = c.tight(number.end);
    match MAGNITUDES.get(c.word(number.end)) {
        Some(scale) if tight || scale > 1e3 => number.times(scale, number.end + 1),
        _ if tight && c.slice(number.end) == "M" => number.times(1e6, number.end + 1),
        _ => number,
    }
}

impl Number {
    fn times(self, scale: f64, end: usize) -> Self {
        Number { value: self.value * scale, step: self.step * scale, end }
    }

    /// With the "m" for millions that is written behind money.
    pub(crate) fn of_money(self, c: Cursor<'_>) -> Self {
        match c.slice(self.end) {
            "m" | "M" => self.times(1e6, self.end + 1),
            "b" | "B" => self.times(1e9, self.end + 1),
            "K" => self.times(1e3, self.end + 1),
            _ => self,
        }
    }
}
