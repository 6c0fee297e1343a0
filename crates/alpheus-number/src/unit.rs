//! Units of measure: their names, dimensions and factors.
//!
//! Many names are of several units: a ton is long, short or metric, a league one of a dozen.
//! A unit has every factor that its name may stand for, so that two measures are at odds only
//! where no reading brings them together.

mod names;
mod table;

use alpheus_text::{Lexicon, Token, TokenKind, key};
use names::{NAMES, PER, POWERS, Per, RATES, SORTED, SORTS, Sort, Sure};
use table::{Id, ROWS, Row};

use crate::Interval;

/// A unit of measure, as a text names it.
///
/// # Example: a name with several readings
/// ```
/// use alpheus_number::{Interval, Measure, figures};
/// use alpheus_text::Document;
/// let read = figures(&Document::plain("memo", "17,900 long tons, or 20,000 tons"));
/// let [Measure::Unit(long), Measure::Unit(any)] = [0, 1].map(|i| read[i].measure) else {
///     panic!()
/// };
/// assert_eq!((long.name(), long.readings()), ("long tons", 1));
/// assert_eq!((any.name(), any.readings()), ("tons", 3));
/// let kilograms = long.basic(0, Interval::point(1.0));
/// assert!(kilograms.contains(1016.046_908_8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit(u8);

/// What a unit measures, and its basic unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In kilograms.
    Mass,
    /// In metres a second.
    Speed,
    /// In kelvins.
    Temperature,
    /// In pascals.
    Pressure,
    /// In joules.
    Energy,
    /// In watts.
    Power,
    /// In newtons.
    Force,
    /// In cubic metres a second.
    Flow,
    /// How many on a square metre.
    Density,
}

impl Unit {
    fn row(self) -> &'static Row {
        &ROWS[usize::from(self.0)]
    }

    /// Its name, in the plural, or its sign.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.row().dimension
    }

    /// How many units its name may stand for; at least one.
    pub fn readings(self) -> usize {
        self.row().factors.len()
    }

    /// An amount of it in the dimension's basic unit, by one of its readings.
    ///
    /// # Panics
    /// If `reading` is not below [`readings`](Self::readings).
    pub fn basic(self, reading: usize, amount: Interval) -> Interval {
        let row = self.row();
        (amount + Interval::point(row.zero)) * row.factors[reading]
    }

    /// An amount in the dimension's basic unit in this one, by one of its readings: what
    /// undoes [`basic`](Self::basic).
    ///
    /// # Panics
    /// If `reading` is not below [`readings`](Self::readings).
    pub fn of_basic(self, reading: usize, amount: Interval) -> Interval {
        let row = self.row();
        amount * row.factors[reading].recip() - Interval::point(row.zero)
    }

    /// How many of it the smaller unit is, if a measure is told in both: feet and inches.
    pub(crate) fn holds(self, smaller: Unit) -> Option<f64> {
        let told =
            |row: &&(Id, Id)| (Unit::from(row.0), Unit::from(row.1)) == (self, smaller);
        table::TOGETHER.iter().find(told).map(|_| smaller.factor() / self.factor())
    }

    /// Whether it is of the metric system.
    pub fn is_metric(self) -> bool {
        let tenths = self.factor().log10();
        (tenths - tenths.round()).abs() < 1e-9 || self == Id::KilometrePerHour.into()
    }

    /// How many of the basic unit it is, by its likeliest reading and whatever its zero.
    pub fn factor(self) -> f64 {
        self.row().factors[0]
    }
}

impl From<Id> for Unit {
    fn from(id: Id) -> Self {
        Unit(id as u8)
    }
}

/// The unit that stands right behind a number, and the token after it.
///
/// `at` is the token behind the number; a hyphen may join the two ("70-mile"). Short signs are
/// units only behind digits, those that are also words ("in", "m") only where the layout shows
/// a measure.
pub fn read(tokens: &[Token], at: usize) -> Option<(Unit, usize)> {
    let first = tokens.get(at)?;
    let joined = first.is('-') && !first.spaced;
    let from = at + usize::from(joined);
    let (id, sure, end) = named(tokens, from)?;
    let shown = match sure {
        Sure::Word => true,
        Sure::Symbol => digits(tokens, at),
        Sure::Layout => digits(tokens, at) && (joined || laid_out(tokens, at, end)),
    };
    shown.then_some((id.into(), end))
}

