//! Sets: "daily", "every spring", "each year", "twice a week", "30 a day".

use crate::{
    cursor::Cursor,
    date::date,
    duration::length,
    expr::{Every, Expr, Length},
    lexicon::Word,
    number::{Amount, ordinal},
};

/// A set at `i`.
pub(crate) fn set(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let (every, end) = match c.word(i) {
        Word::Rate(unit) => (Every::Unit(unit), i + 1),
        Word::Every => every(c, i + 1)?,
        Word::A if rated(c, i) => {
            let Word::Unit(unit) = c.word(i + 1) else { return None };
            (Every::Rate(unit), i + 2)
        }
        Word::Once => return times(c, i + 1),
        Word::Cardinal(_) | Word::Digits if c.word(i + 1) == Word::Times => {
            return times(c, i + 2);
        }
        _ => return None,
    };
    Some((Expr::Every(every), end))
}

fn every(c: Cursor<'_>, i: usize) -> Option<(Every, usize)> {
    let at = if c.word(i) == Word::Other2 { i + 1 } else { i };
    if let Some((n, unit)) = ordinal(c, at).filter(|&(n, _)| n > 1) {
        return nth(c, n, unit);
    }
    match c.word(at) {
        Word::Unit(unit) => Some((Every::Unit(unit), at + 1)),
        Word::Season(_) | Word::Weekday(_) | Word::Month(_) => {
            date(c, at).map(|(d, end)| (Every::Date(d), end))
        }
        Word::DayPart(part) => {
            let date = crate::expr::Date {
                time: Some(crate::expr::Time::Part(part)),
                ..Default::default()
            };
            Some((Every::Date(date), at + 1))
        }
        _ => length(c, at).map(|(l, end)| (Every::Length(l), end)),
    }
}

/// "every third year", "every second Tuesday".
fn nth(c: Cursor<'_>, n: u32, i: usize) -> Option<(Every, usize)> {
    match c.word(i) {
        Word::Unit(unit) => {
            let amount = Amount::Exact(f64::from(n));
            let length =
                Length { amount, unit, more: None, modifier: None, pointing: None };
            Some((Every::Length(length), i + 1))
        }
        Word::Weekday(_) | Word::Month(_) => {
            date(c, i).map(|(date, end)| (Every::Date(date), end))
        }
        _ => None,
    }
}

/// "once a week", "three times a day".
fn times(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    match (c.word(i), c.word(i + 1)) {
        (Word::A | Word::Every | Word::Per, Word::Unit(unit)) => {
            Some((Expr::Every(Every::Unit(unit)), i + 2))
        }
        (Word::Rate(unit), _) => Some((Expr::Every(Every::Unit(unit)), i + 1)),
        _ => None,
    }
}

/// "30 a day": a number stands close before.
fn rated(c: Cursor<'_>, i: usize) -> bool {
    let number = |k: usize| matches!(c.word(k), Word::Digits);
    i > 0 && number(i - 1)
        || i > 1
            && number(i - 2)
            && c.tokens[i - 1].is_word()
            && c.word(i - 1) == Word::Other
}
