//! What a number is given in: the signs, names and units behind it.

use crate::{
    Measure,
    cursor::Cursor,
    money,
    reader::number::{self, Number},
    unit,
};
use alpheus_text::{Lexicon, key, numeral};

/// A number with what it is given in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    pub(crate) value: f64,
    pub(crate) step: f64,
    pub(crate) measure: Measure,
    /// What the number was multiplied by for its measure: 0.01 for cents.
    pub(crate) worth: f64,
    /// The token after the number itself.
    pub(crate) bare: usize,
    /// The token after all of it.
    pub(crate) end: usize,
}

impl Amount {
    pub(crate) fn new(number: Number, measure: Measure, end: usize) -> Self {
        let Number { value, step, end: bare } = number;
        Amount { value, step, measure, worth: 1.0, bare, end }
    }

    /// An amount that nothing else belongs to.
    pub(crate) fn of(value: f64, step: f64, measure: Measure, end: usize) -> Self {
        Amount { value, step, measure, worth: 1.0, bare: end, end }
    }

    pub(crate) fn times(self, worth: f64) -> Self {
        Amount { value: self.value * worth, step: self.step * worth, worth, ..self }
    }
}

static PERCENT: Lexicon<(), 8> = Lexicon::new(&[("percent pct", ())]);

/// The sign or words for hundredths or thousandths at `at`: how many hundredths one is, and
/// the token after. "percentage points" are no share of anything, and none.
pub(crate) fn percent(c: Cursor<'_>, at: usize) -> Option<(f64, usize)> {
    match c.mark(at) {
        Some('%') => return Some((1.0, at + 1)),
        Some('‰') => return Some((0.1, at + 1)),
        Some('-') if c.links(at, '-') && c.get(at + 1)?.is_word() => {
            return percent(c, at + 1);
        }
        Some(_) => return None,
        None => {}
    }
    if PERCENT.has(c.word(at)) {
        return Some((1.0, at + 1));
    }
    if c.is_word(at, const { key("per") }) {
        let hyphen = usize::from(c.links(at + 1, '-'));
        return HUNDRED
            .get(c.word(at + 1 + hyphen))
            .map(|share| (share, at + 2 + hyphen));
    }
    let short = c.is_word(at, const { key("p") })
        && c.links(at + 1, '.')
        && c.is_word(at + 2, const { key("c") });
    short.then_some((1.0, at + 3))
}

static HUNDRED: Lexicon<f64, 16> =
    Lexicon::new(&[("cent centum", 1.0), ("mille mil mill thousand", 0.1)]);

/// The number that begins at `at` with what stands behind it.
pub(crate) fn amount(c: Cursor<'_>, at: usize) -> Option<Amount> {
    if let Some((value, step, end)) = money::abbreviated(c, at) {
        let measure = Measure::Money(crate::Currency::Pound);
        return Some(Amount::of(value, step, measure, end));
    }
    let number = number::read(c, at)?;
    Some(behind(c, number))
}

/// A number that was read, with what stands behind it.
pub(crate) fn behind(c: Cursor<'_>, number: Number) -> Amount {
    let at = number.end;
    let hyphen = usize::from(c.links(at, '-'));
    if let Some((share, end)) = percent(c, at) {
        return Amount::new(number, Measure::Percent, end).times(share);
    }
    if let Some((currency, worth, end)) = money::name(c, at + hyphen) {
        return Amount::new(number, Measure::Money(currency), end).times(worth);
    }
    // "5-in-a-row" are no inches.
    let row =
        hyphen == 1 && c.is_word(at + 1, const { key("in") }) && c.links(at + 2, '-');
    if let Some((unit, end)) = unit::read(c.tokens, at).filter(|_| !row) {
        return Amount::new(number, Measure::Unit(unit), end);
    }
    match multiple(c, at) {
        Some(end) => Amount::new(number, Measure::Multiple, end),
        None => Amount::new(number, Measure::Count, at),
    }
}

/// Money with its sign at `at`.
pub(crate) fn signed(c: Cursor<'_>, at: usize) -> Option<Amount> {
    let currency = money::sign(c.mark(at)?)?;
    let number = number::read(c, at + 1)?.of_money(c);
    Some(Amount::new(number, Measure::Money(currency), number.end))
}

static TIMES: Lexicon<(), 8> = Lexicon::new(&[("times fold", ())]);

static COMPARED: Lexicon<(), 64> = Lexicon::new(&[(
    "as that the those its their his her what more larger greater bigger higher longer \
     smaller less fewer stronger heavier",
    (),
)]);

/// "times as many", "-fold", "to one" behind a number, and the token after it.
pub(crate) fn multiple(c: Cursor<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(c.links(at, '-'));
    if c.is_word(at, const { key("fold") }) {
        return Some(at + 1);
    }
    if TIMES.has(c.word(at)) && compares(c, at + 1) {
        return Some(at + 1);
    }
    let one = c.is_word(at + 1, const { key("one") }) || c.number(at + 1) == Some(1);
    let whole = !c.joins(at + 2, ',') && !c.joins(at + 2, '.') || !c.tight(at + 3);
    let more = c.joins(at + 2, '-') || numeral::scale(c.word(at + 2)).is_some();
    (c.is_word(at, const { key("to") }) && one && whole && !more).then_some(at + 2)
}

/// Whether a comparison stands behind a multiple.
pub(crate) fn compares(c: Cursor<'_>, at: usize) -> bool {
    COMPARED.has(c.word(at))
}
