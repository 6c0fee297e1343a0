//! News: what is reckoned from the day of writing, and what stands outside.

use crate::news_of;

/// A Wednesday.
const DAY: &str = "2010-05-12";

#[test]
fn weekdays_by_tense() {
    news_of(
        DAY,
        &[
            ("The council met on Monday.", "Monday = 2010-05-10"),
            ("The council will meet on Monday.", "Monday = 2010-05-17"),
            ("The council said Monday it will close.", "Monday = 2010-05-10"),
            ("The council is scheduled to meet Friday.", "Friday = 2010-05-14"),
            ("The vote has been put off until Thursday.", "Thursday = 2010-05-13"),
        ],
    );
}

#[test]
fn months_by_tense() {
    news_of(
        DAY,
        &[
            ("The bridge opened in March.", "March = 2010-03"),
            ("The bridge opened in August.", "August = 2009-08"),
            ("The bridge will open in August.", "August = 2010-08"),
            ("The bridge is due to be opened in March.", "March = 2011-03"),
            ("Sales rose in the fourth quarter.", "the fourth quarter = 2009-Q4"),
            (
                "Sales rose in the first quarter of last year.",
                "the first quarter of last year = 2009-Q1",
            ),
        ],
    );
}

#[test]
fn from_the_day_of_writing() {
    news_of(
        DAY,
        &[
            ("It rained yesterday.", "yesterday = 2010-05-11"),
            ("It rained last week.", "last week = 2010-W18"),
            ("It rained last month, and in 1999.", "last month = 2010-04; 1999 = 1999"),
            ("In 1999 it rained; last year it snowed.", "1999 = 1999; last year = 2009"),
            ("It rained two years ago.", "two years ago = 2008"),
            ("It rains daily.", "daily = P1D"),
            (
                "Sales fell in April from the same month a year ago.",
                "April = 2010-04; the same month a year ago = 2009-04",
            ),
            ("It peaked by the end of the year.", "the end of the year = 2009"),
            ("It will end by the end of the year.", "the end of the year = 2010"),
        ],
    );
}

#[test]
fn extents() {
    news_of(
        DAY,
        &[
            ("It took just over a week.", "a week = P1W"),
            ("It took about three months.", "three months = P3M"),
            ("It fell over the past two years.", "the past two years = P2Y"),
            ("It fell in the past year.", "the past year = P1Y"),
            ("It fell in recent weeks.", "recent weeks = PXW"),
            ("It was the worst in a decade.", "a decade = P10Y"),
            ("He got five years' probation.", "five years' = P5Y"),
            ("It was a town of the 20th century.", "20th century = 19"),
            (
                "It came two weeks before the vote of 2009.",
                "two weeks = P2W; 2009 = 2009",
            ),
            ("Shares ended the day lower.", "the day = 2010-05-12"),
        ],
    );
}

#[test]
fn silent() {
    news_of(
        DAY,
        &[
            ("The former mayor spoke to his men.", ""),
            ("He saved the day when all ran.", ""),
            ("The 45-year-old mayor resigned.", ""),
            ("Prices rose by 12 percent to $1,999.", ""),
        ],
    );
}
