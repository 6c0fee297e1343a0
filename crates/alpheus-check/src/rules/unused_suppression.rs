//! A suppression that suppresses nothing.

use crate::{
    rule::{Level, declare_rule},
    sheet::{Account, Sheet},
};

declare_rule! {
    /// ## What it does
    /// Reports requests not to show findings (`alpheus-ignore` comments in Markdown and
    /// HTML, lines of a `.alpheus-ignore` file) that no finding answers to, that name no
    /// rule, or whose words the text does not hold.
    ///
    /// ## Why it matters
    /// A request that has outlived its reason hides the next slip in the same place.
    ///
    /// ## Example
    /// ```markdown
    /// <!-- alpheus-ignore weekday-mismatch -->
    ///
    /// He set out on Saturday, 13 March 1915.
    /// ```
    ///
    /// The weekday is right, so there is nothing to suppress.
    ///
    /// ## When it stays silent
    /// Where the rule that is named is not asked in this run.
    ///
    /// ## Measured precision
    /// Exact: it compares no readings.
    pub(crate) static UNUSED_SUPPRESSION = {
        name: "unused-suppression",
        code: "U001",
        summary: "a suppression suppresses nothing",
        level: Level::Warning,
        since: "0.1.0",
        check: check,
    }
}

/// The command reports these, for it alone sees what was asked not to be shown.
fn check(_account: &Account<'_>, _sheet: &mut Sheet<'_>) {}
