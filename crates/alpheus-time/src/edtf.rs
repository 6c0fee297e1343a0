//! Extended dates: ISO 8601-2:2019, annex A, levels 0 to 2, as far as they name points and
//! intervals of the calendar.
//!
//! `1984?` (uncertain), `156X-12-25` (unspecified digits), `1985/..` (open), `2001-21`
//! (spring 2001), `Y-17E7` (a long year), `1950S2` (two significant digits),
//! `[1667,1668,1670..1672]` (one of a set), `{1960,1961-12}` (all of a set). The form
//! is that of the Library of Congress's specification of 2019,
//! <https://www.loc.gov/standards/datetime/>. Times of day keep their hour, minute, second
//! and zone as they stand.
//!
//! # Example: there and back, and what it allows
//! ```
//! use alpheus_time::{Calendar, edtf::Edtf};
//! let edtf: Edtf = "1918-11/1919-06-28~".parse()?;
//! assert_eq!(edtf.to_string(), "1918-11/1919-06-28~");
//! let interval = edtf.interval().expect("both ends are days of the calendar");
//! assert_eq!(interval.begin.0, Calendar::Gregorian.day(1918, 11, 1).expect("exists"));
//! # Ok::<(), alpheus_time::edtf::Error>(())
//! ```

use crate::{
    Calendar, Field, Interval, Point, Season,
    interval::{EARLIEST, LATEST},
};
use std::{fmt, str::FromStr};

mod parse;
mod print;

/// Why a string is no extended date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ErrorKind {
    Year,
    Month,
    Day,
    Time,
    Set,
    Trailing,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            ErrorKind::Year => "expected a year",
            ErrorKind::Month => "expected a month (01 to 12) or a season (21 to 41)",
            ErrorKind::Day => "expected a day (01 to 31)",
            ErrorKind::Time => "expected a time of day (HH:MM:SS)",
            ErrorKind::Set => "expected dates with commas and a closing bracket",
            ErrorKind::Trailing => "something follows the date",
        };
        write!(f, "{what} at byte {}", self.at)
    }
}

impl std::error::Error for Error {}

/// What is said of how far a date can be trusted: `?`, `~`, `%`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualifier {
    /// `?`: its source is in doubt.
    pub uncertain: bool,
    /// `~`: it is about right.
    pub approximate: bool,
}

/// A number of which some digits may be unspecified (`X`): `156X`, `1X`, `XX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digits {
    /// The digits, an unspecified one as 0.
    value: u32,
    /// Which digits are unspecified, the last digit in bit 0.
    unknown: u8,
    /// How many digits are written.
    width: u8,
}

impl Digits {
    /// A number all digits of which are given.
    pub fn known(value: u32, width: u8) -> Digits {
        Digits { value, unknown: 0, width }
    }

    /// The least and greatest number that it may stand for.
    pub fn range(self) -> (u32, u32) {
        let nines: u32 = (0..8)
            .filter(|i| self.unknown >> i & 1 == 1)
            .map(|i| 9 * 10_u32.pow(i))
            .sum();
        (self.value, self.value + nines)
    }
}

/// A year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// Four digits, with a sign: `-0043`, `156X`.
    Plain {
        /// Before the year 0.
        negative: bool,
        /// Its digits.
        digits: Digits,
        /// `S2`: how many digits are significant.
        significant: Option<u8>,
    },
    /// `Y` and a number that may have an exponent: `Y170000002`, `Y-17E7`, `Y3388E2S3`.
    Long {
        /// The number.
        mantissa: i64,
        /// `E7`: times ten to this.
        exponent: Option<u8>,
        /// `S3`: how many digits are significant.
        significant: Option<u8>,
    },
}

/// A piece of a date with the qualifiers that stand directly before and after it.
///
/// After it they hold for it and all that is to its left; before it for it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Qualified<T> {
    /// The piece.
    pub value: T,
    /// What stands before it.
    pub before: Qualifier,
    /// What stands after it.
    pub after: Qualifier,
}

/// A time of day, kept as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// Hour, minute, second.
    pub time: (u8, u8, u8),
    /// The shift from UTC: `Z` is `Some(Zone::Utc)`.
    pub zone: Option<Zone>,
}

/// A shift from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// `Z`.
    Utc,
    /// `+05` or `+05:30`, with the minutes if they are written.
    Shift {
        /// West of UTC.
        negative: bool,
        /// Hours.
        hours: u8,
        /// Minutes, if written.
        minutes: Option<u8>,
    },
}

/// A date as fine as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year.
    pub year: Qualified<Year>,
    /// A month (01 to 12) or a part of the year (21 to 41).
    pub month: Option<Qualified<Digits>>,
    /// A day.
    pub day: Option<Qualified<Digits>>,
    /// A time of day.
    pub clock: Option<Clock>,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// A date.
    At(Date),
    /// Nothing: there is an end, not known.
    Unknown,
    /// `..`: there is no end.
    Open,
}

/// A member of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// A date.
    One(Date),
    /// `a..b`, with either end missing for "and before", "and after".
    Run(Option<Date>, Option<Date>),
}

