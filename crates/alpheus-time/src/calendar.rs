//! Days and dates: the Gregorian and the Julian calendar, both carried backwards without
//! end, against one count of days.
//!
//! Days are counted in Rata Die (1 is Monday 1 January of the year 1, proleptic Gregorian),
//! years are astronomical (0 is 1 BC). The conversions are those of Reingold and Dershowitz,
//! *Calendrical Calculations* (4th edition, 2018), from the `calendrical_calculations` crate;
//! here is what an account asks of them: does the day exist, in which calendar does it, what
//! weekday was it, and where does one come out some months later.

use crate::{Calendar, Weekday};
use calendrical_calculations::{gregorian, julian, rata_die::RataDie};

/// The years within which days are reckoned, both ways from the year 0.
///
/// Five million years of days still fit an `i32`, and no account dates a day beyond.
pub const YEAR_LIMIT: i32 = 5_000_000;

/// A date of a calendar: year, month (1 to 12) and day (1 to 31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// The astronomical year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// In which calendars a date exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// In both.
    Both,
    /// In the Gregorian alone. (None such today; the Julian has every Gregorian date.)
    Gregorian,
    /// In the Julian alone: 29 February of 1700, 1800, 1900.
    Julian,
    /// In neither: 31 April, 29 February 1923.
    Neither,
}

/// In which calendars `date` exists.
///
/// # Example: three odd days
/// ```
/// use alpheus_time::calendar::{Civil, Validity, validity};
/// let on = |year, month, day| validity(Civil { year, month, day });
/// assert_eq!(on(1923, 2, 29), Validity::Neither);
/// assert_eq!(on(1700, 2, 29), Validity::Julian);
/// assert_eq!(on(1924, 2, 29), Validity::Both);
/// ```
pub fn validity(date: Civil) -> Validity {
    let has = |calendar: Calendar| {
        (1..=12).contains(&date.month)
            && (1..=calendar.days_in_month(date.year, date.month)).contains(&date.day)
    };
    match (has(Calendar::Gregorian), has(Calendar::Julian)) {
        (true, true) => Validity::Both,
        (true, false) => Validity::Gregorian,
        (false, true) => Validity::Julian,
        (false, false) => Validity::Neither,
    }
}

impl Calendar {
    /// The day count of a date, or `None` where the calendar has no such day or the year is
    /// beyond [`YEAR_LIMIT`].
    ///
    /// # Example: one day, two calendars
    /// ```
    /// use alpheus_time::Calendar;
    /// let old = Calendar::Julian.day(1917, 10, 25);
    /// assert_eq!(old, Calendar::Gregorian.day(1917, 11, 7));
    /// assert_eq!(Calendar::Gregorian.day(1923, 2, 29), None);
    /// ```
    pub fn day(self, year: i32, month: u8, day: u8) -> Option<i32> {
        let known = year.abs() <= YEAR_LIMIT
            && (1..=12).contains(&month)
            && (1..=self.days_in_month(year, month)).contains(&day);
        known.then(|| self.count(year, month, day))
    }

    /// As [`day`](Self::day), with a day beyond the month's end drawn back to its last.
    pub fn day_clamped(self, year: i32, month: u8, day: u8) -> Option<i32> {
        if !(1..=12).contains(&month) {
            return None;
        }
        self.day(year, month, day.clamp(1, self.days_in_month(year, month)))
    }

    fn count(self, year: i32, month: u8, day: u8) -> i32 {
        let fixed = match self {
            Calendar::Gregorian => gregorian::fixed_from_gregorian(year, month, day),
            Calendar::Julian => julian::fixed_from_julian(year, month, day),
        };
        fixed.to_i64_date() as i32
    }

    /// The date of a day count.
    ///
    /// # Example: there and back
    /// ```
    /// use alpheus_time::{Calendar, calendar::Civil};
    /// let day = Calendar::Julian.day(1700, 2, 29).expect("it has one");
    /// assert_eq!(Calendar::Julian.date(day), Civil { year: 1700, month: 2, day: 29 });
    /// assert_eq!(Calendar::Gregorian.date(day), Civil { year: 1700, month: 3, day: 11 });
    /// ```
    ///
    /// # Panics
    /// Never: every `i32` of days lies within an `i32` of years.
    pub fn date(self, day: i32) -> Civil {
        let fixed = RataDie::new(i64::from(day));
        let (year, month, day) = match self {
            Calendar::Gregorian => gregorian::gregorian_from_fixed(fixed),
            Calendar::Julian => julian::julian_from_fixed(fixed),
        }
        .expect("an i32 of days spans less than an i32 of years");
        Civil { year, month, day }
    }

    /// Whether a year has a 29 February.
    pub fn is_leap(self, year: i32) -> bool {
        match self {
            Calendar::Gregorian => gregorian::is_leap_year(year),
            Calendar::Julian => julian::is_leap_year(year),
        }
    }

