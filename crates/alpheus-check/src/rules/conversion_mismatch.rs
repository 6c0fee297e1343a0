//! A measure and its conversion differ.

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
    pub(crate) static CONVERSION_MISMATCH = {
        name: "conversion-mismatch",
        code: "N007",
        summary: "a measure and its conversion differ",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, _sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Conversion(_) = &statement.assertion {}
    }
}
