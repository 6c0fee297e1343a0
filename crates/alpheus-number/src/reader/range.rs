//! Two numbers that are one figure: "4 to 5 million", "120–122", "between 9 and 10".

use super::{
    label,
    measure::{self, Amount},
    number,
};
use crate::{Measure, cursor::Cursor};
use alpheus_text::{Lexicon, TokenKind, key, numeral};

/// What was made of an amount and the token behind it.
pub(crate) enum Second {
    /// No other end.
    None,
    /// The other end; the first may have taken its magnitude or measure.
    Range(Amount, Amount),
    /// The two are a score or the like, which ends before this token.
    Nothing(usize),
    /// No range, but the first takes the magnitude of the second: "from 4 to 5 million".
    Apart(Amount),
}

/// How two numbers are joined.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    Dash,
    To,
    Or,
    And,
}

/// The second end of the amount `first`, which begins at `at`.
pub(crate) fn second(c: Cursor<'_>, at: usize, first: Amount) -> Second {
    let Some((joint, next)) = joint(c, at, first) else { return Second::None };
    let sign =
        usize::from(matches!(first.measure, Measure::Money(_)) && is_sign(c, next));
    let Some(number) = number::read(c, next + sign) else { return Second::None };
    let number = match first.measure {
        Measure::Money(_) => number.of_money(c),
        _ => number,
    };
    let other = measure::behind(c, number);
    let both_digits = is_digits(c, at) && is_digits(c, next + sign);
    if joint == Joint::Dash && (!both_digits || suffixed(c, other)) {
        return Second::None;
    }
    if joint != Joint::Dash
        && both_digits != is_digits(c, at)
        && !c.is_word(next, const { key("a") })
    {
        return Second::None;
    }
    let same = first.measure == Measure::Count
        || other.measure == Measure::Count && matches!(first.measure, Measure::Money(_))
        || first.measure == other.measure;
    if !same {
        return Second::None;
    }
    let mut low =
        if first.measure == Measure::Count { first.times(other.worth) } else { first };
    if let Some(scale) = magnitude(c, first, other) {
        low.value *= scale;
        low.step *= scale;
    }
    decide(c, at, joint, low, other)
}

fn decide(
    c: Cursor<'_>,
    at: usize,
    joint: Joint,
    mut low: Amount,
    high: Amount,
) -> Second {
    let rises = low.value < high.value;
    let score = matches!(joint, Joint::Dash | Joint::To) && label_before(c, at, &SCORES);
    let bare = low.measure == Measure::Count && high.measure == Measure::Count;
    // "216-212" may be votes; "3-2" is a score.
    let votes = low.value.min(high.value) >= 50.0;
    if joint == Joint::Dash && bare && !rises && votes {
        return Second::None;
    }
    if joint == Joint::Dash && bare && (!rises || score) {
        return Second::Nothing(label::chain(c, at).max(high.end));
    }
    if !rises || score || high.measure == Measure::Multiple && joint == Joint::To {
        return Second::None;
    }
    let widest = match joint {
        Joint::Or => 4.0,
        Joint::To | Joint::Dash => 100.0,
        Joint::And => f64::INFINITY,
    };
    if high.value > widest * low.value {
        return Second::None;
    }
    if joint == Joint::To && label_before(c, at, &FROM) {
        return Second::Apart(low);
    }
    let years = |amount: Amount| {
        amount.measure == Measure::Count
            && amount.step >= 1.0
            && (1000.0..=2100.0).contains(&amount.value)
            && c.get(amount.bare - 1).is_some_and(|token| token.span.len() == 4)
    };
    let after_year =
        years(low) && c.get(high.bare - 1).is_some_and(|token| token.span.len() < 4);
    if is_digits(c, at)
        && (years(low) && years(high) || after_year && high.value > 2100.0)
    {
        return Second::None;
    }
    low.measure = match high.measure {
        Measure::Count => low.measure,
        measure => measure,
    };
    Second::Range(low, Amount { measure: low.measure, ..high })
}

