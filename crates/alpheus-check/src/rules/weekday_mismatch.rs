//! A weekday against its date.

use crate::{
    rule::{Level, declare_rule},
    sheet::{Account, Sheet},
};

declare_rule! {
    /// ## What it does
    /// Compares the weekday that is written with a date with the calendar.
    ///
    /// ## Why it matters
    /// A weekday is a check digit on a date: one of the two was copied wrongly.
    ///
    /// ## Example
    /// > He set out on Friday, 13 March 1915.
    ///
    /// 13 March 1915 was a Saturday.
    ///
    /// ## When it stays silent
    /// Where the weekday fits the Julian calendar.
    ///
    /// ## Measured precision
    /// Not yet measured.
    pub(crate) static WEEKDAY_MISMATCH = {
        name: "weekday-mismatch",
        code: "T005",
        summary: "a weekday does not fit its date",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(_account: &Account<'_>, _sheet: &mut Sheet<'_>) {}
