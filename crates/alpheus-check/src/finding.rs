//! What is shown for a conflict, and what is counted for every check.

use crate::rule::{Level, Rule};
use alpheus_text::{Document, Span};
use std::sync::Arc;

/// A span with what is to be said of it.
#[derive(Clone, Debug)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What, in a few words; may be empty.
    pub text: String,
    /// The document that it stands in, if it is another than the finding's: another account,
    /// or a reference.
    pub elsewhere: Option<Arc<Document>>,
}

impl Label {
    /// A span with what is to be said of it.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Label { span, text: text.into(), elsewhere: None }
    }

    /// A span of another document, with what is to be said of it.
    pub fn elsewhere(doc: &Arc<Document>, span: Span, text: impl Into<String>) -> Self {
        Label { span, text: text.into(), elsewhere: Some(Arc::clone(doc)) }
    }

    /// The document that it stands in, where the finding is of `own`.
    pub fn doc<'d>(&'d self, own: &'d Document) -> &'d Document {
        self.elsewhere.as_deref().unwrap_or(own)
    }
}

/// A conflict, as shown: the claim first, then what it clashes with.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How bad it is.
    pub level: Level,
    /// One plain sentence.
    pub message: String,
    /// The primary span first, which stands in the finding's own document, then every span
    /// that it clashes with; never empty.
    pub labels: Vec<Label>,
    /// The sum, a line a step.
    pub proof: Vec<String>,
    /// What to look at, if there is something to say.
    pub help: Option<String>,
}

/// What became of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The sum comes out.
    Holds,
    /// It does not; the index is into [`Checked::findings`].
    Conflicts(u32),
    /// It can't be told, and why.
    Undecided(&'static str),
}

/// One check of one statement.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// The rule that checked it.
    pub rule: &'static Rule,
    /// What was compared, the claim first.
    pub spans: Vec<Span>,
    /// What it was compared with in other documents.
    pub elsewhere: Vec<Label>,
    /// The sum, in a line ("3 March 1862 + 3 years = 3 March 1865").
    pub sum: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// How many checks ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The sum came out.
    pub holds: usize,
    /// It did not.
    pub conflicts: usize,
    /// It can't be told.
    pub undecided: usize,
}

impl Counts {
    /// All that was checked.
    pub const fn checked(self) -> usize {
        self.holds + self.conflicts + self.undecided
    }
}

/// All that was checked in a document, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The conflicts.
    pub findings: Vec<Finding>,
    /// Every check, with what became of it.
    pub results: Vec<CheckResult>,
}

impl Checked {
    /// How many checks ended how.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for result in &self.results {
            match result.outcome {
                Outcome::Holds => counts.holds += 1,
                Outcome::Conflicts(_) => counts.conflicts += 1,
                Outcome::Undecided(_) => counts.undecided += 1,
            }
        }
        counts
    }

    /// This with what was found of the same document besides.
    #[must_use]
    pub fn join(mut self, other: Checked) -> Checked {
        let before = self.findings.len() as u32;
        self.findings.extend(other.findings);
        self.results.extend(other.results.into_iter().map(|mut result| {
            if let Outcome::Conflicts(index) = &mut result.outcome {
                *index += before;
            }
            result
        }));
        self.in_order()
    }

    /// The same in the order of the text.
    pub(crate) fn in_order(self) -> Checked {
        let Checked { findings, mut results } = self;
        let mut order: Vec<u32> = (0..findings.len() as u32).collect();
        order.sort_by_key(|&i| {
            let finding = &findings[i as usize];
            (finding.labels.first().map(|label| label.span), finding.rule.code, i)
        });
        let mut rank = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            rank[old as usize] = new as u32;
        }
        for result in &mut results {
            if let Outcome::Conflicts(index) = &mut result.outcome {
                *index = rank[*index as usize];
            }
        }
        results.sort_by_key(|result| (result.spans.first().copied(), result.rule.code));
        let mut findings: Vec<_> = findings.into_iter().map(Some).collect();
        let sorted = order.iter().filter_map(|&i| findings[i as usize].take());
        Checked { findings: sorted.collect(), results }
    }
}
