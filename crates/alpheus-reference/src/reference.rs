//! A table that was read, with the text that it stands in.

use crate::{csv, mistake::Mistake, row::Row, toml, validate};
use alpheus_text::Document;
use std::{path::Path, sync::Arc};

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `[[event]]`, `[[life]]`, …: a table a row.
    Toml,
    /// A header, then a line a row.
    Csv,
}

impl Form {
    /// The form that the ending of a file's name tells.
    pub fn of(path: &Path) -> Option<Form> {
        let ending = path.extension()?.to_str()?;
        [("toml", Form::Toml), ("csv", Form::Csv)]
            .into_iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(ending))
            .map(|(_, form)| form)
    }
}

/// A table of dated, cited statements.
#[derive(Clone, Debug)]
pub struct Reference {
    doc: Arc<Document>,
    rows: Vec<Row>,
}

impl Reference {
    /// Reads a table. Its spans point into `doc`.
    ///
    /// # Errors
    /// Everything that is wrong in it, in the order of the text.
    ///
    /// # Example: two mistakes at once
    /// ```
    /// use alpheus_reference::{Form, Reference};
    /// let table = "kind,name,born,source\nlife,Ada Byron,1815-13,\n";
    /// let doc = alpheus_text::Document::plain("lives.csv", table);
    /// let wrong = Reference::read(doc.into(), Form::Csv).expect_err("month and source");
    /// assert_eq!(wrong.len(), 2);
    /// ```
    pub fn read(doc: Arc<Document>, form: Form) -> Result<Self, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let raw = match form {
            Form::Toml => toml::read(doc.text(), &mut mistakes),
            Form::Csv => csv::read(doc.text(), &mut mistakes),
        };
        let rows =
            raw.iter().filter_map(|row| validate::row(row, &mut mistakes)).collect();
        mistakes.sort();
        mistakes.dedup();
        if mistakes.is_empty() { Ok(Reference { doc, rows }) } else { Err(mistakes) }
    }

    /// The text of the table.
    pub fn doc(&self) -> &Arc<Document> {
        &self.doc
    }

    /// The rows, in the order of the text.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}
