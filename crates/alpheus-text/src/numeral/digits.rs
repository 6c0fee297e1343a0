//! Numbers in digits: groups, decimals, fractions.

use super::{Numeral, part_of_one};
use crate::{Token, TokenKind};

/// Digits with their groups, decimals and vulgar fraction.
pub(super) fn digits(tokens: &[Token], text: &str) -> Option<Numeral> {
    let (value, mut used) = whole_digits(tokens, text)?;
    if let Some([point, decimals]) = tokens.get(used..used + 2)
        && matches!(point.kind, TokenKind::Mark('.' | '·'))
        && !point.spaced
        && !decimals.spaced
        && let Some(digits) = decimals.number()
    {
        let step = 10_f64.powi(-decimals.span.len().cast_signed());
        // Divided, not multiplied by the step, so that 1.05 is the float nearest to it.
        let value =
            value + float(digits) / 10_f64.powi(decimals.span.len().cast_signed());
        return Some(Numeral { value, step, used: used + 2 });
    }
    if used == 1
        && let Some(share) = slashed(tokens)
    {
        return Some(part_of_one(1, share, 3));
    }
    let Some((share, taken)) = share_behind(&tokens[used..]) else {
        return Some(Numeral { value, step: 1.0, used });
    };
    used += taken;
    let share = part_of_one(1, share, used);
    Some(Numeral { value: value + share.value, ..share })
}

/// The fraction behind a whole number, and how many tokens it takes: "½", "1/2", "-1/2".
fn share_behind(tokens: &[Token]) -> Option<((u32, u32), usize)> {
    match tokens.first()?.kind {
        TokenKind::Mark('-') => {
            let tight = !tokens[0].spaced && !tokens.get(1)?.spaced;
            slashed(&tokens[1..]).filter(|_| tight).map(|share| (share, 4))
        }
        TokenKind::Mark(mark) => vulgar(mark).map(|share| (share, 1)),
        TokenKind::Number => slashed(tokens).map(|share| (share, 3)),
        TokenKind::Word => None,
    }
}

/// Digits before any point, and how many tokens they take.
fn whole_digits(tokens: &[Token], text: &str) -> Option<(f64, usize)> {
    let mut value = float(tokens[0].number()?);
    let mut used = 1;
    if tokens[0].span.len() > 3 {
        return Some((value, used));
    }
    while let Some((group, taken)) = group(&tokens[used - 1..], text) {
        value = value * 1000.0 + group;
        used += taken;
    }
    if used == 1
        && let Some(read) = lakhs(tokens)
    {
        return Some(read);
    }
    Some((value, used))
}

/// A fraction below one of two numbers and a slash: "1/2", "15/16".
pub(super) fn slashed(tokens: &[Token]) -> Option<(u32, u32)> {
    let [over, slash, under] = tokens.get(..3)? else { return None };
    let tight = (slash.is('/') || slash.is('⁄')) && !slash.spaced && !under.spaced;
    let ended = tokens.get(3).is_none_or(|next| next.spaced || !next.is('/'));
    let (over, under) = (over.number()?, under.number()?);
    let usual = matches!(under, 2..=10 | 12 | 16 | 20 | 32 | 64 | 100);
    (tight && ended && usual && 0 < over && over < under)
        .then_some((over as u32, under as u32))
}

/// Digits grouped as in India, by two but for the last three: "12,34,567".
fn lakhs(tokens: &[Token]) -> Option<(f64, usize)> {
    let mut value = float(tokens[0].number()?);
    let mut used = 1;
    while let Some([comma, digits]) = tokens.get(used..used + 2)
        && comma.is(',')
        && !comma.spaced
        && !digits.spaced
        && let Some(group) = digits.number()
    {
        match digits.span.len() {
            2 => value = value * 100.0 + float(group),
            3 if used > 1 => return Some((value * 1000.0 + float(group), used + 2)),
            _ => return None,
        }
        used += 2;
    }
    None
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers above 2^53 are rough in any text"
)]
fn float(number: u64) -> f64 {
    number as f64
}

/// The group of three digits after `tokens[0]`, parted by a comma, an apostrophe or a space
/// that does not break.
fn group(tokens: &[Token], text: &str) -> Option<(f64, usize)> {
    let three = |token: &Token| token.number().filter(|_| token.span.len() == 3);
    let next = tokens.get(1)?;
    if matches!(next.kind, TokenKind::Mark(',' | '\'')) && !next.spaced {
        let digits = tokens.get(2).filter(|token| !token.spaced).and_then(three)?;
        return Some((float(digits), 2));
    }
    let gap = text.get(tokens[0].span.end as usize..next.span.start as usize)?;
    let digits =
        three(next).filter(|_| matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}"))?;
    Some((float(digits), 1))
}

/// A vulgar fraction that is one character: how many of how many.
pub(super) fn vulgar(mark: char) -> Option<(u32, u32)> {
    Some(match mark {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}
