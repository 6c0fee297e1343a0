//! Ordinals, in words and in digits.

use super::{
    Numeral,
    digits::digits,
    sum::sum,
    words::{
        ORDINALS,
        Part::{self, A, And, Hundred, Scale, Ten, Unit},
        SUFFIXES, joint, part,
    },
};
use crate::{Token, TokenKind};

/// The value of an ordinal in words or digits, and how many tokens it takes: "21st", "3d",
/// "forty-second", "hundredth", "one hundred and fiftieth".
///
/// "second" is read as an ordinal; whether it is a unit of time is for the caller to tell.
pub fn ordinal(tokens: &[Token], text: &str) -> Option<(u32, usize)> {
    let first = tokens.first()?;
    match first.kind {
        TokenKind::Number => {
            let Numeral { value, used, .. } = digits(tokens, text)?;
            let suffix =
                tokens.get(used).filter(|token| token.is_word() && !token.spaced)?;
            SUFFIXES.get(suffix.key)?;
            Some((whole(value)?, used + 1))
        }
        TokenKind::Word => match ORDINALS.get(first.key) {
            Some(part) => Some((alone(part)?, 1)),
            None => after_cardinal(tokens),
        },
        TokenKind::Mark(_) => None,
    }
}

fn alone(part: Part) -> Option<u32> {
    match part {
        Unit(n) | Ten(n) => Some(n),
        Scale(scale) => whole(scale),
        _ => Some(100),
    }
}

#[expect(clippy::cast_sign_loss, reason = "no number that is read has a sign")]
fn whole(value: f64) -> Option<u32> {
    (value.fract() == 0.0 && value <= f64::from(u32::MAX)).then_some(value as u32)
}

/// An ordinal that begins with cardinal words.
fn after_cardinal(tokens: &[Token]) -> Option<(u32, usize)> {
    let from = usize::from(part(tokens.first())? == A);
    if !matches!(part(tokens.get(from))?, Unit(_) | Ten(_) | Hundred | Scale(_)) {
        return None;
    }
    let (mut sum, used) = sum(tokens, from);
    let mut at = used + joint(tokens, used);
    if sum.takes_and() && part(tokens.get(at)) == Some(And) {
        at += 1;
    }
    let last = tokens.get(at).filter(|token| token.is_word())?;
    let taken = sum.take(ORDINALS.get(last.key)?);
    taken.then_some((whole(sum.value())?, at + 1))
}
