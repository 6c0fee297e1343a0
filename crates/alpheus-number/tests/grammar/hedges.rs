//! Words that hedge a figure, before it and behind.

use crate::check;
use alpheus_number::figures;
use alpheus_text::Document;

#[test]
fn before() {
    check(&[
        ("He had more than 500 men.", "500 = >500"),
        ("He had no more than 500 men.", "500 = <=500"),
        ("He had not less than 500 men.", "500 = >=500"),
        ("He had no fewer than 500 men.", "500 = >=500"),
        ("He had fewer than 500 men.", "500 = <500"),
        ("He had upwards of 500 men.", "500 = >500"),
        ("He had in excess of 500 men.", "500 = >500"),
        ("He had well over five hundred men.", "five hundred = >500"),
        ("He had not exceeding 500 men.", "500 = <=500"),
        ("He had hardly over 500 men.", "500 = ~500"),
        ("He had nearly 500 men.", "500 = -<500"),
        ("He had close to 500 men.", "500 = -<500"),
        ("He had about 500 men.", "500 = ~500"),
        ("He had something like 500 men.", "500 = ~500"),
        ("He had c. 500 men and ca. 60 guns.", "500 = ~500; 60 = ~60"),
        ("He had ~500 men.", "500 = ~500"),
        ("He had a bare 500 men.", "500 = ~500"),
        ("He had scarcely 500 men.", "500 = ~500"),
        ("He had up to 500 men.", "500 = <=500"),
        ("He had as many as 500 men.", "500 = <=500"),
        ("He had at least 500 men.", "500 = >=500"),
        ("He had at the most 500 men.", "500 = <=500"),
        ("He had exactly 500 men.", "500 = !500"),
        (
            "He had some £500 and over two miles.",
            "£500 = ~500 Pound; two miles = >2 miles",
        ),
        ("Rather than 500 men he took 60.", "500 = 500; 60 = 60"),
    ]);
}

#[test]
fn behind() {
    check(&[
        ("It killed 106,000+ in all.", "106,000 = >106000"),
        ("It killed 300 or more.", "300 = >=300"),
        ("It killed 300 men or so.", "300 = ~300"),
        ("It killed 300 at least.", "300 = >=300"),
        ("It killed 300 men at most.", "300 = <=300"),
        ("It killed 300 and upwards.", "300 = >=300"),
        ("It killed forty-odd men.", "forty = >40"),
        ("It had twenty-seven thousand and odd men.", "twenty-seven thousand = >27000"),
        ("It killed 300, more or less.", "300 = 300"),
        ("It killed 300 or so that we heard.", "300 = 300"),
        ("It killed 300 and more than 40 fled.", "300 = 300; 40 = >40"),
    ]);
}

/// What a hedge allows.
#[test]
fn allowed() {
    for (text, holds, fails) in [
        ("more than six million", 6.4e6, 5.0e6),
        ("nearly 100", 97.0, 60.0),
        ("nearly 100", 100.0, 103.0),
        ("less than 100", 60.0, 103.0),
        ("about 300", 320.0, 400.0),
        ("at least 300", 300.0, 299.0),
        ("up to 300", 12.0, 301.0),
        ("60 per cent", 60.4, 60.6),
        ("74.5%", 74.46, 74.4),
        ("23,186 men", 23_186.0, 23_187.0),
        ("4 to 5 million", 5.4e6, 5.6e6),
        ("three times as many", 3.4, 3.6),
    ] {
        let interval = figures(&Document::plain("", text))[0].interval();
        assert!(interval.contains(holds), "{text}: {holds} in {interval:?}");
        assert!(!interval.contains(fails), "{text}: {fails} not in {interval:?}");
    }
}
