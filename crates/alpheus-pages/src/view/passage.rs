//! Quotations and shared passages as they are shown.

use super::At;
use serde::Serialize;

#[cfg(test)]
use ts_rs::TS;

/// A quotation.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Quotation {
    /// The account, by its place.
    pub account: usize,
    /// The words.
    pub at: Vec<At>,
    /// Who says it, as the text has it.
    pub speaker: Option<String>,
    /// To whom.
    pub addressee: Option<String>,
    /// When, as the text has it.
    pub date: Option<String>,
    /// The letter, speech or book that the text names.
    pub source: Option<String>,
    /// What became of it in the library.
    pub trace: Option<Trace>,
}

/// What became of a quotation in the library.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Trace {
    /// The verdict's name.
    pub verdict: String,
    /// Its parts in the library; several where it joins places or leaves words out.
    pub parts: Vec<Part>,
    /// Words that were not found, though others were.
    pub missing: Vec<String>,
    /// Doubts about author and date, in words.
    pub doubts: Vec<String>,
}

/// A stretch of a quotation with its source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Part {
    /// The source's id.
    pub id: String,
    /// The source as it is cited.
    pub cited: String,
    /// The line in the source.
    pub line: u32,
    /// The page, where the source marks its pages.
    pub page: Option<String>,
    /// The share of equal letters, in percent.
    pub identity: f64,
    /// The account's words, cut where they differ.
    pub here: Vec<Run>,
    /// The source's words, cut where they differ.
    pub there: Vec<Run>,
    /// What changes the sense most: `negation`, `number`, `name`.
    pub of: Vec<String>,
    /// Other sources that have it, as they are cited.
    pub others: Vec<String>,
}

/// Words with how they differ from the other text: `same`, `spelling`, `changed`, `added`,
/// `dropped`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Run(pub String, pub String);

/// A passage that several texts share.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Lineage {
    /// Its witnesses.
    pub witnesses: Vec<Witness>,
    /// Sources that are lost, each with the witness that it goes back to.
    pub lost: Vec<Option<usize>>,
}

/// A text that has a passage.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Witness {
    /// What it is called.
    pub id: String,
    /// Its date, as it was given.
    pub date: Option<String>,
    /// Its words.
    pub text: String,
    /// Where it has them from: `first`, `witness`, `lost`, `unknown`.
    pub from: String,
    /// The place of the likeliest model, or of the lost source.
    pub parent: Option<usize>,
    /// How sure that is, from 0 to 1.
    pub support: f64,
    /// What the likeliest copying changed, in words.
    pub changes: Option<String>,
}
