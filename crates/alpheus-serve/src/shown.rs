//! What is shown at a moment: the view, as a browser gets it.

use crate::{Workbench, folder::Folder, folder::hash};
use alpheus_pages::{Served, View};
use alpheus_report::adjudications::{self, Adjudications};

/// The case file, and the ledgers that a case may have; a new one is the first.
pub(crate) const CASE: &str = "case.toml";
pub(crate) const LEDGERS: [&str; 2] = ["ledger.csv", "ledger.jsonl"];

#[derive(Clone)]
pub(crate) struct Shown {
    pub(crate) view: View,
    pub(crate) served: Served,
    pub(crate) json: String,
}

impl Shown {
    /// Reads everything. The hashes are taken first: what changes while the case is read is
    /// read again, and nothing is written over it meanwhile.
    pub(crate) fn read<W: Workbench + ?Sized>(
        folder: &Folder,
        workbench: &W,
    ) -> Result<Shown, String> {
        let content = |name| {
            let content = folder.content(name);
            content.map_err(|error| format!("could not read {name}: {error}"))
        };
        let decided = content(adjudications::FILE)?;
        let served = Served {
            adjudications: decided.hash,
            ledger: content(ledger(folder))?.hash,
            case: content(CASE)?.hash,
            accounts: String::new(),
        };
        let mut shown = Shown { view: workbench.read()?, served, json: String::new() };
        let names = shown.view.accounts.iter().map(|account| &account.name);
        let texts = shown.view.accounts.iter().flat_map(|account| &account.paragraphs);
        let all: Vec<&str> = names
            .chain(texts.map(|paragraph| &paragraph.text))
            .map(String::as_str)
            .collect();
        shown.served.accounts = hash(all.join("\0").as_bytes());
        let decided = Adjudications::read(&decided.text)
            .map_err(|error| format!("{}: {error}", adjudications::FILE))?;
        shown.decide(&decided);
        Ok(shown)
    }

    /// Puts decisions beside the findings.
    pub(crate) fn decide(&mut self, decided: &Adjudications) {
        self.view.decide(decided);
        self.view.served = Some(self.served.clone());
        self.json = serde_json::to_string(&self.view).unwrap_or_default();
    }
}

/// The ledger of the case, or the one that is begun.
pub(crate) fn ledger(folder: &Folder) -> &'static str {
    let there = |name: &&str| folder.root().join(name).exists();
    LEDGERS.into_iter().find(there).unwrap_or(LEDGERS[0])
}
