//! Whatever the text, reading does not panic, and every span slices it.

use alpheus_text::Document;
use alpheus_time::{Calendar, DateOrder, Domain, Options, tag};
use proptest::prelude::*;

/// Words that the grammar has rules for, and marks that join them.
const WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "same",
    "last",
    "past",
    "next",
    "previous",
    "following",
    "early",
    "mid",
    "late",
    "end",
    "start",
    "of",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "from",
    "between",
    "until",
    "by",
    "since",
    "May",
    "March",
    "Jan",
    "Oct",
    "Monday",
    "Fri",
    "day",
    "days",
    "week",
    "weeks",
    "months",
    "year",
    "years",
    "decade",
    "century",
    "centuries",
    "millennium",
    "quarter",
    "quarters",
    "half",
    "spring",
    "fall",
    "first",
    "second",
    "third",
    "twenty",
    "one",
    "two",
    "hundred",
    "thousand",
    "dozen",
    "several",
    "few",
    "couple",
    "ago",
    "later",
    "earlier",
    "before",
    "after",
    "daily",
    "every",
    "each",
    "twice",
    "times",
    "noon",
    "midnight",
    "morning",
    "night",
    "a.m.",
    "p.m.",
    "o'clock",
    "GMT",
    "now",
    "recently",
    "future",
    "today",
    "BC",
    "AD",
    "A.D.",
    "circa",
    "c.",
    "ult.",
    "inst.",
    "Easter",
    "Good",
    "Friday",
    "St",
    "Christmas",
    "Eve",
    "Ides",
    "XVIII",
    "XIth",
    "Old",
    "Style",
    "O.S.",
    "nearly",
    "about",
    "over",
    "more",
    "than",
    "at least",
    "old",
    "long",
    "will",
    "had",
    "fiscal",
    "our",
    "Lord",
    "period",
    "time",
    "0",
    "1",
    "3",
    "12",
    "31",
    "99",
    "1914",
    "1914-18",
    "'82",
    "1920s",
    "'20s",
    "30s",
    "9/11",
    "2004-06-15",
    "T10:30",
    "Z",
    "195X",
    "XX",
    "~",
    "5:30",
    "0530",
    "½",
    "18446744073709551616",
    "4294967296",
    "99999999999999999999",
    "-",
    "–",
    "—",
    ",",
    ".",
    "'",
    "’",
    "(",
    ")",
    "/",
    ":",
    "%",
    "$",
    "\n",
    "\n\n",
    "é",
    "日",
    "\u{ad}",
    "\u{a0}",
    "s",
    "th",
];

fn text() -> impl Strategy<Value = String> {
    let joined = (prop::sample::select(WORDS), prop::sample::select(&["", " ", " "][..]));
    let words = prop::collection::vec(joined, 0..40);
    words.prop_map(|words| words.iter().flat_map(|(word, gap)| [*word, *gap]).collect())
}

fn options() -> impl Strategy<Value = Options> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(news, julian, american)| {
        Options {
            domain: if news { Domain::News } else { Domain::Narrative },
            calendar: if julian { Calendar::Julian } else { Calendar::Gregorian },
            slashed: Some(if american {
                DateOrder::MonthFirst
            } else {
                DateOrder::DayFirst
            }),
            ..Options::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_slice_the_text(text in text(), options in options(), dated in any::<bool>()) {
        let doc = Document::plain("any", &text).dated(dated.then_some("2010-05-12"));
        let times = tag(&doc, options);
        let mut end = 0;
        for timex in &times.timexes {
            prop_assert!(timex.span.start >= end, "in order and apart");
            prop_assert!(text.get(timex.span.range()).is_some_and(|words| !words.is_empty()));
            end = timex.span.end;
            let _ = timex.edtf();
        }
        for range in &times.ranges {
            prop_assert!(range.begin < range.end && (range.end as usize) < times.timexes.len());
        }
        prop_assert_eq!(tag(&doc, options).timexes, times.timexes);
    }

    #[test]
    fn anything_at_all(text in "\\PC{0,60}", options in options()) {
        let doc = Document::plain("any", &text);
        for timex in tag(&doc, options).timexes {
            prop_assert!(text.get(timex.span.range()).is_some());
        }
    }
}
