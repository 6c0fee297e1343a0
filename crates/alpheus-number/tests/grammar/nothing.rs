//! Numbers that count nothing.

use crate::check;

#[test]
fn labels() {
    check(&[
        ("See No. 12 and Nos. 14, 15.", ""),
        ("See chapter 5, p. 33, pp. 12, 13–15 and 20.", ""),
        ("See vol. ii, 3; vol. iii. p. 40; § 4.", ""),
        ("He fell.[12] They fled.{33} All wept.14", ""),
        ("Company 4 held Hill 60 with the MG 42.", ""),
        ("A T-34, a Ju 88, a U-47 and a B17.", ""),
        ("Version 2.0.1 came; call 555-1234-99.", ""),
        ("1. He came. 2 men fled.", "2 = 2"),
        ("They (1) came, (2) saw.", ""),
        ("In lat. 46°, long. 28° it lay.", ""),
        ("At 52° 13' N it turned.", ""),
        ("See page five.", ""),
        ("They met in Round 2; boat 6, with 30 men, was lost.", "30 = 30"),
        ("In room 30 men slept.", "30 = 30"),
        ("Lee, General, 12, 40–43, 77", ""),
        ("See Livy, l. vii. c. 10, and Dion. c. 12.", ""),
    ]);
}

#[test]
fn times_scores_and_the_like() {
    check(&[
        ("They met at 10:30, at 4 p.m., at nine o'clock.", ""),
        ("They won 3–2 and lost 2-3, to finish 6–10.", ""),
        ("At a quarter-past three or half past two, or eight oclock.", ""),
        ("The session of 1914/15 sat.", ""),
        ("The class of '14 met.", ""),
        ("A 12-pounder and a twelve-pounder fired.", ""),
        ("Agent 007 fled.", ""),
    ]);
}

#[test]
fn words_that_are_no_counts() {
    check(&[
        ("One of the men told no one, and this one another.", ""),
        ("One must see it one day; the only one left.", ""),
        ("Several hundred men, a few thousand.", ""),
        ("They came one by one.", ""),
        ("The score was even.", ""),
        ("The Hundred Days and the Big Three.", ""),
        ("A one-sided three-cornered fight.", ""),
        ("Hundreds came, and tens of thousands.", ""),
    ]);
}
