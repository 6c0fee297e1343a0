//! Whether two dates may be of one event: the same, the same by another calendar or across
//! a midnight, near enough to be one copied wrongly, or of something else.

use crate::{
    life::Known,
    plain,
    slip::{self, Slip},
};
use alpheus_time::{Calendar, Point, calendar::Civil};

/// How two dates stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// They are one, or one lies within the other.
    Same,
    /// They are one day by two calendars, or of two sides of a midnight; and how.
    Shifted(String),
    /// They differ as a date differs that was copied wrongly.
    Near,
    /// They are so far apart that they may be of two things.
    Far,
}

impl Fit {
    /// Whether both may be true of one event.
    pub(crate) fn holds(&self) -> bool {
        matches!(self, Fit::Same | Fit::Shifted(_))
    }
}

/// How far two dates may differ where one is given as uncertain, in years.
const ROUGH_YEARS: i32 = 10;
/// Days apart that are near each other.
const NEAR_DAYS: i32 = 31;
/// Years apart that are.
const NEAR_YEARS: i32 = 2;
/// The years in which one country wrote by the one calendar and another by the other.
const TWO_CALENDARS: std::ops::RangeInclusive<i32> = 1582..=1923;
/// The last year that began on 25 March somewhere.
const LAST_LADY_DAY: i32 = 1752;

/// How two dates stand to each other; `zoned` where either is told of the night or with a
/// time zone.
pub(crate) fn fit(a: &Known, b: &Known, zoned: bool) -> Fit {
    if a.days.0 <= b.days.1 && b.days.0 <= a.days.1 {
        return Fit::Same;
    }
    if (a.rough || b.rough) && (a.year - b.year).abs() <= ROUGH_YEARS {
        return Fit::Same;
    }
    let (early, late) = if a.days.0 < b.days.0 { (a, b) } else { (b, a) };
    let shifted = by_calendar(early, late)
        .or_else(|| by_new_year(early, late))
        .or_else(|| across_midnight(early, late, zoned));
    match shifted {
        Some(how) => Fit::Shifted(how),
        None if is_near(early, late) => Fit::Near,
        None => Fit::Far,
    }
}

/// "25 October 1917 of the Julian calendar is 7 November 1917 of the Gregorian".
fn by_calendar(early: &Known, late: &Known) -> Option<String> {
    let (first, last) = (early.day()?, late.day()?);
    let Civil { year, month, day } = Calendar::Gregorian.date(first);
    let told = early.point.map(|point| point.calendar);
    let read_again = TWO_CALENDARS.contains(&year)
        && told != Some(Calendar::Julian)
        && Calendar::Julian.day(year, month, day) == Some(last);
    read_again.then(|| {
        let (old, new) = (early.words(), gregorian(last));
        format!("{old} of the Julian calendar (Old Style) is {new} of the Gregorian")
    })
}

/// A day in the words of the Gregorian calendar.
fn gregorian(day: i32) -> String {
    let Civil { year, month, day } = Calendar::Gregorian.date(day);
    plain::point(Point::day(Calendar::Gregorian, year, month, day))
}

/// "10 February 1697" where the year began on 25 March is 10 February 1698.
fn by_new_year(early: &Known, late: &Known) -> Option<String> {
    let dates =
        [early, late].map(|known| known.day().map(|day| Calendar::Gregorian.date(day)));
    let [Some(a), Some(b)] = dates else { return None };
    let before_lady_day = (a.month, a.day) < (3, 25) && b.year <= LAST_LADY_DAY;
    let one = (a.month, a.day) == (b.month, b.day) && b.year - a.year == 1;
    (one && before_lady_day).then(|| {
        let (early, late) = (early.words(), late.words());
        format!("{early}, of a year that began on 25 March, is {late}")
    })
}

/// "8 May 1945" late at night is 9 May 1945 farther east.
fn across_midnight(early: &Known, late: &Known, zoned: bool) -> Option<String> {
    let next = early.day()? + 1 == late.day()?;
    (zoned && next).then(|| {
        let (early, late) = (early.words(), late.words());
        format!("{early} and {late} are one night, or one moment in two time zones")
    })
}

