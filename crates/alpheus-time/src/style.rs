//! What stands behind a date and tells its calendar: "Old Style", "(N.S.)"; and dates of
//! figures whose order a locale tells: "9/11", "4/7/1776".

use crate::{
    Calendar,
    cursor::Cursor,
    date::{Read, part},
    expr::Date,
    lexicon::Word,
};

/// The order of a date in figures, "4/7/1776".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// As in the United States: 7 April is 4/7.
    MonthFirst,
    /// As nearly everywhere else: 7 April is 7/4.
    DayFirst,
}

/// The calendar that the words behind a date, from token `i`, say it is given in.
pub(crate) fn style(c: Cursor<'_>, i: usize) -> Option<Calendar> {
    let i = if matches!(c.word(i), Word::Mark(',' | '(' | '[')) { i + 1 } else { i };
    let spelt = c.text(i + 1).eq_ignore_ascii_case("style");
    let short = c.mark(i + 1, '.') && c.text(i + 2) == "S" || c.text(i) == "OS";
    match c.text(i) {
        "Old" | "old" if spelt => Some(Calendar::Julian),
        "New" | "new" if spelt => Some(Calendar::Gregorian),
        "O" | "OS" if short => Some(Calendar::Julian),
        "N" if short => Some(Calendar::Gregorian),
        _ => None,
    }
}

/// "9/11", "4/7/1776", "25/12/14" in the order of a locale.
pub(crate) fn slashed(c: Cursor<'_>, i: usize, order: DateOrder) -> Option<Read> {
    let glued =
        i > 0 && c.tight(i) && matches!(c.before(i), Word::Mark('/' | '.' | '-' | '$'));
    if glued || !c.mark(i + 1, '/') || !c.tight(i + 1) || !c.tight(i + 2) {
        return None;
    }
    let (first, second) = (two_digits(c, i)?, two_digits(c, i + 2)?);
    let (month, day) = match order {
        DateOrder::MonthFirst => ((first, i), (second, i + 2)),
        DateOrder::DayFirst => ((second, i + 2), (first, i)),
    };
    if !(1..=12).contains(&month.0) || !(1..=31).contains(&day.0) {
        return None;
    }
    let mut date = Date::default();
    date.written.month = Some(part(c, month.1, month.1 + 1, month.0));
    date.written.day = Some(part(c, day.1, day.1 + 1, day.0));
    if !(c.mark(i + 3, '/') && c.tight(i + 3) && c.tight(i + 4)) {
        return Some((date, i + 3));
    }
    let year = match c.digits(i + 4)? {
        (n, 4) => n as i32,
        (n, 2) => crate::date::short_year(n as i32),
        _ => return None,
    };
    date.written.year = Some(part(c, i + 4, i + 5, year));
    Some((date, i + 5))
}

fn two_digits(c: Cursor<'_>, i: usize) -> Option<u8> {
    let (n, digits) = c.digits(i)?;
    (digits <= 2).then_some(n as u8)
}