    /// How many days a month has; 0 for a month that is none.
    pub fn days_in_month(self, year: i32, month: u8) -> u8 {
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(self.is_leap(year)),
            _ => 0,
        }
    }

    /// `months` later (earlier where negative); a day that the month lacks is drawn back to
    /// its last, so that a month after 31 January is 28 or 29 February. `None` beyond
    /// [`YEAR_LIMIT`].
    pub fn add_months(self, day: i32, months: i32) -> Option<i32> {
        let from = self.date(day);
        let total =
            i64::from(from.year) * 12 + i64::from(from.month) - 1 + i64::from(months);
        let year = i32::try_from(total.div_euclid(12)).ok()?;
        self.day_clamped(year, total.rem_euclid(12) as u8 + 1, from.day)
    }

    /// `years` later (earlier where negative); a year after 29 February is 28 February.
    pub fn add_years(self, day: i32, years: i32) -> Option<i32> {
        self.add_months(day, years.checked_mul(12)?)
    }

    /// Whole months from one day to a later one, and the days left over.
    ///
    /// # Example: rent
    /// ```
    /// use alpheus_time::Calendar;
    /// let day = |m, d| Calendar::Gregorian.day(1861, m, d).expect("exists");
    /// assert_eq!(Calendar::Gregorian.months_between(day(1, 31), day(3, 2)), (1, 2));
    /// ```
    pub fn months_between(self, from: i32, to: i32) -> (i32, i32) {
        if to < from {
            let (months, days) = self.months_between(to, from);
            return (-months, -days);
        }
        let (a, b) = (self.date(from), self.date(to));
        let mut months = (b.year - a.year) * 12 + i32::from(b.month) - i32::from(a.month);
        if self.add_months(from, months).is_none_or(|day| day > to) {
            months -= 1;
        }
        let reached = self.add_months(from, months).unwrap_or(from);
        (months, to - reached)
    }

    /// Easter Sunday of a year: the Western in the Gregorian calendar, the Orthodox
    /// (reckoned in the Julian) in the Julian. `None` beyond [`YEAR_LIMIT`].
    ///
    /// # Example: the Easter of 1916
    /// ```
    /// use alpheus_time::Calendar;
    /// let western = Calendar::Gregorian.easter(1916);
    /// assert_eq!(western, Calendar::Gregorian.day(1916, 4, 23));
    /// ```
    pub fn easter(self, year: i32) -> Option<i32> {
        if year.abs() > YEAR_LIMIT {
            return None;
        }
        let fixed = match self {
            Calendar::Gregorian => gregorian::easter(year),
            Calendar::Julian => julian::easter(year),
        };
        Some(fixed.to_i64_date() as i32)
    }

    /// The calendar that is not this one.
    #[must_use]
    pub fn other(self) -> Calendar {
        match self {
            Calendar::Gregorian => Calendar::Julian,
            Calendar::Julian => Calendar::Gregorian,
        }
    }
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

impl Weekday {
    /// The weekday of a day count; the week runs through both calendars alike.
    ///
    /// # Example: the Declaration
    /// ```
    /// use alpheus_time::{Calendar, Weekday};
    /// let day = Calendar::Gregorian.day(1776, 7, 4).expect("exists");
    /// assert_eq!(Weekday::of(day), Weekday::Thursday);
    /// ```
    pub fn of(day: i32) -> Weekday {
        WEEK[(i64::from(day) - 1).rem_euclid(7) as usize]
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn index(self) -> u8 {
        self as u8
    }

    /// The first day on or after `day` with this weekday.
    pub fn on_or_after(self, day: i32) -> i32 {
        let ahead = i32::from(self.index()) - i32::from(Weekday::of(day).index());
        day.saturating_add(ahead.rem_euclid(7))
    }

    /// The last day on or before `day` with this weekday.
    pub fn on_or_before(self, day: i32) -> i32 {
        let behind = i32::from(Weekday::of(day).index()) - i32::from(self.index());
        day.saturating_sub(behind.rem_euclid(7))
    }
}

/// The Monday of an ISO week (1 to 53) of a year. `None` beyond [`YEAR_LIMIT`].
pub fn iso_week(year: i32, week: u8) -> Option<i32> {
    let fourth = Calendar::Gregorian.day(year, 1, 4)?;
    Some(Weekday::Monday.on_or_before(fourth) + 7 * (i32::from(week) - 1))
}

/// A feast that a day can be told by, with how it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// On one date in every year: month and day.
    Fixed(u8, u8),
    /// So many days from Easter Sunday: Good Friday −2, Whit Sunday 49.
    Easter(i16),
    /// The nth weekday of a month, from its end where negative: Thanksgiving is the fourth
    /// Thursday of November.
    Nth(i8, Weekday, u8),
}

