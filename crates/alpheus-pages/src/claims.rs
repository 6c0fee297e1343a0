//! The ledger of claims.

use crate::{Claim, ClaimKind, Filled, View, account::Read, text::Text};
use alpheus_report::ledger::{self, Entry, Ledger, Row};
use alpheus_text::Span;
use std::collections::BTreeSet;

/// Takes in the claims of an account.
pub(crate) fn put(view: &mut View, account: usize, text: &Text<'_>, read: &Read<'_>) {
    let claims = &read.testimony.reading().claims;
    let entries = ledger::entries(text.doc(), claims, read.checked);
    let name = BTreeSet::from([text.doc().name().to_owned()]);
    let old = Ledger { rows: read.ledger.to_vec(), ..Ledger::default() };
    // The rows of the new reading come first, in its order.
    let rows = ledger::keep(entries, &name, old).ledger.rows;
    for (claim, kept) in claims.iter().zip(rows) {
        let kind = ClaimKind {
            name: kept.entry.kind.clone(),
            settled_by: ledger::settled_by(claim.kind).to_owned(),
        };
        if !view.claim_kinds.contains(&kind) {
            view.claim_kinds.push(kind);
        }
        let filled = kept.is_filled().then(|| of_row(&kept));
        view.claims.push(row(account, text, kept.entry, filled));
    }
    view.claim_kinds.sort();
}

fn of_row(row: &Row) -> Filled {
    let ledger::Filled { source, verdict, initials, note } = row.filled.clone();
    Filled { source, verdict, initials, note }
}

fn row(account: usize, text: &Text<'_>, entry: Entry, filled: Option<Filled>) -> Claim {
    Claim {
        account,
        line: entry.line,
        kind: entry.kind,
        at: text.at(Span::new(entry.start, entry.end)),
        cue: text.at(Span::new(entry.cue_start, entry.cue_end)),
        speaker: unless(entry.speaker, "author"),
        modality: unless(entry.modality, "asserted"),
        text_source: unless(entry.text_source, ""),
        check: unless(entry.check, ""),
        check_note: unless(entry.check_note, ""),
        filled,
    }
}

/// What is told, unless it goes without saying.
fn unless(told: String, usual: &str) -> Option<String> {
    (told != usual).then_some(told)
}
