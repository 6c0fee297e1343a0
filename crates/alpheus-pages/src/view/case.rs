//! A case as it is shown.

use super::At;
use alpheus_weigh::Weighing;
use serde::Serialize;

#[cfg(test)]
use ts_rs::TS;

/// A case that was weighed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Case {
    /// The case file.
    pub file: String,
    /// What is wrong or odd in it.
    pub faults: Vec<Fault>,
    /// The items of evidence, with the likelihoods as they are written.
    pub evidence: Vec<Evidence>,
    /// What follows.
    pub weighing: Weighing,
    /// How far the shares may go without each source, where that could be reckoned.
    pub without: Vec<Without>,
}

/// A case without one of its sources.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Without {
    /// The source's key.
    pub source: String,
    /// The lowest and highest share of each hypothesis.
    pub ranges: Vec<[f64; 2]>,
}

/// Something wrong or odd in a case file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Fault {
    /// `error`, `warning` or `note`.
    pub level: String,
    /// One sentence.
    pub message: String,
    /// The line, from 1.
    pub line: u32,
    /// What to do.
    pub help: Option<String>,
}

/// An item of evidence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Evidence {
    /// Its key.
    pub key: String,
    /// What is told.
    pub say: String,
    /// The key of its source.
    pub source: String,
    /// For each hypothesis, how likely that is under it, as it is written.
    pub written: Vec<String>,
    /// The same as ranges.
    pub ranges: Vec<[f64; 2]>,
    /// Where its words stand: the file and the words.
    pub words: Option<[String; 2]>,
    /// The account that has them, by its place.
    pub account: Option<usize>,
    /// Where in it.
    pub at: Vec<At>,
}
