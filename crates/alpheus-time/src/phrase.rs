//! Phrases around a date: "the end of March", "early in 1862", "late last July",
//! "the previous year", "that night", "the night of 8 February", "August of that year".

use crate::{
    Modifier, Unit,
    clock::{clock, timed},
    cursor::Cursor,
    date::{Read, date, longest, part, with_year},
    duration::closes,
    expr::{Date, Deixis, Frame, Pointing, Time},
    lexicon::{DayPart, Word},
    number::ordinal,
};

/// A point of time at `i`, with what modifies it.
pub(crate) fn phrase(c: Cursor<'_>, i: usize) -> Option<Read> {
    match c.word(i) {
        Word::Early | Word::Late | Word::Mid | Word::Later | Word::Earlier => {
            staged(c, i).or_else(|| position(c, i)).or_else(|| point(c, i))
        }
        Word::The | Word::Its => {
            longest([position(c, i), staged_after_the(c, i), point(c, i)])
        }
        Word::Start | Word::End | Word::Latter => position(c, i),
        Word::Half => longest([position(c, i), point(c, i)]),
        Word::Circa | Word::About => approximate(c, i),
        _ => point(c, i),
    }
}

/// "the early summer", "the late 1920s": "the early part of" is a position.
fn staged_after_the(c: Cursor<'_>, i: usize) -> Option<Read> {
    matches!(c.word(i + 1), Word::Early | Word::Late | Word::Mid)
        .then(|| staged(c, i + 1))
        .flatten()
}

/// "ca. 466 BC", "about 1900".
fn approximate(c: Cursor<'_>, i: usize) -> Option<Read> {
    let at = if c.word(i) == Word::Circa { c.stop(i + 1) } else { i + 1 };
    let short = c.text(i).len() == 1;
    if short && at == i + 1 {
        return None;
    }
    let (mut date, end) = point(c, at)?;
    let year = date.written.year.is_some() && date.written.month.is_none();
    if c.word(i) == Word::About && !year {
        return None;
    }
    date.modifier = date.modifier.or(Some(Modifier::Approx));
    Some((date, end))
}

/// "early 1943", "mid-September", "late in the summer", "early the next morning".
fn staged(c: Cursor<'_>, i: usize) -> Option<Read> {
    let modifier = match c.word(i) {
        Word::Early => Some(Modifier::Start),
        Word::Mid => Some(Modifier::Mid),
        Word::Late => Some(Modifier::End),
        Word::Later | Word::Earlier => None,
        _ => return None,
    };
    let mut at = if c.dash(i + 1) { i + 2 } else { i + 1 };
    if matches!(c.word(at), Word::To | Word::Or)
        && matches!(c.word(at + 1 + usize::from(c.dash(at + 1))), Word::Late | Word::Mid)
    {
        return None;
    }
    let joined = matches!(c.word(at), Word::In | Word::On | Word::Of);
    if joined {
        at += 1;
    }
    if modifier.is_none()
        && !joined
        && c.word(at) != Word::This
        && c.word(at) != Word::That
        && c.word(at) != Word::The
        && c.word(at) != Word::Today(0)
    {
        return None;
    }
    let (mut date, end) = inner(c, at, joined)?;
    if !joined && c.word(at) == Word::The && date.time.is_none() && date.deixis.is_none()
    {
        return None;
    }
    date.modifier = modifier.or(date.modifier);
    Some((date, end))
}

/// What a modifier may stand before: a point, or a bare unit after "of".
fn inner(c: Cursor<'_>, i: usize, bare: bool) -> Option<Read> {
    let (found, unit) = (point(c, i), if bare { bare_unit(c, i) } else { None });
    // "the rest of 496 and 495 BC"
    let first = if bare { crate::range::first_end(c, i) } else { None };
    longest([found, unit, first])
}

/// "the year", "year" after "the end of".
fn bare_unit(c: Cursor<'_>, i: usize) -> Option<Read> {
    let at = if c.word(i) == Word::The { i + 1 } else { i };
    let Word::Unit(unit) = c.word(at) else { return None };
    Some((pointed_unit(Pointing::The, unit), at + 1))
}

fn pointed_unit(kind: Pointing, unit: Unit) -> Date {
    Date {
        frame: Frame::Unit(unit),
        deixis: Some(Deixis { kind, unit }),
        ..Date::default()
    }
}

