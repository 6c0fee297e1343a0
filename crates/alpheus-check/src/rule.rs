//! What a rule declares of itself.

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

/// A rule's declaration: from it come `alpheus rule`, the pages of the book, the
/// configuration and SARIF.
#[derive(Debug)]
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
    /// Its page, in Markdown.
    pub docs: &'static str,
}