/// An extended date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date.
    Date(Date),
    /// `a/b`.
    Interval(End, End),
    /// `[a,b..c]`: one of them.
    OneOf(Vec<Member>),
    /// `{a,b..c}`: all of them.
    AllOf(Vec<Member>),
}

impl Year {
    /// The least and greatest astronomical year that it may stand for; `None` beyond `i32`.
    pub fn range(self) -> Option<(i32, i32)> {
        let (low, high, significant) = match self {
            Year::Plain { negative, digits, significant } => {
                let (min, max) = digits.range();
                let (min, max) = (i64::from(min), i64::from(max));
                let (low, high) = if negative { (-max, -min) } else { (min, max) };
                (low, high, significant)
            }
            Year::Long { mantissa, exponent, significant } => {
                let power = 10_i64.checked_pow(u32::from(exponent.unwrap_or(0)))?;
                let year = mantissa.checked_mul(power)?;
                (year, year, significant)
            }
        };
        let (low, high) = match significant {
            Some(digits) if low == high => spread(low, digits)?,
            _ => (low, high),
        };
        Some((i32::try_from(low).ok()?, i32::try_from(high).ok()?))
    }
}

/// The numbers with the same first `digits` digits.
fn spread(year: i64, digits: u8) -> Option<(i64, i64)> {
    let written = year.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    let unit = 10_i64.checked_pow(written.saturating_sub(u32::from(digits)))?;
    let low = year.abs() / unit * unit;
    let high = low + unit - 1;
    Some(if year < 0 { (-high, -low) } else { (low, high) })
}

impl Date {
    /// The same date, said to be about right: `1450~`.
    #[must_use]
    pub fn about(mut self) -> Date {
        let about = |q: &mut Qualifier| q.approximate = true;
        match (&mut self.month, &mut self.day) {
            (_, Some(day)) => about(&mut day.after),
            (Some(month), None) => about(&mut month.after),
            (None, None) => about(&mut self.year.after),
        }
        self
    }

    /// The point that it names in the Gregorian calendar, if all its digits are given and
    /// it is one that [`Field`] has.
    pub fn point(&self) -> Option<Point> {
        let (low, high) = self.year.value.range()?;
        let field = match (self.month, self.day) {
            (None, _) => match high.checked_sub(low)? {
                0 => Field::Year,
                9 => Field::Decade,
                99 => Field::Century,
                999 => Field::Millennium,
                _ => return None,
            },
            (Some(month), None) => part_of_year(exact(month.value)?)?,
            (Some(month), Some(day)) => Field::Day {
                month: exact(month.value).filter(|m| (1..=12).contains(m))?,
                day: exact(day.value)?,
            },
        };
        let fine = self.month.is_some() && low != high;
        (!fine).then_some(Point { year: low, field, calendar: Calendar::Gregorian })
    }

    /// The days that it may stand for: from the first to the last that fit its digits.
    pub fn interval(&self) -> Option<Interval> {
        if let Some(point) = self.point() {
            return point.interval();
        }
        let (low, high) = self.year.value.range()?;
        let months = self.month.map_or(Some((1, 12)), |m| clamp(m.value, 1, 12))?;
        let days = self.day.map_or(Some((1, 31)), |d| clamp(d.value, 1, 31))?;
        let first = Calendar::Gregorian.day_clamped(low, months.0, days.0)?;
        let last = Calendar::Gregorian.day_clamped(high, months.1, days.1)?;
        Some(Interval::exact(first, last + 1).within())
    }
}

fn exact(digits: Digits) -> Option<u8> {
    (digits.unknown == 0).then_some(digits.value as u8)
}

fn clamp(digits: Digits, min: u32, max: u32) -> Option<(u8, u8)> {
    let (low, high) = digits.range();
    let (low, high) = (low.max(min), high.min(max));
    (low <= high).then_some((low as u8, high as u8))
}

/// The parts of the year of ISO 8601-2, 4.8; those of the southern half of the earth have no
/// [`Field`].
fn part_of_year(code: u8) -> Option<Field> {
    Some(match code {
        1..=12 => Field::Month(code),
        21 | 25 => Field::Season(Season::Spring),
        22 | 26 => Field::Season(Season::Summer),
        23 | 27 => Field::Season(Season::Autumn),
        24 | 28 => Field::Season(Season::Winter),
        33..=36 => Field::Quarter(code - 32),
        40 | 41 => Field::Half(code - 39),
        _ => return None,
    })
}

impl Edtf {
    /// The days that it may stand for. `None` where a date is none of the calendar.
    pub fn interval(&self) -> Option<Interval> {
        match self {
            Edtf::Date(date) => date.interval(),
            Edtf::Interval(from, to) => {
                let begin = match from {
                    End::At(date) => date.interval()?.begin,
                    End::Unknown | End::Open => (EARLIEST, LATEST - 1),
                };
                let end = match to {
                    End::At(date) => date.interval()?.end,
                    End::Unknown | End::Open => (EARLIEST + 1, LATEST),
                };
                Some(Interval { begin, end })
            }
            Edtf::OneOf(members) => hull(members).map(Interval::within),
            Edtf::AllOf(members) => hull(members),
        }
    }
}

