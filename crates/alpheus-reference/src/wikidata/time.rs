//! Wikibase's values of time as extended dates.
//!
//! A value is written in the calendar of its model, and so it is kept: `25 October 1917` of
//! the Julian calendar stays `1917-10-25`, marked as Julian. Years before 1 count from
//! −1 without a year 0, while extended dates have one.

use super::entity::Time;
use alpheus_time::Calendar;

const GREGORIAN: &str = "Q1985727";
const JULIAN: &str = "Q1985786";

/// The extended date and its calendar. `None` where the value is coarser than a century, is
/// beyond four digits of years, or is of another calendar.
pub(super) fn edtf(value: &Time<'_>) -> Option<(String, Calendar)> {
    let model = value.calendarmodel.rsplit('/').next();
    let calendar = match model {
        Some(GREGORIAN) => Calendar::Gregorian,
        Some(JULIAN) => Calendar::Julian,
        _ => return None,
    };
    let (year, month, day) = parts(&value.time)?;
    // Days and months that the precision claims and the value lacks are not there.
    let precision = match value.precision {
        11..=14 if day == 0 => 10,
        other => other,
    };
    let precision = if precision == 10 && month == 0 { 9 } else { precision };
    let text = match precision {
        7 => century(year)?,
        8 => decade(year)?,
        9 => self::year(year),
        10 => format!("{}-{month:02}", self::year(year)),
        // Hours, minutes and seconds (12 to 14) belong to a day.
        11..=14 => format!("{}-{month:02}-{day:02}", self::year(year)),
        _ => return None,
    };
    Some((text, calendar))
}

/// Year (astronomical), month and day of `+1815-12-10T00:00:00Z`; 0 where they are not told.
fn parts(time: &str) -> Option<(i32, u8, u8)> {
    let (negative, rest) = match time.as_bytes().first()? {
        b'+' => (false, &time[1..]),
        b'-' => (true, &time[1..]),
        _ => return None,
    };
    let date = rest.split('T').next()?;
    let mut fields = date.split('-');
    let year: i32 =
        fields.next()?.parse().ok().filter(|year| (1..=9999).contains(year))?;
    let month: u8 = fields.next()?.parse().ok().filter(|month| *month <= 12)?;
    let day: u8 = fields.next()?.parse().ok().filter(|day| *day <= 31)?;
    Some((if negative { 1 - year } else { year }, month, day))
}

fn year(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

/// Wikibase shows 1850 at this precision as "19th century": 1801 to 1900.
fn century(year: i32) -> Option<String> {
    let first = (year - 1).div_euclid(100) * 100 + 1;
    (year > 0).then(|| format!("[{}..{}]", self::year(first), self::year(first + 99)))
}

/// Wikibase shows 1850 at this precision as "1850s".
fn decade(year: i32) -> Option<String> {
    (year > 0).then(|| format!("{:03}X", year / 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(time: &str, precision: u8, model: &str) -> Option<String> {
        let calendarmodel = format!("http://www.wikidata.org/entity/{model}").into();
        let value = Time { time: time.into(), precision, calendarmodel };
        let (text, calendar) = edtf(&value)?;
        let parsed: alpheus_time::edtf::Edtf = text.parse().expect("an extended date");
        assert_eq!(parsed.to_string(), text);
        Some(if calendar == Calendar::Julian { text + " julian" } else { text })
    }

    #[test]
    fn every_precision_has_its_form() {
        let cases = [
            (14, Some("1815-12-10")),
            (11, Some("1815-12-10")),
            (10, Some("1815-12")),
            (9, Some("1815")),
            (8, Some("181X")),
            (7, Some("[1801..1900]")),
            (6, None),
        ];
        for (precision, expected) in cases {
            let found = read("+1815-12-10T00:00:00Z", precision, GREGORIAN);
            assert_eq!(found.as_deref(), expected, "precision {precision}");
        }
        assert_eq!(read("+1900-00-00T00:00:00Z", 7, GREGORIAN).unwrap(), "[1801..1900]");
        assert_eq!(read("+1815-00-00T00:00:00Z", 11, GREGORIAN).unwrap(), "1815");
    }

    #[test]
    fn julian_values_stay_as_they_are_and_years_bc_get_a_zero() {
        let ides = read("-0044-03-15T00:00:00Z", 11, JULIAN).unwrap();
        assert_eq!(ides, "-0043-03-15 julian");
        assert_eq!(read("-0001-00-00T00:00:00Z", 9, JULIAN).unwrap(), "0000 julian");
        assert_eq!(read("+1917-11-07T00:00:00Z", 11, "Q999"), None);
    }

    #[test]
    fn odd_values_are_refused() {
        for time in
            ["", "1815", "+", "+99999-01-01T00:00:00Z", "+1815-13-01T", "+0000-01-01"]
        {
            assert_eq!(read(time, 11, GREGORIAN), None, "{time}");
        }
    }
}
