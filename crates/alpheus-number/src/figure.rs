//! A figure: its value as written, and what its rounding and its hedge allow.

use crate::{Interval, Unit};
use alpheus_text::Span;

/// A number in a text, in digits or in words, with the unit or sign that it is given in.
///
/// # Example: what a figure allows
/// ```
/// use alpheus_number::{Hedge, Interval, figures};
/// use alpheus_text::Document;
/// let read = figures(&Document::plain("memo", "more than 6 million, out of 9.5 million"));
/// assert_eq!(read[0].hedge, Hedge::Over);
/// assert_eq!(read[0].interval().high, f64::INFINITY);
/// assert_eq!(read[1].interval(), Interval::new(9_450_000.0, 9_550_000.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The number with its sign and unit, without the words that hedge it.
    pub span: Span,
    /// Its value; of a range ("4 to 5 million") the less, which is told first.
    pub value: f64,
    /// The second value of a range; [`value`](Self::value) where it is none.
    pub to: f64,
    /// The worth of the last place written: 1 in "23,186", 0.1 in "74.5", 1,000,000 in
    /// "4 million", 1000 in "twenty thousand", 100 in "two hundred", 1 in "a hundred and
    /// fifty", 12 in "two dozen"; of a fraction the part ("3½": 0.5, "two-thirds": a third).
    pub step: f64,
    /// How it is hedged.
    pub hedge: Hedge,
    /// What it is given in.
    pub measure: Measure,
    /// Whether it is written in words.
    pub in_words: bool,
}

/// How exactly a figure is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// Without a word on it.
    #[default]
    Plain,
    /// "exactly", "precisely".
    Exactly,
    /// "about", "some", "roughly".
    About,
    /// "more than", "over", a plus sign behind.
    Over,
    /// "at least", "no fewer than".
    AtLeast,
    /// "nearly", "almost", "close to": a little less.
    Nearly,
    /// "less than", "under".
    Under,
    /// "up to", "at most", "no more than".
    AtMost,
}

/// What a figure is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Nothing: a count of what the noun behind it names, or a bare number.
    Count,
    /// Hundredths; per mille is turned into them.
    Percent,
    /// Money; pounds, shillings and pence are turned into pounds.
    Money(Currency),
    /// A unit of measure.
    Unit(Unit),
    /// A fraction of something: "two-thirds", "a quarter".
    Fraction,
    /// A multiple: "twice", "three times", "threefold".
    Multiple,
    /// A place in a row: "21st", "third".
    Ordinal,
}

/// A currency, told by its sign or its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// £.
    Pound,
    /// $.
    Dollar,
    /// €.
    Euro,
    /// francs.
    Franc,
    /// marks.
    Mark,
    /// roubles.
    Rouble,
    /// livres.
    Livre,
    /// thalers.
    Thaler,
    /// florins, guilders.
    Florin,
    /// crowns, kroner.
    Crown,
    /// ducats.
    Ducat,
    /// lire.
    Lira,
    /// pesetas.
    Peseta,
    /// rupees.
    Rupee,
    /// yen.
    Yen,
    /// złoty.
    Zloty,
    /// Another, by its sign or name.
    Other,
}

impl Hedge {
    /// "about", "over"; none for what is told without a word on it.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Hedge::Plain => return None,
            Hedge::Exactly => "exactly",
            Hedge::About => "about",
            Hedge::Over => "over",
            Hedge::AtLeast => "at least",
            Hedge::Nearly => "nearly",
            Hedge::Under => "under",
            Hedge::AtMost => "at most",
        })
    }
}

impl Currency {
    /// Its name in the singular.
    pub const fn name(self) -> &'static str {
        match self {
            Currency::Pound => "pound",
            Currency::Dollar => "dollar",
            Currency::Euro => "euro",
            Currency::Franc => "franc",
            Currency::Mark => "mark",
            Currency::Rouble => "rouble",
            Currency::Livre => "livre",
            Currency::Thaler => "thaler",
            Currency::Florin => "florin",
            Currency::Crown => "crown",
            Currency::Ducat => "ducat",
            Currency::Lira => "lira",
            Currency::Peseta => "peseta",
            Currency::Rupee => "rupee",
            Currency::Yen => "yen",
            Currency::Zloty => "zloty",
            Currency::Other => "other",
        }
    }
}

