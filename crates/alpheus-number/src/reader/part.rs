//! Parts of a whole: "two-thirds", "half the men", "a quarter of a mile", "half as many again".

use super::{Read, figure, measure::Amount};
use crate::{Measure, cursor::Cursor, unit};
use alpheus_text::{
    Lexicon, key,
    numeral::{self, Numeral},
};

/// An amount below one that was written as a fraction is one of something.
pub(super) fn of_one(amount: Amount) -> Amount {
    let tenths = amount.step * 1000.0;
    let decimal = (tenths - tenths.round()).abs() < 1e-9 && is_power_of_ten(amount.step);
    let bare =
        amount.measure == Measure::Count && amount.value > 0.0 && amount.value < 1.0;
    let measure = if bare && !decimal { Measure::Fraction } else { amount.measure };
    Amount { measure, ..amount }
}

fn is_power_of_ten(step: f64) -> bool {
    let places = -step.log10();
    (places - places.round()).abs() < 1e-9
}

/// A fraction in words at `at`, if it is one of something.
pub(super) fn fraction(c: Cursor<'_>, at: usize) -> Option<Read> {
    let Numeral { value, step, used } = numeral::fraction_of(&c.tokens[at..])?;
    let end = at + used;
    let amount = Amount::of(value, step, Measure::Fraction, end);
    // "a third man" is one in a row; "one-third", "two thirds" are shares wherever they stand.
    let article = c.is_word(at, const { key("a") }) || c.is_word(at, const { key("an") });
    let ended =
        c.is_word(end, const { key("of") }) || c.is_word(end, const { key("as") });
    let named = c.get(at).is_some_and(|first| first.capital && !first.starts_sentence);
    if article && !ended || named {
        return None;
    }
    Some(figure(c, at, of_what(c, amount)))
}

static WHOLES: Lexicon<(), 64> = Lexicon::new(&[(
    "of the its their his her our your my all these those that this as an a again",
    (),
)]);

static HALVES: Lexicon<(), 64> = Lexicon::new(&[(
    "first second third other latter former last better each either top bottom upper lower \
     northern southern eastern western front rear opening early late every",
    (),
)]);

/// "half the men", "half as many again"; not the "half" of a match or a road.
pub(super) fn half(c: Cursor<'_>, at: usize) -> Option<Read> {
    let end = at + 1;
    let joined = at > 0 && c.tight(at);
    if joined || !WHOLES.has(c.word(end)) || HALVES.has(c.word_before(at, 1)) {
        return None;
    }
    let amount = Amount::of(0.5, 0.5, Measure::Fraction, end);
    let told = of_what(c, amount);
    let a = c.is_word(end, const { key("a") }) || c.is_word(end, const { key("an") });
    if a && told.end == end {
        return None;
    }
    Some(figure(c, at, told))
}

/// What a fraction is of, where that is a unit, a magnitude, or as much again.
fn of_what(c: Cursor<'_>, amount: Amount) -> Amount {
    let end = amount.end;
    if let Some(amount) = compared(c, amount) {
        return amount;
    }
    let of = end + usize::from(c.is_word(end, const { key("of") }));
    if !c.is_word(of, const { key("a") }) && !c.is_word(of, const { key("an") }) {
        return amount;
    }
    if let Some(scale) = numeral::scale(c.word(of + 1)) {
        let Amount { value, step, .. } = amount;
        let end = of + 2;
        let (value, step) = (value * scale, step * scale);
        return Amount::of(value, step, Measure::Count, end);
    }
    match unit::read(c.tokens, of + 1) {
        Some((unit, end)) => Amount { measure: Measure::Unit(unit), end, ..amount },
        None => amount,
    }
}

/// "half as many", "half as many again", "half again as large".
fn compared(c: Cursor<'_>, amount: Amount) -> Option<Amount> {
    let at = amount.end;
    let again = c.is_word(at, const { key("again") })
        && c.is_word(at + 1, const { key("as") })
        || c.is_word(at, const { key("as") })
            && c.is_word(at + 2, const { key("again") });
    if !again && !c.is_word(at, const { key("as") }) {
        return None;
    }
    let value = amount.value + f64::from(u8::from(again));
    Some(Amount { value, measure: Measure::Multiple, ..amount })
}
