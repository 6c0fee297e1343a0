//! Parts do not add up to their total.

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
    pub(crate) static SUM_MISMATCH = {
        name: "sum-mismatch",
        code: "N001",
        summary: "parts do not add up to their total",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, _sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Sum(_) = &statement.assertion {}
    }
}
