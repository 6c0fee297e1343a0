//! An account that was checked by itself, kept to be compared with others.

use crate::{Checked, Options, check_reading};
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

    /// The account.
    pub fn doc(&self) -> &Arc<Document> {
        &self.doc
    }
}
