//! An account as it is shown: its text, its findings, its checks, its dates.

use super::At;
use alpheus_report::adjudications::Subject;
use serde::Serialize;

#[cfg(test)]
use ts_rs::TS;

/// An account with all that was read and found in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Account {
    /// What it is called: its path.
    pub name: String,
    /// Its text.
    pub paragraphs: Vec<Paragraph>,
    /// What clashes, in the order of the text.
    pub findings: Vec<Finding>,
    /// The checks, in the order of the text.
    pub checks: Vec<Check>,
    /// How many checks ended how, those that are not listed too.
    pub counts: Counts,
}

/// How many checks ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Counts {
    /// The sum came out.
    pub holds: usize,
    /// It did not.
    pub conflicts: usize,
    /// It can't be told.
    pub undecided: usize,
    /// Findings that the account's author asked not to be shown.
    pub suppressed: usize,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Running prose.
    Prose,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// A row of a table whose cells are parted by bars.
    Row,
    /// A row of a table in plain text, its spaces kept.
    Typed,
    /// A note.
    Note,
    /// Quoted as a block.
    Quote,
    /// What follows in a very long paragraph.
    Rest,
}

/// A paragraph of the text that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Paragraph {
    /// What it is.
    pub kind: Kind,
    /// Of a heading, from 1.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(test, ts(optional, as = "Option<u8>"))]
    pub level: u8,
    /// The line of the account that it begins in.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// What was read in it, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Mention>>"))]
    pub mentions: Vec<Mention>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

/// What a mention is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(TS))]
pub enum Layer {
    /// A time.
    #[serde(rename = "t")]
    Time,
    /// A figure.
    #[serde(rename = "f")]
    Figure,
    /// A name.
    #[serde(rename = "n")]
    Name,
    /// A quotation.
    #[serde(rename = "q")]
    Quotation,
}

/// Something that was read: where it begins and ends in its paragraph, its layer, and how it was
/// understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Mention(pub u32, pub u32, pub Layer, pub String);

/// A conflict.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Finding {
    /// What it is known by while its words stand in the text.
    pub key: String,
    /// The same in full.
    #[serde(skip)]
    pub subject: Subject,
    /// The rule that found it.
    pub rule: String,
    /// `error`, `warning` or `note`.
    pub level: String,
    /// One sentence.
    pub message: String,
    /// The line of the claim, from 1.
    pub line: u32,
    /// Its column, from 1.
    pub column: u32,
    /// The claim first, then all that it clashes with.
    pub labels: Vec<Label>,
    /// The sum, a line a step.
    pub proof: Vec<String>,
    /// What to look at.
    pub help: Option<String>,
    /// What was decided about it in the case folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub decision: Option<Decision>,
}

/// What somebody decided about a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Decision {
    /// `accepted`, `dismissed` or `fixed`, if one was chosen.
    pub state: Option<String>,
    /// Why.
    pub reason: String,
    /// Anything else.
    pub note: String,
}

/// A place with what is to be said of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Label {
    /// What.
    pub text: String,
    /// Where, in the account or in the one that `elsewhere` names.
    pub at: Vec<At>,
    /// The words, where they stand in no paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub words: Option<String>,
    /// The document that it stands in, if that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub elsewhere: Option<Elsewhere>,
}

/// Another document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Elsewhere {
    /// What it is called.
    pub document: String,
    /// The line, from 1.
    pub line: u32,
    /// Its place among the accounts, if it is one.
    pub account: Option<usize>,
}

/// A check of one statement.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Check {
    /// The rule.
    pub rule: String,
    /// `holds`, `conflicts` or `undecided`.
    pub result: String,
    /// What was compared, the claim first; each span by its places.
    pub at: Vec<Vec<At>>,
    /// The sum, in a line.
    pub sum: String,
    /// Why it can't be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub reason: Option<String>,
    /// Which of the account's findings tells of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub finding: Option<usize>,
}

/// Something dated.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Dated {
    /// The account, by its place.
    pub account: usize,
    /// The date as it stands in the text.
    pub at: Vec<At>,
    /// The sentence that it stands in.
    pub sentence: Vec<At>,
    /// The date in plain words.
    pub when: String,
    /// The earliest and latest first day (Rata Die: 1 is 1 January of the year 1).
    pub begin: [i32; 2],
    /// The earliest and latest day after the last.
    pub end: [i32; 2],
    /// The first person or organisation that the sentence names.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub actor: Option<String>,
    /// Which of the account's findings has a label on the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub finding: Option<usize>,
}
