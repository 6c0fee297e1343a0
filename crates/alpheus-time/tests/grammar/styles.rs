//! Calendars told behind a date, dates in figures, extended dates.

use crate::{check, story};
use alpheus_text::Document;
use alpheus_time::{Calendar, DateOrder, Options, tag};

#[test]
fn old_and_new_style() {
    let cases = [
        ("He fell on 25 October 1917 (Old Style).", Calendar::Julian, "1917-11-07"),
        ("He fell on 25 October 1917, O.S., at noon.", Calendar::Julian, "1917-11-07"),
        ("He fell on 7 November 1917 N.S. at last.", Calendar::Gregorian, "1917-11-07"),
        ("He fell on 7 November 1917 in style.", Calendar::Gregorian, "1917-11-07"),
        (
            "He fell on 7 November 1917. O. S. Fowler wrote.",
            Calendar::Gregorian,
            "1917-11-07",
        ),
    ];
    for (text, calendar, edtf) in cases {
        let times = tag(&Document::plain("case", text), Options::default());
        let timex = &times.timexes[0];
        let point = timex.point.expect("a day has a point");
        let found = timex.edtf().map(|edtf| edtf.to_string());
        assert_eq!((point.calendar, found.as_deref()), (calendar, Some(edtf)), "{text}");
    }
}

#[test]
fn figures_by_locale() {
    let with = |slashed| Options { slashed, ..Options::default() };
    let american = [
        ("It came on 9/11/2001.", "9/11/2001 = 2001-09-11"),
        ("Not 13/11/2001, nor 3/4 of it.", "2001 = 2001; 3/4 = XXXX-03-04"),
    ];
    check(&american[..1], with(Some(DateOrder::MonthFirst)), None);
    check(
        &[("It came on 9/11/2001.", "9/11/2001 = 2001-11-09")],
        with(Some(DateOrder::DayFirst)),
        None,
    );
    check(&[("It came on 9/11; he ate 3/4 of it.", "")], with(None), None);
}

#[test]
fn extended() {
    story(&[
        ("The file has 195X and 2004-XX.", "195X = 195; 2004-XX = 2004"),
        ("The file has 1984~.", "1984~ = 1984"),
        ("Was it in 1984? It rose 12%.", "1984 = 1984"),
        ("The X and the XX of it, ~5 or so.", ""),
    ]);
}