fn is_sign(c: Cursor<'_>, at: usize) -> bool {
    c.mark(at).is_some_and(|mark| crate::money::sign(mark).is_some())
}

fn is_digits(c: Cursor<'_>, at: usize) -> bool {
    let at = at + usize::from(is_sign(c, at));
    c.get(at).is_some_and(|token| token.kind == TokenKind::Number)
}

/// Whether letters or another dash are written on to the end of an amount.
fn suffixed(c: Cursor<'_>, amount: Amount) -> bool {
    let bare = amount.end == amount.bare;
    bare && (c.word(amount.end) != 0 && c.tight(amount.end)
        || matches!(c.mark(amount.end), Some('-' | '–' | '/' | ':'))
            && c.tight(amount.end)
            && c.tight(amount.end + 1)
            && c.number(amount.end + 1).is_some())
}

/// What joins the amount to another that may be its second end, and where that begins.
fn joint(c: Cursor<'_>, at: usize, first: Amount) -> Option<(Joint, usize)> {
    let end = first.end;
    let next = end + 1;
    match c.mark(end) {
        // A long dash parts two thoughts: "lost 20—30 of them by fire".
        Some('-' | '–') if c.slice(end) == "—" => return None,
        Some('-' | '–') if c.links(end, '-') || c.links(end, '–') => {
            return Some((Joint::Dash, next));
        }
        Some('–')
            if c.number(next).is_some() && c.slice(end) == "–" && !c.tight(next) =>
        {
            return (!c.tight(end)).then_some((Joint::Dash, next));
        }
        Some(_) => return None,
        None => {}
    }
    let joint = JOINTS.get(c.word(end))?;
    let between = joint == Joint::And && is_between(c, at);
    (joint != Joint::And || between).then_some((joint, next))
}

static JOINTS: Lexicon<Joint, 8> =
    Lexicon::new(&[("to", Joint::To), ("or", Joint::Or), ("and", Joint::And)]);

static BETWEEN: Lexicon<(), 8> = Lexicon::new(&[("between betwixt", ())]);

static FROM: Lexicon<(), 8> = Lexicon::new(&[("from", ())]);

/// Words that two numbers are told against each other with.
static SCORES: Lexicon<(), 64> = Lexicon::new(&[(
    "won win wins lost lose beat beaten defeated defeat defeats defeating score scored \
     scores record victory vote votes voted majority division odds outnumbered ratio \
     drew draw drawn loss rejected finish finished finishing",
    (),
)]);

/// Whether "between" stands before the number at `at`.
pub(super) fn is_between(c: Cursor<'_>, at: usize) -> bool {
    label_before(c, at, &BETWEEN)
}

/// Whether a word of this kind stands a few words before `at`, with no mark between.
fn label_before<const N: usize>(
    c: Cursor<'_>,
    at: usize,
    words: &Lexicon<(), N>,
) -> bool {
    const REACH: usize = 3;
    (1..=REACH)
        .map_while(|back| c.before(at, back))
        .take_while(|token| token.is_word())
        .any(|token| words.has(token.key))
}

/// What the first of two numbers is to be multiplied by, where the second ends in a magnitude
/// that stands for both: "four to five hundred thousand".
fn magnitude(c: Cursor<'_>, first: Amount, other: Amount) -> Option<f64> {
    let last = c.word(other.bare - 1);
    let first_scale = numeral::scale(c.word(first.bare - 1)).unwrap_or(1.0);
    let scale = numeral::scale(last).filter(|_| first_scale < 1000.0)?;
    let before =
        (other.bare >= 2).then(|| numeral::scale(c.word(other.bare - 2))).flatten();
    let core = |scale: f64| other.value / scale;
    [before.unwrap_or(1.0) * scale, scale].into_iter().find(|&scale| {
        scale > first_scale && first.value < core(scale) && core(scale) > 1.0
    })
}
