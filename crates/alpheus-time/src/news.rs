//! What news annotation takes for an expression, where it differs from a story's.
//!
//! The grammar reads expressions with all that modifies them. By the TIMEX3 guidelines, as
//! they are followed on news, "just" and "about" stay outside, "the day before the vote"
//! and "two weeks after the vote" give a day and a length, "the past year" is a length and
//! "recent weeks" too.

use crate::{
    Unit,
    cursor::Cursor,
    expr::{Date, Deixis, Expr, Frame, From, Length, Pointing, Reference, Shift},
    lexicon::Word,
    number::Amount,
    tagger::Found,
};

/// An expression as news annotation has it; `None` where it has none.
pub(crate) fn adapt(c: Cursor<'_>, found: Found) -> Option<Found> {
    let Found { start, end, expr } = found;
    let (expr, end) = match expr {
        Expr::Reference(Reference::Past) => past(c, start, end)?,
        Expr::Shift(shift) if shift.from == From::Event => {
            (Expr::Length(shift.length), end)
        }
        Expr::Date(date) => (lasting(c, start, &date).unwrap_or(expr), end),
        _ => (expr, end),
    };
    let start = match expr {
        Expr::Date(_) => after_the(c, start, &expr),
        _ => bare(c, start, end),
    };
    let (expr, end) = match expr {
        Expr::Length(length) => (Expr::Length(in_years(length)), possessive(c, end)),
        _ => (expr, end),
    };
    Some(Found { start, end, expr })
}

/// "recent weeks" is a length; "former" and "formerly" are nothing.
fn past(c: Cursor<'_>, i: usize, end: usize) -> Option<(Expr, usize)> {
    let text = c.text(i);
    if text.len() >= 6 && text[..6].eq_ignore_ascii_case("former") {
        return None;
    }
    Some(match c.word(end) {
        Word::Units(unit) => {
            let mut length = plain(Amount::Vague, unit);
            length.pointing = Some(Pointing::Last);
            (Expr::Length(length), end + 1)
        }
        _ => (Expr::Reference(Reference::Past), end),
    })
}

/// "the past year": a length, where "the last year" is a date.
fn lasting(c: Cursor<'_>, i: usize, date: &Date) -> Option<Expr> {
    let Frame::Unit(unit) = date.frame else { return None };
    let last = Some(Deixis { kind: Pointing::Last, unit });
    let past = c.word(i) == Word::The && c.text(i + 1).eq_ignore_ascii_case("past");
    if date.deixis != last || !past {
        return None;
    }
    let mut length = plain(Amount::Exact(1.0), unit);
    length.pointing = Some(Pointing::Last);
    Some(Expr::Length(length))
}

fn plain(amount: Amount, unit: Unit) -> Length {
    Length { amount, unit, more: None, modifier: None, pointing: None }
}

/// "the 20th century" without its article.
fn after_the(c: Cursor<'_>, i: usize, expr: &Expr) -> usize {
    let century =
        matches!(expr, Expr::Date(Date { frame: Frame::Century, modifier: None, .. }));
    if century && c.word(i) == Word::The { i + 1 } else { i }
}

/// Leaves out "just", "about", "just over", and "over" of "over the past year".
fn bare(c: Cursor<'_>, i: usize, end: usize) -> usize {
    let mut start = i;
    while start + 1 < end {
        let skip = match c.word(start) {
            Word::Only | Word::About => true,
            Word::Over => {
                start > i
                    || matches!(c.word(start + 1), Word::The | Word::Its | Word::These)
            }
            _ => false,
        };
        if !skip {
            break;
        }
        start += 1;
    }
    start
}

/// "a decade": ten years.
fn in_years(length: Length) -> Length {
    match (length.unit, length.amount) {
        (Unit::Decade, Amount::Exact(n)) => {
            Length { unit: Unit::Year, amount: Amount::Exact(10.0 * n), ..length }
        }
        _ => length,
    }
}

/// The apostrophe of "five years' probation".
fn possessive(c: Cursor<'_>, end: usize) -> usize {
    let plural = end > 0 && matches!(c.word(end - 1), Word::Units(_));
    let follows = c.tokens.get(end + 1).is_some_and(|t| t.spaced && t.is_word());
    if plural && c.mark(end, '\'') && c.tight(end) && follows { end + 1 } else { end }
}

/// What only news annotation takes for an expression.
pub(crate) fn own(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    if c.word(i) != Word::The {
        return None;
    }
    match c.word(i + 1) {
        Word::Unit(Unit::Day) if trading(c, i) => Some((that_day(), i + 2)),
        Word::Span if c.text(i + 2) == "being" => {
            Some((Expr::Reference(Reference::Present), i + 3))
        }
        Word::Last if c.text(i + 1) == "past" && c.before(i) == Word::Of => {
            let ends = matches!(c.word(i + 2), Word::Mark(_) | Word::And | Word::In);
            ends.then_some((Expr::Reference(Reference::Past), i + 2))
        }
        Word::Same => same_of_year(c, i + 2),
        _ => None,
    }
}

/// "for the day", "ended the day", as markets do.
fn trading(c: Cursor<'_>, i: usize) -> bool {
    let verb = c.text(i.wrapping_sub(1));
    let ends = ["end", "finish", "clos", "start", "began"];
    let led = c.before(i) == Word::For || ends.iter().any(|stem| verb.starts_with(stem));
    led && !matches!(c.word(i + 2), Word::Before | Word::After | Word::Of | Word::That)
        && !c.text(i + 2).starts_with("wh")
}

fn that_day() -> Expr {
    let unit = Unit::Day;
    Expr::Date(Date {
        frame: Frame::Unit(unit),
        deixis: Some(Deixis { kind: Pointing::That, unit }),
        ..Date::default()
    })
}

/// "the same month a year ago", "the same period last year": as fine as what was told.
fn same_of_year(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let unit = match c.word(i) {
        Word::Unit(Unit::Month | Unit::Day | Unit::Week) | Word::Quarter | Word::Span => {
            i + 1
        }
        _ => return None,
    };
    let at = if matches!(c.word(unit), Word::Of | Word::In) { unit + 1 } else { unit };
    let at = if c.word(at) == Word::The { at + 1 } else { at };
    let year = c.word(at + 1) == Word::Unit(Unit::Year);
    let end = match c.word(at) {
        Word::Last | Word::Previous if year => at + 2,
        Word::A
            if year
                && matches!(c.word(at + 2), Word::Ago | Word::Earlier | Word::Before) =>
        {
            at + 3
        }
        _ => return None,
    };
    let length = plain(Amount::Exact(12.0), Unit::Month);
    let from = From::Story;
    Some((Expr::Shift(Shift { length, forward: false, from, time: None }), end))
}
