//! Dates of a table: extended dates (EDTF), with the calendar that they are written in.

use alpheus_text::Span;
use alpheus_time::{
    Calendar, Field as Fineness, Point,
    edtf::{Date, Edtf, Error, Qualifier},
};

/// What a date is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The day, month or year of an event.
    Date,
    /// The beginning.
    Start,
    /// The end.
    End,
    /// The birth.
    Born,
    /// The death.
    Died,
}

impl Field {
    /// Every field, in the order of the columns.
    pub const ALL: [Field; 5] =
        [Field::Date, Field::Start, Field::End, Field::Born, Field::Died];

    /// Its name in TOML, and its column in CSV.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Date => "date",
            Field::Start => "start",
            Field::End => "end",
            Field::Born => "born",
            Field::Died => "died",
        }
    }
}

/// A date of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// What it is of.
    pub field: Field,
    /// The date, as written.
    pub edtf: Edtf,
    /// The calendar that it is written in.
    pub calendar: Calendar,
    /// The first and the last day that it may stand for (Rata Die, proleptic Gregorian).
    pub days: (i32, i32),
    /// Where it stands.
    pub span: Span,
}

/// Why a cell is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It has not the form.
    Form(Error),
    /// The calendar has no such day.
    NoDay,
    /// It bounds nothing, on one side or on both.
    Open,
}

impl Dated {
    pub(crate) fn read(
        field: Field,
        text: &str,
        calendar: Calendar,
        span: Span,
    ) -> Result<Self, Wrong> {
        let edtf: Edtf = text.parse().map_err(Wrong::Form)?;
        let days = days(&edtf, calendar).ok_or(Wrong::NoDay)?;
        if days.0 < EARLIEST || days.1 > LATEST {
            return Err(Wrong::Open);
        }
        Ok(Dated { field, edtf, calendar, days, span })
    }

    /// The point that it names, if it names one, in its calendar.
    pub fn point(&self) -> Option<Point> {
        let Edtf::Date(date) = &self.edtf else { return None };
        Some(Point { calendar: self.calendar, ..date.point()? })
    }

    /// Whether it is marked as about right or in doubt (`~`, `?`, `%`).
    pub fn is_rough(&self) -> bool {
        match &self.edtf {
            Edtf::Date(date) => is_rough(date),
            _ => false,
        }
    }
}

/// The days of years -9999 to 9999: farther off is no date of an account, or an open end.
const EARLIEST: i32 = -3_652_500;
const LATEST: i32 = 3_652_500;

/// The first and the last day that a date may stand for.
fn days(edtf: &Edtf, calendar: Calendar) -> Option<(i32, i32)> {
    if let Edtf::Date(date) = edtf
        && let Some(Point { year, field: Fineness::Day { month, day }, .. }) =
            date.point()
    {
        let day = calendar.day(year, month, day)?;
        return Some((day, day));
    }
    let (first, after) = edtf.interval()?.hull();
    let in_calendar = |day: i32| match calendar {
        Calendar::Gregorian => Some(day),
        Calendar::Julian => {
            let date = Calendar::Gregorian.date(day);
            Calendar::Julian.day_clamped(date.year, date.month, date.day)
        }
    };
    Some((in_calendar(first)?, in_calendar(after - 1)?))
}

fn is_rough(date: &Date) -> bool {
    let marked = |q: Qualifier| q.uncertain || q.approximate;
    let parts = [date.month, date.day].into_iter().flatten();
    marked(date.year.before)
        || marked(date.year.after)
        || parts.into_iter().any(|part| marked(part.before) || marked(part.after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, calendar: Calendar) -> Result<Dated, Wrong> {
        Dated::read(Field::Date, text, calendar, Span::new(0, 0))
    }

    #[test]
    fn a_julian_date_is_written_as_its_calendar_has_it() {
        let old = read("1917-10-25", Calendar::Julian).unwrap();
        let new = read("1917-11-07", Calendar::Gregorian).unwrap();
        assert_eq!(old.days, new.days);
        // Gregorian 1900 has no such day.
        assert!(read("1900-02-29", Calendar::Julian).is_ok());
        assert_eq!(read("1900-02-29", Calendar::Gregorian), Err(Wrong::NoDay));
    }

    #[test]
    fn coarse_dates_span_their_days() {
        let (first, last) = read("1870", Calendar::Gregorian).unwrap().days;
        assert_eq!(last - first, 364);
        let old = read("1917-10", Calendar::Julian).unwrap().days;
        assert_eq!(old, (Calendar::Gregorian.day(1917, 10, 14).unwrap(), old.0 + 30));
    }

    #[test]
    fn doubts_are_seen_and_open_ends_refused() {
        assert!(read("1450~", Calendar::Gregorian).unwrap().is_rough());
        assert!(read("1450-05?", Calendar::Gregorian).unwrap().is_rough());
        assert!(!read("1450-05", Calendar::Gregorian).unwrap().is_rough());
        assert_eq!(read("1450/..", Calendar::Gregorian), Err(Wrong::Open));
        assert!(matches!(read("May 1450", Calendar::Gregorian), Err(Wrong::Form(_))));
    }
}
