//! A percentage does not fit its part and its whole.

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
    pub(crate) static SHARE_MISMATCH = {
        name: "share-mismatch",
        code: "N003",
        summary: "a percentage does not fit its part and its whole",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, _sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Share(_) = &statement.assertion {}
    }
}
