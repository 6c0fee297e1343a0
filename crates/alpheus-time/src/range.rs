//! Two ends of one stretch: "from June 14 to 19", "4–10 July", "1918–19", "499–493 BC".
//!
//! The ends are expressions of their own. What one of them leaves out stands in the other,
//! so the grammar looks one connector ahead (for the first end) or back (for the second).

use crate::{
    RangeKind, Unit,
    cursor::Cursor,
    date::{Read, century, century_number, date, era, part},
    expr::{Date, Expr, Frame},
    lexicon::Word,
    number::ordinal,
};

/// What joins two ends: the token after it, and how the range is written if it is one.
/// "and" and "or" join without making a range unless "between" opened it.
pub(crate) fn connector(
    c: Cursor<'_>,
    i: usize,
    opener: Word,
) -> Option<(usize, Option<RangeKind>)> {
    let kind = match c.word(i) {
        Word::Mark('-' | '–') => {
            let end = if c.dash(i + 1) { i + 2 } else { i + 1 };
            return Some((end, Some(RangeKind::Dash)));
        }
        Word::Mark('/') if iso_days(c, i) => Some(RangeKind::Dash),
        Word::To | Word::Until if opener == Word::From => Some(RangeKind::FromTo),
        Word::To => Some(RangeKind::Dash),
        Word::And if opener == Word::Between => Some(RangeKind::Between),
        Word::And | Word::Or => None,
        _ => return None,
    };
    Some((i + 1, kind))
}

/// The slash of "2004-02-01/2005-02-08".
fn iso_days(c: Cursor<'_>, i: usize) -> bool {
    i > 1
        && c.mark(i - 2, '-')
        && c.mark(i + 2, '-')
        && (i - 1..i + 3).all(|k| c.tight(k))
}

/// The first end at `i` where the second has what it lacks: "4" of "4–10 July", "2nd" of
/// "2nd or 3rd century BC", "499" of "499–493 BC".
pub(crate) fn first_end(c: Cursor<'_>, i: usize) -> Option<Read> {
    let the = if c.word(i) == Word::The { i + 1 } else { i };
    day_of_range(c, the)
        .or_else(|| century_of_range(c, the))
        .or_else(|| bc_of_range(c, the))
}

fn day_of_range(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (day, end) = small(c, i)?;
    let (second, _) = connector(c, end, Word::From)?;
    let second = if c.word(second) == Word::The { second + 1 } else { second };
    small(c, second)?;
    let (other, _) = date(c, second)?;
    let dated = other.written.day.is_some() && other.written.month.is_some();
    if !dated || matches!(c.before(i), Word::Month(_)) {
        return None;
    }
    let mut first = Date::default();
    first.written.day = Some(part(c, i, end, day));
    Some((first, end))
}

/// A number that may be a day of the month: "14", "14th", "the fourteenth".
fn small(c: Cursor<'_>, i: usize) -> Option<(u8, usize)> {
    if let Some((n, end)) = ordinal(c, i) {
        return (1..=31).contains(&n).then_some((n as u8, end));
    }
    let (n, digits) = c.digits(i)?;
    let glued = i > 0
        && c.tight(i)
        && matches!(c.word(i - 1), Word::Mark('.' | ',' | ':' | '$' | '£'));
    ((1..=31).contains(&n) && digits <= 2 && !glued).then_some((n as u8, i + 1))
}

fn century_of_range(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (n, end) = century_number(c, i)?;
    let (second, _) = connector(c, end, Word::From)?;
    let second = if c.word(second) == Word::The { second + 1 } else { second };
    let (other, _) = century(c, second)?;
    let bc = other.written.century.is_some_and(|part| part.value < 0);
    let mut first = Date { bc, frame: Frame::Century, ..Date::default() };
    first.written.century =
        Some(part(c, i, end, if bc { -(n as i32) } else { n as i32 }));
    Some((first, end))
}