/// A name of one or more words, how sure it is to be a unit, and the token after it.
fn named(tokens: &[Token], at: usize) -> Option<(Id, Sure, usize)> {
    let first = tokens.get(at)?;
    match first.kind {
        TokenKind::Mark('°' | 'º') => return degrees(tokens, at + 1, true),
        TokenKind::Mark('/') => return density(tokens, at + 1, Sure::Symbol),
        TokenKind::Word => {}
        _ => return None,
    }
    if DEGREES.has(first.key) {
        return degrees(tokens, at + 1, false);
    }
    if PEOPLE.has(first.key) {
        let per = tokens.get(at + 1)?.key == const { key("per") };
        return if per { density(tokens, at + 2, Sure::Word) } else { None };
    }
    let (id, sure, end) = match SORTS.get(first.key) {
        Some(sort) => sorted(tokens, at, sort).or_else(|| powered(tokens, at))?,
        None => powered(tokens, at)?,
    };
    over(tokens, id, sure, end)
}

static DEGREES: Lexicon<(), 8> = Lexicon::new(&[("degrees degree deg", ())]);

static SCALES: Lexicon<Id, 32> = Lexicon::new(&[
    ("c celsius centigrade", Id::Celsius),
    ("f fahrenheit fahr", Id::Fahrenheit),
    ("r réaumur reaumur", Id::Reaumur),
    ("k kelvin", Id::Kelvin),
]);

/// The scale behind the sign or word for degrees.
fn degrees(tokens: &[Token], at: usize, sign: bool) -> Option<(Id, Sure, usize)> {
    let scale = tokens.get(at).filter(|token| token.is_word() && token.capital)?;
    let sure = if sign { Sure::Symbol } else { Sure::Word };
    Some((SCALES.get(scale.key)?, sure, at + 1))
}

/// The area behind a stroke or "per": "264/sq mi", "100 inhabitants per square mile".
fn density(tokens: &[Token], at: usize, sure: Sure) -> Option<(Id, Sure, usize)> {
    let (area, _, end) = named(tokens, at).filter(|_| tokens[at].is_word())?;
    let id = match area {
        Id::SquareKilometre => Id::PerSquareKilometre,
        Id::SquareMile => Id::PerSquareMile,
        _ => return None,
    };
    Some((id, sure, end))
}

static PEOPLE: Lexicon<(), 16> =
    Lexicon::new(&[("inhabitants people persons residents", ())]);

/// A name behind a word that says of which sort the unit is: "square miles", "sq. mi.".
fn sorted(tokens: &[Token], at: usize, sort: Sort) -> Option<(Id, Sure, usize)> {
    let hyphen = tokens.get(at + 1).is_some_and(|token| {
        matches!(token.kind, TokenKind::Mark('-' | '⋅' | '·')) && !token.spaced
    });
    let next = if hyphen { at + 2 } else { after_dot(tokens, at + 1) };
    let power = tokens.get(next).filter(|token| token.is_word())?;
    if matches!(sort, Sort::Us | Sort::Imperial)
        && let Some(sort) = SORTS.get(power.key)
    {
        return sorted(tokens, next, sort);
    }
    if sort == Sort::Horse {
        let is_power = power.key == const { key("power") };
        return is_power.then_some((Id::Horsepower, Sure::Word, next + 1));
    }
    let (base, sure) = NAMES.get(power.key)?;
    let sure = if sure == Sure::Layout { Sure::Symbol } else { sure };
    if (sort, power.span.len()) == (Sort::Square, 1) {
        return Some((Id::SquareM, sure, next + 1));
    }
    let &(_, _, id) = SORTED.iter().find(|row| (row.0, row.1) == (sort, base))?;
    Some((id, sure, next + 1))
}

/// A name of one word with the power behind it.
fn powered(tokens: &[Token], at: usize) -> Option<(Id, Sure, usize)> {
    let (id, sure) = NAMES.get(tokens[at].key)?;
    let scale = Unit::from(id).dimension() == Dimension::Temperature;
    if scale && !tokens[at].capital {
        return None;
    }
    let power = tokens.get(at + 1).filter(|token| !token.spaced);
    let power = power.and_then(|token| match token.kind {
        TokenKind::Mark('²') => Some(2),
        TokenKind::Mark('³') => Some(3),
        TokenKind::Number => token.number(),
        _ => None,
    });
    let Some(power) = power else { return Some((id, sure, at + 1)) };
    let &(_, _, id) = POWERS.iter().find(|row| (row.0, row.1) == (id, power))?;
    Some((id, Sure::Symbol, at + 2))
}

