//! What a rule declares of itself, and how it is asked.

use crate::sheet::{Account, Sheet};
use std::fmt;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth a look; shown only when asked for.
    Note,
    /// Likely wrong.
    Warning,
    /// Can't all be true.
    Error,
}

impl Level {
    /// `note`, `warning` or `error`.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A rule's declaration: from it come `alpheus rule`, the pages of the book, the
/// configuration and SARIF.
pub struct Rule {
    /// The kebab-case name, stating the fault.
    pub name: &'static str,
    /// A stable alias.
    pub code: &'static str,
    /// One line: what the fault is.
    pub summary: &'static str,
    /// The level of its findings unless configured otherwise.
    pub level: Level,
    /// The version that it came with.
    pub since: &'static str,
    /// The doc comment of the declaration, each line with the space it is written with.
    pub(crate) raw_docs: &'static str,
    /// Puts every statement that it can check on the sheet.
    pub(crate) check: fn(&Account<'_>, &mut Sheet<'_>),
}

impl Rule {
    /// Its page, in Markdown, beginning with the first heading.
    pub fn docs(&self) -> String {
        let lines =
            self.raw_docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule")
            .field("name", &self.name)
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// Declares a rule; its doc comment becomes its page.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $vis:vis static $id:ident = {
            name: $name:literal,
            code: $code:literal,
            summary: $summary:literal,
            level: $level:expr,
            since: $since:literal,
            check: $check:expr,
        }
    ) => {
        $(#[doc = $doc])+
        $vis static $id: $crate::rule::Rule = $crate::rule::Rule {
            name: $name,
            code: $code,
            summary: $summary,
            level: $level,
            since: $since,
            raw_docs: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
}
pub(crate) use declare_rule;
