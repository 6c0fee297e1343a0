//! The rules: statements in, conflicts and findings out.

mod finding;
mod rule;

pub use finding::{CheckResult, Checked, Finding, Label, Outcome};
pub use rule::{Level, Rule};
