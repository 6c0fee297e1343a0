//! The examples of the specification, and there-and-back over generated dates.

use super::*;

/// <https://www.loc.gov/standards/datetime/>, all examples of levels 0, 1 and 2.
const SPECIFICATION: &[&str] = &[
    // Level 0.
    "1985-04-12",
    "1985-04",
    "1985",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
    // Level 1.
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985-04/",
    "1985/",
    "/1985-04-12",
    "/1985-04",
    "/1985",
    "-1985",
    // Level 2.
    "Y-17E7",
    "1950S2",
    "Y171010000S3",
    "Y3388E2S3",
    "2001-34",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "[..1984]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06-11%",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
];

#[test]
fn the_examples_of_the_specification_go_there_and_back() {
    for &example in SPECIFICATION {
        let edtf: Edtf = example.parse().unwrap_or_else(|e| panic!("{example}: {e}"));
        assert_eq!(edtf.to_string(), example);
        assert_eq!(edtf.to_string().parse(), Ok(edtf), "{example}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_the_place() {
    let cases = [
        ("", "expected a year at byte 0"),
        ("198", "expected a year at byte 3"),
        ("1985-13", "expected a month (01 to 12) or a season (21 to 41) at byte 7"),
        ("1985-04-32", "expected a day (01 to 31) at byte 10"),
        ("1985-04-12 ", "something follows the date at byte 10"),
        ("1985-04-12T25:00:00", "expected a time of day (HH:MM:SS) at byte 13"),
        ("[1985", "expected dates with commas and a closing bracket at byte 5"),
        ("Y99999999999999999999", "expected a year at byte 19"),
        ("..", "expected a year at byte 2"),
        ("1985é", "something follows the date at byte 4"),
    ];
    for (text, want) in cases {
        let error = text.parse::<Edtf>().unwrap_err();
        assert_eq!(error.to_string(), want, "{text}");
    }
}

fn hull_of(text: &str) -> (i32, i32) {
    text.parse::<Edtf>().unwrap().interval().unwrap().hull()
}

#[test]
fn dates_allow_the_days_that_fit_them() {
    let day = |y, m, d| Calendar::Gregorian.day(y, m, d).unwrap();
    let cases = [
        ("1985", day(1985, 1, 1), day(1986, 1, 1)),
        ("201X", day(2010, 1, 1), day(2020, 1, 1)),
        ("1985-04-XX", day(1985, 4, 1), day(1985, 5, 1)),
        ("156X-12-25", day(1560, 12, 25), day(1569, 12, 26)),
        ("1950S2", day(1900, 1, 1), day(2000, 1, 1)),
        ("2001-34", day(2001, 4, 1), day(2001, 7, 1)),
        ("[1667,1668,1670..1672]", day(1667, 1, 1), day(1673, 1, 1)),
        ("2004-02-01/2005-02", day(2004, 2, 1), day(2005, 3, 1)),
        ("-0043-03-15", day(-43, 3, 15), day(-43, 3, 16)),
    ];
    for (text, from, to) in cases {
        assert_eq!(hull_of(text), (from, to), "{text}");
    }
    assert_eq!(hull_of("1985/..").1, LATEST);
    assert_eq!("Y-17E7".parse::<Edtf>().unwrap().interval(), None);
    assert_eq!("1923-02-29".parse::<Edtf>().unwrap().interval(), None);
}

#[test]
fn points_print_and_read_as_the_same_days() {
    let fields = [
        Field::Decade,
        Field::Year,
        Field::Half(2),
        Field::Quarter(3),
        Field::Season(Season::Autumn),
        Field::Month(2),
        Field::Day { month: 12, day: 31 },
    ];
    for year in [-4712, -480, -40, 0, 10, 480, 1580, 1940, 12_340] {
        for field in fields {
            let point = Point { year, field, calendar: Calendar::Gregorian };
            let text = point.edtf().unwrap().to_string();
            let back: Edtf = text.parse().unwrap();
            assert_eq!(back.interval(), point.interval(), "{text}");
        }
    }
    let century =
        Point { year: 1901, field: Field::Century, calendar: Calendar::Gregorian };
    assert_eq!(century.edtf().unwrap().to_string(), "1901/2000");
}

/// Strings made of the marks of the form: most are refused, none may panic, and those that
/// are dates go there and back.
#[test]
fn generated_strings_go_there_and_back_or_are_refused() {
    let mut seed = 11_u64;
    let mut below = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
        (seed >> 33) as usize % limit
    };
    let pieces = [
        "1985",
        "19XX",
        "-0044",
        "Y17",
        "E5",
        "S2",
        "-04",
        "-23",
        "-1X",
        "-12",
        "-XX",
        "?",
        "~",
        "%",
        "/",
        "..",
        ",",
        "[",
        "]",
        "{",
        "}",
        "T10:20:30",
        "Z",
        "+05:30",
        "é",
        "-",
    ];
    let mut read = 0;
    for _ in 0..60_000 {
        let text: String = (0..=below(6)).map(|_| pieces[below(pieces.len())]).collect();
        let Ok(edtf) = text.parse::<Edtf>() else { continue };
        read += 1;
        assert_eq!(edtf.to_string().parse(), Ok(edtf.clone()), "{text}");
        let _ = edtf.interval();
    }
    assert!(read > 1000, "only {read} of the strings were dates");
}
