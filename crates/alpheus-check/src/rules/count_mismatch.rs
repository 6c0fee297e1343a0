//! A count does not fit the list behind it.

use crate::{
    rule::{Level, declare_rule},
    sheet::{Account, Sheet},
};
use alpheus_read::Assertion;

declare_rule! {
    /// ## What it does
    ///
    /// ## Why it matters
    ///
    /// ## Example
    ///
    /// ## When it stays silent
    ///
    /// ## Measured precision
    pub(crate) static COUNT_MISMATCH = {
        name: "count-mismatch",
        code: "N008",
        summary: "a count does not fit the list behind it",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, _sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::List(_) = &statement.assertion {}
    }
}
