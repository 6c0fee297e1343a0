//! An account that was checked by itself, kept to be compared with others.

use crate::{Checked, Options, ask, check_reading};
use alpheus_read::{Reading, Watch};
use alpheus_text::Document;
use std::sync::Arc;

/// An account with all that was read in it. It takes some times the memory of its text.
#[derive(Clone, Debug)]
pub struct Testimony {
    pub(crate) doc: Arc<Document>,
    pub(crate) reading: Reading,
    pub(crate) options: Options,
}

impl Testimony {
    /// Checks an account by itself, and keeps what was read in it.
    pub fn check(
        doc: Arc<Document>,
        options: &Options,
        watch: &mut impl Watch,
    ) -> (Checked, Self) {
        let (checked, reading) = check_reading(&doc, options, watch);
        (checked, Testimony { doc, reading, options: options.clone() })
    }

    /// The same, with the claims that someone would have to check.
    pub fn check_with_claims(doc: Arc<Document>, options: &Options) -> (Checked, Self) {
        let reading = alpheus_read::read_claims(&doc, options.reading);
        let checked = ask(&doc, &reading, options);
        (checked, Testimony { doc, reading, options: options.clone() })
    }

    /// What was read in it.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The account.
    pub fn doc(&self) -> &Arc<Document> {
        &self.doc
    }
}
