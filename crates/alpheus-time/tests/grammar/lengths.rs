//! Lengths, steps and sets.

use crate::story;

#[test]
fn lengths() {
    story(&[
        ("He served a year and a half.", "a year and a half = P1.5Y"),
        ("It took two and a half years.", "two and a half years = P2.5Y"),
        ("It lasted half a century.", "half a century = P0.5CE"),
        ("It lasted a quarter of a century.", "a quarter of a century = P0.25CE"),
        ("They waited three days.", "three days = P3D"),
        ("They waited nearly six weeks.", "nearly six weeks = P6W"),
        ("They waited several months.", "several months = PXM"),
        ("They thought that a few months would do.", "a few months = PXM"),
        ("They worked for five consecutive quarters.", "five consecutive quarters = P5Q"),
        ("They worked for 3½ hours.", "3½ hours = PT3.5H"),
        ("They worked for 3 1/2 hours.", "3 1/2 hours = PT3.5H"),
        ("He slept five-and-twenty years.", "five-and-twenty years = P25Y"),
        ("She lived threescore and ten years.", "threescore and ten years = P70Y"),
        ("It lasted 90 million years.", "90 million years = P90000000Y"),
        ("It lasted half a million years.", "half a million years = P500000Y"),
        ("It took two hundred and three hundred men.", ""),
    ]);
}

#[test]
fn steps() {
    story(&[
        (
            "It fell on 3 May 1915. Two days later it rose.",
            "3 May 1915 = 1915-05-03; Two days later = 1915-05-05",
        ),
        (
            "It fell on 3 May 1915. Two billion years later it rose.",
            "3 May 1915 = 1915-05-03; Two billion years later = XXXX",
        ),
        (
            "It fell in 1915. The following year it rose.",
            "1915 = 1915; The following year = 1916",
        ),
        (
            "It fell in 1915. Ten years earlier it rose.",
            "1915 = 1915; Ten years earlier = 1905",
        ),
        (
            "It fell on 30 June 1915. The next day it rose.",
            "30 June 1915 = 1915-06-30; The next day = 1915-07-01",
        ),
    ]);
}

#[test]
fn steps_beyond_the_calendar_have_no_date() {
    story(&[
        (
            "It fell in 1915. 900,000,000 years later it rose.",
            "1915 = 1915; 900,000,000 years later = XXXX",
        ),
        ("In the 0th quarter nothing was sold.", ""),
    ]);
}

#[test]
fn sets() {
    story(&[
        ("They met twice a week.", "twice a week = XXXX-WXX"),
        ("The river floods every spring.", "every spring = XXXX-SP"),
        ("It is held every second Tuesday.", "every second Tuesday = XXXX-WXX-2"),
        ("It is held every third year.", "every third year = P3Y"),
        ("It came daily.", "daily = XXXX-XX-XX"),
    ]);
}

#[test]
fn silent() {
    story(&[
        ("The child was three years old.", ""),
        ("A six-year-old boy won.", ""),
        ("Children aged 6 months and older came.", ""),
        ("A second attempt was made, and a third.", ""),
        ("Three quarters of the army fled.", ""),
        ("Each man had a gun; every door was shut.", ""),
        ("He met her twice, or thrice, at sea.", ""),
    ]);
}
