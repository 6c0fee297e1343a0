//! TIMEX3 values: how points, times, lengths and sets are written.

use std::fmt::Write as _;

use crate::{
    Domain, Field, Point, Season, Unit,
    expr::{Every, Length, Time},
    lexicon::DayPart,
    number::Amount,
};

/// A year of four digits, "BC0480" before the Christian era.
fn year(year: i32) -> String {
    let mut text = String::with_capacity("1939-09-01".len());
    let _ = if year > 0 {
        write!(text, "{year:04}")
    } else {
        write!(text, "BC{:04}", 1 - year)
    };
    text
}

/// The value of a point: "1939-09-01", "193", "BC04", "1862-SP".
pub(crate) fn point(point: Point) -> String {
    match point.field {
        Field::Millennium => leading(point.year, 1),
        Field::Century => leading(point.year, 2),
        Field::Decade => leading(point.year, 3),
        field => within(year(point.year), field),
    }
}

/// The value of a field in the year that `text` holds.
fn within(mut text: String, field: Field) -> String {
    // A String takes all that is written to it.
    let _ = match field {
        Field::Millennium | Field::Century | Field::Decade | Field::Year => Ok(()),
        Field::Half(n) => write!(text, "-H{n}"),
        Field::Quarter(n) => write!(text, "-Q{n}"),
        Field::Season(season) => write!(text, "-{}", code(season)),
        Field::Month(month) => write!(text, "-{month:02}"),
        Field::Week(week) => write!(text, "-W{week:02}"),
        Field::Weekend(week) => write!(text, "-W{week:02}-WE"),
        Field::Day { month, day } => write!(text, "-{month:02}-{day:02}"),
    };
    text
}

/// The first digits of the years of a stretch: of the 1930s "193", of the fifth century BC
/// (500 to 401) "BC04", of the 470s BC (479 to 470) "BC047".
fn leading(first: i32, digits: usize) -> String {
    let size = 10i32.pow(4 - digits as u32);
    if first > 0 {
        format!("{:0digits$}", first / size)
    } else {
        format!("BC{:0digits$}", -first / size)
    }
}

pub(crate) fn code(season: Season) -> &'static str {
    match season {
        Season::Winter => "WI",
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
    }
}

/// The part of a value after the day: "TMO", "T17:30".
pub(crate) fn time(time: Time) -> String {
    match time {
        Time::Part(part) => format!("T{}", day_part(part)),
        Time::Clock { hour, minute, second, zone } => {
            let mut text = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            if let Some(second) = second {
                // A String takes all that is written to it.
                let _ = write!(text, ":{second:02}");
            }
            match zone {
                Some(0) => text.push('Z'),
                Some(hours) => {
                    let _ = write!(text, "{hours:+03}");
                }
                None => {}
            }
            text
        }
    }
}

fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning | DayPart::Dawn => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Midday => "MI",
        DayPart::Daytime => "DT",
    }
}

/// The value of a length: "P3D", "PT12H", "P2.5Y", "PXM".
pub(crate) fn length(length: &Length) -> String {
    let first = counted(length.amount, length.unit);
    match length.more {
        Some((more, unit)) => {
            let second = counted(Amount::Exact(more), unit);
            let joined = second.trim_start_matches('P');
            let joined =
                if first.contains('T') { joined.trim_start_matches('T') } else { joined };
            first + joined
        }
        None => first,
    }
}

fn counted(amount: Amount, unit: Unit) -> String {
    let (factor, letter) = letter(unit);
    let number = match amount {
        Amount::Exact(n) | Amount::Between(n, _) => trimmed(n * factor),
        Amount::Vague => "X".to_owned(),
    };
    let t = if unit < Unit::Day { "T" } else { "" };
    format!("P{t}{number}{letter}")
}

fn trimmed(n: f64) -> String {
    let text = format!("{n:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn letter(unit: Unit) -> (f64, &'static str) {
    match unit {
        Unit::Second => (1.0, "S"),
        Unit::Minute => (1.0, "M"),
        Unit::Hour => (1.0, "H"),
        Unit::Day | Unit::Night => (1.0, "D"),
        Unit::Week => (1.0, "W"),
        Unit::Fortnight => (2.0, "W"),
        Unit::Month => (1.0, "M"),
        Unit::Quarter => (1.0, "Q"),
        Unit::Year => (1.0, "Y"),
        Unit::Decade => (1.0, "DE"),
        Unit::Century => (1.0, "CE"),
        Unit::Millennium => (1.0, "ML"),
    }
}

/// The value of a set: in a story "XXXX-XX-XX" for "daily", in news "P1D".
pub(crate) fn every(every: &Every, domain: Domain) -> String {
    match every {
        Every::Unit(unit) if domain == Domain::Narrative => open(*unit).to_owned(),
        Every::Unit(unit) | Every::Rate(unit) => counted(Amount::Exact(1.0), *unit),
        Every::Length(inner) => length(inner),
        Every::Date(date) => {
            let day = match (date.frame, date.written.weekday, date.written.month) {
                (crate::expr::Frame::Season(season), ..) => {
                    format!("XXXX-{}", code(season))
                }
                (_, Some(weekday), _) => {
                    format!("XXXX-WXX-{}", weekday.value.index() + 1)
                }
                (_, _, Some(month)) => format!("XXXX-{:02}", month.value),
                _ => "XXXX-XX-XX".to_owned(),
            };
            day + &date.time.map(time).unwrap_or_default()
        }
    }
}

/// A unit with its place in the calendar left open.
pub(crate) fn open(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX",
        Unit::Day => "XXXX-XX-XX",
        Unit::Night => "XXXX-XX-XXTNI",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Millennium => "X",
    }
}
