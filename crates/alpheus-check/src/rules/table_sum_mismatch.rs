//! A table's total is not the sum of its rows.

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
    pub(crate) static TABLE_SUM_MISMATCH = {
        name: "table-sum-mismatch",
        code: "N002",
        summary: "a table's total is not the sum of its rows",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, _sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::TableSum(_) = &statement.assertion {}
    }
}
