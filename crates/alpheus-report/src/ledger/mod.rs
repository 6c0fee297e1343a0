//! The ledger of claims: a fact-checker's worksheet.
//!
//! [`entries`] lists the claims of a document with what Alpheus found about each; the formats
//! write them. A ledger that a person has filled in is read back by [`Ledger::read`], and
//! [`keep`] carries what was filled in over to a new reading.

mod csv;
mod error;
mod found;
mod jsonl;
mod keep;
mod markdown;
mod settle;
mod text;

#[cfg(test)]
mod tests;

pub use error::Error;
pub use keep::{Kept, keep};
pub use settle::settled_by;

use crate::Screen;
use alpheus_check::{Checked, Claim, Modality, Speaker};
use alpheus_text::{BlockKind, Document, Span};
use serde::{Deserialize, Serialize};

/// A claim as it is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The document.
    pub document: String,
    /// The line that the claim begins in, from 1.
    pub line: u32,
    /// The code point of its line that it begins at, from 1.
    pub column: u32,
    /// The heading that it stands under.
    pub heading: String,
    /// The name of its kind.
    pub kind: String,
    /// The sentence or clause, on one line and without its markup.
    pub claim: String,
    /// The words that make it a claim of this kind.
    pub cue: String,
    /// Whose claim it is: `author`, `others`, or the name of who is quoted; `quoted` where the
    /// text names nobody.
    pub speaker: String,
    /// How it is meant: `asserted`, `planned`, `ordered`, `reported`, `denied`, `hypothetical`.
    pub modality: String,
    /// The words with which the text gives a source; empty where it gives none.
    pub text_source: String,
    /// `conflicts`, `holds` or `undecided`; empty where Alpheus compared nothing.
    pub check: String,
    /// The rule, with the sum or the reason.
    pub check_note: String,
    /// What would settle it.
    pub settled_by: String,
    /// Where the claim begins in the text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Where the cue begins.
    pub cue_start: u32,
    /// Where it ends.
    pub cue_end: u32,
}

/// What a person fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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

impl Filled {
    fn cells(&self) -> [&str; 4] {
        [&self.source, &self.verdict, &self.initials, &self.note]
    }
}

/// A row: a claim with what a person filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Empty, `gone` where the text no longer has the claim, or `not read` where its document
    /// was not read this time.
    pub status: String,
    /// The claim.
    pub entry: Entry,
    /// What a person filled in.
    pub filled: Filled,
    /// The cells of the columns that a person added, in the order of [`Ledger::added`].
    pub extra: Vec<String>,
}

impl Row {
    /// Whether a person wrote anything in it.
    pub fn is_filled(&self) -> bool {
        let mut extra = self.extra.iter().map(String::as_str);
        self.filled
            .cells()
            .into_iter()
            .chain(&mut extra)
            .any(|cell| !cell.trim().is_empty())
    }
}

/// A ledger: its rows, and how it is written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The rows.
    pub rows: Vec<Row>,
    /// The names of the columns that a person added.
    pub added: Vec<String>,
    /// How the cells of a CSV file are parted.
    pub delimiter: Delimiter,
    /// Whether a CSV file begins with a byte order mark, by which spreadsheets know UTF-8.
    pub mark: bool,
}

/// What parts the cells of a CSV file. Spreadsheets of many countries save semicolons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`, as RFC 4180 has it.
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// How a ledger is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// RFC 4180, a row a claim.
    Csv,
    /// One JSON object a line for a claim.
    Jsonl,
    /// A checklist with boxes to tick.
    Markdown,
}

impl Format {
    /// Whether [`Ledger::read`] reads it back.
    pub const fn is_read_back(self) -> bool {
        matches!(self, Format::Csv | Format::Jsonl)
    }
}

impl Ledger {
    /// Reads a ledger written as CSV or as JSON lines, perhaps edited since.
    ///
    /// # Errors
    /// If it is neither, if a column is missing that says which claim a row is about, or if a row
    /// is broken.
    ///
    /// # Example: a table that is none
    /// ```
    /// use alpheus_report::ledger::Ledger;
    /// let error = Ledger::read(b"name,age\nAnn,3\n").unwrap_err();
    /// assert_eq!(error.to_string(), "is no ledger: it has no column `document`");
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Ledger, Error> {
        let text = std::str::from_utf8(bytes).map_err(|_| Error::encoding())?;
        let (text, mark) = match text.strip_prefix('\u{feff}') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        if text.trim_start().starts_with('{') {
            jsonl::read(text)
        } else {
            Ok(Ledger { mark, ..csv::read(text)? })
        }
    }

    /// The ledger as text in a format.
    pub fn write(&self, format: Format, screen: Screen) -> String {
        match format {
            Format::Text => text::write(self, screen),
            Format::Csv => csv::write(self),
            Format::Jsonl => jsonl::write(self),
            Format::Markdown => markdown::write(self),
        }
    }
}

/// The claims of a document with what was found about them, in the order of the text.
pub fn entries(doc: &Document, claims: &[Claim], checked: &Checked) -> Vec<Entry> {
    let headings: Vec<Span> = doc
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
        .map(|block| block.span)
        .collect();
    let results = found::Results::new(checked);
    let entry = |claim: &Claim| {
        let place = doc.place(claim.span.start);
        let before =
            headings.partition_point(|heading| heading.start <= claim.span.start);
        let heading = before.checked_sub(1).map(|at| words(doc, headings[at]));
        let (check, check_note) = results.of(claim);
        let answer = claim.answer.map(|answer| words(doc, answer)).unwrap_or_default();
        Entry {
            document: doc.name().to_owned(),
            line: place.line,
            column: place.column,
            heading: heading.unwrap_or_default(),
            kind: claim.kind.name().to_owned(),
            claim: [words(doc, claim.span), answer].join(" ").trim_end().to_owned(),
            cue: words(doc, claim.cue),
            speaker: speaker(doc, claim),
            modality: modality(claim.modality).to_owned(),
            text_source: claim
                .source
                .map(|source| words(doc, source))
                .unwrap_or_default(),
            check: check.to_owned(),
            check_note,
            settled_by: settled_by(claim.kind).to_owned(),
            start: claim.span.start,
            end: claim.span.end,
            cue_start: claim.cue.start,
            cue_end: claim.cue.end,
        }
    };
    claims.iter().map(entry).collect()
}

/// What stands under a span, on one line and without its markup.
fn words(doc: &Document, span: Span) -> String {
    let prose = doc.prose().get(span.range()).unwrap_or_default();
    let shown: String = prose.chars().filter(|&c| c != '\0').collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn speaker(doc: &Document, claim: &Claim) -> String {
    let quoted =
        || claim.voice.map_or_else(|| "quoted".to_owned(), |name| words(doc, name));
    match claim.speaker {
        Speaker::Author => "author".to_owned(),
        Speaker::Quoted => quoted(),
        Speaker::Others => "others".to_owned(),
    }
}

const fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "asserted",
        Modality::Planned => "planned",
        Modality::Ordered => "ordered",
        Modality::Reported => "reported",
        Modality::Denied => "denied",
        Modality::Hypothetical => "hypothetical",
    }
}