/// "the end of 1943", "the latter part of the year", "the second half of 2008".
fn position(c: Cursor<'_>, i: usize) -> Option<Read> {
    let at = if matches!(c.word(i), Word::The | Word::Its) { i + 1 } else { i };
    let at = if c.word(at) == Word::Very { at + 1 } else { at };
    let (place, of) = place(c, at)?;
    if c.word(of) != Word::Of {
        return None;
    }
    let (mut date, end) = inner(c, of + 1, true)?;
    match place {
        Place::Modifier(modifier) => date.modifier = Some(modifier),
        Place::Rest => {}
        Place::Frame(frame) => {
            if matches!(date.frame, Frame::Century | Frame::Decade { .. }) {
                date.modifier = Some(edge(frame));
                return Some((date, end));
            }
            if date.frame != Frame::Fields && !matches!(date.frame, Frame::Unit(_)) {
                return None;
            }
            date.of_year = date.frame == Frame::Unit(Unit::Year);
            date.frame = frame;
        }
    }
    Some((date, end))
}

/// Where in its century a half or a quarter lies.
fn edge(frame: Frame) -> Modifier {
    match frame {
        Frame::Half(1) | Frame::Quarter(1) => Modifier::Start,
        Frame::Quarter(2 | 3) => Modifier::Mid,
        _ => Modifier::End,
    }
}

enum Place {
    Modifier(Modifier),
    Frame(Frame),
    Rest,
}

fn place(c: Cursor<'_>, i: usize) -> Option<(Place, usize)> {
    match c.word(i) {
        Word::Start => return Some((Place::Modifier(Modifier::Start), i + 1)),
        Word::End => return Some((Place::Modifier(Modifier::End), i + 1)),
        Word::Mid if c.word(i + 1) == Word::Of => {
            return Some((Place::Modifier(Modifier::Mid), i + 1));
        }
        Word::Rest => return Some((Place::Rest, i + 1)),
        _ => {}
    }
    let (n, at) = match c.word(i) {
        Word::Early => (1, i + 1),
        Word::Mid => (0, i + 1),
        Word::Late | Word::Latter | Word::Later | Word::Last | Word::Final => (-1, i + 1),
        _ => ordinal(c, i).and_then(|(n, end)| Some((i8::try_from(n).ok()?, end)))?,
    };
    let edge = match n {
        0 => Modifier::Mid,
        1 => Modifier::Start,
        _ => Modifier::End,
    };
    let place = match c.word(at) {
        Word::Part if n < 2 => Place::Modifier(edge),
        Word::Units(_) if n < 2 => Place::Modifier(edge),
        Word::Half if n <= 2 => Place::Frame(Frame::Half(if n == 1 { 1 } else { 2 })),
        Word::Quarter if n <= 4 => {
            Place::Frame(Frame::Quarter(if n < 1 { 4 } else { n as u8 }))
        }
        Word::Unit(Unit::Week) if n <= 5 => Place::Frame(Frame::WeekOf(n)),
        Word::Unit(Unit::Day) if n <= 31 && n > 0 => {
            Place::Frame(Frame::Nth(n as u32, Unit::Day))
        }
        Word::Unit(Unit::Day) => Place::Modifier(Modifier::End),
        _ => return None,
    };
    Some((place, at + 1))
}

/// A point of time: a written date or a pointed one, with its part of the day.
fn point(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (date, end) = longest([
        date(c, i),
        pointed(c, i),
        day_part(c, i),
        timed_date(c, i),
        quarter(c, i),
    ])?;
    Some(tail(c, date, end))
}

/// "the fourth quarter", "third-quarter", "the final quarter of 2009".
fn quarter(c: Cursor<'_>, i: usize) -> Option<Read> {
    let at = if matches!(c.word(i), Word::The | Word::Its) { i + 1 } else { i };
    let (n, after) = match c.word(at) {
        Word::Final => (4, at + 1),
        _ => ordinal(c, at)?,
    };
    let after = if c.dash(after) { after + 1 } else { after };
    if c.word(after) != Word::Quarter
        || !(1..=4).contains(&n)
        || c.word(after + 1) == Word::Unit(Unit::Century)
    {
        return None;
    }
    let date = Date { frame: Frame::Quarter(n as u8), ..Date::default() };
    Some(with_year(c, date, after + 1))
}

/// What may follow a point: "night", "of that year", "of 8 February".
fn tail(c: Cursor<'_>, mut date: Date, mut end: usize) -> Read {
    let dayish = date.written.day.is_some()
        || date.written.weekday.is_some()
        || matches!(date.deixis, Some(Deixis { kind: Pointing::Day(_), .. }));
    if dayish
        && date.time.is_none()
        && let Word::DayPart(part) = c.word(end)
    {
        date.time = Some(Time::Part(part));
        end += 1;
    }
    if c.word(end) == Word::Of && date.written.year.is_none() {
        if date.time.is_some() && !dayish {
            if let Some((mut day, after)) = dated_part(c, end + 1) {
                day.time = date.time;
                day.modifier = date.modifier.or(day.modifier);
                return (day, after);
            }
        } else if let Some((year, after)) = pointed(c, end + 1)
            && date.deixis.is_none()
            && matches!(year.frame, Frame::Unit(_))
            && date != Date::default()
        {
            date.deixis = year.deixis;
            date.of_year = true;
            return (date, after);
        }
    }
    if let Some((year, after)) = of_year(c, end)
        && fits_year(&date)
    {
        date.deixis = year.deixis;
        date.of_year = true;
        return (date, after);
    }
    (date, end)
}

