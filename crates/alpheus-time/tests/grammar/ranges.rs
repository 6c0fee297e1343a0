//! Two ends of one stretch.

use crate::story;
use alpheus_text::Document;
use alpheus_time::{Options, RangeKind, tag};

#[test]
fn ends() {
    story(&[
        (
            "From June 14 to 19, 1940, they fled.",
            "June 14 = 1940-06-14; 19, 1940 = 1940-06-19",
        ),
        ("It ran 4–10 July 1776.", "4 = 1776-07-04; 10 July 1776 = 1776-07-10"),
        (
            "Between May 7 and 15, 1941, it burned.",
            "May 7 = 1941-05-07; 15, 1941 = 1941-05-15",
        ),
        ("The war of 1914–18 ended.", "1914 = 1914; 18 = 1918"),
        ("He ruled from 27 BC to AD 14.", "27 BC = BC0027; AD 14 = 0014"),
        ("They fought 499–493 BC.", "499 = BC0499; 493 BC = BC0493"),
        (
            "The lot ran 2004-02-01/2005-02-08.",
            "2004-02-01 = 2004-02-01; 2005-02-08 = 2005-02-08",
        ),
    ]);
}

/// What a range is, and as an extended interval.
#[test]
fn pairs() {
    let cases = [
        ("From 1914 to 1918 they fought.", RangeKind::FromTo, "1914/1918"),
        (
            "Between May 7 and 15, 1941, it burned.",
            RangeKind::Between,
            "1941-05-07/1941-05-15",
        ),
        ("The lot ran 2004-02-01/2005-02-08.", RangeKind::Dash, "2004-02-01/2005-02-08"),
    ];
    for (text, kind, edtf) in cases {
        let times = tag(&Document::plain("case", text), Options::default());
        let [range] = times.ranges[..] else { panic!("{text}: {:?}", times.ranges) };
        let found = range.edtf(&times.timexes).map(|edtf| edtf.to_string());
        assert_eq!((range.kind, found.as_deref()), (kind, Some(edtf)), "{text}");
    }
}

#[test]
fn silent() {
    for text in [
        "He won 4–3 and lost 2-1.",
        "See pp. 14–18 or 20-25.",
        "in 1914 and, later, 1918",
    ] {
        let times = tag(&Document::plain("case", text), Options::default());
        assert!(times.ranges.is_empty(), "{text}: {:?}", times.ranges);
    }
}
