//! What a check is told.

use crate::{
    references::References,
    rule::{Level, Rule},
};
use std::{collections::BTreeMap, sync::Arc};

/// Which rules are asked, at which levels, and how the text is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How times are read.
    pub reading: alpheus_read::Options,
    /// What the text is compared with from outside.
    pub references: Arc<References>,
    settings: BTreeMap<&'static str, Option<Level>>,
}

impl Options {
    /// Sets a rule's level, or turns it off with `None`.
    ///
    /// # Example: one rule off
    /// ```
    /// use alpheus_check::{Options, rule};
    /// let rule = rule("weekday-mismatch").expect("a rule of this name");
    /// let mut options = Options::default();
    /// options.set(rule, None);
    /// assert_eq!(options.level(rule), None);
    /// ```
    pub fn set(&mut self, rule: &'static Rule, level: Option<Level>) {
        self.settings.insert(rule.code, level);
    }

    /// The level of a rule's findings; `None` where it is off.
    pub fn level(&self, rule: &Rule) -> Option<Level> {
        self.settings.get(rule.code).copied().unwrap_or(Some(rule.level))
    }
}
