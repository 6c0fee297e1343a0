//! A row of the ledger as it is shown.

use super::At;
use serde::Serialize;

#[cfg(test)]
use ts_rs::TS;

/// A row of the ledger.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Claim {
    /// The account, by its place.
    pub account: usize,
    /// The line that it begins in.
    pub line: u32,
    /// The name of its kind.
    pub kind: String,
    /// The claim's words.
    pub at: Vec<At>,
    /// The words that make it a claim of its kind.
    pub cue: Vec<At>,
    /// Whose claim it is, if not the author's: `quoted` or `others`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub speaker: Option<String>,
    /// How it is meant, if it is not asserted: `planned`, `ordered`, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub modality: Option<String>,
    /// The words with which the text gives a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub text_source: Option<String>,
    /// `conflicts`, `holds` or `undecided`, if it was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub check: Option<String>,
    /// The rule, with the sum or the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub check_note: Option<String>,
    /// What a person filled in: source, verdict, initials, note.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub filled: Option<Filled>,
}

/// What a person filled in in a ledger.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Filled {
    /// What the claim was checked against.
    pub source: String,
    /// What came of it.
    pub verdict: String,
    /// Who checked it.
    pub initials: String,
    /// Anything else.
    pub note: String,
}

/// A kind of claims.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct ClaimKind {
    /// Its name.
    pub name: String,
    /// What would settle a claim of this kind.
    pub settled_by: String,
}
