//! A measure against what it is said to be in another unit.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_number::{Figure, Hedge, Interval, Unit, unit::Dimension};
use alpheus_read::{Assertion, Conversion};

declare_rule! {
    /// ## What it does
    /// Converts a measure and compares it with what the text says it is in another unit.
    ///
    /// ## Why it matters
    /// A digit was misprinted, or the measure was converted by the wrong factor.
    ///
    /// ## Example
    /// > The wall runs for 84 miles (118 km) from coast to coast.
    ///
    /// 84 miles are 135.2 kilometres.
    ///
    /// ## When it stays silent
    /// - Either figure may be rounded from the other: "about 50 yards (45 m)", "8.15 km² (3 sq
    ///   mi)"; zeros at the end may be rounding, and "about" has room.
    /// - A name of several units fits by one of them: a ton may be long, short or metric, a
    ///   league one of many.
    /// - Degrees may be told of a temperature or of a difference.
    /// - Two measures of one thing that convert nothing: another dimension, or a distance
    ///   beside a distance.
    ///
    /// ## Measured precision
    pub(crate) static CONVERSION_MISMATCH = {
        name: "conversion-mismatch",
        code: "N007",
        summary: "a measure and its conversion differ",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Conversion(conversion) = &statement.assertion {
            compare(conversion, sheet);
        }
    }
}

fn compare(conversion: &Conversion, sheet: &mut Sheet<'_>) {
    let (given, converted) = (conversion.given, conversion.converted);
    let spans = vec![converted.0.span, given.0.span];
    if let Some(doubt) = conversion.doubt {
        sheet.undecided(&CONVERSION_MISMATCH, spans, doubt);
        return;
    }
    let readings = readings(given.1, converted.1);
    let sum = sum(conversion, &readings[0]);
    if readings.iter().any(|reading| reading.fits(given.0, converted.0)) {
        sheet.holds(&CONVERSION_MISMATCH, spans, sum);
    } else {
        sheet.conflict(&CONVERSION_MISMATCH, conflict(conversion, &readings, sum));
    }
}

/// One way to convert one unit to another.
#[derive(Clone, Copy)]
struct Reading {
    factor: f64,
    /// What is added behind the factor, for scales of temperature.
    plus: f64,
}

impl Reading {
    fn apply(self, amount: f64) -> f64 {
        amount * self.factor + self.plus
    }

    fn undo(self, amount: f64) -> f64 {
        (amount - self.plus) / self.factor
    }

    fn image(self, amount: Interval) -> Interval {
        Interval::new(self.apply(amount.low), self.apply(amount.high))
    }

    fn fits(self, given: Figure, converted: Figure) -> bool {
        let ends = |figure: Figure| [figure.value, figure.to];
        let [a, b] = [ends(given), ends(converted)];
        (0..2).all(|end| self.end_fits((given, a[end]), (converted, b[end])))
    }

    /// Whether two numbers agree: one is rounded from the other, or both are from a third.
    fn end_fits(self, given: (Figure, f64), converted: (Figure, f64)) -> bool {
        let around = |(figure, value): (Figure, f64), by: fn(&Figure) -> f64| {
            Interval::around(value, by(&figure))
        };
        let fits = |a, b| self.image(around(given, a)).meets(around(converted, b));
        fits(exact, rounded) || fits(rounded, exact) || fits(cut, cut)
    }
}

fn exact(_: &Figure) -> f64 {
    0.0
}

/// How far off a figure may be that is rounded at its last zeros.
fn rounded(figure: &Figure) -> f64 {
    /// No one rounds farther than this share without saying so.
    const FAR: f64 = 0.1;
    let far = FAR * size(figure);
    let least = if figure.hedge == Hedge::About { far } else { figure.step / 2.0 };
    (figure.place() / 2.0).min(far).max(least)
}

/// How far off a figure may be that is cut at its last digit, a five for one.
fn cut(figure: &Figure) -> f64 {
    /// Figures in fives, as of winds, are both rounded from a third.
    const FIVES: f64 = 0.025;
    let place = figure.place();
    let fives = if (size(figure) / place) % 10.0 == 5.0 { 5.0 * place } else { place };
    (fives / 2.0).min(FIVES * size(figure)).max(figure.step / 2.0)
}

fn size(figure: &Figure) -> f64 {
    figure.value.abs().max(figure.to.abs())
}

/// All ways to convert, the likeliest first.
fn readings(from: Unit, to: Unit) -> Vec<Reading> {
    let mut all = Vec::new();
    for i in 0..from.readings() {
        for j in 0..to.readings() {
            let at = |amount| to.of_basic(j, from.basic(i, Interval::point(amount))).low;
            let (zero, one) = (at(0.0), at(1.0));
            all.push(Reading { factor: one - zero, plus: zero });
        }
    }
    if from.dimension() == Dimension::Temperature {
        all.push(Reading { factor: all[0].factor, plus: 0.0 });
    }
    all
}

/// "84 miles = 135.2 kilometres".
fn sum(conversion: &Conversion, reading: &Reading) -> String {
    let (given, unit) = conversion.given;
    let amount = |value| plain::number(value);
    let (mut from, mut to) = (amount(given.value), rough(reading.apply(given.value)));
    if given.is_range() {
        from = format!("{from} to {}", amount(given.to));
        to = format!("{to} to {}", rough(reading.apply(given.to)));
    }
    format!("{from} {} = {to} {}", unit.name(), conversion.converted.1.name())
}

/// A number to four digits.
fn rough(value: f64) -> String {
    if value == 0.0 {
        return plain::number(value);
    }
    let digits = 3.0 - value.abs().log10().floor();
    let scale = 10_f64.powi(digits.max(0.0) as i32);
    plain::number((value * scale).round() / scale)
}

fn conflict(conversion: &Conversion, readings: &[Reading], sum: String) -> Conflict {
    let ((given, unit), (converted, other)) = (conversion.given, conversion.converted);
    let back = readings[0].undo(converted.value);
    let mut proof = vec![sum];
    if readings.len() > 1 {
        proof.push(format!("no other kind of {} or {} fits", unit.name(), other.name()));
    }
    let [amount, told] = [given.value, converted.value].map(plain::number);
    Conflict {
        message: format!(
            "{amount} {} are {} {}, not {told}",
            unit.name(),
            rough(readings[0].apply(given.value)),
            other.name()
        ),
        labels: vec![
            Label::new(
                converted.span,
                format!("would be {} {}", rough(back), unit.name()),
            ),
            Label::new(given.span, "the measure that it converts"),
        ],
        proof,
        help: None,
        at_most: None,
    }
}
