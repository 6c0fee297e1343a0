//! Parts do not add up to their total.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
    slip::{self, Slip},
};
use alpheus_number::{Figure, Hedge, Measure};
use alpheus_read::{Addition, Assertion, Bond, Sum};
use alpheus_text::Span;
use std::collections::BTreeSet;

declare_rule! {
    /// ## What it does
    /// Adds up the parts that a sentence, or two neighbouring ones, give of a total.
    ///
    /// ## Why it matters
    /// A figure was misprinted or copied wrongly, or a part was left out.
    ///
    /// ## Example
    /// > The loss was 129 killed, 448 wounded and 226 missing; total, 830.
    ///
    /// 129 + 448 + 226 = 803, not 830.
    ///
    /// ## When it stays silent
    /// - A list that need not be complete: "including", "of whom 12 were killed, 40 wounded". It
    ///   is wrong only if three or more parts pass the whole, if it is closed by an "and" and
    ///   nearly comes out (of money or acres, very nearly: only the chief sources of a revenue
    ///   are told), or if two digits that changed places, or one digit, explain the
    ///   difference.
    /// - A part of a part ("40 wounded, 12 of them badly") and a figure of something else ("with
    ///   156 guns") are not added.
    /// - If any sensible choice of the figures around makes the total, it holds.
    /// - Decimals and millions are allowed their rounding; a difference that round figures
    ///   ("4,000", "about 250") would explain is undecided, as are bounds and ranges.
    /// - A thing that is named without a figure ("and a brig") may count one.
    ///
    /// ## Measured precision
    /// On 8.2 million words of unmodified text, 13 findings, every one a sum that the text itself
    /// gets wrong; 42 of 56 planted slips found.
    pub(crate) static SUM_MISMATCH = {
        name: "sum-mismatch",
        code: "N001",
        summary: "parts do not add up to their total",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    let mut told = BTreeSet::new();
    for statement in &account.reading.statements {
        if let Assertion::Sum(sum) = &statement.assertion {
            compare(sum, &mut told, sheet);
        }
    }
}

/// A total further off than this factor is likely that of something else.
const FAR: f64 = 3.0;
/// Where the parts are likely but not surely all, the total is no further off ...
const CLOSE: f64 = 1.25;
/// ... and where it is of money, or of acres, no further above them: of a revenue, the chief
/// sources are told, of men and ships all.
const MOST_SHORT: f64 = 1.03;
/// A rough figure is off no further.
const NEAR: f64 = 1.3;

fn compare(sum: &Sum, told: &mut BTreeSet<Span>, sheet: &mut Sheet<'_>) {
    let Some(first) = sum.readings.first() else { return };
    let likely = &sum.readings[..sum.likely.min(sum.readings.len())];
    let rule = &SUM_MISMATCH;
    if let Some(fits) = sum.readings.iter().find(|reading| off(reading) <= room(reading))
    {
        sheet.holds(rule, spans(fits), equation(fits));
    } else if likely.iter().any(|reading| is_single_short(sum, reading)) {
        sheet.undecided(rule, spans(first), "a part may be named without a figure");
    } else if let Some(reason) = sum.doubt {
        sheet.undecided(rule, spans(first), reason);
    } else if let Some((reading, slip)) = slip(sum.bond, likely) {
        // Two words may speak of one total: "of whom 54 were killed, leaving 356".
        if told.insert(reading.total.span) {
            sheet.conflict(rule, conflict(reading, Some(slip)));
        }
    } else if sum.bond == Bond::Loose {
    } else if first.parts.iter().any(|part| is_same(part.value, first.total.value)) {
        sheet.undecided(
            rule,
            spans(first),
            "the total may be one of the parts told again",
        );
    } else if is_open(first) {
        sheet.undecided(rule, spans(first), "a figure is told as a bound or a range");
    } else if sum.readings.iter().any(|reading| off(reading) <= give(reading)) {
        sheet.undecided(rule, spans(first), "a figure may be rounded");
    } else if is_plainly_wrong(sum.bond, first) {
        if told.insert(first.total.span) {
            sheet.conflict(rule, conflict(first, None));
        }
    } else {
        sheet.undecided(rule, spans(first), "the parts may not be all");
    }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < f64::EPSILON * one.abs()
}

/// "four sloops, a brig and three gunboats; in all eight".
fn is_single_short(sum: &Sum, reading: &Addition) -> bool {
    let short = reading.total.value - made(reading);
    short > 0.0 && short <= f64::from(sum.singles)
}

/// The reading that a slip of the pen would explain. One unit may be a thing named without
/// a figure, so where the figures are not surely all, more must be missing.
fn slip(bond: Bond, likely: &[Addition]) -> Option<(&Addition, (Span, f64, Slip))> {
    const SINGLE: f64 = 2.0;
    let off_enough = |reading: &&Addition| match bond {
        Bond::Firm => true,
        _ => off(reading) > SINGLE && off(reading) > give(reading),
    };
    likely
        .iter()
        .filter(off_enough)
        .filter(|reading| !is_open(reading))
        .find_map(|reading| Some((reading, slip_in(reading, bond)?)))
}

/// Whether a sum that does not come out leaves no other way to read it.
fn is_plainly_wrong(bond: Bond, reading: &Addition) -> bool {
    let (made, total) = (made(reading), reading.total.value);
    let rough = figures(reading).any(|figure| !figure.is_plain());
    let over = reading.parts.iter().any(|part| part.value > total);
    let far = if rough { NEAR } else { FAR };
    if over || is_product(reading) || made > total * far || total > made * far {
        return false;
    }
    match bond {
        Bond::Firm => true,
        Bond::Closed => {
            let counted = reading.total.measure == Measure::Count;
            let short = if counted { CLOSE } else { MOST_SHORT };
            made < total * CLOSE && total < made * short
        }
        // Two parts may overlap: "ten became bishops, and four archbishops".
        _ => made > total && reading.parts.len() > 2,
    }
}

/// "three rows of 13, 39 in all".
fn is_product(reading: &Addition) -> bool {
    let is_total = |value: f64| (value - reading.total.value).abs() < 0.5;
    reading.parts.windows(2).any(|two| is_total(two[0].value * two[1].value))
}

fn made(reading: &Addition) -> f64 {
    reading.parts.iter().map(|part| part.value).sum()
}

fn off(reading: &Addition) -> f64 {
    (made(reading) - reading.total.value).abs()
}

fn figures(reading: &Addition) -> impl Iterator<Item = &Figure> {
    reading.parts.iter().chain([&reading.total])
}

/// How far a sum may be off because its figures are written with decimals, or in millions.
fn room(reading: &Addition) -> f64 {
    const MAGNITUDE: f64 = 1e5;
    let coarse = |figure: &&Figure| figure.step < 1.0 || figure.step >= MAGNITUDE;
    let steps: f64 =
        figures(reading).filter(coarse).map(|figure| figure.step / 2.0).sum();
    steps * (1.0 + 1e-9) + reading.total.value.abs() * 1e-9
}

/// How far it may be off because some figures look rounded: "4,000", "about 250".
fn give(reading: &Addition) -> f64 {
    const ROUGHLY: f64 = 0.1;
    let is_round = |figure: &&Figure| {
        figure.place() >= 100.0 && figure.value.abs() < 100.0 * figure.place()
    };
    let is_rough =
        |figure: &&Figure| !matches!(figure.hedge, Hedge::Plain | Hedge::Exactly);
    let round = || figures(reading).filter(is_round);
    let place = round().map(Figure::place).fold(f64::INFINITY, f64::min);
    let rounding: f64 = round().map(|_| place / 2.0).sum();
    let rough: f64 = figures(reading).filter(is_rough).map(|f| f.value.abs()).sum();
    room(reading) + rounding + rough * ROUGHLY
}

/// Whether one of its figures may be any number above or below.
fn is_open(reading: &Addition) -> bool {
    figures(reading).any(|figure| {
        figure.is_range()
            || matches!(
                figure.hedge,
                Hedge::Over | Hedge::AtLeast | Hedge::Under | Hedge::AtMost
            )
    })
}

/// The slip of the pen that would explain why a sum of whole numbers does not come out.
fn slip_in(reading: &Addition, bond: Bond) -> Option<(Span, f64, Slip)> {
    let excess = made(reading) - reading.total.value;
    let digits = if bond >= Bond::Closed { 2 } else { 3 };
    let meant = |figure: &Figure, value: f64| {
        let slip = slip::between(figure.value, value, digits)?;
        Some((figure.span, value, slip))
    };
    if room(reading) > 0.4 {
        return None;
    }
    meant(&reading.total, made(reading)).or_else(|| {
        reading.parts.iter().find_map(|part| meant(part, part.value - excess))
    })
}

fn spans(reading: &Addition) -> Vec<Span> {
    let parts = reading.parts.iter().map(|part| part.span);
    [reading.total.span].into_iter().chain(parts).collect()
}

/// "2,834 + 13,700 + 6,643 = 23,177".
fn equation(reading: &Addition) -> String {
    let parts: Vec<_> =
        reading.parts.iter().map(|part| plain::number(part.value)).collect();
    format!("{} = {}", parts.join(" + "), plain::number(made(reading)))
}

fn conflict(reading: &Addition, slip: Option<(Span, f64, Slip)>) -> Conflict {
    let [total, made] = [reading.total.value, made(reading)].map(plain::number);
    let mut labels = vec![Label::new(reading.total.span, "this total")];
    labels.extend(reading.parts.iter().map(|part| Label::new(part.span, "a part")));
    let help = slip.map(|(_, value, slip)| {
        let value = plain::number(value);
        match slip {
            Slip::Swapped => {
                format!("with two digits changed round, {value}, it comes out")
            }
            Slip::OneDigit => format!("with one digit changed, {value}, it comes out"),
        }
    });
    Conflict {
        message: format!("the parts make {made}, not {total}"),
        labels,
        proof: vec![equation(reading), format!("the text says {total}")],
        help,
        at_most: None,
    }
}