impl Feast {
    /// The day it falls on in a year. `None` where the month has no such day.
    ///
    /// # Example: Good Friday and Thanksgiving
    /// ```
    /// use alpheus_time::{Calendar, Weekday, calendar::Feast};
    /// let on = |feast: Feast, year| feast.day(year, Calendar::Gregorian);
    /// assert_eq!(on(Feast::Easter(-2), 1865), Calendar::Gregorian.day(1865, 4, 14));
    /// let thanksgiving = Feast::Nth(4, Weekday::Thursday, 11);
    /// assert_eq!(on(thanksgiving, 1963), Calendar::Gregorian.day(1963, 11, 28));
    /// ```
    pub fn day(self, year: i32, calendar: Calendar) -> Option<i32> {
        match self {
            Feast::Fixed(month, day) => calendar.day(year, month, day),
            Feast::Easter(offset) => Some(calendar.easter(year)? + i32::from(offset)),
            Feast::Nth(nth, weekday, month) => {
                nth_weekday(nth, weekday, calendar, year, month)
            }
        }
    }
}

fn nth_weekday(
    nth: i8,
    weekday: Weekday,
    calendar: Calendar,
    year: i32,
    month: u8,
) -> Option<i32> {
    let first = calendar.day(year, month, 1)?;
    let last = first + i32::from(calendar.days_in_month(year, month)) - 1;
    let day = match nth {
        0 => return None,
        1.. => weekday.on_or_after(first) + 7 * (i32::from(nth) - 1),
        _ => weekday.on_or_before(last) + 7 * (i32::from(nth) + 1),
    };
    (first..=last).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Calendar; 2] = [Calendar::Gregorian, Calendar::Julian];

    #[test]
    fn dates_go_there_and_back() {
        for calendar in BOTH {
            for day in (-900_000..900_000).step_by(37) {
                let Civil { year, month, day: d } = calendar.date(day);
                assert_eq!(calendar.day(year, month, d), Some(day));
            }
        }
    }

    #[test]
    fn the_ends_of_the_count_do_not_panic() {
        for calendar in BOTH {
            for day in [i32::MIN, i32::MAX] {
                calendar.date(day);
                Weekday::of(day);
                calendar.add_months(day, i32::MAX);
            }
            assert_eq!(calendar.day(i32::MIN + 1, 1, 1), None);
            assert_eq!(calendar.day(1900, 0, 1), None);
            assert_eq!(calendar.day(1900, 13, 1), None);
        }
    }

    #[test]
    fn months_clamp_and_count() {
        let g = Calendar::Gregorian;
        let at = |y, m, d| g.day(y, m, d).unwrap();
        assert_eq!(g.add_months(at(1903, 1, 31), 1), g.day(1903, 2, 28));
        assert_eq!(g.add_years(at(1904, 2, 29), -4), g.day(1900, 2, 28));
        assert_eq!(g.months_between(at(1790, 5, 1), at(1791, 1, 1)), (8, 0));
        assert_eq!(g.months_between(at(1791, 1, 1), at(1790, 5, 1)), (-8, 0));
        for step in 0..2000 {
            let from = at(1896, 1, 1) + step * 3;
            let (months, days) = g.months_between(from, from + 5 * step);
            assert_eq!(
                g.add_months(from, months).map(|d| d + days),
                Some(from + 5 * step)
            );
        }
    }

    #[test]
    fn easters_of_both_computi() {
        // The Orthodox Easter of 1918 was 22 April (Julian), 5 May in the Gregorian.
        let orthodox = Calendar::Julian.easter(1918);
        assert_eq!(orthodox, Calendar::Julian.day(1918, 4, 22));
        assert_eq!(orthodox, Calendar::Gregorian.day(1918, 5, 5));
        assert_eq!(
            Calendar::Gregorian.easter(2038),
            Calendar::Gregorian.day(2038, 4, 25)
        );
    }

    #[test]
    fn weekdays_and_weeks() {
        let day = Calendar::Gregorian.day(1945, 5, 8).unwrap();
        assert_eq!(Weekday::of(day), Weekday::Tuesday);
        assert_eq!(Weekday::Tuesday.on_or_after(day), day);
        assert_eq!(Weekday::Monday.on_or_after(day), day + 6);
        assert_eq!(Weekday::Monday.on_or_before(day), day - 1);
        assert_eq!(iso_week(2015, 1), Calendar::Gregorian.day(2014, 12, 29));
        let last_monday = Feast::Nth(-1, Weekday::Monday, 5);
        let on = last_monday.day(2021, Calendar::Gregorian);
        assert_eq!(on, Calendar::Gregorian.day(2021, 5, 31));
        assert_eq!(
            Feast::Nth(5, Weekday::Monday, 2).day(2021, Calendar::Gregorian),
            None
        );
    }
}
