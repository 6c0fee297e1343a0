//! What somebody decided about findings, as a case folder keeps it.
//!
//! A finding is known by its account, its rule and the words that it quotes, never by its line:
//! so a decision survives edits of the text around these words, and ends with them. The file is
//! Where a rule finds the same words several times, the first of them is meant, or the one that
//! `nth` counts. The file is TOML that a person can read and edit; what stands around an entry
//! (comments, order, keys that Alpheus doesn't know) stays when another is changed.
//!
//! # Example: a finding that was dismissed
//! ```
//! use alpheus_report::adjudications::{Adjudications, Decision, State, Subject};
//!
//! let subject = Subject {
//!     account: "accounts/log.md".into(),
//!     rule: "weekday-mismatch".into(),
//!     words: vec!["Monday, 23 July 1907".into()],
//!     nth: 1,
//! };
//! let mut kept = Adjudications::read("# Ours.\n")?;
//! let reason = "the log has it so".to_owned();
//! kept.set(&subject, &Decision { state: Some(State::Dismissed), reason, note: String::new() });
//! assert!(kept.text().starts_with("# Ours."));
//! assert!(Adjudications::read(&kept.text())?.dismisses(&subject));
//! # Ok::<(), alpheus_report::adjudications::Error>(())
//! ```

use alpheus_check::Finding;
use alpheus_text::Document;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

/// The file's name, in a case folder.
pub const FILE: &str = "adjudications.toml";
/// The list of entries.
const LIST: &str = "finding";
/// Which of several equal ones an entry is of.
const NTH: &str = "nth";
/// What a new file begins with.
const HEAD: &str = "# What was decided about findings. An entry is found again by its account, its \
rule and the words\n# that the finding quotes (nth tells equal ones apart); state is accepted, dismissed or fixed.\n";

/// What a finding is known by, whatever else of the text changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The account, as a path from the case folder, with `/`.
    pub account: String,
    /// The rule's name.
    pub rule: String,
    /// The words of its labels, each on one line.
    pub words: Vec<String>,
    /// Which it is of those that are equal in all this, in the order of the text, from 1.
    pub nth: u32,
}

impl Subject {
    /// What each finding of `doc` is known by, in the order in which they are given, which is that
    /// of the text; `account` is the document's path in the case folder.
    pub fn of_all(account: &str, doc: &Document, findings: &[Finding]) -> Vec<Subject> {
        let mut equals: BTreeMap<Subject, u32> = BTreeMap::new();
        let known = findings.iter().map(|finding| {
            let first = Subject::first(account, doc, finding);
            let nth = equals.entry(first.clone()).or_default();
            *nth += 1;
            Subject { nth: *nth, ..first }
        });
        known.collect()
    }

    fn first(account: &str, doc: &Document, finding: &Finding) -> Subject {
        let words = finding.labels.iter().map(|label| {
            let said = label.doc(doc).slice(label.span);
            said.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        Subject {
            account: account.to_owned(),
            rule: finding.rule.name.to_owned(),
            words: words.collect(),
            nth: 1,
        }
    }

    /// A short name for it: 16 hexadecimal digits.
    pub fn key(&self) -> String {
        let parts = [&self.account, &self.rule].into_iter().chain(&self.words);
        let nth = (self.nth > 1).then(|| self.nth.to_le_bytes());
        let bytes = parts.flat_map(|part| part.bytes().chain([0]));
        let bytes = bytes.chain(nth.into_iter().flatten());
        // FNV-1a: the same on every machine, which the standard library's hash need not be.
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}")
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is right, and still to be mended.
    Accepted,
    /// It is not to be shown, for a reason.
    Dismissed,
    /// The account was mended.
    Fixed,
}

impl State {
    const ALL: [State; 3] = [State::Accepted, State::Dismissed, State::Fixed];

    /// Its name, as it is written.
    pub const fn name(self) -> &'static str {
        match self {
            State::Accepted => "accepted",
            State::Dismissed => "dismissed",
            State::Fixed => "fixed",
        }
    }
}

/// What somebody decided about a finding, and wrote of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What was decided, if anything.
    pub state: Option<State>,
    /// Why.
    pub reason: String,
    /// Anything else.
    pub note: String,
}

impl Decision {
    fn is_empty(&self) -> bool {
        *self == Decision::default()
    }
}

/// Why a file of decisions can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    NotToml(String),
    NoList,
    Entry(usize, &'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::NotToml(why) => write!(f, "this is not TOML: {why}"),
            Kind::NoList => write!(f, "`{LIST}` is not a list of tables ([[{LIST}]])"),
            Kind::Entry(number, wrong) => write!(f, "entry {number}: {wrong}"),
        }
    }
}

impl std::error::Error for Error {}

/// All that was decided in a case.
#[derive(Clone, Debug, Default)]
pub struct Adjudications {
    doc: DocumentMut,
    decided: BTreeMap<Subject, Decision>,
}

