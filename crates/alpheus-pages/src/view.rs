//! What the pages show: the JSON document that a report holds and a server gives.
//!
//! The TypeScript types in `web/src/view.ts` are written from these (a test sees to it).

mod account;
mod case;
mod claim;
mod passage;
#[cfg(test)]
mod tests;

pub use account::*;
pub use case::*;
pub use claim::*;
pub use passage::*;

use alpheus_report::adjudications::Adjudications;
use serde::Serialize;

#[cfg(test)]
use ts_rs::TS;

/// A place in the text that is shown: the index of a paragraph of the account, where it begins
/// and where it ends there, in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct At(pub u32, pub u32, pub u32);

/// Everything that is shown.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct View {
    /// What it is called, in the window's title too.
    pub title: String,
    /// What made it: the program and its version.
    pub made_by: String,
    /// The rules that found or checked something.
    pub rules: Vec<Rule>,
    /// The accounts, in the order of the input.
    pub accounts: Vec<Account>,
    /// Everything dated, in the order of time.
    pub timeline: Vec<Dated>,
    /// The ledger of claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The kinds of claims that occur.
    pub claim_kinds: Vec<ClaimKind>,
    /// The quotations, in the order of the text.
    pub quotations: Vec<Quotation>,
    /// In what quotations were looked up, if they were.
    pub searched: Option<String>,
    /// Passages that several texts share, with who copied whom.
    pub lineages: Vec<Lineage>,
    /// A case that was weighed.
    pub case: Option<Case>,
    /// What could not be read or used, and what is to be said of it.
    pub notices: Vec<Notice>,
    /// What a server that shows this last read of the files that it can change.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub served: Option<Served>,
}

/// The files that a server can change, as it last read them: each by a hash of its bytes, which
/// comes back with every change, so that nothing is written over what nobody saw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Served {
    /// The decisions about findings.
    pub adjudications: String,
    /// The ledger.
    pub ledger: String,
    /// The case file.
    pub case: String,
    /// All accounts.
    pub accounts: String,
}

impl View {
    /// Puts what was decided beside the findings.
    pub fn decide(&mut self, adjudications: &Adjudications) {
        let findings = self.accounts.iter_mut().flat_map(|one| &mut one.findings);
        for finding in findings {
            finding.decision =
                adjudications.get(&finding.subject).map(|decided| Decision {
                    state: decided.state.map(|state| state.name().to_owned()),
                    reason: decided.reason.clone(),
                    note: decided.note.clone(),
                });
        }
    }
}

/// Something that could not be read or used.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Notice {
    /// What.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: String,
    /// The fault in a line.
    pub summary: String,
}
