//! What the pages show: the JSON document that a report holds and a server gives.
//!
//! The TypeScript types in `web/src/view.ts` are written from these (a test sees to it).

use alpheus_report::adjudications::{Adjudications, Subject};
use alpheus_weigh::Weighing;
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

/// A row of the ledger.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Claim {
    /// The account, by its place.
    pub account: usize,
    /// The line that it begins in.
    pub line: u32,
    /// The name of its kind.
    pub kind: String,
    /// The claim's words.
    pub at: Vec<At>,
    /// The words that make it a claim of its kind.
    pub cue: Vec<At>,
    /// Whose claim it is, if not the author's: `quoted` or `others`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub speaker: Option<String>,
    /// How it is meant, if it is not asserted: `planned`, `ordered`, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub modality: Option<String>,
    /// The words with which the text gives a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub text_source: Option<String>,
    /// `conflicts`, `holds` or `undecided`, if it was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub check: Option<String>,
    /// The rule, with the sum or the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub check_note: Option<String>,
    /// What a person filled in: source, verdict, initials, note.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub filled: Option<Filled>,
}

/// What a person filled in in a ledger.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(TS))]
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

/// A kind of claims.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct ClaimKind {
    /// Its name.
    pub name: String,
    /// What would settle a claim of this kind.
    pub settled_by: String,
}

/// A quotation.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Quotation {
    /// The account, by its place.
    pub account: usize,
    /// The words.
    pub at: Vec<At>,
    /// Who says it, as the text has it.
    pub speaker: Option<String>,
    /// To whom.
    pub addressee: Option<String>,
    /// When, as the text has it.
    pub date: Option<String>,
    /// The letter, speech or book that the text names.
    pub source: Option<String>,
    /// What became of it in the library.
    pub trace: Option<Trace>,
}

/// What became of a quotation in the library.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Trace {
    /// The verdict's name.
    pub verdict: String,
    /// Its parts in the library; several where it joins places or leaves words out.
    pub parts: Vec<Part>,
    /// Words that were not found, though others were.
    pub missing: Vec<String>,
    /// Doubts about author and date, in words.
    pub doubts: Vec<String>,
}

/// A stretch of a quotation with its source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Part {
    /// The source's id.
    pub id: String,
    /// The source as it is cited.
    pub cited: String,
    /// The line in the source.
    pub line: u32,
    /// The page, where the source marks its pages.
    pub page: Option<String>,
    /// The share of equal letters, in percent.
    pub identity: f64,
    /// The account's words, cut where they differ.
    pub here: Vec<Run>,
    /// The source's words, cut where they differ.
    pub there: Vec<Run>,
    /// What changes the sense most: `negation`, `number`, `name`.
    pub of: Vec<String>,
    /// Other sources that have it, as they are cited.
    pub others: Vec<String>,
}

/// Words with how they differ from the other text: `same`, `spelling`, `changed`, `added`,
/// `dropped`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Run(pub String, pub String);

/// A passage that several texts share.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Lineage {
    /// Its witnesses.
    pub witnesses: Vec<Witness>,
    /// Sources that are lost, each with the witness that it goes back to.
    pub lost: Vec<Option<usize>>,
}

/// A text that has a passage.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Witness {
    /// What it is called.
    pub id: String,
    /// Its date, as it was given.
    pub date: Option<String>,
    /// Its words.
    pub text: String,
    /// Where it has them from: `first`, `witness`, `lost`, `unknown`.
    pub from: String,
    /// The place of the likeliest model, or of the lost source.
    pub parent: Option<usize>,
    /// How sure that is, from 0 to 1.
    pub support: f64,
    /// What the likeliest copying changed, in words.
    pub changes: Option<String>,
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeMap, env, fs, path::Path};
    use ts_rs::{Config, TypeVisitor};

    /// Gathers the declarations of a type and all that it is made of.
    struct Declarations<'c>(&'c Config, BTreeMap<String, String>);

    impl TypeVisitor for Declarations<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            if T::output_path().is_none() || self.1.contains_key(&T::ident(self.0)) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let declared = format!("{docs}export {}\n", T::decl(self.0));
            self.1.insert(T::ident(self.0), declared);
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }

    #[test]
    fn the_typescript_is_of_these_types() {
        let config = Config::default().with_large_int("number");
        let mut all = Declarations(&config, BTreeMap::new());
        all.visit::<View>();
        let head = "// Written from the types in crates/alpheus-pages/src/view.rs; change those, then run\n\
                    // WRITE_TYPES=1 cargo test -p alpheus-pages typescript\n\n";
        let types: Vec<_> = all.1.into_values().collect();
        let written = head.to_owned() + &types.join("\n");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/view.ts");
        if env::var_os("WRITE_TYPES").is_some() {
            fs::write(&path, &written).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == written, "WRITE_TYPES=1 cargo test -p alpheus-pages typescript");
    }
}
