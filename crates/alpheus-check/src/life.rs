//! The dates of lives, and the years between them.

use crate::plain;
use alpheus_read::{LifeDate, Times, When};
use alpheus_text::Span;
use alpheus_time::{Calendar, Field, Modifier, Point, Timex};
use std::fmt;

/// Nobody lives longer, in years.
pub(crate) const OLDEST: i32 = 125;

/// A birth or death whose year is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) span: Span,
    pub(crate) year: i32,
    /// Earliest and latest day, in days of the calendar.
    pub(crate) days: (i32, i32),
    pub(crate) point: Option<Point>,
    pub(crate) rough: bool,
}

/// A date of a life, if its year can be told.
pub(crate) fn known(times: &Times, date: LifeDate) -> Option<Known> {
    match date.when {
        When::Year(year) => Some(Known {
            span: year.span,
            year: year.value,
            days: year_days(year.value)?,
            point: None,
            rough: date.rough,
        }),
        When::Time(time) => {
            let timex = &times.timexes[time as usize];
            let point = timex.point?;
            Some(Known {
                span: timex.span,
                year: point.year,
                days: days(timex)?,
                point: Some(point),
                rough: date.rough || timex.modifier == Some(Modifier::Approx),
            })
        }
    }
}

fn year_days(year: i32) -> Option<(i32, i32)> {
    let first = Calendar::Gregorian.day(year, 1, 1)?;
    Some((first, Calendar::Gregorian.day(year, 12, 31)?))
}

/// The first and the last day that a date may mean.
fn days(timex: &Timex) -> Option<(i32, i32)> {
    let interval = timex.interval?;
    Some((interval.begin.0, interval.end.1 - 1))
}

impl Known {
    /// Whether a time expression tells of this very day.
    pub(crate) fn is(&self, timex: &Timex) -> bool {
        timex.span == self.span
            || days(timex).is_some_and(|days| days == self.days)
            || self.point.is_some() && timex.point == self.point
    }

    /// "on 13 March 1915", "in 1915".
    pub(crate) fn when(&self) -> String {
        let on = if self.day().is_some() { "on" } else { "in" };
        format!("{on} {}", self.words())
    }

    /// The day, if it is dated to the day.
    pub(crate) fn day(&self) -> Option<i32> {
        (self.days.0 == self.days.1).then_some(self.days.0)
    }

    /// "13 March 1915", "1915".
    pub(crate) fn words(&self) -> String {
        self.point.map_or_else(|| plain::year(self.year), plain::point)
    }
}

/// Fewest and most whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Years(i32, i32);

impl Years {
    /// Whether the person may have lived then for a year.
    pub(crate) fn lived(self) -> bool {
        self.1 > 0
    }

    /// Whether `told` lies within, give or take `slack`.
    pub(crate) fn has(self, told: i32, slack: i32) -> bool {
        (self.0 - slack..=self.1 + slack).contains(&told)
    }
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Years(least, most) = self;
        if least == most {
            write!(f, "{least} years")
        } else {
            write!(f, "{least} or {most} years")
        }
    }
}

/// How old somebody born then was, if the date is no vaguer than a year.
pub(crate) fn years_between(birth: &Known, event: &Timex) -> Option<Years> {
    let (first, last) = days(event)?;
    let point = event.point?;
    if !is_fine(point) || last - first > 400 {
        return None;
    }
    Some(Years(whole_years(birth.days.1, first), whole_years(birth.days.0, last)))
}

/// Whether a point is no coarser than a year.
pub(crate) fn is_fine(point: Point) -> bool {
    !matches!(point.field, Field::Millennium | Field::Century | Field::Decade)
}

/// Whole years from one day to another.
fn whole_years(from: i32, to: i32) -> i32 {
    let [born, then] = [from, to].map(|day| Calendar::Gregorian.date(day));
    let years = then.year - born.year;
    years - i32::from((then.month, then.day) < (born.month, born.day))
}

/// "13 March 1915", as the event's date stands in messages.
pub(crate) fn event_words(event: &Timex) -> String {
    event.point.map_or_else(|| event.value.clone(), plain::point)
}

/// "on 13 March 1915", "in 1915".
pub(crate) fn at_event(event: &Timex) -> String {
    let day = matches!(event.point, Some(Point { field: Field::Day { .. }, .. }));
    format!("{} {}", if day { "on" } else { "in" }, event_words(event))
}

/// A name as it stands in messages: "EULER, LEONHARD" as "Leonhard Euler", and without
/// what follows the name.
pub(crate) fn short_name(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    let line = words.join(" ");
    let mut parts = line.split([',', ';']).map(str::trim);
    let first = parts.next().unwrap_or_default();
    let given = parts.next().unwrap_or_default();
    if !is_upper(first) {
        return first.to_owned();
    }
    let name =
        if is_upper(given) { format!("{given} {first}") } else { first.to_owned() };
    name.split(' ').map(titled).collect::<Vec<_>>().join(" ")
}

fn is_upper(words: &str) -> bool {
    !words.is_empty() && !words.contains(char::is_lowercase)
}

fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first.into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn names_are_said_in_their_usual_order() {
        let cases = [
            ("EULER, LEONHARD", "Leonhard Euler"),
            ("LENNOX, MARGARET, COUNTESS OF", "Margaret Lennox"),
            ("FRANCIS II.", "Francis Ii."),
            ("Marie  Curie, also known as", "Marie Curie"),
        ];
        for (written, said) in cases {
            assert_eq!(short_name(written), said);
        }
    }
}
