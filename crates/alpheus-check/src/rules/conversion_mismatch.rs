//! A measure against what it is said to be in another unit.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_number::{Figure, Hedge, Interval, Measure, unit::Dimension};
use alpheus_read::{Assertion, Conversion};
use alpheus_text::Document;

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
    /// - Either figure may be rounded or cut from the other: "about 50 yards (45 m)",
    ///   "8.15 km² (3 sq mi)"; zeros at the end may be rounding, and "about" has room.
    /// - Both are rounded to fives from a third: winds of 125 mph (205 km/h).
    /// - A name of several units fits by one of them: a ton may be long, short or metric, a
    ///   league one of many.
    /// - Degrees may be told of a temperature or of a difference.
    /// - Two measures of one thing that convert nothing: another dimension, or a distance
    ///   beside a distance.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles, with 450
    /// conversions: one finding, a slip of the article (2,000 hectares as 200 km²). Of 30
    /// conversions changed in such texts it found 30.
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
            compare(account.doc, conversion, sheet);
        }
    }
}

fn compare(doc: &Document, conversion: &Conversion, sheet: &mut Sheet<'_>) {
    let (given, converted) = (conversion.given, conversion.converted);
    let spans = vec![converted.span, given.span];
    if let Some(doubt) = conversion.doubt {
        sheet.undecided(&CONVERSION_MISMATCH, spans, doubt);
        return;
    }
    let readings = readings(given.measure, converted.measure);
    let fits = readings.iter().find(|reading| reading.fits(given, converted));
    let sum = |reading: &Reading| {
        let [low, high] = [given.value, given.to].map(|end| reading.apply(end));
        let from =
            if given.is_range() { format!("{} to ", short(low)) } else { String::new() };
        format!("{} = {from}{}", words(doc, &given), said(high, converted.measure))
    };
    if let Some(reading) = fits {
        sheet.holds(&CONVERSION_MISMATCH, spans, sum(reading));
    } else {
        let proof = readings.iter().map(sum).collect();
        sheet.conflict(&CONVERSION_MISMATCH, conflict(doc, conversion, proof));
    }
}

/// A measure in the words of the text.
fn words(doc: &Document, figure: &Figure) -> String {
    let words: Vec<_> = doc.slice(figure.span).split_whitespace().collect();
    let sign = |c: char| c.is_alphabetic() || c == '°';
    let lone = if figure.in_words {
        words.len() == 1
    } else {
        !words.iter().any(|word| word.contains(sign))
    };
    let words = words.join(" ");
    match figure.measure {
        // The unit stands behind another figure of a list.
        Measure::Unit(unit) if lone => format!("{words} {}", unit.name()),
        _ => words,
    }
}

/// A computed measure.
fn said(amount: f64, measure: Measure) -> String {
    match measure {
        Measure::Unit(unit) => format!("{} {}", short(amount), unit.name()),
        _ => format!("£{}", plain::number(amount)),
    }
}

/// A number to four digits.
fn short(amount: f64) -> String {
    let digits = if amount == 0.0 { 0.0 } else { 3.0 - amount.abs().log10().floor() };
    let scale = 10_f64.powf(digits);
    plain::number((amount * scale).round() / scale)
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

    fn image(self, amount: Interval) -> Interval {
        Interval::new(self.apply(amount.low), self.apply(amount.high))
    }

    fn fits(self, given: Figure, converted: Figure) -> bool {
        let ends = |figure: Figure| [figure.value, figure.to];
        let [a, b] = [ends(given), ends(converted)];
        (0..2).all(|end| self.end_fits((given, a[end]), (converted, b[end])))
    }

    /// Whether two numbers agree: one is rounded or cut from the other, or both are rounded
    /// from a third.
    fn end_fits(self, given: (Figure, f64), converted: (Figure, f64)) -> bool {
        let allowed = |(figure, value): (Figure, f64), by: Room| {
            Interval::point(value) + by(&figure)
        };
        WAYS.iter()
            .any(|&(a, b)| self.image(allowed(given, a)).meets(allowed(converted, b)))
    }
}

/// What may be added to a figure.
type Room = fn(&Figure) -> Interval;

/// How the two figures of a conversion may come from each other.
static WAYS: [(Room, Room); 5] =
    [(exact, rounded), (rounded, exact), (exact, cut), (cut, exact), (fives, fives)];

fn exact(_: &Figure) -> Interval {
    Interval::point(0.0)
}

/// A figure whose further digits were left away.
fn cut(figure: &Figure) -> Interval {
    /// More than this is not left away.
    const LITTLE: f64 = 0.05;
    Interval::new(0.0, figure.step.min(LITTLE * size(figure)))
}

/// A figure that is rounded, at its last zeros too.
fn rounded(figure: &Figure) -> Interval {
    /// How far zeros at the end may be off: no one calls 64 a hundred.
    const ZEROS: f64 = 0.1;
    /// How far "about" reaches where the other figure is there to be looked at.
    const ABOUT: f64 = 0.05;
    let about = if figure.hedge == Hedge::About { ABOUT * size(figure) } else { 0.0 };
    let zeros = (figure.place() / 2.0).min(ZEROS * size(figure));
    Interval::around(0.0, zeros.max(figure.step / 2.0).max(about))
}

/// A figure that is rounded at its last digit, to fives if that is one, as those of winds are.
fn fives(figure: &Figure) -> Interval {
    /// Both are rounded then, so neither may be far off.
    const NEAR: f64 = 0.025;
    let place = figure.place();
    let last = (size(figure) / place).round() % 10.0;
    let ends_in_five = (last - 5.0).abs() < 0.5;
    let by = if ends_in_five { 5.0 * place } else { place } / 2.0;
    Interval::around(0.0, by.min(NEAR * size(figure)).max(figure.step / 2.0))
}

fn size(figure: &Figure) -> f64 {
    figure.value.abs().max(figure.to.abs())
}

/// All ways to convert, the likeliest first.
fn readings(from: Measure, to: Measure) -> Vec<Reading> {
    let (Measure::Unit(from), Measure::Unit(to)) = (from, to) else {
        return vec![Reading { factor: 1.0, plus: 0.0 }];
    };
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

fn conflict(doc: &Document, conversion: &Conversion, mut proof: Vec<String>) -> Conflict {
    let (given, converted) = (conversion.given, conversion.converted);
    let likeliest = proof[0].split_once(" = ").map_or("", |(_, amount)| amount);
    let [from, told] = [given, converted].map(|figure| words(doc, &figure));
    let message = format!("{from} is {likeliest}, not {told}");
    let back = readings(converted.measure, given.measure)[0].apply(converted.value);
    proof.dedup();
    Conflict {
        message,
        labels: vec![
            Label::new(converted.span, format!("would be {}", said(back, given.measure))),
            Label::new(given.span, "the measure that it converts"),
        ],
        proof,
        help: None,
        at_most: None,
    }
}
