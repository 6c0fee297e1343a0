//! The shares of one whole pass a hundred percent.

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
    pub(crate) static SHARES_OVER_WHOLE = {
        name: "shares-over-whole",
        code: "N004",
        summary: "the shares of one whole pass a hundred percent",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, _sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Shares(_) = &statement.assertion {}
    }
}
