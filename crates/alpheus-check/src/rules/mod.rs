//! The rules, one file each, and the list of them.

use crate::rule::Rule;

mod weekday_mismatch;

/// Every rule, in the order of the codes.
static RULES: [&Rule; 1] = [&weekday_mismatch::WEEKDAY_MISMATCH];

/// Every rule, in the order of the codes.
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

/// The rule with this name or code.
///
/// # Example: by either
/// ```
/// assert_eq!(alpheus_check::rule("T005"), alpheus_check::rule("weekday-mismatch"));
/// ```
pub fn rule(name_or_code: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.name == name_or_code || rule.code == name_or_code)
}