fn bc_of_range(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (n, digits) = c.digits(i)?;
    if digits > 4 || n == 0 {
        return None;
    }
    let (second, _) = connector(c, i + 1, Word::From)?;
    c.digits(second)?;
    let (true, _) = era(c, second + 1)? else { return None };
    let mut first = Date { bc: true, ..Date::default() };
    first.written.year = Some(part(c, i, i + 1, 1 - n as i32));
    Some((first, i + 1))
}

/// The second end at `i` of what `first` began: "19" of "June 14 to 19", of "1918–19".
pub(crate) fn second_end(
    c: Cursor<'_>,
    i: usize,
    first: &Expr,
    kind: Option<RangeKind>,
) -> Option<Read> {
    let Expr::Date(first) = first else { return None };
    if first.written.day.is_some() && first.written.month.is_some() {
        return day_after(c, i);
    }
    let dash = kind == Some(RangeKind::Dash) && i > 0 && c.dash(i - 1) && c.tight(i);
    match first.written.year {
        Some(year) if dash && !first.bc => short_year_after(c, i, year.value),
        _ => None,
    }
}

/// A bare day that takes its month from the day before it.
fn day_after(c: Cursor<'_>, i: usize) -> Option<Read> {
    let i = if c.word(i) == Word::The { i + 1 } else { i };
    let (day, end) = small(c, i)?;
    let counted = matches!(
        c.word(end),
        Word::Unit(_)
            | Word::Units(_)
            | Word::Meridiem(_)
            | Word::Mark(':' | '%')
            | Word::Of
            | Word::Month(_)
            | Word::MonthShort(_)
            | Word::Scale
    );
    let noun = matches!(c.word(end), Word::Other | Word::Counted)
        && c.tokens.get(end).is_some_and(|t| t.is_word() && !t.starts_sentence);
    let capital = c.tokens.get(end).is_some_and(|t| t.capital);
    // "May 4 and 5 men", "May 4 and the 5th Corps", "May 4 and the second from June 1"
    let other = match c.word(i) {
        Word::Digits if end == i + 1 => noun && !capital,
        Word::Digits => noun,
        _ => !matches!(c.word(end), Word::Mark(_)),
    };
    if counted || other {
        return None;
    }
    let mut second = Date::default();
    second.written.day = Some(part(c, i, end, day));
    if c.mark(end, ',')
        && let Some((year, 4)) = c.digits(end + 1)
        && (1000..2200).contains(&year)
    {
        second.written.year = Some(part(c, end + 1, end + 2, year as i32));
        return Some((second, end + 2));
    }
    Some((second, end))
}

/// "19" after "1918–", "8" after "1804–".
fn short_year_after(c: Cursor<'_>, i: usize, year: i32) -> Option<Read> {
    let (n, digits) = c.digits(i)?;
    let base = match digits {
        1 => 10,
        2 => 100,
        _ => return None,
    };
    if c.tight(i + 1) && c.tokens.get(i + 1).is_some_and(|t| t.is_word() || t.is('-')) {
        return None;
    }
    let value = year - year.rem_euclid(base) + n as i32;
    if value <= year {
        return None;
    }
    let mut second = Date::default();
    second.written.year = Some(part(c, i, i + 1, value));
    Some((second, i + 1))
}

/// Whether a date without a year takes it from the next one: "May 7 and June 15, 1941".
pub(crate) fn waits(first: &Date, next: &Date) -> bool {
    let open = first.written.year.is_none() && first.deixis.is_none();
    let dated = next.written.year.is_some();
    let fits = first.written.month.is_some()
        || first.written.day.is_some()
        || matches!(first.frame, Frame::Season(_));
    let same = first.written.month.is_none() && next.written.month.is_some();
    open && fits && (dated || same)
}

/// Whether a unit is finer than a day.
pub(crate) fn of_the_day(unit: Unit) -> bool {
    unit < Unit::Day
}