/// From the first day of the first member to the last of the last.
fn hull(members: &[Member]) -> Option<Interval> {
    let day = |date: &Option<Date>, open: i32, first: bool| match date {
        Some(date) => date.interval().map(|i| if first { i.begin.0 } else { i.end.1 }),
        None => Some(open),
    };
    let mut ends = (i32::MAX, i32::MIN);
    for member in members {
        let (from, to) = match member {
            Member::One(date) => (Some(*date), Some(*date)),
            Member::Run(from, to) => (*from, *to),
        };
        ends.0 = ends.0.min(day(&from, EARLIEST, true)?);
        ends.1 = ends.1.max(day(&to, LATEST, false)?);
    }
    (ends.0 < ends.1).then(|| Interval::exact(ends.0, ends.1))
}

impl Interval {
    /// The days from the earliest first to the latest last, open where there is no bound.
    pub fn edtf(self) -> Option<Edtf> {
        let (first, after) = self.hull();
        let day = |day: i32| {
            let date = Calendar::Gregorian.date(day);
            match date_of(date.year, 0, Some(date.month), Some(date.day)) {
                Edtf::Date(date) => Some(End::At(date)),
                _ => None,
            }
        };
        let begin = if first <= EARLIEST { Some(End::Open) } else { day(first) };
        let end = if after >= LATEST { Some(End::Open) } else { day(after - 1) };
        Some(Edtf::Interval(begin?, end?))
    }
}

impl Point {
    /// The point as an extended date; a Julian day as the Gregorian day that it is. `None`
    /// for what the form has no place for: ISO weeks, days that the calendar lacks, coarser
    /// Julian dates.
    ///
    /// # Example: a decade, a season, an Old Style day
    /// ```
    /// use alpheus_time::{Calendar, Field, Point};
    /// let decade = Point { year: 1920, field: Field::Decade, calendar: Calendar::Gregorian };
    /// assert_eq!(decade.edtf().map(|e| e.to_string()).as_deref(), Some("192X"));
    /// let old = Point::day(Calendar::Julian, 1917, 10, 25);
    /// assert_eq!(old.edtf().map(|e| e.to_string()).as_deref(), Some("1917-11-07"));
    /// ```
    pub fn edtf(self) -> Option<Edtf> {
        let code = match self.field {
            Field::Day { month, day } => {
                let fixed = self.calendar.day(self.year, month, day)?;
                let date = Calendar::Gregorian.date(fixed);
                return Some(date_of(date.year, 0, Some(date.month), Some(date.day)));
            }
            _ if self.calendar == Calendar::Julian => return None,
            Field::Week(_) | Field::Weekend(_) => return None,
            Field::Millennium => return self.years(3),
            Field::Century => return self.years(2),
            Field::Decade => return self.years(1),
            Field::Year => None,
            Field::Half(half) => Some(39 + half),
            Field::Quarter(quarter) => Some(32 + quarter),
            Field::Season(Season::Spring) => Some(21),
            Field::Season(Season::Summer) => Some(22),
            Field::Season(Season::Autumn) => Some(23),
            Field::Season(Season::Winter) => Some(24),
            Field::Month(month) => Some(month),
        };
        Some(date_of(self.year, 0, code, None))
    }

    /// Ten, a hundred or a thousand years: with so many digits unspecified where they count
    /// from zero (1901 to 2000 is not `19XX`), else from year to year.
    fn years(self, unknown: u8) -> Option<Edtf> {
        let count = 10_i32.pow(u32::from(unknown));
        if (0..=9999).contains(&self.year) && self.year % count == 0 {
            return Some(date_of(self.year, unknown, None, None));
        }
        let last = self.year.checked_add(count - 1)?;
        match (date_of(self.year, 0, None, None), date_of(last, 0, None, None)) {
            (Edtf::Date(from), Edtf::Date(to)) => {
                Some(Edtf::Interval(End::At(from), End::At(to)))
            }
            _ => None,
        }
    }
}

fn plain<T>(value: T) -> Qualified<T> {
    Qualified { value, before: Qualifier::default(), after: Qualifier::default() }
}

/// `unknown`: how many of the year's last digits are unspecified.
fn date_of(year: i32, unknown: u8, month: Option<u8>, day: Option<u8>) -> Edtf {
    let size = year.unsigned_abs();
    let value = if size > 9999 {
        Year::Long { mantissa: i64::from(year), exponent: None, significant: None }
    } else {
        let digits = Digits { value: size, unknown: (1 << unknown) - 1, width: 4 };
        Year::Plain { negative: year < 0, digits, significant: None }
    };
    let two = |value: u8| plain(Digits::known(u32::from(value), 2));
    Edtf::Date(Date {
        year: plain(value),
        month: month.map(two),
        day: day.map(two),
        clock: None,
    })
}

impl FromStr for Edtf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Edtf, Error> {
        parse::parse(text)
    }
}

#[cfg(test)]
mod tests;