fn is_near(early: &Known, late: &Known) -> bool {
    if let (Some(first), Some(last)) = (early.day(), late.day()) {
        let [a, b] = [first, last].map(|day| Calendar::Gregorian.date(day));
        let shared = [a.year == b.year, a.month == b.month, a.day == b.day];
        return last - first <= NEAR_DAYS
            || shared.iter().filter(|same| **same).count() == 2;
    }
    let [a, b] = [early.year, late.year];
    let swapped = slip::between(f64::from(a), f64::from(b), 2) == Some(Slip::Swapped);
    (a - b).abs() <= NEAR_YEARS || swapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_text::Span;
    use alpheus_time::Field;

    fn known(calendar: Calendar, year: i32, month_day: Option<(u8, u8)>) -> Known {
        let field = match month_day {
            Some((month, day)) => Field::Day { month, day },
            None => Field::Year,
        };
        let point = Point { year, field, calendar };
        let (first, after) = point.interval().unwrap().hull();
        let span = Span::new(0, 0);
        Known { span, year, days: (first, after - 1), point: Some(point), rough: false }
    }

    fn on(year: i32, month: u8, day: u8) -> Known {
        known(Calendar::Gregorian, year, Some((month, day)))
    }

    #[test]
    fn the_calendars_differ_by_ten_days_to_thirteen() {
        let pairs = [
            (on(1600, 2, 1), on(1600, 2, 11)),
            (on(1700, 3, 1), on(1700, 3, 12)),
            (on(1805, 10, 9), on(1805, 10, 21)),
            (on(1917, 10, 25), on(1917, 11, 7)),
            (on(1825, 12, 26), on(1826, 1, 7)),
        ];
        for (old, new) in pairs {
            assert!(matches!(fit(&new, &old, false), Fit::Shifted(_)), "{}", old.words());
        }
        // Thirteen days are of the twentieth century alone, and of none after 1923.
        assert_eq!(fit(&on(1805, 10, 8), &on(1805, 10, 21), false), Fit::Near);
        assert_eq!(fit(&on(1941, 6, 9), &on(1941, 6, 22), false), Fit::Near);
        // What is given as Old Style is reckoned already.
        let old = known(Calendar::Julian, 1917, Some((10, 25)));
        assert_eq!(fit(&old, &on(1917, 11, 7), false), Fit::Same);
        assert_eq!(fit(&old, &on(1917, 11, 20), false), Fit::Near);
    }

    #[test]
    fn a_night_is_of_two_days_only_where_the_text_says_so() {
        let (west, east) = (on(1945, 5, 8), on(1945, 5, 9));
        assert!(matches!(fit(&west, &east, true), Fit::Shifted(_)));
        assert_eq!(fit(&west, &east, false), Fit::Near);
        assert_eq!(fit(&west, &on(1945, 5, 10), true), Fit::Near);
    }

    #[test]
    fn a_year_holds_its_days_and_far_dates_may_be_of_two_things() {
        let year = |year| known(Calendar::Gregorian, year, None);
        assert_eq!(fit(&year(1870), &on(1870, 9, 1), false), Fit::Same);
        assert_eq!(fit(&year(1871), &on(1870, 9, 1), false), Fit::Near);
        assert_eq!(fit(&year(1870), &year(1807), false), Fit::Near);
        assert_eq!(fit(&year(1870), &year(1940), false), Fit::Far);
        assert_eq!(fit(&on(1590, 5, 7), &on(1870, 9, 19), false), Fit::Far);
        let rough = Known { rough: true, ..year(1454) };
        assert_eq!(fit(&rough, &year(1450), false), Fit::Same);
    }

    #[test]
    fn years_that_began_in_march() {
        assert!(matches!(
            fit(&on(1697, 2, 10), &on(1698, 2, 10), false),
            Fit::Shifted(_)
        ));
        assert_eq!(fit(&on(1697, 5, 10), &on(1698, 5, 10), false), Fit::Near);
        assert_eq!(fit(&on(1797, 2, 10), &on(1798, 2, 10), false), Fit::Near);
    }
}
