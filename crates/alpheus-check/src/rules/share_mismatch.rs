//! A percentage does not fit its part and its whole.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_number::{Figure, Hedge, Interval, Measure};
use alpheus_read::{Assertion, Share};

declare_rule! {
    /// ## What it does
    /// Compares a percentage or a fraction with the part and the whole that it is told of.
    ///
    /// ## Why it matters
    /// Three figures of which two give the third: a slip in any of them shows.
    ///
    /// ## Example
    /// > Of the ships, 155 of 209 (74.5%) came home.
    ///
    /// 155 of 209 is 74.16%.
    ///
    /// ## When it stays silent
    /// - It is not said what the percentage is a share of, or that may be something else:
    ///   undecided, unless the figures fit.
    /// - The rounding of the three figures explains it.
    /// - It is off by no more than one in its last place, or rounded to fives: a note.
    /// - "nearly", "over", "about": what is a little below, above, or about it fits. Much
    ///   less or more does not, and is a warning.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: no finding.
    /// Of 9 shares changed in such texts it found 5, and missed those that only stand near
    /// their part and whole.
    pub(crate) static SHARE_MISMATCH = {
        name: "share-mismatch",
        code: "N003",
        summary: "a percentage does not fit its part and its whole",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Share(share) = &statement.assertion {
            compare(account, share, sheet);
        }
    }
}

fn compare(account: &Account<'_>, told: &Share, sheet: &mut Sheet<'_>) {
    let Share { part, whole, share, against, doubt } = *told;
    let spans = vec![share.span, part.span, whole.span];
    let percent = percent(share);
    let reckoned = allowed(part) / allowed(whole) * 100.0;
    let value = 100.0 * part.value / whole.value;
    let line = format!(
        "{} / {} = {}%",
        plain::number(part.value),
        plain::number(whole.value),
        plain::number(value)
    );
    let of_both = allowed(part) / (allowed(part) + allowed(whole)) * 100.0;
    if within(percent, share).meets(reckoned)
        || against && within(percent, share).meets(of_both)
    {
        return sheet.holds(&SHARE_MISMATCH, spans, line);
    }
    if let Some(reason) = doubt {
        return sheet.undecided(&SHARE_MISMATCH, spans, reason);
    }
    let words = account.doc.slice(share.span);
    let far = hedged(share).meets(reckoned);
    let near = Interval::around(percent, slack(share)).meets(reckoned);
    let gives = percent / 100.0 * whole.value;
    let needs = part.value / (percent / 100.0);
    let [part_words, whole_words] =
        [part, whole].map(|figure| plain::number(figure.value));
    sheet.conflict(
        &SHARE_MISMATCH,
        Conflict {
            message: format!(
                "{part_words} of {whole_words} is {}%, {} {words}",
                plain::number(value),
                if far { "far from" } else { "not" },
            ),
            labels: vec![
                Label::new(share.span, "this share"),
                Label::new(part.span, "the part"),
                Label::new(whole.span, "the whole"),
            ],
            proof: vec![line],
            help: Some(format!(
                "{words} of {whole_words} would be {}; {part_words} is {words} of {}",
                plain::number(gives.round()),
                plain::number(needs.round()),
            )),
            at_most: match (near, far) {
                (true, _) => Some(Level::Note),
                (_, true) => Some(Level::Warning),
                _ => None,
            },
        },
    );
}

/// The share in hundredths.
fn percent(share: Figure) -> f64 {
    if share.measure == Measure::Fraction { share.value * 100.0 } else { share.value }
}

/// What rounding allows a part or a whole: half of the last place that is not zero, but not so
/// much that one figure could stand for another. Below a hundred, things are counted.
fn allowed(figure: Figure) -> Interval {
    const COUNTED: f64 = 100.0;
    /// The most that is taken off or added, as a share of the figure.
    const MOST: f64 = 0.05;
    let place = figure.place();
    if !figure.is_plain() || figure.value < COUNTED || place <= figure.step {
        return figure.interval();
    }
    Interval::around(figure.value, (place / 2.0).min(figure.value * MOST))
}

/// What a share stands for, with a hedge taken at its word but no farther than the next
/// round share.
fn within(percent: f64, share: Figure) -> Interval {
    let half = half_step(share);
    let room = room(share);
    let Interval { low, high } = Interval::around(percent, half)
        .hull(Interval::around(if share.is_range() { share.to } else { percent }, half));
    match share.hedge {
        Hedge::Plain | Hedge::Exactly => Interval { low, high },
        Hedge::About => Interval { low: low - room, high: high + room },
        Hedge::Over | Hedge::AtLeast => Interval { low, high: high + room },
        Hedge::Nearly | Hedge::Under | Hedge::AtMost => {
            Interval { low: low - room, high }
        }
    }
}

/// What a hedge says, taken literally.
fn hedged(share: Figure) -> Interval {
    share.interval() * if share.measure == Measure::Fraction { 100.0 } else { 1.0 }
}

/// Half of the last place; of a fraction, to the half of the way to the next with twice its
/// denominator.
fn half_step(share: Figure) -> f64 {
    if share.measure == Measure::Fraction { share.step * 25.0 } else { share.step / 2.0 }
}

/// How far the next round share is.
fn room(share: Figure) -> f64 {
    match share.measure {
        Measure::Fraction => share.step * 100.0,
        _ if share.step >= 1.0 && share.value % 10.0 == 0.0 => 10.0,
        _ if share.step >= 1.0 && share.value % 5.0 == 0.0 => 5.0,
        _ => 2.0 * share.step,
    }
}

/// How far off a share may be to be only carelessly rounded.
fn slack(share: Figure) -> f64 {
    let fives = share.step >= 1.0 && share.value % 5.0 == 0.0;
    if fives { 2.5 } else { 2.0 * half_step(share) }
}
