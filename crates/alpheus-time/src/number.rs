//! Counts and ordinals, in digits and in words.

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
    let (value, end) = match c.word(i) {
        Word::Digits => digits(c, i)?,
        _ => words(c, i)?,
    };
    Some(fraction(c, value, end))
}

fn digits(c: Cursor<'_>, i: usize) -> Option<(f64, usize)> {
    let mut value = c.digits(i)?.0 as f64;
    let mut end = i + 1;
    while c.mark(end, ',')
        && c.tight(end)
        && c.tight(end + 1)
        && let Some((more, 3)) = c.digits(end + 1)
    {
        value = value * 1000.0 + more as f64;
        end += 2;
    }
    if c.mark(end, '.')
        && c.tight(end)
        && c.tight(end + 1)
        && let Some((more, places)) = c.digits(end + 1)
    {
        value += more as f64 / 10f64.powi(places as i32);
        end += 2;
    }
    Some((value, end))
}

/// "½", "1/2" and "and a half" after a number.
fn fraction(c: Cursor<'_>, value: f64, end: usize) -> (f64, usize) {
    match c.word(end) {
        Word::Mark('½') => (value + 0.5, end + 1),
        Word::Mark('¼') => (value + 0.25, end + 1),
        Word::Mark('¾') => (value + 0.75, end + 1),
        Word::And if c.word(end + 1) == Word::A && c.word(end + 2) == Word::Half => {
            (value + 0.5, end + 3)
        }
        _ => (value, end),
    }
}

fn words(c: Cursor<'_>, i: usize) -> Option<(f64, usize)> {
    let (mut value, mut end) = match c.word(i) {
        Word::A
            if matches!(c.word(i + 1), Word::Hundred | Word::Thousand | Word::Dozen) =>
        {
            (1.0, i + 1)
        }
        Word::Half if c.word(i + 1) == Word::A && c.word(i + 2) == Word::Dozen => {
            return Some((6.0, i + 3));
        }
        Word::Dozen | Word::Hundred | Word::Thousand => (1.0, i),
        _ => below_hundred(c, i)?,
    };
    loop {
        match c.word(end) {
            Word::Dozen => (value, end) = (value * 12.0, end + 1),
            Word::Hundred => (value, end) = (value * 100.0, end + 1),
            Word::Thousand => (value, end) = (value * 1000.0, end + 1),
            _ => break,
        }
        let at = if c.word(end) == Word::And { end + 1 } else { end };
        if let Some((rest, after)) = below_hundred(c, at)
            && !matches!(c.word(after), Word::Hundred | Word::Thousand)
        {
            (value, end) = (value + rest, after);
        }
    }
    Some((value, end))
}

fn below_hundred(c: Cursor<'_>, i: usize) -> Option<(f64, usize)> {
    match c.word(i) {
        Word::One => Some((1.0, i + 1)),
        Word::Cardinal(tens) => {
            let at = if tens >= 20 && c.dash(i + 1) { i + 2 } else { i + 1 };
            let ones = match c.word(at) {
                Word::One => 1,
                Word::Cardinal(n) if n < 10 => n,
                _ => 0,
            };
            if tens >= 20 && ones > 0 {
                Some((f64::from(tens + ones), at + 1))
            } else {
                Some((f64::from(tens), i + 1))
            }
        }
        _ => None,
    }
}

/// An ordinal at `i` ("third", "twenty-first", "21st"): its value and the token after it.
pub(crate) fn ordinal(c: Cursor<'_>, i: usize) -> Option<(u32, usize)> {
    match c.word(i) {
        Word::Ordinal(n) => Some((u32::from(n), i + 1)),
        Word::Second => Some((2, i + 1)),
        Word::Digits => {
            let (value, _) = c.digits(i)?;
            (c.word(i + 1) == Word::Suffix && c.tight(i + 1) && value <= 200)
                .then_some((value as u32, i + 2))
        }
        Word::Cardinal(tens) if tens >= 20 => {
            let at = if c.dash(i + 1) { i + 2 } else { i + 1 };
            match c.word(at) {
                Word::Ordinal(n) if n < 10 => Some((u32::from(tens + n), at + 1)),
                Word::Second => Some((u32::from(tens) + 2, at + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A Roman numeral of the letters I, V and X, in capitals: "XVIII".
pub(crate) fn roman(text: &str) -> Option<u32> {
    let mut total = 0;
    let mut last = 0;
    for b in text.bytes().rev() {
        let digit = match b {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        if digit < last {
            total -= digit;
        } else {
            total += digit;
            last = digit;
        }
    }
    (total > 0 && total < 40).then_some(total as u32)
}
