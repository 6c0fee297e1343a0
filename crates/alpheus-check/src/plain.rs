//! Dates and spans of years in plain words, for messages.

use alpheus_time::{Calendar, Field, Point, Season, Timex, Unit, Weekday};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "Friday".
pub(crate) const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// "March"; empty for what is no month.
pub(crate) fn month(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// "1st", "22nd", "13th".
pub(crate) fn nth(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "1 day", "3 days".
pub(crate) fn count(number: u32, unit: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{plural}")
}

/// "1915", "44 BC".
pub(crate) fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

/// "13 March 1915", "March 1915", "1915"; Julian dates are marked "(Old Style)".
pub fn point(point: Point) -> String {
    let year = year(point.year);
    let style = match point.calendar {
        Calendar::Gregorian => "",
        Calendar::Julian => " (Old Style)",
    };
    match point.field {
        Field::Day { month: m, day } => format!("{day} {} {year}{style}", month(m)),
        Field::Month(m) => format!("{} {year}{style}", month(m)),
        Field::Season(s) => format!("{} {year}{style}", season(s)),
        Field::Decade => format!("the {year}s{style}"),
        _ => format!("{year}{style}"),
    }
}

/// What a time expression stands for, in plain words; its value where it has no point.
pub(crate) fn of(timex: &Timex) -> String {
    timex.point.map_or_else(|| timex.value.clone(), point)
}

/// The day as finely as `pattern` is given.
pub(crate) fn like(pattern: Point, day: i32) -> String {
    let civil = pattern.calendar.date(day);
    let field = match pattern.field {
        Field::Day { .. } => Field::Day { month: civil.month, day: civil.day },
        Field::Month(_) => Field::Month(civil.month),
        other => other,
    };
    point(Point { year: civil.year, field, ..pattern })
}

/// "23,177", "74.16", "-0.5": grouped, with at most two decimals.
pub fn number(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (whole, decimals) = text.split_at(text.find('.').unwrap_or(text.len()));
    let sign = if value < 0.0 && text != "0" { "-" } else { "" };
    let head = whole.len() % 3;
    let mut grouped = format!("{sign}{}", &whole[..head]);
    for (group, at) in (head..whole.len()).step_by(3).enumerate() {
        if group > 0 || head > 0 {
            grouped.push(',');
        }
        grouped.push_str(&whole[at..at + 3]);
    }
    grouped + decimals
}

/// "1 day", "3 weeks", whichever way.
pub(crate) fn steps(number: i32, unit: Unit) -> String {
    amount(f64::from(number).abs(), unit)
}

/// "1 day", "2.5 years", "103 days".
pub(crate) fn amount(number: f64, unit: Unit) -> String {
    let number = format!("{number:.1}");
    let number = number.strip_suffix(".0").unwrap_or(&number);
    let (one, many) = unit_words(unit);
    format!("{number} {}", if number == "1" { one } else { many })
}

const fn unit_words(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Second => ("second", "seconds"),
        Unit::Minute => ("minute", "minutes"),
        Unit::Hour => ("hour", "hours"),
        Unit::Day => ("day", "days"),
        Unit::Night => ("night", "nights"),
        Unit::Week => ("week", "weeks"),
        Unit::Fortnight => ("fortnight", "fortnights"),
        Unit::Month => ("month", "months"),
        Unit::Quarter => ("quarter", "quarters"),
        Unit::Year => ("year", "years"),
        Unit::Decade => ("decade", "decades"),
        Unit::Century => ("century", "centuries"),
        Unit::Millennium => ("millennium", "millennia"),
    }
}

const fn season(season: Season) -> &'static str {
    match season {
        Season::Winter => "winter",
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_short() {
        for (value, text) in [
            (0.0, "0"),
            (16.0, "16"),
            (100.0, "100"),
            (-0.001, "0"),
            (-1765.5, "-1,765.5"),
            (23_177.0, "23,177"),
            (100.0 * 155.0 / 209.0, "74.16"),
            (1e6, "1,000,000"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn dates_are_said_as_a_historian_says_them() {
        let day = |year, month, day, calendar| {
            point(Point { year, field: Field::Day { month, day }, calendar })
        };
        assert_eq!(day(1915, 3, 13, Calendar::Gregorian), "13 March 1915");
        assert_eq!(day(-43, 3, 15, Calendar::Julian), "15 March 44 BC (Old Style)");
        assert_eq!(weekday(Weekday::Friday), "Friday");
    }
}