impl Adjudications {
    /// Reads a file's text.
    ///
    /// # Errors
    /// If it is not TOML, or an entry lacks what it is known by.
    pub fn read(text: &str) -> Result<Adjudications, Error> {
        let doc: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
            let why = error.message().split_whitespace().collect::<Vec<_>>();
            Error(Kind::NotToml(why.join(" ")))
        })?;
        let mut decided = BTreeMap::new();
        if let Some(list) = doc.get(LIST) {
            let tables = list.as_array_of_tables().ok_or(Error(Kind::NoList))?;
            for (at, table) in tables.iter().enumerate() {
                let wrong = |what| Error(Kind::Entry(at + 1, what));
                let subject = subject(table)
                    .ok_or_else(|| wrong("needs an account, a rule and words"))?;
                if subject.nth == 0 {
                    return Err(wrong("nth is no number from 1"));
                }
                let decision = decision(table).map_err(wrong)?;
                decided.insert(subject, decision);
            }
        }
        Ok(Adjudications { doc, decided })
    }

    /// The text of the file as it is now.
    pub fn text(&self) -> String {
        self.doc.to_string()
    }

    /// What was decided about a finding.
    pub fn get(&self, subject: &Subject) -> Option<&Decision> {
        self.decided.get(subject)
    }

    /// Whether a finding is not to be shown.
    pub fn dismisses(&self, subject: &Subject) -> bool {
        self.get(subject).is_some_and(|one| one.state == Some(State::Dismissed))
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.decided.is_empty()
    }

    /// Keeps a decision; an empty one takes the entry out.
    pub fn set(&mut self, subject: &Subject, decision: &Decision) {
        let alone = self.doc.is_empty();
        let trailing = self.doc.trailing().as_str().unwrap_or_default().to_owned();
        let empty = || Item::ArrayOfTables(ArrayOfTables::new());
        let Some(tables) =
            self.doc.entry(LIST).or_insert_with(empty).as_array_of_tables_mut()
        else {
            return;
        };
        let own = |table: &Table| self::subject(table).as_ref() == Some(subject);
        let place = tables.iter().position(own);
        if decision.is_empty() {
            if let Some(at) = place {
                let above = take_out(tables, at);
                self.doc.set_trailing(above + &trailing);
            }
            self.decided.remove(subject);
            return;
        }
        if let Some(table) = place.and_then(|at| tables.get_mut(at)) {
            write(table, decision);
        } else {
            let mut new = entry(subject, decision);
            if alone {
                // Comments of a file without entries stay above the first.
                let head = if trailing.is_empty() { HEAD } else { trailing.as_str() };
                new.decor_mut().set_prefix(format!("{head}\n"));
                self.doc.set_trailing("");
            }
            let Some(tables) = self.doc[LIST].as_array_of_tables_mut() else { return };
            tables.push(new);
        }
        self.decided.insert(subject.clone(), decision.clone());
    }
}

/// Takes an entry out; what stood above it stays above the next, or is given back.
fn take_out(tables: &mut ArrayOfTables, at: usize) -> String {
    let prefix = |table: &Table| {
        let above = table.decor().prefix().and_then(|above| above.as_str());
        above.unwrap_or_default().to_owned()
    };
    let above = tables.get(at).map(prefix).unwrap_or_default();
    tables.remove(at);
    if !above.contains('#') {
        return String::new();
    }
    let Some(next) = tables.get_mut(at) else { return above };
    let both = above + &prefix(next);
    next.decor_mut().set_prefix(both);
    String::new()
}

fn subject(table: &Table) -> Option<Subject> {
    let words = table.get("words")?.as_array()?.iter();
    Some(Subject {
        account: table.get("account")?.as_str()?.to_owned(),
        rule: table.get("rule")?.as_str()?.to_owned(),
        words: words
            .map(|word| word.as_str().map(str::to_owned))
            .collect::<Option<_>>()?,
        nth: nth(table).unwrap_or(0),
    })
}

/// Which of several equal ones is meant: the first, unless it is said.
fn nth(table: &Table) -> Option<u32> {
    table.get(NTH).map_or(Some(1), |nth| nth.as_integer()?.try_into().ok())
}

fn decision(table: &Table) -> Result<Decision, &'static str> {
    let string = |key| table.get(key).map_or(Some(""), Item::as_str);
    let name = string("state").ok_or("the state is not a word")?;
    let state = State::ALL.into_iter().find(|state| state.name() == name);
    if state.is_none() && !name.is_empty() {
        return Err("the state is none of accepted, dismissed, fixed");
    }
    Ok(Decision {
        state,
        reason: string("reason").ok_or("the reason is not a text")?.to_owned(),
        note: string("note").ok_or("the note is not a text")?.to_owned(),
    })
}

fn entry(subject: &Subject, decision: &Decision) -> Table {
    let mut table = Table::new();
    table.insert("account", value(&subject.account));
    table.insert("rule", value(&subject.rule));
    let words: Array = subject.words.iter().map(String::as_str).collect();
    table.insert("words", value(words));
    if subject.nth > 1 {
        table.insert(NTH, value(i64::from(subject.nth)));
    }
    write(&mut table, decision);
    table.decor_mut().set_prefix("\n");
    table
}

/// Writes a decision over an older one, whose comments stay.
fn write(table: &mut Table, decision: &Decision) {
    let state = decision.state.map_or("", State::name);
    let fields =
        [("state", state), ("reason", &decision.reason), ("note", &decision.note)];
    for (key, text) in fields {
        if text.is_empty() {
            table.remove(key);
            continue;
        }
        let mut new = toml_edit::Value::from(text);
        if let Some(old) = table.get(key).and_then(Item::as_value) {
            *new.decor_mut() = old.decor().clone();
        }
        table[key] = Item::Value(new);
    }
}

#[cfg(test)]
mod tests;