/// The "last year" of "May last year".
fn of_year(c: Cursor<'_>, i: usize) -> Option<Read> {
    let points = matches!(c.word(i), Word::Last | Word::This | Word::Next);
    (points && c.word(i + 1) == Word::Unit(Unit::Year)).then(|| pointed(c, i)).flatten()
}

/// Whether a date lacks nothing but its year.
fn fits_year(date: &Date) -> bool {
    let part =
        matches!(date.frame, Frame::Season(_) | Frame::Quarter(_) | Frame::Half(_));
    (date.written.month.is_some() || part)
        && date.written.year.is_none()
        && date.deixis.is_none()
        && date.time.is_none()
}

/// The date of "the night of 8 February", "the morning of the 7th".
fn dated_part(c: Cursor<'_>, i: usize) -> Option<Read> {
    if let Some((date, end)) = date(c, i)
        && (date.written.day.is_some() || date.written.weekday.is_some())
    {
        return Some((date, end));
    }
    let at = if c.word(i) == Word::The { i + 1 } else { i };
    let (n, end) = ordinal(c, at)
        .or_else(|| c.digits(at).filter(|d| d.1 < 3).map(|(n, _)| (n as u32, at + 1)))?;
    if !(1..=31).contains(&n) {
        return None;
    }
    let mut date = Date::default();
    date.written.day = Some(part(c, at, end, n as u8));
    Some((date, end))
}

/// "5:34 AM", "9:34 p.m., March 19", "15:00 GMT Saturday".
fn timed_date(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (time, end) = clock(c, i)?;
    let mut at = c.comma(end);
    if c.word(at) == Word::On {
        at += 1;
    }
    let day = longest([date(c, at), pointed(c, at)]).filter(|(d, _)| {
        d.time.is_none()
            && (d.written.day.is_some()
                || d.written.weekday.is_some()
                || matches!(d.deixis, Some(Deixis { kind: Pointing::Day(_), .. })))
    });
    Some(match day {
        Some((day, mut end)) => {
            let mut time = time;
            if let (Time::Clock { zone, .. }, Word::Zone(z)) = (&mut time, c.word(end)) {
                *zone = Some(z);
                end += 1;
            }
            (timed(day, time), end)
        }
        None => (timed(Date::default(), time), end),
    })
}

/// "at night", "dawn", "the early morning hours", "this morning".
fn day_part(c: Cursor<'_>, i: usize) -> Option<Read> {
    let the = matches!(c.word(i), Word::The | Word::A);
    let mut at = if the { i + 1 } else { i };
    let modifier = match c.word(at) {
        Word::Early => Some(Modifier::Start),
        Word::Late => Some(Modifier::End),
        Word::Mid => Some(Modifier::Mid),
        _ => None,
    };
    if modifier.is_some() {
        at += if c.dash(at + 1) { 2 } else { 1 };
    }
    let Word::DayPart(part) = c.word(at) else {
        return (c.word(at) == Word::Tonight && !the)
            .then(|| (today(0, Some(DayPart::Night)), at + 1));
    };
    let named = c.tokens[at].capital && at > 0 && c.tokens[at - 1].capital && !the;
    if named && c.before(at) == Word::Other {
        return None;
    }
    // "the dawn of freedom"
    if part == DayPart::Dawn
        && c.word(at + 1) == Word::Of
        && dated_part(c, at + 2).is_none()
    {
        return None;
    }
    let end = match c.word(at + 1) {
        Word::Units(Unit::Hour) => at + 2,
        Word::Mark('-') if c.word(at + 2) == Word::Span => at + 3,
        _ => at + 1,
    };
    let mut date = timed(Date::default(), Time::Part(part));
    date.modifier = modifier;
    Some((date, end))
}

fn today(days: i8, part: Option<DayPart>) -> Date {
    Date {
        deixis: Some(Deixis { kind: Pointing::Day(days), unit: Unit::Day }),
        time: part.map(Time::Part),
        ..Date::default()
    }
}

