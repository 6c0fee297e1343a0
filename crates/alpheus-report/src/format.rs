//! The formats that findings are written in.

use crate::{Agreement, Summary, concise, full, github, json, sarif};
use alpheus_check::{CheckResult, Finding, Rule};
use alpheus_text::Document;

/// How findings are written.
///
/// What is written for a whole run is [`head`](Format::head), then the
/// [`body`](Format::body) of each document that has one, with [`joint`](Format::joint)
/// between, then [`tail`](Format::tail).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a reader: the words that clash, the sum, what to look at.
    Full,
    /// One line a finding.
    Concise,
    /// One JSON object a line for a finding.
    Jsonl,
    /// One JSON object for the run.
    Json,
    /// SARIF 2.1.0, which code scanners exchange.
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines of a change.
    Github,
}

/// What text is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How many columns it has.
    pub width: usize,
    /// Whether it shows colours.
    pub color: bool,
}

/// A document with what is to be shown of it.
#[derive(Clone, Copy, Debug)]
pub struct Report<'r> {
    /// The document.
    pub doc: &'r Document,
    /// What clashes in it.
    pub findings: &'r [Finding],
    /// Checks that are to be listed, with their sums.
    pub results: &'r [CheckResult],
}

/// A path that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

impl Format {
    /// What stands before the first document.
    pub fn head(self, rules: &[&Rule]) -> String {
        match self {
            Format::Json => json::HEAD.to_owned(),
            Format::Sarif => sarif::head(rules),
            Format::Full | Format::Concise | Format::Jsonl | Format::Github => {
                String::new()
            }
        }
    }

    /// What is written for one document; nothing where there is nothing to show.
    pub fn body(self, report: &Report<'_>, screen: Screen) -> String {
        if report.findings.is_empty() && report.results.is_empty() {
            return String::new();
        }
        match self {
            Format::Full => full::body(report, screen),
            Format::Concise => concise::body(report),
            Format::Jsonl => json::lines(report),
            Format::Json => json::document(report),
            Format::Sarif => sarif::results(report),
            Format::Github => github::body(report),
        }
    }

    /// What stands between two documents.
    pub fn joint(self) -> &'static str {
        match self {
            Format::Json | Format::Sarif => ",\n",
            Format::Full | Format::Concise | Format::Jsonl | Format::Github => "",
        }
    }

    /// What stands after the last document. SARIF and GitHub have no place for what
    /// accounts agree on.
    pub fn tail(
        self,
        summary: &Summary,
        unread: &[Unread],
        agreement: Option<&Agreement>,
        screen: Screen,
    ) -> String {
        let listed = agreement.filter(|agreement| agreement.listed);
        let table = || listed.map(|agreement| agreement.text(screen)).unwrap_or_default();
        match self {
            Format::Full => {
                let told = agreement.map(|agreement| format!("{agreement}\n"));
                format!("{}{summary}\n{}", table(), told.unwrap_or_default())
            }
            Format::Concise => table(),
            Format::Json => json::tail(summary, unread, listed),
            Format::Jsonl => listed.map(Agreement::lines).unwrap_or_default(),
            Format::Sarif => sarif::tail(summary, unread),
            Format::Github => String::new(),
        }
    }

    /// Whether the counts are part of what is written.
    pub fn tells_counts(self) -> bool {
        matches!(self, Format::Full | Format::Json | Format::Sarif)
    }
}
