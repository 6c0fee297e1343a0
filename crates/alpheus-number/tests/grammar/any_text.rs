//! Whatever the text, reading does not panic, and what is read stands in the text.

use alpheus_number::{Reader, figures};
use alpheus_text::Document;
use proptest::prelude::*;

/// Words that the grammar has rules for, and marks that join them.
const WORDS: &[&str] = &[
    "one",
    "two",
    "five",
    "twelve",
    "twenty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "thousands",
    "dozen",
    "score",
    "half",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "a",
    "an",
    "and",
    "or",
    "to",
    "of",
    "the",
    "between",
    "from",
    "times",
    "twice",
    "fold",
    "as",
    "many",
    "again",
    "per",
    "cent",
    "percent",
    "pct",
    "p.c.",
    "%",
    "‰",
    "£",
    "$",
    "€",
    "s.",
    "d.",
    "s",
    "d",
    "k",
    "m",
    "bn",
    "km",
    "miles",
    "ft",
    "in",
    "feet",
    "inches",
    "francs",
    "cents",
    "pence",
    "more",
    "less",
    "than",
    "not",
    "no",
    "nearly",
    "about",
    "over",
    "at",
    "least",
    "most",
    "up",
    "so",
    "odd",
    "c.",
    "No.",
    "p.",
    "vol.",
    "ii",
    "chapter",
    "Company",
    "MG",
    "X",
    "o'clock",
    "first",
    "tenth",
    "21st",
    "7",
    "12",
    "300",
    "007",
    "186",
    "23",
    "1914",
    "1918",
    "100000",
    "0",
    "1",
    "999999999999999999",
    "½",
    "⅔",
    "°",
    "'",
    "\"",
    "-",
    "–",
    "—",
    ",",
    ".",
    ":",
    "/",
    "(",
    ")",
    "[",
    "]",
    "+",
    "~",
    "&",
    "é",
    "\u{a0}",
    "\u{2009}",
    "\0",
    "\n",
    "men",
];

/// Words with and without spaces between.
fn text() -> impl Strategy<Value = String> {
    let word = (proptest::sample::select(WORDS), prop::bool::weighted(0.6));
    proptest::collection::vec(word, 0..24).prop_map(|words| {
        words
            .iter()
            .flat_map(|&(word, spaced)| [word, if spaced { " " } else { "" }])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn figures_stand_in_the_text(text in text()) {
        let doc = Document::plain("any", text.as_str());
        let mut last = 0;
        for figure in figures(&doc) {
            let span = figure.span;
            prop_assert!(!span.is_empty() && last <= span.start, "in order and apart: {text:?}");
            prop_assert!(text.get(span.range()).is_some(), "{span:?} slices {text:?}");
            last = span.end;
        }
    }

    #[test]
    fn values_lie_in_their_intervals(text in text()) {
        for figure in figures(&Document::plain("any", text.as_str())) {
            let words = &text[figure.span.range()];
            prop_assert!(figure.value.is_finite() && figure.to.is_finite(), "{words}");
            prop_assert!(figure.value <= figure.to, "{words}: {figure:?}");
            prop_assert!(figure.step > 0.0, "{words}: {figure:?}");
            for interval in [figure.interval(), figure.rounded()] {
                prop_assert!(interval.contains(figure.value), "{words}: {figure:?}");
                prop_assert!(interval.contains(figure.to), "{words}: {figure:?}");
            }
        }
    }

    /// A figure takes no token of something else, wherever that begins.
    #[test]
    fn nothing_taken_is_read(text in text(), from in 0_usize..20, length in 1_usize..4) {
        let doc = Document::plain("any", text.as_str());
        let (mut tokens, mut found) = (Vec::new(), Vec::new());
        for block in doc.blocks() {
            doc.tokenize(block, &mut tokens);
            let other = from..from + length;
            let taken = |at: usize| other.contains(&at).then_some(other.end);
            Reader::default().block(&doc, &tokens, taken, &mut found);
            for found in &found {
                let free = found.end <= other.start || other.end <= found.first;
                prop_assert!(free, "{found:?} in {text:?}");
                prop_assert!(found.first < found.end && found.end <= tokens.len());
            }
        }
    }
}