/// "last year", "that same day", "the previous June", "this spring", "the day before".
fn pointed(c: Cursor<'_>, i: usize) -> Option<Read> {
    if let Word::Today(days) = c.word(i) {
        return Some((today(days, None), i + 1));
    }
    let (kind, at, bare) = pointer(c, i)?;
    let at =
        if c.word(at) == Word::Very || c.word(at) == Word::One { at + 1 } else { at };
    if bare && let Some(found) = the_day_before(c, at) {
        return Some(found);
    }
    if bare && let Some(found) = nth(c, at) {
        return Some(found);
    }
    head(c, at, kind, bare)
}

/// The word that points, the token after it, and whether it is a bare article.
fn pointer(c: Cursor<'_>, i: usize) -> Option<(Pointing, usize, bool)> {
    let det = match c.word(i) {
        Word::The | Word::Its => Some(Pointing::The),
        Word::This => Some(Pointing::This),
        Word::That => Some(Pointing::That),
        _ => None,
    };
    let at = if det.is_some() { i + 1 } else { i };
    let kind = match c.word(at) {
        Word::Same => Pointing::Same,
        Word::Last => Pointing::Last,
        Word::Previous => Pointing::Previous,
        Word::Next => Pointing::Next,
        Word::Following => Pointing::Following,
        Word::Current => Pointing::This,
        _ => return det.map(|kind| (kind, at, kind == Pointing::The)),
    };
    Some((kind, at + 1, false))
}

/// "the day before", "the year after", "the day following".
fn the_day_before(c: Cursor<'_>, i: usize) -> Option<Read> {
    let kind = match c.word(i + 1) {
        Word::Before | Word::Previous => Pointing::Previous,
        Word::After | Word::Following => Pointing::Following,
        _ => return None,
    };
    let (date, end) = head(c, i, kind, false)?;
    let end =
        if closes(c, end + 1) || c.word(end) == Word::Following { end + 1 } else { end };
    Some((date, end))
}

/// "the third day", "the final day", "the third evening".
fn nth(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (n, at) = match c.word(i) {
        Word::Final => (u32::MAX, i + 1),
        _ => ordinal(c, i)?,
    };
    match c.word(at) {
        Word::Anniversary => Some((pointed_unit(Pointing::Same, Unit::Day), at + 1)),
        Word::Unit(Unit::Year) if c.word(at + 1) == Word::Anniversary => {
            Some((pointed_unit(Pointing::Same, Unit::Day), at + 2))
        }
        Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year))
            if n > 1 =>
        {
            Some((Date { frame: Frame::Nth(n, unit), ..Date::default() }, at + 1))
        }
        Word::DayPart(part) => Some((
            Date {
                frame: Frame::Nth(n, Unit::Day),
                time: Some(Time::Part(part)),
                ..Date::default()
            },
            at + 1,
        )),
        _ => None,
    }
}

/// The noun pointed at.
fn head(c: Cursor<'_>, i: usize, kind: Pointing, bare: bool) -> Option<Read> {
    let deixis = |unit| Some(Deixis { kind, unit });
    let at = if c.word(i) == Word::Fiscal { i + 1 } else { i };
    match c.word(at) {
        Word::Unit(unit) if !bare => {
            let date = Date {
                frame: Frame::Unit(unit),
                deixis: deixis(unit),
                ..Date::default()
            };
            Some((date, at + 1))
        }
        Word::Quarter if !bare && kind != Pointing::That => {
            let unit = Unit::Quarter;
            let date = Date {
                frame: Frame::Unit(unit),
                deixis: deixis(unit),
                ..Date::default()
            };
            Some((date, at + 1))
        }
        Word::Weekend => {
            let date = Date {
                frame: Frame::Weekend,
                deixis: deixis(Unit::Week),
                ..Date::default()
            };
            Some((date, at + 1))
        }
        Word::DayPart(DayPart::Dawn) if bare && c.word(at + 1) == Word::Of => None,
        Word::DayPart(part) => {
            let mut date = timed(Date::default(), Time::Part(part));
            date.deixis = deixis(Unit::Day);
            Some((date, at + 1))
        }
        Word::Season(_)
        | Word::Month(_)
        | Word::MonthShort(_)
        | Word::Weekday(_)
        | Word::Feast => {
            let (mut date, end) = date(c, at)?;
            if bare && date.written.month.is_some() {
                return None;
            }
            if date.written.year.is_none() && !bare {
                date.deixis = deixis(match date.frame {
                    Frame::Season(_) | Frame::Holiday(_) => Unit::Year,
                    _ if date.written.month.is_some() => Unit::Year,
                    _ => Unit::Week,
                });
            }
            Some((date, end))
        }
        _ => None,
    }
}
