//! Counts in digits and in words.

use crate::check;
use alpheus_number::{Figure, figures};
use alpheus_text::Document;

#[test]
fn digits() {
    check(&[
        ("The fleet had 23,186 men.", "23,186 = 23186"),
        ("The fleet had 23\u{a0}186 men.", "23\u{a0}186 = 23186"),
        ("The fleet had 23\u{2009}186 men.", "23\u{2009}186 = 23186"),
        ("The canton has 23'186 voters.", "23'186 = 23186"),
        ("It holds 12,34,567 souls.", "12,34,567 = 1234567"),
        ("It has 1.5 million books.", "1.5 million = 1500000"),
        ("It has 37k books and 2bn leaves.", "37k = 37000; 2bn = 2000000000"),
        ("He scored .250, then 0.5 and 1·5.", ".250 = 0.25; 0.5 = 0.5; 1·5 = 1.5"),
        ("It fell to -40 at night.", "-40 = -40"),
        ("She hit 30-for-81 in all.", "30 = 30; 81 = 81"),
        ("He ate 3½ loaves and 3 1/2 pies.", "3½ = 3.5; 3 1/2 = 3.5"),
    ]);
}

#[test]
fn words() {
    check(&[
        ("They were eighteen hundred and twelve.", "eighteen hundred and twelve = 1812"),
        ("They were four score and seven.", "four score and seven = 87"),
        ("They were five-and-twenty.", "five-and-twenty = 25"),
        ("Some three thousand million souls.", "three thousand million = ~3000000000"),
        ("It took half a million men.", "half a million = 500000"),
        ("It took three-quarters of a million.", "three-quarters of a million = 750000"),
        ("He sold two dozen eggs.", "two dozen = 24"),
        ("One officer and 13 men fell.", "One = 1; 13 = 13"),
        ("A majority of one carried it.", "one = 1"),
    ]);
}

#[test]
fn parts_of_a_whole() {
    check(&[
        ("Two-thirds of the men fell.", "Two-thirds = 0.666667 part"),
        ("A quarter of the town burned.", "A quarter = 0.25 part"),
        ("Half the crew was sick.", "Half = 0.5 part"),
        ("Give it 1/2 of the sum.", "1/2 = 0.5 part"),
        ("It is a quarter of a mile off.", "a quarter of a mile = 0.25 miles"),
        ("The first half of the year was dry.", ""),
        ("A third man came.", "third = 3th"),
    ]);
}

#[test]
fn ordinals() {
    check(&[
        ("The 21st battery fired.", "21st = 21th"),
        ("On the one hundred and fiftieth page.", "one hundred and fiftieth = 150th"),
        ("The twelfth gun burst.", "twelfth = 12th"),
        ("First they rested, then the second came.", "second = 2th"),
        ("Weston’s second wife was the first to see it.", "second = 2th; first = 1th"),
        ("It was the first of three.", "first = 1th; three = 3"),
        ("A second later he fell; at first he spoke.", ""),
        ("The first lieutenant of the 5th Brigade and the 56th Foot.", ""),
        ("The third-class deck was the third-largest.", "third = 3th"),
    ]);
}

/// What a point or a space before three digits is, the document shows.
#[test]
fn usage_of_the_document() {
    check(&[
        (
            "The district lost 12.400 of its 150.000 souls, and 23.186 horses.",
            "12.400 = 12400; 150.000 = 150000; 23.186 = 23186",
        ),
        ("It is 3.142, or 22.500 to 7.25.", "3.142 = 3.142; 22.500 = 22.5; 7.25 = 7.25"),
        ("Of 12,000 men 150.000 died.", "12,000 = 12000"),
        (
            "Of 23 186 men and 12 400 horses 1 000 came home.",
            "23 186 = 23186; 12 400 = 12400; 1 000 = 1000",
        ),
        ("Of 10 000 men few came.", "10 000 = 10000"),
        ("In groups of 23 186 men came.", "23 = 23; 186 = 186"),
    ]);
}

#[test]
fn years_can_be_told() {
    let may = |text: &str| {
        figures(&Document::plain("", text))
            .iter()
            .map(Figure::may_be_year)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        may("Of 1805 and 1,805, of 1805 men and 1805 miles"),
        [true, false, true, false]
    );
    assert_eq!(
        may("Of 1914–1918 and 999, of eighteen hundred"),
        [true, true, false, false]
    );
}

/// The worth of the last place drives all rounding.
#[test]
fn last_places() {
    for (text, step) in [
        ("74.50", 0.01),
        ("3½", 0.5),
        ("23,186", 1.0),
        ("twenty thousand", 1000.0),
        ("two hundred", 100.0),
        ("a hundred and fifty", 1.0),
        ("1.5 million", 100_000.0),
        ("4 to 5 million", 1e6),
        ("12.5 per mille", 0.01),
        ("£3 4s. 6d.", 1.0 / 240.0),
        ("6 ft 2 in", 1.0 / 12.0),
        ("two-thirds", 1.0 / 3.0),
        (".250", 0.001),
        ("50 cents", 0.01),
        ("$4.5m", 100_000.0),
    ] {
        let read = figures(&Document::plain("", text));
        assert!((read[0].step / step - 1.0).abs() < 1e-9, "{text}: {}", read[0].step);
    }
}

#[test]
fn markup_within_a_number_is_none_of_its_digits() {
    for (text, value) in [("Of .5|", 0.5), ("Of .2|05 m", 0.205)] {
        let doc = Document::plain("case", text.replace('|', &"\0".repeat(400)));
        let figure = figures(&doc)[0];
        assert!((figure.value - value).abs() < 1e-9 && figure.step > 0.0, "{figure:?}");
    }
}