impl Figure {
    /// What the figure allows as it is written.
    ///
    /// A count or a sum of money written out to the last digit is itself; "exactly" makes any
    /// number so. What is measured, decimals and magnitudes ("60 per cent", "74.5", "4 million")
    /// stand for all numbers that round to them, a hedge opens or widens that: "about" to a
    /// fifth either way, "nearly" to a fifth below.
    pub fn interval(&self) -> Interval {
        self.hedged(if self.is_exact() { 0.0 } else { self.step / 2.0 })
    }

    /// Whether it is told to the last one, or the last penny.
    #[expect(clippy::float_cmp, reason = "a step of one is never reckoned")]
    fn is_exact(&self) -> bool {
        match self.measure {
            Measure::Count | Measure::Ordinal => self.step == 1.0,
            Measure::Money(_) => self.step <= 1.0,
            _ => false,
        }
    }

    /// What the figure allows if the zeros that it ends in may come from rounding: "13,700" is
    /// all from 13,650 to 13,750.
    pub fn rounded(&self) -> Interval {
        self.hedged(self.place() / 2.0)
    }

    /// The worth of the last place that is not zero, at least [`step`](Self::step).
    pub fn place(&self) -> f64 {
        let whole = self.value.abs().max(self.to.abs());
        let tens = self.step.log10();
        if (tens - tens.round()).abs() > 1e-9 {
            // Inches of a foot, pence of a pound: no digits.
            return self.step;
        }
        let mut place = self.step;
        while place < whole && (whole / (place * 10.0)).fract() == 0.0 {
            place *= 10.0;
        }
        place
    }

    /// Whether it stands for one number, as far as its digits go: no range and no hedge.
    pub fn is_plain(&self) -> bool {
        matches!(self.hedge, Hedge::Plain | Hedge::Exactly) && !self.is_range()
    }

    /// Whether it looks like a year: four bare digits from 1000 to 2100 that count nothing
    /// which is named with them.
    #[expect(clippy::float_cmp, reason = "a step of one is never reckoned")]
    pub fn may_be_year(&self) -> bool {
        self.measure == Measure::Count
            && !self.in_words
            && self.span.len() == 4
            && self.step == 1.0
            && !self.is_range()
            && (1000.0..=2100.0).contains(&self.value)
    }

    /// Whether it is a range.
    #[expect(clippy::float_cmp, reason = "one of them is the other's copy")]
    pub fn is_range(&self) -> bool {
        self.to != self.value
    }

    fn hedged(&self, by: f64) -> Interval {
        /// How far "about" and "nearly" reach, as a share of the figure.
        const ROUGHLY: f64 = 0.2;
        let Interval { low, high } =
            Interval::around(self.value, by).hull(Interval::around(self.to, by));
        let rough = ROUGHLY * high.abs();
        match self.hedge {
            Hedge::Plain => Interval { low, high },
            Hedge::Exactly => Interval::new(self.value, self.to),
            Hedge::About => Interval { low: low - rough, high: high + rough },
            Hedge::Over | Hedge::AtLeast => Interval { low, high: f64::INFINITY },
            Hedge::Nearly => Interval { low: low - rough, high },
            Hedge::Under | Hedge::AtMost => Interval { low: f64::NEG_INFINITY, high },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value: f64, step: f64, hedge: Hedge) -> Figure {
        Figure {
            span: Span::new(0, 1),
            value,
            to: value,
            step,
            hedge,
            measure: Measure::Count,
            in_words: false,
        }
    }

    #[test]
    fn zeros_may_be_rounded() {
        let losses = figure(13_700.0, 1.0, Hedge::Plain);
        assert_eq!(losses.interval(), Interval::point(13_700.0));
        assert_eq!(losses.rounded(), Interval::new(13_650.0, 13_750.0));
        assert_eq!(figure(0.0, 1.0, Hedge::Plain).rounded(), Interval::around(0.0, 0.5));
        assert!((figure(81.5, 0.1, Hedge::Plain).place() - 0.1).abs() < 1e-12);
    }

    #[test]
    fn hedges_open_and_widen() {
        let over = figure(6e6, 1e6, Hedge::Over).interval();
        assert_eq!((over.low, over.high), (5.5e6, f64::INFINITY));
        let about = figure(100.0, 1.0, Hedge::About).interval();
        assert_eq!((about.low, about.high), (80.0, 120.0));
        assert_eq!(figure(4e6, 1e6, Hedge::Exactly).interval(), Interval::point(4e6));
    }
}
