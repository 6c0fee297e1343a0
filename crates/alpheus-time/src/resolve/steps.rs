//! Steps over the calendar: a point some units on, the fields of a date in a known year.

use super::{Focus, Meaning, Story};
use crate::{
    Field, Point, Unit,
    calendar::Feast,
    calendar::iso_week,
    expr::{Date, Frame},
};

impl Story<'_> {
    pub(super) fn point(&self, year: i32, field: Field) -> Point {
        Point { year, field, calendar: self.options.calendar }
    }

    /// "the thirties": of the century that is being told.
    pub(super) fn decade(&self, first: i32, short: bool, bc: bool) -> Meaning {
        if !short || bc {
            return self.point(first, Field::Decade).into();
        }
        let century = self.focus.year.map_or(1900, |year| year - year.rem_euclid(100));
        self.point(century + first, Field::Decade).into()
    }

    /// The fields of a date in a year that is known.
    pub(super) fn in_year(&self, year: i32, date: &Date) -> Point {
        let written = date.written;
        let field = match (written.month, written.day, date.frame) {
            (Some(month), Some(day), _) => {
                Field::Day { month: month.value, day: day.value }
            }
            (None, Some(day), _) if self.focus.month.is_some() => {
                Field::Day { month: self.focus.month.unwrap_or(1), day: day.value }
            }
            (Some(month), None, Frame::WeekOf(n)) => {
                return self.week_of(year, month.value, n);
            }
            (Some(month), None, _) => Field::Month(month.value),
            (_, _, Frame::Season(season)) => Field::Season(season),
            (_, _, Frame::Half(n)) => Field::Half(n),
            (_, _, Frame::Quarter(n)) => Field::Quarter(n),
            (_, _, Frame::Holiday(holiday)) => return self.holiday(year, holiday),
            _ => Field::Year,
        };
        self.point(year, field)
    }

    pub(super) fn holiday(&self, year: i32, feast: Feast) -> Point {
        feast
            .day(year, self.options.calendar)
            .map_or(self.point(year, Field::Year), |day| self.on(day))
    }

    pub(super) fn week_of(&self, year: i32, month: u8, n: i8) -> Point {
        let day = if n > 0 { 7 * (n - 1) + 1 } else { 28 };
        self.options
            .calendar
            .day(year, month, day as u8)
            .map_or(self.point(year, Field::Month(month)), |day| self.week(day))
    }

    /// The point of a day.
    pub(super) fn on(&self, day: i32) -> Point {
        let civil = self.options.calendar.date(day);
        self.point(civil.year, Field::Day { month: civil.month, day: civil.day })
    }

    /// The ISO week that a day lies in.
    pub(super) fn week(&self, day: i32) -> Point {
        let year = self.options.calendar.date(day).year;
        let start = |year| iso_week(year, 1).unwrap_or(i32::MAX);
        let year = [year + 1, year, year - 1].into_iter().find(|&y| start(y) <= day);
        let year = year.unwrap_or(0);
        self.point(year, Field::Week(((day - start(year)) / 7 + 1) as u8))
    }

    pub(super) fn day(&self, focus: Focus) -> Option<i32> {
        self.options.calendar.day(focus.year?, focus.month?, focus.day?)
    }

    /// `steps` units on from the focus, as fine as the unit, or as the focus allows.
    ///
    /// A value has a year of four digits, so a step further than that ("65 million years
    /// ago") has none.
    pub(super) fn step(&self, from: Focus, steps: i32, unit: Unit) -> Option<Point> {
        const YEARS: i32 = 10_000;
        if steps.abs_diff(0) > 366 * YEARS.unsigned_abs() {
            return None;
        }
        self.unbounded(from, steps, unit).filter(|point| point.year.abs() < YEARS)
    }

    /// [`Self::step`] without its bound on the year.
    fn unbounded(&self, from: Focus, steps: i32, unit: Unit) -> Option<Point> {
        let year = from.year?;
        // 480 to 489 BC are a decade, but 401 to 500 BC a century.
        let decades = |n: i32| match year {
            1.. => year - year % n,
            _ if n == 10 => -((1 - year) / 10 * 10 + 8),
            _ => 1 - (n - year / n * n),
        };
        match unit {
            Unit::Millennium => {
                Some(self.point(decades(1000) + 1000 * steps, Field::Millennium))
            }
            Unit::Century => Some(self.point(decades(100) + 100 * steps, Field::Century)),
            Unit::Decade => Some(self.point(decades(10) + 10 * steps, Field::Decade)),
            Unit::Year => Some(self.point(year + steps, Field::Year)),
            Unit::Month => {
                let months = year * 12 + i32::from(from.month?) - 1 + steps;
                let month = months.rem_euclid(12) as u8 + 1;
                Some(self.point(months.div_euclid(12), Field::Month(month)))
            }
            Unit::Quarter => {
                let quarters = year * 4 + (i32::from(from.month?) - 1) / 3 + steps;
                let quarter = quarters.rem_euclid(4) as u8 + 1;
                Some(self.point(quarters.div_euclid(4), Field::Quarter(quarter)))
            }
            Unit::Week | Unit::Fortnight => {
                let weeks = if unit == Unit::Week { steps } else { 2 * steps };
                Some(self.week(self.day(from)?.checked_add(7 * weeks)?))
            }
            _ => Some(self.on(self.day(from)?.checked_add(steps)?)),
        }
    }

    /// A named month, season, weekday or feast, a step from the focus.
    pub(super) fn named(
        &self,
        index: usize,
        date: &Date,
        from: Focus,
        step: i32,
    ) -> Option<Point> {
        if let Some(weekday) = date.written.weekday
            && date.written.day.is_none()
        {
            let day = self.day(from)?;
            let day = match step {
                -1 => weekday.value.on_or_before(day - 1),
                1 => weekday.value.on_or_after(day + 1),
                _ => weekday.value.on_or_after(day),
            };
            return Some(self.on(day));
        }
        let year = from.year?;
        let Some(month) = first_month(date) else {
            return match self.elliptic(index, date).point {
                Some(point) => Some(point),
                None => self.step(from, step, Unit::Year),
            };
        };
        let after = from.month.is_some_and(|told| month > told);
        let year = match step {
            -1 if after => year - 1,
            -1 => year - i32::from(from.month == Some(month)),
            1 if after => year,
            1 => year + 1,
            _ => year,
        };
        Some(self.in_year(year, date))
    }
}

/// The first year of a century: of the nineteenth 1800, of the fifth BC −499.
pub(super) fn century_start(n: i32) -> i32 {
    if n > 0 { (n - 1) * 100 } else { n * 100 + 1 }
}

/// Whether a date has a field of its own besides its time of day.
pub(super) fn fielded(date: &Date) -> bool {
    let w = date.written;
    w.month.is_some()
        || w.weekday.is_some()
        || w.day.is_some()
        || date.frame != Frame::Fields
}

/// The month that a date falls in, or begins in.
pub(super) fn first_month(date: &Date) -> Option<u8> {
    use crate::Season;
    match (date.written.month, date.frame) {
        (Some(month), _) => Some(month.value),
        (None, Frame::Season(season)) => Some(match season {
            // A winter that is told of is mostly past its December.
            Season::Winter => 1,
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
        }),
        (None, Frame::Quarter(n)) => Some(3 * n - 2),
        (None, Frame::Holiday(Feast::Fixed(month, _) | Feast::Nth(_, _, month))) => {
            Some(month)
        }
        (None, Frame::Holiday(Feast::Easter(_))) => Some(4),
        _ => None,
    }
}
