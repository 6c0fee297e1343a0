//! Times of day: "5:34 a.m.", "half past seven", "15:00 GMT", "0530 hours", "noon".

use crate::{
    Unit,
    cursor::Cursor,
    expr::{Date, Time},
    lexicon::Word,
    number::cardinal,
};

/// A time of day at `i`, with the token after it.
pub(crate) fn clock(c: Cursor<'_>, i: usize) -> Option<(Time, usize)> {
    match c.word(i) {
        Word::Moment(hour) => Some((at_hour(hour, None), i + 1)),
        Word::Half | Word::Quarter => past(c, i),
        Word::Digits => figures(c, i).or_else(|| military(c, i)),
        Word::One | Word::Cardinal(_) => spelt(c, i),
        _ => None,
    }
    .map(|(time, end)| zoned(c, time, end))
}

fn at_hour(hour: u8, minute: Option<u8>) -> Time {
    Time::Clock { hour, minute, second: None, zone: None }
}

/// "5:34", "5.34 p.m.", "8 PM", "7 o'clock".
fn figures(c: Cursor<'_>, i: usize) -> Option<(Time, usize)> {
    let (hour, digits) = c.digits(i)?;
    if hour > 24
        || digits > 2
        || i > 0
            && c.tight(i)
            && !matches!(c.before(i), Word::Mark('(' | '"' | '-' | '–'))
    {
        return None;
    }
    let hour = hour as u8;
    let colon = c.mark(i + 1, ':');
    let split = colon || c.mark(i + 1, '.');
    let minute = (split && c.tight(i + 1) && c.tight(i + 2))
        .then(|| c.digits(i + 2))
        .flatten()
        .filter(|&(m, n)| n == 2 && m < 60);
    let Some((m, _)) = minute else {
        return meridiem(c, i + 1, hour)
            .or_else(|| oclock(c, i + 1).map(|end| (hour, end)))
            .map(|(hour, end)| (at_hour(hour, None), end));
    };
    let (second, end) = seconds(c, i + 3);
    let time = |hour| Time::Clock { hour, minute: Some(m as u8), second, zone: None };
    if let Some((hour, end)) = meridiem(c, end, hour) {
        return Some((time(hour), end));
    }
    let led = matches!(
        c.before(i),
        Word::At
            | Word::By
            | Word::About
            | Word::Until
            | Word::From
            | Word::To
            | Word::Between
    ) || matches!(c.word(end), Word::Zone(_));
    (colon && led).then(|| (time(hour), end))
}

fn seconds(c: Cursor<'_>, i: usize) -> (Option<u8>, usize) {
    match c.digits(i + 1) {
        Some((s, 2)) if c.mark(i, ':') && c.tight(i) && c.tight(i + 1) && s < 60 => {
            (Some(s as u8), i + 2)
        }
        _ => (None, i),
    }
}

/// "am", "p.m.": the hour of the day, and the token after it.
fn meridiem(c: Cursor<'_>, i: usize, hour: u8) -> Option<(u8, usize)> {
    let (add, end) = if let Word::Meridiem(add) = c.word(i) {
        (add, i + 1)
    } else {
        let add = match c.text(i) {
            "a" | "A" => 0,
            "p" | "P" => 12,
            _ => return None,
        };
        let dotted = c.mark(i + 1, '.') && matches!(c.text(i + 2), "m" | "M");
        if !dotted {
            return None;
        }
        (add, c.stop(i + 3))
    };
    (1..=12).contains(&hour).then_some((hour % 12 + add, end))
}

fn oclock(c: Cursor<'_>, i: usize) -> Option<usize> {
    (c.text(i).eq_ignore_ascii_case("o")
        && c.mark(i + 1, '\'')
        && c.word(i + 2) == Word::Clock)
        .then_some(i + 3)
}

/// "0530 hours", "1900 hrs".
fn military(c: Cursor<'_>, i: usize) -> Option<(Time, usize)> {
    let (n, 4) = c.digits(i)? else { return None };
    let zone = matches!(c.word(i + 1), Word::Zone(_));
    let hours = c.word(i + 1) == Word::Units(Unit::Hour) || c.text(i + 1) == "hrs";
    let led = c.text(i).starts_with('0')
        || matches!(
            c.before(i),
            Word::At | Word::By | Word::From | Word::Until | Word::About
        );
    let end = if zone { i + 1 } else { i + 2 };
    ((hours || zone) && led && n / 100 <= 24 && n % 100 < 60)
        .then(|| (at_hour((n / 100) as u8, Some((n % 100) as u8)), end))
}

/// "seven o'clock", "seven a.m.", "seven in the morning" (as far as the hour).
fn spelt(c: Cursor<'_>, i: usize) -> Option<(Time, usize)> {
    let (hour, end) = cardinal(c, i).filter(|(n, _)| (1.0..=12.0).contains(n))?;
    let hour = hour as u8;
    if let Some((hour, end)) = meridiem(c, end, hour) {
        return Some((at_hour(hour, None), end));
    }
    let minutes =
        cardinal(c, end).filter(|(n, _)| [15, 30, 45].contains(&(*n as u8)) && *n < 46.0);
    if let Some((m, at)) = minutes {
        let (hour, end) = meridiem(c, at, hour)?;
        return Some((at_hour(hour, Some(m as u8)), end));
    }
    oclock(c, end).map(|end| (at_hour(hour, None), end))
}

/// "half past seven", "a quarter to eight".
fn past(c: Cursor<'_>, i: usize) -> Option<(Time, usize)> {
    let half = c.word(i) == Word::Half;
    let to = match c.word(i + 1) {
        Word::Last | Word::After => false,
        Word::To | Word::Before => !half,
        _ => return None,
    };
    let (hour, end) = cardinal(c, i + 2).filter(|(n, _)| (1.0..=12.0).contains(n))?;
    let end = oclock(c, end).unwrap_or(end);
    let (hour, end) = meridiem(c, end, hour as u8).unwrap_or((hour as u8, end));
    Some(match (half, to) {
        (true, _) => (at_hour(hour, Some(30)), end),
        (_, false) => (at_hour(hour, Some(15)), end),
        _ => (at_hour((hour + 23) % 24, Some(45)), end),
    })
}

/// Adds the zone that follows: "GMT", "(GMT)".
fn zoned(c: Cursor<'_>, time: Time, end: usize) -> (Time, usize) {
    let Time::Clock { hour, minute, second, .. } = time else { return (time, end) };
    let zone = |z| Time::Clock { hour, minute, second, zone: Some(z) };
    match c.word(end) {
        Word::Zone(z) => (zone(z), end + 1),
        _ => (time, end),
    }
}

/// Sets the time of a date.
pub(crate) fn timed(mut date: Date, time: Time) -> Date {
    date.time = Some(time);
    date
}