/// A unit with what it is divided by: "km/h", "miles per hour", "knots an hour".
fn over(tokens: &[Token], id: Id, sure: Sure, end: usize) -> Option<(Id, Sure, usize)> {
    let at = after_dot(tokens, end);
    let Some(next) = tokens.get(at) else { return Some((id, sure, end)) };
    let stroke = next.is('/') && tokens.get(at + 1).is_some_and(Token::is_word);
    if !stroke && !PER_WORDS.has(next.key) {
        return Some((id, sure, end));
    }
    let divisor = divisor(tokens, at + 1);
    let rate = divisor.and_then(|(per, end)| {
        Some((RATES.iter().find(|row| (row.0, row.1) == (id, per))?.2, end))
    });
    match rate {
        Some((rate, end)) => {
            let sure = if sure == Sure::Layout { Sure::Symbol } else { sure };
            Some((rate, sure, end))
        }
        None if stroke => None,
        None => Some((id, sure, end)),
    }
}

/// The time or area that a unit is over, and the token after it.
fn divisor(tokens: &[Token], at: usize) -> Option<(Per, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    if let Some(time) = PER.get(token.key) {
        return Some((time, at + 1));
    }
    let area = match SORTS.get(token.key) {
        Some(sort) => sorted(tokens, at, sort)?,
        None => powered(tokens, at)?,
    };
    match area {
        (Id::SquareInch, _, end) => Some((Per::SquareInch, end)),
        (Id::SquareCentimetre, _, end) => Some((Per::SquareCentimetre, end)),
        _ => None,
    }
}

static PER_WORDS: Lexicon<(), 8> = Lexicon::new(&[("per an a", ())]);

fn after_dot(tokens: &[Token], at: usize) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|token| token.is('.') && !token.spaced))
}

/// Whether the number before the token `at` is in digits, or ends in a word for a power of
/// ten behind digits: "1.5 million km".
fn digits(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    let digits = |token: &Token| match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark(mark) => !mark.is_ascii() && mark.is_numeric(),
        TokenKind::Word => false,
    };
    before(1).is_some_and(|last| {
        digits(last) || (TENS.has(last.key) && before(2).is_some_and(digits))
    })
}

static TENS: Lexicon<(), 16> =
    Lexicon::new(&[("hundred thousand million billion trillion", ())]);

/// Whether a short name, behind the number before `at` and up to `end`, is among signs or words that only a measure is
/// among.
fn laid_out(tokens: &[Token], at: usize, end: usize) -> bool {
    let next = tokens.get(after_dot(tokens, end));
    let opens = |token: &Token| {
        token.is('(')
            && tokens
                .get(after_dot(tokens, end) + 1)
                .is_some_and(|token| token.number().is_some() || token.is('~'))
    };
    let closes = next.is_some_and(|token| match token.kind {
        TokenKind::Mark(')' | ']' | ';' | '×') => true,
        TokenKind::Mark('(') => opens(token),
        TokenKind::Number => smaller(tokens, after_dot(tokens, end) + 1),
        _ => SIZES.has(token.key),
    });
    closes || behind_larger(tokens, at)
}

/// Whether a smaller unit stands behind the next number: "14 st 7 lb".
fn smaller(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| LESSER.has(token.key))
}

static LESSER: Lexicon<(), 16> = Lexicon::new(&[("cm in inches lb lbs pounds oz", ())]);

static SIZES: Lexicon<(), 32> =
    Lexicon::new(&[("high tall long wide broad deep thick square diameter wall", ())]);

/// Whether the number before `at` follows a larger unit: "6 ft 3".
fn behind_larger(tokens: &[Token], at: usize) -> bool {
    let Some(mut larger) = at.checked_sub(2) else { return false };
    larger -= usize::from(
        larger > 0 && matches!(tokens[larger].kind, TokenKind::Mark('.' | ',')),
    );
    LARGER.has(tokens[larger].key)
}

static LARGER: Lexicon<(), 32> =
    Lexicon::new(&[("ft feet foot st stone stones mile miles yd yds yards yard", ())]);

#[cfg(test)]
mod tests;
