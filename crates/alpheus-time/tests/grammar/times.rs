//! Times of day.

use crate::story;

#[test]
fn clocks() {
    story(&[
        ("He left at 5 p.m. on 3 May 1915.", "5 p.m. on 3 May 1915 = 1915-05-03T17:00"),
        (
            "On 3 May 1915 he left at half past seven.",
            "3 May 1915 = 1915-05-03; half past seven = 1915-05-03T07:30",
        ),
        (
            "On 3 May 1915 he left at seven o'clock.",
            "3 May 1915 = 1915-05-03; seven o'clock = 1915-05-03T07:00",
        ),
        (
            "On 3 May 1915 he left at six A.M.",
            "3 May 1915 = 1915-05-03; six A.M. = 1915-05-03T06:00",
        ),
        (
            "He left at 5.34 a.m. on 3 May 1915.",
            "5.34 a.m. on 3 May 1915 = 1915-05-03T05:34",
        ),
        (
            "It came at 2004-06-15T10:30:00Z.",
            "2004-06-15T10:30:00Z = 2004-06-15T10:30:00Z",
        ),
        (
            "On 3 May 1915, at 0530 hours, it rained.",
            "3 May 1915 = 1915-05-03; 0530 hours = 1915-05-03T05:30",
        ),
    ]);
}

#[test]
fn parts_of_the_day() {
    story(&[
        (
            "On 3 May 1915 it rained. That night it froze.",
            "3 May 1915 = 1915-05-03; That night = 1915-05-03TNI",
        ),
        (
            "On the morning of 3 May 1915 it rained.",
            "the morning of 3 May 1915 = 1915-05-03TMO",
        ),
        ("They rose at dawn.", "dawn = XXXX-XX-XXTMO"),
    ]);
}

#[test]
fn silent() {
    story(&[
        ("The score was 5:3, the ratio 2:1.", ""),
        ("It cost 5.30 and weighed 7.15 tons.", ""),
        ("Half of the men and a quarter of the horses died.", ""),
    ]);
}
