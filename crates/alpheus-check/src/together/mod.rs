//! Accounts against each other: what several of them tell of one thing.
//!
//! Two accounts are joined only on strong evidence: a full name with a birth, a death or the
//! date of a named event; sentences with a full date that share predicate, names and most of
//! their words; figures of the same noun whose sentences share what is rare. Nothing is
//! read again but the sentences of figures that are joined.

mod ages;
mod events;
mod figures;
mod named;

pub(crate) use named::{verb, when};

use crate::{
    finding::{Checked, Label},
    rules::accounts_differ::ACCOUNTS_DIFFER,
    sheet::{Conflict, Sheet},
    testimony::Testimony,
};
use alpheus_text::{Document, Span};

/// What became of comparing accounts.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// Of each account, the results and findings that are told at it.
    pub checked: Vec<Checked>,
    /// What several accounts tell, in the order of the first that tells it.
    pub topics: Vec<Topic>,
}

/// One thing, and what each account tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it is: "Battle of Sedan", or the words of the first account.
    pub subject: String,
    /// What is told, in the order of the accounts.
    pub told: Vec<Told>,
}

/// What one account tells of a topic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// The account, by its place in the list that was given.
    pub account: usize,
    /// Where it stands there.
    pub span: Span,
    /// The date or the figure, in plain words.
    pub value: String,
    /// How it stands to what most accounts tell, where that has to be said: the calendar
    /// that makes one day of two, or why it can't be told.
    pub note: String,
}

/// Compares accounts with each other.
///
/// # Example: two accounts of one bridge
/// ```
/// use alpheus_check::{Options, Testimony, together};
/// use alpheus_text::Document;
/// let tell = |name: &str, day: &str| {
///     let text = format!("The Treaty of Weston was signed on {day} May 1805.");
///     let doc = Document::plain(name, text).into();
///     Testimony::check(doc, &Options::default(), &mut ()).1
/// };
/// let compared = together(&[tell("a", "4"), tell("b", "14")]);
/// assert_eq!(compared.checked[1].findings.len(), 1);
/// assert_eq!(compared.topics[0].told[1].value, "14 May 1805");
/// ```
pub fn together(accounts: &[Testimony]) -> Together {
    let mut table = Table {
        accounts,
        sheets: accounts.iter().map(|account| Sheet::new(&account.options)).collect(),
        topics: Vec::new(),
    };
    named::compare(&mut table);
    ages::compare(&mut table);
    events::compare(&mut table);
    figures::compare(&mut table);
    table.finish()
}

/// The accounts with a sheet for each.
struct Table<'a> {
    accounts: &'a [Testimony],
    sheets: Vec<Sheet<'a>>,
    topics: Vec<Topic>,
}

/// Something told by one account.
#[derive(Clone, Copy)]
struct At {
    account: usize,
    span: Span,
}

impl<'a> Table<'a> {
    fn doc(&self, account: usize) -> &'a Document {
        &self.accounts[account].doc
    }

    fn label(&self, at: At, text: impl Into<String>) -> Label {
        Label::elsewhere(&self.accounts[at.account].doc, at.span, text)
    }

    /// Whether the rule is asked at an account.
    fn asks(&self, account: usize) -> bool {
        self.accounts[account].options.level(&ACCOUNTS_DIFFER).is_some()
    }

    /// Two accounts tell the same; the result stands at `here`.
    fn holds(&mut self, here: At, there: At, sum: String) {
        if self.asks(here.account) {
            let label = self.label(there, "");
            let sheet = &mut self.sheets[here.account];
            sheet.holds(&ACCOUNTS_DIFFER, vec![here.span], sum);
            sheet.with(vec![label]);
        }
    }

    /// It can't be told whether two accounts tell the same.
    fn undecided(&mut self, here: At, there: At, reason: &'static str) {
        if self.asks(here.account) {
            let label = self.label(there, "");
            let sheet = &mut self.sheets[here.account];
            sheet.undecided(&ACCOUNTS_DIFFER, vec![here.span], reason);
            sheet.with(vec![label]);
        }
    }

    /// Two accounts tell it differently; the finding stands at `here`.
    fn differ(&mut self, here: At, there: At, told: Differing) {
        let labels = vec![
            Label::new(here.span, told.labels[0].clone()),
            self.label(there, told.labels[1].clone()),
        ];
        let Differing { message, proof, help, .. } = told;
        let conflict = Conflict { message, labels, proof, help, at_most: None };
        self.sheets[here.account].conflict(&ACCOUNTS_DIFFER, conflict);
    }

    fn finish(mut self) -> Together {
        for topic in &mut self.topics {
            topic.told.sort();
            topic.told.dedup();
        }
        self.topics.sort_by(|a, b| a.told.first().cmp(&b.told.first()));
        Together {
            checked: self.sheets.into_iter().map(Sheet::finish).collect(),
            topics: self.topics,
        }
    }
}

/// What is to be said of two accounts that differ.
struct Differing {
    message: String,
    /// At the account of the finding, and at the other.
    labels: [String; 2],
    proof: Vec<String>,
    help: Option<String>,
}

/// The words around a span, cut to a line of a table.
fn words_around(doc: &Document, within: Span, span: Span) -> String {
    /// So many characters on either side.
    const SIDE: usize = 36;
    let prose = |start: u32, end: u32| doc.words(Span::new(start, end.max(start)));
    let before = prose(within.start.min(span.start), span.start);
    let after = prose(span.end, within.end.max(span.end));
    let skip = before.chars().count().saturating_sub(SIDE);
    let head: String = before.chars().skip(skip).collect();
    let head = if skip == 0 {
        head.as_str()
    } else {
        head.split_once(' ').map_or("", |cut| cut.1)
    };
    let tail: String = after.chars().take(SIDE).collect();
    let whole = tail.len() == after.len();
    let tail =
        if whole { tail.as_str() } else { tail.rsplit_once(' ').map_or("", |cut| cut.0) };
    let text = format!("{head}[…]{tail}");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let [start, end] = [skip > 0, !whole].map(|cut| if cut { "…" } else { "" });
    format!("“{start}{line}{end}”")
}
