//! Dates written for machines: ISO 8601 ("2004-06-15T10:30Z") and extended dates of EDTF
//! ("195X", "1984~", "2004-XX"), read by [`edtf`](crate::edtf).
//!
//! An extended date is taken for one only where it has an "X" or a "~": "1984?" ends a
//! question, "1904-06" is a range of years, "12%" a share.

use crate::{
    Field, Modifier, Point,
    cursor::Cursor,
    date::{Read, part},
    edtf::Edtf,
    expr::{Date, Frame, Time},
    lexicon::Word,
};

/// A date for machines at `i`.
pub(crate) fn machine(c: Cursor<'_>, i: usize) -> Option<Read> {
    iso(c, i).or_else(|| extended(c, i))
}

/// "1940-05-10", "1940/05/10", with a time of day behind "T".
fn iso(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (year, 4) = c.digits(i)? else { return None };
    let sign = c.word(i + 1);
    if !matches!(sign, Word::Mark('-' | '/')) || c.word(i + 3) != sign {
        return None;
    }
    let ((month, 2), (day, 2)) = (c.digits(i + 2)?, c.digits(i + 4)?) else {
        return None;
    };
    let close = (i + 1..=i + 4).all(|k| c.tight(k));
    if !close || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let mut date = Date::default();
    date.written.year = Some(part(c, i, i + 1, year as i32));
    date.written.month = Some(part(c, i + 2, i + 3, month as u8));
    date.written.day = Some(part(c, i + 4, i + 5, day as u8));
    let Some((time, end)) = time(c, i + 5) else { return Some((date, i + 5)) };
    date.time = Some(time);
    Some((date, end))
}

/// "T10:30", "T10:30:00Z".
fn time(c: Cursor<'_>, i: usize) -> Option<(Time, usize)> {
    let pair = |at: usize, limit: u64| {
        let (n, 2) = c.digits(at)? else { return None };
        (c.tight(at) && n < limit).then_some(n as u8)
    };
    if c.text(i) != "T" || !c.tight(i) || !c.mark(i + 2, ':') {
        return None;
    }
    let (hour, minute) = (pair(i + 1, 25)?, pair(i + 3, 60)?);
    let second = if c.mark(i + 4, ':') { pair(i + 5, 61) } else { None };
    let end = if second.is_some() { i + 6 } else { i + 4 };
    let utc = c.text(end) == "Z" && c.tight(end);
    let zone = utc.then_some(0);
    let time = Time::Clock { hour, minute: Some(minute), second, zone };
    Some((time, end + usize::from(utc)))
}

/// "195X", "1984~", "2004-06-XX".
fn extended(c: Cursor<'_>, i: usize) -> Option<Read> {
    let glued =
        i > 0 && c.tight(i) && !matches!(c.before(i), Word::Mark('(' | '"' | '['));
    let (_, 2..=4) = c.digits(i)? else { return None };
    let mut end = i + 1;
    while c.tight(end) && piece(c, end) {
        end += 1;
    }
    let marked = (i + 1..end).any(|k| c.mark(k, '~') || c.tokens[k].is_word());
    let apart =
        !c.tight(end) || !c.tokens.get(end).is_some_and(alpheus_text::Token::is_word);
    if glued || !marked || !apart {
        return None;
    }
    let text = c.text_of(i, end);
    let about = text.ends_with('~');
    let mut known = text.trim_end_matches('~');
    while let Some(head) = known.strip_suffix("-XX") {
        known = head;
    }
    let Ok(Edtf::Date(read)) = known.parse::<Edtf>() else { return None };
    let mut date = fields(c, (i, end), read.point()?)?;
    date.modifier = about.then_some(Modifier::Approx);
    Some((date, end))
}

fn piece(c: Cursor<'_>, i: usize) -> bool {
    match c.word(i) {
        Word::Digits | Word::Mark('-' | '~') => true,
        _ => !c.text(i).is_empty() && c.text(i).bytes().all(|b| b == b'X'),
    }
}

/// A point as the fields of a written date.
fn fields(c: Cursor<'_>, (from, to): (usize, usize), point: Point) -> Option<Date> {
    let mut date = Date::default();
    match point.field {
        Field::Century => {
            date.frame = Frame::Century;
            date.written.century = Some(part(c, from, to, point.year / 100 + 1));
            return (point.year > 0).then_some(date);
        }
        Field::Decade => {
            date.frame = Frame::Decade { first: point.year, short: false };
            return Some(date);
        }
        Field::Year => {}
        Field::Month(month) => date.written.month = Some(part(c, from, to, month)),
        Field::Day { month, day } => {
            date.written.month = Some(part(c, from, to, month));
            date.written.day = Some(part(c, from, to, day));
        }
        _ => return None,
    }
    date.written.year = Some(part(c, from, to, point.year));
    Some(date)
}
